"""Signs before numbers: number signs (`nº 5`, `№ 3`, `Nr. 8`), and plus and minus set off from the figures.

English abbreviates number as `No.` (AP; UN Editorial Manual).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.numbers.context import word_before
from transclean.rules.numbers.quantity import FIGURE, SPACE
from transclean.rules.numbers.vocabulary import alternation, forms, measure_pattern, word_set
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# Things that have a number: after these a closed-up `N°5` is no brand (Chanel N°5).
_NUMBERED = word_set(
    "law decree decision resolution regulation directive order article act bill protocol convention circular "
    "document report symphony concerto sonata opus volume issue page section unit block building house school "
    "hospital case file lot figure room platform gate bus line route district zone annex appendix chapter "
    "paragraph table station mine plant"
)


def _written_forms() -> set[str]:
    signs = forms(source_locales(), "number_signs")
    return {form for sign in signs for form in (sign, sign[0].upper() + sign[1:])} | {"№", "№№", "N.º", "Nº", "N°"}


@lru_cache(maxsize=1)
def _number_sign() -> re.Pattern[str]:
    number = r"\d|(?:(?<=№)|(?<=№ ))\ufffc"  # or a placeholder for one
    return re.compile(rf"(?<![\w.\ufffc-])(?P<sign>{alternation(_written_forms())})\.?(?P<gap>{SPACE}?)(?={number})")


# What German books and archives are cited by; there the number belongs to the citation.
_CITATION = re.compile(r"\b(?:Anm|Bd|Bl|[Hh]rsg|Jg|Rep|S|Sp|Zchg)\. ")
_BESIDE = 24
_VERSE = re.compile(r"\d{1,3}(?:[:.]\d| ?[ivxl]+\b)")


def _number_signs(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _number_sign().finditer(text):
        before = word_before(text, match.start())
        brand = before == "Chanel" or (not match["gap"] and before[:1].isupper() and before.lower() not in _NUMBERED)
        if match["sign"] == "N°" and brand:
            continue
        if _CITATION.search(text, max(0, match.start() - _BESIDE), match.end() + _BESIDE):
            continue  # Bd. I, Nr. 94, S. 147
        if match["sign"] in ("Num.", "Num") and _VERSE.match(text, match.end()):
            continue  # the Book of Numbers
        yield Hit(match.start(), match.end(), "Nos. " if match["sign"] == "№№" else "No. ")


_BEFORE_SIGNED = word_set("by of to at from is was were between and than only around about reached reaching")


@lru_cache(maxsize=1)
def _loose() -> re.Pattern[str]:
    return re.compile(rf"(?P<opening>\(|(?P<word>[a-z]+)\s)(?P<sign>[-−+±]){SPACE}(?P<figure>{FIGURE})")


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}?[°º%]|(?:{measure_pattern().pattern})")


def _loose_signs(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _loose().finditer(text):
        after = text[match.end() : match.end() + 2].lstrip()
        if match["word"]:
            fits = match["word"] in _BEFORE_SIGNED and _unit().match(text, match.end()) is not None
        else:
            fits = after[:1] in (")", "%", "°")
        if fits:
            yield Hit(match.end("sign"), match.start("figure"), "")


NUM028 = Rule(
    code="NUM028",
    name="number-sign",
    summary="Number sign of another language",
    why=(
        "`nº`, `n°`, `Nr.`, `№`, `núm.` are `No.` in English (AP; UN Editorial Manual). Only directly before "
        "figures; a closed `N°5` after a name may be a brand (Chanel N°5). The English word `No` without a stop "
        "is never touched."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (rf"(?:{alternation(_written_forms())})\.?[ \u00a0\u202f]?\d", "№ ?[%{$<]"),
    find=in_prose(_number_signs),
    sources=("fr", "es", "de", "ru", "uk", "pl", "it"),
    fixes=(
        ("power units №3 and 4", "power units No. 3 and 4"),
        ("decree nº 5", "decree No. 5"),
        ("resolution n° 1701", "resolution No. 1701"),
        ("Nr. 8 shirt", "No. 8 shirt"),
        ("law núm. 39", "law No. 39"),
        ("Decree N°12 of the ministry", "Decree No. 12 of the ministry"),
        ("schools №№ 3, 4 and 7", "schools Nos. 3, 4 and 7"),
        ("Ticket № {number}", "Ticket No. {number}"),
        Example("school nr 12", "school No. 12", source="pl"),
    ),
    keeps=(
        "No 5 people came",
        "No. 5",
        "n°",
        "15° 30′",
        "Chanel N°5",
        "Chanel N° 19",
        "The serpent of brass (Num. 21:4-9) was lifted up.",
    ),
)

NUM038 = Rule(
    code="NUM038",
    name="detached-sign",
    summary="Plus or minus sign set off from its number",
    why=(
        "A sign of a single number closes up to it. A spaced hyphen may be a dash or a subtraction, so only after "
        "an opening bracket or a word such as by, of or to, and with a unit after."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\([-−+±] \d", r"[a-z][ \n][-−+±] \d"),
    find=_loose_signs,
    fixes=(
        ("4,840 (+ 60) tests", "4,840 (+60) tests"),
        ("fell by - 5%", "fell by -5%"),
        ("temperatures of - 3°C", "temperatures of -3°C"),
        ("exports (+ 3 %) and imports (- 12 %)", "exports (+3 %) and imports (-12 %)"),
    ),
    keeps=(
        "5 - 3",
        "- 5 eggs\n- 2 onions",
        "a + 3",
        "10 + 5",
        "unemployment - 5% in May - fell",
    ),
)

RULES = (NUM028, NUM038)
