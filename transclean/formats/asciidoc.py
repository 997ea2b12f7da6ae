"""AsciiDoc. See `asciidoc_reader`, which is imported when a text is read."""

from __future__ import annotations

from transclean.formats import Details, Format
from transclean.formats.view import View


def _read(text: str, details: Details) -> View:
    from transclean.formats.asciidoc_reader import read_text

    return read_text(text)


FORMAT = Format("asciidoc", (".adoc", ".asciidoc", ".asc"), _read)
