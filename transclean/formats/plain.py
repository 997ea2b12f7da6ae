"""Plain text: all of it prose, but for fenced code."""

from __future__ import annotations

import re

from transclean.formats import Details, Format
from transclean.formats.view import View
from transclean.text.span import Span

_FENCE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})([^\n]*)", re.MULTILINE)
# A fence around the whole text is a language model's wrapper, for MT032 to judge, when its tag says it is no code.
_WRAPPER = re.compile(r"(?:text|txt|markdown|md|plaintext)?[ \t]*\r?", re.IGNORECASE)


def fenced_code(text: str) -> list[Span]:
    """The fenced code blocks of `text`, fences included."""
    if "```" not in text and "~~~" not in text:
        return []
    fences = list(_FENCE.finditer(text))
    # The longest run of each mark from each fence on: an opening fence longer than that is never closed.
    longest = [{"`": 0, "~": 0}]
    for fence in reversed(fences):
        after = dict(longest[-1])
        if _closes(fence):
            after[fence[1][0]] = max(after[fence[1][0]], len(fence[1]))
        longest.append(after)
    longest.reverse()
    spans = []
    index = 0
    while index < len(fences):
        opening = fences[index]
        index += 1
        mark, length = opening[1][0], len(opening[1])
        if "`" in opening[2] or longest[index][mark] < length:
            continue
        while not (_closes(fences[index]) and fences[index][1][0] == mark and len(fences[index][1]) >= length):
            index += 1
        spans.append(Span(opening.start(), fences[index].end()))
        index += 1
    if spans and _is_wrapper(text, spans[0]):
        del spans[0]
    return spans


def _closes(fence: re.Match[str]) -> bool:
    """Whether nothing but further marks follows the run."""
    return not fence[2].lstrip("`~").strip(" \t\r")


def _is_wrapper(text: str, block: Span) -> bool:
    """Whether the block is around the whole text."""
    if text[: block.start].strip() or text[block.end :].strip():
        return False
    return _WRAPPER.fullmatch(text[slice(*block)].split("\n", 1)[0].strip().lstrip("`~")) is not None


def _read(text: str, details: Details) -> View:
    return View.whole(text, fenced_code)


FORMAT = Format("plain", (".txt", ".text"), _read)
