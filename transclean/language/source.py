"""The language a text was translated from, by the marks that translation leaves.

`fingerprints.toml` lists features of English text with weights in bits by source language. A language's score is
the sum of `weight * (1 + log2 n)` over the features found in n lines. An answer needs a score, a lead over the
next language, and *marks*: features that no native text has. *Hints*, which a house style or a subject can bring
along (spaced dashes, `Mr.`, Turkish letters in names), only tip the balance. Without that restriction native
English was "translated" from Arabic for its double hyphens and from French for its `Mr.`s.
"""

from __future__ import annotations

import math
import os
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from transclean import cache
from transclean.scan import Scanner, build_scanner

_TABLE = os.path.join(os.path.dirname(__file__), "fingerprints.toml")

_EXAMPLES = 5
"""So many features are given as evidence, the weightiest first."""


_WORD_CHARACTERS = re.compile(r"\w*")


@dataclass(frozen=True)
class SourceGuess:
    """`language` None below the threshold; `leader` the language ahead, however little, None without evidence.

    `candidates`: the leader and those so near it that the evidence speaks for them as well. `score` is the leader's, in
    bits; `probability` what the lead over the next language is worth. `evidence`: what was found, as `name: example`.
    Two guesses that name the same languages are equal, whatever they rest on.
    """

    language: str | None
    leader: str | None
    score: float = field(compare=False)
    evidence: tuple[str, ...] = field(default=(), compare=False)
    candidates: tuple[str, ...] = ()
    probability: float = field(default=0.0, compare=False)


NO_GUESS = SourceGuess(None, None, 0.0)


@dataclass(frozen=True)
class _Feature:
    name: str
    is_mark: bool
    patterns: tuple[str, ...]
    weights: Mapping[str, float]


@dataclass(frozen=True)
class _Table:
    features: tuple[_Feature, ...]
    min_score: float
    min_margin: float


@dataclass
class _Found:
    """Where a feature was seen: in how many lines, and up to which character the first time."""

    lines: int = 0
    last_line: int = -1
    end: int = 0


@lru_cache(maxsize=1)
def _table() -> _Table:
    data = cache.read_toml(_TABLE)
    features = tuple(
        _Feature(row["name"], row["kind"] == "mark", tuple(row["patterns"]), row["weights"]) for row in data["feature"]
    )
    return _Table(features, data["decision"]["min_score"], data["decision"]["min_margin"])


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    status = os.stat(_TABLE)
    key = f"fingerprints {status.st_mtime_ns} {status.st_size}"
    return build_scanner(lambda: [feature.patterns for feature in _table().features], key=key)


def guess_source(text: str) -> SourceGuess:
    """Weigh the marks in `text`."""
    # The last line must end like the others: several patterns ask for what follows a word.
    found = _count(text + "\n", _scanner())
    return _weigh(found, text) if found else NO_GUESS


def _count(text: str, scanner: Scanner) -> dict[int, _Found]:
    """In how many lines each feature is.

    Lines, not matches: which of several overlapping matches a scanner gives is its business.
    """
    found: dict[int, _Found] = defaultdict(_Found)
    line = seen = 0
    for end, owner in scanner.scan(text):
        # The character before a match's end is in it, and may be the line break that ends its line.
        line += text.count("\n", seen, end - 1)
        seen = end - 1
        feature = found[owner]
        if feature.last_line != line:
            feature.lines += 1
            feature.last_line = line
            feature.end = feature.end or end
    return found


def _weigh(found: Mapping[int, _Found], text: str) -> SourceGuess:
    table = _table()
    scores: dict[str, float] = defaultdict(float)
    marks: dict[str, float] = defaultdict(float)
    for index, seen in found.items():
        feature = table.features[index]
        for language, weight in feature.weights.items():
            bits = weight * (1 + math.log2(seen.lines))
            scores[language] += bits
            if feature.is_mark:
                marks[language] += bits
    ranked = sorted((language for language in scores if marks[language] >= table.min_score),
                    key=lambda language: (-scores[language], language))  # fmt: skip
    if not ranked:
        return NO_GUESS
    leader = ranked[0]
    best = scores[leader]
    second = max((score for language, score in scores.items() if language != leader), default=0.0)
    margin = best - second
    return SourceGuess(
        language=leader if margin >= table.min_margin else None,
        leader=leader,
        score=best,
        evidence=_evidence(found, leader, text),
        candidates=tuple(language for language in ranked if best - scores[language] < table.min_margin),
        probability=1 / (1 + 2.0**-margin),
    )


def _evidence(found: Mapping[int, _Found], language: str, text: str) -> tuple[str, ...]:
    """The weightiest features that speak for `language`, with what was found of them first."""
    features = _table().features
    speaking = [index for index in found if language in features[index].weights]
    speaking.sort(key=lambda index: -features[index].weights[language] * (1 + math.log2(found[index].lines)))
    return tuple(f"{features[i].name}: {_example(features[i], text, found[i].end)}" for i in speaking[:_EXAMPLES])


def _example(feature: _Feature, text: str, end: int) -> str:
    """What `feature` matched in the line of character `end`."""
    start = text.rfind("\n", 0, max(0, end - 1)) + 1
    stop = text.find("\n", end)
    line = text[start : len(text) if stop == -1 else stop] + "\n"
    for pattern in feature.patterns:
        match = re.search(pattern, line, re.ASCII | re.MULTILINE)
        if match:
            rest_of_word = _WORD_CHARACTERS.match(line, match.end())
            return (match.group() + (rest_of_word.group() if rest_of_word else "")).strip()
    return ""
