"""The native form of a glossary: a table with a row for each term.

UTF-8, separated by tabs (`.tsv`) or commas (`.csv`), the first line naming the columns. Lines before it that begin
with `#` are comments. Cells with several values separate them with `|`. Columns; `preferred` or a language is
required:

- `id`: names the row; a row of a later glossary replaces one of the same id (default: the preferred form);
- `preferred`, `abbreviation`, `admitted`: what to write in English, and what is right too;
- `replace`: forms to replace; `flag`: forms to report;
- a language code: the name in that language, and further names, of which the first acronym is the abbreviation;
  the code with `_abbreviation`, `_replace` or `_flag`: as above, for texts in that language;
- `requires`, `requires_near`, `unless`, `unless_document`: see `transclean.glossary.term.Term`;
- `write`: `abbreviation` to write that always; empty: it is written for an acronym only;
- `article`: `none` if the abbreviation is used without `the`; empty: like other nouns;
- `case`: `exact` if forms count only as they are written; empty: in capitals and at the start of a sentence too;
- `status`: `keep` if the term must never be touched; empty: an ordinary term;
- `domain`, `note`, `source`: for the reader.

A cell that a spreadsheet would run as a formula is refused; with an apostrophe before it, it is text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from transclean.errors import GlossaryError
from transclean.glossary.problem import Problem
from transclean.glossary.term import ENGLISH, Term, Wording, is_acronym

Row = tuple[int, list[str]]
"""The line a row ends at, and its cells."""

_CONDITIONS = ("requires", "requires_near", "unless", "unless_document")
# In the order of Term's fields.
_CHOICES = {"write": "abbreviation", "article": "none", "case": "exact", "status": "keep"}
_TEXTS = ("domain", "note", "source")
_ENGLISH = ("preferred", "abbreviation", "admitted", "replace", "flag")
COLUMNS = ("id", "domain", *_ENGLISH, *_CONDITIONS, *_CHOICES, "note", "source")
_LANGUAGE_COLUMN = re.compile(r"([a-z]{2,3})(?:_(abbreviation|replace|flag))?")


def read_table(path: str, rows: Sequence[Row], problems: list[Problem]) -> Iterator[tuple[int, Term]]:
    """The terms of `rows`, the first of which names the columns, with their lines; `problems` gets what is wrong."""
    line, cells = rows[0]
    header = [name.strip().lower() for name in cells]
    found = list(_header_problems(header))
    problems += [Problem(path, line, message) for message in found]
    for line, cells in rows[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            if len(cells) > len(header):
                raise GlossaryError(f"{len(cells)} cells, but {len(header)} columns")
            term = term_of({name: plain(cell) for name, cell in zip(header, cells, strict=False)})
        except GlossaryError as error:
            problems.append(Problem(path, line, str(error)))
        else:
            yield line, term


def is_native(header: Iterable[str]) -> bool:
    """Whether a row of cells names columns of this format."""
    names = [name.strip().lower() for name in header]
    return "preferred" in names or "id" in names or (len(names) > 1 and all(map(_LANGUAGE_COLUMN.fullmatch, names)))


def _header_problems(header: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(header):
        if name not in COLUMNS and not _LANGUAGE_COLUMN.fullmatch(name):
            yield f"no column {name!r}; one of {', '.join(sorted(COLUMNS))}, or a language code"
        if header.count(name) > 1:
            yield f"the column {name!r} is there twice"
    if "preferred" not in header and not any(re.fullmatch("[a-z]{2}", name) for name in header if name != "id"):
        yield "no column 'preferred'"


def term_of(row: Mapping[str, str]) -> Term:
    """The term that a row gives, by column. Raises GlossaryError, without place, for what cannot be one."""
    for column, choice in _CHOICES.items():
        if row.get(column, "") not in ("", choice):
            raise GlossaryError(f"{column} is {row[column]!r}, not '' or {choice!r}")
    wordings = _wordings(row)
    if not wordings:
        raise GlossaryError("no preferred form")
    preferred = next(iter(wordings.values())).preferred
    if row.get("write") and not row.get("abbreviation"):
        raise GlossaryError("an abbreviation is to be written, but there is none")
    # In the order of Term's fields.
    rest: list[Any] = [_values(row, column) for column in _CONDITIONS]
    rest += [bool(row.get(column)) for column in _CHOICES]
    rest += [row.get(column, "") for column in _TEXTS]
    return Term(row.get("id") or preferred, wordings, *rest)


def _wordings(row: Mapping[str, str]) -> dict[str, Wording]:
    wordings = {}
    if row.get("preferred"):
        many = {column: _values(row, column) for column in ("admitted", "replace", "flag")}
        wordings[ENGLISH] = Wording(row["preferred"], row.get("abbreviation", ""), **many)
    for column in row:
        if column in COLUMNS or "_" in column or not row[column]:
            continue
        if column == ENGLISH:
            raise GlossaryError("English is in the column 'preferred'")
        wordings[column] = Wording.of_names(
            _values(row, column),
            abbreviation=row.get(f"{column}_abbreviation", ""),
            replace=_values(row, f"{column}_replace"),
            flag=_values(row, f"{column}_flag"),
        )
    for column in row:
        language, _, kind = column.partition("_")
        if kind and column not in COLUMNS and row[column] and language not in wordings:
            raise GlossaryError(f"forms in {column}, but no name in {language!r} to write")
    return wordings


def _values(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    cell = row.get(column, "")
    values = tuple(value.strip() for value in cell.split("|")) if cell else ()
    if "" in values:
        raise GlossaryError(f"an empty value in {column}")
    return values


# Cells.

_FORMULA = re.compile(r"[=@]|[+-]\w*[(|\d]|[\t\r]")
"""How a cell begins that would run as a formula; what else begins with a sign (`-ism`) is a word."""
_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def plain(cell: str) -> str:
    """What a cell says. Raises GlossaryError for a formula."""
    text = cell.strip()
    if _FORMULA.match(text):
        raise GlossaryError(f"{text[:40]!r} is a spreadsheet's formula; as text it begins with an apostrophe")
    return text[1:] if _is_guarded(text) else text


def guarded(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_SIGNS) or _is_guarded(cell) else cell


def _is_guarded(cell: str) -> bool:
    return cell.startswith("'") and cell.lstrip("'").startswith(_SIGNS)


def rows_of(content: str, delimiter: str) -> list[Row]:
    """The rows of a table below its comments. Tabs separate without quoting, commas and semicolons with.

    Raises GlossaryError, with the line, for quotation marks that do not pair up.
    """
    lines = content.splitlines()
    first = next((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    if delimiter == "\t":
        return [(number, line.split("\t")) for number, line in enumerate(lines[first:], start=first + 1)]
    reader = csv.reader([line + "\n" for line in lines[first:]], delimiter=delimiter, strict=True)
    try:
        return [(first + reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise GlossaryError(f"line {first + reader.line_num}: {error}") from None


def table_text(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """`rows` as a table, every cell safe in a spreadsheet. Raises GlossaryError for a cell that it cannot hold."""
    stream = io.StringIO()
    if delimiter == "\t":
        for row in rows:
            if any("\t" in cell or "\n" in cell for cell in row):
                raise GlossaryError(f"a tab or line break in the term {row[0]!r}, which a .tsv cannot hold")
            stream.write("\t".join(map(guarded, row)) + "\n")
    else:
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(map(guarded, row) for row in rows)
    return stream.getvalue()


def table_of(terms: Sequence[Term]) -> list[list[str]]:
    """The native table of `terms`: a header, and a row for each; columns that none of them needs are left out."""
    rows = [dict(_cells(term)) for term in terms]
    used = {column for row in rows for column, cell in row.items() if cell}
    order = [column for column in COLUMNS if column in used]
    order += sorted((column for column in used if column not in COLUMNS), key=lambda c: c.split("_")[0])
    return [order, *([row.get(column, "") for column in order] for row in rows)]


def _cells(term: Term) -> Iterator[tuple[str, str]]:
    yield "id", term.id
    for column in _TEXTS:
        yield column, getattr(term, column)
    for column in _CONDITIONS:
        yield column, _joined(getattr(term, column))
    flags = (term.abbreviate, term.no_article, term.exact_case, term.keep)
    for (column, choice), chosen in zip(_CHOICES.items(), flags, strict=True):
        yield column, choice if chosen else ""
    for language, wording in term.wordings.items():
        english = language == ENGLISH
        prefix = "" if english else f"{language}_"
        abbreviation = wording.abbreviation
        if english:
            yield "preferred", _joined([wording.preferred])
            yield "admitted", _joined(wording.admitted)
        else:
            names = [wording.preferred, *([abbreviation] if is_acronym(abbreviation) else []), *wording.admitted]
            yield language, _joined(names)
            abbreviation = "" if is_acronym(abbreviation) else abbreviation
        yield f"{prefix}abbreviation", abbreviation
        yield f"{prefix}replace", _joined(wording.replace)
        yield f"{prefix}flag", _joined(wording.flag)


def _joined(values: Iterable[str]) -> str:
    values = tuple(values)
    for value in values:
        if "|" in value:
            raise GlossaryError(f"{value!r} holds the character | that separates values")
    return "|".join(values)
