"""`transclean check`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from transclean.cli.run import run


def check(paths: Sequence[str], given: Mapping[str, Any]) -> int:
    """Report what is to be repaired, and change nothing. Exits with 1 if there is anything."""
    return run("check", paths, given)
