"""Java's .properties: the values, and how they are written."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.formats.checks import assert_faithful, assert_sound, files_of, fixed, prose_of, view_of

WRAPPED = {
    "properties": ("14h30 = {}\n", "14h30 = {}\n"),
    "properties: continued": ("a:\\\n   {} \\\n   x\n", "a:\\\n   {} \\\n   x\n"),
    "properties: without a sign": ("a {}", "a {}"),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("# note\n! note\na.b = one\nc\\ d:two\ne three\nf=\n\ng = snake_case", ["one", "two", "three"]),
        ("a = one \\\n    two\\n\\\n  three", ["one two\nthree"]),
        ("a = \\u00e9t\\u00e9 \\ud83d\\ude00 \\\\ \\: x", ["été 😀 \\ : x"]),
        ("a = it''s {0}\nb = it''s so\nc = it's one", ["it's {0}", "it's so", "it's one"]),
        ("a = one two\\", ["one two"]),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("properties", text) == prose
    assert_faithful(view_of("properties", text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a = for 5 \\u20ac", "a = for \\u20ac5"),
        ("a = for 5 EUR — é", "a = for 5 EUR — é"),
        ("a = at 14h30 {0}, it''s '{'", "a = at 2:30 p.m. {0}, it''s '{'"),
        ("a = from the 1er \\\n   June", "a = from June 1"),
    ],
)
def test_repairs(before: str, after: str) -> None:
    assert fixed("properties", before) == after


def test_suppression() -> None:
    text = "# transclean: ignore[ALL]\na = at 14h30\n\nb = at 15h30\n"
    assert fixed("properties", text) == text.replace("15h30", "3:30 p.m.")


@given(files_of(["a = ", "\\", "\\\n  ", "\\u00e9", "#", "!", ":", "=", "''", "'", "{0}", "\\u12"]))
def test_any_file(text: str) -> None:
    assert_sound("properties", text)
