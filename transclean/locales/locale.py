"""Locales: CLDR through Babel for what CLDR has, `<language>.toml` beside this module for what it lacks.

Loading is lazy and costs milliseconds: triggers are kept compiled on disk, and a rule asks only once it looks at a
paragraph with a hit.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SOURCE_LANGUAGES = ("fr", "es", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja")
"""The languages whose translations into English transclean knows."""

_HERE = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Locale:
    """A language. `data` is its hand-written file, by section; the properties come from CLDR with its additions."""

    code: str
    data: Mapping[str, Any]

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Every spelling of a month, lower case and without a final stop -> 1 to 12: wide, abbreviated, inflected."""
        table = {**_cldr_names(self.code, "months", ("wide",)), **self.month_abbreviations}
        for number, forms in enumerate(self.data.get("dates", {}).get("months", []), start=1):
            for form in forms:
                table[form.lower()] = number
        return table

    @cached_property
    def month_abbreviations(self) -> Mapping[str, int]:
        """The abbreviations of months, lower case and without a final stop -> 1 to 12; none that is also a full name."""
        table = _cldr_names(self.code, "months", ("abbreviated",))
        for number, forms in enumerate(self.data.get("dates", {}).get("abbreviations", []), start=1):
            for form in forms:
                table[form.lower()] = number
        full = _cldr_names(self.code, "months", ("wide",))
        return {name: number for name, number in table.items() if name not in full}

    @cached_property
    def weekdays(self) -> Mapping[str, int]:
        """Every full spelling of a weekday, lower case -> 0 (Monday) to 6."""
        table = _cldr_names(self.code, "days", ("wide",))
        for number, forms in enumerate(self.data.get("dates", {}).get("weekdays", [])):
            for form in forms:
                table[form.lower()] = number
        return table

    def section(self, name: str) -> Mapping[str, Any]:
        """A section of the hand-written file; empty if it has none."""
        section: Mapping[str, Any] = self.data.get(name, {})
        return section


def _cldr_names(code: str, kind: str, widths: tuple[str, ...]) -> dict[str, int]:
    from babel import Locale as CldrLocale

    cldr = CldrLocale.parse(code)
    by_context = cldr.months if kind == "months" else cldr.days
    table: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in by_context[context][width].items():
                if not name[0].isdigit():
                    table[name.lower().rstrip(".")] = int(number)
    return table


@lru_cache(maxsize=32)
def load_locale(code: str) -> Locale:
    """The locale of a two-letter language code. A language without a file has an empty one."""
    path = _HERE / f"{code}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return Locale(code, data)


def source_locales(*codes: str) -> list[Locale]:
    """The locales of `codes`, or of every source language."""
    return [load_locale(code) for code in codes or SOURCE_LANGUAGES]
