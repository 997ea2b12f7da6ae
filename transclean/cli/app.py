"""The whole command line, by Typer."""

from __future__ import annotations

from typing import Annotated

import typer

from transclean._version import __version__
from transclean.cli.check import check
from transclean.cli.detect import detect
from transclean.cli.fix import fix
from transclean.cli.glossary import app as glossary
from transclean.cli.parameters import add_command
from transclean.cli.rules import rules

app = typer.Typer(
    name="transclean",
    help="The fixer for translated text: repairs encoding, typography and left-over source language.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"transclean {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


for command in (fix, check, detect):
    add_command(app, command)
app.command()(rules)
app.add_typer(glossary, name="glossary")


def run_app(arguments: list[str]) -> int:
    """Run the command line `arguments`; the exit code."""
    try:
        app(arguments, prog_name="transclean")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 2
    return 0
