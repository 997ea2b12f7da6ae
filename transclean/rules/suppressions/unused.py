"""SUP001: suppressions that silence nothing."""

from __future__ import annotations

from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    """Nothing: which suppressions were used is known only when every other rule has run, to the engine."""
    yield from ()


SUP001 = Rule(
    code="SUP001",
    name="unused-suppression",
    summary="This suppression silences nothing",
    why="A comment that once kept a rule from a line stays when the line is gone, and then hides what is written there "
    "next.",
    safety=FLAG,
    stage=Stage.TYPOGRAPHY,
    trigger=["transclean:"],
    find=_find,
    targets=("*",),
    fixes=(Example("All is well. # transclean: ignore[DATE001]", flag="transclean: ignore[DATE001]"),),
    keeps=("on 1er Juneteenth # transclean is a tool",),
)

RULES = (SUP001,)
