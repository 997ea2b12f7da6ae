"""File formats: which parts of a text are prose, and which are not to be touched.

A format is a file in this folder with a `FORMAT`. Its `blocked(text)` gives the spans that are no prose, beyond what
every text protects (`transclean.text.protect`): code blocks, front matter, data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from transclean.errors import ConfigError
from transclean.text.span import Span


@dataclass(frozen=True)
class Format:
    """`name`: as in `fix(..., format=name)`; `suffixes`: of its files, lower case, with the dot.

    `prose`: whether there is anything in it to repair.
    """

    name: str
    suffixes: tuple[str, ...]
    blocked: Callable[[str], list[Span]]
    prose: bool = True


@lru_cache(maxsize=1)
def _formats() -> tuple[Format, ...]:
    from transclean.formats import markdown, opaque, plain

    return (plain.FORMAT, markdown.FORMAT, *opaque.FORMATS)


def format_named(name: str) -> Format:
    """The format called `name`. Raises ConfigError if there is none."""
    for known in _formats():
        if known.name == name:
            return known
    names = ", ".join(sorted(f.name for f in _formats()))
    raise ConfigError(f"no format {name!r}; one of {names}")


def format_of(file_name: str) -> Format | None:
    """The format of a file, by the end of its name; None for one we do not know."""
    lower = file_name.lower()
    for known in _formats():
        if lower.endswith(known.suffixes):
            return known
    return None
