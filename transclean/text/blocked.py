"""Spans of a text that no edit may touch, in order and not overlapping, in a part of the text and after edits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter

from transclean.text.revision import Revision
from transclean.text.span import Span

_end_of = attrgetter("end")


def within(blocked: list[Span], span: Span) -> list[Span]:
    """What of the `blocked` spans is inside `span`, in its offsets."""
    found = []
    for start, end in islice(blocked, bisect_right(blocked, span.start, key=_end_of), None):
        if start >= span.end:
            break
        found.append(Span(max(start, span.start) - span.start, min(end, span.end) - span.start))
    return found


def moved(blocked: Sequence[Span], revision: Revision) -> list[Span]:
    """Blocked spans, which no edit may touch, where they stand now."""
    result = []
    shift = 0
    edits = iter(revision.edits)
    edit = next(edits, None)
    for span in blocked:
        while edit is not None and edit.end <= span.start:
            shift += len(edit.text) - (edit.end - edit.start)
            edit = next(edits, None)
        result.append(Span(span.start + shift, span.end + shift))
    return result
