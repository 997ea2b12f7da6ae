"""References to laws: `Art. 210`, `art. 5, al. 2`, `§ 312d BGB`, and what engines make of their abbreviations.

English spells article, paragraph and section out in running text (UN Editorial Manual: in lower case).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.numbers.context import mark_before, word_before
from transclean.rules.numbers.vocabulary import alternation, word_set
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_NUMBER = r"\d{1,4}(?:[a-z]|\.\d+)?(?![\w.-]?\d)"  # more figures are an item number: арт. 510704


def _forms(key: str) -> list[str]:
    return [form for locale in source_locales() for form in locale.section("numbers").get("legal", {}).get(key, ())]


@lru_cache(maxsize=1)
def _reference() -> re.Pattern[str]:
    articles = [f for form in _forms("article") for f in (form, form.capitalize())]
    return re.compile(
        rf"(?<![\w.\ufffc-])(?P<word>{alternation(articles)})\s?(?P<article>{_NUMBER})"
        rf"(?:,?\s(?P<sub>{alternation(_forms('paragraph'))})\s?(?P<paragraph>{_NUMBER}))?"
        rf"(?=[,;:.)\]\s]|\Z)(?!\s(?!of|and|or|et|in|on|to|for|the|is|was|as|by|are|has|which|that|par|with|from|al|Abs)[a-z])"
    )


# In lower case `art.` is also the end of a sentence about art: it must be governed.
_GOVERNORS = word_set("under of in by to with and or see per from violates violating cf pursuant on the")


@lru_cache(maxsize=1)
def _section() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.§\ufffc]\s)(?<![\w.§])(?P<sign>§§?)\s?(?P<number>\d{1,4}[a-z]?)(?![\w.]?\d)(?P<law>\s[A-Z]\w*[A-Z]\b)?"
    )


def _references(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    style = document.style.legal
    if style != "art.":
        for match in _reference().finditer(text):
            if match["word"][0].islower() and not _governed(text, match.start()):
                continue
            opens = match["word"][0].isupper() and not mark_before(text, match.start())
            paragraph = f", paragraph {match['paragraph']}" if match["paragraph"] else ""
            yield Hit(
                match.start(),
                match.end(),
                f"{style.capitalize() if opens else style} {match['article']}{paragraph}",
            )
    for match in _section().finditer(text):
        if match["law"] or _OF_A_LAW.match(text, match.end()) or document.source_is("de", "pl", "uk"):
            word = "sections" if match["sign"] == "§§" else "section"
            # American usage capitalises a section of a named code, British and UN usage does not.
            american = style == "Article" and document.style.date_order == "mdy"
            written = word.capitalize() if american else word
            yield Hit(match.start(), match.end("number"), f"{written} {match['number']}")


_OF_A_LAW = re.compile(r"\sof\s(?:the\s)?(?:[A-Z]\w*\s){0,4}(?:Act|Code|Constitution|Law|Statute|Treaty)\b")


def _governed(text: str, start: int) -> bool:
    """Whether a reference can begin at `start`: at the beginning, after a bracket, a comma or a preposition."""
    return mark_before(text, start) in ("(", "[", ",", ";", ":", "") or word_before(text, start).lower() in _GOVERNORS


_LAW = r"(?:Criminal|Civil|Penal|Labou?r|Tax(?:es)?|Administrative|Family|Housing|Code|Constitution|CC|Russian|Law)"


@lru_cache(maxsize=1)
def _mistaken() -> re.Pattern[str]:
    return re.compile(
        r"(?P<spoon>(?<![^.]\s\d\s)(?<![½¼¾⅓] )\b[Tt]bsp\.?\s(?P<spoon_number>\d{2,4}(?:\.\d+)?))"
        r"(?!\s(?:of\s)?(?:oil|sugar|butter|flour|salt|water))"
        rf"|(?P<street>\bst\.\s(?P<street_number>\d{{1,4}}(?:\.\d+)?))(?=\s(?:of\s)?(?:the\s)?(?:\w+\s)?{_LAW})"
        r"|(?P<city>(?<![\d.] )(?<![\w.])g\.\s(?P<town>[A-Z][a-z]{2,}))"
        r"|(?P<year>(?:(?<=[Ii]n )|(?<=of )|(?<=since )|(?<=by ))(?P<number>1[5-9]\d\d|20\d\d)\sg\.)"
    )


def _mistranslations(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _mistaken().finditer(segment.text):
        proposal = (
            f"Article {match['spoon_number'] or match['street_number']}"
            if match["spoon"] or match["street"]
            else match["town"] or match["number"]
        )
        yield Hit(match.start(), match.end(), proposal)


NUM030 = Rule(
    code="NUM030",
    name="legal-reference",
    summary="Abbreviated reference to an article, paragraph or section of a law",
    why=(
        "English spells article, paragraph and section out in running text; un style in lower case. `art.` must "
        "stand where a reference can (after a preposition, comma or bracket), five figures are an item number, "
        "and `§` is the norm in American citations, so it is read only before a foreign code or in a text from "
        "German, Polish or Ukrainian."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        rf"(?:{alternation(f for form in _forms('article') for f in (form, form.capitalize()))})[ \u00a0\n]?\d",
        r"§[ \u00a0\n]?\d",
    ),
    find=_references,
    sources=("fr", "de", "es", "it", "ru", "uk", "pl"),
    fixes=(
        Example("under Art. 210", "under Article 210"),
        Example("(art. 270 of the Penal Code)", "(Article 270 of the Penal Code)"),
        Example("art. 5, al. 2", "article 5, paragraph 2", style="un"),
        Example("§ 312d BGB", "section 312d BGB", style="uk"),
        Example("Art. 5 Abs. 2", "Article 5, paragraph 2", source="de"),
        Example("under ст. 105 of the Criminal Code", "under Article 105 of the Criminal Code", source="ru"),
    ),
    keeps=(
        "Art. is long",
        "art. 510704 (item number)",
        "Art Deco",
        "§",
        "modern art. 5 works",
        "see art.5.txt",
        "42 U.S.C. § 1983",
        "She loves art. 5 paintings were sold.",
    ),
)

NUM031 = Rule(
    code="NUM031",
    name="mistranslated-legal-abbreviation",
    summary="Legal or place abbreviation mistranslated from Russian",
    why=(
        "Russian ст. is both article and tablespoon, г. both town, year and gram: small engines write `tbsp. 217` "
        "and `st. 105` for Article, `g. Moscow`, `in 2020 g.`. What was meant is a guess, so it is only reported; "
        "recipes have the number before the spoon."
    ),
    safety=FLAG,
    stage=Stage.NUMBERS,
    trigger=(r"\b[Tt]bsp\.? \d", r"\bst\. \d", r"\bg\. [A-Z]", r"\b[12]\d{3} g\."),
    find=_mistranslations,
    sources=("ru", "uk"),
    fixes=(
        Example("Abs. 2 p. 3 tbsp. 217 Taxes of the Russian Federation", flag="tbsp. 217", suggest="Article 217"),
        Example("under st. 105 of the Criminal Code", flag="st. 105", suggest="Article 105"),
        Example("born in g. Moscow", flag="g. Moscow", suggest="Moscow"),
        Example("in 2020 g.", flag="2020 g.", suggest="2020"),
    ),
    keeps=(
        "2 tbsp. of sugar",
        "St. 105 Street",
        "weighs 20 g.",
        "1 tbsp. oil",
    ),
)

RULES = (NUM030, NUM031)
