"""What is wrong or risky in glossaries, all of it at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from transclean.errors import GlossaryError
from transclean.glossary.exchange import read_glossary
from transclean.glossary.exchange.pairs import Languages
from transclean.glossary.problem import Problem
from transclean.glossary.term import ENGLISH, Status
from transclean.glossary.termbase import Place, Placed, conflicts, duplicates
from transclean.glossary.triggers import common_words

_SUFFIXES = (".tsv", ".csv", ".tbx", ".xml")
_SHORT = 2
"""Letters of an acronym that means too much to be replaced wherever it stands."""


def glossaries_in(path: str) -> list[str]:
    """The file at `path`, or the glossaries in the folder. Raises GlossaryError for a folder without any."""
    if not os.path.isdir(path):
        return [path]
    files = sorted(os.path.join(path, name) for name in os.listdir(path) if name.lower().endswith(_SUFFIXES))
    if not files:
        raise GlossaryError(f"{path}: no glossary in this folder")
    return files


def check_glossaries(
    paths: Iterable[str], format_name: str = "", languages: Languages = ("", ENGLISH)
) -> tuple[int, list[Problem]]:
    """The number of terms in files used together, and their problems. Raises GlossaryError for an unreadable one."""
    placed: list[Placed] = []
    problems: list[Problem] = []
    for path in paths:
        reading = read_glossary(path, format_name, languages)
        problems += reading.problems
        own = [(term, Place(path, line)) for line, term in reading.terms]
        problems += duplicates(own)
        placed += own
    problems += [*conflicts(placed), *_doubts(placed)]
    return len(placed), sorted(set(problems))


def _doubts(terms: Sequence[Placed]) -> Iterator[Problem]:
    """What does not keep a glossary from being used, and is most likely not meant."""
    right = {
        (language, form): place
        for term, place in terms
        for language, wording in term.wordings.items()
        for form in (wording.preferred, *wording.admitted)
    }
    for term, place in terms:
        conditional = term.requires or term.requires_near
        for language, wording in term.wordings.items():
            seen: set[str] = set()
            for form, status in wording.forms:
                if form in seen:
                    yield _doubt(place, f"{form!r} is there twice")
                seen.add(form)
                if status is Status.FLAG and (language, form) in right:
                    yield _doubt(place, f"{form!r} is to be reported, but right in {right[language, form]}")
                if status is not Status.REPLACE or language != ENGLISH or conditional:
                    continue
                if form.casefold() in common_words():
                    yield _doubt(place, f"{form!r} is an ordinary English word; `requires` would limit it")
                if len(form) <= _SHORT:
                    yield _doubt(place, f"{form!r} is so short that it means other things; `requires` would limit it")
                if form.casefold() == wording.preferred.casefold():
                    yield _doubt(place, f"{form!r} differs from the preferred form in its capitals only")


def _doubt(place: Place, message: str) -> Problem:
    return Problem(place.path, place.line, message, fatal=False)
