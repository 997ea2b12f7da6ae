"""Which quotation marks belong together."""

from __future__ import annotations

import pytest

from transclean.rules.quotes.pairing import pair_quotes


def pairs(text: str) -> list[str]:
    """The quotations of `text`, marks included, by place."""
    return [text[q.opening.place : q.closing.place + 1] for q in pair_quotes(text).quotations]


def left_over(text: str) -> list[int]:
    return [mark.place for mark in pair_quotes(text).unpaired]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said, "no."', ['"Yes,"', '"no."']),
        ('the "so-called "old" rules"', ['"so-called "old" rules"', '"old"']),
        ("«a “big” error»", ["«a “big” error»", "“big”"]),
        ("„yes“ and »no«", ["„yes“", "»no«"]),
        ("He said “yes. »", ["“yes. »"]),
        ("‘the boys’ room’", ["‘the boys’ room’"]),
        ("“One.\nTwo.”", ["“One.\nTwo.”"]),
    ],
)
def test_marks_that_belong_together_are_paired(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected
    assert left_over(text) == []


@pytest.mark.parametrize("text", ["don't and won't", "the '90s", "rock 'n' roll", 'a 5" pipe', "5' 10\"", "‘Tis late"])
def test_apostrophes_and_inch_marks_are_no_quotation_marks(text: str) -> None:
    assert pairs(text) == []
    assert left_over(text) == []


def test_depth_counts_the_quotations_around() -> None:
    assert [q.depth for q in pair_quotes("“a ‘b «c»’” “d”").quotations] == [0, 1, 2, 0]


def test_a_lost_mark_in_one_line_leaves_the_others_paired() -> None:
    text = 'He said "yes.\nShe said "no."\nThey said "well."'
    assert pairs(text) == ['"no."', '"well."']
    assert left_over(text) == [8]


def test_marks_that_are_only_named_are_no_quotation() -> None:
    assert pairs("the signs « and » are called guillemets") == []


@pytest.mark.parametrize("mark", ['"', "“", "” ", '" ', "«", "‘", "' "])
def test_time_is_linear_in_unpaired_marks(mark: str) -> None:
    pair_quotes(mark * 20_000)
