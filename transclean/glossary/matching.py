"""Where the forms of a termbase occur in a text: by word, the longest first, from left to right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from transclean.glossary.term import Status, Term, Variant
from transclean.glossary.termbase import Termbase

_RUN = re.compile(r"[^\W_]+")
# A hyphen before is no boundary (pro-X stays); after it, a compound may follow (X-led), but no number or name.
_BEFORE = r"(?<![\w-])(?<!\w['’])"
_AFTER = r"(?!\w)(?!-(?:[^a-z]|s\b|wing\b))"


@dataclass(frozen=True)
class Entry:
    """A form of a term, ready to be looked for."""

    variant: Variant
    term: Term

    @cached_property
    def words(self) -> list[str]:
        """The words of the form, without their case."""
        return [word.casefold() for word in _RUN.findall(self.variant.text)]

    def may_begin(self, words: list[str]) -> bool:
        """Whether the form, or its plural, may stand where these words do: what `pattern` then decides."""
        own = self.words
        return words[: len(own) - 1] == own[:-1] and len(words) >= len(own) and words[len(own) - 1].startswith(own[-1])

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The form in its cases, with any white space and apostrophe; its plural in group 1."""
        plural = "([sS]?)" if self.variant.status is Status.REPLACE and self.term.takes_plural(self.variant) else "()"
        written = "|".join(map(_loosely, self.variant.cases))
        return re.compile(f"{_BEFORE}(?:{written}){plural}{_AFTER}")


def _loosely(form: str) -> str:
    pattern = re.escape(form).replace(r"\ ", r"\s+")
    return re.sub("['’]", "['’]", pattern)


@dataclass(frozen=True)
class Match:
    """A form found at characters `start` to `end`."""

    start: int
    end: int
    entry: Entry
    plural: bool


class Matcher:
    """Finds the forms of a termbase."""

    def __init__(self, termbase: Termbase) -> None:
        self._by_first_run: dict[str, list[Entry]] = defaultdict(list)
        for term in termbase.terms:
            for variant in term.variants:
                run = _RUN.search(variant.text)
                if run and run.start() == 0:
                    self._by_first_run[run.group().casefold()].append(Entry(variant, term))
        for entries in self._by_first_run.values():
            # A form with capitals before the same without, which may begin with one too.
            entries.sort(key=lambda entry: (-len(entry.variant.text), entry.variant.text[0].islower()))

    def matches(self, text: str) -> Iterator[Match]:
        """The forms in `text`, none overlapping another."""
        position = 0
        runs = list(_RUN.finditer(text))
        words = [run.group().casefold() for run in runs]
        for number, run in enumerate(runs):
            if run.start() < position:
                continue
            entries = self._by_first_run.get(words[number]) or self._plural_entries(run.group())
            for entry in entries:
                # To compile the pattern of every form that begins with "human rights" takes longer than all the rest.
                if not entry.may_begin(words[number : number + len(entry.words)]):
                    continue
                found = entry.pattern.match(text, run.start())
                if found:
                    yield Match(*found.span(), entry, bool(found[1]))
                    position = found.end()
                    break

    def _plural_entries(self, run: str) -> list[Entry]:
        """The entries of one word of which `run` may be the plural."""
        return self._by_first_run.get(run[:-1].casefold(), []) if run[-1] in "sS" else []
