"""The scanner over Python's `re`: the same hits as Hyperscan's, slower."""

from __future__ import annotations

import re
import sys

from transclean.scan import Patterns

_warned = False


def warn_once() -> None:
    """Say on standard error, once a process, that scanning will be slow."""
    global _warned
    if not _warned:
        print("transclean: hyperscan cannot be loaded; scanning with re, slower, same results", file=sys.stderr)
        _warned = True


class RegexScanner:
    """See `transclean.scan.Scanner`."""

    def __init__(self, patterns: Patterns) -> None:
        flags = re.ASCII | re.MULTILINE
        self._compiled = [
            (owner, re.compile(pattern, flags)) for owner, group in enumerate(patterns) for pattern in group
        ]

    def scan(self, text: str) -> list[tuple[int, int]]:
        hits = {(match.end(), owner) for owner, pattern in self._compiled for match in pattern.finditer(text)}
        return sorted(hits)
