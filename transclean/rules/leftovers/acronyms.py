"""Acronyms left in the source language: `the ONU`, `a FMI loan`, `the EZB`, `the ООН`.

One mechanism for every language. The tables: each language's acronyms in its locale file (`[words.acronyms]`),
what the letters mean in English besides in `en.toml` (`unmistakable`, `[words.ambiguous]`), so that a new acronym
is one line of data.

The letters alone prove nothing (OMS is also an order management system), so two clues are asked for out of four: the
acronym means nothing else in English; the document comes from a language that has it; a word of the subject is near; it
stands where a noun with an article does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from transclean.document import Document
from transclean.locales import load_locale
from transclean.rules.definitions import initials, is_defined
from transclean.rules.english import PLURAL_BEFORE, article_is_its_own, ends_noun_phrase
from transclean.rules.rule import SAFE, Example, Find, Hit, Rule, Stage
from transclean.rules.substitution import Noun, replace_noun
from transclean.text.segment import Segment

ROMANCE = ("fr", "es", "it", "pt")
GERMANIC_AND_OTHERS = ("de", "nl", "pl", "tr")
CYRILLIC = ("ru", "uk")


@dataclass(frozen=True)
class Ambiguity:
    """What else an acronym means in English: `near` are words of our meaning, `unless` words of another one.

    `must`: without one of `near` it is not ours; `or_article`: unless it is a whole noun phrase with `the`.
    """

    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    must: bool = False
    or_article: bool = False


@lru_cache(maxsize=16)
def acronyms(*languages: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Acronym -> the English ones it may stand for -> the languages in which it does."""
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in languages:
        for acronym, english in load_locale(language).section("words").get("acronyms", {}).items():
            meanings = table.setdefault(acronym, {})
            meanings[english] = (*meanings.get(english, ()), language)
    return table


@lru_cache(maxsize=1)
def _ambiguities() -> dict[str, Ambiguity]:
    rows = load_locale("en").section("words").get("ambiguous", {})
    return {
        acronym: Ambiguity(
            tuple(row.get("near", ())),
            tuple(row.get("unless", ())),
            row.get("must", False),
            row.get("or_article", False),
        )
        for acronym, row in rows.items()
    }


@lru_cache(maxsize=8)
def english_list(key: str) -> frozenset[str]:
    """A list of English acronyms or words in the `words` section of `en.toml`."""
    return frozenset(load_locale("en").section("words").get(key, ()))


def english_noun(acronym: str) -> Noun:
    """How an English acronym behaves in a sentence."""
    return Noun(
        acronym,
        has_article=acronym not in english_list("no_article"),
        countable=acronym in english_list("countable"),
    )


# No part of a longer name, code, address or compound; the hyphen of `ONU-led` is allowed.
_BEFORE = r"(?<![\w&/@#-])(?<!\w\.)"
_AFTER = r"(?![\w&/@])(?!-[\dA-Z])(?!\.\w)"

