"""Locales: CLDR through Babel for what CLDR has, `<language>.toml` beside this module for what it lacks.

Loading is lazy and costs milliseconds: triggers are kept compiled on disk, and a rule asks only once it looks at a
paragraph with a hit.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from transclean import cache

SOURCE_LANGUAGES = ("fr", "es", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja")
"""The languages whose translations into English transclean knows."""

_HERE = os.path.dirname(__file__)


@dataclass(frozen=True, eq=False)
class Locale:
    """A language. `data` is its hand-written file, by section; the properties come from CLDR with its additions."""

    code: str
    data: Mapping[str, Any]

    @cached_property
    def _cldr(self) -> Mapping[str, Mapping[str, int]]:
        """Names in CLDR, by kind and width. Kept between runs: Babel takes milliseconds for each language."""

        def read() -> dict[str, dict[str, int]]:
            wanted = (("months", "wide"), ("months", "abbreviated"), ("days", "wide"))
            return {f"{kind} {width}": _cldr_names(self.code, kind, width) for kind, width in wanted}

        table: dict[str, dict[str, int]] = cache.remember(f"cldr-{self.code}", _cldr_version(), read)
        return table

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Every spelling of a month, lower case and without a final stop -> 1 to 12: wide, abbreviated, inflected."""
        table = {**self._cldr["months wide"], **self.month_abbreviations}
        for number, forms in enumerate(self.data.get("dates", {}).get("months", []), start=1):
            for form in forms:
                table[form.lower()] = number
        return table

    @cached_property
    def month_abbreviations(self) -> Mapping[str, int]:
        """Abbreviations of months, lower case and without a final stop -> 1 to 12; none that is also a full name."""
        table = dict(self._cldr["months abbreviated"])
        for number, forms in enumerate(self.data.get("dates", {}).get("abbreviations", []), start=1):
            for form in forms:
                table[form.lower()] = number
        full = self._cldr["months wide"]
        return {name: number for name, number in table.items() if name not in full}

    @cached_property
    def weekdays(self) -> Mapping[str, int]:
        """Every full spelling of a weekday, lower case -> 0 (Monday) to 6."""
        table = dict(self._cldr["days wide"])
        for number, forms in enumerate(self.data.get("dates", {}).get("weekdays", [])):
            for form in forms:
                table[form.lower()] = number
        return table

    def section(self, name: str) -> Mapping[str, Any]:
        """A section of the hand-written file; empty if it has none."""
        section: Mapping[str, Any] = self.data.get(name, {})
        return section


def _cldr_names(code: str, kind: str, width: str) -> dict[str, int]:
    """Names of `kind` (months, days) as CLDR has them, lower case and without a final stop -> their number there."""
    from babel import Locale as CldrLocale
    from babel import UnknownLocaleError

    table: dict[str, int] = {}
    try:
        by_context = getattr(CldrLocale.parse(code), kind)
    except UnknownLocaleError:
        return table
    for context in ("format", "stand-alone"):
        for number, name in by_context[context][width].items():
            if not name[0].isdigit():
                table[name.lower().rstrip(".")] = int(number)
    return table


@lru_cache(maxsize=32)
def load_locale(code: str) -> Locale:
    """The locale of a two-letter language code. A language without a file has an empty one."""
    path = os.path.join(_HERE, f"{code}.toml")
    return Locale(code, cache.read_toml(path) if os.path.exists(path) else {})


@lru_cache(maxsize=1)
def _cldr_version() -> str:
    """What changes with Babel, told without importing it."""
    from importlib.util import find_spec

    spec = find_spec("babel")
    return str(os.stat(spec.origin).st_mtime_ns) if spec and spec.origin else ""


def source_locales(*codes: str) -> list[Locale]:
    """The locales of `codes`, or of every source language."""
    return [load_locale(code) for code in codes or SOURCE_LANGUAGES]
