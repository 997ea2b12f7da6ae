"""Whether a mark stands in Latin (or Cyrillic) writing or in Chinese or Japanese: the letters beside it tell."""

from __future__ import annotations

import re

_CJK = "\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
_LETTER = re.compile(f"(?P<cjk>[{_CJK}])|[^\\W\\d_{_CJK}]")


def is_latin_place(text: str, start: int, end: int) -> bool:
    """Whether the mark at `start` to `end` of `text` belongs to alphabetic writing.

    It does if the nearest letter of its line on either side is alphabetic, or there is none on that side, and most
    letters of the line are alphabetic. Full-width Latin letters count as such: they get narrowed.
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    letters = list(_LETTER.finditer(text, line_start, len(text) if line_end == -1 else line_end))
    before = [letter for letter in letters if letter.end() <= start]
    after = [letter for letter in letters if letter.start() >= end]
    if (before and before[-1]["cjk"]) or (after and after[0]["cjk"]):
        return False
    foreign = sum(letter["cjk"] is not None for letter in letters)
    return 2 * foreign <= len(letters)
