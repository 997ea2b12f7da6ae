"""Line ends are hidden from the rules and given back exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transclean.pipeline import Settings, engine_for
from transclean.text.newlines import LineEnds

ENGINE = engine_for(Settings(source="fr", target="en", style="us", select=("DATE001", "NAME001")))
LINES = st.lists(
    st.sampled_from(["Mme Dupont left.", "on 1er June", "", "nothing here", "from May 26 to 1er", "June"]), max_size=6
)
ENDS = st.sampled_from(["\r\n", "\r", "\n"])


def mixed_text() -> st.SearchStrategy[str]:
    """Lines with ends of any kind, the last one with or without."""
    return st.tuples(LINES, st.lists(ENDS, min_size=6, max_size=6), st.booleans()).map(
        lambda t: "".join(line + end for line, end in zip(t[0], t[1], strict=False))[: None if t[2] else -1]
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_is_kept(end: str) -> None:
    text = ENGINE.run(f"on 1er June{end}{end}Mme Dupont left.{end}", keep_breaks=True).text
    assert text == f"on June 1{end}{end}Ms. Dupont left.{end}"


def test_mixed_ends_are_kept_line_by_line() -> None:
    text = ENGINE.run("on 1er June\r\nMme Dupont left.\nnothing\rthe end", keep_breaks=True).text
    assert text == "on June 1\r\nMs. Dupont left.\nnothing\rthe end"


def test_a_break_inside_an_edit_keeps_its_kind() -> None:
    ends = LineEnds("a\r\nb\rc\nd\n")
    assert ends.give_back("1\n2\n3\n4", 0, 5) == "1\r\n2\r3\r4"
    assert ends.give_back("1\n2", 4, 5) == "1\r2"
    outcome = ENGINE.run("it ran from May 26 to 1er\r\nJune of that year\n", keep_breaks=True)
    assert [change.before for change in outcome.changes] == ["1er\r\nJune"]
    assert outcome.text == "it ran from May 26 to June 1 of that year\n"


@given(mixed_text())
def test_offsets_cut_what_was_there(raw: str) -> None:
    outcome = ENGINE.run(raw, keep_breaks=True)
    position, parts = 0, []
    for change in outcome.changes:
        assert raw[change.start : change.end] == change.before
        parts += [raw[position : change.start], change.after or ""]
        position = change.end
    assert "".join([*parts, raw[position:]]) == outcome.text
    assert all(raw[report.start : report.end] == report.before for report in outcome.reports)


@given(mixed_text())
def test_rules_see_the_same_whatever_the_ends(raw: str) -> None:
    plain = LineEnds(raw).text
    assert "\r" not in plain
    text = ENGINE.run(raw, keep_breaks=True).text
    assert LineEnds(text).text == ENGINE.run(plain, keep_breaks=True).text


@given(st.text(alphabet="a\r\n"))
def test_positions_map_back(raw: str) -> None:
    ends = LineEnds(raw)
    for position, character in enumerate(ends.text):
        assert raw[ends.to_raw(position)] == character or character == "\n"
    assert ends.to_raw(len(ends.text)) == len(raw)
