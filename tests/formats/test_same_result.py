"""The same sentence with the same artefacts gives the same result in every format."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

import transclean
from tests.formats.sentence import AFTER, BEFORE

CASES = [
    pytest.param(name, before, after, id=name)
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if path.stem != Path(__file__).stem
    for name, (before, after) in getattr(importlib.import_module(f"tests.formats.{path.stem}"), "WRAPPED", {}).items()
]


def test_there_are_formats() -> None:
    assert len(CASES) > 1


@pytest.mark.parametrize(("name", "before", "after"), CASES)
def test_same_result(name: str, before: str, after: str) -> None:
    """`before` and `after` are the file around the sentence, before and after: `{}` stands for the sentence."""
    result = transclean.fix(
        before.replace("{}", BEFORE), format=name.split(":")[0], source="fr", target="en", style="us"
    )
    assert result.text == after.replace("{}", AFTER)
