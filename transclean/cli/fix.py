"""`transclean fix`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from transclean.cli.run import run


def fix(paths: Sequence[str], given: Mapping[str, Any]) -> int:
    """Repair files and folders in place; - repairs standard input to standard output."""
    return run("fix", paths, given)
