"""Views of languages in which markup is text too: an edit can make markup, or break what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from transclean.formats.view import View
from transclean.text.revision import Replacement, splice
from transclean.text.span import Span

_MAX_WAYS = 8
_REACH = 400
"""How far, in characters, a line is looked at before and after an edit."""


def _no_kinds(text: str) -> list[str]:
    return []


def _never(edits: list[Replacement]) -> bool:
    return False


@dataclass(frozen=True)
class CarefulView(View):
    """A view that refuses edits which would spoil markup.

    `kinds` names the inline markup in some lines, in order; `refuses` says whether edits of one place cannot be.
    """

    kinds: Callable[[str], list[str]] = _no_kinds
    refuses: Callable[[list[Replacement]], bool] = _never

    def edits(self, start: int, end: int, text: str) -> list[Replacement] | None:
        """As for any view; but if with the new text where the first replaced character was markup would break, as in
        `the **1er** June`, it goes to another that is replaced.
        """
        for edits in self._ways(start, end, text):
            if not self.refuses(edits) and not self._loses_markup(edits):
                return edits
        return None

    def _ways(self, start: int, end: int, text: str) -> Iterator[list[Replacement]]:
        edits = super().edits(start, end, text)
        if edits is None:
            return
        yield edits
        if len(edits) == 1:
            return
        for piece in islice(self._touched(start, end), 1, _MAX_WAYS):
            before, after = super().edits(start, piece.at, ""), super().edits(piece.at, end, text)
            if before is not None and after is not None:
                yield sorted([*before, *after])

    def _loses_markup(self, edits: list[Replacement]) -> bool:
        """Whether some markup near the edits, other than what they take away, is none afterwards."""
        if not self.markup or any((edit.start, edit.end) in self._marks for edit in edits):
            return False
        source = self.source
        first, last = edits[0].start, edits[-1].end
        start = max(source.rfind("\n", 0, source.rfind("\n", 0, first) + 1) + 1, first - _REACH)
        end = source.find("\n", source.find("\n", last) + 1 or len(source))
        end = min(end if end != -1 else len(source), last + _REACH)
        local = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in edits]
        before = self.kinds(source[start:end])
        left = iter(self.kinds(splice(source[start:end], local))) if before else iter(())
        return not all(kind in left for kind in before)

    @cached_property
    def _marks(self) -> frozenset[Span]:
        return frozenset(span for markup in self.markup for span in (markup.opening, markup.closing))
