"""Small words of the source between English ones: `Meg Ryan und Dennis Quaid`, `the Ministry de Defense`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_AND = {"und": ("de",), "et": ("fr",), "y": ("es",), "e": ("it", "pt"), "en": ("nl",), "ve": ("tr",), "i": ("pl",)}
_NAME = r"[A-ZÀ-Þ][\w'’-]+"
_SAYS = r"(?:says?|said|between|by|of|with|from|told|asked|both|for|against|like|to)"

# Two whole names, or two surnames that an English word introduces and another follows. A lone pair may be a double
# surname (Ortega y Gasset), a firm (Frankfurter und Söhne) or a title (Sturm und Drang).
_PAIRS = (
    re.compile(rf"(?<![\w'’-]){_NAME} {_NAME} (?P<word>{'|'.join(_AND)}) {_NAME} {_NAME}"),
    re.compile(rf"\b[Tt]he {_NAME} (?P<word>{'|'.join(_AND)}) {_NAME} [a-z]{{3,}}s\b"),
    re.compile(rf"\b{_SAYS} {_NAME} (?P<word>und|et|ve) {_NAME}(?![\w'’-])(?! [A-ZÀ-Þ])"),
)
_TITLE = re.compile(r"Sturm und Drang|\b(?:GmbH|AG|KG|Söhne|Fils|Cie|Co|Kinder|Sohn|Partner|Gebrüder)\b")


def _find_and(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            languages = _AND[match["word"]]
            around = text[match.start() : match.end() + 20]
            if not document.source_is(*languages) or _TITLE.search(around):
                continue
            if segment.quotation_at(match.start(), match.end()):
                continue
            yield Hit(*match.span("word"), "and")


LEFT007 = Rule(
    code="LEFT007",
    name="foreign-and",
    summary="'and' left in the source language",
    why="Engines that do not know two names leave the word between them. Double surnames, firms and titles have "
    "it by right, so it is asked for two whole names, or two surnames in an English sentence, and for the "
    "source language.",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=[rf"[\w.] (?:{'|'.join(_AND)}) [A-Z]"],
    find=_find_and,
    sources=("de", "fr", "es", "it", "nl", "tr"),
    fixes=(
        ("Meg Ryan und Dennis Quaid", "Meg Ryan and Dennis Quaid"),
        Example("Evo Morales et Rafael Correa", "Evo Morales and Rafael Correa", source="fr"),
        Example("the Gélineau et Krever reports", "the Gélineau and Krever reports", source="fr"),
        ("says Bittner und Röhrenbeck", "says Bittner and Röhrenbeck"),
    ),
    keeps=(
        '"Flamenco y vida"',
        "Simon y Garfunkel (album)",
        "Frankfurter und Söhne GmbH",
        "James et al., 1995",
        "Fabra i Coats",
        "Ortega y Gasset",
        "Sturm und Drang",
        "Société Angus et Fils",
        "Castilla y León",
        "a work of Sturm und Drang",
        Example("José Ortega y Gasset wrote it", source="es"),
        Example("Evo Morales et Rafael Correa", source="auto"),
    ),
)

_INSTITUTION = (
    "Ministry|Bank|University|Theater|Theatre|Court|Office|Council|Department|Institute|Academy|Museum|Church|Government|"
    "Republic|Commission|Committee|Party|Association|Union|Federation|Palace|House|School|College|Hospital|Library|State|"
    "Province|City|Chamber|Agency|Bureau|Society|Foundation|Center|Centre|Festival|Cathedral|Bridge|Tower|Port|Airport"
)
_OF = {
    "de": "of", "du": "of the", "des": "of the", "del": "of the", "della": "of the", "do": "of the", "da": "of the",
    "di": "of",
    "der": None, "von": "of", "van": "of",
}  # fmt: skip
_PREPOSITION = re.compile(rf"\b(?:{_INSTITUTION}) (?P<word>{'|'.join(_OF)}) [A-Z]")
_ARTICLE = re.compile(rf"\b(?:{_INSTITUTION}) of (?P<word>la|le|les|el|los|las|il|lo|der|die|das) [A-Z]")


def _find_preposition(segment: Segment, _document: Document) -> Iterator[Hit]:
    for match in _PREPOSITION.finditer(segment.text):
        yield Hit(*match.span("word"), _OF[match["word"]])
    for match in _ARTICLE.finditer(segment.text):
        yield Hit(*match.span("word"), "the")


LEFT008 = Rule(
    code="LEFT008",
    name="foreign-preposition",
    summary="preposition or article of the source language inside an English name",
    why="`the Ministry de Defense` is half translated; what it should be depends on the official name, so it is "
    "reported. Names of persons and places have such words by right: only after an English word for an "
    "institution.",
    safety=FLAG,
    stage=Stage.WORDS,
    trigger=[
        *(f"{place} {of} " for place in _INSTITUTION.split("|") for of in _OF),
        rf"\b(?:{_INSTITUTION}) of (?:la|le|les|el|los|las|il|lo|der|die|das) [A-Z]",
    ],
    find=_find_preposition,
    sources=("fr", "es", "it", "pt", "de"),
    fixes=(
        Example("the Ministry de Defense", flag="de", suggest="the Ministry of Defense"),
        Example("the Bank del Republic", flag="del", source="es"),
        Example("the Theater der Stadt Aalen", flag="der", source="de"),
        Example("the University of la Sorbonne", flag="la"),
    ),
    keeps=(
        "Charles de Gaulle",
        "Rio de Janeiro",
        "Cirque du Soleil",
        "Ludwig van Beethoven",
        "coup de grâce",
        "Leonardo da Vinci",
        "faux pas de deux",
        "Tour de France",
        "the University of Las Vegas",
    ),
)

RULES = (LEFT007, LEFT008)
