"""Termbases: glossaries put together, a later one over an earlier, and kept parsed between runs."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from transclean import cache
from transclean._version import __version__
from transclean.errors import GlossaryError
from transclean.glossary.problem import Problem
from transclean.glossary.term import Status, Term, Wording


@dataclass(frozen=True, eq=False)
class Termbase:
    """Terms with different ids. `digest` changes when their files do."""

    terms: tuple[Term, ...]
    digest: str


@dataclass(frozen=True)
class Place:
    """Where a term stands."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}"


def glossary_files(paths: Sequence[str | os.PathLike[str]] = (), *, with_default: bool = True) -> list[str]:
    """The files of a termbase, in the order in which they are read."""
    return [*(shipped_glossaries() if with_default else ()), *(os.fspath(path) for path in paths)]


def shipped_glossaries() -> list[str]:
    """The files of the default glossary: inside the installed package, or beside it in a source checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    folder = os.path.join(package, "glossaries")
    if not os.path.isdir(folder):
        folder = os.path.join(os.path.dirname(package), "glossaries")
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".tsv"))


def digest_of(files: Iterable[str]) -> str:
    """What changes when one of `files` does. Raises GlossaryError for one that is not there."""
    parts = [__version__]
    for path in files:
        try:
            status = os.stat(path)
        except OSError as error:
            raise GlossaryError(f"{path}: {error.strerror or error}") from None
        parts.append(f"{os.path.abspath(path)} {status.st_mtime_ns} {status.st_size}")
    return "\n".join(parts)


def load_termbase(paths: Sequence[str | os.PathLike[str]], *, with_default: bool = True) -> Termbase:
    """The termbase of the glossaries at `paths`, over the one that comes with transclean.

    Raises GlossaryError, which names file, row and reason, for a file that cannot be read or used.
    """
    files = glossary_files(paths, with_default=with_default)
    digest = digest_of(files)
    stored = cache.load("glossary", digest)
    if stored is not None:
        return Termbase(_parsed(stored), digest)
    terms = tuple(term for term, _ in merge(files).values())
    cache.store("glossary", digest, json.dumps(terms, ensure_ascii=False).encode())
    cache.store("glossary-kept", digest, json.dumps(_kept(terms), ensure_ascii=False).encode())
    return Termbase(terms, digest)


def kept_forms(paths: Sequence[str | os.PathLike[str]], *, with_default: bool = True) -> tuple[str, ...]:
    """The forms that are never to be touched. Of files that are known to be good, nothing else is read.

    Raises GlossaryError for a file that cannot be used.
    """
    stored = cache.load("glossary-kept", digest_of(glossary_files(paths, with_default=with_default)))
    if stored is not None:
        return tuple(json.loads(stored))
    return _kept(load_termbase(paths, with_default=with_default).terms)


def _kept(terms: Iterable[Term]) -> tuple[str, ...]:
    right = (Status.PREFERRED, Status.ADMITTED)
    return tuple(
        form
        for term in terms
        if term.keep
        for wording in term.wordings.values()
        for form, status in wording.forms
        if status in right
    )


def _parsed(stored: bytes) -> tuple[Term, ...]:
    # Many small objects and no cycles: to look for these meanwhile takes four times as long as all the rest.
    collects = gc.isenabled()
    gc.disable()
    try:
        return tuple(map(_restored, json.loads(stored)))
    finally:
        if collects:
            gc.enable()


def _restored(values: list[Any]) -> Term:
    """A term from what JSON made of it."""
    identity, wordings, requires, requires_near, unless, unless_document, *rest = values
    return Term(
        identity,
        {
            language: Wording(preferred, abbreviation, tuple(admitted), tuple(replace), tuple(flag))
            for language, (preferred, abbreviation, admitted, replace, flag) in wordings.items()
        },
        tuple(requires),
        tuple(requires_near),
        tuple(unless),
        tuple(unless_document),
        *rest,
    )


@lru_cache(maxsize=1)
def default_termbase() -> Termbase:
    """The glossary that comes with transclean: terms of the United Nations and of human rights."""
    return load_termbase(())


def merge(files: Iterable[str]) -> dict[str, tuple[Term, Place]]:
    """The terms of `files` by id, each with where it stands. Raises GlossaryError for the first thing wrong.

    A later file has the last word: on a term that it has too, and on a form that an earlier one has otherwise.
    """
    from transclean.glossary.exchange import read_glossary

    terms: dict[str, tuple[Term, Place]] = {}
    for path in files:
        reading = read_glossary(path)
        own = [(term, Place(path, line)) for line, term in reading.terms]
        problems = [*reading.problems, *duplicates(own), *conflicts(own)]
        if problems:
            raise GlossaryError(str(min(problems)))
        claimed = {
            (language, form)
            for term, _ in own
            for language, wording in term.wordings.items()
            for form, _ in wording.forms
        }
        terms = {identity: (_without(term, claimed), place) for identity, (term, place) in terms.items()}
        terms.update({term.id: (term, place) for term, place in own})
    return terms


def _without(term: Term, claimed: set[tuple[str, str]]) -> Term:
    """`term` without those of its forms to replace or report that are `claimed`, by language."""
    wordings = {}
    for language, wording in term.wordings.items():
        kept = [
            tuple(form for form in forms if (language, form) not in claimed)
            for forms in (wording.replace, wording.flag)
        ]
        wordings[language] = wording._replace(replace=kept[0], flag=kept[1])
    return term._replace(wordings=wordings) if wordings != term.wordings else term


Placed = tuple[Term, Place]


def duplicates(terms: Iterable[Placed]) -> Iterator[Problem]:
    """Ids that two rows of one file have."""
    places: dict[str, Place] = {}
    for term, place in terms:
        first = places.setdefault(term.id, place)
        if first is not place:
            yield Problem(place.path, place.line, f"the id {term.id!r} is already in line {first.line}")


def conflicts(terms: Iterable[Placed]) -> Iterator[Problem]:
    """Forms that would be replaced although right, or by either of two terms, or reported as well."""
    terms = list(terms)
    right: dict[tuple[str, str], Placed] = {}
    for term, place in terms:
        for language, wording in term.wordings.items():
            for form in (wording.preferred, *wording.admitted):
                right.setdefault((language, form), (term, place))
    owners: dict[tuple[str, str], Placed] = {}
    for term, place in terms:
        for language, wording in term.wordings.items():
            for form in wording.replace:
                other = right.get((language, form))
                if other:
                    yield _conflict(place, f"{form!r} is to be replaced, but right in {other[1]}")
                first, where = owners.setdefault((language, form), (term, place))
                if first is not term and not (_is_conditional(term) and _is_conditional(first)):
                    yield _conflict(place, f"{form!r} is to be replaced here and in {where}")
                if form in wording.flag:
                    yield _conflict(place, f"{form!r} is both to be replaced and to be reported")


def _is_conditional(term: Term) -> bool:
    return bool(term.requires or term.requires_near)


def _conflict(place: Place, message: str) -> Problem:
    return Problem(place.path, place.line, message)
