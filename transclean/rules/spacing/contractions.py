"""Contractions and possessives that a tokeniser has split: `do n't`, `it 's`, `women' s`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.rule import SAFE, Hit, Rule, Stage

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_AUXILIARIES: Final = (
    "do|does|did|is|was|ca|can|wo|sha|would|could|should|might|must|need|dare|ought|has|have|had|are|were|ai|may"
)
# What can follow a clitic; a letter right behind it makes the apostrophe an opening quotation mark.
_END: Final = r"(?=[\s.,;:!?)\]\"”…—–-]|\Z)"


@lru_cache(maxsize=1)
def _split() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_AUXILIARIES})(?P<negation>[ ]n ?['’] ?t){_END}"
        rf"|(?<=[^\W\d_])(?P<before>[ ]['’](?:s|re|ve|ll|d)){_END}"
        rf"|\b[Ii](?P<am>[ ]['’]m){_END}"
        rf"|(?<=[^\W\d_])(?P<after>['’][ ](?:s|re|ve|ll|d)){_END}"
        rf"|\b[Ii](?P<am_after>['’][ ]m){_END}"
        rf"|(?<=[^\W\d_])(?P<negation_after>(?<=n)['’][ ]t){_END}"
        r"|\b(?:gon|wan|got)(?P<reduced>[ ](?:na|ta))\b",
        re.IGNORECASE,
    )


# A mark that closes a quotation in single marks: behind a word and not before one. After an s it may be a possessive.
_CLOSING_MARK = re.compile(r"(?<=[^\s'’s])['’](?!\w)|(?<=s)['’](?=[.,;:!?)\n]|\Z)")
_OPENING_MARK = re.compile(r"(?<![\w'’])['‘](?=\w)")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _split().finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        line = segment.line_at(start)
        if kind == "before" and _CLOSING_MARK.search(text, end, line.end):
            continue  # he said 's il vous plaît'
        if kind == "after" and _OPENING_MARK.search(text, line.start, start):
            continue  # the letters 'x' s
        yield Hit(start, end, text[start:end].replace(" ", ""))


MT010 = Rule(
    code="MT010",
    name="split-contraction",
    summary="Contraction or possessive split by a tokeniser",
    why="The Penn Treebank splits don't into do + n't and the minister's into minister + 's; engines trained on such "
    "text print the pieces. An apostrophe that a closing mark follows later in the line may open a quotation.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[
        r"[A-Za-z] [nN] ?['’] ?[tT]\b",
        r"[^ \n] ['’](?:s|S|re|ve|ll|d|m)\b",
        r"[^ \n]['’] (?:s|re|ve|ll|d|m|t)\b",
        r"\b(?:[Gg]on|[Ww]an|[Gg]ot) (?:na|ta)\b",
    ],
    find=_find,
    fixes=(
        ("I do n't know.", "I don't know."),
        ("He ca n't come.", "He can't come."),
        ("It 's the people 's choice.", "It's the people's choice."),
        ("I 'm sure we 've met.", "I'm sure we've met."),
        ("All Japan Women' s Tournament", "All Japan Women's Tournament"),
        ("They’ re late and don’ t care.", "They’re late and don’t care."),
        ("Mr. Türk ’s report", "Mr. Türk’s report"),
        ("We 're gon na win.", "We're gonna win."),
    ),
    keeps=(
        "the letters 's' and 't'",
        "rock 'n' roll",
        "the '90s",
        "he said 's il vous plaît'",
        "the boys ' room 12",
        "the ship 'Discovery' s captain",
        "'d' and 's' are letters",
        "Don Quixote, 'd. Q.'",
    ),
)

RULES = (MT010,)
