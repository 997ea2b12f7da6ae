"""gettext's PO and POT files: the translations, `msgstr` and `msgstr[n]`.

polib and translate-toolkit know the line of an entry but not where its strings are, and write whole entries anew; so
the lines are read here, by the grammar in the manual of gettext ("The Format of PO Files").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transclean.formats import Details, Format
from transclean.formats.declared import in_po
from transclean.formats.escapes import Escapes
from transclean.formats.language import primary
from transclean.formats.message import Messages
from transclean.formats.places import Places
from transclean.formats.problem import problem
from transclean.formats.view import Builder, View
from transclean.text.span import Span

_LINE = re.compile(
    r"""[ \t]*(?:
        (?P<comment>\#[^\n]*)
      | (?:(?P<keyword>msgid_plural|msgid|msgctxt|msgstr(?:\[\d+\])?|domain)[ \t]*)?
        "(?P<string>[^"\\\n]*(?:\\[^\n][^"\\\n]*)*)"[ \t]*
      )?(?:\n|\Z)""",
    re.VERBOSE,
)
_HEADER_FIELD = re.compile(r"(?:\A|\\n)(Language|X-Source-Language):[ \t]*([\w@.-]*)")
# Entries with these flags have their strings put through a formatter, in which `%%` is a percent sign.
_FORMATTED = re.compile(r"(?<!no-)\b(?:c|objc|c\+\+|python|php|perl|ruby|lua|awk|gcc-internal|kde|qt)-format\b")

_MEANINGS = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_ESCAPE = r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)"
_ESCAPES = Escapes(_ESCAPE, lambda escape: _MEANINGS.get(escape[1:]))
# `% d` is a conversion there, not a percent sign with a word after it.
_ESCAPES_FORMATTED = Escapes(
    rf"{_ESCAPE}|%%|%[ ][-+0]*\d*[diouxXeEfFgGs]", lambda escape: "%" if escape == "%%" else _ESCAPES.read(escape)
)
_PER_CENT = re.compile(r"%(?!\d{1,2}\$|\(\w+\))")  # that begins no placeholder, as mended ones are: %1$s, %(name)s
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


@dataclass
class _Entry:
    """An entry as far as it was read: the spans of its strings by keyword, without their quotes."""

    strings: dict[str, list[Span]] = field(default_factory=dict)
    flags: str = ""

    @property
    def is_header(self) -> bool:
        source = self.strings.get("msgid")
        return source is not None and "msgctxt" not in self.strings and all(span.start == span.end for span in source)


class _Reader:
    """Reads the entries of `source`."""

    def __init__(self, source: str, *, fuzzy: bool) -> None:
        self._source = source
        self._fuzzy = fuzzy
        self._formatted: Places[None] = Places()
        self._builder = Builder(source, self._write)
        self._messages = Messages(self._builder, source)
        self._header = {"Language": "", "X-Source-Language": ""}

    def read(self) -> View:
        source = self._source
        entry, flags = _Entry(), ""
        keyword = ""
        position = 0
        while position < len(source):
            line = _LINE.match(source, position)
            if line is None:
                raise problem(source, position, "not a line of a PO file")
            position = line.end()
            comment, given, string = line.groups()
            if comment is not None:
                if comment.startswith("#,"):
                    flags += comment
                elif comment.startswith("#~"):  # they were those of an obsolete entry
                    flags = ""
                continue
            if string is None:  # a blank line
                continue
            if given is not None:
                keyword = given
                begins = keyword in ("msgctxt", "msgid", "domain")
                if begins and any(known.startswith(("msgstr", "domain")) for known in entry.strings):
                    self._add(entry)
                    entry = _Entry()
                if begins:
                    entry.flags += flags
                    flags = ""
                entry.strings[keyword] = []
            elif not keyword:
                raise problem(source, line.start(), "a string without a keyword")
            entry.strings[keyword].append(Span(*line.span("string")))
        self._add(entry)
        return self._builder.view(
            language=primary(self._header["Language"]), origin=primary(self._header["X-Source-Language"])
        )

    def _add(self, entry: _Entry) -> None:
        if entry.is_header:
            text = "".join(self._source[slice(*span)] for span in entry.strings.get("msgstr", ()))
            self._header.update(_HEADER_FIELD.findall(text))
            return
        if "fuzzy" in entry.flags and not self._fuzzy:
            return
        formatted = _FORMATTED.search(entry.flags) is not None
        translated = "".join(self._source[slice(*span)] for span in entry.strings.get("msgid", ()))
        translated = translated.replace("\\\\", "\\")
        for keyword, spans in entry.strings.items():
            if not keyword.startswith("msgstr"):
                continue
            if formatted:
                self._formatted.add(Span(spans[0].start, spans[-1].end), None)
            self._messages.add(*spans, escapes=_ESCAPES_FORMATTED if formatted else _ESCAPES, translated=translated)

    def _write(self, text: str, place: int) -> str:
        if self._formatted.at(place) is not None:
            text = _PER_CENT.sub("%%", text)
        return text.translate(_WRITTEN)


def _read(text: str, details: Details) -> View:
    return _Reader(text, fuzzy=details.get("po.fuzzy") == "yes").read()


FORMAT = Format("po", (".po", ".pot"), _read, details=("po.fuzzy",), declared=in_po)
