"""Character references, as HTML and XML have them: `&eacute;`, `&#233;`, `&#xE9;`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from transclean.formats.view import Builder

_TARGET = r"(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*)"
# With the reference that stands after an escaped ampersand: it is shown as it is, or is for who reads the text next.
REFERENCE = rf"&(?:amp;{_TARGET};|{_TARGET};?)"

_REFERENCE = re.compile(REFERENCE)
_NO_BREAK = r"[\s\u00a0]|&(?:nbsp|#160|#[xX][aA]0);"
_SPACE_BEFORE = re.compile(rf"(?:{_NO_BREAK})\Z")
_SPACE_AFTER = re.compile(_NO_BREAK)
_XML_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_XML_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = {'"': "&quot;", "'": "&#39;"}

Meaning = Callable[[str], "str | None"]
"""What a reference stands for; None where it has no meaning that we know."""


@lru_cache(maxsize=4096)
def html_meaning(reference: str) -> str | None:
    """By the HTML standard: `&laquo` without its semicolon counts, and `&#150;` is a dash of Windows-1252."""
    from html import unescape

    meaning = unescape(reference)
    return None if meaning == reference else meaning


@lru_cache(maxsize=4096)
def html_attribute_meaning(reference: str) -> str | None:
    """The same in an attribute, where a name without its semicolon may be part of an address: `?a=1&copy=2`."""
    return html_meaning(reference) if reference.endswith(";") or reference.startswith("&#") else None


@lru_cache(maxsize=4096)
def xml_meaning(reference: str) -> str | None:
    """By the XML standard; entities that a document type may declare are not known."""
    name = reference[1:-1]
    if not name.startswith("#"):
        return _XML_NAMES.get(name)
    digits = name[1:]
    try:
        return chr(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    except (ValueError, OverflowError):
        return None


def decoded(text: str, meaning: Meaning) -> str:
    """`text` with its references replaced by what they stand for."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(lambda match: meaning(match.group()) or match.group(), text)


def add_text(builder: Builder, source: str, start: int, end: int, meaning: Meaning) -> None:
    """Add characters `start` to `end`, text with references, to the view."""
    while start < end:
        place = source.find("&", start, end)
        if place == -1:
            break
        match = _REFERENCE.match(source, place, end)
        if match is None:
            builder.keep(start, place + 1)
            start = place + 1
            continue
        if place > start:
            builder.keep(start, place)
        add_reference(builder, source, place, match.end(), meaning(match.group()))
        start = match.end()
    if start < end:
        builder.keep(start, end)


def add_reference(builder: Builder, source: str, start: int, end: int, meaning: str | None) -> None:
    """Add the reference at characters `start` to `end`, or keep it as a thing in the text.

    So is one without a meaning; an escaped one that is not within a word; an invisible character, which nobody writes
    so by accident; and a no-break space beside another space, which is layout.
    """
    twice = _escaped_twice(source, start, end)
    if twice:
        builder.decode(start, end, twice)
    elif meaning and _is_text(source, start, end, meaning):
        builder.decode(start, end, meaning)
    else:
        builder.protect(start, end)


def _escaped_twice(source: str, start: int, end: int) -> str | None:
    """The reference to a letter or an apostrophe that was escaped once more: within a word, nobody meant to name it.

    `caf&amp;eacute;`, `It&amp;#39;s`.
    """
    if not source.startswith("&amp;", start) or not source[start - 1 : start].isalpha():
        return None
    reference = f"&{source[start + 5 : end]}"
    letter = html_meaning(reference)
    return reference if letter and (letter.isalpha() or letter in "'’") else None


def _is_text(source: str, start: int, end: int, meaning: str) -> bool:
    if meaning == "\u00a0":
        return not (_SPACE_BEFORE.search(source, max(start - 6, 0), start) or _SPACE_AFTER.match(source, end))
    if meaning.startswith("&"):
        return len(meaning) == 1
    return unicodedata.category(meaning[0]) not in ("Cc", "Cf")


def escaped(text: str, *, quote: str = "", ascii_only: bool = False, named: bool = False) -> str:
    """`text` for an XML or HTML file, in an attribute between two `quote` if given.

    `ascii_only`: characters beyond ASCII become references too, with HTML's names if `named`.
    """
    text = text.translate(_XML_SPECIAL)
    if quote:
        text = text.replace(quote, _QUOTED[quote])
    if not ascii_only or text.isascii():
        return text
    return "".join(c if c.isascii() else _reference(c, named=named) for c in text)


def _reference(character: str, *, named: bool) -> str:
    from html.entities import codepoint2name

    name = codepoint2name.get(ord(character)) if named else None
    return f"&{name};" if name else f"&#{ord(character)};"
