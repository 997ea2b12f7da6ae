"""Qt's .ts: the translations of an application's messages.

A translation that is `vanished` or `obsolete` is no longer used and stays.
"""

from __future__ import annotations

import re

from transclean.formats.language import primary
from transclean.formats.references import add_text, xml_meaning
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Content, Kind, Token, Treatment, Writing, attributes, root_of, skip, tokens

# What Qt puts values into, and the mark of a key to press, which is not seen: `E&amp;xit`.
_SPECIAL = re.compile(r"%L?(?:\d{1,2}|n)|&amp;(?=\w)")
_UNUSED = frozenset(("vanished", "obsolete"))


def read_qt(text: str) -> View:
    """The view of a .ts file of Qt."""
    writing = Writing(text)
    builder = Builder(text, writing.written)

    def add(start: int, end: int) -> None:
        for match in _SPECIAL.finditer(text, start, end):
            add_text(builder, text, start, match.start(), xml_meaning)
            if match[0][0] == "%":
                builder.protect(*match.span())
            start = match.end()
        add_text(builder, text, start, end, xml_meaning)

    def treat(token: Token) -> Treatment:
        return Treatment.OPAQUE  # `byte`: a character that XML cannot have

    content = Content(text, builder, writing, treat, add)
    rest = tokens(text, root_of(text).start)
    language = origin = None
    for token in rest:
        if token.kind is not Kind.OPEN:
            continue
        if token.name == "TS":
            given = attributes(text, token)
            language, origin = primary(given.get("language")), primary(given.get("sourcelanguage"))
        elif token.name == "translation":
            given = attributes(text, token)
            if given.get("type") in _UNUSED:
                skip(rest)
            elif given.get("variants") != "yes" and not text.startswith("<numerusform", _after_space(text, token.end)):
                content.element(token, rest)
        elif token.name in ("numerusform", "lengthvariant"):
            content.element(token, rest)
    return builder.view(language=language, origin=origin)


def _after_space(text: str, position: int) -> int:
    while text[position].isspace():
        position += 1
    return position
