"""Degrees: `15º C`, `29 ° C`, `20 °С` with a Cyrillic letter; and compass letters of another language (`35°B`).

Closed up in news style (`15°C`); SI and the option `degrees=si` set a space before the sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.numbers.quantity import SPACE
from transclean.rules.rule import FLAG, SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_SIGN = "[º°˚]"
_LETTERS = {"С": "C", "C": "C", "F": "F"}  # the first is Cyrillic


@lru_cache(maxsize=1)
def _temperature() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=\d)(?P<mark>(?P<gap>{SPACE}?)(?P<sign>{_SIGN})(?P<inner>{SPACE}?)(?P<letter>[CFС])|{SPACE}?C°)(?![\w’'])(?!{SPACE}\d)"
        rf"|(?<=\d)(?P<loose>{SPACE}(?P<bare>[°˚]))(?={SPACE}(?:[a-z]|[NSEW]\b|\d)|[.,;)]|\Z)"
    )


def _degrees(segment: Segment, document: Document) -> Iterator[Hit]:
    space = " " if document.style.degrees == "si" else ""
    for match in _temperature().finditer(segment.text):
        if match["loose"]:
            yield Hit(*match.span("loose"), "°")
            continue
        letter = _LETTERS[match["letter"] or "C"]
        # `15 °C` is the SI form, and right as it is.
        right = match["sign"] == "°" and not match["inner"] and match["letter"] == letter
        if not right or (match["gap"] != space and space):
            yield Hit(*match.span("mark"), f"{space}°{letter}")


@lru_cache(maxsize=16)
def _compass(language: str) -> re.Pattern[str]:
    letters = "".join(source_locales(language)[0].section("numbers").get("compass", {}))
    return re.compile(rf"(?P<figure>\d+(?:[.,]\d+)?{_SIGN}(?:{SPACE}?\d+[′']?)?{SPACE}?)(?P<letter>[{letters}])(?!\w)")


def _letters(segment: Segment, document: Document) -> Iterator[Hit]:
    for locale in source_locales():
        table = locale.section("numbers").get("compass")
        if table and document.source_is(locale.code):
            for match in _compass(locale.code).finditer(segment.text):
                yield Hit(match.start(), match.end(), match["figure"] + table[match["letter"]])


NUM034 = Rule(
    code="NUM034",
    name="degree-sign",
    summary="Degrees with the wrong sign, letter or space",
    why=(
        "`º` is an ordinal indicator and `˚` a ring; the degree sign and its letter stand together (SI Brochure "
        "5.4.3). `15 °C` is the SI form and stays; `the 3° Congress` has no C of its own."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(
        r"\d[ \u00a0\u2007\u2009\u202f]?[º°˚][ \u00a0\u2007\u2009\u202f]?[CFС]",
        r"\d[ \u00a0\u2007\u2009\u202f][°˚]",
        r"\d ?C°",
    ),
    find=_degrees,
    sources=("es", "ru", "it", "zh", "*"),
    fixes=(
        ("15º C", "15°C"),
        ("29 ° C", "29°C"),
        ("+30° C in summer", "+30°C in summer"),
        Example("20 °С", "20°C", source="ru"),
        ("-3 ° and 1 ° C", "-3° and 1°C"),
        ("about 35 C° in the shade", "about 35°C in the shade"),
        Example("15º C", "15 °C", options="degrees=si"),
    ),
    keeps=(
        "35° W",
        "the 3° Congress",
        "30°",
        "C° language",
        "5° 30′ N",
        "at 15 °C",
        "a 3 ° Congress",
    ),
)

NUM035 = Rule(
    code="NUM035",
    name="compass-letter",
    summary="Compass letter of the source language",
    why=(
        "O is west in French and Spanish but east in German; B is west in Turkish. Which was meant follows from "
        "the source language, but a wrong coordinate is worse than an odd one, so it is only reported."
    ),
    safety=FLAG,
    stage=Stage.NUMBERS,
    trigger=(r"\d[º°˚][ \u00a0]?(?:\d+[′']?[ \u00a0]?)?[BDGLOZ]\b",),
    find=_letters,
    sources=("tr", "fr", "es", "de", "pt", "ru"),
    fixes=(
        Example("east of 35°B", flag="35°B", suggest="35°W", source="tr"),
        Example("at 5° O", flag="5° O", suggest="5° W", source="fr"),
        Example("at 13° O", flag="13° O", suggest="13° E", source="de"),
    ),
    keeps=(
        "35° W",
        "0°C",
        "90°F",
        "vitamin B",
        "5° K",
    ),
)

RULES = (NUM034, NUM035)
