"""What looks like punctuation in prose and is none: code, shell commands, tables, names that end in a mark."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

NAMES_WITH_MARK: Final = frozenset(
    {"Yahoo", "Jeopardy", "Wham", "Oliver", "Oklahoma", "Airplane", "Yum", "Joomla", "Kahoot", "Panic", "Chips"}
)
"""Names that end in an exclamation mark: `Yahoo!`, `Jeopardy!`."""


@lru_cache(maxsize=1)
def _code() -> re.Pattern[str]:
    return re.compile(
        r"[{};]\s*$|[=!<>]=|&&|\|\||->|=>|::|\w\(\)|\s=\s|\s\?\s\S+\s:\s|\|\s.*\s\|"
        r"|^\s*(?:from [\w.]* ?\.? ?import|import \w+$|def \w+\(|class \w+[(:]|#include|return\b.*;|[$>] )"
        r"|^\s*(?:sudo |cd|cp|mv|ls|rm|git|docker|npm|pip|find|grep|make|tar|chmod|mkdir|echo|cat|scp|rsync|ln|source) "
    )


def looks_like_code(line: str) -> bool:
    """Whether `line` is code, a command or a table row rather than prose."""
    return _code().search(line) is not None


# Words after which a mark is named, not used: the ? key, a , between them, type ; to end.
_NAMING_WORDS = re.compile(
    r"\b(?:an?|the|this|that|each|every|mark|sign|symbol|character|key|by|with|type|press|enter|use|than|operator)\s*\Z",
    re.IGNORECASE,
)


def is_named(text: str, start: int) -> bool:
    """Whether the mark at `start` is spoken of, as the words before it show."""
    return _NAMING_WORDS.search(text[max(0, start - 12) : start]) is not None
