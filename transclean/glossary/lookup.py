"""Looking a term up by any of its names, in any language, and showing it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from transclean.glossary.term import Status, Term, Wording

_NAMES = {
    "en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese", "de": "German",
    "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "uk": "Ukrainian", "tr": "Turkish",
    "ja": "Japanese",
}  # fmt: skip
_CONDITIONS = (
    ("requires", "only in a text with"),
    ("requires_near", "only near"),
    ("unless", "not in a sentence with"),
    ("unless_document", "not in a text with"),
)


def find_terms(query: str, terms: Iterable[Term]) -> tuple[list[Term], list[Term]]:
    """The terms that have a name of `query`, and others with a name that holds its words; case and accents aside.

    Rows with one preferred form are one term to a reader: of these, all count, the one with most languages first.
    """
    terms = tuple(terms)
    wanted = _folded(query)
    exact, near = [], []
    for term in terms:
        names = {_folded(form) for wording in term.wordings.values() for form, _ in wording.forms} | {_folded(term.id)}
        if wanted in names:
            exact.append(term)
        elif wanted and any(f" {wanted}" in f" {name}" for name in names):
            near.append(term)
    found = {term.preferred for term in exact}
    siblings = [term for term in terms if term.preferred in found]
    siblings.sort(key=lambda term: -len(term.wordings))
    return siblings, [term for term in near if term.preferred not in found]


def _folded(name: str) -> str:
    """A name without case, accents and punctuation."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", letters))


def card(term: Term) -> Iterator[tuple[str, str]]:
    """What to show of a term, as pairs of label and text."""
    yield "", term.preferred + (f" ({term.abbreviation})" if term.abbreviation else "")
    for language, wording in term.wordings.items():
        yield _NAMES.get(language, language), _names(wording)
        for label, forms in (("  replaced", wording.replace), ("  reported", wording.flag)):
            if forms:
                yield label, "; ".join(forms)
    if term.keep:
        yield "status", "never touched"
    if term.abbreviate:
        yield "written", "always as the abbreviation"
    if term.no_article:
        yield "article", f"{term.abbreviation} without the"
    for field, label in _CONDITIONS:
        words: Sequence[str] = getattr(term, field)
        if words:
            yield label, ", ".join(words)
    for label, text in (("domain", term.domain), ("note", term.note), ("source", term.source), ("id", term.id)):
        if text:
            yield label, text


def _names(wording: Wording) -> str:
    return "; ".join(form for form, status in wording.forms if status in (Status.PREFERRED, Status.ADMITTED))
