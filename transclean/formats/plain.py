"""Plain text: all of it prose, but for fenced code."""

from __future__ import annotations

import re

from transclean.formats import Format
from transclean.text.span import Span

_FENCE = re.compile(
    r"^[ \t]{0,3}(`{3,}|~{3,})[^\n`]*\n(?:.*?\n)??[ \t]{0,3}\1[`~]*[ \t]*\r?$", re.MULTILINE | re.DOTALL
)
# A fence around the whole text is a language model's wrapper, for MT032 to judge, when its tag says it is no code.
_WRAPPER = re.compile(r"(?:text|txt|markdown|md|plaintext)?[ \t]*\r?", re.IGNORECASE)


def fenced_code(text: str) -> list[Span]:
    """The fenced code blocks of `text`, fences included."""
    if "```" not in text and "~~~" not in text:
        return []
    spans = []
    for match in _FENCE.finditer(text):
        first_line = match.group().split("\n", 1)[0].strip()
        whole = not text[: match.start()].strip() and not text[match.end() :].strip()
        if whole and _WRAPPER.fullmatch(first_line.lstrip("`~")):
            continue
        spans.append(Span(*match.span()))
    return spans


FORMAT = Format("plain", (".txt", ".text"), fenced_code)
