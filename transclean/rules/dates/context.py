"""What stands around a date or a time, and what it says about it."""

from __future__ import annotations

import re
from functools import lru_cache

from transclean.document import Document
from transclean.language.words import scores
from transclean.rules.dates.names import any_of, listed
from transclean.text.segment import Segment

_PREVIOUS = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)\s+$")
_NEXT = re.compile(r"\s+([^\W\d_]+)")

# Nouns that make the date before them a name, whatever the language: July 4 Street, the March 8 Movement.
_NAMED = re.compile(
    r"[\s-]+(?:(?:street|st|avenue|ave|boulevard|blvd|road|square|plaza|bridge|stadium|park|airport|station|hospital|"
    r"school|university|district|neighbou?rhood|movement|brigades?|party|club|cup|prize|hotel|theat(?:er|re)|front|"
    r"martyrs)\b|(?i:bars?\b)|Day\b)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:film|movie|song|album|book|novel|series|poem|painting|band|magazine|newspaper|called|titled|entitled|named)"
    r"\s+[\"“‘'«「]?$",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[^\W\d_])|\n")


_LONGEST_LABEL = 4  # words


def previous_word(text: str, place: int) -> str:
    """The word that ends before `place`, white space between; empty if there is none."""
    match = _PREVIOUS.search(text, max(0, place - 40), place)
    return match[1] if match else ""


def next_word(text: str, place: int) -> str:
    """The word that begins after `place`, white space between; empty if punctuation or the end comes first."""
    match = _NEXT.match(text, place)
    return match[1] if match else ""


@lru_cache(maxsize=1024)
def is_function_word(word: str) -> bool:
    """Whether `word` is one of the commonest of English: the, was, they."""
    return "en" in scores(word)


def ends_sentence(text: str, end: int) -> bool:
    """Whether the stop of an abbreviation before `end` is the sentence's too: a small word follows with a capital, or
    nothing, and what it ends is more than a heading or a part of a list.
    """
    if not text[end:].strip():
        return text.lstrip()[:1].isupper() and len(text.split()) > _LONGEST_LABEL
    following = next_word(text, end)
    return following[:1].isupper() and is_function_word(following)


def is_part_of_name(text: str, start: int, end: int) -> bool:
    """Whether the date at `start` to `end` names a street, a movement, a work: these keep their form."""
    return bool(
        _NAMED.match(text, end)
        or _goes_on_as_name(text, start, end)
        or _after_names().match(text, end)
        or _TITLED.search(text, max(0, start - 30), start)
        or _before_names().search(text, max(0, start - 30), start)
    )


# Letters that English words do not have, in a word with a capital.
_FOREIGN_NAME = re.compile(r"\s(?=[^\W\d_a-z]\w*[^\x00-\x7f])(?!\w+['’])[^\W\d_]+\s[^\W\d_a-z]")


def _goes_on_as_name(text: str, start: int, end: int) -> bool:
    """Whether words of a foreign name follow: 15 Temmuz Şehitler Köprüsü; not `on 15 Temmuz Erdoğan said`."""
    return _FOREIGN_NAME.match(text, end) is not None and not is_function_word(previous_word(text, start).lower())


@lru_cache(maxsize=1)
def _after_names() -> re.Pattern[str]:
    """What makes an address of the date before it: a kind of street or place, or the number of a house."""
    return re.compile(
        rf"[\s-]+(?:(?:{any_of(listed('names_after'))})(?!\w)|\d{{1,3}}[a-z]?(?=[.,;)]?(?:\s|\Z))(?!\s[a-z]|[.,]\s[a-z]))"
    )


@lru_cache(maxsize=1)
def _before_names() -> re.Pattern[str]:
    # In between, what joins the two in any language: rue du, Platz des, Praça 15.
    return re.compile(
        rf"(?<!\w)(?:{any_of(listed('names_before'))})(?:\s+(?:du|de|del|des|da|do|la|der|van))?\s+$", re.IGNORECASE
    )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, roughly, that holds characters `start` to `end`; of a long one what is near."""
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    breaks = [m.end() for m in _SENTENCE_BREAK.finditer(text, first, start)]
    following = _SENTENCE_BREAK.search(text, end, last)
    return (breaks[-1] if breaks else first), (following.start() if following else last)


_NEAR = 400
"""Characters on either side that are looked at, so that the work is linear in the length of a paragraph."""


def is_foreign_around(segment: Segment, start: int, end: int, document: Document) -> bool:
    """Whether what is around the characters is not English: an untranslated sentence, or a quotation without English.

    Half a translation would be worse than none. In a quotation the words must show that it is English: the
    pipeline looks for foreign words there, but `"Vive le 14 juillet !"` has none it knows.
    """
    text = segment.text
    first, last = sentence_around(text, start, end)
    if document.is_foreign(text[first:start] + " " + text[end:last]):
        return True
    quotation = segment.quotation_at(start, end)
    if quotation is None:
        return False
    quoted = text[max(quotation.start, start - _NEAR) : start] + " " + text[end : min(quotation.end, end + _NEAR)]
    return "en" not in scores(quoted)


def source_language(document: Document) -> str | None:
    """The language the document was translated from, if it is set or clear."""
    return document.source if document.source != "auto" else document.guess.language
