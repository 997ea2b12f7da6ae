"""The inverted marks of Spanish in English: `¿Why?`, `¡No!`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from transclean.language.words import scores
from transclean.locales.locale import load_locale
from transclean.rules.rule import SAFE, Hit, Rule, Stage
from transclean.rules.verbs import is_finite_verb

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_INVERTED = re.compile(r"[¿¡]+[ \u00a0\u202f]*(?=[^\W\d_])([^¿¡?!\n]*)[?!]")
_WORD = re.compile(r"[^\W\d_]+")
_SPANISH_LETTER = re.compile(r"\b[a-z]*[áéíóúñ]")  # not in names: José Muñoz


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _INVERTED.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum() or _is_spanish(match.group(1)):
            continue
        if _is_title(text, match):
            continue
        yield Hit(match.start(), match.start(1), "")


_LAST_WORD = re.compile(r"([^\W\d_]+) \Z")


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether one capitalised word is named like a work: the album ¡Uno!; not He cried ¡Stop!"""
    word = match.group(1).strip()
    before = _LAST_WORD.search(text[max(0, match.start() - 20) : match.start()])
    return word.istitle() and word.isalpha() and before is not None and not is_finite_verb(before.group(1))


@lru_cache(maxsize=1)
def _exclamations() -> frozenset[str]:
    return frozenset(load_locale("es").section("typography").get("exclamations", ()))


def _is_spanish(words: str) -> bool:
    """Whether a question or exclamation is one in Spanish.

    Too short for function words to decide alone: Spanish letters and the words that Spanish people shout count too.
    """
    counts = scores(words)
    english, spanish = counts.get("en", 0), counts.get("es", 0)
    shouted = sum(word in _exclamations() for word in _WORD.findall(words.lower()))
    lettered = len(_SPANISH_LETTER.findall(words))
    return spanish + shouted + lettered > english


TYP024 = Rule(
    code="TYP024",
    name="inverted-marks",
    summary="Inverted Spanish question or exclamation mark in English text",
    why="Spanish opens a question with ¿ and an exclamation with ¡; English only closes them. If the words between are "
    "Spanish, they are quoted and keep their marks.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=["^[¿¡]", "[ \\u00a0\"“‘'(*_—–-][¿¡]"],
    find=_find,
    sources=("es",),
    fixes=(
        ("¿Why are you here?", "Why are you here?"),
        ("He shouted: ¡Stop!", "He shouted: Stop!"),
        ("¿What now?!", "What now?!"),
        ('"¡Enough!"', '"Enough!"'),
        ("¿ Who is José Muñoz, and what does he want?", "Who is José Muñoz, and what does he want?"),
        ("¿¡How dare you!?", "How dare you!?"),
    ),
    keeps=(
        'the slogan "¡No pasarán!"',
        '"¿Por qué?"',
        "the sign ¿ opens a question",
        "They sang ¡Viva Zapata! in the streets.",
        "The crowd cried ¡Basta ya!",
        "the Green Day album ¡Uno!",
    ),
)

RULES = (TYP024,)
