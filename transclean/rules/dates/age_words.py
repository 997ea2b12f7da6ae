"""Words of ages: numbers in figures and in words, persons, and what other languages say.

From the section `[dates]` of the locales come, all optional:

- `age_years`: words for years after the figures of an age (`43 años`, `43歳`).
- `age_of`: prepositions before the figures (`de 43 años`). `age_before`: what means `aged` there (`im Alter von`).
- `age_after`: what may follow the word for years (`de edad`).
- `age_adjectives`: what makes an adjective of the figures before it (`43-jährige`, `43-летний`, `43岁的`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from transclean.rules.dates.names import any_of, listed

SPACE: Final = "[ \u00a0\u202f]"
"""A space inside an age; never a line break, since hyphens would join the lines."""

_ONES: Final = "two|three|four|five|six|seven|eight|nine"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER: Final = rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d)?|(?i:one|{_ONES}|{_TEENS}|(?:{_TENS})(?:[ -](?:one|{_ONES}))?))"
"""How many years, in figures or in words; `a 200-year-old tree` is an age too."""

AGE: Final = r"(?:1[01]\d|[1-9]\d|[1-9])"
"""The figures of a person's age."""

PERSON: Final = (
    "man|woman|boy|girl|child|baby|infant|toddler|kid|teenager|teen|youth|youngster|person|male|female|lad|lady"
    "|gentleman|guy|pensioner|girlfriend|boyfriend|schoolboy|schoolgirl|son|daughter|grandson|granddaughter|nephew"
    "|niece|orphan|newborn|adolescent|adult|widow|widower|retiree|patient|student|pupil"
)
PERSONS: Final = (
    "men|women|boys|girls|children|babies|infants|toddlers|kids|teenagers|teens|youths|youngsters|people|persons|males"
    "|females|lads|ladies|pensioners|sons|daughters|adolescents|adults|patients|students|pupils"
)
"""Who has an age and, of so many years, nothing else: not `a wife of 40 years`, `a teacher of 20 years`."""


@lru_cache(maxsize=1)
def foreign_years() -> str:
    """A pattern for the words of `age_years`."""
    return any_of(listed("age_years"))


@lru_cache(maxsize=1)
def foreign_adjectives() -> re.Pattern[str]:
    """Figures with what makes them an adjective of age in another language."""
    endings = any_of(listed("age_adjectives"))
    return re.compile(rf"(?<![\w.,-])(?P<number>\d{{1,4}})(?:[ -]|{SPACE})?(?:{endings})(?!\w)", re.IGNORECASE)
