"""Names that bring their own article: `the Le Monde`, `the Der Spiegel`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.names.person import GAP, stands_alone
from transclean.rules.names.titles import form_alternatives
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment


@lru_cache(maxsize=1)
def _names() -> list[str]:
    names = [name for locale in source_locales() for name in locale.section("news").get("articled", [])]
    return [*names, *(name.replace("'", "’") for name in names if "'" in name)]


def _alternatives() -> str:
    return form_alternatives(_names())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<article>[Tt]he{GAP})(?:{_alternatives()})(?!\w)")


def _find(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in _pattern().finditer(segment.text):
        if stands_alone(segment.text, match.end()):
            yield Hit(*match.span("article"), "")


NAME020 = Rule(
    code="NAME020",
    name="doubled-article",
    summary="English article before a name that has its own",
    why="Le, El, Der and Il are the article. It stays where a noun follows, to which it belongs (the Le Monde "
    "journalist). The names are a closed list: Los Angeles, La Paz and El Niño are not on it.",
    safety=SAFE,
    stage=Stage.NAMES,
    trigger=lambda: [f"he{gap}{re.escape(name[:6])}" for name in _names() for gap in (" ", "\n", "\u00a0")],
    find=_find,
    sources=("fr", "de", "es", "it"),
    fixes=(
        ("according to the Le Monde", "according to Le Monde"),
        ("the Der Spiegel reported", "Der Spiegel reported"),
        ("told the El País", "told El País"),
        ("in the La Repubblica", "in La Repubblica"),
        ("by the Le Figaro", "by Le Figaro"),
        ("The Le Monde wrote that he had left.", "Le Monde wrote that he had left."),
        ("An article in the Le Monde reveals that he knew.", "An article in Le Monde reveals that he knew."),
        ("told the La Stampa on Sunday", "told La Stampa on Sunday"),
        ("told the Il Messaggero in an interview", "told Il Messaggero in an interview"),
        ("in the L’Express, and in the Die Zeit.", "in L’Express, and in Die Zeit."),
    ),
    keeps=(
        "the Le Monde journalist",
        "the Los Angeles Times",
        "the Las Vegas Strip",
        "the Le Web event",
        "the El Niño effect",
        "the La Scala orchestra",
        "the Der Spiegel cover",
        Example("the Le Monde-led consortium"),
        "the Die Welt am Sonntag issue",
    ),
)

RULES = (NAME020,)
