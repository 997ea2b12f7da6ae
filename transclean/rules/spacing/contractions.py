"""Contractions and possessives that a tokeniser has split: `do n't`, `it 's`, `women' s`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Hit, Rule, Stage
from transclean.rules.spacing.prose import line_around

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

# The apostrophe of a clitic, with what follows it: no letter, or it would be an opening quotation mark.
_CLITIC = re.compile(r"['’]( ?)(s|re|ve|ll|d|m|t)(?=[\s.,;:!?)\]\"”…—–-]|\Z)", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:do|does|did|is|was|ca|can|wo|sha|would|could|should|might|must|need|dare|ought|has|have|had|are|were|ai|may)"
    r"( n ?)\Z",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b[Ii] ?\Z")
# No contraction and no possessive follows these.
_NO_OWNER = re.compile(
    r"\b(?:of|in|to|at|by|for|from|with|on|upon|between|and|or|nor|near|into|unto|under|over|against|via|than|the"
    r"|an?) \Z",
    re.IGNORECASE,
)
_REDUCED = re.compile(r" (?:na|ta)\b")
_REDUCIBLE = re.compile(r"\b(?:gon|wan|got)\Z", re.IGNORECASE)
_LONGEST_AUXILIARY: Final = 10

# A mark that closes a quotation in single marks: behind a word and not before one. After an s it may be a possessive.
_CLOSING_MARK = re.compile(r"(?<=[^\s'’s])['’](?!\w)|(?<=s)['’](?=[.,;:!?)\n]|\Z)")
_OPENING_MARK = re.compile(r"(?<![\w'’])['‘](?=\w)")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _CLITIC.finditer(text):
        start = _start_of_gap(text, match)
        if start is not None:
            yield Hit(start, match.end(), text[start : match.end()].replace(" ", ""))
    for match in _REDUCED.finditer(text):
        if _REDUCIBLE.search(text[max(0, match.start() - 4) : match.start()]):
            yield Hit(match.start(), match.start() + 1, "")


def _start_of_gap(text: str, match: re.Match[str]) -> int | None:
    """Where the split contraction that ends with `match` begins to be split; None if it is whole, or none."""
    place = match.start()
    clitic = match.group(2).lower()
    before = text[max(0, place - _LONGEST_AUXILIARY) : place]
    if clitic == "t":
        negated = _NEGATED.search(before)
        if negated:
            return place - len(negated.group(1))
        return place if match.group(1) and before[-1:] in ("n", "N") else None
    if clitic == "m" and not _FIRST_PERSON.search(before):
        return None
    line = line_around(text, place)
    if match.group(1) and before[-1:] == " ":
        # James ' s book: the only lone apostrophe of the line, so that it quotes nothing.
        alone = text.count(" ' ", line.start, line.end) == 1 or text.count(" ’ ", line.start, line.end) == 1
        return place - 1 if alone and clitic == "s" and before[-2:-1].isalpha() else None
    if match.group(1):
        if not before[-1:].isalpha() or _OPENING_MARK.search(text, line.start, place):
            return None  # the letters 'x' s
        return place
    if _NO_OWNER.search(before):
        return None  # what gossip's in 's head: 's is his, or us; or a Dutch place, 's-Hertogenbosch
    if before[-1:] != " " or not before[-2:-1].isalpha() or _CLOSING_MARK.search(text, match.end(), line.end):
        return None  # he said 's il vous plaît'
    return place - 1


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
        r"[A-Za-z] ['’] s\b",
        r"\b(?:[Gg]on|[Ww]an|[Gg]ot) (?:na|ta)\b",
    ],
    find=in_prose(_find),
    of_today=True,
    fixes=(
        ("I do n't know.", "I don't know."),
        ("He ca n't come.", "He can't come."),
        ("It 's the people 's choice.", "It's the people's choice."),
        ("I 'm sure we 've met.", "I'm sure we've met."),
        ("All Japan Women' s Tournament", "All Japan Women's Tournament"),
        ("They’ re late and don’ t care.", "They’re late and don’t care."),
        ("Mr. Türk ’s report", "Mr. Türk’s report"),
        ("James ' s book", "James's book"),
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
        "the letters ' s ' and ' t '",
        "Don Quixote, 'd. Q.'",
        "They came from 's-Gravenhage or 's Hertogenbosch.",
        "There is a cloud in 's face, and a thought between 's brows.",
    ),
)

RULES = (MT010,)
