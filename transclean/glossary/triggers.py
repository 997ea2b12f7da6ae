"""What to scan for so that no form of a termbase is missed: plain literals, few for each form, rare in English.

A form need not be looked for as a whole. The pair of its words that ordinary text has least often says as much as all
of it, and several forms share one. Literals in any case compile and match as fast as those in one; only a form that
a line break may part needs a second.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from transclean.glossary.term import Status, Term, Variant
from transclean.glossary.termbase import Termbase
from transclean.scan import phrase_patterns

_UNCOMMON = 1e-5
"""The share of a word that is not among the common ones: a name in the news may have as much."""
_RARE = 1e-8
"""The most that a literal of two or three words may have."""


@lru_cache(maxsize=1)
def common_words() -> dict[str, float]:
    """The words, and pairs of words, that English text has most, with the shares they have of it, roughly."""
    with open(os.path.join(os.path.dirname(__file__), "common_words.txt"), encoding="utf-8") as file:
        lines = [line.strip() for line in file if not line.startswith("#")]
    # Zipf's law; pairs, the most frequent first too, begin anew at about the share of the thousandth word.
    words = [line for line in lines if " " not in line]
    pairs = [line for line in lines if " " in line]
    return {word: 0.1 / rank for rank, word in enumerate(words, start=1)} | {
        pair: 0.1 / (1000 + 10 * rank) for rank, pair in enumerate(pairs)
    }


def trigger_patterns(termbase: Termbase, statuses: Collection[Status]) -> list[str]:
    """Patterns of which one is in every text with a form of these statuses, in whatever language."""
    right = {
        form.casefold() for term in termbase.terms for wording in term.wordings.values() for form in wording.admitted
    } | {wording.preferred.casefold() for term in termbase.terms for wording in term.wordings.values()}
    return list(
        dict.fromkeys(
            pattern
            for term in termbase.terms
            for language in term.languages
            for variant in term.variants(language)
            if variant.status in statuses
            for pattern in _patterns(variant, term, right)
        )
    )


def bracket_patterns(termbase: Termbase) -> list[str]:
    """A pattern for each acronym that a term has in another language, in brackets as behind the term's name."""
    acronyms = (form for term in termbase.terms if term.abbreviation for form in term.foreign_acronyms)
    return [re.escape(f"({acronym})") for acronym in dict.fromkeys(acronyms)]


def _patterns(variant: Variant, term: Term, right: set[str]) -> Iterator[str]:
    """Patterns of which one is in every text that has the form."""
    text = variant.text
    if variant.is_acronym or term.exact_case:
        yield re.escape(text)
        return
    if not any(map(str.isascii, filter(str.isalpha, text))):
        # Another script is rare in itself: a word without its first letter, which may have another case.
        longest = max(text.split(), key=len)
        inner = longest[1:] if len(longest) > 1 and longest[0].lower() != longest[0].upper() else longest
        yield from dict.fromkeys(map(re.escape, (inner, inner.upper())))
        return
    literal = _rarest(text)
    if literal.isascii() and not any(word.isupper() and len(word) > 1 for word in literal.split()):
        # `United Nation` would match in every `United Nations`.
        end = r"\b" if text.casefold() + "s" in right and text.endswith(literal) else ""
        yield from (rf"(?i){pattern}{end}" for spelling in _spellings(literal) for pattern in phrase_patterns(spelling))
        return
    for cased in dict.fromkeys((literal, literal.upper(), literal[0].upper() + literal[1:], literal.title())):
        for spelling in _spellings(cased):
            yield from phrase_patterns(spelling)


def _spellings(literal: str) -> list[str]:
    """With either apostrophe."""
    return list(dict.fromkeys((literal.replace("’", "'"), literal.replace("'", "’"))))


def _rarest(form: str) -> str:
    """The words of a form in a row, two if they are rare in ordinary English, that it has least often.

    Letters with accents and apostrophes cost literals.
    """
    words = form.split()
    best = form
    for length in (2, 3, 4):
        windows = [" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1))]
        best = min(windows, key=lambda window: (not window.isascii() or "'" in window, _share(window)))
        if _share(best) <= _RARE:
            break
    return best


def _share(literal: str) -> float:
    """How much of ordinary English `literal` may be: by its words, or its pairs where these go together."""
    common = common_words()
    words = re.findall(r"[^\W\d_]+(?:'[a-z]+)?", literal.lower())
    share = common.get(words[0], _UNCOMMON) if words else _UNCOMMON
    for first, second in pairwise(words):
        pair = common.get(f"{first} {second}")
        # As likely as behind the first: the pair's share if it is known.
        share *= pair / common.get(first, _UNCOMMON) if pair else common.get(second, _UNCOMMON)
    return share
