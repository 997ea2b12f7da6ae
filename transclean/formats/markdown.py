"""Markdown: prose with code, front matter and link targets between.

Code spans, tags, URLs and so on are protected in every format; this adds front matter, indented code, link
definitions and link targets.
"""

from __future__ import annotations

import re

from transclean.formats import Details, Format
from transclean.formats.plain import fenced_code
from transclean.formats.view import View
from transclean.text.protect import joined
from transclean.text.span import Span

_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_INDENTED = re.compile(r"(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
_LINK_TARGET = re.compile(
    r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*){0,20}(?:\s+\"[^\"\n]*\")?\)|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*", re.MULTILINE
)
_LIST_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])[ \t][^\n]*\n(?:[ \t][^\n]*\n|\n)*\Z")


def _blocked(text: str) -> list[Span]:
    spans = fenced_code(text)
    front = _FRONT_MATTER.match(text)
    if front:
        spans.append(Span(*front.span()))
    for match in _INDENTED.finditer(text):
        # Indented text under a list item belongs to the item, and is prose.
        if not _LIST_BEFORE.search(text[max(0, match.start() - 2000) : match.start()]):
            spans.append(Span(*match.span()))
    spans += [Span(match.start() + 1, match.end()) for match in _LINK_TARGET.finditer(text)]
    return joined(spans)


def _read(text: str, details: Details) -> View:
    return View.whole(text, _blocked)


FORMAT = Format("markdown", (".md", ".markdown", ".mdown", ".mdx"), _read, details=("markdown.front-matter",))
