"""Clock times in good English that the style writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.dates.clock import ClockTime, pairs, read_times
from transclean.rules.dates.context import is_function_word, next_word, previous_word
from transclean.rules.dates.placing_times import (
    AFTER_PREPOSITION,
    AFTER_VAGUE_PREPOSITION,
    TIME_OF_DAY,
    place_time,
    same_half,
)
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment


def _find_meridiem(segment: Segment, document: Document) -> Iterator[Hit]:
    """12-hour times in another form than the style's."""
    text, style = segment.text, document.style
    if style.clock != "12h":
        return
    for time in read_times(text):
        if time.form != "meridiem" or not 1 <= time.hour <= 12:
            continue
        following = next_word(text, time.end)
        if following.islower() and not is_function_word(following) and following not in _AFTER_TIME:
            continue  # 10.30 am units
        if previous_word(text, time.start).lower() == "version":
            continue
        hour = time.hour % 12 + (12 if time.half == "p" else 0)
        if TIME_OF_DAY.match(text, time.end):
            continue
        yield place_time(text, ClockTime(time.start, time.end, hour, time.minute, time.form), style, None, noon=False)


_AFTER_TIME = frozenset({"local", "until", "daily", "every", "each", "today", "tomorrow", "yesterday", "sharp", "next"})

_TIMETABLE = 5
"""As many bare times in a line are a timetable or a log, and keep their form."""


def _find_24_hours(segment: Segment, document: Document) -> Iterator[Hit]:
    """24-hour times after a preposition of time, where the style has the 12-hour clock."""
    text, style = segment.text, document.style
    times = read_times(text)
    if style.clock != "12h" or sum(t.form == "colon" for t in times) >= _TIMETABLE:
        return
    openings = {first: second for second, first in pairs(times, text, lambda t: t.form == "colon").items()}
    closings = {second: first for first, second in openings.items()}
    for index, time in enumerate(times):
        if time.form != "colon" or time.hour > 23:
            continue
        last = times[openings[index]] if index in openings else time
        first = times[closings[index]] if index in closings else time
        before = text[max(0, first.start - 40) : first.start]
        led = AFTER_PREPOSITION.search(before) or AFTER_VAGUE_PREPOSITION.search(before)
        if not led or last.hour < 13 or (time is last and not _may_follow_time(text, time)):
            continue
        yield place_time(text, time, style, None, half=time is last or not same_half(time.hour, last.hour, style))


def _may_follow_time(text: str, time: ClockTime) -> bool:
    """Whether what follows `21.00` does not make it an amount: euros, metres."""
    following = next_word(text, time.end)
    dotted = "." in text[time.start : time.end]
    return not dotted or not following.islower() or is_function_word(following) or following in _AFTER_TIME


DATE021 = Rule(
    code="DATE021",
    name="meridiem-style",
    summary="a.m. and p.m. in another form than the style's",
    why="10:30 p.m. in AP, 10.30 p.m. in UN and 10.30pm in British style, all without :00. Only with a style set.",
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(r"\b\d\d?(?:[:.][0-5]\d)? ?[aApP]\.? ?[mM]\b",),
    find=_find_meridiem,
    needs_style=True,
    fixes=(
        ("return at 10.30pm", "return at 10:30 p.m."),
        ("From 11.29am, the", "From 11:29 a.m., the"),
        Example("at 8:30 p.m.", "at 8.30pm", style="uk"),
        ("at 10:00 AM", "at 10 a.m."),
        ("It ends at 10 pm.", "It ends at 10 p.m."),
        Example("It ended at 10 p.m. Police came.", "It ended at 10pm. Police came.", style="uk"),
    ),
    keeps=("10.30 am units", "Am 10.30", "version 1.30 pm", "10:30 PMC", "at 10:30 p.m. EST"),
)

DATE022 = Rule(
    code="DATE022",
    name="24-hour-clock",
    summary="24-hour clock where the style has the 12-hour clock",
    why=(
        "News style in English has the 12-hour clock (AP). Only with a style set, after a preposition of time, never "
        "in logs and timetables, and never beside a unit (at 21.00 euros)."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(r"\b(?:1[3-9]|2[0-3])[:.][0-5]\d\b",),
    find=_find_24_hours,
    needs_style=True,
    fixes=(
        ("at 17:15 local time", "at 5:15 p.m. local time"),
        ("on Thursday at 21.00", "on Thursday at 9 p.m."),
        ("from 13.00 to 14.00", "from 1 to 2 p.m."),
        ("open from 9:00 to 17:00", "open from 9 a.m. to 5 p.m."),
        ("It closes at 18:00.", "It closes at 6 p.m."),
    ),
    keeps=(
        "2020-07-26 17:43:50",
        "a score of 21:15",
        "a 16:9 screen",
        "at 21.00 euros",
        "GMT+13:00",
        Example("at 17:15", style="us", options="time=24h"),
    ),
)

RULES = (DATE021, DATE022)
