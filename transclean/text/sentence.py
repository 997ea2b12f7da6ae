"""Where a sentence begins and ends, roughly: at a stop before what is no small letter, and at a blank line."""

from __future__ import annotations

import re

from transclean.text.span import Span

_REACH = 1_000
"""Characters before a place that are looked at."""
_SENTENCE_END = re.compile(r"[.!?]['\"’”»)]*\s+(?=[^a-z])|[。！？]|\n\s*\n")


def sentences_around(text: str, start: int, end: int, *, beside: int = 0) -> Span:
    """The sentence of characters `start` to `end`, with as many as `beside` before it and behind it."""
    reach = max(0, start - _REACH)
    starts = [reach, *(found.end() for found in _SENTENCE_END.finditer(text, reach, start))]
    for _ in range(1 + beside):
        following = _SENTENCE_END.search(text, end)
        end = following.end() if following else len(text)
    return Span(starts[-1 - min(beside, len(starts) - 1)], end)
