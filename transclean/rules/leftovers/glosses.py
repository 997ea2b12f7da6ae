"""Names with a gloss that says the same again: `Toyota (Toyota)`."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from transclean.document import Document
from transclean.language.words import function_words
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_REST = r"[\w'’.-]+"
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: [\w'’.-]+){0,4}"
_GLOSS = re.compile(rf"(?<![\w'’-])(?P<name>{_NAME})(?P<gloss> \((?P<again>{_NAME})\))")

# A city in the state, province or land of its name.
_CITIES = (
    "new york, quebec, oklahoma, washington, salzburg, zurich, geneve, geneva, luxembourg, brasilia, bern, "
    "hamburg, bremen, berlin, utrecht, groningen, antwerp, namur, liege, buenos aires, sao paulo, valencia, "
    "madrid, barcelona, seville, milan, naples, rome, florence, guatemala, lima, oaxaca, puebla, veracruz"
)
_TWICE = frozenset(_CITIES.split(", "))


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from babel import Locale

    return frozenset(_folded(name) for name in Locale("en").territories.values())


def _folded(name: str) -> str:
    """`name` without accents and case."""
    return _unaccented(name).casefold()


def _unaccented(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.replace("’", "'"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _find_gloss(segment: Segment, document: Document) -> Iterator[Hit]:
    found = list(_glosses(segment, document))
    # Zacatecas (Zacatecas), Durango (Durango): a list that gives both on purpose, unless there were two scripts.
    listed = not document.source_is(*_OTHER_SCRIPTS) and any(
        _NEXT_IN_LIST.fullmatch(segment.text, one.end, other.start) for one, other in pairwise(found)
    )
    yield from (hit._replace(safety=FLAG) for hit in found) if listed else found


_OTHER_SCRIPTS = ("zh", "ja", "ar", "ru", "uk")
_NEXT_IN_LIST = re.compile(rf",?(?: and)? {_NAME}")
# A species after its genus and subgenus: Anopheles (Anopheles) atroparvus.
_EPITHET = re.compile(r" (?P<word>[a-z]{4,})(?![\w'’-])")


def _glosses(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _GLOSS.finditer(segment.text):
        again = _unaccented(match["again"])
        words = match["name"].split()
        count = len(again.split())
        # The name may be the end of what stands before the bracket: `In Toyota (Toyota)`.
        name = _unaccented(" ".join(words[-count:]))
        folded = _folded(again)
        if name != again or len(again) < 4 or folded in _TWICE or folded in _countries():
            continue
        if _is_definition(segment.text, match, words[:-count]) or (count == 1 and document.target_language == "de"):
            continue
        epithet = _EPITHET.match(segment.text, match.end("gloss")) if count == 1 else None
        if epithet and (epithet["word"] == folded or _is_latin(epithet["word"])):
            continue
        yield Hit(match.start("gloss"), match.end("gloss"), "")


def _is_latin(word: str) -> bool:
    return word.endswith(("us", "um", "is", "ii", "ae")) and word not in function_words("en")


_CAPITALISED_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'’.-]* \Z")


def _is_definition(text: str, match: re.Match[str], rest: list[str]) -> bool:
    """Whether the bracket gives a longer name its short form, as contracts do: `the Review Board (Board)`."""
    if rest:
        return (
            rest[-1][:1].isupper() and len(rest) + (_CAPITALISED_BEFORE.search(text[: match.start()]) is not None) > 1
        )
    return False


LEFT013 = Rule(
    code="LEFT013",
    name="repeated-gloss",
    summary="name explained by itself in brackets",
    why="The source gave the name in two scripts; translated, both are the same. Cities in a state or country of "
    "their name (New York (New York), Luxembourg (Luxembourg)) are right, and so is the short form that a contract "
    "gives a longer name (the Review Board (Board)).",
    safety=SAFE,
    stage=Stage.WORDS,
    targets=("*",),
    # No back-reference in the dialect: what both have is the first letter.
    trigger=[rf"{letter}{_REST}(?: {_REST}){{0,3}} \({letter}[\w'’. -]*\)" for letter in string.ascii_uppercase],
    find=in_prose(_find_gloss),
    fixes=(
        ("Callejon del Beso (Callejon del Beso)", "Callejon del Beso"),
        ("Toyota (Toyota) said", "Toyota said"),
        ("the Seine (Seine)", "the Seine"),
        ("In Tsukiji (Tsukiji) he bought fish.", "In Tsukiji he bought fish."),
    ),
    keeps=(
        "New York (New York)",
        "0-0 (0-0)",
        "no (No)",
        "Luxembourg (Luxembourg)",
        "bis (bis)",
        "Redis (redis) is a server",
        "Smith (Smith and Sons)",
        "Mexico (México)",
        "the Public Procurement Review Board (Board)",
        "NONE (None) and TRUE (True)",
        "The commonest vector was Anopheles (Anopheles) atroparvus.",
        "Flights leave for Zacatecas (Zacatecas), Durango (Durango) and Sonora (Sonora).",
        Example("die Berichte und Vermerke (Vermerke) der Stelle", target="de"),
    ),
)

RULES = (LEFT013,)
