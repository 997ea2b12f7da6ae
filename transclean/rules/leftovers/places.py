"""Names of countries and cities left in the source language, and the many names of the United States."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales import load_locale
from transclean.rules.english import ends_noun_phrase
from transclean.rules.names.person import begins_sentence
from transclean.rules.rule import SAFE, UNSAFE, Example, Find, Hit, Rule, Stage
from transclean.rules.substitution import Noun, replace_noun
from transclean.scan import phrase_patterns
from transclean.style import Style
from transclean.text.segment import Segment

_LANGUAGES = ("fr", "es", "de", "it", "pt", "pl", "nl")

# What stands before the name of a place in English. A foreign or capitalised word there makes it part of a name.
_ENGLISH_BEFORE = re.compile(
    r"\b(?:in|from|to|of|near|between|and|or|at|for|with|against|by|towards?|into|through|via|around|across|outside|inside"
    r"|leave|left|leaving|visit|visited|visiting|reach|reached|than|like|over|on|the)\s+\Z",
    re.IGNORECASE,
)
_THE_BEFORE = re.compile(r"\b[Tt]he\s+\Z")
_NAME_AFTER = re.compile(r"\s+(?:[A-ZÀ-Þ]|\d|de\b|del\b|du\b|der\b|für\b|di\b)|[-/&]\w|\s*\(")


# The United States.


@lru_cache(maxsize=1)
def _american_names() -> tuple[str, ...]:
    names = {
        name
        for code in _LANGUAGES
        for name in load_locale(code).section("words").get("names", {}).get("united_states", [])
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=1)
def _american() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"[ \u00a0]?") for name in _american_names())
    return re.compile(rf"(?<![\w'’.-])(?:(?P<foreign>{names})|U\. S\.)(?![\w-])")


_FOREIGN_BEFORE = re.compile(r"(?:\b(?:de|los|les|des|aux|dos|nos|degli|negli|gli|das|del|os|en|em)|[lLdD]['’])\s*\Z")
_DETERMINER_BEFORE = re.compile(r"\b(?:the|a|an|this|that|its|their|our|every|each|[Tt]he|[Aa]n?)\s+\Z")


def _find_american(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _american().finditer(text):
        start, end = match.span()
        before = text[max(0, start - 40) : start]
        name = match["foreign"]
        if name is None:
            # Initials of a person are written apart: U. S. Grant. So is the court's reporter: 347 U. S. 483.
            if before[-2:-1].isdigit():
                continue
            if not re.match(r"\s+[A-Z]", text[end:]) or _DETERMINER_BEFORE.search(before):
                yield Hit(start, end, "U.S.")
            continue
        if _FOREIGN_BEFORE.search(before) or _is_quoted_title(segment, start, end):
            continue
        if name == "EUA" and not _is_brazilian(document, text, start, end):
            continue
        yield _american_hit(text, start, end, document)


# What a country does at the beginning of a sentence, or another country beside it.
_COUNTRY_AFTER = re.compile(
    r",?\s(?:and\s(?:the\s)?(?:[A-Z][a-z]+|E\.?U\.?|UK|U\.K\.)\b|will\b|has\b|have\b|said\b|announced\b|wants?\b)"
)


def _is_brazilian(document: Document, text: str, start: int, end: int) -> bool:
    """Whether EUA means the country, and not an emission allowance or a product."""
    before = text[max(0, start - 40) : start]
    placed = _ENGLISH_BEFORE.search(before) or _COUNTRY_AFTER.match(text, end)
    return document.source_is("pt", "es") and placed is not None and not _NAME_AFTER.match(text, end)


def _american_hit(text: str, start: int, end: int, document: Document) -> Hit:
    name = document.style.united_states
    # The stop of EE.UU. may also have ended the sentence; then the English name needs one of its own.
    closing = text[end - 1] == "." and not text[end:].strip() and not name.endswith(".")
    if _DETERMINER_BEFORE.search(text[max(0, start - 12) : start]) or not ends_noun_phrase(text, end):
        begin, stop, written = replace_noun(text, start, end, Noun(name))
    else:
        begin, stop, written = start, end, f"{'The' if _opens_sentence(text, start, end) else 'the'} {name}"
    return Hit(begin, stop, written + ("." if closing else ""))


def _opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins at `start`: after another, or a text that ends like one."""
    if text[:start].strip():
        return begins_sentence(text, start)
    return text.rstrip()[-1:] in {".", "!", "?"} and bool(text[end:].strip())


