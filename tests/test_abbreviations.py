"""Which full stops belong to an abbreviation."""

from __future__ import annotations

import pytest

from transclean.rules.abbreviations import ends_abbreviation


@pytest.mark.parametrize(
    "text", ["at 5 p.m.", "Acme Inc.", "pens, etc.", "the U.S.", "John F.", "e.g.", "Gov’t.", "Smith et al."]
)
def test_stop_of_an_abbreviation(text: str) -> None:
    assert ends_abbreviation(text, len(text) - 1)


@pytest.mark.parametrize("text", ["the end.", "He resigned.", "in 2019.", '"Yes".', "."])
def test_stop_of_a_sentence(text: str) -> None:
    assert not ends_abbreviation(text, len(text) - 1)
