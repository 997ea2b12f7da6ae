"""Dates in good English that the style writes otherwise: order of day and month, ordinals, commas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from transclean.document import Document
from transclean.rules.dates.context import (
    is_foreign_around,
    is_function_word,
    is_part_of_name,
    next_word,
    previous_word,
    source_language,
)
from transclean.rules.dates.names import ENGLISH
from transclean.rules.dates.placing import PREPOSITIONS, VERBS, is_attribute, place_date
from transclean.rules.dates.reader import Reading, read_dates
from transclean.rules.dates.triggers import GAP
from transclean.rules.dates.writer import write_date
from transclean.rules.english import MONTH_PATTERN
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.style import Style
from transclean.text.segment import Segment

_ORDINALS = frozenset({"st", "nd", "rd", "th"})

# Nouns whose number a following month has nothing to do with: in chapter 3 March returns.
_NUMBERED = frozenset(
    {"chapter", "page", "section", "article", "part", "no", "number", "figure", "table", "volume", "group", "level",
     "phase", "step", "day", "room", "line", "act", "verse", "paragraph", "clause", "episode", "season"}
)  # fmt: skip

Rewrite = Callable[[str, Reading, Style], "tuple[int, int, str] | None"]


def _find(rewrite: Rewrite, segment: Segment, document: Document) -> Iterator[Hit]:
    """What `rewrite` makes of the English dates that may be rewritten."""
    text = segment.text
    for reading in read_dates(text, source_language(document)):
        if (
            reading.language != ENGLISH
            or not reading.month_text[0].isupper()
            or reading.lead
            or reading.foreign_weekday
        ):
            continue
        if is_part_of_name(text, reading.start, reading.end):
            continue
        found = rewrite(text, reading, document.style)
        if found is not None and not is_foreign_around(segment, reading.start, reading.end, document):
            yield Hit(*found)


def _reorder(text: str, reading: Reading, style: Style) -> tuple[int, int, str] | None:
    """Bare figures in the other order than the style's."""
    wrong = reading.month_first == (style.date_order == "dmy")
    if not reading.date.days or not wrong or any(reading.marks) or reading.connector:
        return None
    before = previous_word(text, reading.start)
    if not reading.month_first and (before.lower() in _NUMBERED or _is_name(before)):
        return None  # chapter 3 March; Windows 10 May 2020 Update
    if _FIGURES.match(text, reading.end):
        return None  # 22 June 217 BC
    following = next_word(text, reading.end)
    if reading.month_first and not reading.date.year and following.endswith("s") and not is_function_word(following):
        return None  # March 3 times
    return place_date(text, reading, style)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not is_function_word(word.lower()) and word.lower() not in PREPOSITIONS


_FIGURES = re.compile(r"\s+\d")


def _drop_ordinal(text: str, reading: Reading, style: Style) -> tuple[int, int, str] | None:
    """`the 5th of August`: as spoken."""
    if reading.month_first or not (_ORDINALS & set(reading.marks) or reading.connector == "of"):
        return None
    if reading.date.days == (4,) and reading.date.month == 7 and not reading.date.year:
        return None  # the holiday
    if is_attribute(text, reading.end, "on"):
        return None
    return place_date(text, reading, style)


def _drop_suffix(text: str, reading: Reading, style: Style) -> tuple[int, int, str] | None:
    """`July 15th`; its order is another rule's."""
    if not reading.month_first or not _ORDINALS & set(reading.marks):
        return None
    return reading.start, reading.end, write_date(reading.date, "mdy")


def _set_commas(text: str, reading: Reading, style: Style) -> tuple[int, int, str] | None:
    """The commas of a date in the style's own order, or between month and year."""
    in_order = not reading.date.days or reading.month_first == (style.date_order == "mdy")
    if not in_order or any(reading.marks) or reading.connector or next_word(text, reading.end).lower() in VERBS:
        return None
    written = write_date(reading.date, style.date_order)
    before = text[reading.start : reading.end]
    if before == written or " ".join(before.replace(",", " ").split()) != written.replace(",", ""):
        return None
    return reading.start, reading.end, written


_POINTING = re.compile(r"(?<!\w)(?:the\s+|this\s+)?(?:last|past|next|this)\s+$", re.IGNORECASE)


def _drop_pointer(text: str, reading: Reading, style: Style) -> tuple[int, int, str] | None:
    """`last May 5`: `el pasado 5 de mayo`, word by word."""
    match = _POINTING.search(text, max(0, reading.start - 20), reading.start)
    following = next_word(text, reading.end)
    if not match or not reading.date.days:
        return None
    if following.islower() and not is_function_word(following) and following not in VERBS:
        return None  # the last 5 May elections
    written = write_date(reading.date, style.date_order)
    if previous_word(text, match.start()).lower() in PREPOSITIONS:
        return match.start(), reading.end, written
    return match.start(), reading.end, f"{'On' if text[match.start()].isupper() else 'on'} {written}"


_DAY = r"\d\d?(?:st|nd|rd|th)?"

