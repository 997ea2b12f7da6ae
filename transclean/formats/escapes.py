"""Escapes in the strings of files, and how text is written with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from transclean.formats.references import html_meaning

_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][\w.]{0,40});"
_NO_BREAK_SPACE = "&(?:nbsp|#160|#[xX][aA]0);"
# Several together, or with a space, are there to keep things apart.
_GAP = f"(?: {{1,9}}{_NO_BREAK_SPACE}|{_NO_BREAK_SPACE}(?: |{_NO_BREAK_SPACE}))(?: |{_NO_BREAK_SPACE})*"


class Escapes:
    """The escapes of a format: `pattern`, and what a match stands for (None: for nothing that is text).

    Entities of HTML are read as well: many programs put their strings into a page as they are.
    """

    def __init__(self, pattern: str, meaning: Callable[[str], str | None]) -> None:
        self.pattern = re.compile(f"{_GAP}|{_ENTITY}|{pattern}", re.DOTALL)
        self._meaning = meaning

    def read(self, escape: str) -> str | None:
        """The character that `escape` stands for."""
        return _entity(escape) if "&" in escape else self._meaning(escape)


CONTINUATION = r"[^\\\n]?\\(?:\n[ \t\f]*|\Z)"
"""A line that goes on, with the character before it: what replaces that goes on without the break."""


def backslashes(letters: Mapping[str, str | None], more: str = "(?!)") -> Escapes:
    """Escapes with a backslash before a letter, or before `u` and a number, which for some characters are two.

    `letters`: those that do not stand for themselves; `more`: a pattern of escapes besides.
    """

    def meaning(escape: str) -> str | None:
        if escape[0] == "'":
            return "'" if escape == "''" else None
        before, _, after = escape.partition("\\")
        if not before and after in letters:
            return letters[after]
        if after[:1] in ("\n", ""):
            return before
        if len(after) == 1:
            return None if after in "uU" else after
        units = bytes.fromhex(re.sub(r"\\[uU]", "", escape))
        return units.decode("utf-16-be", errors="ignore") or None  # half of a pair is no text

    high, low = r"\\[uU][dD][89abAB][0-9a-fA-F]{2}", r"\\[uU][dD][c-fC-F][0-9a-fA-F]{2}"
    return Escapes(rf"{high}{low}|\\[uU][0-9a-fA-F]{{4}}|{more}|\\.", meaning)


def with_numbers(text: str, above: str = "\x7f") -> str:
    """`text` with the numbers of characters above the one given, as `\\u00e9`."""
    return "".join(character if character <= above else _numbers(character) for character in text)


def _numbers(character: str) -> str:
    data = character.encode("utf-16-be")
    return "".join(f"\\u{data[place : place + 2].hex()}" for place in range(0, len(data), 2))


def _entity(entity: str) -> str | None:
    """What an entity stands for, if rules may look through it: nothing that is markup, or cannot be seen."""
    text = html_meaning(entity)
    if text == "\u00a0":
        return " "  # who wrote it so wants it to stay, where nothing else is wrong
    return text if text is not None and text.isprintable() and text not in "<>&" else None
