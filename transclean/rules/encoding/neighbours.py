"""Whether a mark stands in Latin (or Cyrillic) writing or in Chinese or Japanese: the letters beside it tell."""

from __future__ import annotations

import re
from functools import lru_cache

_CJK = "\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
_IS_CJK = re.compile(f"[{_CJK}]")
_LETTER = re.compile(r"[^\W\d_]")


def line_around(text: str, place: int) -> tuple[int, int]:
    """Start and end of the line that holds character `place`, without its line break."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end == -1 else end


def is_latin_place(text: str, start: int, end: int) -> bool:
    """Whether the mark at `start` to `end` of `text` belongs to alphabetic writing.

    It does if the nearest letter of its line on either side is alphabetic, or there is none on that side, and most
    letters of the line are alphabetic. Full-width Latin letters count as such: they get narrowed.
    """
    line_start, line_end = line_around(text, start)
    if not _is_mostly_alphabetic(text[line_start:line_end]):
        return False
    after = _LETTER.search(text, end, line_end)
    before = start - 1
    while before >= line_start and not text[before].isalpha():
        before -= 1
    beside = (text[before] if before >= line_start else "") + (after.group() if after else "")
    return not _IS_CJK.search(beside)


@lru_cache(maxsize=16)
def _is_mostly_alphabetic(line: str) -> bool:
    return 2 * len(_IS_CJK.findall(line)) <= len(_LETTER.findall(line))
