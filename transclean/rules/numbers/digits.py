"""Digits of another script: `٢٠٢٤`, `۱۲`, `१२`, with the Arabic signs of decimals and thousands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers.context import word_before
from transclean.rules.numbers.quantity import ascii_digits
from transclean.rules.numbers.vocabulary import word_set
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment
from transclean.text.span import Span

# Arabic, Persian, Devanagari, Bengali, Gujarati, Tamil, Thai, Lao, Tibetan, Myanmar, Khmer. Full width is ENC027's.
_DIGITS = (
    "\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0ae6-\u0aef\u0be6-\u0bef\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29"
    "\u1040-\u1049\u17e0-\u17e9"
)

_SPOKEN_OF = word_set("digit digits numeral numerals character characters figure figures symbol symbols glyph")


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    return re.compile(rf"[{_DIGITS}]+(?:[٫٬.,/:][{_DIGITS}]+)*")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    line = Span(0, 0)
    belongs: dict[str, bool] = {}  # script of the digits -> whether the line is in it
    for match in _number().finditer(text):
        if match.start() >= line.end:
            line = segment.line_at(match.start())
            belongs = {}
        script = _script(match.group()[0])
        if script not in belongs:
            belongs[script] = _has_letters_of(text[line.start : line.end], script)
        if belongs[script]:
            continue
        if word_before(text, match.start()).lower() in _SPOKEN_OF:
            continue
        written = ascii_digits(match.group())
        if re.search("[٫٬]", match.group()) and document.target_language != "en":
            written = _localised(written, document.target_language)
        yield Hit(match.start(), match.end(), written)


def _script(digit: str) -> str:
    """How Unicode names of the letters beside `digit` begin: `EXTENDED ARABIC-INDIC DIGIT ONE` -> `ARABIC`."""
    return unicodedata.name(digit).removeprefix("EXTENDED ").split()[0].removesuffix("-INDIC")


def _has_letters_of(line: str, script: str) -> bool:
    return any(c.isalpha() and unicodedata.name(c, "").startswith(script) for c in line)


def _localised(number: str, language: str) -> str:
    """A number in English form with the separators of `language` by CLDR."""
    from babel import Locale as CldrLocale

    symbols = CldrLocale.parse(language).number_symbols["latn"]
    return number.translate(str.maketrans({",": symbols["group"], ".": symbols["decimal"]}))


NUM037 = Rule(
    code="NUM037",
    name="foreign-digits",
    summary="Digits of another script",
    why=(
        "In a line without letters of their script such digits are left over from the source. Where the text "
        "speaks of the digits themselves they stay."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(rf"[{_DIGITS}]",),
    find=_find,
    sources=("ar", "zh", "ja"),
    targets=("en", "fr", "es", "de", "ru"),
    fixes=(
        ("in ٢٠٢٤", "in 2024"),
        ("١٢٫٥ percent", "12.5 percent"),
        ("١٬٠٠٠ people", "1,000 people"),
        ("about ۱۲ of them", "about 12 of them"),
        Example("en hausse de ١٢٫٥ pour cent", "en hausse de 12,5 pour cent", target="fr"),
        ("page १२", "page 12"),
    ),
    keeps=(
        "العام ٢٠٢٤",
        "the digits ٠١٢",
        "三",
    ),
)

RULES = (NUM037,)
