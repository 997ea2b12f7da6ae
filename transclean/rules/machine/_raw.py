"""Searching raw text: for the rules that look under the mask of protected spans, because what they mend is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.text.protect import code_spans
from transclean.text.segment import Segment
from transclean.text.span import Span


def outside_code(pattern: re.Pattern[str], segment: Segment) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the raw text of `segment` that touch neither code nor what the format blocks."""
    barred: list[Span] | None = None
    for match in pattern.finditer(segment.raw):
        if barred is None:
            barred = [*segment.blocked, *code_spans(segment.raw)]
        place = Span(*match.span())
        if not any(place.overlaps(span) for span in barred):
            yield match
