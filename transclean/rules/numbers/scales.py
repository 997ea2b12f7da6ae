"""Scale words left in the source language: `3,5 Mrd.`, `2 milliards of euros`, `25 млн`, `20 mil people`.

English uses the short scale: million 10⁶, billion 10⁹, trillion 10¹² (so do the UN Editorial Manual and every news
style). The locales give the power of ten of each word, so milliard becomes billion and Billionen trillion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers import evidence
from transclean.rules.numbers.context import dated, ends_sentence, noun_after, range_start
from transclean.rules.numbers.quantity import (
    ANY_NUMBER,
    SCALE_NAMES,
    SPACE,
    Reading,
    write,
    write_value,
)
from transclean.rules.numbers.vocabulary import (
    Scale,
    alternation,
    currency_forms,
    currency_name,
    english_numbers,
    is_cyrillic,
    local_scales,
    scale_abbreviations,
    scale_links,
    scale_words,
    signed_scales,
)
from transclean.rules.rule import FLAG, SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    "|ninety|hundred|several|few"
)

DETERMINED = r"(?:the|these|those|them|us|his|her|its|their|our|my|your|whom|which|this|that)\b"
"""What follows the `of` of a part (`3 million of the refugees`), which stays."""


def scaled(number: Reading, power: int) -> str:
    """A number and its scale word in English: thousands as figures, the rest with its word."""
    if power == 3:
        return write_value(number.value.scaleb(3))
    return f"{write(number)} {SCALE_NAMES[power]}"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Number, scale, and what ties it to the noun; group `sign` if a currency sign follows directly."""
    links = alternation(link for link in scale_links() if not link.endswith("'"))
    words = alternation(scale_words())
    capitalised = alternation(word.capitalize() for word in scale_words())
    return re.compile(
        rf"(?P<number>{ANY_NUMBER}|\b(?i:{NUMBER_WORDS})(?=\s))(?P<gap>{SPACE}|[-\n])?"
        rf"(?:(?P<signed>{alternation(signed_scales())})(?P<sign>[€$£])(?!\d)"
        rf"|(?:(?P<word>{words}|{capitalised})(?!\w)|(?P<short>{alternation(scale_abbreviations())})(?P<stop>\.|(?!\w))"
        rf"|(?P<local>{alternation(local_scales())})(?!\w)(?P<dot>\.?))"
        rf"(?P<link>\s(?:{links})(?=\s(?!{DETERMINED}))|\sd['’](?=\w))?)"
    )


def _left_over(segment: Segment, document: Document) -> Iterator[tuple[str, Hit]]:
    """The kind of scale word (group of the pattern) and what to make of it."""
    text = segment.text
    for match in _pattern().finditer(text):
        kind = next(k for k in ("signed", "word", "short", "local") if match[k])
        scale = _scale(kind, match[kind])
        if not _is_scale(match, kind, scale, document, text):
            continue
        end = match.end()
        number = evidence.read(match["number"], document)
        tail = ""
        if kind == "signed":
            tail = " " + currency_name(english_numbers()["currency_signs"][match["sign"]])
        if match["link"] and match["link"].endswith(("'", "’")):
            tail = " "
        stop = (match["stop"] or match["dot"]) and not match["link"]
        if stop and ends_sentence(text, end - 1) and not _currency_follows(text, end):
            end -= 1
        if not match["number"][0].isdigit():
            if scale.power != 3:
                yield kind, Hit(match.start(), end, f"{match['number']} {SCALE_NAMES[scale.power]}{tail}")
            continue
        if number is None:
            yield kind, Hit(match.start(), end, None, FLAG)
            continue
        first = range_start(text, match.start()) if scale.power == 3 else None
        start, opening = shared_first(first, number, scale.power, document)
        yield kind, Hit(match.start() if start is None else start, end, opening + scaled(number, scale.power) + tail)


def shared_first(
    first: re.Match[str] | None, second: Reading, power: int, document: Document
) -> tuple[int | None, str]:
    """Where the first number of a range begins that shares the scale of `second`, and what to write up to the second.

    `10 to 15 thousand` -> `10,000 to `: once the scale is in the figures, the first number must have it too. The
    greater number first (`from 900 to 2 thousand`) does not share it.
    """
    reading = evidence.read(first["first"], document) if first else None
    if first is None or reading is None or reading.value >= second.value:
        return None, ""
    return first.start("first"), write_value(reading.value.scaleb(power)) + first.string[
        first.end("first") : first.end()
    ]


def _scale(kind: str, word: str) -> Scale:
    if kind == "word":
        return scale_words()[word.lower()]
    return {"signed": signed_scales, "short": scale_abbreviations, "local": local_scales}[kind]()[word]


def _is_scale(match: re.Match[str], kind: str, scale: Scale, document: Document, text: str) -> bool:
    if scale.languages:
        counts = noun_after(text, match.end()) or _currency_follows(text, match.end())
        if not (counts and document.source_is(*scale.languages)):
            return False
    if kind in ("short", "local") and not match["number"][0].isdigit():
        return False
    if text[match.end() : match.end() + 1] in ("/", "-"):
        return False
    # `In 2010 Mio won`: a name after a year, unless money follows.
    return not dated(text, match.start(), match["number"]) or _currency_follows(text, match.end())


