"""Datelines and credits of news agencies, and the furniture of web pages around a news text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.english import MONTHS, WEEKDAYS
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_AGENCIES = (
    "AFP|AP|Reuters|dpa|DPA|EFE|Efe|ANSA|Ansa|Lusa|ATS|Belga|APA|TASS|ITAR-TASS|RIA Novosti|Interfax|Xinhua|Kyodo"
    "|PAP|Ukrinform"
    "|Europa Press|Anadolu|AA|MENA|SPA|WAM|IRNA|Jiji|AGI|Adnkronos|Notimex|DW|BBC|CNN|AFPTV|Bloomberg|SID|epd|KNA"
)

# NEWS001

_DATELINE = re.compile(
    rf"(?P<city>[A-Z\u00c0-\u017d][^\W\d_]+(?:[ -][A-Z\u00c0-\u017d][^\W\d_]+){{0,2}})(?P<country>, [A-Z][a-z]+)?"
    rf"(?:, (?P<date>(?P<day>\d{{1,2}})\.? (?P<month>[^\W\d_]+\.?)))?"
    rf" (?P<agency>\((?:{_AGENCIES})(?:/(?:{_AGENCIES}))*\))"
    r"(?P<dash>\s?[-\u2013\u2014]{1,2}\s?)(?=[A-Z\u00c0-\u017d\"“‘'])"
)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    table = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
    for locale in source_locales():
        for name, number in locale.months.items():
            table.setdefault(name, number)
    return table


def _datelines(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.style.name != "us":
        return
    match = _DATELINE.match(segment.text)
    if match is None or match["city"].split()[0] in WEEKDAYS:
        return
    date = ""
    if match["date"]:
        month = _months().get(match["month"].lower().rstrip("."))
        if month is None:
            return
        date = f", {MONTHS[month - 1]} {int(match['day'])}"
    country = match["country"] or ""
    yield Hit(0, match.end(), f"{match['city'].upper()}{country}{date} {match['agency']} — ")


NEWS001 = Rule(
    code="NEWS001",
    name="dateline",
    summary="Dateline of a news agency",
    why="AP sets the city in capitals and a spaced dash after the agency. One house's norm: only with the style us, "
    "and only at the head of a paragraph, with an agency in brackets and a dash.",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=(rf"^[A-Z\u00c0-\u017d][^\n(]{{2,60}} \((?:{_AGENCIES})(?:/[A-Za-z]{{2,12}})?\) ?[-\u2013\u2014]",),
    find=_datelines,
    sources=("fr", "de", "es", "zh", "ru"),
    fixes=(
        ("Paris (AFP) - The mayor resigned.", "PARIS (AFP) — The mayor resigned."),
        ("Leverkusen (dpa) - Captain Reus left.", "LEVERKUSEN (dpa) — Captain Reus left."),
        ("GENEVA, 26 mars (ATS) - The vote", "GENEVA, March 26 (ATS) — The vote"),
    ),
    keeps=(
        "BEIJING, July 26 (Xinhua)",
        "He works in Paris (AFP).",
        "PARIS (AFP) — The mayor",
        "Chisinau, Moldova (AP).",
        Example("Paris (AFP) - The mayor resigned.", style="uk"),
    ),
    needs_style=True,
)

# NEWS007


@lru_cache(maxsize=1)
def _credit_words() -> dict[str, str]:
    """Phrases of all languages before the name of an agency -> English."""
    return {
        word: english
        for locale in source_locales()
        for word, english in locale.section("news").get("credits", {}).items()
    }


def _either_case(word: str) -> str:
    """A pattern for `word` with its first letter small or capital."""
    return f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}"


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    words = "|".join(_either_case(word) for word in sorted(_credit_words(), key=lambda w: (-len(w), w)))
    agency = rf"(?:{_AGENCIES})(?:(?:, | (?:and|und|et|y|e) |/)(?:{_AGENCIES}))*"
    return re.compile(
        rf"(?P<open>[(\[]|^|(?<=\n))(?P<words>{words}) (?P<agency>{agency})(?=[)\]]|\.?[ \t]*(?:\r?\n|\Z))"
    )


_AND = re.compile(r" (?:und|et|y|e) ")
_LABEL = re.compile(
    r"(?:^|(?<=\n)|(?<=[(\[]))(?P<label>Sources?|Photos?|Video|Image)(?P<space>[ \u00a0\u202f]):(?= [A-Z\u00c0-\u017d])"
)


def _credits(segment: Segment, document: Document) -> Iterator[Hit]:
    # A credit is often a paragraph of its own, wholly in the other language: what counts is the document's.
    if document.target_language != "en":
        return
    for match in _credit().finditer(segment.text):
        words = match["words"]
        english = _credit_words()[words[0].lower() + words[1:]]
        if words[0].isupper():
            english = english[0].upper() + english[1:]
        agencies = _AND.sub(" and ", match["agency"])
        yield Hit(match.start("words"), match.end("agency"), f"{english} {agencies}")
    for match in _LABEL.finditer(segment.text):
        yield Hit(*match.span("space"), "")


NEWS007 = Rule(
    code="NEWS007",
    name="agency-credit",
    summary="Credit of a news agency in another language",
    why="Closed phrases, between a bracket or the beginning of a line and the name of an agency, up to the closing "
    "bracket or the end of the line.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=lambda: [
        # Before an agency the words differ by the first letter's case only: spelled out, all are plain literals.
        *(f"{re.escape(word[1:])} {agency}" for word in sorted(_credit_words()) for agency in _AGENCIES.split("|")),
        r"\b(?:Sources?|Photos?|Video|Image)[ \u00a0\u202f]: [A-Z\u00c0-\u017d]",
    ],
    find=_credits,
    sources=("fr", "de", "es"),
    targets=("*",),
    fixes=(
        ("(avec AFP)", "(with AFP)"),
        ("(mit Material der dpa)", "(with material from dpa)"),
        ("Con información de EFE", "With information from EFE"),
        ("Source : Reuters", "Source: Reuters"),
        ("He left. (con EFE y Reuters)", "He left. (with EFE and Reuters)"),
    ),
    keeps=(
        "(with AFP)",
        "avec plaisir",
        "source: `x`",
        "He spoke con AFP in the room.",
        Example("(avec AFP)", target="fr"),
    ),
)

# NEWS010

_OUTLETS = (
    r"DW|BBC(?: News)?|CNN|Xinhuanet|Xinhua(?:net)?(?:\.com)?|People's Daily(?: Online)?|NHK(?: NEWS)?|TASS|RIA "
    r"Novosti|RT|Sputnik"
    r"|Ukrinform|UNIAN|Pravda|Kyodo(?: News)?|Sina(?:\.com)?|Sohu|[A-Z][a-z]+ Shimbun(?: (?:LIVE|Digital))?"
)
_TAIL = re.compile(
    rf"\s[-\u2013|]\s(?:{_OUTLETS})(?:\s[-\u2013|]\s\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})?[ \t]*$"
    r"|\s\|\s[A-Z]\w+(?: [A-Z]\w+){0,2} LIVE[ \t]*$",
    re.MULTILINE,
)
_FURNITURE = re.compile(
    r"^(?P<label>Original (?:title|headline|text): )(?=\w)"
    r"|(?P<credit>[(\[](?:Responsible editor|Editor in charge|Editor-in-charge|Responsible for editing|Original "
    r"title|Author|Reporter"
    r"|Source of the article): ?[^()\[\]\n]{1,80}[)\]])",
    re.MULTILINE,
)


def _debris(segment: Segment, _: Document) -> Iterator[Hit]:
    for pattern in (_TAIL, _FURNITURE):
        for match in pattern.finditer(segment.text):
            yield Hit(*match.span(), "")


NEWS010 = Rule(
    code="NEWS010",
    name="page-furniture",
    summary="Piece of the web page around the text",
    why="The name of the site after a headline, a line about the original title or the editor: part of the page, not "
    "of the text. Reported, because only the user knows whether it is wanted. Closed lists.",
    safety=FLAG,
    stage=Stage.WORDS,
    trigger=(
        rf" [-\u2013|] (?:{_OUTLETS})\b",
        r" \| [A-Z][A-Za-z ]{1,40} LIVE\b",
        r"^Original (?:title|headline|text): ",
        r"[(\[](?:Responsible editor|Editor in charge|Editor-in-charge|Responsible for editing|Original title|Author"
        r"|Reporter"
        r"|Source of the article):",
    ),
    find=_debris,
    sources=("zh", "ja", "uk", "ru"),
    fixes=(
        Example("Forces told to control drones - DW - 09.02.2023", flag=" - DW - 09.02.2023"),
        Example("Minister resigns | Saga Shimbun LIVE", flag=" | Saga Shimbun LIVE"),
        Example("Original title: The minister resigns", source="zh", flag="Original title: "),
        Example("(Responsible editor: Wang Wei)", source="zh", flag="(Responsible editor: Wang Wei)"),
    ),
    keeps=("Paris | London", "Spider-Man - Far from Home - 2019", "Title: The Thaw", "He works - DW says - in Bonn."),
)

RULES = (NEWS001, NEWS007, NEWS010)
