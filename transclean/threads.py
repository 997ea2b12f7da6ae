"""Work on several cores within one process, for what runs outside Python's lock: scanning, reading files."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def side_by_side(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    """What `work` gives for each of `items`, in order; the first error is raised when all threads have stopped.

    Not `concurrent.futures`: importing that, with `logging`, takes longer than loading the rules.
    """
    if len(items) == 1:
        return [work(items[0])]
    results: dict[int, _Result] = {}
    errors: list[BaseException] = []
    waiting = iter(list(enumerate(items)))  # to take the next from a list's iterator is one step: no two get the same

    def go_on() -> None:
        try:
            for number, item in waiting:
                results[number] = work(item)
        except BaseException as error:
            errors.append(error)
            for _ in waiting:  # so that the others stop too
                pass

    others = [threading.Thread(target=go_on) for _ in range(min(os.cpu_count() or 1, len(items)) - 1)]
    for thread in others:
        thread.start()
    go_on()
    for thread in others:
        thread.join()
    if errors:
        raise errors[0]
    return [results[number] for number in range(len(items))]
