"""Writing dates in English, in the style of the document.

Month first as in AP: `Tuesday, March 5, 2024`; day first as in the UN Editorial Manual and British news style, without
commas: `Tuesday 5 March 2024`. Neither writes ordinals.
"""

from __future__ import annotations

from itertools import zip_longest

from transclean.rules.dates.reader import Date
from transclean.rules.english import MONTHS, WEEKDAYS


def write_date(date: Date, order: str) -> str:
    """`date` in words; `order` is `mdy` or `dmy`."""
    month = MONTHS[date.month - 1]
    days = "".join(f"{day}{joiner}" for day, joiner in zip_longest(map(str, date.days), date.joiners, fillvalue=""))
    weekday = WEEKDAYS[date.weekday] if date.weekday is not None else ""
    if not days:
        return f"{month} {date.year}" if date.year else month
    if order == "dmy":
        return " ".join(part for part in (weekday, days, month, str(date.year or "")) if part)
    return ", ".join(part for part in (weekday, f"{month} {days}", str(date.year or "")) if part)
