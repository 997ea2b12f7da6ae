"""What rules see of a file: its prose as one text, with the way back to the places it came from.

A format reads a file into a `View`. Prose is kept as it stands; markup between it (`**`, `<b>`, a quotation's `> `) is
left out, so that rules see `1er June` in `**1er** June`; escapes stand decoded (`&eacute;`, `\\u00e9`); code and
placeholders are there, but blocked; paragraphs of different blocks have a blank line between them that the file need
not have. An edit of the view becomes edits of the file, with everything else left byte for byte.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from io import BytesIO
from itertools import accumulate, islice, takewhile
from typing import NamedTuple, TypeVar, overload

from transclean.text.revision import Replacement, splice
from transclean.text.span import Span

T = TypeVar("T")

Place = tuple[int, int]
"""A span, as a tuple of its start and end will also do."""

_DEPTH = 8
"""So many levels of markup may open at one place."""

_ENCODING = "utf-8", "surrogatepass"

BREAK = "\n\n"
"""What stands between two blocks of prose in a view."""


class Piece(NamedTuple):
    """Characters `at` to `at + length` of the view, which are characters `start` to `end` of the source.

    `exact`: as they stand; else the one decoded from the other, to be replaced only as a whole.
    """

    at: int
    length: int
    start: int
    end: int
    exact: bool = True

    @property
    def stop(self) -> int:
        return self.at + self.length


class Markup(NamedTuple):
    """Markup around some prose, in the source. `needless`: without the prose it goes too, as `**` does."""

    opening: Span
    closing: Span
    needless: bool


def as_it_is(text: str, place: int) -> str:
    """The writing of formats without escapes."""
    return text


@dataclass(frozen=True)
class View:
    """The prose of `source`, as rules are to see it.

    `prose`: that text as UTF-8, which the scanner is asked of before anybody needs it as characters; None: the source
    itself. `blocked`: what of it nothing may touch; `written`: how new text is written at a place in the source (a
    format's escapes); `language` and `origin`: the language that the file says its text is in, and was translated from.
    `reread` is for a view that is the source itself: it finds the blocked spans again when edits have been made.
    """

    source: str
    prose: bytes | None = None
    pieces: Sequence[Piece] = ()
    blocked: Sequence[Span] = ()
    markup: Sequence[Markup] = ()
    written: Callable[[str, int], str] = as_it_is
    language: str | None = None
    origin: str | None = None
    reread: Callable[[str], list[Span]] | None = None

    @classmethod
    def whole(cls, text: str, blocked: Callable[[str], list[Span]]) -> View:
        """The view of a text that is all prose but for what `blocked` finds in it."""
        spans = Lazy(partial(blocked, text))
        return cls(text, None, [Piece(0, len(text), 0, len(text))], spans, reread=blocked)

    @cached_property
    def text(self) -> str:
        return self.source if self.prose is None else self.prose.decode(*_ENCODING)

    @property
    def is_source(self) -> bool:
        return self.prose is None

    def to_source(self, start: int, end: int) -> Span:
        """The place in the source of characters `start` to `end`."""
        if self.is_source:
            return Span(start, end)
        pieces = self._touched(start, end)
        if not pieces:
            place = max(self._insertion(start), 0)
            return Span(place, place)
        first, last = pieces[0], pieces[-1]
        begin = first.start + max(start - first.at, 0) if first.exact else first.start
        stop = last.end - max(last.stop - end, 0) if last.exact else last.end
        return Span(begin, stop)

    def edits(self, start: int, end: int, text: str) -> list[Replacement] | None:
        """The edits of the source, in order, that put `text` in place of characters `start` to `end`; None if that
        cannot be: not all of them are from the source, or markup would be left without its text.

        New text goes where the first replaced character was: into its markup, with its format.
        """
        if self.is_source:
            return [Replacement(start, end, self.written(text, start) if text else "")]
        pieces = self._touched(start, end)
        if len(pieces) > 1:
            # What stays the same may be in other markup than what changes.
            head, tail = _in_common(self.text[start:end], text)
            start, end, text = start + head, end - tail, text[head : len(text) - tail]
            pieces = self._touched(start, end)
        if start == end:
            place = self._insertion(start)
            return None if place < 0 else [Replacement(place, place, self.written(text, place))]
        if sum(min(piece.stop, end) - max(piece.at, start) for piece in pieces) != end - start:
            return None
        edits = []
        for piece in pieces:
            if piece.exact:
                begin, stop = piece.start + max(start - piece.at, 0), piece.end - max(piece.stop - end, 0)
                new = text
            else:
                begin, stop = piece.start, piece.end
                new = self.text[piece.at : max(start, piece.at)] + text + self.text[min(end, piece.stop) : piece.stop]
            edits.append(Replacement(begin, stop, self.written(new, begin) if new else ""))
            text = ""
        return self._without_empty_markup(edits)

    def _touched(self, start: int, end: int) -> list[Piece]:
        """The pieces that have a character in `start` to `end`."""
        first = max(bisect_right(self.pieces, start, key=_at) - 1, 0)
        pieces = map(self.pieces.__getitem__, range(first, bisect_left(self.pieces, end, key=_at)))
        return [piece for piece in pieces if piece.stop > start]

    def _insertion(self, place: int) -> int:
        """Where in the source new text at `place` of the view goes: between closing markup and opening; -1: nowhere.

        Not beside a piece that is blocked as a whole: what is around that in the source need not be text.
        """
        index = bisect_right(self.pieces, place, key=_at) - 1
        after = self.pieces[index] if index >= 0 else None
        if after is not None and after.at < place:  # in it, or at its end
            inside = place - after.at
            if inside < after.length:
                return after.start + inside if after.exact else -1
            return after.end if inside == after.length and not self._is_blocked(after) else -1
        before = self.pieces[index - 1] if index > 0 and self.pieces[index - 1].stop == place else None
        if after is None:
            return -1
        if before is None or self._is_blocked(before):
            return -1 if self._is_blocked(after) else after.start
        closed = bisect_right(self._closings, after.start) - 1
        return max(self._closings[closed], before.end) if closed >= 0 else before.end

    def _is_blocked(self, piece: Piece) -> bool:
        index = bisect_right(self.blocked, piece.at, key=_start) - 1
        return index >= 0 and self.blocked[index].end >= piece.stop

    @cached_property
    def _closings(self) -> list[int]:
        """Where closing markup ends, in order."""
        return sorted(markup.closing.end for markup in self.markup)

    def element_around(self, place: Span) -> Span | None:
        """The inside of the innermost markup around `place`, both in the source; None if there is none."""
        last = bisect_right(self.markup, place.start, key=_opening_end)
        for opening, closing, _ in reversed(self.markup[max(last - _DEPTH, 0) : last]):
            if closing.start >= place.end:
                return Span(opening.end, closing.start)
        return None

    def _without_empty_markup(self, edits: list[Replacement]) -> list[Replacement] | None:
        """`edits`, and the markup that they leave with nothing in it taken away; None if it must stay."""
        gone = [Span(edit.start, edit.end) for edit in edits if not edit.text]
        if not gone:
            return edits
        low = bisect_left(self.markup, edits[0].start, key=_opening_end)
        # Inner markup first: what is around it may then be empty.
        around = takewhile(lambda m: m.opening.end <= edits[-1].end, islice(self.markup, max(low - _DEPTH, 0), None))
        for opening, closing, needless in sorted(around, key=lambda m: m.closing.start - m.opening.end):
            if opening.end < closing.start and not _covers(gone, Span(opening.end, closing.start)):
                continue
            if opening.end == closing.start or not any(
                span.start < closing.start and opening.end < span.end for span in gone
            ):
                continue
            if not needless:
                return None
            gone += [opening, closing]
        extra = [Replacement(*span, "") for span in gone[sum(not edit.text for edit in edits) :]]
        return sorted([*edits, *extra])


def spliced(source: str, place: Span, edits: list[Replacement]) -> tuple[Span, str]:
    """The stretch of `source` that `place` and `edits` reach over, and what these make of it."""
    start, end = min(place.start, edits[0].start), max(place.end, *(edit.end for edit in edits))
    local = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in edits]
    return Span(start, end), splice(source[start:end], local)


def _at(piece: Piece) -> int:
    return piece.at


def _start(span: Span) -> int:
    return span.start


def _opening_end(markup: Markup) -> int:
    return markup.opening.end


def _covers(spans: list[Span], wanted: Span) -> bool:
    position = wanted.start
    for start, end in sorted(spans):
        if start > position:
            break
        position = max(position, end)
    return position >= wanted.end


def _in_common(old: str, new: str) -> tuple[int, int]:
    """How many characters the two begin and end with in common: whole words, if more than an insertion is between."""
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    if head + tail == len(old):
        return head, tail
    while head and _cuts_word(old, head) | _cuts_word(new, head):
        head -= 1
    while tail and _cuts_word(old, len(old) - tail) | _cuts_word(new, len(new) - tail):
        tail -= 1
    return head, tail


def _same(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cuts_word(text: str, place: int) -> bool:
    return text[place - 1 : place + 1].isalnum() and 0 < place < len(text)


class Lazy(Sequence[T]):
    """A list that is made when it is first looked at: in a clean text, nobody does."""

    def __init__(self, make: Callable[[], list[T]]) -> None:
        self._make = make

    @cached_property
    def _items(self) -> list[T]:
        return self._make()

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self._items[index]


_LATEST = 1000
"""So many parts of a view wait to be joined: to keep all of a long one until its end would take its memory twice."""

_NOWHERE = -1
"""Where in the source a break stands that the view has between two blocks."""


class Builder:
    """Makes a view, from the beginning of the source to its end.

    Whatever is not kept, decoded or protected is markup, and left out. So is space at either end of a block: it is
    layout, or joins a text to what a program puts beside it.

    A page has thousands of parts: what is noted of each is kept in plain lists and tuples, of which objects are made
    only if somebody asks.
    """

    def __init__(self, source: str, written: Callable[[str, int], str] = as_it_is) -> None:
        self._source = source
        self._written = written
        self._prose = BytesIO()  # the text of the view, but for its latest parts
        self._lengths = array("q")  # of the parts in it
        self._parts: list[str] = []  # the latest
        self._starts: list[int] = []  # where each is from
        self._ends: dict[int, int] = {}  # where one ends that is not as it stands in the source, by its number
        self._broken = True  # whether nothing stands since the last break
        self._blocked: list[tuple[int, int, int]] = []  # number of a part, and characters of it
        self._markup: list[tuple[Place, Place, bool]] = []

    def keep(self, start: int, end: int, opaque: Sequence[Place] = ()) -> None:
        """Characters `start` to `end` are prose, as they stand. `opaque`: places in it that nothing may touch."""
        text = self._source[start:end]
        if self._broken:
            text = text.lstrip()
            start = end - len(text)
        if not text:
            return
        if opaque:
            number = self._next
            self._blocked += [(number, opening - start, closing - start) for opening, closing in opaque]
        self._parts.append(text)
        self._starts.append(start)
        self._broken = False

    def decode(self, start: int, end: int, text: str) -> None:
        """Characters `start` to `end` of the source stand for `text`."""
        if text and not (self._broken and text.isspace()):
            self._ends[self._next] = end
            self._parts.append(text)
            self._starts.append(start)
            self._broken = False

    def protect(self, start: int, end: int) -> None:
        """Characters `start` to `end` are part of a sentence, but nothing may touch them: code, a placeholder."""
        if start < end:
            number = self._next
            self._blocked.append((number, 0, end - start))
            self._ends[number] = end
            self._parts.append(self._source[start:end])
            self._starts.append(start)
            self._broken = False

    def pause(self) -> None:
        """A block of prose ends here: a paragraph, a heading, a cell."""
        if not self._broken:
            if self._parts[-1][-1].isspace():
                self._strip_end()
            if len(self._parts) > _LATEST:
                self._settle()
            self._parts.append(BREAK)
            self._starts.append(_NOWHERE)
            self._broken = True

    def around(self, opening: Place, closing: Place, *, needless: bool = True) -> None:
        """There is markup in the source before and after some prose. `needless`: see `Markup`."""
        self._markup.append((opening, closing, needless))

    def view(self, *, language: str | None = None, origin: str | None = None) -> View:
        """The view of all that was added."""
        self.pause()
        if self._parts:
            self._parts.pop()
            self._starts.pop()
        self._settle()
        blocked = []
        if self._blocked:
            at = list(accumulate(self._lengths, initial=0))
            blocked = [Span(at[number] + start, at[number] + end) for number, start, end in self._blocked]
        return View(
            self._source,
            self._prose.getvalue(),
            Lazy(partial(_pieces, self._lengths, self._starts, self._ends)),
            blocked,
            Lazy(partial(_markup, self._markup)),
            self._written,
            language,
            origin,
        )

    @property
    def _next(self) -> int:
        """The number of the part that is added next."""
        return len(self._lengths) + len(self._parts)

    def _settle(self) -> None:
        """Nothing is going to change the parts that there are."""
        self._prose.write("".join(self._parts).encode(*_ENCODING))
        self._lengths.extend(map(len, self._parts))
        self._parts.clear()

    def _strip_end(self) -> None:
        """Leave out the space that the block ends with. There is something else in it, as it does not begin so."""
        while True:
            number = self._next - 1
            text = self._parts[-1]
            if self._blocked and self._blocked[-1][0] == number and self._blocked[-1][2] == len(text):
                return
            kept = text.rstrip()
            if len(kept) == len(text) or (kept and number in self._ends):
                return
            if kept:
                self._parts[-1] = kept
                return
            self._parts.pop()
            self._starts.pop()
            self._ends.pop(number, None)


def _pieces(lengths: Sequence[int], starts: Sequence[int], ends: dict[int, int]) -> list[Piece]:
    """The pieces of a view from what its builder noted of them. What touches in both texts is one piece."""
    pieces: list[Piece] = []
    at = 0
    for number, (length, start) in enumerate(zip(lengths, starts, strict=True)):
        end = ends.get(number)
        last = pieces[-1] if pieces else None
        if end is not None:
            pieces.append(Piece(at, length, start, end, exact=False))
        elif start != _NOWHERE:
            if last is not None and last.exact and last.end == start and last.stop == at:
                pieces[-1] = last._replace(length=last.length + length, end=start + length)
            else:
                pieces.append(Piece(at, length, start, start + length))
        at += length
    return pieces


def _markup(noted: list[tuple[Place, Place, bool]]) -> list[Markup]:
    """The markup of a view, by where it opens."""
    markup = [Markup(Span(*opening), Span(*closing), needless) for opening, closing, needless in noted]
    return sorted(markup, key=_opening_end)
