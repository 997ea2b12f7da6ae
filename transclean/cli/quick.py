"""The quick way in: a plain call of `fix` or `check`, read without Typer.

Importing Typer takes longer than repairing a small file, and commit hooks start the tool for every commit. Whatever
is not plain (help, an unknown option, a missing value) is left to Typer, which reads the same declarations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from transclean.options import Declared, Kind, declared


class Call(NamedTuple):
    """A command with its paths and the options given, by name of field, as they were written."""

    command: str
    paths: list[str]
    given: dict[str, Any]


def read_call(arguments: Sequence[str]) -> Call | None:
    """The call that `arguments` make, if it is plain."""
    if not arguments or arguments[0] not in ("fix", "check"):
        return None
    call = Call(arguments[0], [], {})
    rest = iter(arguments[1:])
    for argument in rest:
        if argument == "--":
            call.paths.extend(rest)
        elif not argument.startswith("-") or argument == "-":
            call.paths.append(argument)
        elif not _read_option(argument, rest, call):
            return None
    return call if call.paths else None


def _read_option(argument: str, rest: Iterator[str], call: Call) -> bool:
    spelling, equals, value = argument.partition("=")
    option = _options(call.command).get(spelling)
    if option is None or (option.kind is Kind.FLAG and equals):
        return False
    if option.kind is Kind.FLAG:
        call.given[option.name] = True
        return True
    if not equals:
        following = next(rest, None)
        if following is None:
            return False
        value = following
    if option.kind in (Kind.LIST, Kind.PATHS):
        call.given.setdefault(option.name, []).append(value)
    else:
        call.given[option.name] = value
    return True


def _options(command: str) -> dict[str, Declared]:
    """The options of `command`, as written."""
    table = {}
    for option in declared().values():
        if command in option.commands:
            table[f"--{option.spelling}"] = option
            if option.short:
                table[f"-{option.short}"] = option
    return table
