"""Work on several cores."""

from __future__ import annotations

import threading

import pytest

from transclean.threads import side_by_side


def test_results_come_in_the_order_of_the_items() -> None:
    assert side_by_side(lambda number: number * number, range(100)) == [number * number for number in range(100)]
    assert side_by_side(str, []) == []


def test_an_error_is_raised_and_ends_the_work() -> None:
    done: list[int] = []

    def work(number: int) -> None:
        if number == 3:
            raise ValueError("three")
        if number > 3:
            threading.Event().wait(0.01)
        done.append(number)

    with pytest.raises(ValueError, match="three"):
        side_by_side(work, range(1000))
    assert len(done) < 900
