"""The scanner over Python's `re`: the same hits as Hyperscan's, slower."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from transclean.scan import Patterns

_warned = False


def warn_once() -> None:
    """Say on standard error, once a process, that scanning will be slow."""
    global _warned
    if not _warned:
        print("transclean: hyperscan cannot be loaded; scanning with re, slower, same results", file=sys.stderr)
        _warned = True


class RegexScanner:
    """See `transclean.scan.Scanner`. Literals, which come by the thousand, are looked for as strings."""

    def __init__(self, patterns: Patterns) -> None:
        flags = re.ASCII | re.MULTILINE
        self._literals: list[tuple[int, str]] = []
        self._compiled: list[tuple[int, re.Pattern[str]]] = []
        for owner, group in enumerate(patterns):
            for pattern in group:
                literal = _literal(pattern)
                if literal is None:
                    self._compiled.append((owner, re.compile(pattern, flags)))
                else:
                    self._literals.append((owner, literal))

    def scan(self, text: str) -> list[tuple[int, int]]:
        hits = {(end, owner) for owner, pattern in self._compiled for end in _ends(pattern, text)}
        for owner, literal in self._literals:
            place = text.find(literal)
            while place != -1:
                hits.add((place + len(literal), owner))
                place = text.find(literal, place + len(literal))
        return sorted(hits)

    def finds_nothing(self, data: bytes) -> bool:
        try:
            return not self.scan(data.decode())
        except UnicodeDecodeError:
            return False


_NEGATED_CLASS = re.compile(r"\[\^[^\]]*\]")


def _ends(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where matches end: at least one in each line that has any."""
    spans_lines = re.search(r"\n|\\n", _NEGATED_CLASS.sub("", pattern.pattern)) is not None
    match = pattern.search(text)
    while match:
        yield match.end()
        # A match that goes over a line break may hide one that begins in it and ends further down.
        match = pattern.search(text, match.start() + 1 if spans_lines else match.end())


_ESCAPED = re.compile(r"\\([^\w])")


def _literal(pattern: str) -> str | None:
    """The string that `pattern` stands for, if it stands for one only."""
    if re.search(r"[\\.^$*+?{}\[\]|()]", _ESCAPED.sub("", pattern)):
        return None
    return _ESCAPED.sub(r"\1", pattern)
