"""Front matter: the YAML (`---`) or TOML (`+++`) block at the head of a page, of which a few keys are prose.

A parser of these languages would have to be loaded for each page, and PyYAML and tomllib keep no places of values; the
keys in question are strings at the left margin, which a pattern finds. What it does not know it leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transclean.formats import Details
from transclean.formats.view import Builder

KEYS = ("title", "description", "summary")
"""What is prose unless the option says otherwise: the keys that Hugo, Jekyll and Docusaurus show to readers."""

_BLOCK = re.compile(r"(---|\+\+\+)[ \t]*\n(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))")
_LETTERS = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "_": "\u00a0"}
# What a YAML scalar without quotation marks cannot begin with, or hold (YAML 1.2, 7.3.3).
_NOT_PLAIN = re.compile(r"[-?:](?:\s|\Z)|[\s,\[\]{}#&*!|>'\"%@`]")
_COMMENT = re.compile(r"\s#")
_NOT_IN_PLAIN = re.compile(r":(?:\s|\Z)|\s#|\n")


class Value(NamedTuple):
    """A string in the source, from `start` to `end` without its quotation marks; `style` is the mark before it:
    `"`, `'`, three of these in TOML, `|` or `>` for a block of YAML, empty for a plain scalar.
    """

    start: int
    end: int
    style: str


class FrontMatter:
    """The front matter of a page: characters 0 to `end`; `end` is 0 where there is none."""

    def __init__(self, source: str, details: Details) -> None:
        self._source = source
        block = _BLOCK.match(source) if source.startswith(("---", "+++")) else None
        self.end = block.end() if block else 0
        keys = details.get("markdown.front-matter")
        names = tuple(key.strip() for key in keys.split(",")) if keys is not None else KEYS
        self._values = list(self._strings(source.startswith("+++"), tuple(filter(None, names)))) if block else []

    def add_to(self, builder: Builder) -> None:
        """Add the values that are prose to a view."""
        for value in self._values:
            if value.style in ("|", ">"):
                self._add_block(builder, value)
            elif value.style in ('"', '"""'):
                self._add_escaped(builder, value)
            elif value.style == "'" and not self._is_toml:
                self._add_single(builder, value)
            else:
                builder.keep(value.start, value.end)
            builder.pause()

    def written(self, text: str, place: int) -> str:
        """`text` as it is written in the value at `place`."""
        style = self._at(place).style
        if style == '"':
            return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        if style == "'" and not self._is_toml:
            return text.replace("'", "''")
        return text

    def allows(self, start: int, end: int, text: str) -> bool:
        """Whether the value stays a string of its kind with `text`, as written, for characters `start` to `end`."""
        value = self._at(start)
        changed = self._source[value.start : start] + text + self._source[end : value.end]
        if value.style == "":
            return not (changed[-1:].isspace() or _NOT_PLAIN.match(changed) or _NOT_IN_PLAIN.search(changed))
        if self._is_toml and value.style.startswith("'"):
            return value.style not in changed and ("\n" not in text)
        return value.style in ('"', "'") or "\n" not in text

    @property
    def _is_toml(self) -> bool:
        return self._source.startswith("+++")

    def _at(self, place: int) -> Value:
        return next(value for value in self._values if value.start <= place <= value.end)

    def _strings(self, toml: bool, keys: tuple[str, ...]) -> Iterator[Value]:
        if not keys:
            return
        for match in _assignments(toml, keys).finditer(self._source, 0, self.end):
            style, start, end = _kind(match), match.start(1), match.end(1)
            if style == "":
                plain = _COMMENT.split(match[1], 1)[0].rstrip()
                if not _NOT_PLAIN.match(plain) and not _NOT_IN_PLAIN.search(plain):
                    yield Value(start, start + len(plain), style)
            elif style in ("|", ">"):
                yield Value(match.end("indicator"), end, style)
            else:
                yield Value(start + len(style), end - len(style), style)

    def _add_escaped(self, builder: Builder, value: Value) -> None:
        position = value.start
        for escape in _ESCAPE.finditer(self._source, value.start, value.end):
            builder.keep(position, escape.start())
            code = escape[1] or escape[2] or escape[3]
            number = int(code, 16) if code else 0
            if code and number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF:
                builder.decode(*escape.span(), chr(number))
            elif escape[4] in _LETTERS:
                builder.decode(*escape.span(), _LETTERS[escape[4]])
            else:
                builder.protect(*escape.span())
            position = escape.end()
        builder.keep(position, value.end)

    def _add_single(self, builder: Builder, value: Value) -> None:
        position = value.start
        while (place := self._source.find("''", position, value.end)) != -1:
            builder.keep(position, place)
            builder.decode(place, place + 2, "'")
            position = place + 2
        builder.keep(position, value.end)

    def _add_block(self, builder: Builder, value: Value) -> None:
        """The lines of a block, without their indentation."""
        position = -1
        for line in re.compile(r"[^\s].*").finditer(self._source, value.start, value.end):
            if position >= 0:
                if "\n" in self._source[position + 1 : line.start()]:
                    builder.pause()
                else:
                    builder.decode(position, line.start(), "\n")
            builder.keep(*line.span())
            position = line.end()


def _kind(match: re.Match[str]) -> str:
    """The `style` of the value that `_assignments` found."""
    text = match[1]
    for style in ('"""', "'''", '"', "'", "|", ">"):
        if text.startswith(style):
            return style
    return ""


@lru_cache(maxsize=8)
def _assignments(toml: bool, keys: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a key at the left margin with its value, which is the first group."""
    names = "|".join(re.escape(key) for key in keys)
    double, comment = r'"(?:[^"\\\n]|\\.)*"', r"[ \t]*(?:#.*)?"
    if toml:
        several = r'"""(?:[^"\\]|\\.|"(?!""))*"""' + r"|'''(?:[^']|'(?!''))*'''"
        return re.compile(rf"^(?:{names})[ \t]*=[ \t]*({several}|{double}|'[^'\n]*'){comment}$", re.MULTILINE)
    block = r"(?P<indicator>[|>][-+]?)[ \t]*(?:\n(?:[ \t].*)?)+"
    quoted = rf"(?:{double}|'(?:[^'\n]|'')*')(?={comment}$)"
    return re.compile(rf"^(?:{names}):[ \t]+({quoted}|{block}|[^\s'\"|>].*)", re.MULTILINE)
