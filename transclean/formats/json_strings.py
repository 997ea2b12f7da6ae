"""JSON: the string values of translation files; ARB and Xcode's string catalogs.

`json` keeps no positions and goes as deep as the stack; so tokens are read here, with what programs write beside the
standard: comments, commas before a closing bracket, NaN, several values one after the other (JSON Lines).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from transclean.formats import Details, Format, never
from transclean.formats.escapes import backslashes
from transclean.formats.language import primary
from transclean.formats.message import Messages
from transclean.formats.problem import problem
from transclean.formats.translation_files import holds_translations, is_language, is_prose, one_language
from transclean.formats.view import Builder, View
from transclean.text.span import Span

_BLANK = re.compile(r"(?:[ \t\n\r]+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_TOKEN = re.compile(
    r"""  "(?P<string>[^"\\\n]*(?:\\[^\n][^"\\\n]*)*)"(?P<colon>[ \t\n\r]*:)?
      | (?P<opening>[{\[]) | (?P<closing>[}\]]) | (?P<comma>,)
      | (?P<other>[\w.+-]+)
      | (?P<end>\Z)
    """,
    re.VERBOSE,
)
_CLOSING = {"{": "}", "[": "]"}

_ESCAPES = backslashes({"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"})

Keys = list[str]


def _strings(source: str) -> Iterator[tuple[Keys, Span]]:
    """The string values: the keys that lead to each, which are only lent, and its place without the quotes."""
    path: Keys = []  # the key of each open bracket's value; in a list there is none
    open_brackets: list[str] = []
    ready = True  # for a value, or in an object for a key
    named = False  # the key has come
    position = 0
    while True:
        blank = _BLANK.match(source, position)
        token = _TOKEN.match(source, blank.end()) if blank else None
        if blank is None or token is None:
            raise problem(source, blank.end() if blank else position, "not JSON")
        position = token.end()
        kind = token.lastgroup
        bracket = open_brackets[-1] if open_brackets else ""
        if kind == "colon":
            fits = ready and not named and bracket == "{"
            named = True
            path[-1:] = [token["string"]]
        elif kind in ("string", "other", "opening"):
            fits = (ready or not bracket) and named == (bracket == "{")
            named = ready = False
            if fits and kind == "string":
                yield path, Span(*token.span("string"))
            elif kind == "opening":
                open_brackets.append(token["opening"])
                path.append("")
                ready = True
        elif kind == "comma":
            fits = not ready and bool(bracket)
            ready = True
        elif kind == "closing":
            fits = not named and bool(bracket) and token["closing"] == _CLOSING[bracket]
            ready = False
            if fits:
                open_brackets.pop()
                path.pop()
        else:
            fits = not bracket
        if not fits:
            raise problem(source, token.start(), "the file ends too early" if kind == "end" else "not JSON")
        if kind == "end":
            return


def _view(
    source: str, found: list[tuple[str, Span]], details: Details, *, language: str | None = None, origin: str = ""
) -> View:
    """The view of the strings found, each with the key of its language (`""`: it has none)."""
    by_language = any(key for key, _ in found)
    chosen = one_language((key for key, _ in found), details.get("json.language", "")) if by_language else ""
    # Where a program wrote escapes for all that is not ASCII, so do we.
    escaped = source.isascii() and "\\u" in source

    def written(text: str, place: int) -> str:
        return json.dumps(text, ensure_ascii=escaped)[1:-1]

    builder = Builder(source, written)
    messages = Messages(builder, source, _ESCAPES)
    for key, span in found:
        if key == chosen and is_prose(source[slice(*span)]):
            messages.add(span)
    return builder.view(language=primary(chosen) or language, origin=primary(origin))


# The beginnings of keys of comments, schemas, metadata.
_NO_TEXT = ("@", "$", "//", "_comment")


def _read_json(text: str, details: Details) -> View:
    """Translation files of many frameworks: the language may be the key of all that is in the file, as with Rails."""
    found = []
    for keys, span in _strings(text):
        if not keys or not keys[-1].startswith(_NO_TEXT):
            found.append((keys[0] if len(keys) > 1 else "", span))
    if not all(is_language(key) for key, _ in found):
        found = [("", span) for _, span in found]
    return _view(text, found, details)


def _read_arb(text: str, details: Details) -> View:
    """Application Resource Bundles: what is at `@key` describes the message `key`."""
    language = None
    found = []
    for keys, span in _strings(text):
        if keys == ["@@locale"]:
            language = primary(text[slice(*span)])
        elif keys and not keys[0].startswith("@"):
            found.append(("", span))
    return _view(text, found, details, language=language)


def _read_catalog(text: str, details: Details) -> View:
    """Xcode's string catalogs: the `stringUnit`s of the localizations, without those of the source language."""
    origin = ""
    found = []
    for keys, span in _strings(text):
        if keys == ["sourceLanguage"]:
            origin = text[slice(*span)]
        elif keys[:1] == ["strings"] and keys[2:3] == ["localizations"] and keys[-2:] == ["stringUnit", "value"]:
            found.append((keys[3], span))
    return _view(text, [one for one in found if one[0] != origin], details, origin=origin)


_OPTIONS = ("json.language",)
FORMATS = (
    Format("json", (".json",), _read_json, details=_OPTIONS, wanted=holds_translations),
    Format("jsonl", (".jsonl", ".ndjson"), _read_json, details=_OPTIONS, wanted=never),
    Format("arb", (".arb",), _read_arb),
    Format("xcstrings", (".xcstrings",), _read_catalog, details=_OPTIONS),
)
