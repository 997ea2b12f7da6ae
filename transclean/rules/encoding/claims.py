"""Which characters are debris of a wrong code page, and so not the invisible marks or spaces that they look like."""

from __future__ import annotations

from functools import lru_cache

from transclean.rules.encoding.damage import find_damage
from transclean.rules.encoding.ideographs import find_ideographs
from transclean.rules.encoding.rereading import find_stretches


@lru_cache(maxsize=16)
def _claims(text: str) -> tuple[tuple[int, int], ...]:
    spans = [(run.start, run.end) for run in find_damage(text)]
    spans += [(run.start, run.end) for run in find_stretches(text)]
    return (*spans, *((run.start, run.end) for run in find_ideographs(text)))


def is_debris(text: str, position: int) -> bool:
    """Whether character `position` of `text` will become another by re-reading, with or without unsafe fixes."""
    return any(start <= position < end for start, end in _claims(text))
