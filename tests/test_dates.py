"""Dates and times in every source language, and what of a sentence they need; single cases stand with the rules."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date

from transclean import fix_text
from transclean.locales.locale import SOURCE_LANGUAGES
from transclean.pipeline import Settings, engine_for
from transclean.rules.dates.clock import read_times
from transclean.rules.dates.reader import read_dates
from transclean.rules.english import MONTHS

DATES = engine_for(Settings(select=("DATE",)))


def fix(text: str, **settings: str) -> str:
    return engine_for(Settings(select=("DATE",), **settings)).run(text).text if settings else DATES.run(text).text


@pytest.mark.parametrize("width", ["long", "full"])
@pytest.mark.parametrize("language", SOURCE_LANGUAGES)
def test_every_month_of_every_language_becomes_english(language: str, width: str) -> None:
    for month, name in enumerate(MONTHS, start=1):
        day = date(2023, month, 26)
        written = format_date(day, width, locale=language)
        if name.lower() in written:
            continue  # spelled as in English but for the capital
        weekday = f"{day:%A}, " if width == "full" else ""
        expected = f"It was signed on {weekday}{name} 26, 2023 in the city of the kings."
        assert fix(f"It was signed on {written} in the city of the kings.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke on May 26, and again on the 1er June.", "He spoke on May 26, and again on June 1."),
        ("He spoke on 26 May, and again on the 1er June.", "He spoke on 26 May, and again on 1 June."),
    ],
)
def test_order_is_that_of_the_document(text: str, expected: str) -> None:
    assert fix(text) == expected


def test_sentence_keeps_one_stop_after_a_time() -> None:
    assert fix("The vote began at 14h30. It ended at 20h.") == "The vote began at 2:30 p.m. It ended at 8 p.m."


@pytest.mark.parametrize(
    "text",
    [
        "Il est mort le 5 mai 1821 dans son île, loin de tout.",
        'She sang "C\'est le 5 mai que je suis né" to them.',
        "See the code `le 5 mai 2020` and http://example.org/5-mai-2020.",
    ],
)
def test_what_is_not_english_stays(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize("style", ["us", "un", "uk"])
def test_english_in_the_style_is_at_rest(style: str) -> None:
    once = fix("From 3 to 5 mai, at 14h30, and on Mardi 5 mars 2024, the 1er and 2 June.", style=style)
    assert fix(once, style=style) == once


def test_reading_is_linear() -> None:
    # A quadratic reader would take minutes.
    for text in ("1, " * 9000, "5 mai " * 9000, "at 14h30 - " * 9000, "from 1 to " * 9000, "1er, 2 and " * 9000):
        read_dates.__wrapped__(text)
        read_times.__wrapped__(text)


def test_public_interface_does_it_with_everything_on_auto() -> None:
    assert fix_text("She visited Beijing from May 26 to 1er June.") == "She visited Beijing from May 26 to June 1."
