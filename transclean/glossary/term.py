"""A term, what it is called in each language, and the forms of it that matter in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

ENGLISH = "en"


class Status(Enum):
    """What becomes of a form in a text. PREFERRED and ADMITTED are right, and nothing inside them is looked at."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    REPLACE = "replace"
    FLAG = "flag"


def is_acronym(form: str) -> bool:
    """Whether `form` is written in capitals (ONU, CoE, O.N.G.): such a form has no other case."""
    return " " not in form and sum(map(str.isupper, form)) > sum(map(str.islower, form))


class Wording(NamedTuple):
    """What a term is called in one language: what to write, what is right too, what to replace, what to report."""

    preferred: str
    abbreviation: str = ""
    admitted: tuple[str, ...] = ()
    replace: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()

    @classmethod
    def of_names(
        cls,
        names: Sequence[str],
        *,
        abbreviation: str = "",
        replace: tuple[str, ...] = (),
        flag: tuple[str, ...] = (),
    ) -> Wording:
        """From the names that are right, the best first; without an `abbreviation`, it is the first acronym."""
        preferred, *others = names
        abbreviation = abbreviation or next(filter(is_acronym, others), "")
        return cls(preferred, abbreviation, tuple(name for name in others if name != abbreviation), replace, flag)

    @property
    def forms(self) -> Iterator[tuple[str, Status]]:
        """Every form with its status, the preferred one first."""
        yield self.preferred, Status.PREFERRED
        if self.abbreviation:
            yield self.abbreviation, Status.ADMITTED
        for status, forms in (
            (Status.ADMITTED, self.admitted),
            (Status.REPLACE, self.replace),
            (Status.FLAG, self.flag),
        ):
            for form in forms:
                yield form, status


class Variant(NamedTuple):
    """One form of a term."""

    text: str
    status: Status

    @property
    def is_acronym(self) -> bool:
        return is_acronym(self.text)


class Term(NamedTuple):
    """A row of a glossary: a concept with its names by language code.

    Conditions are on the words around a form. Without one of `requires` in the document, or of `requires_near` in
    the sentence or those beside it, a form in `replace` is only reported, an acronym or a form in `flag` left alone.
    With one of `unless` in the sentence, or of `unless_document` in the document, any form is left alone. `{name}`
    stands for any capitalised word that is not a date (`High Commission in {name}`).

    `abbreviate`: always write the abbreviation. `no_article`: the abbreviation is used without `the`. `exact_case`:
    forms count only as they are written. `keep`: what is preferred or admitted is never touched, by any rule.
    """

    id: str
    wordings: Mapping[str, Wording]
    requires: tuple[str, ...] = ()
    requires_near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_document: tuple[str, ...] = ()
    abbreviate: bool = False
    no_article: bool = False
    exact_case: bool = False
    keep: bool = False
    domain: str = ""
    note: str = ""
    source: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.wordings)

    @property
    def preferred(self) -> str:
        """The English name, or that of the first language there is."""
        return self.wordings[ENGLISH if ENGLISH in self.wordings else self.languages[0]].preferred

    @property
    def abbreviation(self) -> str:
        """The English abbreviation."""
        return self.wordings[ENGLISH].abbreviation if ENGLISH in self.wordings else ""

    def variants(self, language: str) -> list[Variant]:
        """Every form that matters in a text in `language`: an abbreviation that is right only if it is to be kept."""
        wording = self.wordings.get(language)
        if wording is None:
            return []
        return [Variant(text, status) for text, status in wording.forms if self.keep or text != wording.abbreviation]

    @property
    def foreign_acronyms(self) -> tuple[str, ...]:
        """The term's acronyms in other languages, where they are capitals: their own, and left in English."""
        forms: list[str] = []
        for language, wording in self.wordings.items():
            wrong = (*wording.replace, *wording.flag)
            forms += wrong if language == ENGLISH else [wording.preferred, wording.abbreviation, *wording.admitted]
        return tuple(dict.fromkeys(form for form in forms if len(form) >= 2 and form.isupper() and form.isalpha()))

    def written(self, variant: Variant, language: str = ENGLISH) -> str:
        """What to write where `variant` stands: an acronym for an acronym, else the full form."""
        wording = self.wordings[language]
        if wording.abbreviation and (self.abbreviate or variant.is_acronym):
            return wording.abbreviation
        return wording.preferred
