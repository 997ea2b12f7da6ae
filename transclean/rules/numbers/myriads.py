"""Chinese and Japanese counting by ten thousands: `3.5亿 people`, `20億円`, `30 wan yuan`, `1.2 hundred million`.

万 is 10⁴ and 亿 (億) is 10⁸; English has no word for either, so the number is computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.numbers import evidence
from transclean.rules.numbers.quantity import FIGURE, NUMBER, SPACE, write_scaled
from transclean.rules.numbers.vocabulary import alternation, currency_name, table
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_DIGITS = 5  # so many a number with 万 or 亿 may keep before its scale word: 1.2345亿 is 123.45 million
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NEAR = 12  # characters: Chinese or Japanese this near means that the amount is quoted in it


@lru_cache(maxsize=2)
def _units(key: str = "myriads") -> Mapping[str, int]:
    return {
        unit: power for locale in source_locales() for unit, power in locale.section("numbers").get(key, {}).items()
    }


@lru_cache(maxsize=1)
def _money() -> Mapping[str, str]:
    return table("currencies", ("zh", "ja"))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    units = "".join(_units())
    return re.compile(
        rf"{NUMBER}{SPACE}?(?:[{units}]+(?:\d+[{units}]+)*(?:{SPACE}?(?P<money>{alternation(_money())}))?"
        rf"|(?P<coins>{alternation(_money())}))(?!\d)"
    )


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    return re.compile(rf"(?P<figure>{FIGURE}){SPACE}?(?P<units>[{''.join(_units())}]+)")


def _quoted(text: str, start: int, end: int) -> bool:
    return _CJK.search(text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]) is not None


def _named(match: re.Match[str], group: str) -> str:
    return currency_name(_money()[match[group]])


def _gap_before(text: str, place: int) -> str:
    return "" if text[place - 1].isspace() else " "


def _gap_after(text: str, place: int) -> str:
    return " " if text[place : place + 1].isalpha() else ""


def _characters(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.target_language != "en":
        return
    text = segment.text
    for match in _pattern().finditer(text):
        if _quoted(text, *match.span()):
            continue
        if match["coins"]:
            start = match.start("coins")
            yield Hit(
                start, match.end(), _gap_before(text, start) + _named(match, "coins") + _gap_after(text, match.end())
            )
            continue
        total = Decimal(0)
        parts = list(_part().finditer(match.group()))
        for part in parts:
            number = evidence.read(part["figure"], document)
            if number is None:
                break
            total += number.value.scaleb(sum(_units()[unit] for unit in part["units"]))
        else:
            money = f" {_named(match, 'money')}" if match["money"] else ""
            gap = _gap_after(text, match.end())
            yield Hit(match.start(), match.end(), write_scaled(total, digits=_DIGITS) + money + gap)
    for match in re.finditer(rf"{NUMBER}{SPACE}?兆", text):
        yield Hit(match.start(), match.end(), None, FLAG, "兆 is 10¹² in Japan and Taiwan, but also a prefix for 10⁶")
    for match in _romanised_pattern().finditer(text):
        number = evidence.read(match["number"], document)
        if number is not None:
            value = number.value.scaleb(_units("romanised_myriads")[match["unit"]])
            yield Hit(match.start(), match.end(), write_scaled(value, digits=_DIGITS))


@lru_cache(maxsize=1)
def _romanised_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{NUMBER}){SPACE}?(?P<unit>{alternation(_units('romanised_myriads'))})(?=\s(?:yuan|RMB|CNY|renminbi)\b)"
    )


_WORDS = {"ten": 4, "hundred": 8}


@lru_cache(maxsize=1)
def _calque() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{NUMBER})\s(?:(?P<ten>ten[\s-]thousand)|(?P<hundred>hundred[\s-]million))(?![\w-])")


def _calques(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _calque().finditer(segment.text):
        number = evidence.read(match["number"], document)
        if number is not None:
            power = _WORDS["ten" if match["ten"] else "hundred"]
            yield Hit(match.start(), match.end(), write_scaled(number.value.scaleb(power), digits=_DIGITS))


NUM013 = Rule(
    code="NUM013",
    name="myriad-character",
    summary="Chinese or Japanese unit of ten thousand or a hundred million",
    why=(
        "万 (10⁴) and 亿 or 億 (10⁸) have no English word; the number is computed exactly. Directly after figures "
        "they have no other meaning; `wan` and `yi` are read only before Chinese money. 兆 differs by country and "
        "is reported."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        r"\d[ \u00a0]?[百千万萬亿億兆]",
        rf"\d[ \u00a0]?(?:{alternation(_money())})",
        r"\d[ \u00a0]?(?:wan|yi) (?:yuan|RMB|CNY|renminbi)",
    ),
    find=_characters,
    sources=("zh", "ja"),
    # English only; but a paragraph that is nothing but `20億円` is not to pass for Japanese.
    targets=("*",),
    fixes=(
        ("3.5亿 people", "350 million people"),
        ("5万 yuan", "50,000 yuan"),
        ("1200万 jobs", "12 million jobs"),
        Example("20億円", "2 billion yen", source="ja"),
        ("Tickets from 500円 are sold here.", "Tickets from 500 yen are sold here."),
        ("a fee of 1,200 元 per day", "a fee of 1,200 yuan per day"),
        ("30 wan yuan", "300,000 yuan"),
        ("worth 3亿5000万元 in all", "worth 350 million yuan in all"),
        ("3千万 dollars", "30 million dollars"),
        Example("a budget of 5兆 yen", flag="5兆"),
    ),
    keeps=(
        "Wan is a surname",
        "5 Yi people",
        "the 万 character",
        "万达 Plaza",
        "20 hundred million",
    ),
)

NUM014 = Rule(
    code="NUM014",
    name="myriad-calque",
    summary="`ten thousand` or `hundred million` used as a unit after figures",
    why=(
        "`300 ten thousand` renders 300万 word for word. Only after figures: `one hundred million` and `more than "
        "ten thousand` are English."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d[ \n](?:ten[ \n-]thousand|hundred[ \n-]million)\b",),
    find=_calques,
    sources=("zh", "ja"),
    fixes=(
        ("1.2 hundred million yuan", "120 million yuan"),
        ("300 ten thousand people", "3 million people"),
        ("35 ten-thousand tons", "350,000 tons"),
    ),
    keeps=(
        "one hundred million",
        "more than ten thousand",
        "two hundred million people",
        "a hundred million years",
    ),
)

RULES = (NUM013, NUM014)
