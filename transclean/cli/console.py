"""What a command says: results to standard output or a file, everything else to standard error."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

from transclean.errors import TranscleanError

_Item = TypeVar("_Item")
_PATIENCE = 2.0  # seconds before progress is shown
_INTERVAL = 0.1  # seconds between two updates of it


def say(message: str) -> None:
    """A line to standard error."""
    print(f"transclean: {message}", file=sys.stderr)


@contextmanager
def results(path: str | None = None) -> Iterator[TextIO]:
    """Where results go: standard output, or the file `path`. UTF-8 whatever the terminal's encoding, no translation
    of line ends; what cannot be UTF-8 (undecodable bytes of a file name) as an escape."""
    if path is None:
        sys.stdout.flush()
        stream = io.TextIOWrapper(sys.stdout.buffer, "utf-8", errors="backslashreplace", newline="")
        try:
            yield stream
            stream.flush()
        finally:
            stream.detach()
        return
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
    except OSError as error:
        raise TranscleanError(f"{path}: {error.strerror}") from None


def with_progress(items: Iterable[_Item], total: int) -> Iterator[_Item]:
    """`items`, with a counter on standard error if that is a terminal and they take long."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from items
        return
    next_update = time.monotonic() + _PATIENCE
    shown = False
    try:
        for number, item in enumerate(items):
            if time.monotonic() >= next_update:
                print(f"\rtransclean: {number} of {total} files", end="\033[K", file=sys.stderr, flush=True)
                shown = True
                next_update = time.monotonic() + _INTERVAL
            yield item
    finally:
        if shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
