"""The prose of a block as a reader sees it, on its way into a view: for the lightweight markup languages.

Lines follow each other with nothing but a line break between, whatever indentation or prefix they have in the source:
the break stands for both, and goes with both. Tags of HTML are read here too, as people write them into such pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from transclean.formats.html_tags import (
    FORMATTING,
    INLINE,
    OPAQUE_BLOCK,
    OPAQUE_INLINE,
    OPAQUE_VOID,
    RAW,
    Tag,
    comment_end,
    element_end,
    tag_at,
)
from transclean.formats.references import REFERENCE, add_reference, html_meaning
from transclean.formats.view import Builder, Place
from transclean.text.protect import joined
from transclean.text.span import Span

_BLANKS = " \t\n"
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_IN_HTML = re.compile(rf"<[A-Za-z/!?]|{REFERENCE}")
_LETTERED = re.compile(r"^[ \t]*\(?([A-Za-z])[.)][ \t]", re.MULTILINE)
_COMPONENT = re.compile("</?[A-Z]")
_ONLY_LETTERS = re.compile(r"[^\W\d_]{1,5}")


class Flow:
    """Adds to `builder`; `end` is where in the source the last thing that was added, or its markup, ends.

    Line breaks wait for what comes after them in the block: those at its end are no prose.
    `islands`: places in the prose, in order, that nothing may touch.
    """

    def __init__(self, source: str, builder: Builder, islands: list[Span]) -> None:
        self.end = 0
        self._source = source
        self._builder = builder
        self._islands = islands
        self._island = 0  # the first that may still come
        self._fresh = True  # whether nothing was added to the block yet
        self._gap = -1  # where the blank or line break that waits begins
        self._gap_end = -1  # where it ends, if there is markup between it and what comes
        self._breaks = False  # whether it is a line break
        self._tags: list[Tag] = []  # that are open
        self._paragraph_end = -1

    def pause(self) -> None:
        """A block ends."""
        self._gap = -1
        if not self._fresh:
            self._builder.pause()
            self._fresh = True
        if self._tags:
            self._tags.clear()

    def add(self, start: int, end: int, opaque: Sequence[Place] = ()) -> None:
        """Add prose as it stands, but for blanks where there is one already. `opaque`: as for a builder."""
        source = self._source
        if self._gap >= 0 or self._fresh:
            while start < end and source[start] in _BLANKS:
                self._breaks |= source[start] == "\n"
                start += 1
        if start == end:
            return
        if self._gap >= 0:
            self._arrive(start)
        self._fresh = False
        # A blank before a tag may be the same as one after it; any other the builder takes away where a block ends.
        last = source[end - 1]
        if last in _BLANKS and (last == "\n" or source.startswith("<", end)):
            stop = end
            while source[stop - 1] in _BLANKS:
                stop -= 1
            self._gap, self._gap_end, self._breaks = stop, -1, "\n" in source[stop:end]
            end = stop
        if self._islands:
            self._keep(start, end, opaque)
        else:
            self._builder.keep(start, end, opaque)
        self.end = end

    def add_lines(self, start: int, end: int) -> None:
        """Add prose of several lines, without the indentation of each."""
        source = self._source
        position = start
        while (line_end := source.find("\n", position, end)) != -1:
            if source[line_end + 1 : line_end + 2] in " \t":
                self.add(start, line_end + 1)
                start = line_end + 1
            position = line_end + 1
        self.add(start, end)

    def decode(self, start: int, end: int, text: str) -> None:
        """Add an escape."""
        self._arrive(start)
        self._builder.decode(start, end, text)
        self.end = end

    def reference(self, start: int, end: int) -> None:
        """Add what may be a character reference."""
        meaning = html_meaning(self._source[start:end])
        if meaning is None:
            self.add(start, end)
            return
        self._arrive(start)
        add_reference(self._builder, self._source, start, end, meaning)
        self.end = end

    def protect(self, start: int, end: int) -> None:
        """Add what is part of the sentence but not to be touched."""
        self._arrive(start)
        self._builder.protect(start, end)
        self.end = end

    def markup(self, opening: Place, closing: Place, *, needless: bool = True) -> None:
        """Markup around what is added next, or was just added."""
        self.meet(opening[0])
        self._builder.around(opening, closing, needless=needless)

    def line_break(self, start: int) -> None:
        """A line ends at `start`, with all that comes before the next prose."""
        if self._gap < 0:
            self._gap, self._gap_end = start, -1
        self._breaks = True

    def meet(self, start: int) -> None:
        """Markup begins at `start`: a gap before it ends there."""
        if self._gap >= 0 and self._gap_end < 0:
            self._gap_end = start

    def _arrive(self, start: int) -> None:
        """What comes next in the view begins at `start`."""
        if self._gap >= 0 and not self._fresh:
            begin, end = self._gap, self._gap_end if self._gap_end >= 0 else start
            if not self._breaks or (end - begin == 1 and self._source[begin] == "\n"):
                self._builder.keep(begin, end)
            else:
                self._builder.decode(begin, end, "\n")
        self._gap = -1
        self._fresh = False

    def _keep(self, start: int, end: int, opaque: Sequence[Place]) -> None:
        """Keep prose with the islands in it."""
        islands = self._islands
        inside = []
        while self._island < len(islands) and islands[self._island].start < end:
            island = islands[self._island]
            if island.end > start:
                inside.append(Span(max(island.start, start), min(island.end, end)))
            if island.end > end:
                break
            self._island += 1
        self._builder.keep(start, end, joined([*inside, *(Span(*place) for place in opaque)]) if inside else opaque)

    # HTML

    def html(self, start: int, end: int) -> int:
        """Add a line of HTML. Returns where the element ends that nothing is to be seen of."""
        position = start
        while found := _IN_HTML.search(self._source, position, end):
            self.add(position, found.start())
            if found[0][0] == "&":
                self.reference(*found.span())
                position = found.end()
                continue
            position = max(self.tag(found.start(), self._limit(start)), found.end())
            if position >= end:
                return position
        self.add(position, end)
        return 0

    def tag(self, start: int, limit: int) -> int:
        """A tag or comment. Returns where it ends, or the element that it opens if nothing in that is to be touched.

        `limit`: where it ends at the latest.
        """
        source = self._source
        closed = comment_end(source, start, limit, xml=False)
        if closed is not None:
            self._leave_out(start, closed)
            return closed
        tag = tag_at(source, start, limit)
        if tag is None:
            self.add(start, start + 1)
            return start + 1
        if tag.name == "br":
            self.line_break(min(start, self.end))
            return tag.end
        if tag.name in OPAQUE_BLOCK or tag.name in RAW:
            self.pause()
            return tag.end if tag.closing else element_end(source, tag, limit)
        if self._is_opaque(tag, limit):
            end = tag.end if tag.closing or tag.closed or tag.name in OPAQUE_VOID else element_end(source, tag, limit)
            self.protect(start, end)
            return end
        if tag.name not in INLINE and not (_COMPONENT.match(source, start) or "-" in tag.name):
            self.pause()
        elif tag.closing:
            self._close(tag)
        elif not tag.closed:
            self.meet(start)
            self._tags.append(tag)
        self._leave_out(start, tag.end)
        return tag.end

    def _is_opaque(self, tag: Tag, limit: int) -> bool:
        """Whether the element is a thing in the sentence: code, an image, an exponent, what is not to be translated."""
        if tag.name in OPAQUE_INLINE or tag.name in OPAQUE_VOID:
            return True
        value = tag.attributes.get("translate") or tag.attributes.get("class")
        if value and self._source[value.start : value.end] in ("no", "notranslate"):
            return True
        if tag.name not in ("sup", "sub") or tag.closing:
            return False
        content = self._source[tag.end : element_end(self._source, tag, limit)].partition("<")[0]
        return _ONLY_LETTERS.fullmatch(content) is None

    def _close(self, tag: Tag) -> None:
        self.meet(tag.start)
        for index in range(len(self._tags) - 1, max(len(self._tags) - 9, -1), -1):
            opening = self._tags[index]
            if opening.name == tag.name:
                self._builder.around(
                    Span(opening.start, opening.end), Span(tag.start, tag.end), needless=tag.name in FORMATTING
                )
                del self._tags[index:]
                return

    def _leave_out(self, start: int, end: int) -> None:
        self.meet(start)
        self.end = end

    def _limit(self, start: int) -> int:
        """The end of the paragraph that holds `start`."""
        if start >= self._paragraph_end:
            blank = _BLANK_LINE.search(self._source, start)
            self._paragraph_end = blank.start() if blank else len(self._source)
        return self._paragraph_end


def is_enumerator(source: str, marker: str) -> bool:
    """Whether `marker`, a number or letter with its stop, begins an item, in a language that has letters for numbers.

    A letter does only if the source has an item before or after it in the alphabet: `M. Dupont` is no item.
    """
    letter = marker.strip("(). \t")
    if not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
        return True
    return bool(_lettered_items(source) & {chr(ord(letter) - 1), chr(ord(letter) + 1)})


@lru_cache(maxsize=1)
def _lettered_items(source: str) -> frozenset[str]:
    """The letters that begin a line as those of items do."""
    return frozenset(_LETTERED.findall(source))
