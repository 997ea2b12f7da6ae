"""Weblate's CSV: a header, then a source term and its translation in each row.

Its columns are those of the translate toolkit. Where a `flags` column is there too, `forbidden` marks a translation
not to use and `read-only` a term not to translate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transclean.errors import GlossaryError
from transclean.glossary.exchange.pairs import Languages
from transclean.glossary.problem import Problem
from transclean.glossary.table import Row, plain, table_text
from transclean.glossary.term import Term, Wording

_HEADER = ("source", "target", "context", "translator_comments", "developer_comments", "flags")


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells name Weblate's columns."""
    return {"source", "target"} <= {cell.strip().lower() for cell in cells} and "preferred" not in cells


def read(path: str, rows: Sequence[Row], languages: Languages, problems: list[Problem]) -> Iterator[tuple[int, Term]]:
    """A term for each context, else for each source; its id is the context, else the name in the target."""
    header = [cell.strip().lower() for cell in rows[0][1]]
    source, target = languages
    terms: dict[str, tuple[int, Term]] = {}
    for line, cells in rows[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            row = dict(zip(header, map(plain, cells), strict=False))
            _add(terms, line, row, source or "und", target)
        except GlossaryError as error:
            problems.append(Problem(path, line, str(error)))
    for line, term in terms.values():
        if target in term.wordings:
            yield line, term
        else:
            problems.append(Problem(path, line, f"{term.id!r} has only translations not to use"))


def _add(terms: dict[str, tuple[int, Term]], line: int, row: dict[str, str], source: str, target: str) -> None:
    """Put a row to the others of its term."""
    name, translation = row.get("source", ""), row.get("target", "")
    flags = {flag.strip() for flag in row.get("flags", "").split(",")}
    if not name or not (translation or "read-only" in flags):
        raise GlossaryError("no source or no target")
    key = row.get("context") or name
    first, term = terms.get(key, (line, Term(row.get("context") or translation, {source: Wording(name)})))
    wordings = dict(term.wordings)
    if "forbidden" in flags:
        old = wordings.get(target)
        if old is None:
            raise GlossaryError(f"{translation!r} is not to be used, but no row above says what is")
        wordings[target] = old._replace(replace=(*old.replace, translation))
    elif target not in wordings:
        wordings[target] = Wording(translation or name)
    elif translation != wordings[target].preferred:
        old = wordings[target]
        wordings[target] = old._replace(admitted=(*old.admitted, translation))
    note = row.get("developer_comments") or row.get("translator_comments") or term.note
    terms[key] = first, term._replace(wordings=wordings, note=note, keep=term.keep or "read-only" in flags)


def write(terms: Sequence[Term], languages: Languages) -> str:
    """From source to target; forms to replace as forbidden translations."""
    source, target = languages
    if not source:
        raise GlossaryError("which languages are wanted? --languages says it, as in en-fr")
    rows = [list(_HEADER)]
    for term in terms:
        one, other = term.wordings.get(source), term.wordings.get(target)
        if one is None or other is None:
            continue
        keep = "read-only" if term.keep else ""
        rows.append([one.preferred, other.preferred, term.id, "", term.note, keep])
        rows += [[one.preferred, name, term.id, "", "", ""] for name in (other.abbreviation, *other.admitted) if name]
        rows += [[one.preferred, name, term.id, "", "", "forbidden"] for name in other.replace]
    return table_text(rows, ",")
