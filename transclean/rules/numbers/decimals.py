"""Decimal commas: `3,5 %`, `between 4,2 and 3,9 million`, `a magnitude of 6,3`.

English writes the decimal sign as a point (ISO 80000-1 admits both; every English style guide has the point). A comma
between figures is also what lists, tuples, coordinates and verses have: what stands around decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers import evidence
from transclean.rules.numbers.context import after_name, dated, in_list, labelled, range_pattern, word_before
from transclean.rules.numbers.quantity import DIGIT_BEFORE, SPACE, read_english, read_sure, write
from transclean.rules.numbers.vocabulary import measure_pattern, money_before, word_set
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_TRIGGER = (r"\d,\d\d?\b", r"\d,\d\d?[A-Za-zµ°\u0400-\u04ff]", r"\b0,\d{3}", r"\d,\d{4,}")


@lru_cache(maxsize=1)
def _comma_number() -> re.Pattern[str]:
    """A number with one comma that is not the English one of thousands, perhaps with minutes before the seconds."""
    return re.compile(
        rf"{DIGIT_BEFORE}(?<!\d{SPACE})(?P<whole>\d+),(?P<fraction>\d{{1,2}}|\d{{4,9}}|(?<=\b0,)\d{{3}})(?![.,:'’]?\d)"
    )


@lru_cache(maxsize=1)
def _partner() -> re.Pattern[str]:
    """The other number of a range, with the unit that serves for both."""
    return re.compile(r"(?P<figure>\d+(?:[.,]\d+)?)")


_CURRENCY_DECIMALS = 4  # no price or rate has more


def _with_unit(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _comma_number().finditer(text):
        start, end = match.span()
        reading = read_sure(match.group())
        if reading is None or in_list(text, start, end) or labelled(text, start):
            continue
        money = money_before(text, start)
        unit = measure_pattern().match(text, end)
        if dated(text, start, match["whole"]) and not (money and unit):
            continue
        if money and not unit and len(match["fraction"]) > _CURRENCY_DECIMALS:
            continue  # thousands with a note's number run into them
        if money or unit:
            counted = unit is not None and unit["count"] is not None and not money
            doubtful = (counted and _looks_like_two_counts(match, text, start)) or _lacks_a_zero(match, document)
            sure = not doubtful or evidence.decimal_comma(document)
            yield Hit(start, end, write(reading), SAFE if sure else UNSAFE)
        elif _range_with_unit(text, end, opened=word_before(text, start).lower() in ("between", "from")):
            yield Hit(start, end, write(reading))


def _lacks_a_zero(match: re.Match[str], document: Document) -> bool:
    """Whether it may be a slip for thousands, in a text that groups them as English does: `$100,00`."""
    return match["fraction"] == "00" and len(match["whole"]) > 1 and document.mentions(_ENGLISH_THOUSANDS)


_ENGLISH_THOUSANDS = r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,]|\.\d{3})"


def _looks_like_two_counts(match: re.Match[str], text: str, start: int) -> bool:
    """`2,3 times`, `10,12 years old`: two whole numbers that lack a space, unless the sentence shows otherwise."""
    whole, fraction = int(match["whole"]), match["fraction"]
    return int(fraction) > whole and not fraction.startswith("0") and fraction != "5" and whole > 0


def _range_with_unit(text: str, end: int, *, opened: bool) -> bool:
    """Whether the number that ends at `end` shares the unit of the next: `4,2 and 3,9 million`."""
    joint = range_pattern().match(text, end)
    other = _partner().match(text, joint.end()) if joint else None
    if other is None:
        return False
    unit = measure_pattern().match(text, other.end())
    figure = other["figure"]
    is_decimal = read_sure(figure) is not None and not figure.isdigit()
    # `3,5 and 7 million` may be three numbers; `3,5-7 million` and `between 3,5 and 7 million` are two.
    bound = opened or joint is None or joint.group().strip() not in ("and", "or")
    return unit is not None and (is_decimal or (bound and unit["count"] is None))


def _bare(segment: Segment, document: Document) -> Iterator[Hit]:
    if not evidence.decimal_comma(document):
        return
    text = segment.text
    for match in _bare_pattern().finditer(text):
        start, end = match.span("number")
        if in_list(text, start, end) or labelled(text, start) or dated(text, start, match["whole"]):
            continue
        unit = measure_pattern().match(text, end)
        if unit and not _range_begun(text, start):
            continue  # NUM001's
        if text[end : end + 1].isalpha() and not unit:
            continue
        if not unit and (after_name(text, start) or _counts_things(word_before(text, start))):
            continue
        reading = read_sure(match["number"])
        if reading is not None:
            yield Hit(start, end, write(reading))


def _range_begun(text: str, start: int) -> bool:
    """Whether another decimal comma and a joint stand before: the `3,9 million` of `4,2 and 3,9 million`."""
    return re.search(r"\d,\d+\s?(?:-|–|to|and|or)\s?\Z", text[max(0, start - 12) : start]) is not None


@lru_cache(maxsize=1)
def _bare_pattern() -> re.Pattern[str]:
    clock = r"(?:(?:\d{1,2}:){1,2}(?=[0-5]\d,))?"
    return re.compile(
        rf"{DIGIT_BEFORE}(?<!\d{SPACE})(?<![(\[{{]){clock}(?P<number>(?P<whole>\d+),(?:\d{{1,2}}|\d{{4,9}}))(?![.,:'’]?\d)"
    )


# Words in -s before a number that are no plural noun.
_NO_PLURALS = word_set("is was has this plus minus versus as reaches equals costs times less exceeds averages its hits")


def _counts_things(word: str) -> bool:
    """Whether `word` is a plural noun, whose numbers may be a list: `chapters 3,5`."""
    return word.endswith("s") and word.lower() not in _NO_PLURALS


def _continental(segment: Segment, document: Document) -> Iterator[Hit]:
    """Groups of thousands by a point or a space, and a decimal comma: one reading only."""
    text = segment.text
    for match in _continental_pattern().finditer(text):
        start, end = match.span()
        if in_list(text, start, end) or labelled(text, start):
            continue
        reading = read_sure(match.group())
        if reading is None or read_english(match.group()) is not None:
            continue
        # Three decimals are rare, and 1.234,567 may be a slip for 1.234.567.
        yield Hit(start, end, write(reading), UNSAFE if reading.decimals == 3 else None)


@lru_cache(maxsize=1)
def _continental_pattern() -> re.Pattern[str]:
    return re.compile(rf"{DIGIT_BEFORE}(?<!\d{SPACE})\d{{1,3}}(?:(?:\.\d{{3}})+|(?:{SPACE}\d{{3}})+),\d+(?![.,'’]?\d)")


NUM001 = Rule(
    code="NUM001",
    name="decimal-comma-before-unit",
    summary="Decimal comma before a unit, percent sign or scale word",
    why=(
        "English writes decimals with a point. One or two figures after the comma cannot be thousands, and a "
        "unit, a percent sign, a scale word or money beside them says that it is one number, not two. Native "
        "English has no such form; lists (`rooms 12,14`), tuples and years (`in 2019,5 people`) are left alone."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=_TRIGGER,
    find=in_prose(_with_unit),
    sources=("fr", "es", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr"),
    fixes=(
        ("3,5 million people", "3.5 million people"),
        ("inflation of 2,6%", "inflation of 2.6%"),
        ("weight 27,9 kg", "weight 27.9 kg"),
        ("With 1,03 billion users", "With 1.03 billion users"),
        ("$10,75 million", "$10.75 million"),
        ("1,5 times", "1.5 times"),
        ("rose by 3,5 % and 2,6 % in a year", "rose by 3.5 % and 2.6 % in a year"),
        ("between 4,2 and 3,9 million years", "between 4.2 and 3.9 million years"),
        ("from 2,5 to 3 percent", "from 2.5 to 3 percent"),
        ("2,5-3 million people", "2.5-3 million people"),
        ("a 4,5-magnitude quake at -2,5 °C", "a 4.5-magnitude quake at -2.5 °C"),
        ("a ticket for 12,50 euros", "a ticket for 12.50 euros"),
        ("it costs 3,00 € a day", "it costs 3.00 € a day"),
        ("a dose of 0,125 mg", "a dose of 0.125 mg"),
        ("a 1,5-litre bottle", "a 1.5-litre bottle"),
        ("only €4,99 a month", "only €4.99 a month"),
    ),
    keeps=(
        "10,000 people",
        "1,250 million",
        "(3,5)",
        "pages 3,5 and 7",
        "rooms 12,14",
        "8, 10,12 years old",
        "point (3,5) km",
        "Romans 3,5",
        "In 2019,5 million people left the country.",
        "id,1,5,km",
    ),
)

NUM002 = Rule(
    code="NUM002",
    name="decimal-comma",
    summary="Decimal comma in a bare number",
    why=(
        "Without a unit `3,5` may be a list, a verse or a pair, so this needs a document that writes decimals so: "
        "a source language with the decimal comma (CLDR), or a sure case elsewhere. It is silent after plural "
        "nouns, names and labels and inside brackets."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=_TRIGGER,
    find=_bare,
    sources=("fr", "es", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr"),
    fixes=(
        Example("The index rose to 3,5 from 2,8.", "The index rose to 3.5 from 2.8.", context="3,5 million"),
        Example("a magnitude of 6,3", "a magnitude of 6.3", source="es"),
        Example("won in 4:41,30", "won in 4:41.30", source="de"),
        Example("between 4,2 and 3,9 million years", "between 4.2 and 3.9 million years", source="tr"),
        Example("scored 9,1 on the scale", "scored 9.1 on the scale", source="auto", context="a rise of 3,5 %"),
    ),
    keeps=(
        "the point (3,5)",
        "[1,2]",
        "f(3,5)",
        "1,2,3",
        "chapters 3,5",
        "a,b,3,5",
        "49,90,21",
        "Genesis 1,1",
        Example("a magnitude of 6,3", source="auto"),
    ),
)

NUM006 = Rule(
    code="NUM006",
    name="continental-number",
    summary="Point and comma the continental way round",
    why=(
        "Groups of three set off by points or spaces and then a comma can be read in one way only, so the source "
        "language need not be known. References such as `Art. 1.234, 56` have a space after the comma."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d[.\u00a0\u2007\u2009\u202f ]\d{3},\d",),
    find=_continental,
    sources=("de", "es", "it", "pt", "nl", "tr"),
    fixes=(
        ("1.234,56 euros", "1,234.56 euros"),
        ("rose to 6.229,21 points", "rose to 6,229.21 points"),
        ("R$ 12.000,00", "R$ 12,000.00"),
        Example("1 234,56 zlotys", "1,234.56 zlotys", source="pl"),
        ("1\u202f234,56 €", "1,234.56 €"),
        ("a debt of 1.234.567,8 kronor", "a debt of 1,234,567.8 kronor"),
    ),
    keeps=("1,234.56", "(1.234,5)", "Art. 1.234, 56", "1.234, 56 and 78", "1.234,5,6", "x 1.234,5,7.8"),
)

RULES = (NUM001, NUM002, NUM006)
