"""Segments: the paragraphs of a text, as rules see them."""

from __future__ import annotations

import re
from bisect import bisect_right

from transclean.text.protect import OPAQUE, mask, protected_spans
from transclean.text.span import Span

# Opening mark -> closing marks. Straight quotes pair up by counting.
_PAIRS = {"“": "”", "«": "»", "„": "“”", "»": "«", "「": "」", "『": "』", "《": "》", "‹": "›"}
_QUOTE = re.compile('["“”«»„「」『』《》‹›]')


# A longer paragraph is read in pieces, so that what a rule does with its segment costs no more in a text without
# blank lines: each of at most so many characters, and where there is a good place to cut of at least so many.
_PIECE_MAX = 4_000
_PIECE_MIN = 2_000

# Where to cut, the best first: a line end after a sentence, any line end, a sentence end, after a Chinese sentence,
# any single space. The line break or space is in neither piece.
_CUTS = tuple(
    re.compile(form)
    for form in (
        r"(?<=[.!?:…。！？\"”’»)])\n",
        r"\n",
        r"(?<=[.!?…\"”’»)]) (?=[^\W\d_a-z])",
        "(?<=[。！？])",
        r"(?<=\S) (?=\S)",
    )
)
_BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+|\n[ \t\r]*\Z")
_FIRST_LINES = re.compile(r"(?:[ \t\r]*\n)+")


class Paragraphs:
    """The paragraphs of a text, long ones in pieces: a table to look up places in.

    Where a piece ends depends on the text alone, and on little of it: an edit seldom moves more than the next cut.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        blank = _FIRST_LINES.match(text)
        start = blank.end() if blank else 0
        for blank in _BLANK_LINES.finditer(text, start):
            stop, following = blank.span()
            if stop - start > _PIECE_MAX:
                start = self._add_pieces(start, stop)
            self.spans.append(Span(start, stop))
            start = following
        if len(text) - start > _PIECE_MAX:
            start = self._add_pieces(start, len(text))
        self.spans.append(Span(start, len(text)))
        self._starts = [span.start for span in self.spans]

    def _add_pieces(self, start: int, end: int) -> int:
        """Add the pieces of a long paragraph but for the last one; where that begins."""
        while end - start > _PIECE_MAX:
            stop, following = _cut(self.text, start)
            self.spans.append(Span(start, stop))
            start = following
        return start

    def index_at(self, position: int) -> int:
        """The index of the paragraph that holds `position`, or that the blank after it belongs to."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def around(self, position: int) -> Span:
        """The paragraph that holds `position`."""
        return self.spans[self.index_at(position)]


def _cut(text: str, start: int) -> tuple[int, int]:
    """Where the piece that begins at `start` ends, and where the next one begins."""
    low, high = start + _PIECE_MIN, start + _PIECE_MAX
    for pattern in _CUTS:
        found = pattern.search(text, low, high)
        if found:
            return found.span()
    return high, high


class Masks:
    """Paragraphs with their protected characters made `OPAQUE`: a run looks at most of them several times."""

    def __init__(self) -> None:
        self._masked: dict[str, str] = {}

    def of(self, text: str) -> str:
        """`text`, a paragraph, masked."""
        masked = self._masked.get(text)
        if masked is None:
            masked = self._masked[text] = mask(text, protected_spans(text))
        return masked

    def of_whole(self, text: str, paragraphs: Paragraphs) -> str:
        """`text`, of which these are the paragraphs, masked."""
        if "<!--" in text:  # a comment may hold several
            return mask(text, protected_spans(text))
        parts: list[str] = []
        position = 0
        for start, end in paragraphs.spans:
            parts += (text[position:start], self.of(text[start:end]))
            position = end
        parts.append(text[position:])
        return "".join(parts)


class Segment:
    """A paragraph, or with `paragraphs` a whole text of several.

    `raw` is its text; `text` the same with protected characters made `OPAQUE`; `start` its place in the
    document, in characters. Offsets that rules give are relative to the segment.
    """

    __slots__ = ("_commented", "_masks", "_paragraphs", "_quotations", "_text", "_unblocked", "blocked", "raw", "start")

    def __init__(
        self,
        raw: str,
        start: int = 0,
        blocked: list[Span] | None = None,
        *,
        masks: Masks | None = None,
        paragraphs: Paragraphs | None = None,
    ) -> None:
        self.raw = raw
        self.start = start
        self.blocked = blocked or []
        self._masks = masks or Masks()
        self._paragraphs = paragraphs
        self._text: str | None = None
        self._commented: bool | None = None  # whether there may be a comment in it, over several paragraphs
        self._unblocked: str | None = None
        self._quotations: list[Span] | None = None

    @property
    def text(self) -> str:
        if self._text is None:
            if self._paragraphs is None:
                self._text = self._masks.of(self._open)
            else:
                self._text = self._masks.of_whole(self._open, self._paragraphs)
        return self._text

    @property
    def _open(self) -> str:
        """The text with what is blocked made `OPAQUE`."""
        if self._unblocked is None:
            self._unblocked = mask(self.raw, self.blocked)
        return self._unblocked

    def is_protected(self, start: int, end: int) -> bool:
        """Whether any of characters `start` to `end` is protected."""
        if self._commented is None:
            self._commented = "<!--" in self.raw
        if self._text is None and self._paragraphs is not None and not self._commented:
            around = self._paragraphs.around(start)
            if start >= around.start and end <= around.end:
                masked = self._masks.of(self._open[around.start : around.end])
                return OPAQUE in masked[start - around.start : end - around.start]
        return OPAQUE in self.text[start:end]

    @property
    def quotations(self) -> list[Span]:
        """The insides of the quotations in double marks of any kind, outermost only.

        A quotation that is not closed in the paragraph runs to its end, as running quotations do.
        """
        if self._quotations is None:
            self._quotations = list(_quotations(self.text))
        return self._quotations

    def quotation_at(self, start: int, end: int) -> Span | None:
        """The quotation around characters `start` to `end`, if there is one."""
        index = bisect_right(self.quotations, (start, len(self.raw) + 1)) - 1
        if index >= 0 and end <= self.quotations[index].end:
            return self.quotations[index]
        return None

    def line_at(self, position: int) -> Span:
        """The line that holds character `position`, without its line break."""
        start = self.raw.rfind("\n", 0, position) + 1
        end = self.raw.find("\n", position)
        return Span(start, len(self.raw) if end == -1 else end)


def _quotations(text: str) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    closing = ""
    for match in _QUOTE.finditer(text):
        mark, place = match.group(), match.start()
        if opened is not None:
            if mark in closing:
                spans.append(Span(opened, place))
                opened = None
        elif mark == '"' and not _is_inch_mark(text, place):
            opened, closing = place + 1, '"”'
        elif mark in _PAIRS:
            opened, closing = place + 1, _PAIRS[mark] + ('"' if mark == "“" else "")
    if opened is not None:
        spans.append(Span(opened, len(text)))
    return spans


def _is_inch_mark(text: str, place: int) -> bool:
    return place > 0 and text[place - 1].isdigit()


def is_opaque(text: str) -> bool:
    """Whether any character of `text` is protected."""
    return OPAQUE in text
