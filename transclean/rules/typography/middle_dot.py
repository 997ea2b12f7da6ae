"""The dot that Chinese and Japanese set between the parts of a foreign name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transclean.rules.rule import SAFE, Hit, Rule, Stage

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_DOT = re.compile(r"[·・•‧･](?<=[^\W\d_A-ZÀ-Þ].)(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
_CAPITAL_WORD = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+\Z")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _DOT.finditer(text):
        if _CAPITAL_WORD.search(text[max(0, match.start() - 24) : match.start()]):
            yield Hit(match.start(), match.end(), " ")


TYP027 = Rule(
    code="TYP027",
    name="dot-in-name",
    summary="Middle dot between the parts of a name",
    why="Chinese and Japanese part foreign names with a dot, English with a space. Both parts must be capitalised "
    "words: Catalan l·l and products of units keep the dot.",
    safety=SAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=["[a-z\\u00df-\\u00ff][·・•‧･][A-Z\\u00c0-\\u00de]"],
    find=_find,
    sources=("zh", "ja"),
    fixes=(
        ("Barack·Obama", "Barack Obama"),
        ("Naomi・Osaka", "Naomi Osaka"),
        ("Jean•Luc Picard", "Jean Luc Picard"),
        ("José·Martí and Martin·Luther·King", "José Martí and Martin Luther King"),
    ),
    keeps=("Gal·la Placídia", "a · b", "• item", "N·m", "paral·lel", "kW·h"),
)

RULES = (TYP027,)
