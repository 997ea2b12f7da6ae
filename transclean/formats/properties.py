"""Java's .properties: the values.

The grammar is that of `java.util.Properties.load`; parsers for Python keep no positions. No text breaks it.
"""

from __future__ import annotations

import re

from transclean.formats import Details, Format
from transclean.formats.declared import java_default
from transclean.formats.escapes import CONTINUATION, backslashes, with_numbers
from transclean.formats.message import Messages
from transclean.formats.places import Places
from transclean.formats.translation_files import holds_translations, is_prose
from transclean.formats.view import Builder, View
from transclean.text.span import Span

_LINE = re.compile(
    r"""[ \t\f]*(?:
        [\#!][^\n]*
      | [^\\\s=:]*(?:\\(?:\n[ \t\f]*|[^\n])[^\\\s=:]*)*     # key
        [ \t\f]*[=:]?[ \t\f]*
        (?P<value>[^\\\n]*(?:\\(?:\n[ \t\f]*|[^\n]|\Z)[^\\\n]*)*)
      )(?:\n|\Z)""",
    re.VERBOSE,
)
# Of values that `java.text.MessageFormat` reads, as far as can be told: there an apostrophe is written twice, and a
# single one is syntax.
_MESSAGE_FORMAT = re.compile(r"\{\d+[,}]|''")

_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_ESCAPES = backslashes(_LETTERS, more=CONTINUATION)
_ESCAPES_OF_MESSAGES = backslashes(_LETTERS, more=f"''|'|{CONTINUATION}")


def _read(text: str, details: Details) -> View:
    # Until Java 9 files are in Latin-1: where one has no other characters, we bring none in.
    highest = max(text, default="")
    raw = "\x7f" if highest <= "\x7f" else "\xff" if highest <= "\xff" else "\U0010ffff"
    doubled: Places[bool] = Places()

    def written(new: str, place: int) -> str:
        new = new.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
        found = doubled.at(place)
        if found is not None and found[1]:
            new = new.replace("'", "''")
        return with_numbers(new, above=raw)

    builder = Builder(text, written)
    messages = Messages(builder, text, _ESCAPES, signs="\\'")
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        assert line is not None  # it matches any text
        position = line.end()
        if not line["value"] or not is_prose(line["value"]):
            continue
        span = Span(*line.span("value"))
        is_message = _MESSAGE_FORMAT.search(text, *span) is not None
        doubled.add(span, is_message)
        messages.add(span, escapes=_ESCAPES_OF_MESSAGES if is_message else None)
    return builder.view()


FORMAT = Format("properties", (".properties",), _read, wanted=holds_translations, declared=java_default)
