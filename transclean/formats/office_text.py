"""What the readers of office documents share: paragraphs that stand within others, and styles of code."""

from __future__ import annotations

import re

from transclean.formats.references import add_text, xml_meaning
from transclean.formats.view import Builder

_CODE = re.compile(r"code|verbatim|source|preformatted|keyboard|teletype|typewriter|plainte?xt ?html", re.IGNORECASE)


def is_code(style: str) -> bool:
    """Whether a style of this name is one for code: pandoc's `VerbatimChar`, LibreOffice's `Source_20_Text`."""
    return _CODE.search(style) is not None


class Paragraphs:
    """The paragraphs of a document, added to a view when they end.

    One within another (a note, a text box) so comes before it; in the outer one its place is to be held by `thing`.
    """

    def __init__(self, source: str, builder: Builder) -> None:
        self._source = source
        self._builder = builder
        self._open: list[list[tuple[int, int, bool]]] = []

    def begin(self) -> None:
        """A paragraph begins here."""
        self._open.append([])

    def text(self, start: int, end: int) -> None:
        """Text of the paragraph stands at characters `start` to `end`."""
        if self._open and start < end:
            self._open[-1].append((start, end, True))

    def thing(self, place: int) -> None:
        """Something that is no text stands in the paragraph: a tab, a picture, a field; its tag begins at `place`."""
        if self._open:
            self._open[-1].append((place, place + 1, False))

    def end(self, *, dropped: bool = False) -> None:
        """The paragraph ends here. `dropped`: it is left out."""
        contents = self._open.pop()
        if dropped:
            return
        self._builder.pause()
        for start, end, is_text in contents:
            if is_text:
                add_text(self._builder, self._source, start, end, xml_meaning)
            else:
                self._builder.protect(start, end)
        self._builder.pause()