_NOUN_CONTEXT = re.compile(
    r"(?:\b(?:the|an?|this|that|each|every|some|any|no|its|their|our|his|her|of|by|to|from|with|in|at|for|against|between"
    r"|and)\s+(?:(?:former|new|current|local|international|national|major|large|foreign|humanitarian|independent"
    r"|French|Spanish|Italian|Russian|German)\s+)?|(?<!\w)[lLdD]['’]"
    r"|(?<!\w)(?-i:[A-Z])[\w-]*(?:['’]s|ish|ese|ian|ean|[ir]can|utch|ench|erman)\s+)\Z",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = re.compile(r"(?:\b(?:the|an?)\s+|(?<!\w)[lLdD]['’])\Z", re.IGNORECASE)
# Russian and Ukrainian have no article to leave: `in США` -> `in the US`.
_LACKS_ARTICLE = re.compile(r"\b(?:in|of|by|from|to|with|against|for|at)\s+\Z")
_THE_BEFORE = re.compile(r"\b[Tt]he\s+\Z")
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")


@lru_cache(maxsize=8)
def _pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    known = sorted(acronyms(*languages), key=lambda acronym: (-len(acronym), acronym))
    return re.compile(rf"{_BEFORE}({'|'.join(map(re.escape, known))})(s?){_AFTER}")


def _triggers(languages: tuple[str, ...]) -> Callable[[], list[str]]:
    def patterns() -> list[str]:
        # The boundary keeps short ones rare; it is ASCII, so letters beyond go without.
        return [rf"\b{re.escape(a)}s?\b" if a.isascii() else re.escape(a) for a in acronyms(*languages)]

    return patterns


def _find(languages: tuple[str, ...]) -> Find:
    def find(segment: Segment, document: Document) -> Iterator[Hit]:
        yield from acronym_hits(segment, document, languages)

    return find


def acronym_hits(
    segment: Segment, document: Document, languages: tuple[str, ...], *, only_plurals: bool = False
) -> Iterator[Hit]:
    """Acronyms of `languages` in `segment`, with the English ones; `only_plurals`: those written with an s."""
    text = segment.text
    table = acronyms(*languages)
    for match in _pattern(languages).finditer(text):
        acronym, plural = match[1], bool(match[2])
        if only_plurals and not plural:
            continue
        start, end = match.span()
        if _is_mentioned(acronym, text) or is_defined(acronym, document):
            continue
        for english, owners in table[acronym].items():
            noun = english_noun(english)
            before = text[max(0, start - 60) : start]
            in_place = _NOUN_CONTEXT.search(before) or (noun.countable and PLURAL_BEFORE.search(before))
            part_of_name = _NAME_AFTER.match(text, end) and not _ARTICLE_BEFORE.search(before)  # AIEA Baptist Church
            whole = _THE_BEFORE.search(before) is not None and article_is_its_own(text, end)
            if _is_glossed_otherwise(text, end, english):
                continue
            if not part_of_name and _is_meant(
                acronym, owners, document, in_place=bool(in_place), whole=whole, plural=plural and noun.countable
            ):
                begin, stop, written = replace_noun(text, start, end, noun, plural=plural)
                if not acronym.isascii() and noun.has_article and _LACKS_ARTICLE.search(before):
                    written = f"the {written}" if ends_noun_phrase(text, end) and not noun.countable else written
                yield Hit(begin, stop, written)
                break


def _is_mentioned(acronym: str, text: str) -> bool:
    """Whether the acronym stands alone in quotation marks: then the text is about the word."""
    return re.search(rf"[\"“‘'«]\s?{re.escape(acronym)}\s?[\"”’'»]", text) is not None


_GLOSS = re.compile(r"\s*\((?P<gloss>[A-Z][\w'’-]+(?: [\w'’-]+){0,6} [A-Z][\w'’-]+)\)")


def _is_glossed_otherwise(text: str, end: int, english: str) -> bool:
    """Whether the brackets behind it hold a name with other initials than `english`: `CEI (Italian Episcopal …)`."""
    match = _GLOSS.match(text, end)
    if match is None:
        return False
    capitals = "".join(word[0] for word in match["gloss"].split() if word[0].isupper())
    return capitals != english and initials(match["gloss"]) != english


def _is_meant(
    acronym: str, languages: tuple[str, ...], document: Document, *, in_place: bool, whole: bool, plural: bool
) -> bool:
    """Whether two clues say that `acronym` is that of `languages`; `in_place` is one: it stands as a noun would.

    `whole`: with `the` before it, it is all of its noun phrase (`the AB said`, not `the AB test`).
    `plural`: it has the s of what there are many of (`ONGs`), and so means nothing else.
    """
    if not acronym.isascii():
        return True
    if not document.source_may_be(*languages):
        return False
    ambiguity = _ambiguities().get(acronym, Ambiguity())
    if ambiguity.unless and document.mentions_word(ambiguity.unless):
        return False
    near = bool(ambiguity.near) and document.mentions_word(ambiguity.near)
    if ambiguity.must and not (near or (ambiguity.or_article and whole)):
        return False
    clues = (
        acronym in english_list("unmistakable") or plural,
        document.source_is(*languages),
        near,
        in_place,
    )
    return sum(clues) >= 2


_EXAMPLES_OF_WHY = (
    "Engines leave an acronym that they do not know as it was. English has its own for the same body or thing, "
    "with its own article (NATO without, the UN with) and plural. "
)

LEFT001 = Rule(
    code="LEFT001",
    name="romance-acronym",
    summary="French, Spanish, Italian or Portuguese acronym",
    why=_EXAMPLES_OF_WHY
    + "Letters with another meaning in English (OMS, BCE, CPI, SIDA) need two clues: the source language, "
    "a word of the subject, the place of a noun with an article.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_triggers(ROMANCE),
    find=_find(ROMANCE),
    sources=ROMANCE,
    fixes=(
        Example("The ONGs said no.", "The NGOs said no.", source="auto"),
        Example("according to the Bce and the Ue", "according to the ECB and the EU", source="it"),
        ("the ONU said", "the UN said"),
        ("members of the OTAN", "members of NATO"),
        ("the OMS warned", "the WHO warned"),
        ("a FMI loan", "an IMF loan"),
        ("two ONG from Kenya", "two NGOs from Kenya"),
        ("the AIEA mentioned", "the IAEA mentioned"),
        ("UE countries", "EU countries"),
        ("the OTAN summit in Madrid", "the NATO summit in Madrid"),
        ("The OTAN announced it.", "NATO announced it."),
        ("an ONU report", "a UN report"),
        ("a decision by l'ONU", "a decision by the UN"),
        ("An OTAN base", "A NATO base"),
        ("people living with VIH, the virus", "people living with HIV, the virus"),
        ("ONU-led talks, the ONU said", "UN-led talks, the UN said"),
        ("the OTAN's decision", "NATO's decision"),
        ("several ONG workers", "several NGO workers"),
        ("the PIB grew by 2%", "GDP grew by 2%"),
        Example("prices include 21% IVA", "prices include 21% VAT", source="es"),
        ("The CPI prosecutor in The Hague opened an inquiry.", "The ICC prosecutor in The Hague opened an inquiry."),
        Example("talks at the ONU", "talks at the UN", source="auto"),
        Example("the OMS said the virus spreads", "the WHO said the virus spreads", source="auto"),
    ),
    keeps=(
        "OMS (order management system)",
        'The banner read "OTAN, dehors de notre pays !" in red letters.',
        "the OMS software",
        "the ue sound",
        "500 BCE",
        "the SIDA agency of Sweden",
        "CPI rose 2%",
        "the ADN network",
        "IVA is a drug",
        "PAM Transport",
        '"ONU" in a French headline "L\'ONU dit non"',
        "AIEA Baptist Church",
        "The consumer price index (CPI) rose to 3% in The Hague.",
        "The order management system (OMS) is new; the OMS handles returns.",
        "The secretary general of CEI (Conference of Italian Engineers) spoke.",
        "the TVA built dams in the Tennessee Valley",
        "ISO-ONU-4 and x/ONU",
        Example("the OMS routes each purchase", source="auto"),
        Example("the ONU at the customer's end of the fibre", source="de"),
    ),
)

LEFT002 = Rule(
    code="LEFT002",
    name="german-dutch-polish-turkish-acronym",
    summary="German, Dutch, Polish or Turkish acronym",
    why=_EXAMPLES_OF_WHY + "Two-letter ones (AB, BM, VN) mean many things: they need a word of the subject as well.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_triggers(GERMANIC_AND_OTHERS),
    find=_find(GERMANIC_AND_OTHERS),
    sources=GERMANIC_AND_OTHERS,
    fixes=(
        ("the EZB raised rates", "the ECB raised rates"),
        ("the UNO said", "the UN said"),
        Example("the NAVO summit", "the NATO summit", source="nl"),
        Example("the VN mission in Mali", "the UN mission in Mali", source="nl"),
        Example("Polish PKB grew", "Polish GDP grew", source="pl"),
        Example("the ABD president", "the US president", source="tr"),
        Example("The BM General Assembly met.", "The UN General Assembly met.", source="tr"),
        Example("The AB and the BM agreed.", "The EU and the UN agreed.", source="tr"),
        Example("Italy's BIP shrank, German BIP as well", "Italy's GDP shrank, German GDP as well", source="de"),
        ("an EZB decision", "an ECB decision"),
    ),
    keeps=(
        "the card game UNO",
        "UNO University",
        "type AB blood",
        "VN Express",
        "BIP Photonics",
        "AB Volvo",
        "the BM brand",
        Example("the AB test showed nothing", source="tr"),
        Example("The AB blood group is rare.", source="tr"),
    ),
)

LEFT003 = Rule(
    code="LEFT003",
    name="cyrillic-acronym",
    summary="Russian or Ukrainian acronym",
    why=_EXAMPLES_OF_WHY + "Cyrillic letters leave no doubt; transliterations (OBSE, MID) need clues like the others.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_triggers(CYRILLIC),
    find=_find(CYRILLIC),
    sources=CYRILLIC,
    fixes=(
        ("the ООН said", "the UN said"),
        ("in the США", "in the US"),
        ("He lives in США.", "He lives in the US."),
        ("the OBSE mission", "the OSCE mission"),
        ("the МВФ loan", "the IMF loan"),
        ("the Russian MID said", "the Russian Foreign Ministry said"),
        ("the НАТО said", "NATO said"),
        Example("the ЄС said", "the EU said", source="uk"),
        Example("an ООН mission", "a UN mission", source="auto"),
    ),
    keeps=(
        "MID cap stocks",
        "RF signal",
        'the ЕС stamp "ЕС"',
        "VOZ newspaper",
        "CIS countries",
        "The RF signal from Moscow was weak.",
    ),
)

RULES = (LEFT001, LEFT002, LEFT003)
