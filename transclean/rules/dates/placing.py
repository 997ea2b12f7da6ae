"""Putting a date in English in its place in a sentence: what becomes of the article and of foreign words before it.

`on the 1er June` → `on June 1`, `le 1er juin` → `on June 1`, but `the 11 novembre ceremony` → `the November 11
ceremony`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transclean.rules.dates.context import ends_sentence, is_function_word, next_word, previous_word
from transclean.rules.dates.reader import Reading
from transclean.rules.dates.writer import write_date
from transclean.rules.english import indefinite_article
from transclean.style import Style

PREPOSITIONS = frozenset(
    [
        "on",
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "before",
        "after",
        "between",
        "of",
        "to",
        "for",
        "during",
        "around",
        "and",
        "or",
        "than",
        "dated",
        "through",
        "at",
    ]
)
"""English words after which a foreign word that leads to a date says nothing more."""

VERBS = frozenset(
    [
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "have",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "marks",
        "marked",
        "saw",
        "brought",
        "began",
        "begins",
        "came",
        "comes",
        "became",
        "went",
        "ended",
        "remains",
        "remained",
        "fell",
        "falls",
        "did",
        "does",
        "be",
        "been",
    ]
)
"""Verbs that may follow a date which is the subject."""

_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<preposition>on|since|until|till|from|by|before|after|between|and|to)\s+)?(?P<article>the|a|an)\s+$",
    re.IGNORECASE,
)
# What a letter or a dispatch begins with: its place.
_DATELINE = re.compile(
    r"(?:^|\n)[ \t*_]*(?!(?:In|At|On|From|Near|Outside)\b)[^\W\d_a-z][\w.’'-]*(?:[ -][^\W\d_a-z][\w.’'-]*){0,3}, $"
)
_CELEBRATED = re.compile(r"\b(?:celebrat|commemorat|mark|observ|call|nam)\w*\s+$", re.IGNORECASE)

# What takes a date as an adjective.
_EVENT = re.compile(
    r"(?:accident|agreement|announcement|anniversar|assassination|assault|attack|attempt|ballot|battle|bombing|celebration|"
    r"ceremon|clash|commemoration|concert|conference|congress|constitution|coup|crash|crisis|data|date|deadline|debate|"
    r"decision|declaration|decree|demonstration|directive|disaster|earthquake|edition|election|event|evening|explosion|"
    r"festivit|fire|game|gathering|hearing|holiday|incident|insurrection|interview|issue|judg|killing|law|letter|"
    r"march|massacre|match|meeting|memorandum|morning|murder|operation|order|parade|plenary|poll|primar|protest|putsch|"
    r"raid|rall|referendum|release|report|resolution|revolution|riot|ruling|session|shooting|shutdown|speech|statement|"
    r"storm|strike|summit|terror|tragedy|treaty|uprising|victor|vote|war)(?:s|es|ies|y|ment|ments)?$"
)


class Placed(NamedTuple):
    """`text` for the characters `start` to `end`."""

    start: int
    end: int
    text: str


def place_date(text: str, reading: Reading, style: Style) -> Placed:
    """The date of `reading` in English, with what has to change before it."""
    written = write_date(reading.date, style.date_order)
    if _in_capitals(reading):
        written = written.upper()
    if reading.stop and ends_sentence(text, reading.end):
        written += "."
    start, prefix = reading.start, ""
    if reading.lead:
        start, prefix = _without_lead(text, reading)
    before = _BEFORE.search(text, max(0, start - 20), start) if reading.date.days else None
    if before is None:
        return Placed(start, reading.end, prefix + written)
    article = before["article"]
    if article.lower() != "the":
        fitting = indefinite_article(written)
        if fitting == article.lower():
            return Placed(start, reading.end, prefix + written)
        fitting = fitting.capitalize() if article[0].isupper() else fitting
        return Placed(before.start("article"), reading.end, f"{fitting} {written}")
    if is_attribute(text, reading.end, before["preposition"]):
        return Placed(start, reading.end, written)
    if article == "The" and text[reading.end : reading.end + 1] == ",":
        prefix = "On "
    return Placed(before.start("article"), reading.end, prefix + written)


def is_dateline(text: str, place: int) -> bool:
    """Whether nothing but a place stands in the line before `place`: Paris, le 7 juillet."""
    return _DATELINE.search(text, max(0, place - 60), place) is not None


def _without_lead(text: str, reading: Reading) -> tuple[int, str]:
    """Where the date begins with its lead, and what English says for the lead."""
    lead = reading.lead
    assert lead is not None
    before = previous_word(text, lead.start).lower()
    is_subject = next_word(text, reading.end).lower() in VERBS
    if (
        before in PREPOSITIONS
        or before == "the"
        or is_subject
        or is_dateline(text, lead.start)
        or _CELEBRATED.search(text, max(0, lead.start - 20), lead.start)
    ):
        return lead.start, ""
    if not lead.english:
        return lead.start, ""
    if _in_capitals(reading):
        return lead.start, lead.english.upper() + " "
    return lead.start, (lead.english.capitalize() if text[lead.start].isupper() else lead.english) + " "


def _in_capitals(reading: Reading) -> bool:
    """Whether the date is of a line in capitals."""
    return reading.month_text.isupper() and not reading.month.abbreviated


def is_attribute(text: str, end: int, preposition: str | None) -> bool:
    """Whether the date that ends at `end` says which: the article before it is then that of the following noun."""
    word = next_word(text, end)
    if not word or is_function_word(word.lower()) or word.lower() in VERBS:
        return False
    if _EVENT.match(word.lower()):
        return True
    if preposition and preposition.lower() == "on":
        return False
    if word[0].isupper():
        return preposition is None
    return not word.endswith(("ed", "ly", "ing")) and (not word.endswith("s") or word.endswith("ss"))
