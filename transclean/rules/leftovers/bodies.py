"""Acronyms beside their English name, and English acronyms with a foreign article or plural."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.english import PLURAL_BEFORE, article_is_its_own, ends_noun_phrase
from transclean.rules.leftovers.acronyms import (
    CYRILLIC,
    GERMANIC_AND_OTHERS,
    ROMANCE,
    acronym_hits,
    acronyms,
    english_list,
)
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.scan import phrase_patterns
from transclean.text.segment import Segment

_ALL = (*ROMANCE, *GERMANIC_AND_OTHERS, *CYRILLIC)
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "against", "with", "de", "a", "an"})


@lru_cache(maxsize=1)
def _english_acronyms() -> dict[str, tuple[str, ...]]:
    """Foreign acronym -> the English ones it may stand for, from the locales and the languages of the glossary."""
    from transclean.glossary import default_termbase

    table = {acronym: list(meanings) for acronym, meanings in acronyms(*_ALL).items()}
    for term in default_termbase().terms:
        for acronym in term.foreign_acronyms:
            if term.abbreviation and acronym != term.abbreviation:
                table.setdefault(acronym, []).append(term.abbreviation)
    return {acronym: tuple(meanings) for acronym, meanings in table.items()}


@lru_cache(maxsize=1)
def _bracketed() -> re.Pattern[str]:
    known = sorted(_english_acronyms(), key=lambda acronym: (-len(acronym), acronym))
    return re.compile(rf"((?:[\w'’.&-]+\s+){{1,12}})\(({'|'.join(map(re.escape, known))})(s?)\)")


def _bracket_triggers() -> list[str]:
    return [re.escape(f"({acronym}{plural})") for acronym in _english_acronyms() for plural in ("", "s")]


def _find_bracketed(segment: Segment, _document: Document) -> Iterator[Hit]:
    for match in _bracketed().finditer(segment.text):
        for english in _english_acronyms()[match[2]]:
            if _abbreviates(english, match[1]) and english != match[2]:
                counted = english in english_list("countable") and match[1].rstrip().endswith("s")
                yield Hit(match.start(2), match.end(3), english + ("s" if counted else match[3]))
                break


def _abbreviates(acronym: str, words: str) -> bool:
    """Whether the last of `words` are what `acronym` stands for: their initials, small words aside, spell it."""
    for pattern in (r"[^\W\d_](?:[\w'’.-]*[\w])?", r"[^\W\d_][\w'’]*"):  # Co-operation as one word, or as two
        parts = [word for word in re.findall(pattern, words) if word.lower() not in _SMALL]
        spelled = ""
        for word in reversed(parts):
            spelled = (word if word.isupper() else word[0].upper()) + spelled
            if spelled == acronym.upper():
                return True
            if len(spelled) >= len(acronym):
                break
    return False


LEFT005 = Rule(
    code="LEFT005",
    name="acronym-in-brackets",
    summary="source-language acronym after the English name",
    why="The name was translated, the acronym in brackets was not. The surest clue there is: the initials of the "
    "English name spell the English acronym, and the table says that the two acronyms belong together. "
    "National bodies, which keep theirs (PSOE, SPD), are in no table.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_bracket_triggers,
    find=_find_bracketed,
    sources=("fr", "es", "it", "pt", "de", "ru"),
    fixes=(
        ("the World Health Organization (OMS)", "the World Health Organization (WHO)"),
        ("the International Monetary Fund (FMI)", "the International Monetary Fund (IMF)"),
        Example("the European Central Bank (EZB)", "the European Central Bank (ECB)", source="de"),
        Example("the United Nations (ООН)", "the United Nations (UN)", source="ru"),
        ("non-governmental organizations (ONGs)", "non-governmental organizations (NGOs)"),
        ("local non-governmental organizations (ONG)", "local non-governmental organizations (NGOs)"),
        ("the Organization for Security and Co-operation in Europe (OSZE)",
         "the Organization for Security and Co-operation in Europe (OSCE)"),
        ("the UN High Commissioner for Refugees (HCR)", "the UN High Commissioner for Refugees (UNHCR)"),
        ("gross domestic product (PIB)", "gross domestic product (GDP)"),
        ("the Working Group on Arbitrary Detention (GTDA)", "the Working Group on Arbitrary Detention (WGAD)"),
    ),
    keeps=(
        "the National Front (FN)",
        "the Spanish Socialist Workers' Party (PSOE)",
        "the Social Democratic Party (SPD)",
        "Doctors Without Borders (MSF)",
        "the order management system (OMS)",
        "the World Health Organization (WHO)",
        "the Tennessee Valley Authority (TVA)",
    ),
)  # fmt: skip


@lru_cache(maxsize=1)
def _articled() -> re.Pattern[str]:
    names = "|".join(sorted(english_list("never_the") | english_list("seldom_the")))
    return re.compile(rf"(?<![\w'’-])([Tt]he)\s+({names})(?![\w+-])")


_AFP = re.compile(
    r"(?:(?<=\btold )|(?<=\baccording to )|(?<=\bby ))the\s+AFP(?![\w-])(?=\s*(?:[.,;)]|$)|\s+(?:that|on|in)\b)"
)
_POSSESSIVE_PLURAL = re.compile(r"(?<![\w'’-])([A-Z]{2,6})['’]s(?!\w)")


# The NATO that emerged, the NATO he had joined: one of several.
_RESTRICTED = re.compile(r" (?:that|which|who|whose|of|I|he|she|we|they|you)\b")


def _find_misused(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _articled().finditer(text):
        if not article_is_its_own(text, match.end()) or _RESTRICTED.match(text, match.end()):
            continue
        if match[2] in english_list("never_the"):
            yield Hit(match.start(), match.end(), match[2])
        elif document.source_is(*ROMANCE):
            yield Hit(match.start(), match.end(), match[2], UNSAFE)
    for match in _AFP.finditer(text):
        # In English the AFP is a police force or an army as well.
        if document.source_may_be("fr") and not document.mentions(r"Australia|Philippine|Federal Police"):
            yield Hit(match.start(), match.end(), "AFP")
    for match in _POSSESSIVE_PLURAL.finditer(text):
        asks_for_plural = PLURAL_BEFORE.search(text[max(0, match.start() - 60) : match.start()])
        is_counted = match[1] in english_list("countable") | english_list("pluralised")
        if asks_for_plural and is_counted and ends_noun_phrase(text, match.end()):
            yield Hit(match.start(), match.end(), match[1] + "s")
    yield from acronym_hits(segment, document, _ALL, only_plurals=True)


def _misuse_triggers() -> list[str]:
    countable = [
        acronym for acronym, meanings in acronyms(*_ALL).items() if meanings.keys() & english_list("countable")
    ]
    return [
        *(
            form
            for name in english_list("never_the") | english_list("seldom_the")
            for form in phrase_patterns(f"he {name}")
        ),
        r"\b(?:told|to|by) the[ \t\r\n]+AFP\b",
        *(rf"\b{acronym}['’]s\b" for acronym in english_list("countable") | english_list("pluralised")),
        *(rf"\b{acronym}s\b" for acronym in countable if acronym.isascii()),
    ]


LEFT006 = Rule(
    code="LEFT006",
    name="acronym-article-or-plural",
    summary="acronym with an article or plural that English does not use",
    why="NATO, UNICEF, UNESCO and their kind are names and take no article, unless it belongs to a noun that "
    "follows (the NATO summit). The plural of an acronym has a plain s (Chicago 7.15); the apostrophe is "
    "touched only after a word that asks for a plural. The press has the UNHCR too: there it is only proposed, "
    "and only in a text from a Romance language.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_misuse_triggers,
    find=_find_misused,
    sources=ROMANCE,
    fixes=(
        ("the NATO said", "NATO said"),
        ("joined the UNICEF", "joined UNICEF"),
        ("several NGO's", "several NGOs"),
        Example("two ONGs", "two NGOs", source="es"),
        ("told the AFP", "told AFP"),
        ("The UNESCO announced the list.", "UNESCO announced the list."),
        ("many NGO's were closed", "many NGOs were closed"),
        ("five MP's and two CEO's resigned.", "five MPs and two CEOs resigned."),
        ("according to the AFP, it is over", "according to AFP, it is over"),
        ("the UNHCR said", "UNHCR said"),
    ),
    keeps=(
        "the NATO summit",
        "the UNICEF report",
        "the NGO's director",
        "the UN said",
        "the EU",
        "the WHO",
        "the AFP journalist",
        "the NATO and EU summits",
        "Both NGO's directors",
        "He told the AFP in Canberra, the Australian Federal Police.",
        "the NATO of tomorrow",
        "the OPEC+ deal",
        "the UNHCR camp",
        "two MP's offices",
        Example("the UNHCR said", source="auto"),
    ),
)

RULES = (LEFT005, LEFT006)
