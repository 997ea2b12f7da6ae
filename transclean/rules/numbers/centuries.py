"""Centuries: `XVIII century`, `XXe siècle`, `siglo XIX`, `XIX век`, `19. Jahrhundert`, `XIX-XX centuries`.

English writes them in figures, `18th century` (AP; UN Editorial Manual), with the ordinal first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.english import ordinal
from transclean.rules.numbers.context import ends_sentence, word_before
from transclean.rules.numbers.ordinals import roman_value
from transclean.rules.numbers.vocabulary import alternation, forms, word_set
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_ROMAN = r"[XVIХІ]{1,6}"  # with the Cyrillic look-alikes of X and I
_SUFFIX = r"(?:\.º|º|-?th|-?st|-?nd|-?rd|-(?:го|й|м|х)|ème|e|è|er|го|\.)?"
_ENGLISH = r"[Cc]entur(?:y|ies)|[Mm]illenni(?:um|a)|c\.|cc\."
_JOINT = (
    r"(?:\s?[-–—]\s?(?:(?:early|mid|late|beginning of(?: the)?|end of(?: the)?)[\s-])?|,\s(?:and\s)?"
    r"|\s(?:and|or|to|until|through)\s(?:in\s|from\s)?(?:the\s)?(?:(?:early|mid|late)[\s-])?|/)"
)

# Capitalised words that begin a sentence or phrase and are no name whose number the numeral would be.
_OPENERS = word_set(
    "the in by of from since during until till to and or at for early late mid before after around between "
    "throughout a an this that first second third last"
)


@lru_cache(maxsize=1)
def _centuries() -> frozenset[str]:
    return frozenset(forms(source_locales(), "centuries"))


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(forms(source_locales(), "century_abbreviations"))


@lru_cache(maxsize=1)
def _numeral_first() -> re.Pattern[str]:
    """Numerals, Roman or (before another language's word) with its ordinal mark, then the word for century."""
    words = alternation(_centuries() | _abbreviations())
    chain = rf"(?P<numerals>(?<![\w.’'])(?:{_ROMAN}{_SUFFIX}{_JOINT}){{0,3}}{_ROMAN}{_SUFFIX})"
    return re.compile(
        rf"{chain}(?P<gap>\s|-)(?P<word>{_ENGLISH}|{words})(?!\w)"
        rf"|(?<![\w.,])(?P<figure>\d{{1,2}})(?:\.|e|ème|º|th|st|nd|rd|-(?:й|го|м|е))\s(?P<foreign>{alternation(_centuries())})(?!\w)"
    )


@lru_cache(maxsize=1)
def _word_first() -> re.Pattern[str]:
    words = alternation(_centuries())
    return re.compile(
        rf"(?<!\w)(?P<word>centur(?:y|ies)|{words})\s(?P<numerals>(?:{_ROMAN}{_JOINT}){{0,3}}{_ROMAN})(?![\w'’-])"
    )


def _ordinals(numerals: str) -> str | None:
    """`XIX and XX` -> `19th and 20th`; None if a numeral is irregular."""
    irregular = False

    def spell(match: re.Match[str]) -> str:
        nonlocal irregular
        value = roman_value(match.group(1))
        irregular = irregular or not value
        return ordinal(value) if value else ""

    result = re.sub(rf"(?<!\w)({_ROMAN}){_SUFFIX}(?![\w])", spell, numerals)
    return None if irregular else result


_CHAPTER = re.compile(r"\s?\d")
_NAME_GOES_ON = re.compile(r" [A-Z][a-z]")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _numeral_first().finditer(text):
        if match["figure"]:
            yield Hit(match.start(), match.end(), f"{ordinal(int(match['figure']))} century{_stop(text, match.end())}")
            continue
        if match["word"] == "c." and _CHAPTER.match(text, match.end()):
            continue  # l. III c. 6, a book and its chapter
        if match["word"][0].isupper() and _NAME_GOES_ON.match(text, match.end()):
            continue  # the XX Century Cycle Club
        if not _free(text, match) or not _reads_so(match["word"], match["numerals"], document):
            continue
        written = _ordinals(match["numerals"])
        if written:
            several = len(re.findall(_ROMAN, match["numerals"])) > 1
            word = _english_word(match["word"], several, text, match.end())
            yield Hit(match.start(), match.end(), f"{written}{match['gap']}{word}")
    for match in _word_first().finditer(text):
        written = _ordinals(match["numerals"])
        # `the century I love`
        if written and len(match["numerals"]) + (match["word"] in _centuries()) > 1:
            several = len(re.findall(_ROMAN, match["numerals"])) > 1
            word = _english_word(match["word"], several, text, match.end())
            yield Hit(match.start(), match.end(), f"{written} {word}")


def _reads_so(word: str, numerals: str, document: Document) -> bool:
    """Whether an abbreviation of century (`w.`, `sec.`, `c.`) is one here."""
    if not word.endswith("."):
        return True
    return len(numerals) > 1 and (
        not word.isascii() or word in ("c.", "cc.") or document.source_is("de", "it", "pt", "pl", "tr")
    )


def _english_word(word: str, several: bool, text: str, end: int) -> str:
    """The word to write, in the number and case that stand there if it is English."""
    if word[0] in "CcMm" and re.fullmatch(r"[Cc]entur(?:y|ies)|[Mm]illenni(?:um|a)", word):
        return word
    return ("centuries" if several or word == "cc." else "century") + _stop(text, end)


def _stop(text: str, end: int) -> str:
    """The full stop of an abbreviation, where it ends the sentence too."""
    return "." if text[end - 1] == "." and ends_sentence(text, end - 1) else ""


def _free(text: str, match: re.Match[str]) -> bool:
    """Whether no name stands before that would own the numeral: `World War II`, `Louis XVI`."""
    before = word_before(text, match.start())
    if re.fullmatch(_ROMAN, match["numerals"]) and len(match["numerals"]) == 1 and before.lower() not in _OPENERS:
        return False
    return not before or before.islower() or before.lower() in _OPENERS


NUM029 = Rule(
    code="NUM029",
    name="roman-century",
    summary="Century in Roman numerals, or with another language's word",
    why=(
        "English writes centuries in Arabic figures with the ordinal first (AP; UN Editorial Manual); Russian, "
        "French, Spanish, Italian and Polish use Roman numerals. A name before the numeral owns it (`World War "
        "II`), so it stays."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        r"\b[XVI]{1,6}[^\n]{0,5}[ \n-](?:[Cc]entur|[Mm]illenni|cc?\.)",
        r"[ХІ][XVIХІ]{0,5}[^\n]{0,5}[ \n-](?:[Cc]entur|[Mm]illenni|cc?\.)",
        rf"[XVIХІ]{{1,6}}[^\n]{{0,5}}[ \n-](?:{alternation(_centuries() | _abbreviations())})",
        rf"(?:centur(?:y|ies)|{alternation(_centuries())})[ \n][XVIХІ]{{1,6}}",
        rf"\d[^\n]{{0,3}}[ \n](?:{alternation(_centuries())})",
    ),
    find=_find,
    sources=("ru", "uk", "fr", "es", "it", "pl"),
    fixes=(
        ("the house of the XVIII century", "the house of the 18th century"),
        ("in the XXe century", "in the 20th century"),
        ("at the end of the XIX century", "at the end of the 19th century"),
        Example("in the century XVI", "in the 16th century", source="es"),
        ("XIX and XX centuries", "19th and 20th centuries"),
        ("XVI-XVII centuries", "16th-17th centuries"),
        Example("since the XIXe siècle", "since the 19th century", source="fr"),
        Example("art of the siglo XIX", "art of the 19th century", source="es"),
        Example("in the XIX secolo", "in the 19th century", source="it"),
        ("the architecture of the XIX века", "the architecture of the 19th century"),
        Example("furniture of the 19. Jahrhunderts", "furniture of the 19th century", source="de"),
        ("late XIX - early XX century", "late 19th - early 20th century"),
        ("a fine XIX-century house", "a fine 19th-century house"),
        ("In the IV millennium BC", "In the 4th millennium BC"),
        Example("Ottoman art of the XVI. yüzyıl", "Ottoman art of the 16th century", source="tr"),
    ),
    keeps=(
        "See the library of Fabricius, l. III c. 6, on their number.",
        "Louis XVI",
        "Pope John XXIII",
        "Chapter IV",
        "Super Bowl XXI",
        "World War II century",
        "the reign of Louis XIV. Century after century passed.",
        "after 2 siècles of war",
        "books of Siglo XXI Editores",
        "within 10 sec. of the start",
        "What I century after century have seen",
    ),
)

RULES = (NUM029,)
