"""Termbases: glossary files read, checked and put together.

A glossary is a table in UTF-8, separated by tabs (`.tsv`) or commas (`.csv`), its first line naming the columns.
Lines before it that begin with `#` are comments. Cells with several values separate them with `|`. Columns, of
which only `preferred` is required:

- `id`: names the row; a row of a later glossary replaces one of the same id (default: the preferred form);
- `preferred`, `abbreviation`: what to write;
- `replace`: forms to replace; `flag`: forms to report;
- `requires`: words one of which must be in the document, else a form is only reported;
- `unless`: words that forbid it in the same sentence; `{name}` stands for any capitalised word that is not a date;
- `write`: `abbreviation` to write that always; empty: it is written for an acronym only;
- `article`: `none` if the abbreviation is used without `the`; empty: like other nouns;
- `domain`, `note`, `source`: for the reader;
- any two-letter language code: the term in that language.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from transclean.errors import GlossaryError
from transclean.glossary.term import Term

_COLUMNS = frozenset(
    {
        "id",
        "preferred",
        "abbreviation",
        "replace",
        "flag",
        "requires",
        "unless",
        "write",
        "article",
        "domain",
        "note",
        "source",
    }
)
_MANY = ("replace", "flag", "requires", "unless")
_CHOICES = {"write": ("", "abbreviation"), "article": ("", "none")}


@dataclass(frozen=True, eq=False)
class Termbase:
    """Terms with different ids. `digest` changes when the content of their files does."""

    terms: tuple[Term, ...]
    digest: str


def load_termbase(paths: Sequence[Path | str], *, with_default: bool = True) -> Termbase:
    """The termbase of the glossaries at `paths`, over the one that comes with transclean.

    Raises GlossaryError, which names file, row and reason, for a file that cannot be read or used.
    """
    files = [*([shipped_glossary()] if with_default else []), *map(Path, paths)]
    terms: dict[str, Term] = {}
    places: dict[str, str] = {}
    digest = hashlib.sha256()
    for path in files:
        content = _read(path)
        digest.update(content.encode() + b"\0")
        own: set[str] = set()
        for line, term in _terms(path, content):
            place = f"{path}, line {line}"
            if term.id in own:
                raise GlossaryError(f"{place}: the id {term.id!r} is already in {places[term.id]}")
            own.add(term.id)
            terms[term.id] = term
            places[term.id] = place
    _check_conflicts(terms.values(), places)
    return Termbase(tuple(terms.values()), digest.hexdigest())


@lru_cache(maxsize=1)
def default_termbase() -> Termbase:
    """The glossary that comes with transclean: terms of the United Nations and of human rights."""
    return load_termbase(())


def shipped_glossary() -> Path:
    """The file of the default glossary: inside the installed package, or beside the package in a source checkout."""
    package = Path(__file__).parent.parent
    installed = package / "glossaries" / "un-human-rights.tsv"
    return installed if installed.exists() else package.parent / "glossaries" / "un-human-rights.tsv"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GlossaryError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise GlossaryError(f"{path}: not UTF-8 (byte {error.start})") from None


def _terms(path: Path, content: str) -> Iterable[tuple[int, Term]]:
    """The rows of a glossary with their line numbers."""
    lines = content.splitlines()
    first = next((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)
    if first is None:
        raise GlossaryError(f"{path}: empty; the first line names the columns")
    rows = _rows(path, lines[first:])
    header = [name.strip().lower() for name in rows[0][1]]
    _check_header(path, first + 1, header)
    for offset, cells in rows[1:]:
        line = first + offset
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            raise GlossaryError(f"{path}, line {line}: {len(cells)} cells, but {len(header)} columns")
        yield line, _term(f"{path}, line {line}", dict(zip(header, (cell.strip() for cell in cells), strict=False)))


def _rows(path: Path, lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The cells of each row, with the line it ends at. Tabs separate without quoting, commas with."""
    if path.suffix.lower() != ".csv":
        return [(number, line.split("\t")) for number, line in enumerate(lines, start=1)]
    reader = csv.reader([line + "\n" for line in lines], strict=True)
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise GlossaryError(f"{path}, line {reader.line_num}: {error}") from None


def _check_header(path: Path, line: int, header: Sequence[str]) -> None:
    for name in header:
        if name not in _COLUMNS and not (len(name) == 2 and name.isalpha()):
            raise GlossaryError(f"{path}, line {line}: no column {name!r}; one of {', '.join(sorted(_COLUMNS))}")
        if header.count(name) > 1:
            raise GlossaryError(f"{path}, line {line}: the column {name!r} is there twice")
    if "preferred" not in header:
        raise GlossaryError(f"{path}, line {line}: no column 'preferred'")


def _term(place: str, row: Mapping[str, str]) -> Term:
    preferred = row.get("preferred", "")
    if not preferred:
        raise GlossaryError(f"{place}: no preferred form")
    for column, choices in _CHOICES.items():
        if row.get(column, "") not in choices:
            raise GlossaryError(f"{place}: {column} is {row[column]!r}, not {' or '.join(repr(c) for c in choices)}")
    many = {column: _values(place, column, row.get(column, "")) for column in _MANY}
    if row.get("write") and not row.get("abbreviation"):
        raise GlossaryError(f"{place}: an abbreviation is to be written, but there is none")
    return Term(
        id=row.get("id") or preferred,
        preferred=preferred,
        abbreviation=row.get("abbreviation", ""),
        **many,
        abbreviate=bool(row.get("write")),
        no_article=row.get("article") == "none",
        equivalents={k: _values(place, k, v) for k, v in row.items() if k not in _COLUMNS and v},
        domain=row.get("domain", ""),
        note=row.get("note", ""),
        source=row.get("source", ""),
    )


def _values(place: str, column: str, cell: str) -> tuple[str, ...]:
    values = tuple(value.strip() for value in cell.split("|")) if cell else ()
    if "" in values:
        raise GlossaryError(f"{place}: an empty value in {column}")
    return values


def _check_conflicts(terms: Collection[Term], places: Mapping[str, str]) -> None:
    """Refuse forms that would be replaced although right, or replaced by either of two terms."""
    preferred = {term.preferred: term for term in terms}
    owners: dict[str, Term] = {}
    for term in terms:
        for form in term.replace:
            if form in preferred:
                raise GlossaryError(
                    f"{places[term.id]}: {form!r} is to be replaced, but preferred in {places[preferred[form].id]}"
                )
            other = owners.setdefault(form, term)
            if other is not term and not (term.requires and other.requires):
                raise GlossaryError(f"{places[term.id]}: {form!r} is to be replaced here and in {places[other.id]}")
        for form in term.flag:
            if form in term.replace:
                raise GlossaryError(f"{places[term.id]}: {form!r} is both to be replaced and to be reported")
