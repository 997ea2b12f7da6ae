"""`transclean glossary`: check, list, look up, convert."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from transclean.batch.write import replace_file
from transclean.cli.console import counted, results, say
from transclean.cli.tally import DONE, FINDINGS
from transclean.errors import ConfigError, GlossaryError, TranscleanError
from transclean.glossary import ENGLISH, Term
from transclean.glossary.check import check_glossaries, glossaries_in
from transclean.glossary.exchange import FORMATS, format_for_suffix, read_glossary
from transclean.glossary.exchange.pairs import Languages
from transclean.glossary.lookup import card, find_terms
from transclean.glossary.table import table_of
from transclean.glossary.termbase import load_termbase
from transclean.options import checked, nearest
from transclean.report.color import Palette, palette_for

_WIDTH = 100
_CARDS = 5
"""Cards shown; of more terms only the names."""

app = typer.Typer(no_args_is_help=True, help="Check, list, look up and convert glossaries.")

_Glossaries = Annotated[
    list[str] | None, typer.Option("--glossary", metavar="PATH", help="A glossary to use as well (repeatable).")
]
_NoGlossary = Annotated[bool, typer.Option("--no-glossary", help="Leave out transclean's own glossary.")]
_FORMAT_NAMES = ", ".join(FORMATS)
_From = Annotated[
    str, typer.Option("--from", metavar="FORMAT", help=f"Its format, where it does not show it: {_FORMAT_NAMES}.")
]
_LanguagesOption = Annotated[
    str,
    typer.Option(
        "--languages", metavar="SOURCE-TARGET", help="The languages of two columns that do not say, as in fr-en."
    ),
]
_OutputFormat = Annotated[str, typer.Option("--output-format", metavar="text|json", help="How to write it.")]
_Color = Annotated[str, typer.Option(metavar="auto|always|never", help="When to use colour.")]


@app.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Glossaries, or folders of them.")],
    from_: _From = "",
    languages: _LanguagesOption = "",
) -> None:
    """Say what is wrong or risky in glossaries, all of it, with lines. Exits with 1 if anything is."""
    files = [file for path in paths for file in glossaries_in(path)]
    number, problems = check_glossaries(files, _format(from_), _languages(languages))
    with results() as stream:
        stream.writelines(f"{problem}\n" for problem in problems)
    fatal = sum(problem.fatal for problem in problems)
    found = f"{counted(len(problems), 'problem')}, {fatal} of them fatal" if problems else "no problems"
    say(f"{counted(number, 'term')}, {found}")
    raise typer.Exit(FINDINGS if problems else DONE)


@app.command(name="list")
def list_(
    glossary: _Glossaries = None,
    no_glossary: _NoGlossary = False,
    domain: Annotated[str, typer.Option(metavar="NAME", help="Only terms of this domain.")] = "",
    output_format: _OutputFormat = "text",
) -> None:
    """List the terms that texts are held to."""
    terms = [term for term in _terms(glossary, no_glossary) if not domain or term.domain == domain]
    with results() as stream:
        if checked("output_format", output_format) == "json":
            stream.write(json.dumps([_as_object(term) for term in terms], ensure_ascii=False, indent=1) + "\n")
            return
        width = max((len(term.id) for term in terms), default=0)
        for term in terms:
            abbreviation = f" ({term.abbreviation})" if term.abbreviation else ""
            stream.write(f"{_printable(term.id):{width}}  {_printable(term.preferred)}{abbreviation}\n")


@app.command()
def lookup(
    term: Annotated[str, typer.Argument(metavar="TERM", help="Any name of it, in any language.")],
    glossary: _Glossaries = None,
    no_glossary: _NoGlossary = False,
    output_format: _OutputFormat = "text",
    color: _Color = "auto",
) -> None:
    """Show a term in all its languages. Exits with 1 if there is none of the name."""
    exact, near = find_terms(term, _terms(glossary, no_glossary))
    palette = palette_for(sys.stdout, checked("color", color))
    shown = exact or near
    with results() as stream:
        if checked("output_format", output_format) == "json":
            stream.write(json.dumps([_as_object(one) for one in shown], ensure_ascii=False, indent=1) + "\n")
        else:
            for number, one in enumerate(shown[:_CARDS]):
                stream.writelines(_card(one, palette, first=number == 0))
            others = [*shown[_CARDS:], *(near if exact else ())]
            if others:
                stream.write("\nSee also: " + "; ".join(dict.fromkeys(one.preferred for one in others[:20])) + "\n")
    if not shown:
        say(f"no term {term!r}")
        raise typer.Exit(FINDINGS)


@app.command()
def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="The glossary to read.")],
    destination: Annotated[str, typer.Argument(metavar="OUT", help="The file to write; - is standard output.")],
    from_: _From = "",
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="The format, if not as OUT's suffix.")] = "",
    languages: _LanguagesOption = "",
) -> None:
    """Write a glossary in another format. What the format cannot hold is left out, and said."""
    pair = _languages(languages)
    reading = read_glossary(source, _format(from_), pair)
    if reading.problems:
        raise GlossaryError(str(min(reading.problems)))
    terms = [term for _, term in reading.terms]
    target = _format(to) or (format_for_suffix(destination) if destination != "-" else "tsv")
    text = FORMATS[target].write(terms, pair)
    if destination == "-":
        with results() as stream:
            stream.write(text)
    else:
        try:
            replace_file(destination, text.encode())
        except OSError as error:
            raise TranscleanError(f"{destination}: {error.strerror or error}") from None
    holds = f", which holds only {FORMATS[target].holds}" if FORMATS[target].holds else ""
    say(f"{counted(len(terms), 'term')} written as {FORMATS[target].about}{holds}")


def _terms(paths: list[str] | None, no_default: bool) -> tuple[Term, ...]:
    return load_termbase(paths or (), with_default=not no_default).terms


def _format(name: str) -> str:
    if name and name not in FORMATS:
        raise ConfigError(f"no glossary format {name!r}{nearest(name, FORMATS)}; one of {', '.join(FORMATS)}")
    return name


def _languages(pair: str) -> Languages:
    """The languages of `fr-en`; without any, only the target is known: English."""
    if not pair:
        return "", ENGLISH
    source, dash, target = pair.lower().partition("-")
    if not (dash and source.isalpha() and target.isalpha()):
        raise ConfigError(f"--languages {pair!r}: source and target are wanted, as in fr-en")
    return source, target


def _card(term: Term, palette: Palette, *, first: bool) -> Iterator[str]:
    """A term as lines: its name, then a table of labels and texts."""
    (_, title), *rows = card(term)
    width = max(len(label) for label, _ in rows) + 2
    yield ("" if first else "\n") + palette.path(_printable(title)) + "\n"
    for label, text in rows:
        lines = textwrap.wrap(_printable(text), _WIDTH - width - 2) or [""]
        yield f"  {palette.code(label.ljust(width))}{lines[0]}\n"
        yield from (" " * (width + 2) + line + "\n" for line in lines[1:])


def _printable(text: str) -> str:
    """`text` without what a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in text)


def _as_object(term: Term) -> dict[str, Any]:
    """A term by the columns of its native table."""
    header, row = table_of([term])
    return dict(zip(header, row, strict=True))
