"""Names of months and weekdays left in the source language, with no figures beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from transclean.document import Document
from transclean.rules.dates.context import is_foreign_around, next_word, source_language
from transclean.rules.dates.names import ENGLISH, Name, choose, has_capitals, month_names, weekday_names
from transclean.rules.dates.triggers import GAP, each_after, each_before, foreign_months, foreign_weekdays
from transclean.rules.english import MONTHS, WEEKDAYS
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_MONTH_LANGUAGES = ("fr", "es", "de", "it", "pt", "nl")
_WEEKDAY_LANGUAGES = ("fr", "es", "de", "it", "pt", "nl", "ru")
_BEFORE_MONTH = r"(?:in|by|since|until|till|from|of|last|next|early|late|mid|this|during)"
_BEFORE_WEEKDAY = r"(?:on|last|next|this|every|each|until|since)"

_MONTH = re.compile(rf"\b{_BEFORE_MONTH}[\s-]+(?=(?P<name>[^\W\d_]+)\b)", re.IGNORECASE)
_WEEKDAY = re.compile(
    rf"\b{_BEFORE_WEEKDAY}\s+(?=(?P<name>[^\W\d_]+(?:-feira)?)\b)|(?<![\w-])(?P<timed>[^\W\d_]+)(?=\s+(?:at|à)\s+\d)",
    re.IGNORECASE,
)


def _find_month(segment: Segment, document: Document) -> Iterator[Hit]:
    yield from _find(_MONTH, month_names(), MONTHS, 1, _MONTH_LANGUAGES, segment, document)


def _find_weekday(segment: Segment, document: Document) -> Iterator[Hit]:
    yield from _find(_WEEKDAY, weekday_names(), WEEKDAYS, 0, _WEEKDAY_LANGUAGES, segment, document)


def _find(
    pattern: re.Pattern[str],
    names: Mapping[str, tuple[Name, ...]],
    english: tuple[str, ...],
    first: int,
    languages: tuple[str, ...],
    segment: Segment,
    document: Document,
) -> Iterator[Hit]:
    """Names after a preposition of time. One in another case than its language's may be a person's or a title."""
    text = segment.text
    for match in pattern.finditer(text):
        group = match.lastgroup or "name"
        word = match[group]
        name = choose(names.get(word.lower(), ()), word, source_language(document))
        if name is None or name.language == ENGLISH or name.abbreviated or name.ambiguous:
            continue
        if name.language not in languages or not document.source_may_be(name.language):
            continue
        start, end = match.span(group)
        if word[0].isupper() != has_capitals(name.language) or next_word(text, end)[:1].isupper():
            continue
        if not text[end : end + 2].strip().isdigit() and not is_foreign_around(segment, start, end, document):
            yield Hit(start, end, english[name.number - first])


def _unmistakable_months() -> list[str]:
    names = month_names()
    return [word for word in foreign_months(*_MONTH_LANGUAGES) if not all(name.ambiguous for name in names[word])]


DATE005 = Rule(
    code="DATE005",
    name="foreign-month-alone",
    summary="Month in the source language",
    why=(
        "A month's name after a preposition of time, without day or year (in août, until Dezember). Those that are "
        "names or words of English are never taken alone (Mars, Mai, Juni, Julio, Marzo)."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=lambda: each_after(rf"\b{_BEFORE_MONTH}[ -]{GAP}", _unmistakable_months()),
    find=_find_month,
    sources=_MONTH_LANGUAGES,
    fixes=(
        Example("since août", "since August", source="fr"),
        Example("until Dezember", "until December", source="de"),
        Example("in febrero", "in February", source="es"),
        Example("early luglio", "early July", source="it"),
        Example("in mid-octobre", "in mid-October", source="fr"),
    ),
    keeps=(
        "from Mars to Earth",
        "in Mai Lan's film",
        "by Avril Lavigne",
        "since Marzo's book",
        "in Rio de Janeiro",
        "since Juni met her",
    ),
)

DATE006 = Rule(
    code="DATE006",
    name="foreign-weekday",
    summary="Weekday in the source language",
    why=(
        "A weekday after on, last, next or every, or before a time (mardi at 3 p.m.). Titles and feasts "
        "stay (Mardi Gras), as does what has a capital that the language does not write."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=lambda: (
        *each_after(rf"\b{_BEFORE_WEEKDAY}{GAP}", foreign_weekdays(*_WEEKDAY_LANGUAGES)),
        *each_before(foreign_weekdays(*_WEEKDAY_LANGUAGES), r" (?:at|à) \d"),
    ),
    find=_find_weekday,
    sources=_WEEKDAY_LANGUAGES,
    fixes=(
        Example("on mardi", "on Tuesday", source="fr"),
        Example("He said this on maandag in the House.", "He said this on Monday in the House.", source="nl"),
        Example("last Dienstag", "last Tuesday", source="de"),
        Example("every viernes", "every Friday", source="es"),
        Example("this lunedì", "this Monday", source="it"),
        Example("The talks begin mardi at 3 p.m.", "The talks begin Tuesday at 3 p.m.", source="fr"),
    ),
    keeps=(
        "Mardi Gras",
        "on Mardi Gras",
        "Welt am Sonntag",
        "Santo Domingo",
        "Dimanche in Paris (film)",
        "Casual Vendredi is a band",
        "Tageszeitung vom Dienstag",
    ),
)

RULES = (DATE005, DATE006)
