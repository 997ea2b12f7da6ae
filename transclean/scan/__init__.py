"""Triggers in, hits out: one pass over the text for every pattern of a run.

The dialect of a trigger is what Hyperscan and Python's `re` read alike:

- no look-around, no back-references, no `\\s`, `\\S`, `\\W`, `\\D`, no negated class or `.` that could cross a line
  break unseen (write `[ \\t]` or the characters you mean, `\\n` among them where the rule looks across a line break);
  `^` is the start of a line; `$` is not used, because lines may end in CR LF;
- no bounded repeat of a class of many characters (`[^\\n]{0,200}`): it is unrolled; `[^\\n]*` costs nothing;
- `\\w`, `\\d` and `\\b` are ASCII, and `(?i)` folds ASCII letters only: write `[Éé]`, and no `\\b` beside such a
  letter;
- `\\uXXXX` above U+007F is understood by both;
- a match is not empty.

A trigger need not be exact, only never miss: the rule looks again. But it should be rare in ordinary text, since
each match costs about a microsecond, and a paragraph with a match ten times that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

Patterns = Sequence[Sequence[str]]
"""`patterns[i]` are the alternatives of owner i."""


def phrase_patterns(phrase: str) -> list[str]:
    """Patterns for `phrase` as it stands, in one line or broken at one of its spaces.

    Plain literals are the only patterns that compile fast by the thousand. Neither a class for the white space nor
    `(?i)` is one: in UTF-8, `s` and `k` have a third case. Give every case that you mean.
    """
    broken = [f"{phrase[:i]}\n{phrase[i + 1 :]}" for i, character in enumerate(phrase) if character == " "]
    return [re.escape(form) for form in (phrase, *broken)]


class Scanner(Protocol):
    """Finds many patterns at once."""

    def scan(self, text: str) -> list[tuple[int, int]]:
        """(end of a match in characters, owner) for the matches in `text`, by place.

        Which of several overlapping matches are given is the scanner's business; every owner that matches
        somewhere in a line is given at least once in that line.
        """
        ...

    def finds_nothing(self, data: bytes) -> bool:
        """Whether `data` is UTF-8 in which `scan` would find no match; told sooner than by decoding all of it."""
        ...


def build_scanner(patterns: Callable[[], Patterns], *, key: str | None = None) -> Scanner:
    """A scanner for what `patterns` gives: Hyperscan's where it can be loaded, else the one over `re`, said once.

    `key` names the patterns on disk: the compiled database is kept under it, and found there again without asking
    for the patterns. None keeps nothing.
    """
    try:
        from transclean.scan.hyperscan import HyperscanScanner
    except ImportError:
        from transclean.scan.fallback import RegexScanner, warn_once

        warn_once()
        return RegexScanner(patterns())
    return HyperscanScanner(patterns, key=key)
