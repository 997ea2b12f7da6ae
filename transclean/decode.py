"""Bytes to text, and back to the bytes that were there.

A byte order mark decides; else what is valid UTF-8 is UTF-8. Other bytes are read as the user says, or as the file
itself does. Only then are they guessed at, and written back as UTF-8 unless the user wants their encoding kept; that
of a file that names it is kept always. What is damaged UTF-8, or no text at all, is not guessed at: a wrong guess would
rewrite every accented letter of the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from transclean.errors import ConfigError, DecodeError

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Formats that may begin like text and are none: PDF, ZIP (office documents), RTF.
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")
# Codecs for pieces of text, that no file is in.
_OF_PYTHON = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape"))
# What says that it is in one of these, in letters of ASCII, is not.
_NOT_LIKE_ASCII = ("utf-16", "utf-32")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


class BinaryError(DecodeError):
    """Bytes that are no text: to be skipped, with a notice."""


@dataclass(frozen=True)
class Decoded:
    """`text` without the byte order mark `mark`; `encoding` it was read as; `guessed` if by likelihood alone.

    `legacy`: the bytes neither are UTF-8 nor say what they are.
    """

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    legacy: bool = False
    guessed: bool = False


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The text of `data`. `encoding` names how to read what is not UTF-8 and has no byte order mark; `declared` is what
    the file itself says it is in, and is believed if `encoding` is not given.

    Raises BinaryError for what is no text, DecodeError for text that cannot be read surely.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(name), name, mark)
            except UnicodeDecodeError as error:
                raise DecodeError(f"begins as {name.upper()} but is not, at byte {error.start + len(mark)}") from None
    if data.startswith(_MAGIC) or (b"\0" in data and encoding is None):
        raise BinaryError("skipped, a binary file")
    own = None if declared is None else _declared_codec(declared)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if own is not None:
            return _decode_declared(data, encoding, own)
        return _legacy(data, encoding, error.start)
    # Seven-bit encodings (ISO-2022-JP, HZ, UTF-7) and UTF-16 look like ASCII: there the word of the user counts, and
    # of the file, unless it would not be ASCII then.
    if text.isascii():
        if own is not None and not own.startswith("utf"):
            return _decode_declared(data, encoding, own)
        if encoding is not None:
            return _decode_as(data, encoding)
    return Decoded(text)


def is_straight(data: bytes) -> bool:
    """Whether `data`, if it is UTF-8 at all, is a text as `decode` gives it: no mark, no binary file, no CR."""
    return not (data.startswith((*(mark for mark, _ in _MARKS), *_MAGIC)) or b"\r" in data or b"\0" in data)


def encode(text: str, origin: Decoded, *, keep_encoding: bool = False) -> bytes:
    """`text` as bytes, as `origin` was; a legacy encoding becomes UTF-8 unless `keep_encoding`.

    Raises DecodeError where a character does not exist in the encoding to be kept.
    """
    if origin.legacy and not keep_encoding:
        return text.encode("utf-8")
    try:
        return origin.mark + text.encode(origin.encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        why = (
            "; without --keep-encoding it would be written as UTF-8"
            if origin.legacy
            else ", as the file says it is in that"
        )
        raise DecodeError(
            f"{character!r} (U+{ord(character):04X}) does not exist in {origin.encoding}: left as it was{why}"
        ) from None


def check_encoding(name: str) -> str:
    """The codec name of a text encoding. Raises ConfigError if there is none called `name`."""
    try:
        found = codecs.lookup(name)
        b"ab".decode(name)  # a codec that is none of text, as rot13, is refused here
        if found.name in _OF_PYTHON:
            raise LookupError
    except UnicodeError:
        pass
    except LookupError:
        from difflib import get_close_matches
        from encodings.aliases import aliases

        near = get_close_matches(name.lower().replace("-", "_"), [*aliases, *aliases.values()], n=1)
        hint = f"; did you mean {near[0].replace('_', '-')}?" if near else ""
        raise ConfigError(f"no encoding {name!r}{hint}") from None
    return found.name


def _decode_as(data: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodeError(f"is not {encoding}, at byte {error.start}") from None
    return Decoded(text, encoding, legacy=True, guessed=guessed)


def _declared_codec(name: str) -> str:
    """The codec for the encoding that a file says it is in. Raises DecodeError if there is none."""
    try:
        return check_encoding(name)
    except ConfigError:
        raise DecodeError(f"says that it is in an encoding {name!r}, which there is not") from None


def _decode_declared(data: bytes, encoding: str | None, declared: str) -> Decoded:
    """The text of a file that says it is in `declared`, and goes on to say so: it is written back as it was read."""
    if encoding is None and declared.startswith(_NOT_LIKE_ASCII):
        raise DecodeError(f"says that it is in {declared}, and is not; --encoding NAME reads it")
    name = encoding or declared
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        said = "" if encoding else ", as it says; --encoding NAME reads it otherwise"
        raise DecodeError(f"is not {name}, at byte {error.start}{said}") from None
    if declared.startswith("utf"):
        return Decoded(text, name, legacy=True)  # the user knows better how it is; it is to be what it says
    if text.encode(name, "replace") != data:
        raise DecodeError(f"is {name} of a kind that could not be written back as it was")
    return Decoded(text, name)


def _legacy(data: bytes, encoding: str | None, bad_byte: int) -> Decoded:
    if encoding is not None:
        return _decode_as(data, encoding)
    if len(_CONTROLS.findall(data[:8192])) > len(data[:8192]) // 200:
        raise BinaryError("skipped, a binary file")
    # Legacy text rarely has byte pairs that are UTF-8 by chance: where these prevail it is UTF-8 with damage.
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(not character.isascii() for character in replaced) - broken
    if whole > broken:
        line = data.count(b"\n", 0, bad_byte) + 1
        raise DecodeError(f"is UTF-8 but for {broken} bad bytes, the first in line {line}; --encoding NAME reads it")
    from transclean.legacy import likely_encoding

    guess = likely_encoding(data)
    if guess is None:
        raise DecodeError("is text in no encoding that can be told; --encoding NAME says which")
    return _decode_as(data, guess, guessed=True)
