"""Abbreviations that a document defines: `an order management system (OMS)`, `OMS (order management system)`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from transclean.document import Document

_SMALL: Final = "of|the|and|for|in|on|to|a|by|with"
_FOREIGN: Final = re.compile(r"\b(?:de|du|des|del|della|el|la|le|les|los|et|y|und|für|der|van|voor)\b|[^\x00-\x7f’]")


def initials(words: str) -> str:
    """The first letters of `words`, as capitals: `order management system` -> `OMS`."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", words)).upper()


_REACH: Final = 200  # characters; no definition is longer
_IN_BRACKETS: Final = re.compile(r"\(\s?(?P<acronym>[A-Za-z]+?)s?\s?[),;]")
_BRACKET: Final = re.compile(r"\s\((?P<words>[^()]{1,200})\)")
_WORD_BEFORE: Final = re.compile(r"(?<![^\W_])(?P<acronym>[A-Za-z]+?)s?\Z")


def is_defined(acronym: str, document: Document) -> bool:
    """Whether the document spells `acronym` out in English: then it means that, whatever it is in other languages."""
    definitions = _definitions(document.text).get(acronym)
    if definitions is None:
        return False
    joint = rf"(?:[\s-]+|[\s-]+(?:{_SMALL})\s+(?:(?:{_SMALL})\s+)?)"
    spelled = joint.join(rf"[{letter.upper()}{letter.lower()}][\w'’]*" for letter in acronym)
    words = re.compile(rf"\b{spelled}\Z")
    found = map(words.search, definitions)
    return any(match is not None and _FOREIGN.search(match.group()) is None for match in found)


@lru_cache(maxsize=4)
def _definitions(text: str) -> dict[str, list[str]]:
    """The words beside a bracket, or alone in one -> what may end with their definition."""
    definitions: dict[str, list[str]] = {}
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
        definitions.setdefault(match["acronym"], []).append(before)
    for match in _BRACKET.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        if word:
            definitions.setdefault(word["acronym"], []).append(match["words"])
    return definitions
