"""Line ends: what a file has, hidden from the rules and given back exactly.

Rules see `\n` alone. CR LF and lone CR are remembered place by place, and edits are carried back into the text as it
was: so a line that no edit touches keeps its end whatever it is, and a break that an edit moves keeps its kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_BREAK = re.compile(r"\r\n|\r|\n")


class LineEnds:
    """A text as it came (`raw`) and as rules see it (`text`), with the way from the one to the other."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self._kinds: list[str] = []  # of every line break
        self._places: list[int] = []  # of every line break, in characters of `text`
        self._pairs: list[int] = []  # of those that are CR LF in `raw`, and so a character longer there
        if "\r" not in raw:
            return
        for match in _BREAK.finditer(raw):
            place = match.start() - len(self._pairs)
            self._kinds.append(match.group())
            self._places.append(place)
            if match.group() == "\r\n":
                self._pairs.append(place)
        self.text = raw.replace("\r\n", "\n").replace("\r", "\n")

    def to_raw(self, position: int) -> int:
        """Where character `position` of `text` stands in `raw`."""
        return position + bisect_left(self._pairs, position)

    def give_back(self, new: str, start: int, end: int) -> str:
        """`new`, which takes the place of characters `start` to `end` of `text`, with line breaks of this text's kind.

        They take the kinds of the breaks that they replace, in order; what is left over, that of the last break
        before it, or of the first one after it.
        """
        if not self._kinds or "\n" not in new:
            return new
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        replaced = self._kinds[first:last]
        rest = self._kinds[max(last - 1, 0)]
        lines = new.split("\n")
        ends = [*replaced, *[rest] * len(lines)]
        return lines[0] + "".join(kind + line for kind, line in zip(ends, lines[1:], strict=False))
