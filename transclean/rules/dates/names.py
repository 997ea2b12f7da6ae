"""Names of months and weekdays in every language, and the small words around dates.

From CLDR and the section `[dates]` of the locales. Its keys, all optional:

- `months`, `weekdays`, `abbreviations`: further forms, a list for each month, or weekday from Monday.
- `capitals`: months are written with a capital. `ambiguous`: months that are also names or words of English.
- `ordinals`: marks after the figure of a day. `connectors`: words between day, month and year.
- `before`: words before a date -> what English says there. `range_from`, `range_to`: those of a span of days.
- `joiners`: words between two days -> the English word. `suffixes`: case endings after an apostrophe.
- `year_marks`: what follows a year. `names_before`: words that make the date after them a name (rue du 4 Septembre);
  `names_after`: those that make one of the date before them (29 Ekim Caddesi).
- `decades_before`, `decades_after`: around the figures of a decade. `bc`, `ad`: eras after a year; `bc_before`:
  before one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from transclean.locales.locale import load_locale, source_locales
from transclean.rules.english import MONTHS, WEEKDAYS

ENGLISH = "en"

_ENGLISH_ABBREVIATIONS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")


class Name(NamedTuple):
    """What a word is the name of: month 1 to 12, or weekday 0 (Monday) to 6."""

    number: int
    language: str
    abbreviated: bool = False
    ambiguous: bool = False


@lru_cache(maxsize=1)
def month_names() -> dict[str, tuple[Name, ...]]:
    """Lower-case word without a stop -> the months it names. What is also English is there as English alone."""
    table: dict[str, list[Name]] = {}
    for locale in source_locales():
        ambiguous = {word.lower() for word in locale.section("dates").get("ambiguous", ())}
        for word, number in locale.months.items():
            abbreviated = word in locale.month_abbreviations
            table.setdefault(word, []).append(Name(number, locale.code, abbreviated, word in ambiguous))
    names = {word: tuple(found) for word, found in table.items() if word.isalpha() or " " in word}
    for number, month in enumerate(MONTHS, start=1):
        names[month.lower()] = (Name(number, ENGLISH),)
    for word in _ENGLISH_ABBREVIATIONS:
        number = next(n for n, month in enumerate(MONTHS, start=1) if month.lower().startswith(word[:3]))
        names[word] = (Name(number, ENGLISH, abbreviated=True),)
    return names


@lru_cache(maxsize=1)
def weekday_names() -> dict[str, tuple[Name, ...]]:
    """Lower-case word -> the weekdays it names."""
    table: dict[str, list[Name]] = {}
    for locale in source_locales():
        for word, number in locale.weekdays.items():
            table.setdefault(word, []).append(Name(number, locale.code))
    names = {word: tuple(found) for word, found in table.items()}
    names.update({day.lower(): (Name(number, ENGLISH),) for number, day in enumerate(WEEKDAYS)})
    return names


def choose(names: Iterable[Name], word: str, source: str | None) -> Name | None:
    """The reading of `word` by the language of the source, else by the case the language writes it in.

    None where languages disagree on the month.
    """
    ranked = sorted(names, key=lambda n: (n.language != source, word[:1].isupper() != has_capitals(n.language)))
    if not ranked:
        return None
    if ranked[0].language != source and len({n.number for n in ranked}) > 1:
        return None
    return ranked[0]


def has_capitals(language: str) -> bool:
    """Whether the language writes months with a capital."""
    return language == ENGLISH or bool(load_locale(language).section("dates").get("capitals"))


def listed(key: str, *languages: str) -> list[str]:
    """The words under `key` of all languages, or those named, longest first."""
    words = {word for locale in source_locales(*languages) for word in locale.section("dates").get(key, ())}
    return sorted(words, key=lambda w: (-len(w), w))


@lru_cache(maxsize=16)
def translations(key: str) -> dict[str, dict[str, str]]:
    """For the tables `before`, `joiners` and the like: word -> language -> what English says."""
    table: dict[str, dict[str, str]] = {}
    for locale in source_locales():
        for word, english in locale.section("dates").get(key, {}).items():
            table.setdefault(word, {})[locale.code] = english
    return table


def any_of(words: Iterable[str]) -> str:
    """A regular expression for one of `words`, longest first; their spaces match any white space."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in ordered)
