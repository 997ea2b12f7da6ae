"""Tables in CSV and TSV: the cells of the columns that hold translations.

The columns are those of the option `csv.columns`, names or numbers from 1 with commas between; without it those that
the first row names as translations, else the one it names as a language. `csv` knows no positions; its dialects are
read here: quotes doubled inside quotes, and the delimiter found in the first row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from transclean.errors import FormatError
from transclean.formats import Details, Format
from transclean.formats.escapes import Escapes
from transclean.formats.language import primary
from transclean.formats.message import Messages
from transclean.formats.places import Places, guarded, mended
from transclean.formats.problem import problem
from transclean.formats.translation_files import holds_translations, is_language, is_prose, one_language
from transclean.formats.view import Builder, View
from transclean.text.revision import Replacement
from transclean.text.span import Span

_DELIMITERS = ",;\t|"
_SAMPLE = 10_000  # characters; the first row is not longer
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
_TRANSLATION = re.compile(
    r"(?:target|translat(?:ion|ed)|msgstr)(?:[ _-]?(?:text|string|value|segment))?", re.IGNORECASE
)
# Column headings that are no languages.
_NO_LANGUAGE = frozenset({"id", "no"})
# What a spreadsheet takes for a formula; a dash before a space is one of text.
_FORMULA = re.compile(r"[=+@]|-(?! )")
_ESCAPES = Escapes('""', lambda escape: '"')


@lru_cache(maxsize=8)
def _cell(delimiter: str) -> re.Pattern[str]:
    # With tabs, a quotation mark at the beginning of a cell is often but that.
    inside = '[^"]*(?:""[^"]*)*' if delimiter != "\t" else '[^"\n]*(?:""[^"\n]*)*'
    end = rf"[{delimiter}\n]|\Z"
    return re.compile(rf'(?:"(?P<quoted>{inside})"(?={end})|(?P<plain>[^{delimiter}\n]*))(?P<end>{end})')


def _delimiter(text: str) -> str:
    """The delimiter of a table: the one that is most often in its first row, outside quotes."""
    row = _QUOTED.sub("", text[:_SAMPLE]).partition("\n")[0]
    return max(_DELIMITERS, key=row.count)


def _rows(text: str, delimiter: str) -> Iterator[list[tuple[Span, bool]]]:
    """The rows: the cells, without their quotes, and whether they have any."""
    cell = _cell(delimiter)
    row = []
    position = 0
    while position < len(text):
        match = cell.match(text, position)
        assert match is not None  # it matches any text
        quoted = match["quoted"] is not None
        if not quoted and delimiter != "\t" and text.startswith('"', position):
            raise problem(text, position, "a quoted cell that does not end with its quotation mark")
        row.append((Span(*match.span("quoted" if quoted else "plain")), quoted))
        position = match.end()
        if match["end"] != delimiter:
            yield row
            row = []
    if row:
        yield row


def _columns(names: list[str], wanted: str) -> list[int]:
    """The columns to read, from 0."""
    if not wanted:
        translations = [index for index, name in enumerate(names) if _TRANSLATION.fullmatch(name)]
        if translations:
            return translations
        language = one_language(name for name in names if is_language(name) and name.lower() not in _NO_LANGUAGE)
        return [names.index(language)] if language is not None else []
    columns = []
    for name in map(str.strip, wanted.split(",")):
        if name in names:
            columns.append(names.index(name))
        elif name.isdecimal() and int(name) > 0:
            columns.append(int(name) - 1)
        else:
            raise FormatError(f"line 1: no column {name!r}")
    return columns


def _read(text: str, details: Details, delimiter: str = "") -> View:
    delimiter = delimiter or _delimiter(text)
    cells: Places[bool] = Places()  # of the chosen columns, with whether they are quoted

    def written(new: str, place: int) -> str:
        found = cells.at(place)
        return new.replace('"', '""') if found is not None and found[1] else new

    def allowed(edits: list[Replacement]) -> bool:
        """Whether the cell stays one cell, and no formula comes of it."""
        found = cells.at(edits[0].start)
        cell = mended(text, found[0], edits) if found is not None else None
        if found is None or cell is None or _FORMULA.match(cell):
            return False
        # One quotation mark of a pair may be at the beginning, where it means something else: then neither is made.
        return found[1] or not (delimiter in cell or "\n" in cell or cell.count('"') > text.count('"', *found[0]))

    builder = Builder(text, written)
    messages = Messages(builder, text, signs='"')
    wanted = details.get("csv.columns", "")
    columns: list[int] = []
    language = None
    for number, row in enumerate(_rows(text, delimiter)):
        if number == 0:
            names = [text[slice(*span)].strip() for span, _ in row]
            columns = sorted(set(_columns(names, wanted)))
            languages = {primary(names[i]) if i < len(names) and is_language(names[i]) else None for i in columns}
            language = languages.pop() if len(languages) == 1 else None
            if not re.fullmatch(r"[\d, ]+", wanted):
                continue  # it is headings
        for column in columns:
            span, quoted = row[column] if column < len(row) else (Span(0, 0), False)
            cell = text[slice(*span)]
            if is_prose(cell) and not _FORMULA.match(cell):
                cells.add(span, quoted)
                messages.add(span, escapes=_ESCAPES if quoted else None)
    return guarded(builder.view(language=language), allowed)


FORMATS = (
    Format("csv", (".csv",), _read, details=("csv.columns",), wanted=holds_translations),
    Format("tsv", (".tsv",), partial(_read, delimiter="\t"), details=("csv.columns",), wanted=holds_translations),
)
