"""Patterns that dates with something foreign in them cannot do without, in the dialect of `transclean.scan`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transclean.locales.locale import source_locales
from transclean.rules.dates.names import ENGLISH, any_of, listed, month_names, weekday_names
from transclean.rules.english import MONTH_PATTERN

GAP = r"[ \u00a0\t\n]{0,3}"
"""White space between the parts of a date, in the dialect of triggers."""


def either_case(words: Iterable[str]) -> str:
    """A group in the dialect of triggers for one of `words` as a whole, in any usual case.

    `(?i)` and `\\b` know ASCII only there, so other words have their cases spelled out, and no bound beside a letter.
    """
    ascii_words = sorted(word for word in words if word.isascii())
    others = sorted({form for word in words if not word.isascii() for form in (word, word.capitalize(), word.upper())})
    groups = [rf"(?i:\b(?:{'|'.join(map(_literal, ascii_words))})\b)"] if ascii_words else []
    return "(?:" + "|".join([*groups, *map(_bounded, others)]) + ")"


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
    months = either_case(foreign_months(*languages, abbreviated=abbreviated))
    marks = any_of([*listed("ordinals"), "st", "nd", "rd", "th"]).replace("\\s+", " ")
    year = rf"(?:{_CONNECTOR}{GAP})?[12]\d\d\d"
    if abbreviated:
        return [rf"\d(?:{marks})?{GAP}{months}(?:[.]|{GAP}[12]\d)", rf"{months}[.]?{GAP}(?:\d\d?,?{GAP})?{year}"]
    return [
        rf"\d(?:{marks})?{GAP}(?:{_CONNECTOR}{GAP})?{months}",
        rf"{months},?{GAP}(?:{_CONNECTOR}{GAP})?\d",
    ]


def french_date_triggers() -> list[str]:
    """For a date with French in it."""
    return [
        *month_triggers("fr"),
        rf"\b(?:[Ll]e|[Dd]u){GAP}\d\d?{GAP}(?:{MONTH_PATTERN})",
        rf"{either_case(foreign_weekdays('fr'))},?{GAP}\d",
    ]


def foreign_date_triggers() -> list[str]:
    """For a date with something of another language in it: month, article, connector, weekday, mark of the year."""
    others = tuple(locale.code for locale in source_locales() if locale.code not in ("fr", "zh", "ja"))
    return [
        *month_triggers(*others),
        rf"\b(?:[Ee]l|[Dd]el|[Ii]l){GAP}\d\d?{GAP}(?:{MONTH_PATTERN})",
        rf"{either_case(foreign_weekdays())},?{GAP}\d",
        rf"\d{GAP}d[eou]l?{GAP}(?:{MONTH_PATTERN}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)",
        rf"(?:{MONTH_PATTERN}){GAP}d[eou]l?{GAP}\d",
        rf"(?:{MONTH_PATTERN}){GAP}[12]\d\d\d{GAP}{either_case(listed('year_marks'))}",
    ]
