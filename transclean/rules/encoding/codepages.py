"""Code pages: which byte a character was, and what UTF-8 looks like when read in the wrong one.

The tables are Python's own codecs. Where a page leaves a byte undefined, or a program kept the byte as a control
character of Latin-1 instead of decoding it, U+0080 to U+009F stand for the byte of the same number, as in the
"sloppy" codecs of ftfy and the WHATWG Encoding standard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

WESTERN = "cp1252"
"""Windows-1252, and with the rule above Latin-1 too."""

MAC = "mac_roman"


@lru_cache(maxsize=32)
def byte_table(page: str) -> Mapping[str, int]:
    """Each character of single-byte code page `page` above U+007F -> its byte, 0x80 to 0xFF."""
    table = {chr(byte): byte for byte in range(0x80, 0xA0)}
    table.update({character: byte for byte, character in enumerate(_characters(page)) if byte >= 0x80})
    return table


def to_bytes(text: str, page: str) -> bytes | None:
    """`text` as bytes of `page`; None if a character of it is not in the page."""
    table = byte_table(page)
    found = bytearray()
    for character in text:
        byte = ord(character) if character < "\x80" else table.get(character)
        if byte is None:
            return None
        found.append(byte)
    return bytes(found)


def seen_through(data: bytes, page: str) -> str:
    """What a program that takes `data` for `page` shows."""
    return "".join(map(_characters(page).__getitem__, data))


@lru_cache(maxsize=32)
def translation(seen: str, true: str) -> Mapping[int, str]:
    """For `str.translate`: the characters of page `seen` above U+007F -> what the same bytes are in page `true`."""
    return {ord(character): _characters(true)[byte] for character, byte in byte_table(seen).items()}


def characters_of(page: str, low: int, high: int) -> str:
    """The characters whose byte in `page` is `low` to `high`, both included."""
    return "".join(character for character, byte in byte_table(page).items() if low <= byte <= high)


def character_class(characters: Iterable[str]) -> str:
    """A class of a regular expression, the same for `re` and for triggers, that matches any of `characters`."""
    points = sorted({ord(character) for character in characters})
    parts = []
    while points:
        first = last = points.pop(0)
        while points and points[0] == last + 1:
            last = points.pop(0)
        parts.append(_escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}")
    return "[" + "".join(parts) + "]"


@lru_cache(maxsize=32)
def _characters(page: str) -> str:
    """The characters of the bytes 0 to 255 in `page`."""
    return "".join(map(chr, range(0x80))) + "".join(_decode_byte(page, byte) for byte in range(0x80, 0x100))


def _decode_byte(page: str, byte: int) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


def _escaped(point: int) -> str:
    return f"\\x{point:02x}" if point < 0x80 else chr(point)
