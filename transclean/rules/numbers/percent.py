"""Percent: `5 %`, `%5`, `3 pct`, `5 Prozent`; and the norm of the house style.

English closes the sign up (AP since 2019: 5%); the UN Editorial Manual writes `5 per cent`, British style either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.numbers.context import ends_sentence, range_start
from transclean.rules.numbers.quantity import ANY_NUMBER, NUMBER, SPACE
from transclean.rules.numbers.vocabulary import alternation, forms
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# Languages that write the sign before the number (CLDR: %#,##0).
_SIGN_FIRST = ("tr", "eu")

_ABBREVIATIONS = ("pct", "p.c.", "proc.")


@lru_cache(maxsize=1)
def _spaced() -> re.Pattern[str]:
    """The space, where what follows the sign makes it no arithmetic (`5 % 3`, `a % b`)."""
    return re.compile(rf"\d(?P<space>{SPACE}+)[%‰](?!{SPACE}?[\d(=]|{SPACE}[b-zB-HJ-Z]\b|\w)")


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    words = [*forms(source_locales(), "percent"), *_ABBREVIATIONS]
    return re.compile(rf"(?P<number>{ANY_NUMBER}){SPACE}(?P<word>{alternation(words)})(?!\w)(?P<stop>\.?)")


@lru_cache(maxsize=1)
def _sign_first() -> re.Pattern[str]:
    before = alternation([*forms(source_locales(), "percent_before"), "%"])
    return re.compile(rf"(?<![\w%\ufffc])(?i:{before})\s?(?P<number>{NUMBER})(?![\w\ufffc]|\s?%)(?!['’]\w)")


def _signs(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _spaced().finditer(text):
        yield Hit(*match.span("space"), "")
    for match in _words().finditer(text):
        # A stop that belongs to the abbreviation goes, unless it ends the sentence as well.
        last = match.end() - 1
        end = last if match["stop"] else match.end()
        if match["word"].endswith("."):
            end = match.end("word") - (1 if ends_sentence(text, match.end("word") - 1) else 0)
        yield Hit(match.end("number"), end, "%")
    if document.source_is(*_SIGN_FIRST):
        for match in _sign_first().finditer(text):
            yield Hit(match.start(), match.end(), f"{match['number']}%")


@lru_cache(maxsize=1)
def _forms() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{NUMBER})(?P<form>%|\s(?:percent|per cent))(?![\w%–-]|{SPACE}?[–-]{SPACE}?\d|\s(?:sign|symbol))"
    )


def _by_style(segment: Segment, document: Document) -> Iterator[Hit]:
    accepted = document.style.percent_forms
    text = segment.text
    for match in _forms().finditer(text):
        form = re.sub(r"\s", " ", match["form"])
        # The ends of a range go together: `10 to 20 percent` would need two signs, `5%-10%` is a table's.
        ranged = range_start(text, match.start()) or re.search(
            r"%[–-]\Z", text[max(0, match.start() - 2) : match.start()]
        )
        if form not in accepted and not ranged:
            yield Hit(*match.span("form"), accepted[0])


NUM016 = Rule(
    code="NUM016",
    name="percent-sign",
    summary="Percent sign set off by a space, before the number, or in another language's words",
    why=(
        "English closes the percent sign up to the figures. Arithmetic (`5 % 3 == 2`), format strings and escapes "
        "stay; a sign before the number is moved only where the source language writes it there (Turkish, "
        "Basque)."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        r"\d[ \u00a0\u2007\u2009\u202f]+[%‰]",
        rf"\d[ \u00a0\u2007\u2009\u202f](?:{alternation([*forms(source_locales(), 'percent'), *_ABBREVIATIONS])})",
        r"[^\w%\n]%[ ]?\d",
        r"^%[ ]?\d",
        *(rf"(?:{word}|{word.capitalize()})[ ]\d" for word in forms(source_locales(), "percent_before")),
    ),
    find=in_prose(_signs),
    sources=("fr", "de", "es", "ru", "uk", "tr", "it"),
    fixes=(
        ("5 % of voters", "5% of voters"),
        ("12.5\u202f%", "12.5%"),
        Example("%5 of voters", "5% of voters", source="tr"),
        ("rose 3 pct", "rose 3%"),
        ("3,5 % and 2,6 %", "3,5% and 2,6%"),
        Example("20 Prozent of the votes", "20% of the votes", source="de"),
        ("It fell 2 pct.", "It fell 2%."),
        Example("yüzde 12 of them", "12% of them", source="tr"),
        ("5 % a year", "5% a year"),
    ),
    keeps=("5 % 3 == 2", "x % 2", "%20 in a URL", "%s", "printf %5d", "10 % n", Example("%5 of voters", source="auto")),
)

NUM017 = Rule(
    code="NUM017",
    name="percent-style",
    summary="Percent written otherwise than the style asks",
    why="`5%` (AP), `5 per cent` (UN Editorial Manual) and `5 percent` are all accepted, so this waits for a style.",
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d%", r"\d[ \u00a0\n]per ?cent\b"),
    find=_by_style,
    needs_style=True,
    fixes=(
        Example("5% of voters", "5 per cent of voters", style="un"),
        Example("5 percent of voters", "5 per cent of voters", style="uk"),
        ("5 per cent of voters", "5% of voters"),
        ("5 percent of voters", "5% of voters"),
        Example("from 3% to 3.5%.", "from 3 per cent to 3.5 per cent.", style="un"),
    ),
    keeps=(
        "a 5%-10% rise in tables",
        "from 10 to 20 percent",
        Example("a 5%-10% rise in tables", style="un"),
        "percentage points",
        "per centum",
        "%",
        Example("5% of voters", style="uk"),
    ),
)

RULES = (NUM016, NUM017)
