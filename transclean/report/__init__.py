"""Reports: what was found, in a form for people or programs.

A format is a module in this folder with a class `Report`; adding one is adding it to `_MODULES`.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from typing import Protocol, TextIO, cast

from transclean.located import Located
from transclean.report.color import Palette

# Name of the format -> module.
_MODULES = {"text": "transclean.report.text", "json": "transclean.report.json"}


class Report(Protocol):
    """Writes findings to a stream as they come."""

    def __init__(self, stream: TextIO, palette: Palette) -> None: ...

    def add(self, findings: Sequence[Located]) -> None:
        """Write the findings of one file, in order of place."""

    def count(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Write, instead of findings, how many there were: (number, code, name), the most frequent first."""

    def close(self) -> None:
        """Write what comes after the last finding."""


def open_report(name: str, stream: TextIO, palette: Palette) -> Report:
    """A report of the format called `name`, written to `stream`."""
    module = importlib.import_module(_MODULES[name])
    return cast(Report, module.Report(stream, palette))
