"""Ages as compounds: `a 64 year old man`, `a 43-years-old teacher`, `a boy of 5 years old`, `the 43-летний poet`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.dates.age_words import NUMBER, PERSON, PERSONS, SPACE, foreign_adjectives
from transclean.rules.dates.context import is_foreign_around, is_function_word, next_word, previous_word
from transclean.rules.dates.names import any_of, listed
from transclean.rules.english import indefinite_article
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.rules.verbs import is_finite_verb
from transclean.text.segment import Segment

_DETERMINERS = word_set(
    "a an the this that his her their my our your its whose every each another one any no some whose"
)
_OF_BEING = word_set(
    "is was are were be been being am isn't wasn't aren't he's she's it's i'm they're turned turns turn become became"
    " just only almost nearly about around now already over under barely least most exactly approximately and or"
)
# After an age these begin no noun phrase. What is here and also a noun is no noun after an age.
_NO_NOUNS = word_set(
    "old when while if because though although until since before after during once than then but yet so today now"
    " this last next again away ago apart living still not nor without within among toward towards too also already"
    " and or younger older enough"
)


@lru_cache(maxsize=1)
def _age() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,$€£/:-])(?:(?P<low>{NUMBER})(?P<to>[-–]|{SPACE}(?:to|or|and){SPACE}))?(?P<high>{NUMBER})"
        rf"(?P<gap>{SPACE}|-)(?P<unit>[Yy]ear|[Mm]onth|[Ww]eek|[Dd]ay)(?P<plural>s?)(?P<tie>{SPACE}|-)(?P<old>[Oo]lds?)(?![\w-])"
    )


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _age().finditer(text):
        alone = _is_alone(text, match)
        compound = _is_compound(text, match) and not (
            alone and _LIMIT_BEFORE.search(text[max(0, match.start() - 8) : match.start()])
        )
        written = _as_compound(match) if compound else _as_predicate(match)
        if written != match.group() and not _is_right(text, match):
            titled = match["unit"].istitle() and match["old"].istitle()  # a headline, or a whisky: the 18 Year Old
            yield Hit(match.start(), match.end(), written, UNSAFE if alone or titled else None)
    for match in _after_noun().finditer(text):
        age = f"{match['number']}-{match['unit']}-old"
        article = match["article"]
        if article.lower() != "the":
            article = _like(indefinite_article(age), article)
        yield Hit(match.start(), match.end(), f"{article} {age} {match['noun']}")
    for match in foreign_adjectives().finditer(text):
        if not is_foreign_around(segment, match.start(), match.end(), document):
            yield _foreign_hit(text, match)


def _is_right(text: str, match: re.Match[str]) -> bool:
    """Whether the age stands as English writes it where it tells how old something is: he is 64 years old."""
    spaced = match["gap"] != "-" and match["tie"] != "-"
    one = match["high"].lower() in ("1", "one")
    if match["old"].lower() == "olds" or not spaced:
        return False
    if match["plural"]:
        return not _is_compound(text, match)
    return one and not _is_compound(text, match)


def _is_compound(text: str, match: re.Match[str]) -> bool:
    """Whether the age describes a noun, or is one itself: a 64-year-old (man)."""
    if match["old"].lower() == "olds":
        return True
    before = previous_word(text, match.start()).lower().replace("’", "'")
    after = next_word(text, match.end())
    noun = after != "" and not _follows_a_noun(after)
    if before in _DETERMINERS:
        return noun or before in ("a", "an") or not match["plural"]
    hyphened = match["gap"] == "-" or match["tie"] == "-"
    one = match["high"].lower() in ("1", "one")
    if (match["plural"] and not hyphened) or one:
        # Only a person in the singular cannot begin what comes after: when he was 5 years old boys came.
        return before not in _OF_BEING and re.fullmatch(PERSON, after) is not None
    if before in _OF_BEING or _stands_apart(text, match):
        return noun
    return noun or not match["plural"]


def _follows_a_noun(word: str) -> bool:
    lower = word.lower()
    return lower in _NO_NOUNS or is_function_word(lower) or is_finite_verb(word)


def _stands_apart(text: str, match: re.Match[str]) -> bool:
    """Whether commas part the age from the name before and the verb after: Smith, 43 years old, said."""
    return text[: match.start()].rstrip().endswith((",", "(")) and text[match.end() : match.end() + 1] in ",.;)"


_LIMIT_BEFORE = re.compile(r"\b(?:from|to|at|until|till|since|than)\s+\Z")


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether nothing before or after the age says what it does: it rose from 39 year old in 2005."""
    before = previous_word(text, match.start()).lower()
    if match["old"].lower() == "olds" or not before or before in _DETERMINERS or before in _OF_BEING:
        return False
    after = next_word(text, match.end())
    return (after == "" or _follows_a_noun(after)) and not _stands_apart(text, match)


def _as_compound(match: re.Match[str]) -> str:
    unit, old = match["unit"], match["old"]
    low, joint = match["low"], match["to"]
    if not low:
        first = ""
    elif joint in "-–":
        first = low + joint
    else:
        first = f"{low}-{joint}"  # 18- to 24-year-old men
    number = re.sub(rf"{SPACE}", "-", match["high"])
    return f"{first}{number}-{unit}-{old}"


def _as_predicate(match: re.Match[str]) -> str:
    first = f"{match['low']}{match['to']}" if match["low"] else ""
    one = match["high"].lower() in ("1", "one") and not first
    return f"{first}{match['high']} {match['unit']}{'' if one else 's'} old"


