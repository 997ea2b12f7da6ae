"""Apple's .strings: the values.

The grammar is that of old property lists, as far as Xcode's tables of strings use it. Parsers for Python keep no
positions. Tables that are XML or binary property lists are not read.
"""

from __future__ import annotations

import re

from transclean.formats import Details, Format
from transclean.formats.escapes import backslashes
from transclean.formats.message import Messages
from transclean.formats.problem import problem
from transclean.formats.view import Builder, View
from transclean.text.span import Span

_BLANK = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_TOKEN = re.compile(r'"(?P<string>[^"\\]*(?:\\.[^"\\]*)*)"|(?P<word>[\w.$/:-]+)|(?P<sign>[=;])', re.DOTALL)
# What is expected, and comes -> what is expected then. A key without a value stands for itself.
_NEXT = {
    ("key", "text"): "=",
    ("=", "="): "value",
    ("=", ";"): "key",
    ("value", "text"): ";",
    (";", ";"): "key",
}
_ESCAPES = backslashes({"\n": "\n", "n": "\n", "t": "\t", "r": "\r"})
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"'})


def _written(text: str, place: int) -> str:
    return text.translate(_WRITTEN)


def _read(text: str, details: Details) -> View:
    builder = Builder(text, _written)
    messages = Messages(builder, text, _ESCAPES)
    expected: str | None = "key"
    position = 0
    while True:
        blank = _BLANK.match(text, position)
        position = blank.end() if blank else position
        if position == len(text) and expected == "key":
            return builder.view()
        token = _TOKEN.match(text, position)
        before, expected = expected, _NEXT.get((expected or "", token["sign"] or "text")) if token else None
        if token is None or expected is None:
            raise problem(text, position, 'not `"key" = "value";`')
        if before == "value" and token["string"]:
            messages.add(Span(*token.span("string")))
        position = token.end()


FORMAT = Format("strings", (".strings",), _read)
