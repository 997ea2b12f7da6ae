"""TMX: the segments in the language that was translated into.

A translation memory has each segment in two or more languages. English is read if it is one that the others were
translated into, or else the only such language; the option `tmx.language` names another.
"""

from __future__ import annotations

from collections.abc import Iterator

from transclean.formats.language import primary
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Content, Kind, Token, Treatment, Writing, attributes, root_of, skip, tokens

# Around what is formatted (TMX 1.4b): `hi` holds text, the others the code of a mark.
_TREATMENTS = {"hi": Treatment.THROUGH, "bpt": Treatment.ABSENT, "ept": Treatment.ABSENT}


def read_tmx(text: str, wanted_language: str | None) -> View:
    """The view of a TMX file, of its segments in `wanted_language` if that is given."""
    root = root_of(text)
    writing = Writing(text)
    builder = Builder(text, writing.written)
    content = Content(text, builder, writing, lambda token: _TREATMENTS.get(token.local, Treatment.OPAQUE))
    origin = _origin(text, root)
    language = primary(wanted_language) or _language(text, root, origin)
    rest = tokens(text, root.start)
    spoken: str | None = None
    translated = ""  # in the language of origin, if that came first
    for token in rest:
        if token.kind is not Kind.OPEN:
            continue
        if token.local == "tu":
            translated = ""
        elif token.local == "tuv":
            spoken = _of(text, token)
        elif token.local == "seg":
            if language is not None and spoken == language:
                content.element(token, rest, translated)
            else:
                end = skip(rest)
                translated = text[token.end : end] if spoken == origin else translated
    return builder.view(language=language, origin=origin)


def _origin(text: str, root: Token) -> str | None:
    """The language that all was translated from, if it is one (the header may say `*all*`)."""
    header = _named(text, root, "header")
    return next((primary(attributes(text, token).get("srclang")) for token in header), None)


def _language(text: str, root: Token, origin: str | None) -> str | None:
    languages = {_of(text, token) for token in _named(text, root, "tuv")} - {origin, None}
    if "en" in languages:
        return "en"
    return languages.pop() if len(languages) == 1 and origin is not None else None


def _named(text: str, root: Token, name: str) -> Iterator[Token]:
    return (t for t in tokens(text, root.start) if t.local == name and t.kind in (Kind.OPEN, Kind.EMPTY))


def _of(text: str, tuv: Token) -> str | None:
    given = attributes(text, tuv)
    return primary(given.get("xml:lang") or given.get("lang"))
