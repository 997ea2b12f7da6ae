"""Markdown and MDX. See `markdown_reader`, which is imported when a page is read."""

from __future__ import annotations

from transclean.formats import Details, Format
from transclean.formats.view import View

_DETAILS = ("markdown.front-matter",)


def _read(text: str, details: Details) -> View:
    from transclean.formats.markdown_reader import read_page

    return read_page(text, details)


def _read_mdx(text: str, details: Details) -> View:
    from transclean.formats.markdown_reader import read_page

    return read_page(text, details, mdx=True)


FORMATS = (
    Format("markdown", (".md", ".markdown", ".mdown", ".mkd"), _read, _DETAILS),
    Format("mdx", (".mdx",), _read_mdx, _DETAILS),
)
