"""Spaces inside numbers and times, and around a slash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from transclean.rules.english import MONTH_PATTERN
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Hit, Rule, Stage
from transclean.text.protect import OPAQUE

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_SPLIT_FIGURE = re.compile(
    r"\d{1,4}(?:(?P<time>(?: ?: ?[0-5]\d){1,2})|(?P<thousands>(?: , \d{3})+)|(?P<decimal> \. \d{1,3})"
    r"|(?P<slash> / (?:7|11|50)))(?![\d:/]|[.,]\d| [.,:/] ?\d)"
)
_SLASHED_FIGURES: Final = frozenset({"24/7", "9/11", "50/50"})


_MERIDIEM = re.compile(r" ?[ap]\.? ?m\b", re.IGNORECASE)
# A date before the time, or a preposition that times take.
_DATE_BEFORE = re.compile(
    rf"(?:{OPAQUE}|\b\d{{4}}[-/.]\d\d[-/.]\d\d|\b(?:{MONTH_PATTERN}) \d{{1,2}}(?:, \d{{4}})?,?(?: at)?) \Z"
)
_TIME_WORD_BEFORE = re.compile(r"\b(?:at|from|until|till|by|around|about|before|after|since) \Z", re.IGNORECASE)


def _find_split_figure(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _SPLIT_FIGURE.finditer(text):
        start, end = match.span()
        figure = match.group()
        closed = figure.replace(" ", "")
        before = text[max(0, start - 40) : start]
        if figure == closed or re.search(r"(?:\d|[.,:/] ?)\Z", before):
            continue
        safety = UNSAFE
        if match.group("slash") and closed not in _SLASHED_FIGURES:
            continue
        if match.group("time"):
            if int(closed.split(":", 1)[0]) > 24:
                continue
            if _MERIDIEM.match(text, end) or _DATE_BEFORE.search(before):
                safety = SAFE
            elif " :" not in figure or not _TIME_WORD_BEFORE.search(before):
                continue  # John 3: 16 people came
        yield Hit(start, end, closed, safety)


MT017 = Rule(
    code="MT017",
    name="split-figure",
    summary="Space inside a number or a time",
    why="Tokenisers set the marks inside figures apart. A time beside a.m., p.m. or a date is sure; other figures "
    "may be two numbers of a list or a sentence, so they are mended on request only.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[r"\d , \d\d\d", r"\d \. \d", r"\d ?: [0-5]\d", r"\d : ?[0-5]\d", r"\d / (?:7|11|50)"],
    find=_find_split_figure,
    targets=("*",),
    fixes=(
        ("At 11: 00 a.m. it rained.", "At 11:00 a.m. it rained."),
        ("2020-07-26 19: 43: 50", "2020-07-26 19:43:50"),
        ("1 , 000 people", "1,000 people"),
        ("grew by 3 . 5 percent", "grew by 3.5 percent"),
        ("open 24 / 7", "open 24/7"),
        ("It closes at 10 : 30 on Sundays.", "It closes at 10:30 on Sundays."),
        ("On July 26, 2020 19: 43 the alarm rang.", "On July 26, 2020 19:43 the alarm rang."),
    ),
    keeps=(
        "in 2019: 12 dead",
        "pages 3, 5, 7",
        "Chapter 3. 5 people",
        "John 3: 16 people came",
        "1 / 2 / 3 options",
        "a ratio of 10 : 30",
        "rooms 3 , 5 , 7",
    ),
)

_PAIRS: Final = frozenset({
    "and/or", "he/she", "she/he", "his/her", "him/her", "s/he", "either/or", "input/output", "yes/no", "on/off",
    "true/false", "n/a", "w/o", "i/o", "frankfurt/main", "frankfurt/oder", "24/7",
})  # fmt: skip
# Only after a figure.
_UNITS: Final = frozenset({"km/h", "m/s", "mg/l", "g/l", "kb/s", "mb/s", "gb/s", "l/h", "m/h"})
_SPACED_SLASH = re.compile(r" / (?=(\w+))")
_WORD_BEFORE = re.compile(r"(?:(/ |\d )?)\b(\w+)\Z")


def _find_slash(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _SPACED_SLASH.finditer(text):
        word = _WORD_BEFORE.search(text[max(0, match.start() - 16) : match.start()])
        if word is None or word.group(1) == "/ " or text.startswith(" /", match.end(1)):
            continue
        pair = f"{word.group(2)}/{match.group(1)}".lower()
        if pair in _PAIRS or (pair in _UNITS and word.group(1)):
            yield Hit(match.start(), match.end(), "/")


TYP029 = Rule(
    code="TYP029",
    name="spaced-slash",
    summary="Spaces around a slash in a fixed expression",
    why="A slash between two words of a fixed expression or two units is closed up (Chicago 6.106); between lines "
    "of verse or longer alternatives it has spaces, so only a closed list changes.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=["(?i)(?:" + "|".join(pair.replace("/", " / ") for pair in sorted(_PAIRS | _UNITS)) + ")"],
    find=in_prose(_find_slash),
    fixes=(
        ("and / or", "and/or"),
        ("120 km / h", "120 km/h"),
        ("Frankfurt / Main", "Frankfurt/Main"),
        ("n / a", "n/a"),
        ("The applicant and / or his / her lawyer", "The applicant and/or his/her lawyer"),
    ),
    keeps=(
        "verse one / verse two",
        "a / b",
        "English / French",
        "yes / no / maybe / later",
        "rows / columns and / order",
    ),
)

RULES = (MT017, TYP029)
