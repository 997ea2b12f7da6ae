"""What a format knows of places in a source: which string one is in, and whether it can hold what would be written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

from transclean.formats.view import View
from transclean.text.revision import Replacement, splice
from transclean.text.span import Span

T = TypeVar("T")


class Places(Generic[T]):
    """Spans of a source, added in order, with what is to be known of each."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._spans: list[tuple[Span, T]] = []

    def add(self, span: Span, known: T) -> None:
        self._starts.append(span.start)
        self._spans.append((span, known))

    def at(self, place: int) -> tuple[Span, T] | None:
        """The span that `place` is in or at the end of, with what is known of it."""
        index = bisect_right(self._starts, place) - 1
        return self._spans[index] if index >= 0 and place <= self._spans[index][0].end else None


def _anything(edits: list[Replacement]) -> bool:
    return True


def _as_given(old: str, new: str) -> str:
    return new


@dataclass(frozen=True)
class GuardedView(View):
    """A view of a format in which not everything can be written everywhere.

    `allows` judges edits of the source; `adapted` says what to write for a new text in place of an old one.
    """

    allows: Callable[[list[Replacement]], bool] = _anything
    adapted: Callable[[str, str], str] = _as_given

    def edits(self, start: int, end: int, text: str) -> list[Replacement] | None:
        edits = super().edits(start, end, self.adapted(self.text[start:end], text))
        return edits if edits is not None and self.allows(edits) else None


def guarded(
    view: View, allows: Callable[[list[Replacement]], bool], adapted: Callable[[str, str], str] = _as_given
) -> View:
    """`view`, with edits as `GuardedView` says."""
    return GuardedView(
        **{field.name: getattr(view, field.name) for field in fields(View)}, allows=allows, adapted=adapted
    )


def mended(source: str, span: Span, edits: list[Replacement]) -> str | None:
    """What `edits` make of `span` of `source`; None if they reach beyond it."""
    if edits[0].start < span.start or edits[-1].end > span.end:
        return None
    local = [edit._replace(start=edit.start - span.start, end=edit.end - span.start) for edit in edits]
    return splice(source[slice(*span)], local)
