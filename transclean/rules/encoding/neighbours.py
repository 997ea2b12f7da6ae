"""Whether a mark stands in Latin (or Cyrillic) writing or in Chinese or Japanese: the letters beside it tell."""

from __future__ import annotations

import re
from bisect import bisect_left
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
    places, is_cjk, mostly_cjk = _letters(text[line_start:line_end])
    if mostly_cjk:
        return False
    before, after = bisect_left(places, start - line_start), bisect_left(places, end - line_start)
    return not any(is_cjk[max(0, before - 1) : before] + is_cjk[after : after + 1])


@lru_cache(maxsize=16)
def _letters(line: str) -> tuple[list[int], list[bool], bool]:
    """Where the letters of `line` are, which of them are Chinese, Japanese or Korean, and whether most are."""
    letters = list(_LETTER.finditer(line))
    is_cjk = [bool(_IS_CJK.match(letter.group())) for letter in letters]
    return [letter.start() for letter in letters], is_cjk, 2 * sum(is_cjk) > len(is_cjk)
