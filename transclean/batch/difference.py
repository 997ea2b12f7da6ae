"""Unified diffs, made from the edits: exact, and linear in the text where difflib may be quadratic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from transclean.change import Change

CONTEXT = 3  # lines around a hunk, as diff -u has


class _Block(NamedTuple):
    """Lines `start` to `end` (half-open, from 0) of the old text that become `new`."""

    start: int
    end: int
    new: list[str]


def unified_diff(path: str, text: str, changes: Sequence[Change]) -> str:
    """The difference that `changes` make to `text`, for people and for `patch -p0`."""
    lines = _lines(text)
    blocks = list(_blocks(text, lines, changes))
    if not blocks:
        return ""
    parts = [f"--- {path}\n+++ {path}\n"]
    moved = 0  # how many lines the new text is ahead of the old
    for group in _groups(blocks):
        first = max(0, group[0].start - CONTEXT)
        last = min(len(lines), group[-1].end + CONTEXT)
        body: list[str] = []
        position = first
        for block in group:
            body += (" " + line for line in lines[position : block.start])
            body += ("-" + line for line in lines[block.start : block.end])
            body += ("+" + line for line in block.new)
            position = block.end
        body += (" " + line for line in lines[position:last])
        grown = sum(len(block.new) - (block.end - block.start) for block in group)
        old, new = last - first, last - first + grown
        parts.append(f"@@ -{_range(first, old)} +{_range(first + moved, new)} @@\n")
        parts += (line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in body)
        moved += grown
    return "".join(parts)


def _lines(text: str) -> list[str]:
    """The lines of `text` with their ends; only LF counts, as for diff and git."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _blocks(text: str, lines: list[str], changes: Sequence[Change]) -> Iterator[_Block]:
    """Runs of lines touched by `changes`, with what becomes of them."""
    starts = list(accumulate(map(len, lines), initial=0))

    def line_of(offset: int) -> int:
        line = bisect_right(starts, offset) - 1
        # At the end of a last line that has no break, one is still in it.
        return line - 1 if line == len(lines) and not text.endswith("\n") else line

    touched: list[tuple[int, int, list[Change]]] = []
    for change in changes:
        # A change that takes a line break away joins the next line to this one.
        first, last = line_of(change.start), min(line_of(change.end) + 1, len(lines))
        if touched and first < touched[-1][1]:
            start, end, together = touched[-1]
            touched[-1] = start, max(end, last), [*together, change]
        else:
            touched.append((first, last, [change]))
    for first, last, together in touched:
        parts: list[str] = []
        at = starts[first]
        for change in together:
            parts += text[at : change.start], change.after or ""
            at = change.end
        new = _lines("".join([*parts, text[at : starts[last]]]))
        while last > first and new and new[-1] == lines[last - 1]:
            new.pop()
            last -= 1
        yield _Block(first, last, new)


def _groups(blocks: list[_Block]) -> Iterator[list[_Block]]:
    """Blocks near enough to share a hunk."""
    group = [blocks[0]]
    for block in blocks[1:]:
        if block.start - group[-1].end <= 2 * CONTEXT:
            group.append(block)
        else:
            yield group
            group = [block]
    yield group


def _range(start: int, length: int) -> str:
    """A range of lines, as diff writes it: from 1, without the length if that is 1."""
    first = start + 1 if length else start
    return f"{first}" if length == 1 else f"{first},{length}"
