"""Formats known not to be prose as a whole, and not yet read in parts: nothing in them is touched."""

from __future__ import annotations

from transclean.formats import Format
from transclean.text.span import Span


def _everything(text: str) -> list[Span]:
    return [Span(0, len(text))]


FORMATS = (
    Format("python", (".py", ".pyi"), _everything, prose=False),
    Format("csv", (".csv", ".tsv"), _everything, prose=False),
    Format("json", (".json", ".jsonl"), _everything, prose=False),
)
