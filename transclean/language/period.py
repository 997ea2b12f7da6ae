"""Whether a text is of an older time: scripture, Shakespeare, the novels of former centuries; or tells of one.

Spelling, capitals, punctuation and forms of address had other conventions then, and nobody mends a classic. Its sign
are words that are no longer written (thou, hath, 'tis); what is translated today has few of them. A history written
today has today's conventions, but calls its people as their time did.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# Not those that contracts still have: thereof, wherein.
_WORDS_TEXT: Final = (
    "thou thee thy thyself hath doth hast dost didst hadst shalt wilt wouldst shouldst canst saith unto ye yea nay "
    "verily methinks forsooth wherefore thither whither hither thence whence betwixt "
    "to-day to-morrow to-night shew shewed shewn connexion gaol 'tis 'twas 'twere 'twill o'er ne'er e'er"
)
_WORDS: Final = frozenset(_WORDS_TEXT.split())
_MODERN_FROM: Final = 1950
_FEWEST_YEARS: Final = 5
_YEARS_PER_MODERN_ONE: Final = 8
_FEWEST: Final = ((4, 3, 3_000), (6, 6, 30_000))
"""So many old words, of so many kinds, one in so many characters at the least. A report may quote a verse; a novel of
Victoria's time has few of them on a page, but many kinds."""


_WORD = re.compile(r"'?[a-z]+(?:['-][a-z]+)*")


def _old_words(text: str) -> list[str]:
    """The words of `text` that are no longer written; an apostrophe before one may open a quotation."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    return [word for word in words if word in _WORDS or word.lstrip("'") in _WORDS]


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,:/$£€-])(?:1[4-9]|20)\d\d(?![\w%/:]|[.,]\d| [a-z]+s\b)")


def is_older(text: str) -> bool:
    """Whether the English of `text` is of an older time."""
    words = _old_words(text)
    kinds = len(set(words))
    return any(len(words) >= few and kinds >= sorts and len(words) * far >= len(text) for few, sorts, far in _FEWEST)


def tells_of_the_past(text: str) -> bool:
    """Whether nearly all years in `text` are long past: a history or a biography, in the English of any time."""
    years = [int(year) for year in _year().findall(text)]
    modern = sum(year >= _MODERN_FROM for year in years)
    return len(years) >= _FEWEST_YEARS and modern * _YEARS_PER_MODERN_ONE <= len(years)
