"""Segments: the paragraphs of a text, as rules see them."""

from __future__ import annotations

import re

from transclean.text.protect import OPAQUE, mask, protected_spans
from transclean.text.span import Span

_BLANK = re.compile(r"\n[ \t\r]*\n\s*|\r[ \t]*\r\s*")

# Opening mark -> closing marks. Straight quotes pair up by counting.
_PAIRS = {"“": "”", "«": "»", "„": "“”", "»": "«", "「": "」", "『": "』", "《": "》", "‹": "›"}
_QUOTE = re.compile('["“”«»„「」『』《》‹›]')


def paragraph_around(text: str, position: int) -> Span:
    """The paragraph (stretch without a blank line) that holds character `position` of `text`."""
    start = text.rfind("\n", 0, position)
    while start > 0 and not _is_blank_line(text, start):
        start = text.rfind("\n", 0, start)
    end = text.find("\n", position)
    while end != -1 and not _is_blank_line_after(text, end):
        end = text.find("\n", end + 1)
    return Span(start + 1, len(text) if end == -1 else end)


def _is_blank_line(text: str, newline: int) -> bool:
    """Whether the line that ends at `newline` is blank."""
    previous = text.rfind("\n", 0, newline)
    return not text[previous + 1 : newline].strip(" \t\r")


def _is_blank_line_after(text: str, newline: int) -> bool:
    following = text.find("\n", newline + 1)
    return not text[newline + 1 : len(text) if following == -1 else following].strip(" \t\r")


class Segment:
    """A paragraph.

    `raw` is its text; `text` the same with protected characters made `OPAQUE`; `start` its place in the
    document, in characters. Offsets that rules give are relative to the segment.
    """

    __slots__ = ("_quotations", "_text", "blocked", "raw", "start")

    def __init__(self, raw: str, start: int = 0, blocked: list[Span] | None = None) -> None:
        self.raw = raw
        self.start = start
        self.blocked = blocked or []
        self._text: str | None = None
        self._quotations: list[Span] | None = None

    @property
    def text(self) -> str:
        if self._text is None:
            masked = mask(self.raw, self.blocked) if self.blocked else self.raw
            self._text = mask(masked, protected_spans(masked))
        return self._text

    @property
    def quotations(self) -> list[Span]:
        """The insides of the quotations in double marks of any kind, outermost only.

        A quotation that is not closed in the paragraph runs to its end, as running quotations do.
        """
        if self._quotations is None:
            self._quotations = list(_quotations(self.text))
        return self._quotations

    def quotation_at(self, start: int, end: int) -> Span | None:
        """The quotation around characters `start` to `end`, if there is one."""
        for span in self.quotations:
            if span.start <= start and end <= span.end:
                return span
        return None

    def line_at(self, position: int) -> Span:
        """The line that holds character `position`, without its line break."""
        start = self.raw.rfind("\n", 0, position) + 1
        end = self.raw.find("\n", position)
        return Span(start, len(self.raw) if end == -1 else end)


def _quotations(text: str) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    closing = ""
    for match in _QUOTE.finditer(text):
        mark, place = match.group(), match.start()
        if opened is not None:
            if mark in closing:
                spans.append(Span(opened, place))
                opened = None
        elif mark == '"' and not _is_inch_mark(text, place):
            opened, closing = place + 1, '"”'
        elif mark in _PAIRS:
            opened, closing = place + 1, _PAIRS[mark] + ('"' if mark == "“" else "")
    if opened is not None:
        spans.append(Span(opened, len(text)))
    return spans


def _is_inch_mark(text: str, place: int) -> bool:
    return place > 0 and text[place - 1].isdigit()


def is_opaque(text: str) -> bool:
    """Whether any character of `text` is protected."""
    return OPAQUE in text
