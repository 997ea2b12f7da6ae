"""Where the forms of a termbase occur in a text: by word, the longest first, from left to right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from transclean.glossary.term import Status, Term, Variant
from transclean.glossary.termbase import Termbase

_RUN = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Characters of scripts that put no space between words."""

# A hyphen before is no boundary (pro-X stays), an apostrophe only behind an article (l'X); after a hyphen, a compound
# may follow (X-led), but no number or name.
_BEFORE = r"(?<![\w-])(?<![^\WlLdD]['’])"
_AFTER = r"(?!\w)(?!-(?:[^a-z]|s\b|wing\b))"

SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
"""Words that have no capital in a title, nor in the title case of a form."""


class Shape(Enum):
    """In which case a form stands in the text."""

    AS_IS = "as in the glossary"
    SENTENCE = "with a capital at its start"
    TITLE = "with a capital in each word"
    CAPITALS = "in capitals"


def _shape(form: str, found: str) -> Shape | None:
    """How `found`, which is `form` in some case, is written; None if in a mixture of cases that is none."""
    if found == form:
        return Shape.AS_IS
    if found == form.upper():
        return Shape.CAPITALS
    if found == form[0].upper() + form[1:]:
        return Shape.SENTENCE
    words = list(zip(form.split(), found.split(), strict=True))
    if len(words) > 1 and all(b in (a, a[0].upper() + a[1:]) for a, b in words) and found[0].isupper():
        small = [b[0].islower() for a, b in words if a.lower() not in SMALL_WORDS]
        return None if any(small) else Shape.TITLE
    return None


@dataclass(frozen=True)
class Entry:
    """A form of a term, ready to be looked for in texts in `language`."""

    variant: Variant
    term: Term
    language: str

    @property
    def written(self) -> str:
        """What to write for it."""
        return self.term.written(self.variant, self.language)

    @cached_property
    def words(self) -> list[str]:
        """The words of the form, without their case."""
        return [word.casefold() for word in _RUN.findall(self.variant.text)]

    @cached_property
    def takes_plural(self) -> bool:
        """Whether an s at the end of the form is a plural that the written form makes with an s too."""
        return (
            self.language == "en"
            and self.variant.status is Status.REPLACE
            and all(_REGULAR.search(form) for form in (self.variant.text, self.written))
        )

    def may_begin(self, words: list[str], at: int) -> bool:
        """Whether the form, or its plural, may stand at word `at` of `words`: what `pattern` then decides."""
        *firsts, last = self.words
        end = at + len(firsts)
        return end < len(words) and words[end].startswith(last) and words[at:end] == firsts

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The form in any case, with any white space and apostrophe, in group 1; its plural in group 2."""
        text = self.variant.text
        after = "" if _UNSPACED.match(text[-1]) else _AFTER
        before = "" if _UNSPACED.match(text[0]) else _BEFORE
        exact = self.variant.is_acronym or self.term.exact_case
        form = re.sub("['’]", "['’]", re.escape(text).replace(r"\ ", r"\s+"))
        plural = f"({'s' if exact else '[sS]'}?)" if self.takes_plural else "()"
        return re.compile(f"{before}({form}){plural}{after}", 0 if exact else re.IGNORECASE)

    def match_at(self, text: str, start: int) -> Match | None:
        """The form, if it stands at `start`."""
        found = self.pattern.match(text, start)
        if found is None:
            return None
        shape = _shape(*(" ".join(form.replace("’", "'").split()) for form in (self.variant.text, found[1])))
        if shape is None or (found[2] == "S" and shape is not Shape.CAPITALS):
            return None
        return Match(*found.span(), self, bool(found[2]), shape)


# A noun at the end that nothing qualifies behind: `asylum requester`, not `prisoner of opinion`.
_REGULAR = re.compile(r"^(?!.* (?:of|for|to|on|in|against|the) ).*[a-rt-wA-Z](?<![cs]h)(?<!x)$")


def _precedence(entry: Entry) -> tuple[int, bool, bool]:
    """The longest first; a form with capitals before the same without, which may begin with one too."""
    variant = entry.variant
    right = variant.status in (Status.PREFERRED, Status.ADMITTED) and not entry.term.keep
    return -len(variant.text), variant.text[0].islower(), right


@dataclass(frozen=True)
class Match:
    """A form found at characters `start` to `end`."""

    start: int
    end: int
    entry: Entry
    plural: bool
    shape: Shape


class Matcher:
    """Finds the forms of a termbase in texts in one language."""

    def __init__(self, termbase: Termbase, language: str) -> None:
        self._by_first_run: dict[str, list[Entry]] = defaultdict(list)  # a single word also by its plural
        self._unspaced: list[Entry] = []
        for term in termbase.terms:
            for variant in term.variants(language):
                entry = Entry(variant, term, language)
                run = _RUN.search(variant.text)
                if _UNSPACED.match(variant.text):
                    self._unspaced.append(entry)
                elif run and run.start() == 0:
                    self._by_first_run[run.group().casefold()].append(entry)
                    if len(entry.words) == 1 and entry.takes_plural:
                        self._by_first_run[entry.words[0] + "s"].append(entry)
        for entries in [self._unspaced, *self._by_first_run.values()]:
            entries.sort(key=_precedence)

    def matches(self, text: str) -> list[Match]:
        """The forms in `text`, none overlapping another."""
        found = [*self._spaced(text), *self._without_spaces(text)]
        return sorted(found, key=lambda match: match.start)

    def _spaced(self, text: str) -> Iterator[Match]:
        words = [word.casefold() for word in _RUN.findall(text)]
        # To compile the pattern of every form that begins with "human rights" takes longer than all the rest.
        likely = [
            (number, entries)
            for number, word in enumerate(words)
            if word in self._by_first_run
            and (entries := [entry for entry in self._by_first_run[word] if entry.may_begin(words, number)])
        ]
        if not likely:
            return
        starts = [run.start() for run in _RUN.finditer(text)]
        position = 0
        for number, entries in likely:
            if starts[number] < position:
                continue
            for entry in entries:
                match = entry.match_at(text, starts[number])
                if match:
                    yield match
                    position = match.end
                    break

    def _without_spaces(self, text: str) -> Iterator[Match]:
        taken: list[tuple[int, int]] = []
        for entry in self._unspaced:
            start = text.find(entry.variant.text)
            while start != -1:
                end = start + len(entry.variant.text)
                if not any(a < end and start < b for a, b in taken):
                    taken.append((start, end))
                    yield Match(start, end, entry, False, Shape.AS_IS)
                start = text.find(entry.variant.text, end)
