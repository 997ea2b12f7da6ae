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

_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """`21` -> `21st`; 11, 12 and 13 take `th`."""
    suffix = "th" if number % 100 in (11, 12, 13) else _SUFFIXES.get(number % 10, "th")
    return f"{number}{suffix}"


# Letters whose names begin with a vowel sound, for acronyms that are spelled out; those read as words go by letter.
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
_READ_AS_WORDS = frozenset(
    {"NATO", "NASA", "FIFA", "LASER", "RADAR", "SARS", "NAFTA", "FEMA", "HUD", "SIM", "RAM", "ROM"}
)
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n|mp|de)|us[aeiu]|ut[ei]|eu|ew|ubi|uk|uyg|uig|ura|uro|one\b|once\b|ouija)", re.IGNORECASE
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
    if text.isupper() and len(text) > 1 and text not in _READ_AS_WORDS and not _reads_as_word(text):
        return "an" if text[0] in _VOWEL_NAMES else "a"
    if _SILENT_H.match(text):
        return "an"
    return "an" if text[0].lower() in "aeiou" and not _CONSONANT_SOUND.match(text) else "a"


def _reads_as_word(acronym: str) -> bool:
    """Whether a long acronym has the vowels of a word (UNESCO, UNICEF, OPEC begin with a vowel sound or not by ear)."""
    return len(acronym) >= 4 and acronym[:2] not in {"UN", "UK"} and bool(re.search(r"[AEIOU].?[AEIOU]?", acronym[1:]))