@lru_cache(maxsize=1)
def _after_noun() -> re.Pattern[str]:
    """`a boy of 5 years old`: no English order."""
    return re.compile(
        rf"\b(?P<article>[Aa]n?|[Tt]he){SPACE}(?P<noun>{PERSON}|{PERSONS}){SPACE}(?:of|with){SPACE}(?P<number>{NUMBER})"
        rf"(?:{SPACE}|-)(?P<unit>year|month|week|day)s?(?:{SPACE}|-)old(?![\w-])"
    )


def _like(word: str, pattern: str) -> str:
    return word.capitalize() if pattern[0].isupper() else word


# What lasts so many years, and is not so many years old.
_LASTING = word_set(
    "war wars anniversary anniversaries experience plan plans contract contracts history period periods tradition term"
    " terms programme program struggle agreement mission career reign rule jubilee marriage mandate sentence lease loan"
    " ban exile absence break wait cycle strategy guarantee warranty practice friendship partnership cooperation"
)


def _foreign_hit(text: str, match: re.Match[str]) -> Hit:
    after = next_word(text, match.end())
    if after.lower() in _LASTING:
        return Hit(match.start(), match.end(), f"{match['number']}-year")
    certain = after[:1].isupper() or re.fullmatch(f"{PERSON}|{PERSONS}", after) is not None
    return Hit(match.start(), match.end(), f"{match['number']}-year-old", SAFE if certain else UNSAFE)


_OLDER = "Thou hast said it, and 'tis well. He hath need of thee, saith the captain, and wherefore should he wait?"

DATE023 = Rule(
    code="DATE023",
    name="age-compound",
    summary="Age without its hyphens, or in another word order",
    why=(
        "Before a noun, and as one, an age has hyphens and the singular: a 64-year-old man, two 5-year-olds (AP; "
        "Chicago 7.89); after the verb neither: he is 64 years old. Also with another language's adjective. An age "
        "in the plural that may stand after its verb (children 5 years old and younger) is left alone."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=lambda: (
        r"[0-9a-z][ \u00a0\u202f](?i:year|month|week|day)[ \u00a0\u202f-][Oo]lds?\b",
        r"[0-9a-z]-(?i:year|month|week|day)[ \u00a0\u202f][Oo]lds?\b",
        r"(?i:year|month|week|day)s-[Oo]lds?\b",
        r"-(?i:year|month|week|day)s[ \u00a0\u202f][Oo]ld\b",
        r"(?i:year|month|week|day)s[ \u00a0\u202f-][Oo]lds\b",
        r" (?:year|month|week|day)s old\b",  # to look at what is before or after would cost a hundred times as much
        r" (?:of|with) [A-Za-z0-9-]+[ -](?:year|month|week|day)s? old\b",
        r"\b(?:is|was|are|were) [0-9a-z]+-year-old(?:[.,;]| (?:when|and|at|in|who|but)\b)",
        rf"\d[ -]?(?:{any_of(listed('age_adjectives'))})",
    ),
    find=_find,
    of_today=True,
    sources=("uk", "tr", "de", "*"),
    fixes=(
        ("a 64 year old man", "a 64-year-old man"),
        ("6 year old daughter", "6-year-old daughter"),
        ("a 43-years-old teacher", "a 43-year-old teacher"),
        ("the 18-24 year-old group", "the 18-24-year-old group"),
        ("a 90 years old woman", "a 90-year-old woman"),
        ("He is 43-years-old.", "He is 43 years old."),
        ("She is 14 year old and lives here.", "She is 14 years old and lives here."),
        ("A 14 year old was hurt.", "A 14-year-old was hurt."),
        ("He was 17-year-old when he left.", "He was 17 years old when he left."),
        ("for 5 year olds and 6-years-olds", "for 5-year-olds and 6-year-olds"),
        ("among 18 to 24 year old men", "among 18- to 24-year-old men"),
        ("a six year old girl and her twenty five year old mother",
         "a six-year-old girl and her twenty-five-year-old mother"),
        ("an 8 months old baby", "an 8-month-old baby"),
        ("a boy of 8 years old", "an 8-year-old boy"),
        ("The woman of 90 years old fell.", "The 90-year-old woman fell."),
        ("It rose from 39 year old in 2005 to 48 year old in 2050.",
         "It rose from 39 years old in 2005 to 48 years old in 2050."),
        ("Smith, 43-years-old, said", "Smith, 43 years old, said"),
        ("by 15 years old boy", "by 15-year-old boy"),
        Example("the 43-jähriger man from Ulm", "the 43-year-old man from Ulm", source="de"),
        Example("the 70-летний poet fell", "the 70-year-old poet fell", source="ru"),
        Example("after 25-летней war", "after 25-year war", source="ru"),
        Example("a 43岁的 man", "a 43-year-old man", source="zh"),
    ),
    keeps=(
        "He is 64 years old.",
        "a 64-year-old",
        "200 years old and still standing",
        "children 5 years old and younger",
        "When he was 5 years old boys came to the house.",
        "The baby is 1 year old today.",
        "The house, 200 years old, was sold.",
        "It is a year old.",
        "She was a girl of eighteen years of age, and poor.",
        Example("He was one of the wittiest boys of 9 years old.", context=_OLDER),
        "the two years old and new",
        "She is 25-year-old Ana Ruiz.",
    ),
)  # fmt: skip

RULES = (DATE023,)
