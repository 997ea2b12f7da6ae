"""What a language model says around a translation: its phrases in every language, from the locales' section `frames`.

Phrases are small regular expressions, in lower case, with these abbreviations: `*` any letters (`translat*`), `…` up to
80 characters of the same sentence, `'` either apostrophe. Keys of the section:

- courtesy: opens an answer (Sure, Of course); present: presents what follows (Here is); topic: words that mean a
  translation; version: those that do beside the name of a language (English version); plain: the other words of such a
  line; works: what a writer may present, too (the speech, the letter);
- note: labels of a note; choice: what a note on the translation says; offer: opens an offer of more help, or a hope to
  have helped; subject, change: what the offer is about; cue: what to look for where the offers are too
  common in ordinary text; aside: short sentences that go with it;
- ai: a model that speaks of itself or asks for text; refusal: opens an excuse; request: what it refuses;
- salutation, farewell: of letters, where an offer may be the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from transclean.document import LANGUAGES
from transclean.locales.locale import load_locale

_UNSPACED = frozenset({"zh", "ja"})  # words without spaces between


@dataclass(frozen=True, eq=False)
class FrameWords:
    """The phrases of one language, by key."""

    code: str
    phrases: Mapping[str, Sequence[str]]
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def pattern(self, key: str) -> re.Pattern[str]:
        """Any of the phrases under `key`, as whole words."""
        if key not in self._patterns:
            self._patterns[key] = re.compile(self._source(self.phrases.get(key, ())), re.IGNORECASE)
        return self._patterns[key]

    def _source(self, phrases: Sequence[str]) -> str:
        if not phrases:
            return r"(?!)"
        body = "|".join(_in_full(phrase) for phrase in sorted(phrases, key=len, reverse=True))
        return f"(?:{body})" if self.code in _UNSPACED else rf"(?<!\w)(?:{body})(?!(?<=\w)\w)"

    def names_language(self, text: str) -> bool:
        """Whether `text` has the name of a language."""
        return bool(_language_names(self.code).search(text))

    def announces_translation(self, text: str) -> bool:
        """Whether `text` speaks of a translation, or of the version in a language."""
        if self.pattern("topic").search(text):
            return True
        return bool(self.pattern("version").search(text)) and self.names_language(text)

    def says_nothing_else(self, text: str, *more: str) -> bool:
        """Whether every word of `text` announces: is of such a phrase, of one under a key in `more`, or a language."""
        rest = _language_names(self.code).sub("", text)
        for key in ("courtesy", "present", "topic", "version", "plain", *more):
            rest = self.pattern(key).sub("", rest)
        return not re.search(r"\w", rest)


_ABBREVIATIONS = {
    "(": "(?:", "'": "['’]", " ?": r"\s*", " ": r"\s+", "*": r"\w*", "…": r"[^.!?:：。！？\n]{0,80}",
}  # fmt: skip


def _in_full(phrase: str) -> str:
    """A phrase as a regular expression of `re`."""
    return re.sub(r"[ ]\?|[(' *…]", lambda match: _ABBREVIATIONS[match.group()], phrase)


def _in_trigger(phrase: str) -> str:
    """A phrase in the dialect of triggers, where `(?i)` folds ASCII letters only and `\\w` is ASCII."""
    parts = []
    in_class = False
    for letter in phrase:
        if letter in "[]":
            in_class = letter == "["
        other = letter.swapcase()
        if not letter.isascii() and len(other) == 1 and other != letter:
            parts.append(letter + other if in_class else f"[{letter}{other}]")
        else:
            parts.append({"(": "(?:", "'": "['’]", "*": "[^ \n]*", "…": "[^\n]*"}.get(letter, letter))
    # Short words are parts of others (se ha: these have); before longer ones the bound would cost more than it saves.
    bound = r"\b" if re.match(r"[a-z]{1,4}(?![a-z(*])", phrase) else ""
    return bound + "".join(parts)


@lru_cache(maxsize=1)
def all_frame_words() -> tuple[FrameWords, ...]:
    """The phrases of every language, English first: models speak it around texts in any other."""
    locales = (load_locale(code) for code in LANGUAGES)
    return tuple(FrameWords(locale.code, locale.section("frames")) for locale in locales)


def any_of(words: FrameWords, *keys: str) -> str:
    """For a trigger: any of the phrases under `keys`."""
    return "(?:" + "|".join(_in_trigger(phrase) for key in keys for phrase in words.phrases.get(key, ())) + ")"


@lru_cache(maxsize=32)
def _language_names(code: str) -> re.Pattern[str]:
    """The names of languages in language `code`, with the endings of adjectives."""
    from babel import Locale

    known = (
        *LANGUAGES,
        "ko",
        "hi",
        "sv",
        "da",
        "no",
        "nb",
        "fi",
        "cs",
        "el",
        "he",
        "hu",
        "ro",
        "bg",
        "vi",
        "th",
        "id",
        "fa",
        "ca",
        "la",
    )
    names = [Locale.parse(code).languages.get(language, "") for language in known]
    if code in _UNSPACED:
        return re.compile("|".join(name for name in names if name) or r"(?!)")
    stems = [re.escape(_stem(name.lower(), code)) for name in names if name]
    prefix = r"\w*" if code in ("ar", "de") else r"(?<!\w)"
    return re.compile(prefix + "(?:" + "|".join(stems) + r")\w*", re.IGNORECASE)


def _stem(name: str, code: str) -> str:
    """What the forms of an adjective have in common: English -> English; английский -> английс, anglais -> angla."""
    if code == "ar":
        return name.removeprefix("ال")
    if code == "en":
        return name
    return name[: max(4, len(name) - 3)] if len(name) > 4 else name
