"""Placeholders in the messages of programs.

What a program puts its values into is not known, so the notations of all of them are looked for in every file: printf
and its kin, ICU MessageFormat, i18next, Rails, Laravel, Vue, shells. What is taken for a placeholder and is none costs
a repair; one that is not seen may cost the program.
"""

from __future__ import annotations

import re

from transclean.text.span import Span

SIGNS = "%{}$#@:\t\x1b"
"""One of these is in every placeholder, but for wide blanks."""

_PLACEHOLDER = re.compile(
    r"""
      %[(<]\w+[)>](?:[-+0\ \#]*\d*(?:\.\d+)?[a-zA-Z])?            # %(name)s, %<name>s
    | %(?:\d+\$)?[-+0\#']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcCsSpn@]  # %1$s, %lu, %@
    | %L?\d{1,2}(?![ ]?\$)                                        # %1, %L1
    | \$t\([^()\n]*\)                                             # $t(key)
    | \$[a-z_]\w*\$? | \$[A-Z_][A-Z0-9_]+\$                       # $name, $NAME$
    | (?<![\w:]):[a-zA-Z_]\w+                                     # :name
    | @(?:\.\w+)?:(?:\([^()\n]*\)|\w+(?:\.\w+)*)                  # @:key
    | \t+ | [ ]{3,} | \x1b\[[\d;]*[A-Za-z]                         # layout, colours of a terminal
    """,
    re.VERBOSE,
)
_BRACE = re.compile(r"[%$#]?\{|\}")
_BRANCH_NAME = r"(?:=\d+|[\w-]+)\s*\{"
_BRANCHES = re.compile(
    rf"\{{\s*[\w.$-]+\s*,\s*(?:plural|select|selectordinal)\s*,\s*(?:offset\s*:\s*\d+\s*)?{_BRANCH_NAME}"
)
_NEXT_BRANCH = re.compile(rf"\}}\s*(?:{_BRANCH_NAME}|\}})")

_ACCELERATED = re.compile(r".(?!\w*;)[^\W_]")


def placeholders(text: str) -> list[Span]:
    """The placeholders of `text`, and the syntax of messages in it."""
    return [Span(*match.span()) for match in _PLACEHOLDER.finditer(text)] + _arguments(text)


def _arguments(text: str) -> list[Span]:
    """What is in braces, but for the messages in the branches of `{n, plural, one {…} other {…}}`."""
    if "{" not in text:
        return []
    closing: dict[int, int] = {}
    unclosed: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace.group() != "}":
            unclosed.append(brace.start())
        elif unclosed:
            closing[unclosed.pop()] = brace.end()
    spans: list[Span] = []
    branches = position = 0
    while (found := _BRACE.search(text, position)) is not None:
        place, position = found.span()
        if found.group() == "}":
            following = _NEXT_BRANCH.match(text, place) if branches else None
            if following is None:
                continue
            position = following.end()
            branches -= text[position - 1] == "}"
        elif first := _BRANCHES.match(text, place):
            position = first.end()
            branches += 1
        elif place in closing:
            position = closing[place]
        else:
            continue
        spans.append(Span(place, position))
    if any("plural" in text[slice(*span)] or "ordinal" in text[slice(*span)] for span in spans):
        spans += [Span(place, place + 1) for place, sign in enumerate(text) if sign == "#"]
    return spans


def accelerator_in(label: str) -> str:
    """The sign before the letter of a label that is its key: GTK's `_File`, Qt's `&File`, LibreOffice's `~File`."""
    for sign in "_&~":
        if label.count(sign) == 1 and _ACCELERATED.match(label, label.find(sign)):
            return sign
    return ""
