"""Texts about characters: there a damaged or escaped form may be meant."""

from __future__ import annotations

import re

from transclean.text.segment import Segment

_SUBJECT = re.compile(
    r"\b(?i:mojibake|encod(?:ings?|ed|es|e)|decod(?:ings?|ed|es|e)|UTF-?(?:8|16)|Unicode|ASCII|Latin-1|ISO[- ]8859"
    r"|Windows-125\d|code ?pages?|charsets?|character sets?)\b"
)
_MARKUP = re.compile(
    r"\b(?:X?HTML|XML|JSON|JavaScript|regexp?|regular expressions?|[Ee]scap(?:e[ds]?|ing)|character references?"
    r"|(?:character|named|numeric) entit(?:y|ies))\b"
)


def mentions_encodings(segment: Segment) -> bool:
    """Whether the paragraph speaks of encodings."""
    return bool(_SUBJECT.search(segment.raw))


def mentions_escapes(segment: Segment) -> bool:
    """Whether the paragraph speaks of markup or escapes."""
    return bool(_MARKUP.search(segment.raw) or _SUBJECT.search(segment.raw))
