"""The tags of HTML, found as the HTML standard's tokenizer finds them (html.spec.whatwg.org, 13.2.5).

A scanner of our own: of the field's parsers, those that are fast (lxml, selectolax) do not say where in the source a
text stands, and the one that does (html.parser) reads 11 MB/s. Plain tags, nearly all there are, are matched by one
compiled expression; whatever is out of the ordinary is read attribute by attribute.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from transclean.formats.names import names
from transclean.formats.references import REFERENCE

# Elements that stand within a sentence: rules see through them. Anything else ends a block.
INLINE = names(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span strike strong sub sup"
    " time u wbr"
)

# Those of them that only format what they are around, and are of no use without it.
FORMATTING = names("b big em font i mark s small strike strong sub sup u")

# Elements with no prose: within a sentence they are a thing in it, or a block of their own.
OPAQUE_INLINE = names("code kbd math samp svg tt var")
OPAQUE_BLOCK = names("listing pre")

# Things in a sentence without content.
OPAQUE_VOID = names("embed img input")

# What is in these is no markup; they end at their own end tag alone.
RAW = names("iframe noembed noframes script style textarea xmp")

# Elements whose end tags are often left out, and what shows that they ended.
_ENDS_PARAGRAPH = (
    "address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre"
    "|section|table|ul|td|th|li|dt|dd|body"
)

# Attributes that are prose, and those that say something of the text.
PROSE = frozenset(("alt", "aria-label", "placeholder", "title"))
_OF_INTEREST = "alt|aria-label|placeholder|title|lang|xml:lang|translate"

_S = r"[ \t\n\f\r]"
_PLAIN_ATTRIBUTES = (
    rf"(?:>|(?:{_S}+(?!(?:{_OF_INTEREST})[ \t\n\f\r=/>]|class=[\"'][^\"'>]*notranslate|class=notranslate)"
    rf"[a-z_:@][a-z0-9_:.@-]*(?:=(?:\"[^\"]*\"|'[^']*'|[^ \t\n\f\r\"'<>=`]+(?=[ \t\n\f\r>])))?)*{_S}*/?>)"
)
_SPECIAL = "|".join(
    sorted(OPAQUE_INLINE | OPAQUE_BLOCK | OPAQUE_VOID | RAW | frozenset(("html", "meta", "plaintext", "title")))
)
_NAME_ENDS = r"(?=[ \t\n\f\r/>])"
_INLINE = "|".join(sorted(INLINE))
_CODE = "|".join(sorted(OPAQUE_INLINE))
_BLOCK_TAG = rf"/?(?!(?:{_INLINE}|{_SPECIAL})[ \t\n\f\r/>])[a-z][a-z0-9-]*{_PLAIN_ATTRIBUTES}"


@lru_cache(maxsize=1)
def tokens() -> re.Pattern[str]:
    """What stands between stretches of plain text.

    Groups: `opens` and `closes` are the name of an inline tag; `code` that of an element that is kept out of
    a sentence, and has no tags in it; `block` matches for a run of block tags and the space around them; `other` for a
    tag or comment to be looked at; `layout` for the indentation of a line of text. What matches in no group is a
    reference. Every branch begins with a literal, so that `re` skips to candidates.
    """
    return re.compile(
        rf"<(?:(?P<opens>{_INLINE}){_NAME_ENDS}{_PLAIN_ATTRIBUTES}"
        rf"|/(?P<closes>{_INLINE}){_NAME_ENDS}{_PLAIN_ATTRIBUTES}"
        rf"|(?P<code>{_CODE}){_NAME_ENDS}{_PLAIN_ATTRIBUTES}[^<]*</(?P=code)>"
        rf"|(?P<block>{_BLOCK_TAG}(?:{_S}*<{_BLOCK_TAG})*{_S}*)"
        r"|(?P<other>[!?%/a-zA-Z]))"
        rf"|{REFERENCE}"
        r"|\n(?P<layout>[ \t\f]+)"
    )


_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
# Not of the standard, but common in files called .html: templates' code, which may hold `>`.
_TEMPLATE = re.compile(r"<%.*?(?:%>|\Z)|<\?(?:php\b|=).*?(?:\?>|\Z)", re.DOTALL)
_BOGUS = re.compile(r"<(?:[!?]|/[^a-zA-Z>])[^>]*(?:>|\Z)|</>")
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][^ \t\n\f\r/>]*)")
_ATTRIBUTE = re.compile(
    rf"(?:{_S}|/)*(?:(?P<end>>)|(?P<name>[^ \t\n\f\r/>][^ \t\n\f\r/>=]*)"
    rf"(?:{_S}*={_S}*(?:\"(?P<double>[^\"]*)(?:\"|\Z)|'(?P<single>[^']*)(?:'|\Z)"
    r"|(?P<bare>[^ \t\n\f\r>\"'][^ \t\n\f\r>]*)?))?)"
)


class Value(NamedTuple):
    """The value of an attribute, at characters `start` to `end`; `quoted`: between quotation marks."""

    start: int
    end: int
    quoted: bool


class Tag(NamedTuple):
    """A tag at characters `start` to `end`. `name` and the names of attributes are in lower case.

    `closed`: it ends with `/>`, as an empty element of XHTML does.
    """

    start: int
    end: int
    name: str
    closing: bool
    closed: bool
    attributes: dict[str, Value]


def comment_end(source: str, start: int, end: int, *, xml: bool) -> int | None:
    """Where the comment, or what counts as one, that begins at `start` ends; None if there is none.

    `xml`: CDATA sections are, as in XHTML; their text is no prose here.
    """
    patterns = [_COMMENT, _CDATA, _TEMPLATE, _BOGUS] if xml else [_COMMENT, _TEMPLATE, _BOGUS]
    for pattern in patterns:
        match = pattern.match(source, start, end)
        if match:
            return match.end()
    return None


def tag_at(source: str, start: int, end: int) -> Tag | None:
    """The tag that begins at `start`; one without an end takes all that follows. None: `<` is text."""
    opening = _TAG_NAME.match(source, start, end)
    if opening is None:
        return None
    attributes: dict[str, Value] = {}
    position = opening.end()
    while True:
        match = _ATTRIBUTE.match(source, position, end)
        if match is None:
            position = end
            break
        position = match.end()
        if match["end"]:
            break
        kind = match.lastgroup or "name"
        value = Value(match.end(), match.end(), False) if kind == "name" else Value(*match.span(kind), kind != "bare")
        attributes.setdefault(match["name"].lower(), value)
    closed = source.startswith("/>", position - 2)
    return Tag(start, position, opening[2].lower(), bool(opening[1]), closed, attributes)


def element_end(source: str, tag: Tag, end: int) -> int:
    """Where the element that `tag` opens ends, with its end tag; `end` if that is missing."""
    if tag.name in RAW or tag.name == "title":
        closing = _end_tag(tag.name).search(source, tag.end, end)
        return end if closing is None else source.find(">", closing.end() - 1, end) + 1 or end
    if tag.name == "plaintext":
        return end
    depth = 1
    for match in _tags_named(tag.name).finditer(source, tag.end, end):
        if match["closing"]:
            depth -= 1
        elif tag.name == "p":
            return match.start()
        elif not match["closed"]:
            depth += 1
        if depth == 0:
            return match.end()
    return end


@lru_cache(maxsize=64)
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[ \t\n\f\r/>]", re.IGNORECASE)


@lru_cache(maxsize=64)
def _tags_named(name: str) -> re.Pattern[str]:
    """The tags of elements called `name`; for a paragraph, whatever ends one without an end tag."""
    openings = _ENDS_PARAGRAPH if name == "p" else re.escape(name)
    return re.compile(
        rf"<(?:(?P<closing>/){re.escape(name)}|(?:{openings})){_NAME_ENDS}[^<>]*?(?P<closed>/?)>", re.IGNORECASE
    )