def _is_quoted_title(segment: Segment, start: int, end: int) -> bool:
    """Whether it stands in a short quotation that may be a slogan or title: `"EE.UU. primero"`."""
    quotation = segment.quotation_at(start, end)
    return quotation is not None and len(segment.text[quotation.start : quotation.end].split()) <= 5


def _american_triggers() -> list[str]:
    names = [re.escape(name).replace(r"\ ", "[ \u00a0]?") for name in _american_names()]
    return [*names, r"\bU\. S\."]


LEFT004 = Rule(
    code="LEFT004",
    name="united-states",
    summary="foreign or spaced name of the United States",
    why="EE.UU., É.-U. and EUA are the Spanish, French and Portuguese abbreviations; English writes U.S. (AP), US "
    "(British papers) or United States (UN), with an article unless a noun follows. The abbreviation of the "
    "country is written close (AP, Chicago 10.4); the initials of persons (U. S. Grant) stay.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_american_triggers,
    find=_find_american,
    sources=("es", "fr", "pt", "it"),
    fixes=(
        ("exports to EE.UU. fell", "exports to the U.S. fell"),
        Example("EE. UU. and China", "the US and China", style="uk"),
        ("the EEUU government", "the U.S. government"),
        Example("from EUA", "from the United States", source="pt", style="un"),
        ("the U. S. army", "the U.S. army"),
        ("the Estados Unidos embassy", "the U.S. embassy"),
        Example("He moved to États-Unis in May.", "He moved to the US in May.", source="fr", style="uk"),
        Example("He lives in EE.UU.", "He lives in the United States.", style="un"),
        ("He lives in EE.UU.", "He lives in the U.S."),
        ("It is over. EE.UU. said so on Monday.", "It is over. The U.S. said so on Monday."),
        Example("The EUA president", "The U.S. president", source="pt"),
        Example("EUA and China signed the agreement.", "The U.S. and China signed the agreement.", source="pt"),
    ),
    keeps=(
        "the U.S. army",
        "EUA Ultra",
        "EU, US and UK",
        '"EE.UU. primero"',
        "General U. S. Grant",
        "el Partido Socialista de los Estados Unidos",
        Example("the price of an EUA rose", source="auto"),
    ),
)


# Countries and cities.


# Names of countries that take an article in English.
_WITH_ARTICLE = frozenset({"US", "GB", "AE", "NL", "PH", "BS", "MV", "DO", "CF", "GM", "SB", "MH", "KM", "SC"})
# Names that the press writes otherwise than the United Nations, which CLDR follows (AP Stylebook).
_IN_THE_PRESS = {"Türkiye": "Turkey", "Côte d’Ivoire": "Ivory Coast"}
# Names of countries in some language that are first names or words of English as well.
_NOT_A_COUNTRY = frozenset(
    {"maurice", "dominique", "mauricio", "maurício", "maurizio", "salvador", "martinica", "island", "argentine"}
)


@lru_cache(maxsize=16)
def _countries(language: str) -> dict[str, str]:
    """Country names of `language` that are no names in English -> the English ones, from CLDR."""
    from babel import Locale

    english = Locale("en").territories
    taken = {_plain(name) for name in english.values()} | _NOT_A_COUNTRY
    # `Congo - Kinshasa`, `Hong Kong SAR China` and `Myanmar (Burma)` are labels, not names to write in a sentence.
    label = re.compile(r" - | \(| SAR |&")
    taken |= {_plain(label.split(name)[0]) for name in english.values()}
    names = {}
    for code, name in Locale.parse(language).territories.items():
        written = english.get(code, "")
        if len(code) != 2 or not code.isalpha() or label.search(name) or label.search(written) or _plain(name) in taken:
            continue
        names[name] = f"the {written}" if code in _WITH_ARTICLE else written
    return names


def _plain(name: str) -> str:
    return name.replace("’", "'").casefold()


def _cities(language: str) -> dict[str, str]:
    places: dict[str, str] = load_locale(language).section("words").get("places", {})
    return places


