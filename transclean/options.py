"""The options of the commands, each declared once.

A field of `Options` is a command line option (`--kebab-case`) and a key of the configuration file, unless its
declaration says it is but one of them. The fast reader of the command line, Typer's commands with their help, and the
reader of configuration files are all derived from the declarations, and all values pass through `checked`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple

from transclean.errors import ConfigError
from transclean.style import STYLE_NAMES


class Kind(Enum):
    """What a value looks like."""

    FLAG = "true or false"
    TEXT = "a string"
    NUMBER = "a number above 0"
    LIST = "a list of strings"  # on the command line: given repeatedly, or with commas
    PATHS = "a list of paths"  # as LIST, but a comma is part of a path
    TABLE = "a table of strings"
    TABLE_OF_LISTS = "a table of lists of strings"


_EVERYWHERE = ("fix", "check", "detect")


class Declared(NamedTuple):
    """An option as declared: see `_option`. `name` is that of the field."""

    name: str
    kind: Kind
    default: Any
    help: str
    metavar: str
    short: str
    choices: tuple[str, ...]
    commands: tuple[str, ...]
    key: bool
    panel: str

    @property
    def spelling(self) -> str:
        """The configuration key, and the option without its hyphens."""
        return self.name.replace("_", "-")


def _option(
    kind: Kind,
    default: Any,
    help: str,
    *,
    metavar: str = "",
    short: str = "",
    choices: tuple[str, ...] = (),
    commands: tuple[str, ...] = ("fix", "check"),
    key: bool = True,
    panel: str = "Options",
) -> Any:
    """Declare an option. `commands` that take it, none for a mere key; `key`: whether it may be configured."""
    declared = Declared("", kind, default, help, metavar, short, choices, commands, key, panel)
    return dataclasses.field(default=default, metadata={"option": declared})


_REPAIR, _FILES, _REPORT, _RUN = "What to repair", "Files", "Report", "The run"


@dataclass(frozen=True, eq=False, repr=False)
class Options:
    """The options of a run, or of one file in it."""

    source: str = _option(Kind.TEXT, "auto", "Language it was translated from.", metavar="LANG|auto", panel=_REPAIR)
    target: str = _option(Kind.TEXT, "auto", "Language the text is in.", metavar="LANG|auto", panel=_REPAIR)
    style: str = _option(
        Kind.TEXT, "auto", "House style; auto follows the document.", metavar="|".join(STYLE_NAMES),
        choices=STYLE_NAMES, panel=_REPAIR,
    )  # fmt: skip
    select: tuple[str, ...] = _option(
        Kind.LIST, (), "Use only these rules: codes, prefixes, names, or ALL.", metavar="CODES", panel=_REPAIR
    )
    ignore: tuple[str, ...] = _option(Kind.LIST, (), "Do not use these rules.", metavar="CODES", panel=_REPAIR)
    extend_select: tuple[str, ...] = _option(Kind.LIST, (), "Use these too.", metavar="CODES", panel=_REPAIR)
    unsafe_fixes: bool = _option(
        Kind.FLAG, False, "Also make repairs that are right only most of the time.", panel=_REPAIR
    )
    glossary: tuple[str, ...] = _option(
        Kind.PATHS, (), "A glossary to use as well (repeatable).", metavar="PATH", panel=_REPAIR
    )
    no_glossary: bool = _option(Kind.FLAG, False, "Leave out transclean's own glossary.", panel=_REPAIR)
    style_options: tuple[tuple[str, str], ...] = _option(Kind.TABLE, (), "Details of the style.", commands=())
    allow: tuple[str, ...] = _option(Kind.LIST, (), "Strings never touched.", commands=())
    protect_re: tuple[str, ...] = _option(
        Kind.LIST, (), "Regular expressions (Python's `re`) for what is never touched.", commands=()
    )
    languages: tuple[tuple[str, str], ...] = _option(Kind.TABLE, (), "Path pattern -> language.", commands=())
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = _option(
        Kind.TABLE_OF_LISTS, (), "Path pattern -> rules not used there.", commands=()
    )

    format: str | None = _option(
        Kind.TEXT, None, "The format of the files, whatever their names.", metavar="NAME", key=False, panel=_FILES
    )
    format_options: tuple[tuple[str, str], ...] = _option(
        Kind.TABLE, (), "Details of formats, such as columns.", commands=()
    )
    exclude: tuple[str, ...] = _option(
        Kind.LIST, (), "Leave out paths that match, as in .gitignore.", metavar="PATTERNS", commands=_EVERYWHERE,
        panel=_FILES,
    )  # fmt: skip
    force_exclude: bool = _option(
        Kind.FLAG, False, "Leave them out even when named as PATH.", commands=_EVERYWHERE, panel=_FILES
    )
    encoding: str | None = _option(
        Kind.TEXT, None, "How to read files that are not UTF-8; by default, it finds out.", metavar="NAME",
        commands=_EVERYWHERE, panel=_FILES,
    )  # fmt: skip
    keep_encoding: bool = _option(
        Kind.FLAG, False, "Write such files back as they were, not as UTF-8.", commands=("fix",), panel=_FILES
    )
    stdin_filename: str | None = _option(
        Kind.TEXT, None, "The file that standard input stands for.", metavar="NAME", key=False, commands=_EVERYWHERE,
        panel=_FILES,
    )  # fmt: skip
    config: str | None = _option(
        Kind.TEXT, None, "Use this configuration file for all.", metavar="PATH", key=False, commands=_EVERYWHERE,
        panel=_FILES,
    )  # fmt: skip
    isolated: bool = _option(
        Kind.FLAG, False, "Read no configuration file.", key=False, commands=_EVERYWHERE, panel=_FILES
    )

    check: bool = _option(
        Kind.FLAG, False, "Write nothing; exit with 1 if anything would change.", key=False, commands=("fix",)
    )
    output: str | None = _option(
        Kind.TEXT, None, "Write the repaired text here, not in place.", metavar="PATH", key=False, commands=("fix",)
    )
    exit_non_zero_on_fix: bool = _option(
        Kind.FLAG, False, "Exit with 1 if anything was repaired.", commands=("fix",), panel=_RUN
    )
    diff: bool = _option(Kind.FLAG, False, "Write nothing; show what would change. Exit with 1 if it would.", key=False)

    output_format: str = _option(
        Kind.TEXT, "text", "How findings are written.", metavar="text|json", choices=("text", "json"),
        commands=_EVERYWHERE, panel=_REPORT,
    )  # fmt: skip
    output_file: str | None = _option(
        Kind.TEXT, None, "Write the report here.", metavar="PATH", key=False, commands=_EVERYWHERE, panel=_REPORT
    )
    statistics: bool = _option(Kind.FLAG, False, "Count by rule instead of listing.", panel=_REPORT)
    color: str = _option(
        Kind.TEXT, "auto", "When to use colour.", metavar="auto|always|never", choices=("auto", "always", "never"),
        commands=_EVERYWHERE, panel=_REPORT,
    )  # fmt: skip
    quiet: bool = _option(
        Kind.FLAG, False, "No summary and no notices.", short="q", commands=_EVERYWHERE, panel=_REPORT
    )
    verbose: bool = _option(
        Kind.FLAG, False, "Also list what was repaired.", short="v", commands=_EVERYWHERE, panel=_REPORT
    )

    jobs: int | None = _option(
        Kind.NUMBER, None, "Processes to use; by default, as many as the work is worth.", metavar="N", short="j",
        panel=_RUN,
    )  # fmt: skip
    no_cache: bool = _option(Kind.FLAG, False, "Keep nothing in the cache folder.", panel=_RUN)


@lru_cache(maxsize=1)
def declared() -> dict[str, Declared]:
    """Every option, by the name of its field."""
    return {field.name: field.metadata["option"]._replace(name=field.name) for field in dataclasses.fields(Options)}


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of an error message: which of `known` may have been meant by `word`."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else ""


def checked(name: str, value: object) -> Any:
    """`value`, as a configuration file or the command line gives it, in the type of option `name`.

    Raises ConfigError, without saying where, if it is no value for it.
    """
    option = declared()[name]
    result = _typed(option, value)
    if option.choices and result not in option.choices:
        raise ConfigError(f"{value!r} is not one of {', '.join(option.choices)}{nearest(str(value), option.choices)}")
    check = _CHECKS.get(name)
    return check(result) if check and result is not None else result


def _typed(option: Declared, value: object) -> Any:
    wrong = ConfigError(f"{value!r} is not {option.kind.value}")
    if option.kind is Kind.FLAG:
        if not isinstance(value, bool):
            raise wrong
        return value
    if option.kind is Kind.TEXT:
        if not isinstance(value, str) or not value:
            raise wrong
        return value
    if option.kind is Kind.NUMBER:
        if isinstance(value, str) and value.isdecimal():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise wrong
        return value
    if option.kind in (Kind.LIST, Kind.PATHS):
        return _strings(value, wrong)
    if not isinstance(value, dict):
        raise wrong
    if option.kind is Kind.TABLE:
        if not all(isinstance(item, str) for item in value.values()):
            raise wrong
        return tuple(sorted(value.items()))
    return tuple(sorted((pattern, _strings(items, wrong)) for pattern, items in value.items()))


def _strings(value: object, wrong: ConfigError) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item for item in value):
        raise wrong
    return tuple(value)


# Checks of single options, on values of the right type.


def _language(value: str) -> str:
    """A language code without its region: rules go by language."""
    code = re.split("[-_]", value.lower())[0]
    if code != "auto" and not re.fullmatch("[a-z]{2,3}", code):
        raise ConfigError(f"no language {value!r}: a code such as en or fr is wanted, or auto")
    return code


def _languages(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((pattern, _language(code)) for pattern, code in table)


def _encoding(value: str) -> str:
    from transclean.decode import check_encoding

    return check_encoding(value)


def _style_options(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    from transclean.style import style_for

    style_for("us", dict(table))
    return table


def _format(name: str) -> str:
    from transclean.formats import format_named

    return format_named(name).name


def _format_options(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    from transclean.formats import format_options

    known = format_options()
    for name, _ in table:
        if name not in known:
            raise ConfigError(f"no option {name!r} of a format{nearest(name, known)}")
    return table


def _expressions(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        try:
            re.compile(value)
        except re.error as error:
            raise ConfigError(f"{value!r} is no regular expression: {error}") from None
    return values


_CHECKS: dict[str, Any] = {
    "source": _language,
    "target": _language,
    "languages": _languages,
    "encoding": _encoding,
    "format": _format,
    "format_options": _format_options,
    "style_options": _style_options,
    "protect_re": _expressions,
}
