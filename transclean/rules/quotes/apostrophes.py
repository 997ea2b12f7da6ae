"""Apostrophes: other characters in their place, and the opening quotation mark in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transclean.rules.elisions import is_elided
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.rules.spacing.prose import line_around

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment


_ACCENT = re.compile(r"[´`′‵](?<=[^\W\d_].)(?=[^\W\d_])")
_OPEN_CODE = re.compile(r"(?<!\w)`[^`\s]+\Z")  # the plural of a word of code: `Promise`s
_CLITIC = re.compile(r"(?:s|t|d|m|re|ve|ll)\b", re.IGNORECASE)


_VOWELS = frozenset("aeiouy")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")


def _may_elide(text: str, place: int) -> bool:
    """Whether an apostrophe at `place` may stand before a vowel: l'homme, they're and ma'am have one."""
    word = _LAST_WORD.search(text[max(0, place - 16) : place])
    return _CLITIC.match(text, place + 1) is not None or (word is not None and is_elided(word.group()))


def _find_accents(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _ACCENT.finditer(text):
        place = match.start()
        before, after = text[max(0, place - 2) : place], text[place + 1 : place + 3]
        # A prime needs a word on one side: x′y and f′g are formulas.
        if match.group() in "′‵" and not any(len(side) == 2 and side.isalpha() for side in (before, after)):
            continue
        # Mont´ufar has lost the place of its accent: no apostrophe helps it.
        if match.group() == "´" and text[place + 1] in _VOWELS and not _may_elide(text, place):
            continue
        # `Hawai`i` and romanised Chinese or Arabic (T`ang, Sha`ban) use the backquote as a letter.
        if match.group() == "`" and (
            (document.target_language == "en" and not _CLITIC.match(text, place + 1))
            or _OPEN_CODE.search(text[max(0, place - 40) : place])
        ):
            continue
        yield Hit(place, place + 1, document.style.apostrophe)


TYP011 = Rule(
    code="TYP011",
    name="accent-as-apostrophe",
    summary="Acute accent, backquote or prime in place of an apostrophe",
    why="The keys ´ and ` give accents, ′ is the sign for feet and minutes; inside a word only an apostrophe can "
    "stand. In English a backquote changes only before a clitic ('s, 't …): elsewhere it transcribes a letter "
    "(Hawai`i).",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=["[^ \\n]´[^ \\n]", "[A-Za-z]`[A-Za-z]", "[^ \\n][′‵][^ \\n]"],
    find=in_prose(_find_accents),
    targets=("en", "fr", "es", "de"),
    fixes=(
        ("don´t", "don't"),
        ("it`s", "it's"),
        Example("l´homme", "l'homme", target="fr"),
        ("the minister′s car", "the minister's car"),
        ("They´re here, and O´Brien won´t come.", "They're here, and O'Brien won't come."),
        Example("He said it’s late, but I don´t care.", "He said it’s late, but I don’t care."),
    ),
    keeps=("`code`", "as Mont´ufar et al. and Gonz´alez show",
           "x′ + y′", "5′ 10″", "use `a`b`", "the curve f′g is smooth", "on the island of Hawai`i",
           "an array of `Promise`s"),
)  # fmt: skip


_INSIDE_WORD = re.compile(r"‘(?<=[^\W\d_].)(?:s|t|d|m|re|ve|ll)\b", re.IGNORECASE)
_BEFORE_WORD = re.compile(
    r"‘(?<![\w’].)(?:\d\ds\b|n[’'‘](?!\w)|(?P<clipped>tis|twas|twere|twill|em|til|till|cause)\b)", re.IGNORECASE
)
# A mark later in the line that closes a quotation: then the first may well open it.
_CLOSING = re.compile(r"(?<![\s\d])’(?!\w)")


def _find_turned(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _INSIDE_WORD.finditer(text):
        yield Hit(match.start(), match.start() + 1, "’")
    for match in _BEFORE_WORD.finditer(text):
        place = match.start()
        if match.group("clipped") and _CLOSING.search(text, place, line_around(text, place).end):
            continue
        yield Hit(place, place + 1, "’")


TYP012 = Rule(
    code="TYP012",
    name="turned-apostrophe",
    summary="Apostrophe turned the wrong way",
    why="Word processors turn an apostrophe after a space into an opening quotation mark. Before a decade, before "
    "words that begin with an apostrophe ('tis, 'em, rock 'n' roll) and inside a word it is an apostrophe "
    "(Chicago 6.117). Where a closing mark follows in the line, it may be a quotation.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=[
        r"[^ \n]‘(?:s|t|d|m|re|ve|ll)\b",
        r"‘\d\ds\b",
        "‘[nN][’'‘]",
        r"‘(?:[Tt]is|[Tt]was|[Tt]were|[Tt]will|[Ee]m|[Tt]ill?|[Cc]ause)\b",
    ],
    find=_find_turned,
    fixes=(
        ("the ‘90s", "the ’90s"),
        ("don‘t", "don’t"),
        ("rock ‘n’ roll", "rock ’n’ roll"),
        ("‘Tis over", "’Tis over"),
        ("Give ‘em hell, said the general.", "Give ’em hell, said the general."),
    ),
    keeps=(
        "‘yes’ and ‘no’",
        "the ‘90 percent’ rule",
        "‘Tiscali’",
        "‘Cause of death unknown,’ it read.",
        "‘Till death do us part,’ she said.",
    ),
)

RULES = (TYP011, TYP012)
