"""Layout and notation that a translation has from the text that it translates: tables, two spaces, `[ -- FILE ]`."""

from __future__ import annotations

import re

from transclean.text.span import Span

_MARK = re.compile(r"[(\[{]{1,3} +| {1,9}[)\]}]{1,3}| ?-{2,} ?| ?\*{2,} ?| {2,}|\\[\"']")
_SIGNS = ("  ", "( ", "[ ", "{ ", " )", " ]", " }", "--", "**", "\\")  # one is in each

NONE: frozenset[str] = frozenset()


def layout_of(translated: str) -> frozenset[str]:
    """The layout in `translated`, however wide its spaces are."""
    if not any(sign in translated for sign in _SIGNS):
        return NONE
    return frozenset(map(_one_space, _MARK.findall(translated)))


def layout_in(text: str, known: frozenset[str], start: int = 0, end: int | None = None) -> list[Span]:
    """Where `text` has layout that is `known` from its source."""
    found = _MARK.finditer(text, start, len(text) if end is None else end)
    return [Span(*mark.span()) for mark in found if _one_space(mark.group()) in known]


def _one_space(mark: str) -> str:
    return re.sub(" +", " ", mark)
