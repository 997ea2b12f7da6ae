"""Sports scores with a colon: `won 2:1` → `won 2-1` (AP: a hyphen between the totals)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers.context import word_before
from transclean.rules.numbers.vocabulary import word_set
from transclean.rules.rule import UNSAFE, Hit, Rule, Stage
from transclean.text.segment import Segment

_HIGHEST = 30  # of either side: more is a clock or another game
_REACH = 60  # characters, about eight words

_PLAY = (
    r"(?:won|wins?|winning|victory|lost|loses?|losing|beat|beats|beating|beaten|defeat(?:ed|s)?|draws?|drew|drawn|scored?|scoring|"
    r"trail(?:ed|ing)?|match|thrash(?:ed|ing)|goals?|lead|led)"
)

# Before these figures N:N is a time, a ratio or a scale.
_OTHERS = word_set("at from until till by around about ratio odds scale proportion before after since time")


@lru_cache(maxsize=1)
def _score() -> re.Pattern[str]:
    return re.compile(r"(?<![\w:.,/-])(?P<ours>\d{1,2}):(?P<theirs>\d{1,2})(?![\w:/-]|[.,]\d)")


@lru_cache(maxsize=1)
def _play() -> re.Pattern[str]:
    return re.compile(rf"\b{_PLAY}\b")


@lru_cache(maxsize=1)
def _beaten() -> re.Pattern[str]:
    """A verb of which the name before the score is the object, or a preposition that goes with one."""
    return re.compile(
        r"\b(?:beat|beats|beaten|beating|defeat(?:ed|s|ing)?|thrash(?:ed|ing)|(?:w[io]n|wins|winning|lost|los(?:es|ing)"
        r"|drew|drawn|draws?|victory|defeat)\s(?:\w+\s){0,2}(?:against|over|to|with|by|at))\s(?:[A-Z][\w'’.-]*\s?){1,3}\s?\Z"
    )


_TIME_OR_RATIO = re.compile(
    r"\s(?:[ap]\.?m\b|o'clock|hours|GMT|CET|ratio|odds|majority|split|scale|screen|aspect|in favou?r)"
)


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _score().finditer(text):
        start, end = match.span()
        if max(int(match["ours"]), int(match["theirs"])) > _HIGHEST or _TIME_OR_RATIO.match(text, end):
            continue
        before = word_before(text, start)
        # `a score of 2:1`, but `odds of 5:1`, `a ratio of 2:1`; `John 3:16`.
        governor = word_before(text, start - len(before) - 1) if before == "of" else before
        if governor.lower() in _OTHERS:
            continue
        # `John 3:16`, but `beat Germany 3:1`.
        if governor[:1].isupper() and before != "of" and not _beaten().search(text, max(0, start - _REACH), start):
            continue
        near = text[max(0, start - _REACH) : start], text[end : end + _REACH // 2]
        if any(_play().search(part) for part in near):
            yield Hit(start, end, f"{match['ours']}-{match['theirs']}")


NUM039 = Rule(
    code="NUM039",
    name="score-colon",
    summary="Colon in a sports score",
    why=(
        "English joins the two totals by a hyphen (AP). A colon is also in times, ratios, verses and aspect "
        "ratios, so a word of play must stand near and no word of these."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(
        rf"\b{_PLAY}\b[^\n]*[^\d:\n]\d{{1,2}}:\d{{1,2}}\b",
        rf"\d{{1,2}}:\d{{1,2}} [^\n]*\b{_PLAY}\b",
    ),
    find=_find,
    of_today=True,
    sources=("de", "ru", "uk", "pl", "tr"),
    fixes=(
        ("won 2:1 against Spain", "won 2-1 against Spain"),
        ("a 0:3 defeat", "a 0-3 defeat"),
        ("ended with a score of 2:1", "ended with a score of 2-1"),
        ("Dynamo beat Real Madrid 3:1", "Dynamo beat Real Madrid 3-1"),
    ),
    keeps=(
        "at 2:10 p.m.",
        "a ratio of 2:1",
        "John 3:16",
        "He won over readers of Luke 3:16.",
        "16:9 screen",
        "odds of 5:1",
        "The match began at 20:15.",
        "He scored from a 2:1 ratio",
    ),
)

RULES = (NUM039,)
