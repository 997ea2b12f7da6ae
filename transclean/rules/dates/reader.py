"""Reading dates: any language's written form of a date in a text, and how it is written.

English dates are read too: style rules rewrite them, and a left-over date may share its day or span with one. Dates
in figures alone are `numeric.py`'s, Chinese and Japanese ones `han.py`'s.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from transclean.rules.dates.names import (
    ENGLISH,
    Name,
    any_of,
    choose,
    listed,
    month_names,
    translations,
    weekday_names,
)


@dataclass(frozen=True)
class Date:
    """A date, or several days of a month: `joiners` stand between the `days`. `weekday`: 0 is Monday."""

    month: int
    days: tuple[int, ...] = ()
    joiners: tuple[str, ...] = ()
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True)
class Lead:
    """A foreign word that leads to a date (`le`, `am`, `desde el`) from `start`; `english`: what English says, or "
    "``."""

    start: int
    word: str
    english: str


@dataclass(frozen=True)
class Reading:
    """A date at characters `start` to `end`, weekday included, the foreign lead not."""

    start: int
    end: int
    date: Date
    month: Name
    month_text: str
    month_first: bool = False
    marks: tuple[str, ...] = ()  # what follows the figures of the days: "er", ".", "th", ""
    connector: str = ""  # between day and month: "de", "of"
    lead: Lead | None = None
    foreign_weekday: bool = False
    foreign_year: bool = False  # "de 2020", "2020 г."
    stop: bool = False  # it ends in the stop of an abbreviation

    @property
    def language(self) -> str:
        """The language of the month's name."""
        return self.month.language

    @property
    def whole_start(self) -> int:
        """Where it begins with its lead."""
        return self.lead.start if self.lead else self.start


@lru_cache(maxsize=16)
def read_dates(text: str, source: str | None = None) -> tuple[Reading, ...]:
    """The dates of `text` in order. `source`: the language to prefer where a name is of several."""
    readings = _day_first(text, source)
    for pattern in (_month_first_pattern(), _month_and_year_pattern()):
        starts = [r.start for r in readings]
        for match in pattern.finditer(text):
            reading = _reading(match, source, month_first=True)
            # What the patterns before have read is not read again: 5 May 2020 holds May 2020.
            earlier = bisect(starts, reading.end - 1) - 1 if reading else -1
            if reading and (earlier < 0 or readings[earlier].end <= reading.start):
                readings.append(reading)
        readings.sort(key=lambda r: r.start)
    return _joined([with_left_side(text, r, source) for r in readings], text)


# The three orders: 5 May 2020, May 5 2020, May 2020.

_FIGURES = re.compile(r"\d+")
_WORD = r"[^\W\d_]+(?:\s(?:الثاني|الأول))?"  # with the second word of Levantine months
_NO_QUANTITY = r"(?![\w%€$£°]|[.,:/]\d)"
_NO_MORE = _NO_QUANTITY + r"(?!\s?[-–]\s?\d)"


@lru_cache(maxsize=1)
def _pieces() -> dict[str, str]:
    ordinals = [*listed("ordinals"), "st", "nd", "rd", "th"]
    figures = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
    day = rf"{figures}(?:(?:{any_of(ordinals)})(?!\w))?"
    # Behind the month a stop ends the sentence.
    last_day = rf"{figures}(?:(?:{any_of(mark for mark in ordinals if mark.strip() != '.')})(?!\w))?"
    joiner = rf"(?:\s*[-–—/]\s*|\s+(?:to|and|or|through|until|till|{any_of(translations('joiners'))})\s+)"
    connector = rf"(?:of|{any_of(listed('connectors'))})"
    return {
        "last_day": last_day,
        "days": rf"{day}(?:(?:\s*,\s*{day}){{0,3}}{joiner}(?:(?:the|le|el|il|den|dem)\s+)?{day})?",
        "connector": connector,
        "year": rf"(?:(?P<year_connector>{connector})\s+)?(?P<year>[12]\d{{3}}){_NO_MORE}"
        rf"(?P<year_mark>\s*(?:{any_of(listed('year_marks'))})(?!\w))?",
        "suffix": rf"(?P<suffix>['’](?:{any_of(listed('suffixes'))})(?!\w))?",
    }


