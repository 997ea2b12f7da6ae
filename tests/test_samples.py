"""The samples come out as the files beside them say, through the command a user would type."""

from __future__ import annotations

from pathlib import Path

import pytest

import transclean

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt") if not path.stem.endswith(".expected"))


def test_there_are_enough_samples() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_sample(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    expected = (SAMPLES / f"{name}.expected.txt").read_text(encoding="utf-8")
    assert transclean.fix(text).text == expected


@pytest.mark.parametrize("name", NAMES)
def test_expected_result_is_at_rest(name: str) -> None:
    expected = (SAMPLES / f"{name}.expected.txt").read_text(encoding="utf-8")
    assert transclean.fix(expected).edits == ()
