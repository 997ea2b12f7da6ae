"""The document as rules see it: its settings, and what it shows of language, source and style.

Everything is computed once, when a rule first asks: a clean text pays for none of it. Nor for the imports, which is
why most of them stand in functions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from transclean.text.span import Span

if TYPE_CHECKING:
    from transclean.language.source import SourceGuess
    from transclean.style import Style

LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja")

# Enough text to tell a language by, and the conventions of a document; more only costs time.
_LANGUAGE_SAMPLE = 20_000
_SAMPLE = 200_000
_SURE = 0.99  # probability
_SHORT = 12  # words; less tells no language apart but by its small words


@dataclass(frozen=True)
class Profile:
    """What a document shows. `language`: of the text, `und` if unclear; `source`: what it was translated from."""

    language: str
    source: SourceGuess
    style: Style


@dataclass
class Document:
    """One text on its way through the pipeline.

    `source` and `target` are language codes or `auto`; `style` a name of `transclean.style`.
    """

    text: str
    source: str = "auto"
    target: str = "auto"
    style_name: str = "auto"
    style_options: Mapping[str, str] = field(default_factory=dict)
    seen: dict[str, bool] = field(default_factory=dict)  # patterns -> whether they occur
    blocked: Sequence[Span] = ()  # what of the text is no prose

    @cached_property
    def sample(self) -> str:
        """The beginning of a long text, up to the end of a line."""
        if len(self.text) <= _SAMPLE:
            return self.text
        return self.text[: self.text.rfind("\n", 0, _SAMPLE) + 1 or _SAMPLE]

    @cached_property
    def language(self) -> str:
        """The language of the text, or `und`."""
        from transclean.language.words import lacks_english, language_of

        sample = self.text[:_LANGUAGE_SAMPLE]
        found = language_of(sample, clear=3)
        short = len(sample.split()) < _SHORT
        if found is None and (not short or lacks_english(sample)):
            from transclean.language.arbiter import detect_language

            likeliest, probability = detect_language(sample, LANGUAGES)
            found = likeliest if not short or probability > _SURE else None
        return found or "und"

    @cached_property
    def target_language(self) -> str:
        """The language to mend it as: the one set, else that of the text.

        A text too short to tell is English, unless a word or a letter of it is of another language; where the source
        is set, these are what the translation left.
        """
        from transclean.language.words import speaks_against_english

        if self.target != "auto":
            return self.target
        if self.language != "und":
            return self.language
        if len(self.sample.split()) < _SHORT:
            return "und" if self.source == "auto" and speaks_against_english(self.sample) else "en"
        return "en" if looks_mixed(self.sample) else "und"

    @cached_property
    def guess(self) -> SourceGuess:
        """The language it was translated from, with the evidence."""
        from transclean.language.source import guess_source

        return guess_source(self.sample)

    @cached_property
    def is_technical(self) -> bool:
        """Whether it is about programs, with signs of code all through, beside what is marked as code."""
        from transclean.language.code import is_technical
        from transclean.text.protect import mask

        sample = self.sample
        return is_technical(mask(sample, [span for span in self.blocked if span.end <= len(sample)]))

    @cached_property
    def is_older(self) -> bool:
        """Whether it is in the English of an older time, which has conventions of its own."""
        from transclean.language.period import is_older

        return is_older(self.sample)

    @cached_property
    def tells_of_the_past(self) -> bool:
        """Whether nearly all years in it are long past."""
        from transclean.language.period import tells_of_the_past

        return tells_of_the_past(self.sample)

    def source_is(self, *languages: str) -> bool:
        """Whether the text was translated from one of `languages`: set by the user, or by clear evidence."""
        if self.source != "auto":
            return self.source in languages
        return self.guess.language in languages

    def source_may_be(self, *languages: str) -> bool:
        """Whether that is possible: set by the user, or by clear evidence, or nothing speaks for another language."""
        if self.source != "auto":
            return self.source in languages
        candidates = self.guess.candidates
        return not candidates or any(language in languages for language in candidates)

    @cached_property
    def style(self) -> Style:
        """The style to write in."""
        from transclean.style import style_for

        return style_for(self.style_name, self.style_options, text=self.sample)

    @property
    def profile(self) -> Profile:
        return Profile(self.language, self.guess, self.style)

    @property
    def verdicts(self) -> tuple[Profile, bool, bool, bool]:
        """What is judged once of the whole text, and rules then go by."""
        return self.profile, self.is_technical, self.is_older, self.tells_of_the_past

    def mentions(self, pattern: str) -> bool:
        """Whether the regular expression `pattern` occurs anywhere in the document."""
        if pattern not in self.seen:
            self.seen[pattern] = _compiled(pattern).search(self.text) is not None
        return self.seen[pattern]

    def mentions_word(self, words: tuple[str, ...]) -> bool:
        """Whether any of `words`, which may be regular expressions, occurs in the document as a whole word."""
        pattern = "|".join(words)
        if pattern not in self.seen:
            # Checking what is before a word first would cost ten times as much.
            found = _compiled(rf"(?:{pattern})(?!\w)").finditer(self.text)
            self.seen[pattern] = any(not _ends_in_word(self.text, match.start()) for match in found)
        return self.seen[pattern]

    def count(self, pattern: str) -> int:
        """How often the regular expression `pattern` occurs in the document."""
        return len(self._places(pattern))

    def count_near(self, pattern: str, place: int, reach: int) -> int:
        """How often the regular expression `pattern` occurs within `reach` characters of `place`."""
        places = self._places(pattern)
        return bisect_right(places, place + reach) - bisect_left(places, place - reach)

    def _places(self, pattern: str) -> list[int]:
        cache: dict[str, list[int]] = self.__dict__.setdefault("_places_of", {})
        if pattern not in cache:
            cache[pattern] = [match.start() for match in _compiled(pattern).finditer(self.text)]
        return cache[pattern]

    def is_foreign(self, text: str) -> bool:
        """Whether `text` is clearly in another language than the document's."""
        from transclean.language.words import looks_foreign

        return looks_foreign(text, self.target_language)

    def foreign_around(self, text: str, hit: Span) -> bool:
        """Whether a short `text` is in another language, leaving out `hit`: what is left must not be its own judge."""
        from transclean.language.words import leans_foreign

        before, after = text[: hit.start], text[hit.end :]
        # Of a word that is hit in part, no part is a word; what a title or article in the hit stands before is a name.
        if re.match(r"\w", text[hit.start : hit.start + 1]):
            before = re.sub(r"\w+$", "", before)
        if re.search(r"\w\.?\s?$", text[hit.start : hit.end]):
            after = re.sub(r"^\w+", "", after)
        return leans_foreign(f"{before} {after}", self.target_language)

    def foreign_quotation(self, text: str, quotation: Span, hit: Span) -> bool:
        """Whether the words of `quotation` other than those of `hit` are in another language, or may well be."""
        from transclean.language.words import quotes_foreign

        rest = text[quotation.start : hit.start] + " " + text[hit.end : quotation.end]
        return quotes_foreign(rest, self.target_language)


def looks_mixed(text: str) -> bool:
    """Whether some English function words are there, though not enough to call it English."""
    from transclean.language.words import scores

    return scores(text).get("en", 0) >= 2


def _ends_in_word(text: str, end: int) -> bool:
    before = text[end - 1 : end]
    return before.isalnum() or before == "_"


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
