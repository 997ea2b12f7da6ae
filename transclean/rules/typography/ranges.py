"""Ranges of numbers: `10 - 15 minutes`, `2~3 times`, `from 5-10`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.english import MONTH_PATTERN
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.spacing.prose import is_code

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_TILDES: Final = "~～〜∼÷"
# Words after which two figures are a score, a telephone number or a vote.
_NO_RANGE_BEFORE = re.compile(
    r"\b(?:won|wins?|lost|loses?|beat|beats|drew|draws?|defeated|score[ds]?|led|leads?|victory|defeat|win|loss|tel\.?|phone"
    r"|fax|call|voted|vote)\b[^.\n]{0,12}\Z",
    re.IGNORECASE,
)
# What follows a score and not a range.
_NO_RANGE_AFTER = re.compile(
    r"\s*(?:=|[+*/]|\b(?:to|at|in|on|against|over|by|win|wins|victory|defeat|loss|draw|lead|down|up|record|vote)\b)"
)
# Something counted, a month or a bracket; a name makes it a score: Seibu 0 - 5 Lotte.
_COUNTED_AFTER = re.compile(rf"\s*(?:[a-z]{{2,}}|{MONTH_PATTERN}|[%°)\]]|[kMG]?[mgWVBb]\b)|-(?=[A-Za-z])")
_NUMBERED_BEFORE = re.compile(
    r"\b(?:pages?|pp?\.|chapters?|vols?\.|nos?\.|aged?|ages|lines?|sections?|articles?|verses?|for|between|in|\() ?\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _range() -> re.Pattern[str]:
    number = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
    return re.compile(
        rf"(?<![\w.,:/{_TILDES}-])(?<!\d, )(?P<low>{number})(?P<sign> [-–—] | ?[{_TILDES}] ?|-)(?P<high>{number})"
        r"(?![\w.,:/-]*\d)(?![\w~])"
    )


def _value(figure: str) -> float:
    return float(figure.replace(",", ""))


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether the two figures count up to something: not a score, a sum or a code."""
    low, high = match.group("low"), match.group("high")
    if _value(low) >= _value(high) or (low.startswith("0") and len(low) > 1 and "." not in low):
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    if _NO_RANGE_BEFORE.search(before) or _NO_RANGE_AFTER.match(text, match.end()):
        return False
    if len(low) == len(high) == 4 and low[0] in "12":
        return True  # years
    return _COUNTED_AFTER.match(text, match.end()) is not None or _NUMBERED_BEFORE.search(before) is not None


def _find_ranges(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    joint = "–" if document.style.ranges == "en-dash" else "-"
    for match in _range().finditer(text):
        if match.group("sign") == joint or not _is_range(text, match):
            continue
        if match.group("sign") == "-" and not document.style.explicit:
            continue
        if is_code(text, match.start()):
            continue
        yield Hit(match.start("sign"), match.end("sign"), joint)


TYP017 = Rule(
    code="TYP017",
    name="number-range",
    summary="Range of numbers with a spaced dash, a tilde or a division sign",
    why="English joins the ends of a range with a hyphen (AP) or an en dash (Chicago 6.83, style option `ranges`), "
    "closed; East Asian text has the wave dash, Italian ÷. The first figure must be the smaller and something "
    "counted or a pair of years must show: scores, sums and telephone numbers have the same shape.",
    safety=UNSAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=[
        rf"\d ?[{_TILDES}] ?\d",
        r"\d [-–—] \d",
        r"\b(?:[Pp]ages?|pp?\.|[Cc]hapters?|[Vv]ols?\.|[Nn]os?\.|[Aa]ge[sd]?|lines?) ?\d+-\d",
        r"\b[12]\d\d\d-[12]\d\d\d\b",
    ],
    find=_find_ranges,
    sources=("ru", "de", "ja", "zh", "it", "*"),
    fixes=(
        ("10 - 15 minutes", "10-15 minutes"),
        ("for 2011 - 2013", "for 2011-2013"),
        ("2~3 times", "2-3 times"),
        ("Tomitaro Makino (1862～1957)", "Tomitaro Makino (1862-1957)"),
        ("5÷10 km", "5-10 km"),
        ("from Monday, 3~5 days", "from Monday, 3-5 days"),
        Example("pages 10-15", "pages 10–15", options="ranges=en-dash"),
        ("children aged 6 – 12 years", "children aged 6-12 years"),
    ),
    keeps=(
        "0xA8~0xA9",
        "won 2 - 1",
        "10 - 15 = -5",
        "~5 km",
        "2020-07-26",
        "tel. 555 - 1234",
        "J 19, 1 - 2",
        "26 - 00",
        "They lost 2 - 3 to Milan.",
        "Seibu 0 - 5 Lotte",
        "pages 10-15",
    ),
)


@lru_cache(maxsize=1)
def _framed_range() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<word>[Ff]rom|[Bb]etween) (?P<low>\d[\d,]*(?:\.\d+)?) ?[-–] ?(?P<high>\d[\d,]*(?:\.\d+)?)"
        r"(?![\w:/-]|[.,]\d)"
    )


_SECOND_END = re.compile(r"[^.\n]{0,30}\b(?:to|and|until|till|through|up|down)\b")


def _find_framed_ranges(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _framed_range().finditer(text):
        if _value(match.group("low")) >= _value(match.group("high").rstrip(",")) or _SECOND_END.match(
            text, match.end()
        ):
            continue
        start = match.end("low")
        conjunction = " to " if match.group("word").lower() == "from" else " and "
        yield Hit(start, match.start("high"), conjunction)


TYP018 = Rule(
    code="TYP018",
    name="from-to-range",
    summary="“from” or “between” with a dash",
    why="From goes with to, between with and (AP, Chicago 6.83); the dash alone says all of it. Where a second to "
    "or and follows, the figures are one end of something else.",
    safety=UNSAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=[r"\b(?:[Ff]rom|[Bb]etween) \d[\d,.]* ?[-–] ?\d"],
    find=_find_framed_ranges,
    sources=("fr", "es", "de", "ru", "*"),
    fixes=(
        ("from 2011-2013", "from 2011 to 2013"),
        ("between 5-10 people", "between 5 and 10 people"),
        Example("from 10–15 May", "from 10 to 15 May", style="uk"),
    ),
    keeps=(
        "a 5-10 minute walk",
        "from page 5-10a",
        "between 2-1 and 3-1 wins",
        "They came back from 1-2 down.",
        "from 10-12 people to 20",
    ),
)

RULES = (TYP017, TYP018)
