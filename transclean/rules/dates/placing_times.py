"""Putting a clock time in English in its place in a sentence, and the words that tell a time from other figures."""

from __future__ import annotations

import re

from transclean.rules.dates.clock import ClockTime, write_time
from transclean.rules.dates.context import next_word, previous_word
from transclean.rules.dates.names import month_names, weekday_names
from transclean.rules.dates.placing import PREPOSITIONS
from transclean.rules.rule import Hit, Safety
from transclean.style import Style

AFTER_PREPOSITION = re.compile(
    r"\b(?:at|from|until|till|between|towards?)\s+(?:about\s+|around\s+|approximately\s+|exactly\s+|nearly\s+)?$",
    re.IGNORECASE,
)
AFTER_VAGUE_PREPOSITION = re.compile(r"\b(?:around|by|before|after|since|about)\s+$", re.IGNORECASE)
TIME_OF_DAY = re.compile(
    r",?\s+(?:(?:in|at|on|of|during)\s+)?(?:(?:the|this|that|next|same|following|tomorrow|yesterday|early|late|\w+day)\s+){0,3}"
    r"(?:morning|afternoon|evening|night)\b"
)


def same_half(first: int, second: int, style: Style) -> bool:
    """Whether a.m. or p.m. need to be said only once. Noon and midnight have neither."""
    return style.clock == "12h" and first < second and ((second < 12 and first > 0) or (first > 12 and second < 24))


def place_time(
    text: str, time: ClockTime, style: Style, safety: Safety | None, *, half: bool = True, noon: bool = True
) -> Hit:
    """The time in English, with its foreign lead; `half` False leaves out a.m. and p.m., as does `in the morning`."""
    half = half and not TIME_OF_DAY.match(text, time.end)
    written = write_time(time.hour, time.minute, style, half=half, noon=noon)
    if time.lead_start >= 0 and previous_word(text, time.lead_start).lower() not in PREPOSITIONS:
        lead = time.lead.capitalize() if text[time.lead_start].isupper() else time.lead
        written = f"{lead} {written}"
    return Hit(time.whole_start, time.end, _with_stop(text, time.end, written), safety)


def _with_stop(text: str, end: int, written: str) -> str:
    """`written`, so that a sentence that ends at `end` keeps one stop."""
    if written.endswith("."):
        return written[:-1] if text[end : end + 1] == "." else written
    following = next_word(text, end)
    is_name = following.isupper() or following.lower() in month_names() or following.lower() in weekday_names()
    return written + "." if text[end - 1] == "." and following[:1].isupper() and not is_name else written
