"""Odd text costs no more than in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from transclean.formats import format_named
from transclean.pipeline import Settings, engine_for
from transclean.suppress import Suppressions
from transclean.text.protect import protected_spans
from transclean.text.segment import Paragraphs, Segment

UNITS = [
    *'"“”`<{(«»„ \n.,-1a?%\\/|\r\x85\xa0',
    *("``", "http://", "a@", "<a ", "<!--", "](", "](()", "``a", "“a ", '"a', "a  ", "1.", "M. ", "Mr ", "le ", "NGO "),
    *("```\n", "~~~\n", "``` a\n", "\n- ", "/-", "((", "Ã©", "&amp;", "{a", "\\ab[", "%0", "Türk ", "transclean: "),
]
SIZE = 6_000
FACTOR = 4

# In proportion would be FACTOR, in the square FACTOR ** 2. Below the floor, in seconds, nothing can be told.
MAX_RATIO = 12
FLOOR = 0.15


def _seconds(function: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        function(text)
        best = min(best, time.process_time() - start)
    return best


def _look_up_quotations(text: str) -> None:
    segment = Segment(text)
    for place in range(len(text)):
        segment.quotation_at(place, place + 1)


def _assert_linear(function: Callable[[str], object], unit: str, size: int) -> None:
    small, large = ("It is so. " + unit * (length // len(unit)) for length in (size, FACTOR * size))
    function(small)  # what is loaded and compiled on first use
    assert _seconds(function, large) < max(MAX_RATIO * _seconds(function, small), FLOOR)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "settings", [Settings(unsafe_fixes=True), Settings(target="en", style="us", format="markdown")]
)
def test_engine(unit: str, settings: Settings) -> None:
    _assert_linear(engine_for(settings).run, unit, SIZE)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "function",
    [
        protected_spans,
        Paragraphs,
        Suppressions,
        lambda text: format_named("plain").read(text, {}),
        lambda text: format_named("markdown").read(text, {}),
        _look_up_quotations,
    ],
    ids=["protected spans", "paragraphs", "suppressions", "plain", "markdown", "quotations"],
)
def test_parts(unit: str, function: Callable[[str], object]) -> None:
    _assert_linear(function, unit, 5 * SIZE)


def test_long_paragraphs_are_read_in_pieces() -> None:
    lines = "\n".join(["The minister said so, and left."] * 1000)
    pieces = Paragraphs(lines).spans
    assert max(end - start for start, end in pieces) <= 4000
    assert all(lines[end] == "\n" for _, end in pieces[:-1])
    assert "\n".join(lines[start:end] for start, end in pieces) == lines


def test_one_long_line_is_cut_between_sentences() -> None:
    line = "The minister said so. " * 1000
    pieces = [line[start:end] for start, end in Paragraphs(line).spans]
    assert all(piece.startswith("The") and piece.endswith(".") for piece in pieces[:-1])
    assert " ".join(pieces) == line


def test_paragraphs_lie_between_blank_lines() -> None:
    text = "\n \nOne\ntwo\n\t\n\nthree\n"
    assert [text[start:end] for start, end in Paragraphs(text).spans] == ["One\ntwo", "three", ""]
