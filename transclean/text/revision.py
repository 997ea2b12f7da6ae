"""A text under repair: where it came from, what it is now, and how offsets map between the two.

Stages edit the text one after the other, each seeing what the last one left. A `Revision` composes
those edits, so that at the end every change points at the text the user gave.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Cause(NamedTuple):
    """Why something is replaced: the code of a rule, and how unsure it was, from 0."""

    code: str
    doubt: int = 0


class Replacement(NamedTuple):
    """`text` stands in place of characters `start` to `end` (half-open), for the reasons in `causes`."""

    start: int
    end: int
    text: str
    causes: tuple[Cause, ...] = ()


def resolve(candidates: list[Replacement]) -> list[Replacement]:
    """Choose, among overlapping replacements, those to apply together.

    The order is total, so the result does not depend on the order in which rules ran: the one that starts
    first wins; of two that start together the longer; of two over the same span the lower code. What loses
    is not lost: the stage runs again on the new text, and the loser applies there if it still matches.
    Two insertions at one point, or an insertion at either edge of a replacement, count as overlapping.
    """
    chosen: list[Replacement] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.causes, c.text)):
        if not chosen:
            chosen.append(candidate)
            continue
        last = chosen[-1]
        touches_insertion = candidate.start == last.end and (candidate.start == candidate.end or last.start == last.end)
        if candidate.start >= last.end and not touches_insertion:
            chosen.append(candidate)
    return chosen


def splice(text: str, replacements: list[Replacement]) -> str:
    """`text` with sorted, non-overlapping replacements made."""
    parts: list[str] = []
    position = 0
    for start, end, new, _ in replacements:
        parts.append(text[position:start])
        parts.append(new)
        position = end
    parts.append(text[position:])
    return "".join(parts)


class Revision:
    """An original text, its current state, and the edits between them, in offsets of the original."""

    __slots__ = ("_starts", "edits", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = original
        self.edits: list[Replacement] = []
        self._starts: list[tuple[int, int, int]] | None = None

    def apply(self, changes: list[Replacement]) -> None:
        """Make `changes` (sorted, non-overlapping, in offsets of the current text)."""
        if not changes:
            return
        self.edits = _compose(self.edits, changes, self.text)
        self.text = splice(self.text, changes)
        self._starts = None

    def _table(self) -> list[tuple[int, int, int]]:
        """For each edit: where its text starts and ends now, and how far what follows has moved."""
        if self._starts is None:
            shift = 0
            table = []
            for edit in self.edits:
                start = edit.start + shift
                end = start + len(edit.text)
                shift = end - edit.end
                table.append((start, end, shift))
            self._starts = table
        return self._starts

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that stands behind characters `start` to `end` of the current text.

        A boundary that falls inside replaced text widens to the whole replacement.
        """
        return self._back(start, opening=True), max(self._back(start, opening=True), self._back(end, opening=False))

    def _back(self, position: int, *, opening: bool) -> int:
        table = self._table()
        index = bisect_right(table, (position, len(self.text) + 1, 0)) - 1
        if index < 0:
            return position
        start, end, shift = table[index]
        edit = self.edits[index]
        if position < end and position > start:
            return edit.start if opening else edit.end
        if position == start:
            return edit.start if opening or start < end else edit.end
        return position - shift


def _compose(old: list[Replacement], new: list[Replacement], current: str) -> list[Replacement]:
    """Edits from the original to the text after `new`, given edits `old` to `current` and `new` from there.

    Edits that touch the same characters become one, with the causes of both.
    """
    # Old edits as they stand in the current text: (start, end, edit).
    placed: list[tuple[int, int, Replacement]] = []
    shift = 0
    for edit in old:
        start = edit.start + shift
        placed.append((start, start + len(edit.text), edit))
        shift += len(edit.text) - (edit.end - edit.start)

    result: list[Replacement] = []
    i = j = 0
    shift = 0  # current offset minus original offset, left of what is being looked at
    while i < len(placed) or j < len(new):
        if j >= len(new) or (i < len(placed) and _before(placed[i], new[j])):
            result.append(placed[i][2])
            shift = placed[i][1] - placed[i][2].end
            i += 1
            continue
        # A cluster: the next new edit, and everything that overlaps it, on either side.
        low, high = new[j].start, new[j].end
        first_old = i
        first_new = j
        j += 1
        growing = True
        while growing:
            growing = False
            while i < len(placed) and _overlaps(placed[i][0], placed[i][1], low, high):
                low, high = min(low, placed[i][0]), max(high, placed[i][1])
                i += 1
                growing = True
            while j < len(new) and _overlaps(new[j].start, new[j].end, low, high):
                low, high = min(low, new[j].start), max(high, new[j].end)
                j += 1
                growing = True
        start = low - shift
        for k in range(first_old, i):
            shift = placed[k][1] - placed[k][2].end
        end = high - shift
        causes: list[Cause] = []
        for edit in (*(placed[k][2] for k in range(first_old, i)), *new[first_new:j]):
            causes += [cause for cause in edit.causes if cause not in causes]
        local = [r._replace(start=r.start - low, end=r.end - low) for r in new[first_new:j]]
        result.append(Replacement(start, end, splice(current[low:high], local), tuple(causes)))
    return result


def _before(placed: tuple[int, int, Replacement], change: Replacement) -> bool:
    start, end, _ = placed
    return not _overlaps(start, end, change.start, change.end) and (start, end) <= (change.start, change.end)


def _overlaps(a: int, b: int, c: int, d: int) -> bool:
    """Whether [a, b) and [c, d) share a character, or an empty one touches the other."""
    if a == b or c == d:
        return a <= d and c <= b
    return a < d and c < b
