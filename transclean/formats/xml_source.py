"""XML with the places of its tags.

expat says whether a text is well-formed, and refuses what is dangerous, at 150 MB/s; in a text that is well-formed the
tags can then be found by one regular expression, in characters of the source. No parser builds a tree, so depth costs
nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from transclean.errors import FormatError
from transclean.formats.layout import NONE, layout_in, layout_of
from transclean.formats.references import add_text, decoded, escaped, xml_meaning
from transclean.formats.view import Builder
from transclean.text.span import Span


class Kind(Enum):
    """What a token is. OTHER: a comment or processing instruction."""

    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"
    CDATA = "cdata"
    OTHER = "other"


class Token(NamedTuple):
    """A tag or the like at characters `start` to `end`; `name` as written, with its prefix."""

    kind: Kind
    name: str
    start: int
    end: int

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]


class Treatment(Enum):
    """How an element within a sentence is read."""

    THROUGH = "its text is of the sentence"
    OPAQUE = "it stays as a thing in the sentence"
    BREAK = "the sentence ends there"
    ABSENT = "it is left out, with what is in it"
    KEPT_OUT = "the text that follows stays as it is"
    LET_IN = "the text that follows is of the sentence again"


_CDATA_OPENS = len("<![CDATA[")
_CDATA_CLOSES = len("]]>")
_ATTRIBUTE = re.compile(r"([^\s=<>\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENCODING = re.compile(r"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)")
# What may stand before the root, so written that nothing is read in two ways.
_ROOT = re.compile(
    r"(?:\s|<\?[^?]*(?:\?(?!>)[^?]*)*\?>|<!--[^-]*(?:-(?!->)[^-]*)*-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*"
    r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)"
)


def root_name(text: str) -> str:
    """The name of the root element, without its prefix; empty if this does not look like XML."""
    match = _ROOT.match(text)
    return match[1] if match else ""


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"<(?:(?P<close>/)?(?P<name>[^\s/>!?]+)[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>"
        r"|!\[(?P<cdata>CDATA)\[.*?\]\]>|!--.*?-->|\?.*?\?>)",
        re.DOTALL,
    )


def root_of(text: str, start: int = 0, end: int | None = None) -> Token:
    """The start tag of the root of an XML text, which is characters `start` to `end` of `text`.

    Raises FormatError, with a line that counts from `start`, for one that is not well-formed; and for one that declares
    entities: these can make a small file a large one, or bring in others. An encoding declaration is ignored, as the
    text has been decoded already.
    """
    from xml.parsers import expat

    data = text[start:end].encode("utf-8", "replace")
    parser = expat.ParserCreate("utf-8")
    first = 0

    def remember(name: str, attributes: dict[str, str]) -> None:
        nonlocal first
        first = parser.CurrentByteIndex
        parser.StartElementHandler = None

    def refuse(*declaration: object) -> None:
        raise FormatError(f"line {parser.CurrentLineNumber}: declares an entity, which is not read, to be safe")

    parser.StartElementHandler = remember
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise FormatError(f"line {error.lineno}: is not well-formed XML: {expat.ErrorString(error.code)}") from None
    return next(tokens(text, start + len(data[:first].decode("utf-8"))))


def tokens(text: str, start: int, end: int | None = None) -> Iterator[Token]:
    """The tokens of a well-formed text from the root's start tag on."""
    for match in _tokens().finditer(text, start, len(text) if end is None else end):
        name = match["name"]
        if name is None:
            kind = Kind.CDATA if match["cdata"] else Kind.OTHER
        elif match["close"]:
            kind = Kind.CLOSE
        else:
            kind = Kind.EMPTY if text[match.end() - 2] == "/" else Kind.OPEN
        yield Token(kind, name or "", *match.span())


def attributes(text: str, tag: Token) -> dict[str, str]:
    """The attributes of a tag, by name as written."""
    start = tag.start + 1 + len(tag.name)
    if tag.end - start <= 2:
        return {}
    found = _ATTRIBUTE.findall(text, start, tag.end)
    return {name: decoded(double or single, xml_meaning) for name, double, single in found}


