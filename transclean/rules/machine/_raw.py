"""Searching raw text: for the rules that look under the mask of protected spans, because what they mend is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.text.protect import code_spans, joined
from transclean.text.segment import Segment

NEAR = 40
"""How far, in characters, a rule looks back for the word that decides: slices stay short in long paragraphs."""


def before(text: str, place: int) -> str:
    """The `NEAR` characters of `text` before `place`."""
    return text[max(0, place - NEAR) : place]


def opens_line(text: str, place: int) -> bool:
    """Whether only blanks stand between the start of the line and `place`."""
    return not text[text.rfind("\n", 0, place) + 1 : place].strip()


def outside_code(pattern: re.Pattern[str], segment: Segment) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the raw text of `segment` that touch neither code nor what the format blocks."""
    matches = pattern.finditer(segment.raw)
    first = next(matches, None)
    if first is None:
        return
    barred = joined([*segment.blocked, *code_spans(segment.raw)])
    index = 0
    for match in (first, *matches):
        while index < len(barred) and barred[index].end <= match.start():
            index += 1
        if index == len(barred) or barred[index].start >= match.end():
            yield match
