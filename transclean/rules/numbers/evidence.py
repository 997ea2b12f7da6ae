"""What the document shows of how it writes numbers.

One number whose form has one reading (`3,5 %`, `1.234,56`, `1.234.567`) decides over those that have two, as does
the source language, if it is known: CLDR says how that writes them.
"""

from __future__ import annotations

from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import SOURCE_LANGUAGES
from transclean.rules.numbers.quantity import Reading, readings

# A decimal comma that cannot be a list or a group of thousands, for lack of digits and for what follows.
_SURE_DECIMAL_COMMA = (
    r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,])[ \u00a0\u202f]?(?:%|per ?cent|million|billion|€|\$|km|kg|euros|degrees)"
    r"|(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"
)
_SURE_POINT_THOUSANDS = r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3})+,\d{1,2}|\.\d{3}\.000)(?![\d.])"
_SURE_SPACE_THOUSANDS = (
    r"(?<![\d.,])\d{1,3}(?:[\u00a0\u202f]\d{3})+(?![\d])|(?<![\d.,] )(?<!\d)\d{1,3} \d{3} 000(?! ?\d)"
)


def decimal_comma(document: Document) -> bool:
    """Whether a comma in a number may be taken for the decimal sign."""
    return document.source_is(*_languages_with(decimal=",")) or document.mentions(_SURE_DECIMAL_COMMA)


def point_thousands(document: Document) -> bool:
    """Whether a point before three digits may be taken for a thousands separator."""
    return document.source_is(*_languages_with(group=".")) or document.mentions(_SURE_POINT_THOUSANDS)


def space_thousands(document: Document) -> bool:
    """Whether a space before three digits may be taken for a thousands separator."""
    return document.source_is(*_languages_with(group=" ")) or document.mentions(_SURE_SPACE_THOUSANDS)


def read(figures: str, document: Document) -> Reading | None:
    """The value of `figures`, or None if it stays unclear which of two is meant.

    Of `1.234` and `1,234` the document decides; no one writes a decimal `,000`.
    """
    found = readings(figures)
    if len(found) < 2:
        return found[0] if found else None
    english, continental = found
    grouped = english if english.group else continental
    if figures.endswith("000"):
        return grouped
    if english.group:
        return None if decimal_comma(document) else english
    if point_thousands(document):
        return continental
    return english if document.source_is(*_languages_with(decimal=".")) else None


@lru_cache(maxsize=8)
def _languages_with(*, decimal: str = "", group: str = "") -> tuple[str, ...]:
    """The source languages whose Latin figures have this sign by CLDR."""
    from babel import Locale as CldrLocale

    found = []
    for code in SOURCE_LANGUAGES:
        symbols = CldrLocale.parse(code).number_symbols["latn"]
        own_group = " " if symbols["group"] in "\u00a0\u202f" else symbols["group"]
        if (not decimal or symbols["decimal"] == decimal) and (not group or own_group == group):
            found.append(code)
    return tuple(found)
