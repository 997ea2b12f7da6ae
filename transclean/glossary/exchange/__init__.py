"""Formats of glossaries: the native table, TBX, and the tables of other tools."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from transclean.errors import GlossaryError
from transclean.glossary.exchange import deepl, pairs, tbx, tbx_writer, weblate
from transclean.glossary.exchange.pairs import Languages
from transclean.glossary.problem import Problem
from transclean.glossary.table import Row, is_native, read_table, rows_of, table_of, table_text
from transclean.glossary.term import ENGLISH, Term

MAX_SIZE = 64 * 1024 * 1024
"""Bytes; no glossary of terms is longer, and reading takes ten times its size in memory."""


@dataclass(frozen=True)
class Reading:
    """The terms of a file with their lines, and what is wrong with it."""

    terms: tuple[tuple[int, Term], ...]
    problems: tuple[Problem, ...]


Lines = Iterator[tuple[int, Term]]
ContentReader = Callable[[str, str, Languages, list[Problem]], Lines]
RowReader = Callable[[str, Sequence[Row], Languages, list[Problem]], Lines]
"""Gets the path, to name it in what is wrong, the content or its rows, and the list that gets what is wrong."""


@dataclass(frozen=True)
class Format:
    """How glossaries of one kind are read and written. What cannot be raises GlossaryError.

    `holds`: what of a term it can hold, if not all.
    """

    name: str
    about: str
    read: ContentReader
    write: Callable[[Sequence[Term], Languages], str]
    holds: str = ""


def _table(reader: RowReader, delimiter: str = "") -> ContentReader:
    def read(path: str, content: str, languages: Languages, problems: list[Problem]) -> Lines:
        rows = rows_of(content, delimiter or _delimiter(content))
        if not rows:
            raise GlossaryError("empty; the first line names the columns")
        yield from reader(path, rows, languages, problems)

    return read


def _native(path: str, rows: Sequence[Row], _languages: Languages, problems: list[Problem]) -> Lines:
    return read_table(path, rows, problems)


def _write_native(delimiter: str) -> Callable[[Sequence[Term], Languages], str]:
    return lambda terms, _languages: table_text(table_of(terms), delimiter)


FORMATS = {
    format.name: format
    for format in (
        Format("tsv", "transclean's own, tabs", _table(_native, "\t"), _write_native("\t")),
        Format("csv", "transclean's own, commas", _table(_native), _write_native(",")),
        Format("tbx", "TBX-Basic of 2019 (ISO 30042:2019, DCT)", tbx.read, tbx_writer.write_dct),
        Format("tbx-dca", "TBX-Basic of 2019 in the DCA style", tbx.read, tbx_writer.write_dca),
        Format("tbx-2008", "TBX-Basic of 2008 (ISO 30042:2008, MARTIF)", tbx.read, tbx_writer.write_martif),
        Format("deepl", "DeepL's table", _table(deepl.read), deepl.write, "names in pairs of languages"),
        Format("weblate", "Weblate's CSV", _table(weblate.read), weblate.write,
               "names in one pair of languages, forms to replace, notes"),
        Format("list", "a list of two columns", _table(pairs.read), pairs.write, "forms to replace"),
    )
}  # fmt: skip


def read_glossary(path: str, format_name: str = "", languages: Languages = ("", ENGLISH)) -> Reading:
    """The glossary at `path`, in the format named, or the one that it shows. Raises GlossaryError if unreadable."""
    content = _content(path)
    problems: list[Problem] = []
    try:
        format_ = FORMATS[format_name or guess_format(path, content)]
        terms = tuple(format_.read(path, content, languages, problems))
    except GlossaryError as error:
        place = "," if str(error).startswith("line ") else ":"
        raise GlossaryError(f"{path}{place} {error}") from None
    return Reading(terms, tuple(problems))


def guess_format(path: str, content: str) -> str:
    """The name of the format that `content` shows; of tables without a header it is `list` or `deepl`."""
    if content.lstrip().startswith("<"):
        return "tbx"
    delimiter = "\t" if path.lower().endswith(".tsv") else _delimiter(content)
    rows = rows_of(content, delimiter)
    if not rows:
        raise GlossaryError("empty; the first line names the columns")
    first = rows[0][1]
    if weblate.is_header(first):
        return "weblate"
    if is_native(first):
        return "tsv" if delimiter == "\t" else "csv"
    if deepl.is_row(first):
        return "deepl"
    return "list" if pairs.is_list(rows) else "tsv" if delimiter == "\t" else "csv"


def format_for_suffix(path: str) -> str:
    """The format to write to a file of this name."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in (".tsv", ".csv", ".tbx"):
        raise GlossaryError(f"{path}: which format is that? --to says it: {', '.join(FORMATS)}")
    return suffix[1:]


def _content(path: str) -> str:
    try:
        size = os.path.getsize(path)
        if size > MAX_SIZE:
            raise GlossaryError(f"{path}: {size // 2**20} MB; a glossary has at most {MAX_SIZE // 2**20} MB")
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise GlossaryError(f"{path}: {error.strerror or error}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{path}, line {line}: not UTF-8 (byte {error.start})") from None


def _delimiter(content: str) -> str:
    """What separates the cells: a tab if the first line that is no comment has one, else what it has most of."""
    line = next((line for line in content.splitlines() if line.strip() and not line.startswith("#")), "")
    return "\t" if "\t" in line else ";" if line.count(";") > line.count(",") else ","
