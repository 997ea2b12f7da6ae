"""A term and its variants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property


class Status(Enum):
    """What becomes of a form in a text. PREFERRED: it is right, and nothing inside it is looked at."""

    PREFERRED = "preferred"
    REPLACE = "replace"
    FLAG = "flag"


@dataclass(frozen=True)
class Variant:
    """One form of a term."""

    text: str
    status: Status

    @cached_property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals (ONU, CoE, O.N.G.): such a form has no other case."""
        return " " not in self.text and sum(map(str.isupper, self.text)) > sum(map(str.islower, self.text))

    @property
    def cases(self) -> list[str]:
        """How it may be written: as given, in capitals, and at the start of a sentence.

        Not with a capital in each word: then it is a title. An acronym is only what it is.
        """
        if self.is_acronym:
            return [self.text]
        return list(dict.fromkeys([self.text, self.text.upper(), self.text[0].upper() + self.text[1:]]))


@dataclass(frozen=True)
class Term:
    """A row of a glossary.

    `preferred` is the form to use, `abbreviation` what stands for it; `replace` and `flag` are other forms. A form in
    `replace` is only reported when none of the words in `requires` is in the document, and left alone when one of
    `unless` is in its sentence; in `unless`, `{name}` stands for any capitalised word that is not a date (`High
    Commission in {name}`). `abbreviate`: always write the abbreviation. `no_article`: the abbreviation is used
    without `the`. `equivalents`: the term in other languages.
    """

    id: str
    preferred: str
    abbreviation: str = ""
    replace: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    abbreviate: bool = False
    no_article: bool = False
    equivalents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    domain: str = ""
    note: str = ""
    source: str = ""

    @property
    def variants(self) -> list[Variant]:
        """Every form that matters in an English text; the preferred one if it has several words."""
        forms = [Variant(text, Status.REPLACE) for text in self.replace]
        forms += [Variant(text, Status.FLAG) for text in self.flag]
        if " " in self.preferred:
            forms.append(Variant(self.preferred, Status.PREFERRED))
        return forms

    @property
    def foreign_acronyms(self) -> tuple[str, ...]:
        """The term's acronyms in other languages, where they are capitals: of its equivalents, and left in English."""
        forms = [form for forms in self.equivalents.values() for form in forms] + [*self.replace, *self.flag]
        return tuple(dict.fromkeys(form for form in forms if len(form) >= 2 and form.isupper() and form.isalpha()))

    def written(self, variant: Variant) -> str:
        """What to write where `variant` stands: an acronym for an acronym, else the full form."""
        if self.abbreviation and (self.abbreviate or variant.is_acronym):
            return self.abbreviation
        return self.preferred

    def takes_plural(self, variant: Variant) -> bool:
        """Whether an s at the end of `variant` is a plural that the written form makes with an s too."""
        return all(_REGULAR.search(form) for form in (variant.text, self.written(variant)))


# A noun at the end that nothing qualifies behind: `asylum requester`, not `prisoner of opinion`.
_REGULAR = re.compile(r"^(?!.* (?:of|for|to|on|in|against|the) ).*[a-rt-wA-Z](?<![cs]h)(?<!x)$")
