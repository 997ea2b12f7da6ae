"""Qt's .ts: the translations of an application's messages.

A translation that is `vanished` or `obsolete` is no longer used and stays. Qt shows rich text: a message may be HTML,
whose tags and references are written with references of XML (`&lt;b&gt;`, `&amp;quot;`).
"""

from __future__ import annotations

import re

from transclean.formats.escapes import Escapes
from transclean.formats.language import primary
from transclean.formats.message import Messages
from transclean.formats.references import decoded, html_meaning, xml_meaning
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Content, Kind, Token, Treatment, Writing, attributes, root_of, skip, tokens
from transclean.text.span import Span

_UNUSED = frozenset(("vanished", "obsolete"))
_OF_HTML = "&amp;"


class _References(Escapes):
    """References of XML, and those of HTML in the text that these make."""

    def __init__(self) -> None:
        self.pattern = re.compile(r"&(?:amp;(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});|[#\w]+;)")

    def read(self, escape: str) -> str | None:
        inner = escape.removeprefix(_OF_HTML)
        if inner in ("", escape):
            return xml_meaning(escape)
        meaning = html_meaning(f"&{inner}")
        return meaning if meaning is not None and meaning.isprintable() and meaning not in "<>&" else None


def read_qt(text: str) -> View:
    """The view of a .ts file of Qt."""
    writing = Writing(text)
    builder = Builder(text, writing.written)
    messages = Messages(builder, text, _References(), signs="&")
    translated = ""

    def add(start: int, end: int) -> None:
        messages.add(Span(start, end), translated=translated)

    def treat(token: Token) -> Treatment:
        return Treatment.BREAK  # `byte`: a character that XML cannot have

    content = Content(text, builder, writing, treat, add)
    rest = tokens(text, root_of(text).start)
    language = origin = None
    for token in rest:
        if token.kind is not Kind.OPEN:
            continue
        if token.name == "TS":
            given = attributes(text, token)
            language, origin = primary(given.get("language")), primary(given.get("sourcelanguage"))
        elif token.name == "source":
            translated = decoded(text[token.end : skip(rest)].rpartition("<")[0], xml_meaning)
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
