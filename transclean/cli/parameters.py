"""Typer's view of the options: parameters made from their declarations."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Protocol

import typer

from transclean.options import Declared, Kind, declared

_TYPES: dict[Kind, Any] = {
    Kind.FLAG: bool | None,
    Kind.TEXT: str | None,
    Kind.NUMBER: int | None,
    Kind.LIST: list[str] | None,
    Kind.PATHS: list[str] | None,
}
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")]


class Command(Protocol):
    """A command over paths: gets them and the options given, by name of field; gives the exit code."""

    __name__: str
    __doc__: str | None

    def __call__(self, paths: Sequence[str], given: Mapping[str, Any]) -> int: ...


def add_command(app: typer.Typer, command: Command) -> None:
    """Make `command` a command of `app`, with the options declared for its name."""

    def callback(paths: Sequence[str], **values: Any) -> None:
        raise typer.Exit(command(paths, {name: value for name, value in values.items() if value not in (None, [])}))

    parameters = [inspect.Parameter("paths", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Paths)]
    parameters += [
        inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_annotation(option))
        for option in declared().values()
        if command.__name__ in option.commands
    ]
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    app.command(command.__name__, help=inspect.getdoc(command))(callback)


def _annotation(option: Declared) -> Any:
    names = [f"--{option.spelling}"] + ([f"-{option.short}"] if option.short else [])
    return Annotated[
        _TYPES[option.kind],
        typer.Option(
            *names,
            help=option.help,
            metavar=option.metavar or None,
            show_default=False,
            rich_help_panel=option.panel,
        ),
    ]
