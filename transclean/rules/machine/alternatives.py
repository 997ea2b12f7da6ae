"""`he/she`, `Mr./Mrs.`: two forms side by side, where the source has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_SOURCES = ("tr", "fr", "es", "it", "pt", "ar")
_PAIR = re.compile(
    r"(?<![\w/-])(?:s/he|he ?/ ?she|she ?/ ?he|him ?/ ?her|her ?/ ?him|his ?/ ?hers?|hers? ?/ ?his"
    r"|himself ?/ ?herself|herself ?/ ?himself"
    r"|Mr\.? ?/ ?(?:Mrs|Ms)\.?|(?:Mrs|Ms)\.? ?/ ?Mr\.?)(?![\w/-])",
    re.IGNORECASE,
)


def _find_pairs(segment: Segment, document: Document) -> Iterator[Hit]:
    if not document.source_is(*_SOURCES) or "pronoun" in segment.text.lower():
        return
    for match in _PAIR.finditer(segment.text):
        yield Hit(match.start(), match.end(), None)


MT042 = Rule(
    code="MT042",
    name="slashed-alternatives",
    summary="two genders side by side where the source has one word",
    why="Turkish o, French son and Spanish su have no gender, and engines give both. The document mostly tells "
    "which it is. English writers give both, too: reported only where the text is known to come from such a "
    "language.",
    safety=FLAG,
    stage=Stage.FRAMES,
    trigger=(
        r"(?i)\bs/he\b",
        r"(?i)\b(?:he|she|him|her|his|hers|himself|herself) ?/ ?(?:she|he|him|her|his|herself|himself)",
        r"(?i)\b(?:mr|mrs|ms)\.? ?/ ?m",
    ),
    find=_find_pairs,
    sources=_SOURCES,
    fixes=(
        Example("who has taken care of how he/she speaks", flag="he/she", source="tr"),
        Example("Mr./Mrs. García said", flag="Mr./Mrs.", source="es"),
        Example("his/her mother", flag="his/her", source="tr"),
    ),
    keeps=("Preferred pronouns: he/him, she/her", "and/or", "km/h"),
)

RULES = (MT042,)
