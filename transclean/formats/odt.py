"""ODT: the paragraphs and headings of an OpenDocument text, its notes, headers and footers (OpenDocument 1.3, part 3).

Spans are seen through. Fields, comments, deleted text and text in a style for code are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.errors import FormatError
from transclean.formats.names import names
from transclean.formats.office_text import Paragraphs, is_code
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Kind, Token, Writing, attributes, root_of, skip, tokens
from transclean.formats.zip_parts import Archive, joined, packed, parts_of

_TYPES = frozenset(
    f"application/vnd.oasis.opendocument.{kind}" for kind in ("text", "text-template", "text-master", "text-web")
)
_BLOCKS = frozenset(("text:p", "text:h"))
# Within a paragraph: elements whose text is of the sentence.
_THROUGH = names("text:a text:meta text:ruby text:ruby-base text:span")
# Elements that hold paragraphs of their own, at a place in the sentence.
_HOLDERS = names("text:note draw:frame draw:custom-shape draw:g draw:rect draw:text-box draw:a")
_PASSED_OVER = names(
    "office:annotation office:forms office:meta office:scripts svg:desc svg:title text:hidden-paragraph"
    " text:note-citation text:number text:ruby-text text:tracked-changes"
)
# Marks without text or extent.
_MARK = re.compile(
    r"text:(?:bookmark|reference-mark|toc-mark|alphabetical-index-mark|user-index-mark|change)(?:-start|-end)?"
    r"|text:soft-page-break|office:annotation-end"
)


def unpack(data: bytes) -> str:
    """See `Container`."""
    archive = Archive(data)
    if archive.text("mimetype").strip() not in _TYPES:
        raise FormatError("is not an OpenDocument text")
    if "META-INF/manifest.xml" in archive and "encryption-data" in archive.text("META-INF/manifest.xml"):
        raise FormatError("is encrypted")
    return joined(archive, [name for name in ("content.xml", "styles.xml") if name in archive])


def pack(data: bytes, text: str) -> bytes:
    """See `Container`."""
    return packed(data, text)


def read(text: str) -> View:
    """The view of the joined parts of a document."""
    writing = Writing(text)
    builder = Builder(text, writing.written)
    for name, start, end in parts_of(text):
        try:
            root = root_of(text, start, end)
        except FormatError as error:
            raise FormatError(f"{name}: {error}") from None
        _PartReader(text, builder).read(tokens(text, root.start, end))
    return builder.view()


class _PartReader:
    """Reads the paragraphs of one part. The prefixes are those that the standard uses, as all programs do."""

    def __init__(self, source: str, builder: Builder) -> None:
        self._source = source
        self._paragraphs = Paragraphs(source, builder)
        self._code: set[str] = set()  # names of styles for code
        self._open: list[tuple[str, bool]] = []  # elements: name, and for a block whether it is code

    def read(self, rest: Iterator[Token]) -> None:
        position = 0
        for token in rest:
            if self._open and self._open[-1][0] in _BLOCKS | _THROUGH:
                self._paragraphs.text(position, token.start)
            position = token.end
            if token.kind is Kind.CLOSE:
                name, is_code_block = self._open.pop()
                if name in _BLOCKS:
                    self._paragraphs.end(dropped=is_code_block)
            elif token.kind in (Kind.OPEN, Kind.EMPTY):
                position = self._element(token, rest)
            else:
                self._paragraphs.thing(token.start)

    def _element(self, token: Token, rest: Iterator[Token]) -> int:
        """Read what `token` opens; where to go on."""
        name, is_open = token.name, token.kind is Kind.OPEN
        within = bool(self._open) and self._open[-1][0] in _BLOCKS | _THROUGH
        if name == "style:style":
            self._style(token)
        elif name in _PASSED_OVER:
            return skip(rest) if is_open else token.end
        elif name in _BLOCKS:
            if is_open:
                self._paragraphs.begin()
                self._open.append((name, self._is_code(token)))
            return token.end
        elif within and _MARK.fullmatch(name) is None and (name not in _THROUGH or self._is_code(token)):
            self._paragraphs.thing(token.start)
            if is_open and name not in _HOLDERS:
                return skip(rest)
        if is_open:
            self._open.append((name, False))
        return token.end

    def _style(self, token: Token) -> None:
        given = attributes(self._source, token)
        name, parent = given.get("style:name", ""), given.get("style:parent-style-name", "")
        if is_code(name) or is_code(parent) or parent in self._code:
            self._code.add(name)

    def _is_code(self, token: Token) -> bool:
        style = attributes(self._source, token).get("text:style-name", "")
        return style in self._code or is_code(style)
