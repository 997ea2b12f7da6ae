"""File formats: what in a file is prose, and how it is put back.

A format is a file in this folder with a `FORMAT`, or a tuple `FORMATS`, listed in `_MODULES`; or one of another
package, given by an entry point of the group `transclean.formats` that names a `Format`. Its `read` turns the text of
a file into a `View`.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from transclean.errors import ConfigError
from transclean.formats.declared import nowhere
from transclean.formats.view import View

Details = Mapping[str, str]
"""The options of a run that are for its formats (`markdown.front-matter`, `csv.columns`), by name."""


def always(path: str) -> bool:
    """For a format whose files are prose wherever they are."""
    return True


def never(path: str) -> bool:
    """For a format whose files are passed over."""
    return False


@dataclass(frozen=True)
class Container:
    """How a file that is no text holds text. Both raise FormatError for what they cannot read.

    `unpack` gives the text of the parts with prose, as one; `pack` the bytes of the file with that text changed,
    and every other part as it was.
    """

    magic: bytes
    unpack: Callable[[bytes], str]
    pack: Callable[[bytes, str], bytes]


@dataclass(frozen=True)
class Format:
    """`name`: as in `--format NAME`; `suffixes`: ends of its files' names, lower case.

    `read` gives the view of a text; it raises FormatError, with the line, for a text that is broken so that prose
    cannot be told from the rest. `details`: the options it understands. `wanted`: whether a file in a folder is taken,
    by its path with `/`; a file that is named itself always is. `declared` gives the encoding that a file's bytes name.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, Details], View]
    details: tuple[str, ...] = ()
    wanted: Callable[[str], bool] = always
    container: Container | None = None
    declared: Callable[[bytes], str | None] = nowhere

    @property
    def is_plain(self) -> bool:
        """Whether rules see the text as it is in the file."""
        return self.name == "plain"


# In the order in which names are looked at; a module is imported when those before it do not know the name.
_MODULES = (
    "plain",
    "markdown",
    "html",
    "rst",
    "asciidoc",
    "gettext",
    "json_strings",
    "properties",
    "apple",
    "yaml_strings",
    "subtitles",
    "csv_table",
    "xml",
    "office",
    "opaque",
)


def _formats() -> Iterator[Format]:
    for name in _MODULES:
        yield from _listed(name)
    yield from _plugged_in()


@cache
def _listed(name: str) -> tuple[Format, ...]:
    module = importlib.import_module(f"transclean.formats.{name}")
    formats: tuple[Format, ...] = getattr(module, "FORMATS", None) or (module.FORMAT,)
    return formats


@lru_cache(maxsize=1)
def _plugged_in() -> tuple[Format, ...]:
    """The formats that other packages bring."""
    from importlib.metadata import entry_points

    return tuple(point.load() for point in entry_points(group="transclean.formats"))


@cache
def format_named(name: str) -> Format:
    """The format called `name`. Raises ConfigError if there is none."""
    for known in _formats():
        if known.name == name:
            return known
    from difflib import get_close_matches

    names = sorted(known.name for known in _formats())
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(names)}"
    raise ConfigError(f"no format {name!r}; {hint}")


def format_options() -> frozenset[str]:
    """The options that some format understands."""
    return frozenset(name for known in _formats() for name in known.details)


def format_of(path: str) -> Format | None:
    """The format of a file, by the end of its name; None for one we do not know."""
    return _by_ending(os.path.basename(path).lower())


@lru_cache(maxsize=1024)
def _by_ending(name: str) -> Format | None:
    if "." not in name:
        return None  # without a look at every format, as for standard input
    return next((known for known in _formats() if name.endswith(known.suffixes)), None)