def skip(rest: Iterator[Token]) -> int:
    """Pass over the element just opened; where its end tag ends."""
    depth = 1
    for token in rest:
        if token.kind is Kind.OPEN:
            depth += 1
        elif token.kind is Kind.CLOSE:
            depth -= 1
            if not depth:
                return token.end
    raise AssertionError("the text is well-formed")


class Writing:
    """How new text is written in an XML file: with the references that the file itself has."""

    def __init__(self, source: str) -> None:
        encoding = _ENCODING.match(source)
        self._ascii_only = encoding is not None and not encoding[1].lower().startswith("utf")
        self._quotes = [(mark, name) for mark, name in (('"', "&quot;"), ("'", "&apos;")) if name in source]
        self._starts: list[int] = []
        self._ends: list[int] = []

    def cdata(self, start: int, end: int) -> None:
        """There is a CDATA section with the text of characters `start` to `end`."""
        self._starts.append(start)
        self._ends.append(end)

    def written(self, text: str, place: int) -> str:
        """See `View.written`."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place <= self._ends[index]:
            return text.replace("]]>", "]]]]><![CDATA[>")
        text = escaped(text, ascii_only=self._ascii_only)
        for mark, name in self._quotes:
            text = text.replace(mark, name)
        return text


class Content:
    """Adds what elements contain to a view: text, and elements within it, each by its treatment.

    `add`: how characters `start` to `end`, text of the file, are added; `cdata` the same for text in a CDATA section.
    """

    def __init__(
        self,
        source: str,
        builder: Builder,
        writing: Writing,
        treat: Callable[[Token], Treatment],
        add: Callable[[int, int], None] | None = None,
        cdata: Callable[[int, int], None] | None = None,
    ) -> None:
        self._source = source
        self._builder = builder
        self._writing = writing
        self._treat = treat
        self._add = add or self._plain
        self._add_cdata = cdata or builder.keep
        self._layout = NONE
        self._is_kept_out = False

    def element(self, opening: Token, rest: Iterator[Token], translated: str = "") -> None:
        """Add the content of the element that `opening` has just opened, as a block.

        `translated`: the text that it translates, as it stands in the file, if that is known.
        """
        self._layout = layout_of(translated)
        self._builder.pause()
        self._content(opening, rest)
        self._builder.pause()

    def _plain(self, start: int, end: int) -> None:
        for mark in layout_in(self._source, self._layout, start, end) if self._layout else ():
            add_text(self._builder, self._source, start, mark.start, xml_meaning)
            self._builder.protect(*mark)
            start = mark.end
        add_text(self._builder, self._source, start, end, xml_meaning)

    def _content(self, opening: Token, rest: Iterator[Token]) -> None:
        position = opening.end
        opened: list[Token] = []
        for token in rest:
            if token.start > position and self._is_kept_out:
                self._builder.protect(position, token.start)
            elif token.start > position:
                self._add(position, token.start)
            position = token.end
            if token.kind is Kind.CLOSE:
                if not opened:
                    return
                inner = opened.pop()
                self._builder.around(Span(inner.start, inner.end), Span(token.start, token.end), needless=False)
            elif token.kind is Kind.CDATA:
                start, end = token.start + _CDATA_OPENS, token.end - _CDATA_CLOSES
                self._writing.cdata(start, end)
                self._add_cdata(start, end)
            elif token.kind is not Kind.OTHER:
                position = self._within(token, rest, opened)

    def _within(self, token: Token, rest: Iterator[Token], opened: list[Token]) -> int:
        """Read an element within the text; where to go on."""
        treatment = self._treat(token)
        if treatment is Treatment.BREAK:
            self._builder.pause()
        elif treatment is Treatment.OPAQUE:
            self._builder.protect(token.start, token.start + 1)
        elif treatment in (Treatment.KEPT_OUT, Treatment.LET_IN):
            self._is_kept_out = treatment is Treatment.KEPT_OUT
        if token.kind is Kind.EMPTY:
            return token.end
        if treatment in (Treatment.OPAQUE, Treatment.ABSENT):
            return skip(rest)
        opened.append(token)
        return token.end
