"""Which language a text is in, which pieces of it are in another, and which it was translated from.

Two layers for the language: script and small words (`words`), which decide clear cases in microseconds, then langdetect
(`arbiter`) for what they leave open, if there is text enough. Below its threshold the answer is `und`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transclean.detect.source import NO_GUESS, SourceGuess, guess_source

if TYPE_CHECKING:
    from transclean.detect.fragments import Fragment

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
    from transclean.detect.fragments import find_fragments

    language, probability = identify(text)
    fragments = () if language == UNDETERMINED else tuple(find_fragments(text, language))
    # The marks of a source language are known for English only; a text too short to tell may be English.
    source = guess_source(text) if language in {"en", UNDETERMINED} else NO_GUESS
    return Detection(language, probability, fragments, source)


def identify(text: str) -> tuple[str, float]:
    """The language of `text` with its probability; `und` and 0 where neither layer is sure."""
    from transclean.detect.words import language_of, scores, script_language
    from transclean.document import LANGUAGES

    sample = text[:_SAMPLE]
    by_script = script_language(sample)
    if by_script:
        return by_script, 0.99
    found = language_of(sample)
    if found:
        counts = scores(sample)
        best = counts.pop(found)
        # Each word by which it leads halves the doubt.
        return found, 1 - 0.5 ** (1 + best - max(counts.values(), default=0))
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return UNDETERMINED, 0.0
    from transclean.detect.arbiter import detect_language

    language, probability = detect_language(sample, LANGUAGES)
    if language is None or probability < _MIN_PROBABILITY:
        return UNDETERMINED, 0.0
    return language, probability
