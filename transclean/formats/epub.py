"""EPUB: the XHTML parts of a book, in reading order (EPUB 3.3, 5 and 7), and the contents of EPUB 2 (OPF 2.0.1)."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from transclean.errors import FormatError
from transclean.formats.html_reader import Reader, Writing, document_language
from transclean.formats.references import add_text, xml_meaning
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Kind, Token, attributes, root_name, root_of, tokens
from transclean.formats.zip_parts import Archive, joined, packed, parts_of

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_HEAD = 4000  # characters in which a part says what it is
_PAGE, _CONTENTS = "application/xhtml+xml", "application/x-dtbncx+xml"


def unpack(data: bytes) -> str:
    """See `Container`."""
    archive = Archive(data)
    if _CONTAINER not in archive:
        raise FormatError("is not an EPUB")
    package = next((a["full-path"] for t, a in _elements(archive, _CONTAINER) if "full-path" in a), "")
    pages: dict[str, str] = {}  # by identifier: name of the part
    spine: list[str] = []
    for token, given in _elements(archive, package):
        if token.local == "item" and given.get("media-type") in (_PAGE, _CONTENTS):
            name = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(given.get("href", ""))))
            pages[given.get("id", "")] = name
        elif token.local == "itemref":
            spine.append(given.get("idref", ""))
    order = [*(pages[i] for i in spine if i in pages), *(name for i, name in pages.items() if i not in spine)]
    names = [name for name in dict.fromkeys(order) if name in archive]
    locked = {unquote(given["URI"]) for _, given in _elements(archive, _ENCRYPTION) if "URI" in given}
    if locked.intersection(names):
        raise FormatError("is encrypted")
    return joined(archive, names)


def pack(data: bytes, text: str) -> bytes:
    """See `Container`."""
    return packed(data, text)


def read(text: str) -> View:
    """The view of the joined pages of a book. Those in another language than the first are left alone."""
    writing = Writing(text, xml=True)
    builder = Builder(text, writing.written)
    book: str | None = None
    for name, start, end in parts_of(text):
        if root_name(text[start : start + _HEAD]) == "ncx":
            _add_contents(text, builder, name, start, end)
            continue
        language = document_language(text, start, end)
        book = book or language
        if language in (None, book):
            Reader(text, builder, writing, language=book, xml=True).read(start, end)
    return builder.view(language=book)


def _add_contents(text: str, builder: Builder, name: str, start: int, end: int) -> None:
    """Add the titles in a table of contents of EPUB 2: they are those of the pages."""
    for token in tokens(text, _root(name, text, start, end).start, end):
        if token.local == "text" and token.kind is Kind.OPEN:
            builder.pause()
            add_text(builder, text, token.end, text.index("<", token.end), xml_meaning)
    builder.pause()


def _root(name: str, text: str, start: int = 0, end: int | None = None) -> Token:
    try:
        return root_of(text, start, end)
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from None


def _elements(archive: Archive, name: str) -> list[tuple[Token, dict[str, str]]]:
    """The elements of a part that is XML, with their attributes; none if there is no such part."""
    if name not in archive:
        return []
    text = archive.text(name)
    found = tokens(text, _root(name, text).start)
    return [(token, attributes(text, token)) for token in found if token.kind in (Kind.OPEN, Kind.EMPTY)]
