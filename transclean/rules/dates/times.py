"""Rules for clock times: those left in the source's form, and those that are no form of English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from transclean.document import Document
from transclean.rules.dates.clock import ENGLISH_WORDS, ClockTime, pairs, read_times, write_time
from transclean.rules.dates.context import is_foreign_around
from transclean.rules.dates.names import any_of, listed, translations
from transclean.rules.dates.placing_times import (
    AFTER_PREPOSITION,
    AFTER_VAGUE_PREPOSITION,
    TIME_OF_DAY,
    place_time,
    same_half,
)
from transclean.rules.dates.triggers import GAP
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

_ZONES = r"GMT|UTC|CES?T|BST|EE?S?T|[ECMP][SD]T|MSK|local|Paris|Berlin|Madrid|Moscow|Beijing"
_DAY_BEFORE = re.compile(r"(?:day|today|tonight|tomorrow|yesterday|morning|afternoon|evening|\b\d{4})\s*,?\s+$")
_TIME_AFTER = re.compile(rf"\s*\(?(?:{_ZONES})\b|\s+(?:sharp\b|on\s+(?:the\s+)?(?:\w+day\b|\d))")
_DURATION_BEFORE = re.compile(
    r"\b(?:for|in|during|of|within|every|over|under|took|takes?|last(?:s|ed|ing)?|than|least|most|another|some|an?|the|"
    r"only|just|nearly|almost|total|approximately|per|delay(?:ed)?|spent|spend|wait(?:ed)?|plus)\s+$|\+\s?$",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    r"\s*(?:/|per\b|a\s+(?:day|week|month|night)|each\b|later\b|ago\b|of\b|long\b|before\b|after\b|straight\b|non-?stop\b|"
    r"(?:films?|movies?|flights?|drives?|trips?|shifts?|walks?|rides?|breaks?|delays?|sessions?|work)\b)"
)
# Charging takes from 2h to 3h: as clock times they would be after noon.
_LASTING_BEFORE = re.compile(
    r"\b(?:takes?|took|taking|last(?:s|ed|ing)?|rang(?:es?|ed|ing)|var(?:y|ies|ied|ying))\s+(?:\w+\s+)?(?:from|between)\s+$"
)
# 14h 29m 43s is a place in the sky, or how long something took; 04h 12m UT is an astronomer's time.
_SECONDS_AFTER = re.compile(r"\s?\d{1,2}(?:\.\d+)?\s?s\b|\s?UT\b")
_MINUTES = re.compile(r"h \d\dm\Z")
# After 16 h at 22 °C the catalyst was removed.
_AFTER = re.compile(r"\b[Aa]fter\s+(?:about\s+)?$")
# Hours after a beginning: samples at 6h, 24h and 48h; left to stand for 12h.
_ELAPSED = re.compile(r"\b(?:0|36|48|72|96) ?h\b|, 24 ?h\b|\band 24 ?h\b|\bfor \d+ ?h\b")
# A preposition of durations, but of the clock here.
_SCHEDULED_FOR = re.compile(r"\b(?:scheduled|set|planned|slated|due|fixed|expected|called)\s+for\s+$")
# From 35h to 39h a week: a span that something rose or fell along.
_CHANGE_BEFORE = re.compile(
    r"\b(?:increas|decreas|reduc|extend|cut|shorten|lengthen|rais|rose|fell|drop|went|grew|lower)\w*\b[^.;]{0,30}$"
)


class _Opening(NamedTuple):
    """Figures without a mark that open a span with a time behind: `9 to` in `from 9 to 18h`."""

    start: int
    end: int
    hour: int
    minute: int | None


_OPENING = re.compile(
    r"(?P<before>\b(?:from|between|von|de|dalle|las|das|zwischen)\s+|\(\s?)"
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?=\s*(?:-|–|to|and|until|bis|und)\s*$)"
)


def _opening(text: str, time: ClockTime) -> _Opening | None:
    match = _OPENING.search(text, max(0, time.whole_start - 30), time.whole_start)
    if (
        match is None
        or int(match["hour"]) >= time.hour
        or _CHANGE_BEFORE.search(text, max(0, match.start() - 60), match.start())
    ):
        return None
    minute = int(match["minute"]) if match["minute"] else None
    return _Opening(match.start("hour"), match.end(), int(match["hour"]), minute)


def _find_leftover(code: str, segment: Segment, document: Document) -> Iterator[Hit]:
    text, style = segment.text, document.style
    times = read_times(text)
    spans = pairs(times, text, lambda time: _leftover(time) == code)
    sure = [_certainty(text, t, document) if _leftover(t) == code else None for t in times]
    for second, first in spans.items():
        # One end that is a clock time makes the other one; two durations are no span of the clock.
        best = (
            SAFE if SAFE in (sure[first], sure[second]) else UNSAFE if UNSAFE in (sure[first], sure[second]) else None
        )
        before = text[max(0, times[first].start - 60) : times[first].start]
        lasts = times[second].hour <= 12 and _LASTING_BEFORE.search(before)
        sure[first] = sure[second] = None if lasts or _CHANGE_BEFORE.search(before) else best
    closing = {first: second for second, first in spans.items()}
    for index, time in enumerate(times):
        opening = _opening(text, time) if _leftover(time) == code and index not in spans else None
        safety = sure[index]
        if opening and safety is None and (time.hour >= 13 or time.minute is not None):
            safety = _certainty_of_span(text, time)
        if safety is None or is_foreign_around(segment, time.whole_start, time.end, document):
            continue
        if opening:
            half = not same_half(opening.hour, time.hour, style)
            yield Hit(opening.start, opening.end, write_time(opening.hour, opening.minute, style, half=half), safety)
        after = times[closing[index]] if index in closing else None
        yield place_time(text, time, style, safety, half=after is None or not same_half(time.hour, after.hour, style))


def _certainty_of_span(text: str, time: ClockTime) -> Safety | None:
    """How sure it is that `between 12 and 14 hours`, of which this is the end, is of the clock."""
    if _DURATION_AFTER.match(text, time.end):
        return None
    return UNSAFE if time.word in ENGLISH_WORDS and time.minute is None else SAFE


def _leftover(time: ClockTime) -> str | None:
    """The code of the rule for this form; None for one that English has."""
    if time.form == "h":
        return "DATE018"
    if time.form in ("word", "lead"):
        return "DATE019"
    return "DATE020" if time.form == "meridiem" and (time.hour > 12 or time.hour == 0) else None


def _certainty(text: str, time: ClockTime, document: Document) -> Safety | None:
    """How sure it is that this is a time of the clock, and not a duration."""
    if time.form == "meridiem":
        return FLAG if time.half == "a" and time.hour > 12 else SAFE
    if time.form == "lead":
        return SAFE
    window = text[max(0, time.start - 40) : time.start]
    signed = bool(
        time.lead in ("at", "until", "around") or AFTER_PREPOSITION.search(window) or _DAY_BEFORE.search(window)
        or _TIME_AFTER.match(text, time.end) or TIME_OF_DAY.match(text, time.end)
    )  # fmt: skip
    scheduled = time.hour >= 7 and _SCHEDULED_FOR.search(window) is not None
    signed = signed or scheduled
    if time.form == "h" and (
        _SECONDS_AFTER.match(text, time.end)
        or _MINUTES.search(text[time.start : time.end])
        or (time.minute is None and _ELAPSED.search(text))
    ):
        return None
    if time.form == "h" and time.minute is None and text[time.end - 2] == " " and _AFTER.search(window):
        return None
    lasting = bool((_DURATION_BEFORE.search(window) and not scheduled) or _DURATION_AFTER.match(text, time.end))
    by_hour = bool(AFTER_VAGUE_PREPOSITION.search(window) or time.lead) and time.hour >= 13
    if time.hour == 24 and (time.minute or not re.search(r"\b(?:until|to|till|and)\s+$", window)):
        return None
    if time.form == "word":
        return _certainty_of_word(time, signed=signed, by_hour=by_hour, lasting=lasting)
    if lasting and not (time.minute is not None and _DAY_BEFORE.search(window)):
        return None
    if signed or by_hour:
        return SAFE
    written_out = time.minute is not None and 6 <= time.hour <= 23
    return UNSAFE if written_out and document.source_may_be("fr", "es", "pt") else None


def _certainty_of_word(time: ClockTime, *, signed: bool, by_hour: bool, lasting: bool) -> Safety | None:
    if "clock" in time.word:
        return SAFE if time.hour > 12 or time.hour == 0 else None
    if time.word == "Uhr":
        return SAFE
    if time.word in ENGLISH_WORDS:
        if time.minute is None:
            return UNSAFE if signed and 13 <= time.hour <= 23 and not lasting else None
        return SAFE if not lasting and (signed or time.hour >= 13) else None
    if time.minute is not None:
        return None if lasting and not signed and time.hour < 13 else SAFE
    return SAFE if (signed or by_hour) and not lasting else None


# Triggers.


def _word_triggers() -> list[str]:
    words = [word for word in listed("hours") if word not in ("h", "hs")]
    leads = [word for word in translations("clock_before") if len(word) > 2]
    return [
        rf"\d ?(?:{any_of(words)})".replace("\\s+", " "),
        r"\d[:.]\d\d ?(?:h|hs|hours|hrs)\b",
        r"\b(?:at|around|until) (?:1[3-9]|2[0-3]) (?:hours|hrs)\b",
        r"\b(?:1[3-9]|2[0-4]|00?)(?:[:.]\d\d)? ?o['’]clock",
        rf"(?:{any_of(leads)}){GAP}\d\d?[:.]\d\d".replace("\\s+", " "),
    ]


DATE018 = Rule(
    code="DATE018",
    name="french-hour",
    summary="Time with the French h",
    why=(
        "French, Spanish and Portuguese write 14h30; English 2:30 p.m. or 14:30 (AP; Guardian). The same h stands in "
        "durations (a 2h film, changes for 1h30), so a preposition of time, a day, a time zone or the other end of a "
        "span must say that it is the clock."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=(r"\d[hH]", r"\d [hH][ .,;:)\d\n-]", r"\d [hH]\Z"),
    find=partial(_find_leftover, "DATE018"),
    sources=("fr", "es", "pt"),
    fixes=(
        ("arrived at 15h30", "arrived at 3:30 p.m."),
        ("The vote, scheduled for 16h30, was put off.", "The vote, scheduled for 4:30 p.m., was put off."),
        ("Polling closed at 17 h GMT.", "Polling closed at 5 p.m. GMT."),
        Example("at 6h30 the next morning", "at 6.30 the next morning", style="uk"),
        ("from 9h to 18h", "from 9 a.m. to 6 p.m."),
        ("at 0h15", "at 12:15 a.m."),
        (
            "It is open de 9h à 18h on all days of the week.",
            "It is open from 9 a.m. to 6 p.m. on all days of the week.",
        ),
        ("He came back vers 20h.", "He came back around 8 p.m."),
        (
            "impossible to find a taxi between 16h and 19h in the week",
            "impossible to find a taxi between 4 and 7 p.m. in the week",
        ),
        ("The debate starts at 14 h 30.", "The debate starts at 2:30 p.m."),
        ("shortly after 13h00 local time", "shortly after 1 p.m. local time"),
        Example("at 14h30 on June 1", "at 14:30 on June 1", options="time=24h"),
        ("from 9 to 18h", "from 9 a.m. to 6 p.m."),
        ("The vote is on Tuesday, 14h30.", "The vote is on Tuesday, 2:30 p.m."),
        ("from 9h to 12h", "from 9 a.m. to noon"),
    ),
    keeps=(
        "changes for 1h30",
        "24h order OK",
        "about 1.5h",
        "the 20h of Antenne 2",
        "a 2h film",
        "0x14h",
        "24h Le Mans",
        "It takes 2h to get there.",
        "Charging takes from 4h to 6h at home.",
        "Cells were harvested at 6h, 12h and 24h.",
        "Proxima Centauri lies at 14h 29m 43s.",
        "at 35h per week",
        "The working week rose from 10h to 20h.",
        "around 2h of work",
    ),
)

DATE019 = Rule(
    code="DATE019",
    name="hour-word",
    summary="Word for the hour after a clock time",
    why=(
        "Uhr, horas, ore, uur after a time, and hours or o'clock where English has none of them (18:05 hours, 15 "
        "o'clock). Military 1800 hours is right, a duration (24 hours, in 2:15 hours) is no time, 3 o'clock is English."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=_word_triggers,
    find=partial(_find_leftover, "DATE019"),
    sources=("de", "es", "it", "pt", "nl", "fr", "pl", "ru", "uk", "tr"),
    fixes=(
        ("at 18:05 hours", "at 6:05 p.m."),
        ("at 14.30 Uhr", "at 2:30 p.m."),
        Example("at 17:30 horas", "at 17.30", source="es", style="uk", options="time=24h"),
        ("at 15 o'clock", "at 3 p.m."),
        ("open from 9 to 20 o'clock", "open from 9 a.m. to 8 p.m."),
        ("The train leaves um 14.30 Uhr.", "The train leaves at 2:30 p.m."),
        ("It began around 20 Uhr on Friday", "It began around 8 p.m. on Friday"),
        Example("The match began alle 17.30 in Rome", "The match began at 5:30 p.m. in Rome", source="it"),
        Example("De raad meets at 19.30 uur", "De raad meets at 7:30 p.m.", source="nl"),
        Example("The bus comes a las 14:30 horas", "The bus comes at 2:30 p.m.", source="es"),
        ("until 14 Uhr 30", "until 2:30 p.m."),
    ),
    keeps=(
        "They work between 12 and 14 hours a day.",
        "2 hours 4 minutes",
        "24 hours",
        "in 2:04:30 hours",
        "at 1800 hours, the captain said",
        "3 o'clock",
        "within 14 hours",
        "It lasted 1:30 hours.",
        "Il Sole 24 Ore",
        "15 ore carriers",
    ),
)

DATE020 = Rule(
    code="DATE020",
    name="doubled-clock",
    summary="24-hour clock with a.m. or p.m.",
    why=(
        "20:40 PM says p.m. twice, and 0:30 a.m. is 12:30 on the 12-hour clock. 13:00 a.m. contradicts itself: it is "
        "reported."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=(r"\b(?:1[3-9]|2[0-4]|00?)(?:[:.][0-5]\d)? ?[aApP]\.? ?[mM]\b",),
    find=partial(_find_leftover, "DATE020"),
    fixes=(
        ("2/14/2021 20:40 PM", "2/14/2021 8:40 p.m."),
        ("at 15:00 p.m.", "at 3 p.m."),
        Example("at 13:30 pm", "at 1.30 p.m.", style="un"),
        ("at 0:30 a.m.", "at 12:30 a.m."),
        ("He left at 18.30 p.m. The car was gone.", "He left at 6:30 p.m. The car was gone."),
        Example("at 13:00 a.m.", flag="13:00 a.m."),
    ),
    keeps=("11:40 PM", "20:40", "12:15 a.m.", "the 10 a.m. train", "Channel 20 AM radio"),
)

RULES = (DATE018, DATE019, DATE020)