@lru_cache(maxsize=1)
def _day_first_pattern() -> re.Pattern[str]:
    p = _pieces()
    return re.compile(
        rf"(?<![\w.,:/$€£¥§№])(?<!\d[-–])(?P<days>{p['days']})(?:\s+|(?<=[.º°]))"
        rf"(?:(?P<connector>{p['connector']})\s+)?(?P<month>{_WORD})(?P<stop>\.)?"
        rf"(?:\s*,?\s+{p['year']})?{p['suffix']}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _month_first_pattern() -> re.Pattern[str]:
    p = _pieces()
    # A second day after a word must be followed by what ends a date: May 5 and 6 people is not a span.
    ended = r"(?=,?\s+[12]\d{3}\b|[,.;:)\]]|$)"
    more = rf"(?:\s*[-–]\s*{p['last_day']}{_NO_QUANTITY}|\s+(?:to|and|or|through)\s+{p['last_day']}{ended})?"
    return re.compile(
        rf"(?<![\w-])(?P<month>{_WORD})(?P<stop>\.)?\s+(?P<days>{p['last_day']}{_NO_QUANTITY}{more})"
        rf"(?:\s*,?\s+{p['year']})?{p['suffix']}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _month_and_year_pattern() -> re.Pattern[str]:
    p = _pieces()
    return re.compile(rf"(?<![\w-])(?P<month>{_WORD})(?P<stop>\.)?,?\s+{p['year']}{p['suffix']}", re.IGNORECASE)


def _day_first(text: str, source: str | None) -> list[Reading]:
    readings = []
    position = 0
    while match := _day_first_pattern().search(text, position):
        reading = _reading(match, source)
        if reading is not None and _is_span(text, reading):
            readings.append(reading)
            position = reading.end
        else:
            # Figures that are no date may hide the day behind them: `Article 3 and 5 mai`.
            figures = _FIGURES.match(text, match.start())
            position = figures.end() if figures else match.end()
    return readings


def _is_span(text: str, reading: Reading) -> bool:
    """Whether the figures before the last, if any, are days too, and not the number of something else."""
    days, joiners = reading.date.days, reading.date.joiners
    if any(a >= b for a, b in pairwise(days)):
        return False
    if not joiners or reading.marks[0] or not any(map(str.isalpha, joiners[-1].strip())):
        return True
    return bool(_opens_a_span().search(text[max(0, reading.start - 20) : reading.start]))


@lru_cache(maxsize=1)
def _opens_a_span() -> re.Pattern[str]:
    words = any_of([*translations("before"), *listed("range_from")])
    return re.compile(
        rf"(?:^|[(\[]|(?<!\w)(?:on|from|between|of|the|since|until|by|after|before|for|to|in|{words}))\s*$",
        re.IGNORECASE,
    )


def _reading(match: re.Match[str], source: str | None, *, month_first: bool = False) -> Reading | None:
    """What `match` says, or None if its word is no month."""
    groups = match.groupdict()
    word = match["month"]
    names = month_names()
    found = names.get(word.lower())
    if found is None and " " in word and not month_first:
        word = word.split()[0]
        found = names.get(word.lower())
    month = choose(found or (), word, source)
    if month is None:
        return None
    stop = bool(month.abbreviated and groups["stop"])
    if month_first and groups["stop"] and not stop:
        return None
    cut = (groups["stop"] and not stop) or word != match["month"]  # nothing behind belongs to the date
    end = match.start("month") + len(word) + stop
    if month_first and "days" in groups:
        end = match.end("days")
    year = int(groups["year"]) if groups["year"] and not cut else None
    if year:
        end = match.end("year_mark") if groups["year_mark"] else match.end("year")
    elif "days" not in groups:
        return None
    if groups["suffix"] and not cut and month.language == "tr":
        end = match.end("suffix")
    days, joiners, marks = _split_days(groups.get("days") or "")
    return Reading(
        start=match.start(),
        end=end,
        date=Date(month.number, days, joiners, year),
        month=month,
        month_text=word,
        month_first=month_first,
        marks=marks,
        connector=(groups.get("connector") or "").lower(),
        foreign_year=bool(year and (groups["year_mark"] or (groups["year_connector"] or "of").lower() != "of")),
        stop=match.string[end - 1] == ".",
    )


@lru_cache(maxsize=1)
def _day_and_mark() -> re.Pattern[str]:
    return re.compile(rf"(\d+)((?:{any_of([*listed('ordinals'), 'st', 'nd', 'rd', 'th'])})(?!\w))?", re.IGNORECASE)


def _split_days(text: str) -> tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]:
    """Days, joiners in English, and marks of `1er, 2 et 3`."""
    found = list(_day_and_mark().finditer(text))
    between = [text[a.end() : b.start()] for a, b in pairwise(found)]
    return (
        tuple(int(m[1]) for m in found),
        tuple(_english_joiner(words) for words in between),
        tuple((m[2] or "").strip().lower() for m in found),
    )


def _english_joiner(text: str) -> str:
    bare = text.strip()
    if not any(map(str.isalpha, bare)):
        return ", " if bare == "," else text
    words = bare.lower().split()
    table = translations("joiners")
    for phrase in (" ".join(words), words[0]):
        if phrase in table:
            return f" {next(iter(table[phrase].values()))} "
    return f" {words[0]} "


# What stands before: weekday, and foreign words that lead to the date.

_WEEKDAY = re.compile(r"(?<![\w-])([^\W\d_]+(?:['’-][^\W\d_]+)?)(\s*[,،])?\s+$")


@lru_cache(maxsize=1)
def _lead_pattern() -> re.Pattern[str]:
    words = [*translations("before"), *listed("range_from"), *listed("range_to")]
    open_words = any_of(w for w in words if w[-1] not in "'’")
    elided = any_of(w for w in words if w[-1] in "'’")
    return re.compile(rf"(?<![\w'’-])(?:({open_words})\s+|({elided}))$", re.IGNORECASE)


def with_left_side(text: str, reading: Reading, source: str | None) -> Reading:
    """`reading` with the weekday and the lead before it."""
    lead = _lead(text, reading.start, reading)
    if reading.date.days:
        place = lead.start if lead else reading.start
        before = text[max(0, place - 30) : place]
        match = _WEEKDAY.search(before)
        weekday = choose(weekday_names().get(match[1].lower(), ()), match[1], source) if match else None
        if match and weekday:
            reading = replace(
                reading,
                start=place - len(before) + match.start(),
                date=replace(reading.date, weekday=weekday.number),
                foreign_weekday=weekday.language != ENGLISH,
            )
            lead = _lead(text, reading.start, reading)
    return _with_weekday_behind(text, replace(reading, lead=lead), source)


def _with_weekday_behind(text: str, reading: Reading, source: str | None) -> Reading:
    """`reading` with a weekday after it, as Turkish has: `26 Haziran 2023 Pazartesi`."""
    match = _WEEKDAY_BEHIND.match(text, reading.end)
    if match is None or reading.language == ENGLISH or not reading.date.days or reading.date.weekday is not None:
        return reading
    names = [name for name in weekday_names().get(match[1].lower(), ()) if name.language == reading.language]
    weekday = choose(names, match[1], source)
    if weekday is None:
        return reading
    date = replace(reading.date, weekday=weekday.number)
    return replace(reading, end=match.end(), date=date, foreign_weekday=True, stop=False)


_WEEKDAY_BEHIND = re.compile(r"\s+\(?([^\W\d_]+)\b\)?")


def _lead(text: str, place: int, reading: Reading) -> Lead | None:
    """The foreign word that ends at `place`; English words only count as foreign beside a month of their language."""
    offset = max(0, place - 30)
    match = _lead_pattern().search(text[offset:place])
    if match is None:
        return None
    word = " ".join((match[1] or match[2]).lower().split())
    languages = {name.language for name in month_names().get(reading.month_text.lower(), ())}
    if languages == {ENGLISH}:
        if reading.foreign_weekday:
            languages = {"fr", "es", "it", "de", "pt", "nl"}
        else:
            # Before an English month only what is no word of English.
            languages = {"fr", "es", "it"} if word in {"le", "du", "el", "del", "il"} and reading.date.days else set()
    if word == "am" and text[: offset + match.start()].rstrip()[-1:].isdigit():
        return None  # 10 am 3. Oktober
    english = translations("before").get(word, {})
    for language in (reading.language, *sorted(languages)):
        if language in languages and language in english:
            return Lead(offset + match.start(), word, _fitting(english[language], reading))
        if language in languages and word in (*listed("range_from", language), *listed("range_to", language)):
            return Lead(offset + match.start(), word, "")
    return None


def _fitting(preposition: str, reading: Reading) -> str:
    """On a day, in a month."""
    if preposition in ("on", "in"):
        return "on" if reading.date.days else "in"
    return preposition


def _joined(readings: list[Reading], text: str) -> tuple[Reading, ...]:
    """`readings` with the leads of spans read as such: `du 30 mai au 2 juin` is from … to …."""
    result = list(readings)
    for index, reading in enumerate(result):
        lead = reading.lead
        following = result[index + 1] if index + 1 < len(result) else None
        leads_on = following is not None and _leads_on(reading, following, text)
        if leads_on and following and following.lead:
            result[index + 1] = replace(following, lead=replace(following.lead, english="to"))
        ends_in_to = bool(reading.date.joiners) and reading.date.joiners[-1].strip() == "to"
        if lead and lead.word in listed("range_from") and (leads_on or ends_in_to):
            result[index] = replace(reading, lead=replace(lead, english="from"))
        elif lead and not lead.english and lead.word not in translations("before"):
            result[index] = replace(reading, lead=None)
    return tuple(result)


def _leads_on(reading: Reading, following: Reading, text: str) -> bool:
    """Whether `following` ends the span that `reading` begins."""
    between = text[reading.end : following.whole_start].strip()
    if following.lead is not None:
        return not between and following.lead.word in listed("range_to")
    return between in ("to", "until", "-", "–")
