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


def is_defined(acronym: str, document: Document) -> bool:
    """Whether the document spells `acronym` out in English: then it means that, whatever it is in other languages."""
    if not (acronym.isascii() and acronym.isalpha() and document.mentions(_beside_brackets(acronym))):
        return False
    return _spelled_out(acronym, document.text)


def _beside_brackets(acronym: str) -> str:
    return rf"\(\s?{acronym}s?\s?[),;]|\b{acronym}s?\s\("


@lru_cache(maxsize=64)
def _spelled_out(acronym: str, text: str) -> bool:
    joint = rf"(?:[\s-]+|[\s-]+(?:{_SMALL})\s+(?:(?:{_SMALL})\s+)?)"
    words = joint.join(rf"[{letter.upper()}{letter.lower()}][\w'’]*" for letter in acronym)
    before = re.compile(rf"\b(?P<words>{words})\s*\(\s?{acronym}s?\s?[),;]")
    behind = re.compile(rf"\b{acronym}s?\s*\((?P<words>{words})\)")
    found = [*before.finditer(text), *behind.finditer(text)]
    return any(_FOREIGN.search(match["words"]) is None for match in found)
