"""Ordinals: `the 2e round`, `3.º place`, `the 19. century`, `21th`, `10 th`.

English writes a figure and st, nd, rd or th, closed up (AP; Chicago 9.6). Days of the month are the business of the
dates, Roman centuries of `centuries`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.english import MONTHS, ordinal
from transclean.rules.numbers.context import function_word, word_before
from transclean.rules.numbers.quantity import SPACE
from transclean.rules.numbers.vocabulary import alternation, forms, word_set
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

ORDINAL_NOUNS = word_set(
    "century centuries millennium place position rank round lap stage stages edition anniversary birthday quarter "
    "day week month year minute hour season game match set half period term mandate session meeting summit "
    "conference congress festival assembly parliament legislature plenum floor district arrondissement ward "
    "region regiment division army corps battalion brigade infantry fleet grade class category degree amendment "
    "generation dynasty row attempt time version series episode phase level league republic world symphony cup "
    "championship"
)
"""Nouns that take an ordinal so often that figures and a mark before them are one."""

_DETERMINERS = word_set(
    "the his her its their our my your this that each every a an in on for of at from to since until by and"
)
_JOINING = word_set("and or to")
_FRENCH_ARTICLES = word_set("le la les l du de des d au aux un une el los las il lo o os as na no em der die das")


@lru_cache(maxsize=1)
def _suffixed() -> re.Pattern[str]:
    suffixes = alternation(forms(source_locales(), "ordinal_suffixes"))
    whole = alternation(forms(source_locales(), "ordinals"))
    return re.compile(
        rf"(?<![\w.,/\ufffc-])(?:(?P<number>\d{{1,3}})(?P<suffix>{suffixes})|(?P<roman>[XVI]{{1,6}})(?P<roman_suffix>er|e|ème)"
        rf"|(?P<whole>{whole}))(?![\w-])\s(?P<noun>[^\W\d_]+)"
    )


def _suffixes(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _suffixed().finditer(text):
        noun = match["noun"]
        before = word_before(text, match.start()).lower()
        if before in _FRENCH_ARTICLES or noun in MONTHS or noun in ("cru", "prix"):
            continue
        # The first of two has its noun after the second: the 2e and 3e rounds.
        if function_word(noun) and not (noun in _JOINING and _suffixed().match(text, match.end() + 1)):
            continue
        known = noun.lower() in ORDINAL_NOUNS
        if match["roman"]:
            number = roman_value(match["roman"])
            if number is None or not known or noun.startswith("centur"):
                continue
        else:
            number = int(match["number"] or re.sub(r"\D", "", match["whole"]))
        # A bare letter (5e, 3de) names models and editions of games too.
        bare = len(match["suffix"] or match["whole"] or "xxx") < 3 and match["suffix"] not in ("er", "re")
        if bare and not known and not document.source_is("fr", "nl"):
            continue
        if number and (before in _DETERMINERS or known):
            yield Hit(match.start(), match.start("noun") - 1, ordinal(number))


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral in its regular form, up to 39; Cyrillic look-alikes count as the Latin letters."""
    latin = numeral.translate(_LATIN)
    found = re.fullmatch(r"(X{0,3})(IX|IV|V?I{0,3})", latin)
    if not latin or found is None:
        return None
    units = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
    return 10 * len(found.group(1)) + units[found.group(2)]


_LATIN = str.maketrans("ХІ", "XI")


# The indicators º and ª.

# After these a raised o is a degree sign, whatever the sentence.
_DEGREES = re.compile(
    r"(?:[CFNSEWO]|North|South|East|West|north|south|east|west|angle|slope|turn|view|heat|rotation|incline|arc|camera|celsius"
    r"|Celsius|Fahrenheit|latitude|longitude|below|above|clockwise|temperatures?|degrees?)\b"
)


@lru_cache(maxsize=1)
def _indicated() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/\ufffc–-])(?<![nN][.°º] )(?<![nN][.°º])(?P<number>\d{{1,3}})\.?(?P<mark>[ºª°])"
        rf"(?=(?:{SPACE}|\n)(?P<noun>[^\W\d_]+))"
    )


