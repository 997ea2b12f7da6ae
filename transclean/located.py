"""Findings with their place in a file: what reports are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transclean.change import Change


@dataclass(frozen=True)
class Located:
    """A change or report in the file `path`, with offsets into its text as on disk, without a byte order mark.

    Lines and columns count from 1, columns in characters; `end_column` is that of the first character after it.
    `repair`: whether `fix`, with these options, makes the change; `applied`: whether it was made now.
    """

    change: Change
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    repair: bool
    applied: bool


class Places:
    """Lines and columns of a text, cheapest when asked in order. A line ends with CR LF, LF or CR."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._line = 1
        self._has_returns = "\r" in text

    def at(self, position: int) -> tuple[int, int]:
        """The line and column of character `position`, which is not between CR and LF."""
        text = self._text
        if position >= self._position:
            self._line += self._breaks(self._position, position)
        else:
            self._line -= self._breaks(position, self._position)
        self._position = position
        start = text.rfind("\n", 0, position)
        if self._has_returns:
            start = max(start, text.rfind("\r", 0, position))
        return self._line, position - start

    def _breaks(self, start: int, end: int) -> int:
        text = self._text
        count = text.count("\n", start, end)
        if self._has_returns:
            count += text.count("\r", start, end) - text.count("\r\n", start, end)
        return count


def locate(
    path: str, text: str, changes: Iterable[Change], reports: Iterable[Change], *, applied: bool
) -> Iterator[Located]:
    """`changes` and `reports` on `text`, in order of place. `applied`: whether the changes were made."""
    places = Places(text)
    found = [(change, True) for change in changes] + [(report, False) for report in reports]
    for change, repair in sorted(found, key=lambda item: (item[0].start, item[0].end, item[0].codes)):
        start, end = places.at(change.start), places.at(change.end)
        yield Located(change, path, *start, *end, repair=repair, applied=repair and applied)
