"""DeepL's glossary tables: source, target and, where it exports several languages, the codes of both; no header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transclean.errors import GlossaryError
from transclean.glossary.exchange.pairs import Languages, cells_of
from transclean.glossary.problem import Problem
from transclean.glossary.table import Row, table_text
from transclean.glossary.term import ENGLISH, Term, Wording

_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


def is_row(cells: Sequence[str]) -> bool:
    """Whether the third and fourth of the cells are language codes."""
    return len(cells) >= 4 and all(_CODE.fullmatch(cell.strip()) for cell in cells[2:4])


def read(path: str, rows: Sequence[Row], languages: Languages, problems: list[Problem]) -> Iterator[tuple[int, Term]]:
    """A term for each source, with its names in the targets; where both are the same, it is never to be touched."""
    names: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    for line, cells in cells_of(path, rows, problems):
        coded = is_row(cells)
        source, target = (code[:2].lower() for code in cells[2:4]) if coded else languages
        if not source:
            raise GlossaryError("which languages are these? --languages says it, as in fr-en")
        key = f"{source} {cells[0]}"
        lines.setdefault(key, line)
        entry = names.setdefault(key, {source: cells[0]})
        if entry.setdefault(target, cells[1]) != cells[1]:
            problems.append(Problem(path, line, f"{cells[0]!r} has two names in {target!r}"))
    for key, entry in names.items():
        preferred = entry.get(ENGLISH) or next(iter(entry.values()))
        wordings = {language: Wording(name) for language, name in entry.items()}
        keep = len(entry) > 1 and len(set(entry.values())) == 1
        yield lines[key], Term(preferred, wordings, keep=keep)


def write(terms: Sequence[Term], languages: Languages) -> str:
    """From the source named to the target named; without these, from English to every language."""
    source, target = languages
    # Of two rows for one source, an engine takes one: the first.
    rows: dict[tuple[str, str, str], str] = {}
    for term in terms:
        for first, one in term.wordings.items():
            for second, other in term.wordings.items():
                asked = (first, second) == languages if source else first == ENGLISH
                if asked and first != second:
                    rows.setdefault((one.preferred, first, second), other.preferred)
                    if one.abbreviation and other.abbreviation:
                        rows.setdefault((one.abbreviation, first, second), other.abbreviation)
        if term.keep and len(term.wordings) == 1:
            language, wording = next(iter(term.wordings.items()))
            rows.setdefault((wording.preferred, source or language, target if source else language), wording.preferred)
    return table_text(([name, other, first, second] for (name, first, second), other in rows.items()), ",")
