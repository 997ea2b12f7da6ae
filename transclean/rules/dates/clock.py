"""Clock times: reading any language's form, writing English.

Forms: `14h30`, `14 h 30`, `14.30 Uhr`, `17:30 horas`, `alle 17.30`, `20:40 PM`, `17:15`. Keys of the locales' section
`[dates]`: `hours`, words after a clock time; `clock_before`, words before one -> what English says; `clock_joiners`,
words between two.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from transclean.rules.dates.names import any_of, listed, translations
from transclean.style import Style


@dataclass(frozen=True)
class ClockTime:
    """A time at characters `start` to `end` of a text, with the foreign word that leads to it from `lead_start`.

    `form`: "h" for 14h30, "word" for a word behind it, "lead" for only one before it, "colon" for bare figures,
    "meridiem" for a.m. and p.m. `word`: that word or those letters. `half`: "a" or "p" if it says so.
    """

    start: int
    end: int
    hour: int
    minute: int | None
    form: str
    word: str = ""
    half: str = ""
    lead_start: int = -1
    lead: str = ""  # what English says for it

    @property
    def whole_start(self) -> int:
        return self.start if self.lead_start < 0 else self.lead_start


ENGLISH_WORDS = ("hours", "hrs", "hrs.", "o'clock", "o’clock")

_JOINED = re.compile(r"\s*(?:-|–|—|\b(?:to|and|or|until|till)\b)\s*(?:(?:at|around)\s+)?$")


_BROKEN = re.compile(r"\d\s*[:.]\s+$")  # 7 : 00am


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = any_of([*listed("hours"), *ENGLISH_WORDS])
    return re.compile(
        r"(?<![\w.,:/$€£+×-])(?<!\d[-–])(?P<hour>[01]?\d|2[0-4])"
        r"(?:"
        r"\s?[hH](?:\s?(?P<h_minute>[0-5]\d))?(?:\s?(?:mn|min|m))?(?![\w/]|[.,:]\d)"
        rf"|(?:\s?[:.h]\s?(?P<word_minute>[0-5]\d))?\s?(?P<word>{words})(?!\w)(?:\s(?P<late_minute>[0-5]\d)(?![\w.,:%]))?"
        r"|(?:[:.](?P<half_minute>[0-5]\d))?\s?(?P<half>[aApP])(?:\.\s?[mM]\.|\.?[mM]\b)"
        r"|(?P<separator>[:.])(?P<minute>[0-5]\d)(?![\w%€$£°]|[.,:/]\d)"
        r")"
    )


@lru_cache(maxsize=1)
def _lead_pattern() -> re.Pattern[str]:
    words = [*translations("clock_before"), *translations("clock_joiners")]
    return re.compile(rf"(?<![\w'’-])({any_of(words)})\s+$", re.IGNORECASE)


@lru_cache(maxsize=16)
def read_times(text: str) -> tuple[ClockTime, ...]:
    """The clock times of `text` in order, and what may be one: whether it is, its surroundings say."""
    times: list[ClockTime] = []
    for match in _pattern().finditer(text):
        if not _BROKEN.search(text, max(0, match.start() - 6), match.start()):
            times.append(_read(match, text, times[-1] if times else None))
    return tuple(times)


def _read(match: re.Match[str], text: str, previous: ClockTime | None) -> ClockTime:
    groups = match.groupdict()
    figures = next(
        (groups[k] for k in ("h_minute", "word_minute", "late_minute", "half_minute", "minute") if groups[k]), ""
    )
    word = groups["word"] or ""
    form = "word" if word else "meridiem" if groups["half"] else "colon" if groups["minute"] else "h"
    end = match.end()
    if groups["late_minute"] and (groups["word_minute"] or word not in ("Uhr", "heures", "heure")):
        end = match.start("late_minute") - 1  # 14 Uhr 30, but not `at 17:30 horas 20 people`
    time = ClockTime(
        match.start(), end, int(match["hour"]), int(figures) if figures else None, form, word or match.group(),
        (groups["half"] or "").lower(),
    )  # fmt: skip
    return _with_lead(time, text, previous)


def _with_lead(time: ClockTime, text: str, previous: ClockTime | None) -> ClockTime:
    """`time` with a foreign word that leads to it. A joiner counts between two times only."""
    offset = max(0, time.start - 20)
    match = _lead_pattern().search(text, offset, time.start)
    if match is None:
        return time
    word = " ".join(match[1].lower().split())
    start = match.start()
    joins = previous is not None and not text[previous.end : start].strip() and previous.form == time.form
    if joins:
        english = next(iter(translations("clock_joiners").get(word, {"": ""}).values()))
    elif word in _ALSO_ENGLISH:
        return time
    else:
        english = next(iter(translations("clock_before").get(word, {"": ""}).values()))
    if not english:
        return time
    form = "lead" if time.form == "colon" and len(word) > 2 else time.form
    return ClockTime(time.start, time.end, time.hour, time.minute, form, time.word, time.half, start, english)


_ALSO_ENGLISH = frozenset({"a", "ab", "o", "of", "van", "das", "ore", "au"})


def pairs(times: tuple[ClockTime, ...], text: str, kind: Callable[[ClockTime], bool]) -> dict[int, int]:
    """For times of one kind that end a span, in any language: index of the second -> index of the first."""
    found = {}
    for index, (first, second) in enumerate(pairwise(times)):
        if kind(first) and kind(second):
            between = text[first.end : second.whole_start]
            if _JOINED.fullmatch(between) or (second.lead in ("to", "and") and not between.strip()):
                found[index + 1] = index
    return found


def write_time(hour: int, minute: int | None, style: Style, *, half: bool = True, noon: bool = True) -> str:
    """The time in the document's style: `2:30 p.m.`, `2.30pm`, `14:30`; `half` False leaves out a.m. and p.m.

    Whole hours drop :00, and 12 is noon or midnight (AP) unless `noon` is False.
    """
    separator = style.time_separator
    if style.clock != "12h":
        return f"{hour % 24}{separator}{minute or 0:02}"
    if not minute and half and noon and hour in (0, 12, 24):
        return "noon" if hour == 12 else "midnight"
    figures = str(hour % 12 or 12) + (f"{separator}{minute:02}" if minute else "")
    return figures + (meridiem("p" if 12 <= hour < 24 else "a", style) if half else "")


def meridiem(half: str, style: Style) -> str:
    """` p.m.` or `pm` as the style writes it, for `a` or `p`."""
    return style.meridiem.replace("p", half)
