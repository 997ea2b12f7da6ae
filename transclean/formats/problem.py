"""What is said of a file that is not what its format says."""

from __future__ import annotations

from transclean.errors import FormatError


def problem(source: str, place: int, why: str) -> FormatError:
    """The error to raise: `why`, with the number of the line of character `place`."""
    return FormatError(f"line {source.count(chr(10), 0, place) + 1}: {why}")
