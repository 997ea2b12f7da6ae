"""English scale words used as another language uses its own: `4,000 million`, `3 millions of euros`, `16 thousand`.

Spanish has no word for 10⁹, Russian and Polish count in thousands as units; English says billion and writes thousands
in figures (AP; UN Editorial Manual).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.language.words import function_words
from transclean.rules.numbers import evidence
from transclean.rules.numbers.context import dated, ends_sentence, range_start
from transclean.rules.numbers.quantity import (
    ANY_NUMBER,
    NUMBER,
    SIGNIFICANT_DIGITS,
    SPACE,
    Reading,
    read_english,
    significant_digits,
    trimmed,
    write,
)
from transclean.rules.numbers.scales import DETERMINED, NUMBER_WORDS, scaled, shared_first
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_LARGER = {"million": "billion", "billion": "trillion"}


@lru_cache(maxsize=1)
def _figures_of_millions() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{NUMBER})\s(?P<scale>million)(?![\w-])")


@lru_cache(maxsize=1)
def _thousand_millions() -> re.Pattern[str]:
    count = rf"(?:{NUMBER}|\b(?i:{NUMBER_WORDS}|an?))(?:\s|-)(?:hundred(?:\s|-))?"
    return re.compile(
        rf"{count}(?P<scale>thousand(?:\s|-)million)(?![\w-])|\b(?P<plural>(?:[Tt]housands) of millions)\b"
    )


def _keeps_to_millions(document: Document) -> bool:
    """Whether the document has sums in millions that billions would not make shorter: then it compares in one unit."""
    return document.mentions(r"\d,\d\d[1-9](?:\.\d+)? million\b|\d,\d{3}\.\d+ million\b") or (
        # The accounts of a company: one sum after another in millions, and no word of billions.
        document.count(r"[£€$]\d[\d,.]*\smillion\b") > 1
        and not document.source_is("es", "pt", "fr", "it")
        and not document.mentions(r"\b[Bb]illion")
    )


def _too_many_millions(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _figures_of_millions().finditer(text):
        start, end = match.span()
        number = read_english(match["number"])
        if number is None or number.value < 1000 or dated(text, start, match["number"]):
            continue
        exact = significant_digits(number.value) <= SIGNIFICANT_DIGITS
        safety = FLAG if not exact else UNSAFE if _keeps_to_millions(document) else None
        larger = f"{trimmed(number.value.scaleb(-3)):,f} {_LARGER[match['scale']]}"
        first = range_start(text, start)
        if first:
            opening = _first_of_range(first, number)
            if opening is None:
                continue
            start, larger = first.start("first"), opening + larger
        yield Hit(start, end, larger, safety)
    for match in _thousand_millions().finditer(text):
        kind = "scale" if match["scale"] else "plural"
        larger = "billion" if kind == "scale" else match[kind][0].replace("T", "B").replace("t", "b") + "illions"
        # `the mother of thousands of millions` (Genesis 24:60) is English too.
        idiom = kind == "plural" and not document.source_is("es", "pt", "fr", "it")
        yield Hit(*match.span(kind), larger, UNSAFE if idiom else None)


def _first_of_range(first: re.Match[str], second: Reading) -> str | None:
    """What to write up to the second number: `9 and ` of `9,000 and 15,000 million`; None if it cannot be exact."""
    number = read_english(first["first"])
    if number is None or number.value >= second.value:
        return None
    joint = first.string[first.end("first") : first.end()]
    if number.value >= 1000:
        reduced = trimmed(number.value.scaleb(-3))
        return f"{reduced:,f}{joint}" if significant_digits(reduced) <= SIGNIFICANT_DIGITS else None
    return f"{write(number)} million{joint}" if not re.fullmatch(r"\s?[-–—]\s?", joint) else None


@lru_cache(maxsize=1)
def _plural() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{ANY_NUMBER}){SPACE}(?P<scale>million|billion|trillion|thousand|hundred)s(?![\w-])"
        rf"(?P<of>\s(?:of|de)(?=\s(?!{DETERMINED})\w)|\sd['’](?=\w))?"
    )


def _plural_scales(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _plural().finditer(text):
        if dated(text, match.start(), match["number"]):
            continue
        link = match["of"] or ""
        yield Hit(match.end("number") + 1, match.end(), match["scale"] + (" " if link.endswith(("'", "’")) else ""))


def _joined(text: str, start: int, end: int) -> bool:
    """Whether more of the number stands beside it: `2 thousand 133`, `two hundred to 400 thousand`."""
    before = rf"(?i)(?:illion,?|\b(?:{NUMBER_WORDS})\s(?:to|or|and)|\b(?:{NUMBER_WORDS})-)\s?\Z"
    return (
        re.match(r"\s\d", text[end : end + 2]) is not None
        or re.search(before, text[max(0, start - 24) : start]) is not None
    )


@lru_cache(maxsize=1)
def _thousands() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{ANY_NUMBER})(?:\s|-)(?:thousand(?!\s(?:million|billion))|(?P<short>thous|ths?)(?P<stop>\.))(?![\w-])"
    )


_NOUN_AFTER = re.compile(r"\s+(?P<word>[a-z]{3,})")


def _counts_a_noun(text: str, end: int) -> bool:
    following = _NOUN_AFTER.match(text, end)
    return following is not None and following["word"] not in function_words("en")


def _thousand_unit(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _thousands().finditer(text):
        number = evidence.read(match["number"], document)
        if number is None or dated(text, match.start(), match["number"]) or _joined(text, *match.span()):
            continue
        if match["short"] == "th" and not _counts_a_noun(text, match.end()):
            continue  # on the morning of 13 th.
        end = match.end() - (1 if match["stop"] and ends_sentence(text, match.start("stop")) else 0)
        start, opening = shared_first(range_start(text, match.start()), number, 3, document)
        yield Hit(match.start() if start is None else start, end, opening + scaled(number, 3))


NUM010 = Rule(
    code="NUM010",
    name="thousand-million",
    summary="Thousands of millions instead of billions",
    why=(
        "Spanish counts 10⁹ as mil millones; English says billion (AP; UN Editorial Manual). Where the value has "
        "more than three significant digits (1,234.5 million) it only proposes, because billions are no easier to "
        "read then; so in accounts, which give one sum after another in millions. Both ends of a range move "
        "together; compounds (`4,000 million-dollar homes`) stay."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(
        r"\d,\d{3}(?:\.\d+)?[ \n]million\b",
        r"\b\d{4,}[ \n]million\b",
        r"thousand[ \n-]million\b",
        r"housands of millions\b",
    ),
    find=_too_many_millions,
    of_today=True,
    sources=("es", "pt", "fr"),
    fixes=(
        ("It is far from 4,000 million.", "It is far from 4 billion."),
        ("16,800 million euros", "16.8 billion euros"),
        ("67,000 million euros", "67 billion euros"),
        ("between 9,000 and 15,000 million euros", "between 9 and 15 billion euros"),
        ("two thousand million", "two billion"),
        ("2300 million dollars", "2.3 billion dollars"),
        ("from 500 to 1,500 million dollars", "from 500 million to 1.5 billion dollars"),
        ("€3,000-4,000 million", "€3-4 billion"),
        ("thousands of millions of euros", "billions of euros"),
        ("forty thousand million pesos", "forty billion pesos"),
        Example("a debt of 1,234.5 million", flag="1,234.5 million", suggest="1.2345 billion"),
    ),
    keeps=(
        "900 million",
        "1 million",
        "over 1,000 millionaires",
        "4,000 million-dollar homes",
        "in 2010 million of them left",
    ),
)

NUM012 = Rule(
    code="NUM012",
    name="plural-scale-word",
    summary="Million or billion in the plural after a number",
    why=(
        "After a number English scale words have no plural and no `of` (`3 million euros`); `3 million of the "
        "refugees` is a part of a whole and keeps its `of`, and `millions of people` has no number."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d[ \u00a0\u2007\u2009\u202f](?:millions|billions|trillions|thousands|hundreds)\b",),
    find=_plural_scales,
    of_today=True,
    sources=("fr", "es", "it", "pt"),
    fixes=(
        ("3 millions of euros", "3 million euros"),
        ("2 millions people", "2 million people"),
        ("5 billions dollars", "5 billion dollars"),
        ("1.5 millions.", "1.5 million."),
        ("3 millions d'euros", "3 million euros"),
        ("2,5 millions of the refugees", "2,5 million of the refugees"),
    ),
    keeps=(
        "millions of people",
        "tens of thousands of euros",
        "3 million of the refugees",
        "hundreds of thousands",
        "two of the millions",
        "In 2010 millions of people fled.",
    ),
)

NUM015 = Rule(
    code="NUM015",
    name="thousand-after-figures",
    summary="`thousand` as a unit after figures",
    why=(
        "English writes 16,000, not `16 thousand`; Russian and Polish count in thousands. People write it too, so "
        "it is not applied by itself. In a range both numbers are written out, and the order of the two shows "
        "whether they share the word."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d[ \u00a0\u202f\n-]thousand\b", r"\d[ \u00a0\u202f\n-]th(?:ou)?s?\."),
    find=_thousand_unit,
    sources=("ru", "uk", "pl", "tr"),
    fixes=(
        ("16 thousand people", "16,000 people"),
        ("15.2 thousand families", "15,200 families"),
        ("200 ths. tons", "200,000 tons"),
        ("30 th. rubles", "30,000 rubles"),
        ("15,2 thousand families", "15,200 families"),
        ("from 10 to 15 thousand people", "from 10,000 to 15,000 people"),
        ("10-15 thousand people", "10,000-15,000 people"),
        ("from 900 to 2 thousand", "from 900 to 2,000"),
    ),
    keeps=(
        "a thousand people",
        "two thousand people",
        "The games open on the morning of 13 th.",
        "thousands of tons",
        "ten thousand men",
        "$3 thousand-a-plate dinner",
        "a 5 thousand million loan",
        "Two hundred to 400 thousand, which I still do.",
        "2 thousand 133 commissioned officers were dismissed",
        "increased by 2 million, 400 thousand dollars",
    ),
)

RULES = (NUM010, NUM012, NUM015)
