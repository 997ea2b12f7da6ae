"""What looks like punctuation in prose and is none: code, shell commands, tables, names that end in a mark."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from transclean.text.span import Span

NAMES_WITH_MARK: Final = frozenset(
    {"Yahoo", "Jeopardy", "Wham", "Oliver", "Oklahoma", "Airplane", "Yum", "Joomla", "Kahoot", "Panic", "Chips"}
)
"""Names that end in an exclamation mark: `Yahoo!`, `Jeopardy!`."""


# How much of a line is looked at on either side, in characters: a paragraph without line breaks can be a book.
_REACH: Final = 300


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    """What only code, commands and tables have, anywhere in a line."""
    return re.compile(
        r"[=!<>]=|&&|\|\||->|=>|::|\w <<|\" <<|<< \"|\w\(\)|\s=\s|\s--?[a-z]{2}|\s\?\s\S+\s:\s|[ ]{2,}#\s|\|\s.*\s\|"
    )


@lru_cache(maxsize=1)
def _beginnings() -> re.Pattern[str]:
    """What only lines of code and commands begin with."""
    return re.compile(
        r"\s*(?:from [\w.]* ?\.? ?import|import \w+\Z|def \w+\(|class \w+[(:]|#include|return\b.*;|[$>] "
        r"|(?:sudo|cd|cp|mv|ls|rm|git|docker|npm|pip|find|grep|make|tar|chmod|mkdir|echo|cat|scp|rsync|ln|source) )"
    )


_LAST_SIGN = re.compile(r"[{};]\s*\Z")
# A line of prose, too, may end with a semicolon.
_RUN_OF_WORDS = re.compile(r"(?:\b[a-z]['’a-z]*,? ){4}")


def line_around(text: str, place: int) -> Span:
    """The line that holds `place`, or of a longer one the part near it."""
    low, high = max(0, place - _REACH), min(len(text), place + _REACH)
    start = max(low, text.rfind("\n", low, place) + 1)
    end = text.find("\n", place, high)
    return Span(start, high if end == -1 else end)


def is_code(text: str, place: int) -> bool:
    """Whether the line around `place` is code, a command or a table row rather than prose."""
    start, end = line_around(text, place)
    line = text[start:end]
    if _signs().search(line):
        return True
    if (start == 0 or text[start - 1] == "\n") and _beginnings().match(line):
        return True
    whole = end == len(text) or text[end] == "\n"
    return whole and _LAST_SIGN.search(line) is not None and _RUN_OF_WORDS.search(line) is None


_ENTITY = re.compile(r"(?:&#?\w+|#\d{1,5}|\b(?:quot|amp|lt|gt|nbsp|hellip|mdash|ndash|[lr][ds]quo|apos))\Z")


def ends_entity(text: str, place: int) -> bool:
    """Whether the semicolon at `place` ends an entity of HTML, or one that has lost its &: `quot;`."""
    return _ENTITY.search(text[max(0, place - 10) : place]) is not None


# Words after which a mark is named, not used: the ? key, a , between them, type ; to end.
_NAMING_WORDS = re.compile(
    r"\b(?:an?|the|this|that|each|every|mark|sign|symbol|character|key|by|with|type|press|enter|use|than|operator)\s*\Z",
    re.IGNORECASE,
)


def is_named(text: str, start: int) -> bool:
    """Whether the mark at `start` is spoken of, as the words before it show."""
    return _NAMING_WORDS.search(text[max(0, start - 12) : start]) is not None
