"""Groups of thousands by a space, a point or an apostrophe: `270 000 people`, `1.000.000 people`, `1'000 francs`.

English groups by commas (AP, Chicago 9.56, UN Editorial Manual). A space also stands between two numbers, a point in
decimals, versions and addresses: so what is counted, or money, must stand beside the figures, or the groups
themselves must show it (a no-break space, a group `000`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers import evidence
from transclean.rules.numbers.context import (
    after_name,
    in_list,
    labelled,
    noun_after,
    placed,
    quantified,
    range_pattern,
    surely_quantified,
    word_after,
    word_before,
)
from transclean.rules.numbers.quantity import DIGIT_BEFORE, SPACE, readings, write
from transclean.rules.numbers.vocabulary import measure_pattern, money_before
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment


def _amount(text: str, start: int, end: int) -> bool:
    """Whether a unit, money or what is counted stands beside the figures."""
    return (
        measure_pattern().match(text, end) is not None
        or noun_after(text, end)
        or re.match(r"-[a-z]{2}", text[end : end + 3]) is not None
        or money_before(text, start)
    )


def _grouped(text: str, start: int, end: int, group: str) -> str:
    """The figures from `start` to `end`, grouped by `group`, in English; empty if that is not how they are written."""
    for reading in readings(text[start:end]):
        if reading.group == group:
            return write(reading)
    return ""


# Spaces.


@lru_cache(maxsize=1)
def _spaced() -> re.Pattern[str]:
    return re.compile(
        rf"{DIGIT_BEFORE}(?<!\d{SPACE})(?<!\d-)(?<!\+)(?P<head>[1-9]\d{{0,2}})"
        rf"(?P<groups>(?:{SPACE}\d{{3}})+)(?P<decimals>\.\d{{1,2}})?(?!{SPACE}?\d)(?![.,'’:/]\d)(?!-\d)"
    )


def _spaces(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    matches = list(_spaced().finditer(text))
    verdicts = [_spaced_safety(text, match, document) for match in matches]
    for index, match in enumerate(matches):
        verdict = verdicts[index]
        if verdict is None and index + 1 < len(matches) and verdicts[index + 1] is not None:
            # The first of a range shares the noun of the second: `between 10 000 and 20 000 people`.
            joint = range_pattern().match(text, match.end())
            if joint and joint.end() == matches[index + 1].start() and not _named(text, match.start()):
                verdict = verdicts[index + 1]
        if verdict is not None:
            figures = _grouped(text, match.start(), match.end(), " ")
            if figures:
                yield Hit(match.start(), match.end(), figures, verdict)


def _named(text: str, start: int) -> bool:
    return labelled(text, start) or in_list(text, start, start)


def _spaced_safety(text: str, match: re.Match[str], document: Document) -> Safety | None:
    """How sure it is that the figures are one number; None: not enough."""
    start, end = match.span()
    if document.source == "auto" and ("\u2009" in match.group() or "." in match.group()):
        return None  # how journals and the law reports of the Union write English (SI brochure 5.4.4)
    if _named(text, start) or (text[end : end + 1].isalpha() and not measure_pattern().match(text, end)):
        return None
    if money_before(text, start) or surely_quantified(text, start):
        return SAFE
    groups = match["groups"]
    amount = _amount(text, start, end)
    if " " not in groups:
        # Other spaces stand between the groups of one number, or of a telephone number or postcode.
        stands_in_sentence = word_before(text, start) and _closes(text, end)
        return SAFE if amount or quantified(text, start) or stands_in_sentence else None
    # "0" cannot begin a number of its own, so the figures are one, if they are a number at all.
    zero = re.search(rf"{SPACE}0", groups) is not None
    whole = zero or groups.count(" ") > 1
    if whole:
        if amount or (quantified(text, start) and not word_after(text, end)[:1].isupper()):
            return SAFE
        row = len(match["head"]) == 3 and not zero  # perhaps a row of numbers: `120 135 140`
        alone = row or not word_before(text, start)
        return UNSAFE if evidence.space_thousands(document) and _closes(text, end) and not alone else None
    if not amount or after_name(text, start):
        return None
    if placed(text, start) and not _noun_ends_clause(text, end):
        return UNSAFE if evidence.space_thousands(document) and word_before(text, start).lower() != "on" else None
    return SAFE


def _noun_ends_clause(text: str, end: int) -> bool:
    """Whether the clause ends with one word after the figures: with no verb, all the figures count that."""
    word = word_after(text, end)
    return word != "" and _closes(text, text.index(word, end) + len(word))


def _closes(text: str, end: int) -> bool:
    """Whether the clause ends after the figures."""
    return re.match(r"\s*(?:[.,;:)!?]|\Z)", text[end : end + 3]) is not None


# Points.


@lru_cache(maxsize=1)
def _pointed() -> re.Pattern[str]:
    return re.compile(
        rf"{DIGIT_BEFORE}(?<!\d{SPACE})[1-9]\d{{0,2}}(?P<groups>(?:\.\d{{3}})+)(?P<decimals>,\d{{1,2}})?(?![.,'’:/]?\d)"
    )


def _many_points(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _pointed().finditer(text):
        start, end = match.span()
        if match["groups"].count(".") < 2 or labelled(text, start) or in_list(text, start, end):
            continue
        if _amount(text, start, end) or quantified(text, start):
            yield Hit(start, end, _grouped(text, start, end, "."))


# English keeps three true decimals before these.
_FRACTIONAL = re.compile(
    rf"(?:{SPACE}|-)?(?:%|‰|per ?cent|pct|million|billion|trillion|[kc]?m\b|[km]?g\b|met|kilo|tons?\b|tonnes|lit"
    r"|°|degrees|seconds|mile|[a-z]+ (?:per|a) (?:lit|gallon|kilo|barrel|dollar|euro|share))"
)


def _one_point(segment: Segment, document: Document) -> Iterator[Hit]:
    system_known = evidence.point_thousands(document)
    text = segment.text
    for match in _pointed().finditer(text):
        start, end = match.span()
        groups = match["groups"]
        if groups.count(".") > 1 or match["decimals"] or labelled(text, start) or in_list(text, start, end):
            continue
        round_number = groups.endswith(("000", "500"))
        fractional = _FRACTIONAL.match(text, end)
        metric = fractional and re.match(r"\W?(?:k|m(?!il))", fractional.group())
        if fractional and not (metric and groups.endswith(("00", "50"))):
            continue
        money = money_before(text, start) or _names_money(text, end)
        if money and not groups.endswith("00"):
            continue
        counted = re.match(r"(?:\s|-)[a-z]{3,}", text[end : end + 4]) and (noun_after(text, end) or text[end] == "-")
        # No one counts people or books to three places of nothing: `50.000 people`.
        certain = groups.endswith("000") and counted and not document.source_is("zh", "ja", "ar")
        if certain or (system_known and (money or counted or round_number or metric)):
            yield Hit(start, end, _grouped(text, start, end, "."))


def _names_money(text: str, end: int) -> bool:
    unit = measure_pattern().match(text, end)
    return (
        unit is not None
        and re.search(r"[$€£¥]|(?i:euro|dollar|pound|ruble|franc|lira|zloty)|[A-Z]{3}", unit.group()) is not None
    )


# Apostrophes.


@lru_cache(maxsize=1)
def _swiss() -> re.Pattern[str]:
    return re.compile(
        rf"{DIGIT_BEFORE}(?<!\d{SPACE})[1-9]\d{{0,2}}(?:['’]\d{{3}})+(?:[.,]\d{{1,2}})?(?![.,'’:/\"]?\d)(?!['’\"])"
    )


_FRANCS = re.compile(r"(?<!\w)S?[Ff]r\.\s?\Z")


def _apostrophes(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    candidates = []
    for match in _swiss().finditer(text):
        start, end = match.span()
        attached = text[end : end + 1].isalpha() and not measure_pattern().match(text, end)
        if not attached and not labelled(text, start):
            candidates.append((start, end))
    # One amount shows how the paragraph writes its numbers.
    if any(
        _amount(text, start, end) or quantified(text, start) or _FRANCS.search(text[max(0, start - 6) : start])
        for start, end in candidates
    ):
        for start, end in candidates:
            yield Hit(start, end, _grouped(text, start, end, "'"))


NUM003 = Rule(
    code="NUM003",
    name="space-thousands",
    summary="Thousands separated by a space",
    why=(
        "English groups thousands by commas. The figures must be one number: a no-break space or a group that "
        "begins with 0 shows it, or the word before cannot govern the first figures alone (`on 12 300 people "
        "came`); and what is counted, a unit or money must stand beside it, so telephone numbers, postcodes (`75 "
        "008 Paris`), rows of numbers and `in 2019 300 people` stay."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d[ \u00a0\u2007\u2009\u202f]\d\d\d",),
    find=in_prose(_spaces),
    sources=("fr", "ru", "uk", "pl", "es", "de", "pt", "nl"),
    fixes=(
        ("integrate 270 000 Arabs", "integrate 270,000 Arabs"),
        ("EUR 833 333", "EUR 833,333"),
        ("19\u202f500 km2", "19,500 km2"),
        ("more than 1 234 567 votes", "more than 1,234,567 votes"),
        ("will cut 3 000 jobs", "will cut 3,000 jobs"),
        ("$700 000 to boost", "$700,000 to boost"),
        ("between 10 000 and 20 000 people", "between 10,000 and 20,000 people"),
        ("about 5 000 Syrian refugees", "about 5,000 Syrian refugees"),
        ("a grant of 12 500 euros", "a grant of 12,500 euros"),
        ("The number rose to 45\u00a0300.", "The number rose to 45,300."),
        ("some 3 200 Rohingya", "some 3,200 Rohingya"),
        ("a population of 1 345 000.", "a population of 1,345,000."),
        ("a 20 000-seat stadium", "a 20,000-seat stadium"),
        ("nearly 8 000 were arrested", "nearly 8,000 were arrested"),
        ("The match opened before 12 500 spectators.", "The match opened before 12,500 spectators."),
        ("Tickets cost $40; 1 200 people came.", "Tickets cost $40; 1,200 people came."),
        ("fled, of whom 450 000 are children", "fled, of whom 450,000 are children"),
    ),
    keeps=(
        "ids: 10 000 20 000 30 000",
        "255 001 was the designation",
        "+44 7700 900 123",
        "75 008 Paris",
        "on 12 300 people came",
        "IBAN FR76 3000 6000",
        "rows 100 200 300",
        "The totals were 150 200 250.",
        "in 2019 300 people died",
        "44 000 Nantes",
        "call 020 123 456 today",
        "Flight 370 239 people were on board.",
        "On May 12 300 people gathered.",
        "The Boeing 747 350 passengers had booked",
    ),
)

NUM004 = Rule(
    code="NUM004",
    name="point-thousands",
    summary="Thousands separated by a point, one group",
    why=(
        "`1.234` is a decimal in English and 1,234 in half of Europe, so this needs a document that writes "
        "thousands so (source language by CLDR, or a sure case elsewhere), and a number that cannot be a decimal: "
        "it counts things, or is round. Engines keep true decimals before million, percent and units: these stay."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d\.\d\d\d",),
    find=_one_point,
    sources=("de", "es", "it", "pt", "nl", "tr", "ru"),
    fixes=(
        Example("a 19.000-seat town", "a 19,000-seat town", source="tr"),
        ("12.500 people marched", "12,500 people marched"),
        Example("closed at 10.579 points", "closed at 10,579 points", source="es"),
        Example("paid 1.200 euros", "paid 1,200 euros", source="it"),
        Example("50.000 people live there", "50,000 people live there", source="auto"),
        Example("he earns 138.000 Rupien", "he earns 138,000 Rupien"),
        ("at an altitude of 3.200 meters", "at an altitude of 3,200 meters"),
        Example("2.220 students", "2,220 students", source="auto", context="revenue of 1.224.456,18 euros"),
    ),
    keeps=(
        "4.176 million",
        "3.632%",
        "version 1.234",
        "2.626 billion crowns",
        "grew 1.125 percent",
        "IP 192.168",
        "π is 3.142",
        "0.500",
        "$1.375",
        "1.375 euros per liter",
        "1.500 million",
        "2.500 mile",
        Example("12.500 people marched", source="auto"),
    ),
)

NUM005 = Rule(
    code="NUM005",
    name="point-thousands-groups",
    summary="Thousands separated by points, two groups or more",
    why=(
        "Two points cannot both be decimal signs. Versions, addresses, references and product codes look alike, "
        "so what is counted, a unit or money must stand beside the number."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d\.\d\d\d\.\d\d\d",),
    find=in_prose(_many_points),
    sources=("de", "es", "it", "pt", "nl", "tr", "ru"),
    fixes=(
        ("revenue of 224.456.182 TL", "revenue of 224,456,182 TL"),
        ("1.000.000 people", "1,000,000 people"),
        ("12.345.678,90 euros", "12,345,678.90 euros"),
        ("a loan of €2.500.000", "a loan of €2,500,000"),
    ),
    keeps=(
        "version 1.234.567",
        "192.168.100.200",
        "424.10.37.20.001",
        "ref. 1.000.001",
        "ISO 1.2.840",
        "CNPJ 12.345.678/0001-95",
    ),
)

NUM007 = Rule(
    code="NUM007",
    name="apostrophe-thousands",
    summary="Apostrophe as thousands separator (Swiss)",
    why=(
        "Swiss usage groups by apostrophes; in English these are feet, minutes and C++ digit separators, so what "
        "is counted, a unit or money must stand beside the number."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\b[1-9]\d{0,2}['’]\d{3}",),
    find=_apostrophes,
    sources=("de", "fr", "it"),
    fixes=(
        ("1'000'000 francs", "1,000,000 francs"),
        ("12’500 people", "12,500 people"),
        ("CHF 3'400", "CHF 3,400"),
        ("Fr. 25'000'000 in damages", "Fr. 25,000,000 in damages"),
        ("a fee of CHF 1'250.50", "a fee of CHF 1,250.50"),
        ("It has 8'900 students (2'100 of them new).", "It has 8,900 students (2,100 of them new)."),
    ),
    keeps=("5'10\"", "the '000 column", "1'30\"", "C++: 1'000'000", "2'500a", "const n = 1'000'000;"),
)

RULES = (NUM003, NUM004, NUM005, NUM007)