@lru_cache(maxsize=32)
def _place_pattern(kind: str, language: str) -> re.Pattern[str]:
    names = _TABLES[kind](language)
    return re.compile(rf"(?<![\w'’.-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


_TABLES: dict[str, Callable[[str], dict[str, str]]] = {"country": _countries, "city": _cities}


def _find_places(kind: str) -> Find:
    def find(segment: Segment, document: Document) -> Iterator[Hit]:
        for language in _LANGUAGES:
            if not document.source_is(language):
                continue
            for match in _place_pattern(kind, language).finditer(segment.text):
                hit = _place_hit(segment, match, _TABLES[kind](language)[match.group()], document.style)
                if hit:
                    yield hit

    return find


def _place_hit(segment: Segment, match: re.Match[str], english: str, style: Style) -> Hit | None:
    text = segment.text
    before = text[max(0, match.start() - 20) : match.start()]
    if not _ENGLISH_BEFORE.search(before) or _NAME_AFTER.match(text, match.end()):
        return None
    if _is_quoted_title(segment, match.start(), match.end()):
        return None
    if style.name != "un":
        english = _IN_THE_PRESS.get(english, english)
    if _THE_BEFORE.search(before):
        if ends_noun_phrase(text, match.end()):
            return None  # `the Maroc` may be a paper or a ship; `the Maroc team` is the country's
        english = english.removeprefix("the ").removeprefix("The ")
    return Hit(match.start(), match.end(), english)


def _place_triggers(kind: str) -> list[str]:
    names = {name for language in _LANGUAGES for name in _TABLES[kind](language)}
    # Boundaries are dear by the thousand: only short names, which begin longer words, have them.
    short = [rf"\b{re.escape(name)}\b" for name in sorted(names) if len(name) <= 6 and name.isascii()]
    return short + [
        pattern for name in sorted(names) for pattern in phrase_patterns(name) if len(name) > 6 or not name.isascii()
    ]


LEFT009 = Rule(
    code="LEFT009",
    name="foreign-country-name",
    summary="country name left in the source language",
    why="English has its own name (CLDR). Only with the source language known, after an English word that a place "
    "name follows, and with no capitalised or foreign word beside it: parties, papers, firms and persons keep "
    "theirs (Radio France, Francia Márquez).",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=lambda: _place_triggers("country"),
    find=_find_places("country"),
    sources=_LANGUAGES,
    fixes=(
        ("elections in Allemagne", "elections in Germany"),
        Example("between Francia and Alemania", "between France and Germany", source="es"),
        Example("from Frankreich", "from France", source="de"),
        ("the Maroc team", "the Morocco team"),
        ("In Allemagne and Turquie, he said", "In Germany and Turkey, he said"),
        Example("from Turquie", "from Türkiye", style="un"),
        Example("He fled to Szwajcaria last year.", "He fled to Switzerland last year.", source="pl"),
    ),
    keeps=(
        "Bürger für Deutschland",
        "Deutsche Bank",
        "Francia Márquez",
        "Air Maroc",
        "Radio France",
        "TV España",
        "Côte d'Ivoire",
        "Süddeutsche Zeitung",
        "Alternative für Deutschland",
        "a film with Maurice in it",
        Example("the Bild and Deutschland Radio", source="de"),
    ),
)

LEFT010 = Rule(
    code="LEFT010",
    name="foreign-city-name",
    summary="city name left in the source language",
    why="English has its own name for the city (UNGEGN lists of exonyms). Clubs, universities, stations and films "
    "keep the local one, so a capitalised word or a number beside it silences the rule, as does an unknown "
    "source language.",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=lambda: _place_triggers("city"),
    find=_find_places("city"),
    sources=_LANGUAGES,
    fixes=(
        ("talks in Genève", "talks in Geneva"),
        ("from Moscou to Pékin", "from Moscow to Beijing"),
        Example("in Nueva York", "in New York", source="es"),
        Example("near Mailand", "near Milan", source="de"),
        Example("in Ginebra", "in Geneva", source="es"),
        Example("the Parijs police", "the Paris police", source="nl"),
    ),
    keeps=(
        "1. FC Köln",
        "Wien (Schiele)",
        "Université de Genève",
        "Rapid Wien",
        "Ginebra San Miguel",
        "Londres 38",
        "Bruxelles Midi",
        "Le Caire 52",
        "a degree from Genève Business School",
        'the film "Londres"',
    ),
)

RULES = (LEFT004, LEFT009, LEFT010)
