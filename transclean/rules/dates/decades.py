"""Decades: `the 80's`, `the 30-ies`, `the years 60`, `les années 80`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.dates.context import is_foreign_around, is_function_word, previous_word
from transclean.rules.dates.names import any_of, listed
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

_POSSESSIVE = re.compile(r"(?P<mark>['’]?)(?P<century>1\d|20)?(?P<decade>\d0)['’]s\b")
_QUALIFIED = re.compile(r"(?:\b(?:the|early|late|mid)\s+|\b(?:mid|pre|post|early|late)-)$", re.IGNORECASE)
_AFTER_DECADE = re.compile(r"\d0['’]?s\s+(?:and|or|to)\s+$")
_OF_AGE = re.compile(
    r"\b(?:(?:his|her|their|my|our|your)\b(?:(?!\bthe\b)[^.;]){0,20}|(?:temperatures?|highs|lows)\b[^.;]{0,20})$",
    re.IGNORECASE,
)
_OF_CENTURY = re.compile(r"\s+of\s+the\s+(\d{1,2})(?:st|nd|rd|th)\s+century")
_NEXT = re.compile(r"\s+([^\W\d_]+)")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    yield from _find_possessive(segment.text, document)
    for match in _named().finditer(segment.text):
        if match["years"] and not _is_decade(segment.text, match):
            continue
        if not is_foreign_around(segment, match.start(), match.end(), document):
            yield _hit(segment.text, match)


def _find_possessive(text: str, document: Document) -> Iterator[Hit]:
    """`the late 80's`; before a noun it may be a true possessive (1980's best film), so it is only reported."""
    style = document.style
    for match in _POSSESSIVE.finditer(text):
        start = match.start()
        before = text[max(0, start - 40) : start]
        qualified = _QUALIFIED.search(before) or _AFTER_DECADE.search(before)
        of_age = _OF_AGE.search(before)
        if not qualified and re.search(r"[\w.,$€£#+-]$", before):
            continue  # the A-10's gun
        decade = match["century"] or ""
        if not decade and not (qualified or of_age):
            continue
        short = ""
        if not decade and not of_age and not _OF_CENTURY.match(text, match.end()):
            short = style.apostrophe if style.short_decades else "19"
        if match["mark"] and decade:
            start += 1  # a quotation mark
        yield Hit(start, match.end(), f"{short}{decade}{match['decade']}s", _safety(text, match.end(), document))


def _safety(text: str, end: int, document: Document) -> Safety:
    """The 1980's was the norm of many American papers, so it is safe to change only where a style is set."""
    following = _NEXT.match(text, end)
    plain = following is None or is_function_word(following[1].lower()) or following[1] in ("early", "late", "mid")
    if not plain:
        return FLAG
    return SAFE if document.style.explicit else UNSAFE


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """Decades named by a word or ending of some language around the figures."""
    figures = r"(?:(?P<century{0}>1\d|20)(?=\d0))?(?P<decade{0}>[02-9]0)"
    before, after = any_of(listed("decades_before")), any_of(listed("decades_after"))
    return re.compile(
        r"(?<![\w.,-])(?P<article>(?:the|les|los|gli|os|die)\s+)?(?P<qualifier>(?:early|late|mid)[\s-]+)?(?:"
        + rf"{figures.format('_e')}(?:-?t?ies\b|-s\b)"
        + r"|(?P<years>years)\s+['’]?(?P<decade_y>[2-9]0)(?![\w%]|[.,-]\d)"
        + rf"|(?:{before})\s+['’]?{figures.format('_b')}(?![\w%]|[.,]\d)"
        + rf"|{figures.format('_a')}(?:{after})(?!\w)(?:\s+(?:years|Jahre|years)\b)?)"
    )


_ELAPSED = re.compile(r"\b(?:over|through|throughout|across|last|past|next)\s+$", re.IGNORECASE)


def _is_decade(text: str, match: re.Match[str]) -> bool:
    """Whether `the years 60` is a decade, not a count: over the years 60 people …"""
    following = _NEXT.match(text, match.end())
    if re.match(r" (?:and|to|or) \d+ (?:CE|BCE|AD|BC|A\.D\.|B\.C\.)", text[match.end() : match.end() + 16]):
        return False  # between the years 60 and 70 CE
    if not (match["article"] or "").startswith("the") or _ELAPSED.search(
        text, max(0, match.start() - 20), match.start()
    ):
        return False
    if following is None:
        return True
    return is_function_word(following[1].lower()) and following[1] not in ("to", "percent", "or")


def _hit(text: str, match: re.Match[str]) -> Hit:
    groups = match.groupdict()
    decade = next(value for key, value in groups.items() if key.startswith("decade") and value)
    century = next((value for key, value in groups.items() if key.startswith("century") and value), None)
    if century is None:
        named = _OF_CENTURY.match(text, match.end())
        century = str(int(named[1]) - 1) if named else "20" if decade in ("00", "10") else "19"
    start, article = match.start(), "the " if match["article"] else ""
    qualifier = match["qualifier"] or ""
    if not article and previous_word(text, start).lower() in _TAKE_ARTICLE:
        article = "the "
    if _OF_AGE.search(text, max(0, start - 40), start):
        century = ""
    return Hit(start, match.end(), f"{article}{qualifier}{century}{decade}s")


_TAKE_ARTICLE = frozenset({"in", "of", "from", "since", "during", "until", "by", "to", "throughout", "between", "and"})


def _triggers() -> list[str]:
    after = "|".join(re.escape(word).replace("\\ ", " ") for word in listed("decades_after"))
    before = any_of(listed("decades_before")).replace("\\s+", " ")
    return [
        r"\b(?:1\d|20)?\d0['’]s\b",
        r"\d0-?t?ies\b|\d0-s\b",
        r"\byears ['’]?[2-9]0\b",
        rf"(?:{before}) ['’]?(?:1\d|20)?\d0",
        rf"\d0(?:{after})",
    ]


DATE017 = Rule(
    code="DATE017",
    name="decade",
    summary="Decade in the form of the source, or with the apostrophe of a possessive",
    why=(
        "The 1980s and the '80s (AP) take no apostrophe before the s; the years 60, the 30-ies and anni 80 are no "
        "English. Before a noun 80's may be a true possessive or somebody's style: only reported. Ages and "
        "temperatures (in his 80's) get no century."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=_triggers,
    find=_find,
    sources=("fr", "es", "it", "pt", "ru", "de", "pl", "nl", "tr", "uk"),
    fixes=(
        ("in the late 80's", "in the late '80s"),
        ("By the mid-2000's", "By the mid-2000s"),
        ("in the 30-ies", "in the 1930s"),
        Example("in the années 80", "in the 1980s", source="fr"),
        Example("in the years 60", "in the 1960s", source="it"),
        Example("in the 80ties", "in the 1980s", source="de"),
        Example("in the late 80's", "in the late 1980s", style="un"),
        ("at the beginning of the years 70, the country grew", "at the beginning of the 1970s, the country grew"),
        ("She was in her 80's.", "She was in her 80s."),
        ("She joined his band in the late 60's.", "She joined his band in the late '60s."),
        ("the late 80's and early 90's", "the late '80s and early '90s"),
        ("In the early 70's and 80's, it fell", "In the early '70s and '80s, it fell"),
        Example("It was the music of the 80er Jahre", "It was the music of the 1980s", source="de"),
        Example("He left Russia in the 90-х годах", "He left Russia in the 1990s", source="ru"),
        Example("the songs of anni 60", "the songs of the 1960s", source="it"),
        Example("It was in los años 80 that he left", "It was in the 1980s that he left", source="es"),
        Example("in the years 90 of the 19th century", "in the 1890s of the 19th century"),
    ),
    keeps=(
        "the 80's engine room",
        "a 1980's policy",
        "the years 1859-1871",
        "in his 80s",
        "temperatures in the 80s",
        "the last five years 316 cinemas closed",
        "the A-10's gun",
        "Over the years 60 people have died.",
        "in the '80s",
        "the 747's wings",
    ),
)

RULES = (DATE017,)
