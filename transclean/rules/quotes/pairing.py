"""The one reader of quotation marks: which marks of a text belong together, and which have lost their partner.

English and foreign marks are read alike, by their system (`“ ”`, `„ “`, `« »`, `「 」` …) and by the space around
them: a straight mark opens after a space and closes before one. A first walk pairs marks of one system; a second joins
what is left of different systems (`“… »`), as engines leave it that translate sentence by sentence. Apostrophes and
inch marks are not quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from transclean.text.span import Span

SPACES: Final = " \t\u00a0\u2009\u202f\u3000"
"""What can stand between a quotation mark and the words it encloses."""

_CLOSERS: Final = {
    '"': '"', "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "《": "》", "〈": "〉",
    "'": "'", "‘": "’", "‚": "‘’", "‹": "›", "›": "‹",
}  # fmt: skip
SINGLE: Final = frozenset("'‘’‚‹›")
_MARK = re.compile("[\"“”„‟«»「」『』《》〈〉‘’‚‹›']")
_BLANK_LINES = re.compile(r"\n[ \t\r]*\n\s*")
# Words that begin with an apostrophe: 'tis, 'em, rock 'n' roll, the '90s.
_CLIPPED = re.compile(
    r"['‘’](?:\d\ds\b|(?:tis|twas|twere|twill|em|til|till|cause|bout|round)\b|n['’](?!\w))", re.IGNORECASE
)
_OPENS_AFTER: Final = frozenset("([{/-–—“‘«„\"'=*_~|>")
_CLOSES_BEFORE: Final = frozenset(")]}.,;:!?…-–—/”’»\"'*_|<")
_MENTION = re.compile(
    r"\s*(?:(?:signs?|marks?|symbols?|characters?)?\s*(?:and|or|&|/|,|to|are|is)(?:\s+the)?)?\s*", re.IGNORECASE
)


class Side(Enum):
    """What the space around a mark lets it be."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class Mark(NamedTuple):
    """A quotation mark at `place`, one character."""

    place: int
    glyph: str
    side: Side

    @property
    def single(self) -> bool:
        return self.glyph in SINGLE


class Quotation(NamedTuple):
    """Two marks that belong together. `depth`: how many other quotations are around it."""

    opening: Mark
    closing: Mark
    depth: int = 0

    @property
    def inside(self) -> Span:
        return Span(self.opening.place + 1, self.closing.place)

    @property
    def mixed(self) -> bool:
        """Whether the marks are of different systems."""
        return self.closing.glyph not in _CLOSERS.get(self.opening.glyph, "")

    @property
    def single(self) -> bool:
        return self.opening.single


class Pairing(NamedTuple):
    """The quotations of a text, by place, and the marks without a partner."""

    quotations: tuple[Quotation, ...]
    unpaired: tuple[Mark, ...]

    def unpaired_in(self, start: int, end: int) -> bool:
        """Whether a mark between `start` and `end` has no partner."""
        index = bisect_left(self.unpaired, start, key=lambda mark: mark.place)
        return index < len(self.unpaired) and self.unpaired[index].place < end


@lru_cache(maxsize=4)
def pair_quotes(text: str) -> Pairing:
    """Pair the quotation marks of `text`, paragraph by paragraph.

    Where a paragraph does not come out even, each of its lines is read alone, if that leaves fewer marks over: many
    texts have a segment a line and no blank lines.
    """
    quotations: list[Quotation] = []
    unpaired: list[Mark] = []
    for start, end in paragraphs_of(text):
        marks = list(_marks(text, start, end))
        if not marks:
            continue
        best = _pair(text, marks)
        if best.unpaired:
            lines = _by_line(text, start, end)
            if len(lines.unpaired) < len(best.unpaired):
                best = lines
        quotations += best.quotations
        unpaired += best.unpaired
    return Pairing(tuple(quotations), tuple(unpaired))


def paragraphs_of(text: str) -> Iterator[Span]:
    """The stretches between blank lines."""
    position = 0
    for match in _BLANK_LINES.finditer(text):
        yield Span(position, match.start())
        position = match.end()
    yield Span(position, len(text))


