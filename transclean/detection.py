"""Which language a text is in, which pieces of it are in another, and which it was translated from.

Two layers for the language: script and small words (`words`), which decide clear cases in microseconds, then langdetect
(`arbiter`) for what they leave open, if there is text enough. Below its threshold the answer is `und`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transclean.language.source import NO_GUESS, SourceGuess

if TYPE_CHECKING:
    from transclean.fragments import Fragment

__all__ = ["Detection", "detect_text", "identify"]

# Enough text to tell a language by; more only costs time.
_SAMPLE = 20_000

_MIN_LETTERS = 20
"""Less is left undecided by langdetect's own account: it guesses by letters in threes."""
_MIN_PROBABILITY = 0.8

UNDETERMINED = "und"


@dataclass(frozen=True)
class Detection:
    """`language`: a code or `und`; `probability`: 0 to 1; `fragments`: left-over pieces; `source`: translated from."""

    language: str
    probability: float
    fragments: tuple[Fragment, ...]
    source: SourceGuess


def detect_text(text: str) -> Detection:
    """See `transclean.detect`. Never raises, whatever the text."""
    from transclean.document import Document
    from transclean.fragments import find_fragments

    language, probability = identify(text)
    fragments = () if language == UNDETERMINED else tuple(find_fragments(text, language))
    # The marks of a source language are known for English only; a text too short to tell may be English.
    source = Document(text).guess if language in {"en", UNDETERMINED} else NO_GUESS
    return Detection(language, probability, fragments, source)


def identify(text: str) -> tuple[str, float]:
    """The language of `text` with its probability; `und` and 0 where neither layer is sure."""
    from transclean.document import LANGUAGES
    from transclean.language.words import language_of, script_language, small_word_languages

    sample = text[:_SAMPLE]
    by_script = script_language(sample)
    if by_script:
        return by_script, 0.99
    for part in _telling_parts(sample):
        found = language_of(part)
        if found:
            return found, _certainty(part, found)
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return UNDETERMINED, 0.0
    from transclean.language.arbiter import detect_language

    language, probability = detect_language(sample, LANGUAGES)
    if language is None or probability < _MIN_PROBABILITY:
        return UNDETERMINED, 0.0
    words = sample.split()
    # langdetect has an answer for nonsense too; five words of a language have a small one among them. Of languages
    # in Cyrillic the inflected words do without.
    if (
        language not in {"ru", "uk"}
        and len(words) >= 5
        and not any(language in small_word_languages(word.strip(_PUNCTUATION)) for word in words)
    ):
        return UNDETERMINED, 0.0
    return language, probability


_PUNCTUATION = ".,;:!?\"'()[]“”«»…"

# The small words inside a foreign name: Santiago de los Caballeros de la Vega.
_PARTICLES = re.compile(
    r"(?<=[^\W\d_])(?:\s(?:de|del|della|dello|dei|di|da|do|dos|das|du|des|la|las|los|le|les|el|y|e|et))+(?=\s[A-ZÀ-Þ])"
)


def _telling_parts(text: str) -> Iterator[str]:
    """What to judge `text` by: first what its author says, without quotations and names; then all of it."""
    from transclean.text.segment import Segment

    quotations = Segment(text).quotations
    if quotations or _PARTICLES.search(text):
        outside = []
        position = 0
        for quotation in quotations:
            outside.append(text[position : quotation.start])
            position = quotation.end
        outside.append(text[position:])
        yield _PARTICLES.sub("", " ".join(outside))
    yield text


def _certainty(text: str, language: str) -> float:
    """Each small word by which `language` leads halves the doubt."""
    from transclean.language.words import scores

    counts = scores(text)
    best = counts.pop(language, 0)
    return 1 - 0.5 ** (1 + best - max(counts.values(), default=0))