@lru_cache(maxsize=1)
def _currency() -> re.Pattern[str]:
    names = [*currency_forms(), *english_numbers()["currency_plurals"], *english_numbers()["currency_plurals"].values()]
    return re.compile(rf"\s?(?:[€$£¥]|[A-Z]{{3}}\b|(?!won)(?i:US|{alternation(names)})(?!\w))")


def _currency_follows(text: str, end: int) -> bool:
    return _currency().match(text, end) is not None


def _abbreviations(segment: Segment, document: Document) -> Iterable[Hit]:
    return [hit for kind, hit in _left_over(segment, document) if kind in ("signed", "short")]


def cyrillic_abbreviations(segment: Segment, document: Document) -> Iterable[Hit]:
    """Of the abbreviations those in Cyrillic."""
    text = segment.text
    return [hit for hit in _abbreviations(segment, document) if is_cyrillic(text[hit.start : hit.end])]


def _words(segment: Segment, document: Document) -> Iterable[Hit]:
    return [hit for kind, hit in _left_over(segment, document) if kind in ("word", "local")]


_GAP = r"[ \u00a0\u2007\u2009\u202f\n-]?"


def _abbreviation_triggers() -> list[str]:
    words = scale_abbreviations()
    return [
        # \b is ASCII in triggers, so the Cyrillic ones go without.
        rf"\d{_GAP}(?:{alternation(word for word in words if word.isascii())})\b",
        rf"\d{_GAP}(?:{alternation(word for word in words if not word.isascii())})",
        rf"\d{_GAP}(?:{alternation(signed_scales())})[€$£]",
    ]


def _word_triggers() -> list[str]:
    words = alternation(form for word in scale_words() for form in (word, word.capitalize()))
    return [
        rf"\d{_GAP}(?:{words})",
        rf"\b(?i:{NUMBER_WORDS})[ \n](?:{words})",
        rf"\d{_GAP}(?:{alternation(local_scales())})\b",
    ]


NUM008 = Rule(
    code="NUM008",
    name="scale-abbreviation",
    summary="Abbreviation of million, billion or thousand in another language",
    why=(
        "English readers do not know `Mio.`, `Mrd.`, `mln`, `mld`, `тыс.`; news style writes million and billion "
        "out and thousands in figures. Read only directly after figures; where these have two readings (`1.200 "
        "Mio.`) and the document shows no system, it only reports. English `bn` and `m` are left alone."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=_abbreviation_triggers,
    find=_abbreviations,
    sources=("de", "it", "pl", "nl", "ru", "uk", "es", "fr"),
    fixes=(
        ("3.5 Mio. euros", "3.5 million euros"),
        ("2 Mrd. people", "2 billion people"),
        Example("25 mln rubles", "25 million rubles", source="ru"),
        Example("4,2 mld euros", "4.2 billion euros", source="it"),
        Example("10 M€", "10 million euros", source="fr"),
        Example("15 Md€", "15 billion euros", source="fr"),
        ("300 Tsd. jobs", "300,000 jobs"),
        Example("40 Mds d'euros", "40 billion euros", source="fr"),
        ("It cost 3,5 Mrd. Euro.", "It cost 3.5 billion Euro."),
        ("The debt is 12 Mrd. It grows.", "The debt is 12 billion. It grows."),
        Example("15,2 тыс. families", "15,200 families", source="ru"),
        Example("from 10 to 15 tys. workers", "from 10,000 to 15,000 workers", source="pl"),
        Example("1.200 Mio. euros", flag="1.200 Mio.", source="auto"),
    ),
    keeps=(
        "Mio padre",
        "Cherry Mio",
        "the Mill",
        "M 25 motorway",
        "5 M apart",
        "Mrd is an abbreviation",
        "mld/h",
        "In 2010 Mia won the prize.",
        "a $5bn loan",
    ),
)

NUM009 = Rule(
    code="NUM009",
    name="scale-word",
    summary="Word for million, billion or thousand in another language",
    why=(
        "`milliard` and its kin are 10⁹, English billion; the long-scale `Billionen`, `billones`, `biliony` are "
        "10¹², English trillion. After a number there is no other meaning; `mil` and `bin` are read only where "
        "the source is a language that counts with them and a noun follows."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=_word_triggers,
    find=_words,
    sources=("fr", "de", "ru", "uk", "pl", "tr", "nl", "it", "pt", "es"),
    fixes=(
        ("2 milliards of euros", "2 billion euros"),
        Example("3 Milliarden euros", "3 billion euros", source="de"),
        Example("4.5 miliardi", "4.5 billion", source="it"),
        Example("5 milyon lira", "5 million lira", source="tr"),
        Example("20 mil people", "20,000 people", source="es"),
        ("two milliards d'euros", "two billion euros"),
        ("3 milliards of the debt", "3 billion of the debt"),
        Example("a debt of 1,5 миллиарда rubles to the bank", "a debt of 1.5 billion rubles to the bank", source="ru"),
        Example("2 Billionen euros", "2 trillion euros", source="de"),
        Example("4 mil millones de dollars", "4 billion dollars", source="es"),
        Example("67.000 millones de euros", "67,000 million euros", source="es"),
    ),
    keeps=(
        "a milliard is 1,000 million",
        "the Milliardaire hotel",
        "20 mil thick",
        "Billiard",
        "Crédit Milliard",
        "2 billion euros",
        "5 bin bags",
    ),
)

RULES = (NUM008, NUM009)
