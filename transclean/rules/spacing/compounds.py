"""Hyphenated compounds: spaces that have come into them, and first halves that only German leaves standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.language.words import function_words
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.spacing.prose import is_code

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_UNITS: Final = (
    "year|month|week|day|hour|minute|second|metre|meter|kilometre|kilometer|mile|foot|inch|storey|story|page|member|"
    "seat|point|person|man|room|bed|bedroom|star|hectare|acre|ton|tonne|liter|litre|dollar|euro|part|time|lane|party"
)
_NUMBERS: Final = "[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
# Second halves of compounds; none of them begins a clause after a dash unless a preposition follows.
_SECOND_HALVES: Final = (
    "owned|based|related|led|backed|funded|run|controlled|sponsored|speaking|friendly|wide|born|made|held|occupied|"
    "driven|oriented|produced|sized|type|style|like|free|known|bound|term|scale|level|old|aged|looking|minded|profile|income"
)

# state-of-the-art, face-to-face, up-to-date, cul-de-sac: a small word between, so that it is no aside in dashes.
_SPACED_CHAIN: Final = r"[a-z]+ - (?:of|to|the|and|in|by|on|for|a|at|up|de|or|per|as|off|out)(?: - [a-z]+){1,3}"


_SPACED_HYPHEN = re.compile(" - ")
_WORD_BEFORE = re.compile(r"[\w.,]+\Z")


@lru_cache(maxsize=1)
def _spaced() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?<!- )(?:\d[\d.,]* - (?:{_UNITS})(?: - olds?)?(?![\w-]| - )"
        rf"|(?P<age>(?:{_NUMBERS}) - (?:year|month|week|day)s? - olds?)(?![\w-]| - )"
        rf"|{_SPACED_CHAIN}(?![\w-]| -)"
        rf"|[A-Za-z]+ - (?:{_SECOND_HALVES})(?![\w-]| -)"
        r"(?! (?:to|on|by|in|upon|for|from|with|as|at|the|a|an|and)\b)(?=\s\w)"
        r"|(?P<name>[A-ZÀ-Þ][^\W\d_]+ - [A-ZÀ-Þ][^\W\d_]+)(?![\w-]| -))"
    )


def _find_spaced(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    end = 0
    for hyphen in _SPACED_HYPHEN.finditer(text):
        word = _WORD_BEFORE.search(text[max(end, hyphen.start() - 24) : hyphen.start()])
        match = _spaced().match(text, hyphen.start() - len(word.group())) if word else None
        if match is None:
            continue
        end = match.end()
        closed = match.group().replace(" ", "")
        if match.group("name") and not document.mentions(rf"\b{closed}\b"):
            continue
        # that is - to - say
        if is_code(text, match.start()) or (
            not match.group("age") and closed.partition("-")[0] in function_words("en")
        ):
            continue
        yield Hit(match.start(), match.end(), closed)


MT016 = Rule(
    code="MT016",
    name="spaced-compound",
    summary="Spaces around the hyphens of a compound",
    why="A spaced hyphen is most often a dash, so only what cannot be one is closed: figure and unit, words "
    "with a small one between, second halves such as -owned and -based before a noun, and names that the document also "
    "writes closed.",
    safety=UNSAFE,
    stage=Stage.SPACING,
    trigger=[
        rf"\d - (?:{_UNITS})\b",
        r"[a-z] - [a-z]+ - [a-z]",
        rf"[A-Za-z] - (?:{_SECOND_HALVES}) [a-z]",
        r"[a-z] - [A-Z][a-z]",
        "[^ \\n] - [\\u00c0-\\u00de]",
    ],
    find=in_prose(_find_spaced),
    sources=("zh", "*"),
    fixes=(
        ("a 3 - year - old girl", "a 3-year-old girl"),
        ("state - owned companies", "state-owned companies"),
        Example("Jean - Pierre Raffarin", "Jean-Pierre Raffarin", context="Jean-Pierre Raffarin said"),
        ("a state - of - the - art plant", "a state-of-the-art plant"),
        ("a 12 - month plan", "a 12-month plan"),
        ("the two - year - old boy and the 12 - year - olds", "the two-year-old boy and the 12-year-olds"),
    ),
    keeps=(
        "Monday - Friday",
        "Paris - Berlin",
        "LYON (AFP) - The mayor said",
        "2 - 1 = 1",
        "The decision - based on a report - was late.",
        "He is 38 - years younger than I.",
        "the whole, that is - to - say all of it",
        "others who - literally - work in hell",
    ),
)

# First halves that English leaves standing too: low- and middle-income, micro- and nanoelectronics.
_FIRST_HALVES: Final = (
    "low middle high short long medium small large mid lower upper single double first second third fourth one two "
    "three four five six seven eight nine ten half full part left right inner outer inter intra over under hyper hypo "
    "post anti counter extra ultra super semi quasi trans cross multi north south east west near well early late fast "
    "slow light heavy hard soft deep open close oral"
)
_ENGLISH_FIRST_HALVES: Final = frozenset(_FIRST_HALVES.split())
_SUSPENDED = re.compile(r"- (?P<conjunction>and|or) (?P<article>a )?(?P<word>[\w-]+)")
_FIRST_HALF = re.compile(r"(?<![\w-])(?:[A-Za-z]{4,}|\d+)\Z")


def _find_suspended(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _SUSPENDED.finditer(text):
        half = _FIRST_HALF.search(text[max(0, match.start() - 24) : match.start()])
        if half is None or _is_english_suspension(half.group().lower(), match):
            continue
        first, conjunction = half.group(), match.group("conjunction")
        yield Hit(match.start() - len(first), match.end("conjunction"), f"{first} {conjunction}")


def _is_english_suspension(first: str, match: re.Match[str]) -> bool:
    """Whether English would leave `first` standing too: before a hyphenated second half, or as a prefix."""
    if first.isdigit():
        return match.group("article") is None
    return "-" in match.group("word") or first in _ENGLISH_FIRST_HALVES or first.endswith(("ly", "o", "i"))


TYP030 = Rule(
    code="TYP030",
    name="suspended-compound",
    summary="First half of a German compound left with its hyphen",
    why="German writes Sport- und Jugendamt; English leaves a first half standing only before a second that is "
    "hyphenated too, or a prefix. What the whole should be needs a writer, so this is reported.",
    safety=FLAG,
    stage=Stage.SPACING,
    trigger=[r"[a-z]{4}- (?:and|or) [A-Za-z]", r"\d- (?:and|or) a "],
    find=_find_suspended,
    sources=("de", "nl"),
    fixes=(
        Example("process- and cultural conflicts", flag="process- and", suggest="process and cultural conflicts"),
        Example("research- or teaching positions", flag="research- or"),
        Example("the sport- and youth department", flag="sport- and"),
        Example("a 63- and a 22-year-old man", flag="63- and"),
    ),
    keeps=(
        "low- and middle-income people",
        "the 30- and 90-day passes",
        "micro- and nanoelectronics",
        "first- and second-class",
        "pre- and post-war",
        "government- and donor-funded projects",
    ),
)

RULES = (MT016, TYP030)
