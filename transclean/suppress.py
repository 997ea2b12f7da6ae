"""Suppression comments: `transclean: ignore[CODE]` and its kin, in whatever comment the text has.

- `ignore[CODES]` at the end of a line covers that line; alone on its line, the block that follows, up to a blank line;
- `disable[CODES]` … `enable[CODES]` cover what lies between, or all that follows;
- `file-ignore[CODES]` covers the whole text.

CODES are codes, prefixes or names, separated by commas; `ALL` is all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transclean.change import Change
from transclean.rules.rule import FLAG

_DIRECTIVE = re.compile(r"transclean:\s*(ignore|disable|enable|file-ignore)\[([\w\s,-]*)\]")
_OPENER = re.compile(r"[ \t]*(?:<!--|#|//|/\*|\{/\*|\{#|;|%|--|\.\.|!|NOTE)?[ \t]*\Z")


@dataclass
class _Cover:
    """Codes silenced in characters `start` to `end`; `used` once it silenced something."""

    start: int
    end: int
    codes: tuple[str, ...]
    comment: tuple[int, int]
    used: bool = False


class Suppressions:
    """The suppressions of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._covers = _read(text) if "transclean:" in text else []

    def __bool__(self) -> bool:
        return bool(self._covers)

    def covers(self, code: str, start: int, end: int, name: str = "") -> bool:
        """Whether rule `code` is silenced anywhere in characters `start` to `end` of the original text."""
        silenced = False
        for cover in self._covers:
            if cover.start <= max(start, end - 1) and start < cover.end and _names(cover.codes, code, name):
                cover.used = silenced = True
        return silenced

    def unused(self) -> list[Change]:
        """A report for each suppression that silenced nothing."""
        return [
            Change(*cover.comment, self._text[slice(*cover.comment)], None, ("SUP001",), "unused-suppression",
                   "this suppression silences nothing", FLAG)
            for cover in self._covers
            if not cover.used
        ]  # fmt: skip


def _names(codes: tuple[str, ...], code: str, name: str) -> bool:
    return any(c == "ALL" or code.startswith(c.upper()) or c == name for c in codes)


def _read(text: str) -> list[_Cover]:
    covers: list[_Cover] = []
    for match in _DIRECTIVE.finditer(text):
        kind = match[1]
        codes = tuple(c.strip() for c in match[2].split(",") if c.strip())
        place = match.span()
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end == -1 else line_end
        if kind == "file-ignore":
            covers.append(_Cover(0, len(text), codes, place))
        elif kind == "disable":
            covers.append(_Cover(match.end(), len(text), codes, place))
        elif kind == "enable":
            for cover in covers:
                if cover.end == len(text) and cover.start > 0 and set(cover.codes) & set(codes or cover.codes):
                    cover.end = match.start()
        elif _OPENER.match(text, line_start, match.start()):
            block = line_end + 1
            stop = re.compile(r"\n[ \t\r]*\n").search(text, block)
            covers.append(_Cover(block, stop.start() if stop else len(text), codes, place))
        else:
            covers.append(_Cover(line_start, line_end, codes, place))
    return covers
