"""Facts of English that several families of rules write with."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_PATTERN = "|".join(MONTHS)
"""English months, for a group in a regular expression or a trigger."""

SPEECH_VERBS = (
    "said|says|asked|asks|added|adds|noted|notes|wrote|writes|told|tells|explained|explains|continued|continues|stressed|"
    "stresses|emphasi[sz]ed|emphasi[sz]es|answered|answers|replied|replies|responded|exclaimed|shouted|cried|whispered|"
    "claimed|claims|stated|states|declared|declares|recalled|recalls|admitted|admits|concluded|concludes|warned|warns|"
    "believes|insisted|insists|commented|comments|remarked|confirmed|confirms|assured|assures|announced|announces|"
    "reported|reports|murmured|muttered|laughed|sighed|promised|promises|objected|underlined|underlines|quipped|inquired"
)
"""Verbs that stand beside a quotation and say who speaks, for a group in a regular expression."""

_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """`21` -> `21st`; 11, 12 and 13 take `th`."""
    suffix = "th" if number % 100 in (11, 12, 13) else _SUFFIXES.get(number % 10, "th")
    return f"{number}{suffix}"


# Letters whose names begin with a vowel sound, for acronyms that are spelled out.
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
_READ_AS_WORDS = frozenset({"HUD", "SIM", "RAM", "ROM"})
# What an acronym of four letters or more must look like to be read as a word: NATO, OPEC, MONUSCO; not OHCHR, IPCC.
_PRONOUNCEABLE = re.compile(
    r"(?:[BCDFGHJKLMNPRSTVWZ]|[BCDFGKPST][LR]|[CST]H|S[CKLMNPTW]|T[RW]|WH)?"
    r"(?:[AEIOUY]{1,2}[B-DF-HJ-NP-TV-XZ]{1,2}){1,4}[AEIOUY]{0,2}"
)
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n|m|de)|unan|us[aeiu]|ut[eio]|uef|eu|ew|ubi|uk|uyg|uga|uig|ur[aiou](?!$)|one\b|once\b|ouija)",
    re.IGNORECASE,
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)


def indefinite_article(following: str) -> str:
    """`a` or `an`, by the sound that `following` begins with."""
    word = re.match(r"[^\W\d_]+|\d+", following)
    if word is None:
        return "a"
    text = word.group()
    if text[0].isdigit():
        return "an" if text[0] == "8" or text in {"11", "18"} or re.match(r"(?:11|18)\d{3}", text) else "a"
    if text.isupper() and text not in _READ_AS_WORDS and not _reads_as_word(text):
        return "an" if text[0] in _VOWEL_NAMES else "a"
    if _SILENT_H.match(text):
        return "an"
    return "an" if text[0].lower() in "aeiou" and not _CONSONANT_SOUND.match(text) else "a"


def _reads_as_word(acronym: str) -> bool:
    return len(acronym) >= 4 and acronym[:2] not in {"UN", "UK"} and bool(_PRONOUNCEABLE.fullmatch(acronym))


# What can follow a noun phrase but not continue it. Words that are also nouns (plans, claims, calls) are left out:
# where in doubt the phrase goes on.
_WORDS_AFTER_A_NOUN = (
    "a about above according across after again against ago all along also although always am amid among an and "
    "any are around as at away back be because been before being below between both but by can cannot could "
    "despite did do does down during each even ever far few first for from further had has have he her here his "
    "how however if in inside instead into is it its itself just later like many may might more most much must "
    "near never no nor not now of off often on once only onto or our out outside over per rather said says she "
    "should since so some soon still such than that the their them themselves then there therefore these they "
    "this those though through throughout thus to today together too toward towards under unless until up upon "
    "via was we were what when where whereas whether which while who whom whose why will with within without "
    "would yet you adds admits affirms agrees allows announces argues asks begins believes came come comes "
    "condemns considers denies describes emphasizes explains expresses fears finds found gave gets gives goes "
    "gone got grew hopes insists intends keeps knew knows led lost made maintains makes means meets met notes "
    "provides puts reaffirms refuses remains said saw says seeks seems sent shows speaks spoke stands stated "
    "states stays stresses suggests sees takes tells thinks told took tries urges voted wants warns welcomes went "
    "wishes wrote became began broke brought built bought chose drew drove fell felt fought forgot froze heard "
    "held kept laid lay lent paid ran rose sold spent stood struck stuck swore taught threw understood withdrew "
    "won agreed disagreed freed guaranteed decreed reveals writes publishes quotes asserts recalls believes "
    "concludes confirms continues declares explains"
)
_AFTER_A_NOUN = frozenset(_WORDS_AFTER_A_NOUN.split())


def ends_noun_phrase(text: str, end: int) -> bool:
    """Whether the noun that ends at `end` is the last of its phrase, and no noun follows that it only describes.

    `the NATO said` yes, `the NATO summit` no. What cannot be told (`the NATO cuts`) counts as no.
    """
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return True
    word = following[1]
    if not word[0].islower():
        return word in WEEKDAYS
    if word == "left":
        return not _LEFT_SIDE.match(text, following.end())
    return word in _AFTER_A_NOUN or bool(_PAST_OR_ADVERB.search(word))


def article_is_its_own(text: str, end: int) -> bool:
    """Whether an article before the noun that ends at `end` belongs to it alone.

    Not in `the NATO summit`, nor in `the NATO and EU summits`; in `the OTAN of today` the article has its own reason.
    """
    return ends_noun_phrase(text, end) and not _COORDINATED.match(text, end)


_COORDINATED = re.compile(
    r"\s+(?:(?:and|or)\s+(?!(?:the|an?|its?|his|her|their|our|my|your|this|that"
    r"|these|those|all|some|many|several|other|others|two|three|four|five|six|seven|eight|nine|ten|one|\d+|was|is|has"
    r"|had|said|then|also)\b)|of\b)|\s*[/&]"
)
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LEFT_SIDE = re.compile(r"[\s-]+(?:wing|flank|side|bank|hand|arm|back|foot|leg|lane)")
_PAST_OR_ADVERB = re.compile(r"(?:[a-z]{2}[^e]ed|[a-z]{2}ly)$")

PLURAL_BEFORE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundreds? of"
    r"|dozens of|thousands of|scores of|several|many|these|those|few|various|numerous|both|multiple"
    r"|(?:[2-9]|[1-9]\d|\d[\d,]*\d\d))(?:\s+(?:other|major|local|large|big|small|foreign|international|national|different|new"
    r"|independent|leading|human\s+rights|humanitarian|environmental))?\s+\Z",
    re.IGNORECASE,
)
"""What stands before a noun, perhaps with an adjective, that must then be in the plural."""
