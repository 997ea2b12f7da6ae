"""Android's string resources: `strings.xml` and others with the root `resources`.

https://developer.android.com/guide/topics/resources/string-resource: quotation marks and apostrophes are escaped with
a backslash, `\\n` and `\\u2019` are characters, a value that begins with `@` or `?` refers to another resource.
"""

from __future__ import annotations

import re

from transclean.formats.names import names
from transclean.formats.references import add_reference, add_text, xml_meaning
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Content, Kind, Token, Treatment, Writing, attributes, root_of, skip, tokens

_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)|(?P<quote>\")", re.DOTALL)
_MEANINGS = {"n": "\n", "t": "\t"}
_REFERS = re.compile(r"\s*[@?]")
_INLINE = names("a annotation b big cite dfn em font i li marquee p small span strike strong sub sup tt u ul")
_BREAKS = names("br div h1 h2 h3 h4 h5 h6 li p ul")


class _Writing(Writing):
    """With the escapes of Android."""

    def written(self, text: str, place: int) -> str:
        text = text.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"').replace("\n", "\\n")
        return super().written(text, place)


def read_android(text: str) -> View:
    """The view of a resource file."""
    writing = _Writing(text)
    builder = Builder(text, writing.written)

    def add(start: int, end: int) -> None:
        _add_escaped(builder, text, start, end, references=True)

    def add_cdata(start: int, end: int) -> None:
        _add_escaped(builder, text, start, end, references=False)

    content = Content(text, builder, writing, _treat, add, add_cdata)
    rest = tokens(text, root_of(text).start)
    for token in rest:
        if token.kind is not Kind.OPEN or token.local == "resources":
            continue
        if token.local in ("string-array", "plurals", "string", "item"):
            if attributes(text, token).get("translatable") == "false":
                skip(rest)
            elif token.local in ("string", "item"):
                if _REFERS.match(text, token.end):
                    skip(rest)
                else:
                    content.element(token, rest)
        else:
            skip(rest)
    return builder.view()


def _add_escaped(builder: Builder, text: str, start: int, end: int, *, references: bool) -> None:
    """Add text with backslash escapes. A bare quotation mark is syntax: it keeps the spaces up to the next one."""
    for match in _ESCAPE.finditer(text, start, end):
        _add_plain(builder, text, start, match.start(), references=references)
        if not match["quote"]:
            escape = match[0][1:]
            meaning = chr(int(escape[1:], 16)) if len(escape) == 5 else _MEANINGS.get(escape, escape)
            add_reference(builder, text, *match.span(), None if escape == "n" else meaning)
        start = match.end()
    _add_plain(builder, text, start, end, references=references)


def _add_plain(builder: Builder, text: str, start: int, end: int, *, references: bool) -> None:
    if references:
        add_text(builder, text, start, end, xml_meaning)
    else:
        builder.keep(start, end)


def _treat(token: Token) -> Treatment:
    if token.name in _BREAKS:
        return Treatment.BREAK
    return Treatment.THROUGH if token.name in _INLINE else Treatment.OPAQUE  # as xliff:g, a placeholder
