"""Which mechanism a run of debris belongs to, where more than one has an explanation for it.

The explanation that accounts for more of the characters is the right one: by chance a wrong page makes sense of a pair
here and there, the right page of whole words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from transclean.rules.encoding.damage import Damage, find_damage
from transclean.rules.encoding.ideographs import Ideographs, find_ideographs
from transclean.rules.encoding.intervals import Intervals
from transclean.rules.encoding.rereading import Stretch, find_stretches


class _Run(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_AnyRun = TypeVar("_AnyRun", bound=_Run)


class Claims(NamedTuple):
    """The debris in a text, by the mechanism that explains it. No two runs overlap."""

    damage: Sequence[Damage]
    stretches: Sequence[Stretch]
    ideographs: Sequence[Ideographs]


@lru_cache(maxsize=16)
def claims_in(text: str) -> Claims:
    """The debris of wrong code pages in `text`."""
    damage = find_damage(text)
    decoded = Intervals((run.start, run.end) for run in damage)
    stretches = [run for run in find_stretches(text) if not _is_explained(text, run, decoded)]
    ideographs = _apart(find_ideographs(text), stretches)
    ideographs = [run for run in ideographs if not _is_explained(text, run, decoded)]
    return Claims(_apart(_apart(damage, stretches), ideographs), stretches, ideographs)


def is_debris(text: str, position: int) -> bool:
    """Whether character `position` of `text` will become another by re-reading, with or without unsafe fixes."""
    return _claimed(text).overlaps(position, position + 1)


@lru_cache(maxsize=16)
def _claimed(text: str) -> Intervals:
    return Intervals((run.start, run.end) for runs in claims_in(text) for run in runs)


def _is_explained(text: str, run: _Run, others: Intervals) -> bool:
    """Whether `others` explain most of what is not ASCII in `run`."""
    strange = [place for place in range(run.start, run.end) if text[place] >= "\x80"]
    explained = sum(others.overlaps(place, place + 1) for place in strange)
    return 3 * explained >= 2 * len(strange)


def _apart(runs: Sequence[_AnyRun], others: Sequence[_Run]) -> list[_AnyRun]:
    """The runs that overlap none of `others`."""
    taken = Intervals((run.start, run.end) for run in others)
    return [run for run in runs if not taken.overlaps(run.start, run.end)]
