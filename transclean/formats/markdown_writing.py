"""Writing new text into Markdown, so that it is text there and nothing else."""

from __future__ import annotations

import re

from transclean.text.revision import Replacement

# What begins a block where a line begins (CommonMark 0.31, 4 and 5; tables, containers and admonitions of others).
_BLOCK = re.compile(
    r"[ ]{0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|[ ]{0,3}#{1,6}(?:[ \t]|$)|[ ]{0,3}(?:>|`{3}|~{3}|=+[ \t]*$|\||:[ :]"
    r"|(?:-[ \t]*){2,}$|(?:[*_][ \t]*){3,}$|\[[^\]\n]+\]:)|[ ]{4}|\t|!!! |\?\?\? |=== ",
    re.MULTILINE,
)
_BEFORE_BLOCK = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)*")

_HARD_BREAK = re.compile(r"(?: {2}|\\)\n|<br\b", re.IGNORECASE)

# Emphasis that a rule means: *Red Sorghum*.
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)[^*_\n]*(?<=\S)\1")
_SPECIAL = re.compile(r"[*_](?=\S)|(?<=\S)[*_]|`|\\(?=[!-/:-@\[-`{-~])|&(?=#?\w+;)|\|")
_LOOK_AHEAD = 200


def makes_markup(source: str, edit: Replacement) -> bool:
    """Whether a line would begin as a block does, which did not before."""
    start = source.rfind("\n", 0, edit.start) + 1
    marker = _BEFORE_BLOCK.match(source, start, edit.start)
    if marker is None or marker.end() != edit.start:
        return False
    after = edit.text + source[edit.end : edit.end + 12]
    return _BLOCK.match(after) is not None and _BLOCK.match(source, edit.start) is None


def takes_break(source: str, edit: Replacement) -> bool:
    """Whether a line break that readers see goes away."""
    return "\n" not in edit.text and _HARD_BREAK.search(source, edit.start, edit.end) is not None


def written(source: str, text: str, place: int) -> str:
    """`text` as it is written at `place`: special characters escaped, the prefix of the line before every line."""
    if "\u00a0" in text and "&nbsp;" in source and "\u00a0" not in source:
        text = text.replace("\u00a0", "&nbsp;")
    elif text.isalnum():
        return text
    else:
        text = _escaped(source, text, place)
    if "\n" in text:
        text = text.replace("\n", "\n" + _continuation(source, place))
    return text


def _escaped(source: str, text: str, place: int) -> str:
    if ("<" in text or ">" in text) and "&lt;" in source[place : place + _LOOK_AHEAD]:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    start = source.rfind("\n", 0, place) + 1
    in_table = "|" in text and "|" in source[start:place]
    parts: list[str] = []
    position = 0
    for kept in _EMPHASIS.finditer(text):
        parts += (_SPECIAL.sub(_escape_outside_tables, text[position : kept.start()]), kept[0])
        position = kept.end()
    parts.append(_SPECIAL.sub(_escape if in_table else _escape_outside_tables, text[position:]))
    return "".join(parts)


def _escape(match: re.Match[str]) -> str:
    sign, text = match[0], match.string
    if sign == "&":
        return "&amp;"
    between = text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()
    return sign if sign == "_" and between else "\\" + sign


def _escape_outside_tables(match: re.Match[str]) -> str:
    return match[0] if match[0] == "|" else _escape(match)


def _continuation(source: str, place: int) -> str:
    """What stands before a further line of the block that `place` is in."""
    start = source.rfind("\n", 0, place) + 1
    marker = _BEFORE_BLOCK.match(source, start, place)
    return re.sub(r"[^\s>]", " ", marker[0]) if marker else ""