def _indicators(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _indicated().finditer(text):
        noun = match["noun"]
        if _DEGREES.match(noun) or function_word(noun) or match["number"] == "0":
            continue
        if match["mark"] == "°" and not (noun[0].isupper() and len(noun) > 1 and document.source_is("it", "es", "pt")):
            continue
        before = word_before(text, match.start()).lower()
        after_possessive = re.search(r"['’]s\s\Z", text[max(0, match.start() - 3) : match.start()])
        feminine = match["mark"] == "ª"
        determined = before in _DETERMINERS - {"a", "an", "to", "by", "of", "from"}
        if feminine or determined or after_possessive or noun.lower() in ORDINAL_NOUNS:
            yield Hit(match.start(), match.end("mark"), ordinal(int(match["number"])))


# The German stop.


@lru_cache(maxsize=1)
def _stopped() -> re.Pattern[str]:
    nouns = alternation([form for noun in ORDINAL_NOUNS - {"world", "time"} for form in (noun, noun.capitalize())])
    return re.compile(rf"(?<=[^\W\d_] )(?P<number>\d{{1,3}})\.(?P<gap>\s(?:to\s)?)(?P<noun>{nouns})(?![\w-])")


def _stops(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _stopped().finditer(text):
        noun = match["noun"]
        before = word_before(text, match.start()).lower()
        if before in ("and", "or"):
            continue
        figure = ordinal(int(match["number"]))
        if noun.islower():
            # No sentence begins in lower case, so the stop ends none.
            safety = SAFE if before in ("the", "in", "a", "his", "her", "its", "their") else UNSAFE
            yield Hit(match.start(), match.start("gap"), figure, safety)
        elif re.match(
            r"\s*(?:[.,;:)!?]|\Z|(?:in|of|at|for|and|when|after|with)\b)", text[match.end() : match.end() + 8]
        ):
            yield Hit(match.start(), match.end(), f"{figure} {noun.lower()}", UNSAFE)


# English suffixes.


@lru_cache(maxsize=1)
def _english() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/\ufffc-])(?P<number>\d{1,4})(?P<suffix>st|nd|rd|th)(?![\w])")


