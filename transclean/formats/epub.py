"""EPUB: the XHTML parts of a book, in reading order (EPUB 3.3, 5 and 7)."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from transclean.errors import FormatError
from transclean.formats.html_reader import Reader, Writing, document_language
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Kind, Token, attributes, root_of, tokens
from transclean.formats.zip_parts import Archive, joined, packed, parts_of

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"


def unpack(data: bytes) -> str:
    """See `Container`."""
    archive = Archive(data)
    if _CONTAINER not in archive:
        raise FormatError("is not an EPUB")
    package = next((a["full-path"] for t, a in _elements(archive, _CONTAINER) if "full-path" in a), "")
    pages: dict[str, str] = {}  # by identifier: name of the part
    spine: list[str] = []
    for token, given in _elements(archive, package):
        if token.local == "item" and given.get("media-type") == "application/xhtml+xml":
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
    for _, start, end in parts_of(text):
        language = document_language(text, start, end)
        book = book or language
        if language in (None, book):
            Reader(text, builder, writing, language=book, xml=True).read(start, end)
    return builder.view(language=book)


def _elements(archive: Archive, name: str) -> list[tuple[Token, dict[str, str]]]:
    """The elements of a part that is XML, with their attributes; none if there is no such part."""
    if name not in archive:
        return []
    text = archive.text(name)
    try:
        root = root_of(text)
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from None
    found = tokens(text, root.start)
    return [(token, attributes(text, token)) for token in found if token.kind in (Kind.OPEN, Kind.EMPTY)]
