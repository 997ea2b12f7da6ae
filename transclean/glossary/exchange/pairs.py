"""Tables of two columns without a header: what to replace, and what to write.

A form that is to be replaced by itself is never to be touched, as in the glossaries of translation engines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transclean.errors import GlossaryError
from transclean.glossary.problem import Problem
from transclean.glossary.table import Row, plain, table_text
from transclean.glossary.term import Term, Wording

Languages = tuple[str, str]
"""Source and target of a format whose columns do not say."""


def is_list(rows: Sequence[Row]) -> bool:
    """Whether every row that is not empty has two cells."""
    return all(len(cells) == 2 for _, cells in rows if any(cell.strip() for cell in cells))


def cells_of(
    path: str, rows: Sequence[Row], problems: list[Problem], least: int = 2
) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, cleaned, with its line; a row of fewer than `least`, or an empty one there, is wrong."""
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            values = [plain(cell) for cell in cells]
            if len(values) < least or not all(values[:least]):
                raise GlossaryError(f"{least} cells are wanted: {' | '.join(values)!r}")
        except GlossaryError as error:
            problems.append(Problem(path, line, str(error)))
        else:
            yield line, values


def read(path: str, rows: Sequence[Row], languages: Languages, problems: list[Problem]) -> Iterator[tuple[int, Term]]:
    """One term for each form to write, with all the forms that it replaces."""
    terms: dict[str, tuple[int, Term]] = {}
    language = languages[1]
    for line, (form, preferred, *_) in cells_of(path, rows, problems):
        first, term = terms.get(preferred, (line, Term(preferred, {language: Wording(preferred)})))
        if form == preferred:
            term = term._replace(keep=True)
        else:
            wording = term.wordings[language]
            term = term._replace(wordings={language: wording._replace(replace=(*wording.replace, form))})
        terms[preferred] = first, term
    yield from terms.values()


def write(terms: Sequence[Term], languages: Languages) -> str:
    rows = []
    for term in terms:
        wording = term.wordings.get(languages[1])
        if wording is None:
            continue
        if term.keep:
            rows.append([wording.preferred, wording.preferred])
        rows += [[form, wording.preferred] for form in wording.replace]
    return table_text(rows, "\t")
