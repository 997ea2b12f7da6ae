"""Patterns that dates with something foreign in them cannot do without, in the dialect of `transclean.scan`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transclean.locales.locale import source_locales
from transclean.rules.dates.names import ENGLISH, any_of, listed, month_names, weekday_names
from transclean.rules.english import MONTH_PATTERN, MONTHS, WEEKDAYS

GAP = r"[ \u00a0\t\n]{0,3}"
"""White space between the parts of a date, in the dialect of triggers."""


def either_case(words: Iterable[str]) -> str:
    """A group in the dialect of triggers for one of `words` as a whole, in any usual case.

    The cases are spelled out, since `(?i)` hides from the scanner the literals that make it fast; `\\b` knows ASCII
    only, so there is no bound beside another letter.
    """
    forms = sorted({form for word in words for form in (word, word.capitalize(), word.upper())})
    plain = [_literal(form) for form in forms if form.isascii()]
    groups = [rf"\b(?:{'|'.join(plain)})\b"] if plain else []
    return "(?:" + "|".join([*groups, *(_bounded(form) for form in forms if not form.isascii())]) + ")"


def each_before(words: Iterable[str], following: str) -> list[str]:
    """Patterns of their own for `words` in any usual case, before `following`: each has a literal to be fast on.

    A long word is rare enough in English by itself, and a pattern that is nothing but a literal compiles at once.
    """
    return [_literal(form) if _is_rare(form) else _bounded(form) + following for form in _forms(words)]


def each_after(leading: str, words: Iterable[str]) -> list[str]:
    """The same for `words` after `leading`."""
    return [_literal(form) if _is_rare(form) else leading + _bounded(form) for form in _forms(words)]


def _forms(words: Iterable[str]) -> list[str]:
    """`words` in any usual case."""
    return [form for word in words for form in dict.fromkeys((word, word.capitalize(), word.upper()))]


_LONG = 6  # letters


def _is_rare(word: str) -> bool:
    """Whether English has the letters of `word` nowhere: Januar it has in January."""
    return len(word) >= _LONG and not any(name.lower().startswith(word.lower()) for name in (*MONTHS, *WEEKDAYS))


def _bounded(word: str) -> str:
    start = r"\b" if word[0].isascii() and word[0].isalnum() else ""
    return start + _literal(word) + (r"\b" if word[-1].isascii() and word[-1].isalnum() else "")


def _literal(word: str) -> str:
    return re.escape(word).replace("\\ ", " ").replace("\\-", "-")


def foreign_months(*languages: str, abbreviated: bool = False) -> list[str]:
    """The month names that are not English, of all languages or those named: full ones, or abbreviations."""
    return sorted(
        word
        for word, names in month_names().items()
        if any(
            n.language != ENGLISH and n.abbreviated == abbreviated and (not languages or n.language in languages)
            for n in names
        )
    )


def foreign_weekdays(*languages: str) -> list[str]:
    """The weekday names of all source languages or those named."""
    return sorted(
        word
        for word, names in weekday_names().items()
        if any(n.language != ENGLISH and (not languages or n.language in languages) for n in names)
    )


_CONNECTOR = "(?:d[eou]l?|of)"


def ordinal_date_triggers() -> list[str]:
    """For an ordinal mark of a foreign language beside an English month."""
    marks = "|".join(re.escape(mark) for mark in listed("ordinals") if mark.strip() != ".").replace("\\ ", " ")
    # Behind the first day of a span there may be others before the month.
    other_days = f"(?:(?:,|{GAP}(?:to|and|or|et|ou|au|[-–])){GAP}\\d\\d?){{0,3}}"
    return [
        rf"\d(?:{marks}){other_days}{GAP}(?:{_CONNECTOR}{GAP})?(?:{MONTH_PATTERN})",
        rf"(?:{MONTH_PATTERN}){GAP}\d\d?(?:{marks})",
        rf"\d(?:ER|er){GAP}(?:{MONTH_PATTERN.upper()})",
    ]


def month_triggers(*languages: str, abbreviated: bool = False) -> list[str]:
    """For a foreign month, of all languages or those named, beside a day or a year."""
    names = foreign_months(*languages, abbreviated=abbreviated)
    marks = any_of([*listed("ordinals"), "st", "nd", "rd", "th"]).replace("\\s+", " ")
    if abbreviated:
        first = each_before(names, rf"[.]?{GAP}(?:{_CONNECTOR}{GAP})?\d")
        return [rf"\d(?:{marks})?{GAP}{either_case(names)}(?:[.]|{GAP}[12]\d)", *first]
    first = each_before(names, rf",?{GAP}(?:{_CONNECTOR}{GAP})?\d")
    # The others are in `first` by themselves.
    short = either_case(name for name in names if not _is_rare(name))
    return [rf"\d(?:{marks})?{GAP}(?:{_CONNECTOR}{GAP})?{short}", *first]


def french_date_triggers() -> list[str]:
    """For a date with French in it."""
    return [
        *month_triggers("fr"),
        rf"\b(?:[Ll]e|[Dd]u){GAP}\d\d?{GAP}(?:{MONTH_PATTERN})",
        *each_before(foreign_weekdays("fr"), rf",?{GAP}\d"),
    ]


def foreign_date_triggers() -> list[str]:
    """For a date with something of another language in it: month, article, connector, weekday, mark of the year."""
    others = tuple(locale.code for locale in source_locales() if locale.code not in ("fr", "zh", "ja"))
    return [
        *month_triggers(*others),
        rf"\b(?:[Ee]l|[Dd]el|[Ii]l){GAP}\d\d?{GAP}(?:{MONTH_PATTERN})",
        *each_before(foreign_weekdays(), rf",?{GAP}\d"),
        rf"\d{GAP}d[eou]l?{GAP}(?:{MONTH_PATTERN}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)",
        rf"(?:{MONTH_PATTERN}){GAP}d[eou]l?{GAP}\d",
        rf"(?:{MONTH_PATTERN}){GAP}[12]\d\d\d{GAP}{either_case(listed('year_marks'))}",
    ]
