"""Dates in figures: `09.02.2023`, `05/04/2018`. Most of the world puts the day first; the United States do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.dates.context import previous_word
from transclean.rules.dates.names import ENGLISH, Name
from transclean.rules.dates.placing import place_date
from transclean.rules.dates.reader import Date, Reading, with_left_side
from transclean.rules.dates.writer import write_date
from transclean.rules.english import MONTHS
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_DOTTED = re.compile(
    r"(?<![\w./:§-])(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:1[5-9]|20)\d\d|\d\d)"
    r"(?![\w/-]|[.:,]\d)"
)
_SLASHED = re.compile(
    r"(?<![\w./:-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[/-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)\d\d)"
    r"(?![\w/-]|[.:,]\d)"
)
# Behind these a date belongs to a trailer (… - DW - 09.02.2023) or is no date.
_NO_DATE_BEFORE = re.compile(
    r"(?:[-–—|•]\s*|\b(?:section|sections|version|chapter|release|rule|article|clause|paragraph|item|table|figure|part|IP)\s+)$",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset({"on", "of", "since", "until", "till", "from", "dated", "by", "before", "after"})
_DAY_FIRST = ("fr", "es", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar")


def _year(figures: str) -> int:
    """Two figures as POSIX reads them: 69 to 99 are of the 20th century."""
    year = int(figures)
    return year if len(figures) == 4 else year + (1900 if year >= 69 else 2000)


def _find_dotted(segment: Segment, document: Document) -> Iterator[Hit]:
    text, style = segment.text, document.style
    for match in _DOTTED.finditer(text):
        start, end = match.span()
        if _NO_DATE_BEFORE.search(text, max(0, start - 20), start):
            continue
        date = Date(int(match["month"]), (int(match["day"]),), (), _year(match["year"]))
        reading = Reading(start, end, date, Name(date.month, ENGLISH), MONTHS[date.month - 1], marks=("",))
        reading = with_left_side(text, reading, document.source)
        led = previous_word(text, start).lower() in _PREPOSITIONS or reading.date.weekday is not None
        alone = not text[segment.line_at(start).start : start].strip()
        if (len(match["year"]) == 2 or alone) and not led:
            continue
        if style.date_numeric == "iso":
            yield Hit(start, end, f"{date.year}-{date.month:02}-{date.days[0]:02}")
        else:
            yield Hit(*place_date(text, reading, style))


def _find_slashed(segment: Segment, document: Document) -> Iterator[Hit]:
    text, style = segment.text, document.style
    if not document.source_is(*_DAY_FIRST):
        return  # who wrote it so meant it so
    for match in _SLASHED.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        if day == month or (day > 12 and not (style.explicit and style.date_order == "mdy")):
            continue
        written = write_date(Date(month, (day,), (), int(match["year"])), style.date_order)
        yield Hit(match.start(), match.end(), written)


DATE013 = Rule(
    code="DATE013",
    name="dotted-date",
    summary="Date in figures with stops",
    why=(
        "German, Russian, Polish and Turkish write 09.02.2023; English news style spells the month (AP; UN Editorial "
        "Manual). Numbers of sections and versions look the same, and in trailers of headlines (… - DW - 09.02.2023) "
        "the date may stay: a suggestion. Two figures for the year need a preposition of time."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(r"\d[.]\d\d?[.]\d\d",),
    find=_find_dotted,
    sources=("de", "ru", "uk", "pl", "tr", "fr"),
    fixes=(
        ("on Thursday 20.12.2012", "on Thursday, December 20, 2012"),
        Example("(10.04.2022)", "(10 April 2022)", style="un"),
        ("order of 03.01.21", "order of January 3, 2021"),
        Example("since 9.2.2023", "since 2023-02-09", options="date.numeric=iso"),
        ("It was signed in Berlin on 03.10.1990 by both.", "It was signed in Berlin on October 3, 1990 by both."),
    ),
    keeps=(
        "version 10.04.20",
        "IP 10.04.20.22",
        "DW - 09.02.2023",
        "section 3.1.21",
        "5.10.15 rule",
        "The 12.34.2020 code",
    ),
)

DATE014 = Rule(
    code="DATE014",
    name="ambiguous-date",
    summary="Date in figures that may be read in two ways",
    why=(
        "05/04/2018 is 5 April in most languages and May 4 in the United States. Reported where the source language "
        "puts the day first; in a text of unknown source it is the writer's own."
    ),
    safety=FLAG,
    stage=Stage.DATES,
    trigger=(r"\b\d\d?[/-]\d\d?[/-](?:19|20)\d\d\b",),
    find=_find_slashed,
    sources=_DAY_FIRST,
    fixes=(
        Example("updated on 05/04/2018", flag="05/04/2018", suggest="April 5, 2018", source="fr"),
        Example("Expired before 1/2/2022", flag="1/2/2022", suggest="1 February 2022", source="uk", style="un"),
        Example("due 03-04-2021", flag="03-04-2021", suggest="3 April 2021", source="nl", style="uk"),
        Example("signed on 14/02/2023", flag="14/02/2023", suggest="February 14, 2023", source="fr"),
    ),
    keeps=("14/02/2023", "1/1/2022", "24/7", "2023-04-05", "3/4 cup", "9/11"),
)

RULES = (DATE013, DATE014)