DATE007 = Rule(
    code="DATE007",
    name="date-order",
    summary="Day and month in another order than the style's",
    why=(
        "June 1 in AP, 1 June in UN and British style; translations mix them, even in one sentence. Both are right: "
        "only with a style set. Numbers of chapters, names of streets and quoted titles are no dates."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(rf"\b\d\d?{GAP}(?:{MONTH_PATTERN})\b", rf"\b(?:{MONTH_PATTERN}){GAP}\d\d?\b"),
    find=partial(_find, _reorder),
    needs_style=True,
    fixes=(
        ("on 29 October", "on October 29"),
        ("on 17 September 2007", "on September 17, 2007"),
        Example("on October 29", "on 29 October", style="un"),
        Example("on January 1, 2013, it", "on 1 January 2013, it", style="uk"),
        ("on 15 and 16 April 2010", "on April 15 and 16, 2010"),
        ("the 11 November ceremony", "the November 11 ceremony"),
        Example("from May 26 to June 1", "from 26 May to 1 June", style="un"),
        Example("between May 3-5, 2020", "between 3-5 May 2020", style="uk"),
        ("on Tuesday 5 March 2024", "on Tuesday, March 5, 2024"),
    ),
    keeps=(
        'a "second 11 September"',
        "4 July Street",
        "March 3 times",
        Example("They met in March 3 times", style="un"),
        "May 68",
        "in chapter 3 March returns",
        "13 Reasons",
        "Install the Windows 10 May 2020 Update.",
        "On 22 June 217 BC",
        Example("on 29 October", style="auto"),
        Example("the May 4 Movement", style="un"),
    ),
)

DATE008 = Rule(
    code="DATE008",
    name="spoken-date",
    summary="Date as it is spoken",
    why="The 5th of August, the 7th August: print has August 5 or 5 August. The Fourth of July and named days stay.",
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(rf"\b{_DAY}{GAP}(?:of{GAP})?(?:{MONTH_PATTERN})\b",),
    find=partial(_find, _drop_ordinal),
    needs_style=True,
    sources=("de", "tr", "ar", "es", "pt"),
    fixes=(
        ("on the 5th of August", "on August 5"),
        ("must on the 7th August play", "must on August 7 play"),
        Example("on the 29th of May 2017", "on 29 May 2017", style="un"),
        Example("the 4th December", "4 December", style="uk"),
        ("on 1st June 2023", "on June 1, 2023"),
        ("from the 3rd to the 5th of May", "from May 3 to 5"),
    ),
    keeps=(
        "the Fourth of July",
        "the 4th of July",
        "the 5th of August 1962 issue",
        "the 13th of each month",
        "the 8th of March Movement",
        Example("on the 5th of August", style="auto"),
    ),
)

DATE009 = Rule(
    code="DATE009",
    name="ordinal-after-month",
    summary="Ordinal suffix after the month",
    why="July 15th is said and often written, but neither AP nor UN style prints the suffix. Only with a style set.",
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(rf"\b(?:{MONTH_PATTERN}){GAP}\d\d?(?:st|nd|rd|th)\b",),
    find=partial(_find, _drop_suffix),
    needs_style=True,
    fixes=(
        ("on July 15th", "on July 15"),
        ("July 15th to 16th", "July 15 to 16"),
        ("on September 23rd, my wife", "on September 23, my wife"),
        ("October 7th, 2020", "October 7, 2020"),
    ),
    keeps=('"June 1st" Children\'s Day', "the 15th", "the 9th of November", "May 4th Movement"),
)

DATE010 = Rule(
    code="DATE010",
    name="date-comma",
    summary="Comma in a date",
    why=(
        "AP sets commas before the year and after the weekday (Tuesday, June 1, 2023), UN and British style none; no "
        "style has one between month and year. Only with a style set."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(
        rf"\b(?:{MONTH_PATTERN}) \d\d? [12]\d\d\d\b",
        rf"\b(?:{MONTH_PATTERN}), ?[12]\d\d\d\b",
        rf"day (?:{MONTH_PATTERN}) \d",
        rf"day, \d\d? (?:{MONTH_PATTERN})\b",
        rf"\b\d\d? (?:{MONTH_PATTERN}), [12]\d\d\d\b",
    ),
    find=partial(_find, _set_commas),
    needs_style=True,
    fixes=(
        ("on June 1 2023", "on June 1, 2023"),
        ("in June, 2023", "in June 2023"),
        ("Tuesday January 17, 2008", "Tuesday, January 17, 2008"),
        Example("on Tuesday, 5 March 2024", "on Tuesday 5 March 2024", style="uk"),
    ),
    keeps=("July 15 1992-2002", "May 1 2,000 people", "Thursday August.", "in May, 2020 was far away"),
)

DATE027 = Rule(
    code="DATE027",
    name="pointed-date",
    summary="last, past, next or this before a full date",
    why=(
        "El pasado 5 de mayo, le 7 juin prochain: English has last Tuesday and next June, but a day of the month needs "
        "no such word. A guess where the year is not this one."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(
        rf"\b(?:[Ll]ast|[Pp]ast|[Nn]ext|[Tt]his){GAP}(?:[A-Z][a-z]+day,?{GAP})?"
        rf"(?:{_DAY}{GAP}(?:of{GAP})?(?:{MONTH_PATTERN})\b|(?:{MONTH_PATTERN}){GAP}\d\d?\b)",
    ),
    find=partial(_find, _drop_pointer),
    sources=("es", "fr", "it", "pt"),
    fixes=(
        ("last May 5 he resigned", "on May 5 he resigned"),
        Example("the past 5 May", "on 5 May", style="un"),
        ("the next 7 June", "on June 7"),
        ("this Tuesday 4 October", "on Tuesday, October 4"),
        ("Since last May 5, he has said nothing.", "Since May 5, he has said nothing."),
    ),
    keeps=(
        "last May",
        "last Tuesday",
        "next June",
        "the past 5 years",
        "the last 5 May Day parades",
        "in last 5 May elections",
    ),
)

RULES = (DATE007, DATE008, DATE009, DATE010, DATE027)