def _by_line(text: str, start: int, end: int) -> Pairing:
    quotations: list[Quotation] = []
    unpaired: list[Mark] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop == -1 else stop
        line = _pair(text, list(_marks(text, start, stop)))
        quotations += line.quotations
        unpaired += line.unpaired
        start = stop + 1
    return Pairing(tuple(quotations), tuple(unpaired))


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks between `start` and `end` that can be quotation marks."""
    for match in _MARK.finditer(text, start, end):
        place, glyph = match.start(), match.group()
        before = text[place - 1] if place > start else "\n"
        after = text[place + 1] if place + 1 < end else "\n"
        if glyph in "'‘’":
            if glyph == "'" and glyph in (before, after):
                continue  # two of them stand for a double mark
            if before.isalnum() and after.isalnum():
                continue  # an apostrophe
            if before == "n" and text[max(start, place - 2)] in "'‘’" and _CLIPPED.match(text, place - 2):
                continue  # the second of rock 'n' roll
            if glyph != "’" and _CLIPPED.match(text, place) and not before.isalnum():
                continue
        yield Mark(place, glyph, _side(before, after, text[place + 2 : place + 3]))


def _side(before: str, after: str, next_but_one: str) -> Side:
    spaced_before = before.isspace()
    spaced_after = after.isspace()
    if spaced_after and before and before in "([{":
        return Side.EITHER
    if spaced_before and (spaced_after or after in ",;:!?)]" or (after == "." and not next_but_one.strip())):
        return Side.EITHER
    if not spaced_after and (spaced_before or (before in _OPENS_AFTER and after.isalnum())):
        return Side.OPENS
    if not spaced_before and (spaced_after or after in _CLOSES_BEFORE):
        return Side.CLOSES
    return Side.EITHER


def _pair(text: str, marks: list[Mark]) -> Pairing:
    """Pair marks of one system, then what is left; reckon depths."""
    pairs: list[tuple[Mark, Mark]] = []
    stack: list[Mark] = []
    left: list[Mark] = []
    for index, mark in enumerate(marks):
        role = _role(text, marks, index, stack)
        if role is Side.OPENS:
            stack.append(mark)
        elif role is Side.CLOSES:
            depth = _open_partner(stack, mark.glyph)
            if depth is None:
                left.append(mark)
            else:
                left += stack[depth + 1 :]
                pairs.append((stack[depth], mark))
                del stack[depth:]
    left += stack
    left = [mark for mark in left if not (mark.single and mark.glyph in "'’‘")]
    left.sort()
    pairs += _join_left_over(left)
    pairs.sort()
    return Pairing(tuple(_with_depths(text, pairs)), tuple(left))


def _open_partner(stack: list[Mark], glyph: str) -> int | None:
    """The index in `stack` of the nearest open mark that `glyph` closes."""
    for index in range(len(stack) - 1, max(-1, len(stack) - 9), -1):
        if glyph in _CLOSERS[stack[index].glyph]:
            return index
    return None


def _role(text: str, marks: list[Mark], index: int, stack: list[Mark]) -> Side | None:
    """Whether the mark opens or closes; None if it is no quotation mark."""
    mark = marks[index]
    glyph, place, side = mark.glyph, mark.place, mark.side
    partner = _open_partner(stack, glyph)
    if glyph == '"':
        if partner is None:
            if place and text[place - 1].isdigit() and side is not Side.OPENS:
                return None  # an inch mark
            return Side.CLOSES if side is Side.CLOSES else Side.OPENS
        return Side.OPENS if side is Side.OPENS else Side.CLOSES
    if glyph in "'’‘":
        return _role_of_single(text, marks, index, partner)
    if glyph in "»›":
        if partner is not None:
            return Side.CLOSES
        inverse = "«" if glyph == "»" else "‹"
        following = next((m.glyph for m in marks[index + 1 : index + 4] if m.glyph in "«»‹›"), "")
        return Side.OPENS if side is Side.OPENS and following == inverse else Side.CLOSES
    if glyph in "“«‹":
        return Side.CLOSES if partner is not None else Side.OPENS
    return Side.OPENS if glyph in _CLOSERS else Side.CLOSES


def _role_of_single(text: str, marks: list[Mark], index: int, partner: int | None) -> Side | None:
    mark = marks[index]
    if mark.glyph != "’" and mark.side is Side.OPENS:
        return Side.OPENS
    if partner is None or mark.side is not Side.CLOSES:
        return None
    if text[mark.place - 1] == "s" and text[mark.place + 1 : mark.place + 2] == " " and _closes_later(marks, index):
        return None  # the boys' room, within a quotation
    return Side.CLOSES


def _closes_later(marks: list[Mark], index: int) -> bool:
    glyph = marks[index].glyph
    for mark in marks[index + 1 : index + 6]:
        if mark.single and mark.side is Side.OPENS:
            return False
        if mark.glyph == glyph and mark.side is Side.CLOSES:
            return True
    return False


def _join_left_over(left: list[Mark]) -> list[tuple[Mark, Mark]]:
    """Pairs of neighbours in `left` that open and close with marks of different systems; they are taken out of it."""
    pairs = []
    index = 0
    while index + 1 < len(left):
        first, second = left[index], left[index + 1]
        if _opens(first) and _closes(second) and not first.single and not second.single:
            pairs.append((first, second))
            del left[index : index + 2]
            index = max(0, index - 1)
        else:
            index += 1
    return pairs


def _opens(mark: Mark) -> bool:
    return mark.glyph in "“„«「『《" or (mark.glyph == '"' and mark.side is Side.OPENS)


def _closes(mark: Mark) -> bool:
    if mark.glyph == "»":
        return mark.side is not Side.OPENS
    return mark.glyph in "”」』》" or (mark.glyph == '"' and mark.side is Side.CLOSES)


def _with_depths(text: str, pairs: list[tuple[Mark, Mark]]) -> Iterator[Quotation]:
    """The pairs as quotations. A pair that crosses one around it, or only names the marks, is left out."""
    around: list[int] = []
    for opening, closing in pairs:
        while around and around[-1] < opening.place:
            around.pop()
        if around and closing.place > around[-1]:
            continue
        if _MENTION.fullmatch(text, opening.place + 1, closing.place):
            continue  # the signs « and » are called guillemets
        yield Quotation(opening, closing, len(around))
        around.append(closing.place)
