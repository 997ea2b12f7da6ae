"""Whether a text is of an older time: scripture, Shakespeare, the novels and histories of former centuries.

Spelling, capitals, punctuation and forms of address had other conventions then, and nobody mends a classic. Two signs:
words that are no longer written (thou, hath, 'tis), and years, nearly all of them long past. What is translated today
has few of either.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORDS: Final = (
    "thou|thee|thy|thyself|hath|doth|hast|dost|didst|hadst|shalt|wilt|wouldst|shouldst|canst|saith|unto|ye|yea|nay"
    "|verily|methinks|forsooth|wherefore|thither|whither|hither|thence|whence|betwixt|whilst|hitherto|thereof|wherein"
    "|to-day|to-morrow|to-night|shew|shewed|shewn|connexion|gaol|"
    "['’]t(?:is|was|were|will)|o['’]er|ne['’]er|e['’]er"
)
_MODERN_FROM: Final = 1950
_FEWEST_YEARS: Final = 5
_YEARS_PER_MODERN_ONE: Final = 8
_FEWEST: Final = ((4, 3, 3_000), (6, 6, 25_000))
"""So many old words, of so many kinds, one in so many characters at the least. A report may quote a verse; a novel of
Victoria's time has few of them on a page, but many kinds."""


@lru_cache(maxsize=1)
def _old_word() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{_WORDS})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,:/$£€-])(?:1[4-9]|20)\d\d(?![\w%/:]|[.,]\d| [a-z]+s\b)")


def is_older(text: str) -> bool:
    """Whether the English of `text`, or what it tells of, is of an older time."""
    words = [word.lower().replace("’", "'") for word in _old_word().findall(text)]
    kinds = len(set(words))
    if any(len(words) >= few and kinds >= sorts and len(words) * far >= len(text) for few, sorts, far in _FEWEST):
        return True
    years = [int(year) for year in _year().findall(text)]
    modern = sum(year >= _MODERN_FROM for year in years)
    return len(years) >= _FEWEST_YEARS and modern * _YEARS_PER_MODERN_ONE <= len(years)
