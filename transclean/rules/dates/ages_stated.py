"""Ages beside a name or a person: `Juan Pérez, 43 years,`, `María (43 años)`, `a man of 43 years`, `aged 43 years`.

Most languages count the years aloud where English gives the figures alone, or adds `old`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.dates.age_words import AGE, PERSON, PERSONS, SPACE, foreign_years
from transclean.rules.dates.context import is_foreign_around, source_language
from transclean.rules.dates.names import any_of, listed
from transclean.rules.names.given_names import is_given_name
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*"
_PARTICLE = rf"(?:(?:de|del|da|dos|van|von|al|bin|el|la|den|der){SPACE})?"
_NAME = rf"(?P<first>{_CAPITALISED})(?:{SPACE}{_PARTICLE}(?:{_CAPITALISED}|[A-Z]\.)){{0,4}}"

_SPAN = rf"{AGE}(?:(?:-|–|{SPACE}(?:to|or|and){SPACE}){AGE})?"

_PLACE_BEFORE = re.compile(r"(?<![\w-])(?:[Ii]n|[Nn]ear|[Aa]cross)\s\Z")

# So many years of something else than a life.
_SERVED = re.compile(
    r"\b(?:sentence[ds]?|prison|jail(?:ed)?|convicted|imprisonment|terms?|contracts?|loans?|bars|served?|serving|ban(?:ned)?"
    r"|warrant(?:y|ies)|guarantee[ds]?|duration|each)\b",
    re.IGNORECASE,
)
_OTHER_YEARS = (
    rf"(?!{SPACE}(?:of|in|to|ago|later|and{SPACE}(?:a{SPACE}half|\d+|more|over|above|older|younger)|or|more|less|experience|service|old|younger|older)\b"
    r"|['’-])"
)


@lru_cache(maxsize=1)
def _years() -> str:
    return rf"(?P<unit>years?(?:{SPACE}(?:old|of{SPACE}age))?|{_foreign_unit()})"


@lru_cache(maxsize=1)
def _foreign_unit() -> str:
    after = any_of(listed("age_after"))
    return rf"(?:{foreign_years()})(?:{SPACE}(?:{after}))?(?!\w)"


@lru_cache(maxsize=1)
def _before() -> str:
    """What stands before the figures of an age: a preposition, or what means `aged`."""
    return any_of([*listed("age_of"), *listed("age_before")])


@lru_cache(maxsize=1)
def _apposition() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){_NAME}(?:(?P<comma>,{SPACE})|{SPACE}\()(?:(?P<of>of|aged|{_before()}){SPACE})?(?P<age>{AGE}){SPACE}?{_years()}"
        rf"(?(comma)(?=,|{SPACE}and{SPACE})|(?=\)))"
    )


@lru_cache(maxsize=1)
def _of_person() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{PERSON}|{PERSONS}){SPACE}(?P<of>of|with|{_before()}){SPACE}(?P<age>{_SPAN})"
        rf"{SPACE}?{_years()}{_OTHER_YEARS}(?!\w)"
    )


@lru_cache(maxsize=1)
def _aged() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<lead>[Aa]ged|[Oo]ld{SPACE}of|[Ii]n{SPACE}the{SPACE}age{SPACE}of|(?:the{SPACE})?age{SPACE}of|at{SPACE}age)"
        rf"(?:{SPACE}(?:of|from))?{SPACE}(?P<age>{_SPAN})"
        rf"{SPACE}?{_years()}{_OTHER_YEARS}(?!\w)"
        rf"|(?<![\w-])(?P<foreign>{any_of(listed('age_before'))}){SPACE}(?P<years>{AGE}){SPACE}?(?:{_foreign_unit()})"
    )


@lru_cache(maxsize=1)
def _possessed() -> re.Pattern[str]:
    """`She has 34 years.`, `With 34 years, he …`: French, Italian, Spanish and Portuguese have their years."""
    return re.compile(
        rf"\b(?P<who>[Hh]e|[Ss]he|who|I){SPACE}(?P<verb>has|have|had){SPACE}(?P<age>{AGE}){SPACE}{_years()}"
        rf"(?=[.,;!?)]|{SPACE}and{SPACE}(?:is|was|lives)|\Z)"
        rf"|\b(?P<at>[Ww]ith|[Aa]t){SPACE}(?P<at_age>{AGE}){SPACE}(?:years?(?:{SPACE}(?:old|of{SPACE}age))?|{_foreign_unit()})"
        rf"(?=,{SPACE}(?:he|she|{_CAPITALISED}{SPACE}{_CAPITALISED})\b)"
    )


_BE = {("has", "I"): "am", ("has", ""): "is", ("have", "I"): "am", ("had", ""): "was", ("had", "I"): "was"}


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    for hit in _hits(segment.text, document):
        if not is_foreign_around(segment, hit.start, hit.end, document):
            yield hit


def _hits(text: str, document: Document) -> Iterator[Hit]:
    for match in _apposition().finditer(text):
        if _names_a_person(match) and not _SERVED.search(text[max(0, match.start() - 150) : match.end() + 60]):
            start = match.start("of") if match["of"] else match.start("age")
            yield Hit(start, match.end("unit"), match["age"])
    for match in _of_person().finditer(text):
        if match["of"] == "with" and "old" not in match["unit"]:
            continue
        yield Hit(match.start("of"), match.end("unit"), f"of {match['age']}")
    for match in _aged().finditer(text):
        if match["foreign"] is None:
            yield Hit(match.start(), match.end("unit"), f"{_lead(match['lead'])} {match['age']}")
        else:
            yield Hit(match.start(), match.end(), f"aged {match['years']}")
    if source_language(document) in ("fr", "es", "it", "pt", "de", "nl"):
        for match in _possessed().finditer(text):
            if match["at"]:
                at = "At" if match["at"][0].isupper() else "at"
                yield Hit(match.start(), match.end(), f"{at} {match['at_age']}")
            else:
                be = _BE[match["verb"], "I" if match["who"] == "I" else ""]
                yield Hit(match.start(), match.end(), f"{match['who']} {be} {match['age']}")


def _names_a_person(match: re.Match[str]) -> bool:
    """Whether the words before the age are the name of a person, as far as their shape or the years tell."""
    first, foreign = match["first"], not match["unit"].startswith("year")
    if _PLACE_BEFORE.search(match.string, max(0, match.start() - 12), match.start()):
        return False  # In New Delhi, 20 years, no more
    words = match.group().partition(",")[0].partition("(")[0].split()
    if is_given_name(first):
        return match["unit"] != "years old"
    if len(words) < 2:
        return False
    return foreign or (match["comma"] is not None and match["unit"] == "years")


def _lead(lead: str) -> str:
    lowered = lead.lower().replace("\u00a0", " ")
    if lowered in ("aged", "old of"):
        return "Aged" if lead[0].isupper() else "aged"
    if lowered.startswith("in the"):
        return "At the age of" if lead[0].isupper() else "at the age of"
    return lead


def _triggers() -> list[str]:
    persons = f"{PERSON}|{PERSONS}"
    foreign = "|".join(rf"{word}\b" if word.isascii() else word for word in listed("age_years"))
    return [
        r", (?:of |aged )?\d{1,3} years,",
        r", (?:of |aged )?\d{1,3} years and ",
        r"\((?:of |aged )?\d{1,3} years\)",
        rf"(?:{persons}) (?:of|with) \d[0-9 a-z–-]* year",
        r"[Aa]ged (?:of |from )?\d[0-9 a-z–-]* year",
        r"[Oo]ld of \d{1,3} year",
        r"\bage (?:of )?\d{1,3} year",
        r"\b(?:ha[sd]|have|[Ww]ith|[Aa]t) \d{1,3} year",
        rf"\d[ \u00a0\u202f]?(?:{foreign})",
    ]


DATE024 = Rule(
    code="DATE024",
    name="age-in-years",
    summary="Years counted aloud where English gives the age in figures alone",
    why=(
        "English sets the bare figures beside a name (Juan Pérez, 43,) and after aged and of (AP, Guardian style); "
        "the languages of the south and east say the years. A name must stand there, or a person: a bottle of 43 "
        "years, a sentence of 10 years are durations. Not certain (a term can stand beside a name too)."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=_triggers,
    find=_find,
    sources=("es", "fr", "it", "pt", "ru", "uk"),
    fixes=(
        ("Juan Pérez, 43 years, resigned.", "Juan Pérez, 43, resigned."),
        ("María López (43 años) resigned.", "María López (43) resigned."),
        ("a man of 43 years", "a man of 43"),
        ("a woman aged 43 years", "a woman aged 43"),
        ("Ivan Petrov, of 51 years, and his wife", "Ivan Petrov, 51, and his wife"),
        Example("The writer Anna Ivanova (60 лет) died.", "The writer Anna Ivanova (60) died.", source="ru"),
        Example("Hans Meier, 34 Jahre, said", "Hans Meier, 34, said", source="de"),
        Example("a man âgé de 43 ans", "a man aged 43", source="fr"),
        ("a girl de 7 años", "a girl of 7"),
        ("He died at the age of 90 years.", "He died at the age of 90."),
        ("In the age of 21 years he left.", "At the age of 21 he left."),
        ("a man aged of 34 years", "a man aged 34"),
        ("people aged from 18 to 25 years", "people aged 18 to 25"),
        ("She has 34 years and lives here.", "She is 34 and lives here."),
        ("With 34 years, he left home.", "At 34, he left home."),
        Example("Zhang Wei, 43岁, said so.", "Zhang Wei, 43, said so.", source="zh"),
    ),
    keeps=(
        "a bottle of 43 years",
        "sentenced to 43 years, he",
        "after 43 years, the",
        "Article (10 years)",
        "his wife of 20 years",
        "a man of 43 years' experience",
        "Smith was jailed: John Smith, 10 years, and Paul Jones, 12 years,",
        "a woman of 30 years of service",
        "He has 34 years of experience.",
        "Life Expectancy (75 years)",
        "With 20 years of practice, he won.",
    ),
)  # fmt: skip

RULES = (DATE024,)
