"""The one reader and the one writer of numbers.

A reader takes a number as any language writes it (`1.234,56`, `1 234,56`, `1'234.56`, `١٬٢٣٤٫٥٦`) and says every exact
value that the figures can have: mostly one; `1,234` and `1.234` have two. The writer gives a value the English form.
Values are `Decimal`: no rule of this package ever changes one, and `tests/test_number_values.py` holds them to it.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final, NamedTuple

SPACE: Final = "[ \u00a0\u2007\u2009\u202f]"
"""A space as it stands inside or beside figures: plain, no-break, figure, thin, narrow no-break."""

DIGIT_BEFORE: Final = r"(?<![\w\ufffc])(?<!\d[.,'’:/])(?<!\.)"
"""Nothing that would make the figures after it a part of a longer number, word or protected span."""

FIGURE: Final = r"\d+(?:[.,'’]\d+)*"
"""Figures with any separators except spaces; to be read, not trusted."""

NUMBER: Final = rf"{DIGIT_BEFORE}(?<!\d{SPACE}){FIGURE}"
"""`FIGURE` as a whole: neither in a word nor the tail of figures grouped by spaces."""

ANY_NUMBER: Final = rf"(?:{DIGIT_BEFORE}(?<!\d{SPACE})\d{{1,3}}(?:{SPACE}\d{{3}})+(?:[.,]\d+)?(?!{SPACE}?\d)|{NUMBER})"
"""`NUMBER`, or figures grouped by spaces: where a word of scale or money follows, these are one number."""

SIGNIFICANT_DIGITS: Final = 3
"""With more than these, `1,234 million` is no easier to read as `1.234 billion`."""

_SCALES: Final = ((15, "quadrillion"), (12, "trillion"), (9, "billion"), (6, "million"))
SCALE_NAMES: Final = dict(_SCALES)

# Digits. Longer figures are no quantity, and Decimal would begin to round (at 28).
_LONGEST: Final = 25

# Thousands separator, decimal sign; the English pairs first. A space stands for every kind of space.
_SYSTEMS: Final = ((",", "."), ("", "."), (" ", "."), ("'", "."), (".", ","), ("", ","), (" ", ","), ("'", ","))


class Reading(NamedTuple):
    """A value that figures can have: with `decimals` places written, and the separators that make it so."""

    value: Decimal
    decimals: int
    group: str
    point: str


def ascii_digits(text: str) -> str:
    """`text` with the digits of every script, and the Arabic separators, as ASCII: `١٬٠٠٠٫٥` -> `1,000.5`."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else _ARABIC_SIGNS.get(c, c) for c in text)


_ARABIC_SIGNS: Final = {"\N{ARABIC DECIMAL SEPARATOR}": ".", "\N{ARABIC THOUSANDS SEPARATOR}": ","}


def readings(figures: str) -> tuple[Reading, ...]:
    """Every value that `figures` can have, the English reading first; empty if they are no number."""
    plain = re.sub(SPACE, " ", ascii_digits(figures)).replace("’", "'")
    found: list[Reading] = []
    if sum(map(str.isdigit, plain)) > _LONGEST:
        return ()
    for group, point in _SYSTEMS:
        whole, mark, fraction = plain.partition(point)
        if mark and not fraction.isdigit():
            continue
        if not _is_whole_number(whole, group):
            continue
        used = Reading(
            Decimal(whole.replace(group, "") + (f".{fraction}" if mark else "")),
            len(fraction),
            group if group and group in whole else "",
            mark,
        )
        if used not in found:
            found.append(used)
    return tuple(found)


def _is_whole_number(text: str, group: str) -> bool:
    if not group:
        return text.isdigit()
    head, *rest = text.split(group)
    if not all(part.isdigit() and len(part) == 3 for part in rest):
        return False
    return head.isdigit() and (not rest or (len(head) <= 3 and not head.startswith("0")))


def read_sure(figures: str) -> Reading | None:
    """The value of `figures` if they have one only."""
    found = readings(figures)
    return found[0] if len(found) == 1 else None


def read_english(figures: str) -> Reading | None:
    """The value of `figures` as English writes numbers, or None if it does not write them so."""
    return next((r for r in readings(figures) if r.group in ("", ",") and r.point in ("", ".")), None)


def write(reading: Reading) -> str:
    """The figures in English, with the decimals that were written, and grouped if they were."""
    sign = "," if reading.group else ""
    return f"{reading.value:{sign}.{reading.decimals}f}"


def write_value(value: Decimal) -> str:
    """`value` in figures, grouped, with no more decimals than it has: 15200 -> `15,200`."""
    return f"{trimmed(value):,f}"


def write_scaled(value: Decimal, *, digits: int = SIGNIFICANT_DIGITS) -> str:
    """`value` as news writes it: `50,000`, `3.5 million`, `2 billion`.

    From a million on, with the largest scale word that leaves no more than `digits` significant digits; in figures
    alone if there is none.
    """
    for power, name in _SCALES:
        scaled = trimmed(value.scaleb(-power))
        if scaled >= 1 and significant_digits(scaled) <= digits:
            return f"{scaled:,f} {name}"
    return write_value(value)


def trimmed(value: Decimal) -> Decimal:
    """`value` without zeros at the end of its decimals (and never in the exponent form)."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def significant_digits(value: Decimal) -> int:
    """How many digits `value` has from the first to the last that is not zero: 16,800 has 3."""
    return len(value.normalize().as_tuple().digits)