def _wrong_suffix(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _english().finditer(text):
        right = ordinal(int(match["number"]))
        if right == match.group():
            continue
        # `11st 5lb` is a weight in stones.
        weight = match["suffix"] == "st" and word_before(text, match.start()).lower() not in _DETERMINERS - {
            "at",
            "of",
            "a",
        }
        if not weight and match["number"] != "0":
            yield Hit(match.start(), match.end(), right)


_SUPERSCRIPTS = {"ˢᵗ": "st", "ⁿᵈ": "nd", "ʳᵈ": "rd", "ᵗʰ": "th"}


@lru_cache(maxsize=1)
def _detached() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/\ufffc-])(?P<number>\d{{1,4}})(?:(?:{SPACE}|-)(?P<suffix>st|nd|rd|th)(?![\w'’-])(?!{SPACE}?\d)|{SPACE}?(?P<raised>{alternation(_SUPERSCRIPTS)}))"
    )


def _loose_suffix(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _detached().finditer(text):
        suffix = match["suffix"] or _SUPERSCRIPTS[match["raised"]]
        if f"{match['number']}{suffix}" != ordinal(int(match["number"])):
            continue
        if match["suffix"] == "st" and re.search(
            r"(?i)\bweigh\w*\s\Z", text[max(0, match.start() - 12) : match.start()]
        ):
            continue
        yield Hit(match.end("number"), match.end(), suffix)


NUM023 = Rule(
    code="NUM023",
    name="foreign-ordinal-suffix",
    summary="French, Dutch or Spanish ordinal",
    why=(
        "`2e`, `3ème`, `1er`, `2do` are no English ordinals. A noun must follow, and no French article stand "
        "before. A bare e or de (D&D 5e, Model 3e) is read only before nouns that are counted so, or in a text "
        "from French or Dutch."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        # Plain literals: a figure, the suffix, and the space after it.
        *(
            f"{figure}{re.escape(suffix)}{gap}"
            for figure in "0123456789"
            for suffix in forms(source_locales(), "ordinal_suffixes")
            for gap in (" ", "\u00a0", "\n")
        ),
        *(re.escape(form) + gap for form in forms(source_locales(), "ordinals") for gap in (" ", "\u00a0", "\n")),
        r"[XVI](?:er|e|ème)[ \u00a0\n](?:[a-z]|Republic)",
    ),
    find=_suffixes,
    sources=("fr", "nl", "es"),
    fixes=(
        ("the 2e round", "the 2nd round"),
        ("the 3ème place", "the 3rd place"),
        ("the 1re division", "the 1st division"),
        ("the 16e arrondissement", "the 16th arrondissement"),
        ("21ème edition", "21st edition"),
        ("the 2ème and 3ème rounds", "the 2nd and 3rd rounds"),
        ("the XVIe arrondissement", "the 16th arrondissement"),
        Example("the 3de place", "the 3rd place", source="nl"),
        Example("his 2do goal", "his 2nd goal", source="es"),
    ),
    keeps=(
        "`1er`",
        "0x1e",
        "5e-3",
        "5e+10",
        "Model 3e",
        "D&D 5e",
        '"le 1er amour"',
        "2e5",
        "a 1er cru Chablis",
        "François 1er died",
        "1er essai",
        Example("the D&D 5e rules", source="auto"),
    ),
)

NUM024 = Rule(
    code="NUM024",
    name="ordinal-indicator",
    summary="Ordinal indicator º or ª",
    why=(
        "Spanish, Portuguese and Italian mark ordinals by a raised letter; English by st, nd, rd, th. Before C, "
        "F, compass points and words of angle it is a degree sign; the degree sign itself is read as an ordinal "
        "only before a capitalised noun in a text from these languages."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d\.?[ºª][ \u00a0\n]", r"\d\.?°[ \u00a0\n][A-Z]"),
    find=_indicators,
    sources=("es", "it", "pt"),
    fixes=(
        ("the 30º Mill Valley Festival", "the 30th Mill Valley Festival"),
        ("the 2ª division", "the 2nd division"),
        ("the 3.º place", "the 3rd place"),
        ("his 1ª victory", "his 1st victory"),
        Example("the 30° Mill Valley Film Festival", "the 30th Mill Valley Film Festival", source="it"),
        ("finished in 2º place", "finished in 2nd place"),
    ),
    keeps=(
        "15º C",
        "15°",
        "35° W",
        "an angle of 30° North",
        "n.º 5",
        "1º",
        "a 30º slope",
        "turned 90º to the left",
    ),
)

NUM025 = Rule(
    code="NUM025",
    name="ordinal-stop",
    summary="German ordinal stop before a noun",
    why=(
        "German, Polish and Turkish write `19.` for 19th. Read only inside a sentence before nouns that are "
        "counted so; with an article before and a noun in lower case after, it is certain. Names (`1. FC Köln`), "
        "list numbers and a sentence that begins after a number stay."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        rf"[A-Za-z] \d{{1,3}}\.[ \n](?:{alternation(f for n in ORDINAL_NOUNS for f in (n, n.capitalize()))})",
    ),
    find=_stops,
    sources=("de", "pl", "tr"),
    fixes=(
        ("Taiwan is 15. Century", "Taiwan is 15th century"),
        ("in the 19. century", "in the 19th century"),
        ("he took the 3. place", "he took the 3rd place"),
        ("the 2. round", "the 2nd round"),
        ("in the 80. minute", "in the 80th minute"),
    ),
    keeps=(
        "1. FC Köln",
        "2. Bundesliga",
        "6. Not waterproof.",
        "It ended 15. Century-old trees fell.",
        "1. Place the lid.",
        "of 0 and 1. These are bits",
        "The score was 15. Place your bets.",
    ),
)

NUM026 = Rule(
    code="NUM026",
    name="wrong-ordinal-suffix",
    summary="Ordinal suffix that does not fit the number",
    why="1st, 2nd, 3rd, else th, also from 11 to 13. `11st` may be a weight in stones, so st wants an article.",
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\b\d{0,3}[0456789](?:st|nd|rd)\b", r"\b\d{0,3}1(?:nd|rd|th)\b", r"\b\d{0,3}2(?:st|rd|th)\b",
             r"\b\d{0,3}3(?:st|nd|th)\b", r"\b\d{0,2}1[123](?:st|nd|rd)\b"),
    find=in_prose(_wrong_suffix),
    fixes=(
        ("the 21th century", "the 21st century"),
        ("its 2th edition", "its 2nd edition"),
        ("the 11st time", "the 11th time"),
        ("the 103th day", "the 103rd day"),
        ("a 22th victory", "a 22nd victory"),
    ),
    keeps=("the 12th", "the 113th", "the nth", "the 100th", "5th", "He weighs 12st 5lb.", "the 1,011th"),
)  # fmt: skip

NUM027 = Rule(
    code="NUM027",
    name="detached-ordinal-suffix",
    summary="Ordinal suffix set off or in superscript characters",
    why=(
        "The suffix closes up to the figure (Chicago 9.6), on the line. It must fit the number and be in lower "
        "case, so streets (`3 Rd`, `5 St.`) stay."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(r"\d[ \u00a0\u202f-](?:st|nd|rd|th)\b", r"\d[ ]?(?:ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)"),
    find=_loose_suffix,
    sources=("zh", "ja", "*"),
    fixes=(
        ("on the 10 th.", "on the 10th."),
        ("the 70 th Anniversary", "the 70th Anniversary"),
        ("June 1 st", "June 1st"),
        ("in the 21-st century", "in the 21st century"),
        ("the 5ᵗʰ day", "the 5th day"),
    ),
    keeps=(
        "5 St. James's Street",
        "3 Rd",
        "12 St Mary's Road",
        "2 nd-order",
        "weighs 21 st 3 lb",
    ),
)

RULES = (NUM023, NUM024, NUM025, NUM026, NUM027)
