"""HTML and XHTML. See `html_reader`, which is imported when a page is read."""

from __future__ import annotations

from transclean.formats import Details, Format
from transclean.formats.declared import in_html
from transclean.formats.view import View


def _read(text: str, details: Details) -> View:
    from transclean.formats.html_reader import read_page

    return read_page(text)


FORMAT = Format("html", (".html", ".htm", ".xhtml"), _read, declared=in_html)
