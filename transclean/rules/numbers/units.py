"""Units: wrong forms (`km2`, `Kms`, `80 qm`), forms in Cyrillic (`5 кг`, `500 руб.`), and the space before them.

Symbols as in the SI Brochure (9th edition, 5.2): no plural s, fixed capitals, a space after the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import SOURCE_LANGUAGES
from transclean.rules.numbers.context import ends_sentence, is_year
from transclean.rules.numbers.quantity import ANY_NUMBER, FIGURE, NUMBER, SPACE, read_english
from transclean.rules.numbers.scales import cyrillic_abbreviations
from transclean.rules.numbers.vocabulary import (
    alternation,
    currency_name,
    is_cyrillic,
    scale_abbreviations,
    table,
    word_set,
)
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_SCALE = r"(?:\s(?:thousand|million|billion|trillion|млн|млрд|тыс\.?))?"


@lru_cache(maxsize=1)
def _latin_units() -> dict[str, str]:
    return {form: right for form, right in table("units", ("en", *SOURCE_LANGUAGES)).items() if not is_cyrillic(form)}


@lru_cache(maxsize=1)
def _latin() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{NUMBER}{_SCALE}(?:{SPACE}|-)?|\bper{SPACE}(?=\w+2|\w+3))(?P<unit>{alternation(_latin_units())})(?![\w^/])"
    )


def _wrong_forms(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _latin().finditer(segment.text):
        yield Hit(*match.span("unit"), _latin_units()[match["unit"]])


@lru_cache(maxsize=1)
def _closed_up() -> re.Pattern[str]:
    units = alternation(word_set("km kg cm mm ha MW GW kW kWh MWh GWh m² km² m³ km/h mg mL Hz kHz MHz GHz"))
    return re.compile(
        rf"(?P<number>{NUMBER})(?P<space>{SPACE}?)(?P<unit>{units})(?![\w-])(?!\s(?:film|lens|pistol|gun|shells?|rounds?))"
    )


def _unit_space(segment: Segment, document: Document) -> Iterator[Hit]:
    wanted = {"add": " ", "remove": ""}.get(document.style.unit_space)
    if wanted is None:
        return
    for match in _closed_up().finditer(segment.text):
        if bool(match["space"]) != bool(wanted):
            yield Hit(*match.span("space"), wanted)


# Cyrillic.


@lru_cache(maxsize=1)
def _cyrillic_units() -> dict[str, str]:
    return {form: right for form, right in table("units").items() if is_cyrillic(form)}


@lru_cache(maxsize=1)
def _cyrillic_money() -> dict[str, str]:
    return {form: name for form, name in table("currencies", ("ru", "uk")).items() if is_cyrillic(form)}


@lru_cache(maxsize=1)
def _cyrillic() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{ANY_NUMBER})(?P<scale>{_SCALE})(?P<gap>{SPACE}|-)?"
        rf"(?:(?P<money>{alternation(_cyrillic_money())})|(?P<unit>{alternation(_cyrillic_units())}))(?![\w/])"
    )


@lru_cache(maxsize=1)
def _dimensions() -> re.Pattern[str]:
    return re.compile(rf"{NUMBER}(?:{SPACE}?[хХ×x]{SPACE}?{FIGURE})*{SPACE}?[хХ]{SPACE}?{FIGURE}(?!\w)")


_YEAR_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring)(?:\sthe)?\s\Z"
)


def _in_cyrillic(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _cyrillic().finditer(text):
        if _cited(text, match.start(), match.end()) or (match["unit"] == "г" and is_year(match["number"])):
            continue  # г is gram and year
        if match["money"] == "р." and is_year(match["number"]) and _YEAR_BEFORE.search(text, 0, match.start()):
            continue  # р. is ruble and, in Ukrainian, year
        gap = match["gap"] or " "
        end = match.end()
        if match["money"]:
            number = read_english(match["number"])
            one = number is not None and number.value == 1 and not match["scale"]
            word = currency_name(_cyrillic_money()[match["money"]], plural=not one)
        else:
            word = _cyrillic_units()[match["unit"]]
        if text[end - 1] == "." and ends_sentence(text, end - 1):
            end -= 1
        yield Hit(match.end("scale"), end, gap + word)
    for match in _dimensions().finditer(text):
        yield Hit(match.start(), match.end(), match.group().replace("х", "x").replace("Х", "x"))
    yield from cyrillic_abbreviations(segment, document)


def _cited(text: str, start: int, end: int) -> bool:
    """Whether the amount stands alone between quotation marks: it is spoken of, not used."""
    return text[start - 1 : start] in ('"', "“", "«", "'", "‘") and text[end : end + 1] in ('"', "”", "»", "'", "’")


NUM032 = Rule(
    code="NUM032",
    name="unit-symbol",
    summary="Wrong form of a unit symbol",
    why=(
        "The SI Brochure gives symbols no plural, fixed capitals and real superscripts: km², 100 km, 120 km/h. "
        "Only after a number, because m2 is also a motorway and a variable. Plain `km2` is common enough that it "
        "is not changed by itself."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        rf"\d{SPACE}?-?(?:{alternation(_latin_units())})\b",
        rf"(?:illion|thousand|per)[ ](?:{alternation(_latin_units())})\b",
    ),
    find=_wrong_forms,
    fixes=(
        ("2.2 million km2", "2.2 million km²"),
        Example("80 qm", "80 m²", source="de"),
        ("100 Kms away", "100 km away"),
        ("120 Km/h", "120 km/h"),
        ("5 Kgs", "5 kg"),
        ("300 inhabitants per km2", "300 inhabitants per km²"),
        Example("an area of 70 mq", "an area of 70 m²", source="it"),
    ),
    keeps=(
        "M2 motorway",
        "H2O",
        "CO2",
        "the m2 variable",
        "km²",
        "KM is a name",
    ),
)

NUM033 = Rule(
    code="NUM033",
    name="unit-space",
    summary="Space between figures and unit otherwise than the style asks",
    why=(
        "SI and the UN Editorial Manual write 80 km, much of the press 80km: a matter of style, so it waits for "
        "one. `35mm film` and calibres are names."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d[ \u00a0\u202f]?(?:k[mgWH]|[cm]m|m[gL]|ha|[MG]W|[MG]?Hz|m[²³])",),
    find=_unit_space,
    needs_style=True,
    fixes=(
        Example("80km on the old car", "80 km on the old car", style="un"),
        Example("a 500MW plant", "a 500 MW plant", style="un"),
        Example("165cm tall", "165 cm tall", style="un"),
        Example("80 km away", "80km away", options="units.space=remove"),
    ),
    keeps=(
        "35mm film",
        "5G",
        "10K race",
        "4x4",
        "50mm lens",
        "9mm pistol",
        "AK47",
        Example("35mm film", style="un"),
        Example("a 9mm pistol", style="un"),
    ),
)

NUM036 = Rule(
    code="NUM036",
    name="cyrillic-unit",
    summary="Unit, currency or dimension left in Cyrillic",
    why=(
        "After a number a Cyrillic unit, currency or scale word has one meaning, and `х` between figures is the "
        "multiplication sign. An amount alone between quotation marks is spoken of and stays."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        rf"(?:\d|illion|thousand){SPACE}?-?(?:{alternation([*_cyrillic_money(), *_cyrillic_units()])})",
        rf"\d{SPACE}?(?:{alternation(w for w in scale_abbreviations() if is_cyrillic(w))})",
        r"\d ?[хХ] ?\d",
    ),
    find=_in_cyrillic,
    sources=("ru", "uk"),
    fixes=(
        ("weighs 5 кг", "weighs 5 kg"),
        ("1000 грн", "1000 hryvnias"),
        ("500 руб.", "500 rubles"),
        ("He owes 500 руб.", "He owes 500 rubles."),
        ("fined 500 руб. for it", "fined 500 rubles for it"),
        ("90х190х27", "90x190x27"),
        ("25 км/ч", "25 km/h"),
        ("3 млн people", "3 million people"),
        ("a flat of 45 кв. м", "a flat of 45 m²"),
        ("2 million руб. more", "2 million rubles more"),
    ),
    keeps=(
        "the word кг",
        '"5 кг" in Russian',
        "140x190",
        "х/ф",
        "in 2020 г. they left",
        Example("since 2014 р.", source="uk"),
    ),
)

RULES = (NUM032, NUM033, NUM036)
