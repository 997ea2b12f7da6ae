"""Edits compose: what the stages did one after the other is what one pass over the original would do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transclean.text.revision import Cause, Replacement, Revision, resolve, splice


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, list[list[Replacement]]]:
    """A text, and rounds of non-overlapping replacements, each in offsets of what the round before left."""
    text = draw(st.text(alphabet="abcdef", max_size=12))
    current = text
    rounds = []
    for number in range(draw(st.integers(1, 4))):
        wanted = []
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(current)))
            end = draw(st.integers(start, min(len(current), start + 3)))
            wanted.append(Replacement(start, end, draw(st.sampled_from(["", "x", "yy", "ZZZ"])), (Cause(str(number)),)))
        chosen = resolve(wanted)
        rounds.append(chosen)
        current = splice(current, chosen)
    return text, rounds


@given(histories())
def test_composed_edits_lead_from_the_original_to_the_result(history: tuple[str, list[list[Replacement]]]) -> None:
    text, rounds = history
    revision = Revision(text)
    current = text
    for changes in rounds:
        revision.apply(changes)
        current = splice(current, changes)
    assert revision.text == current
    assert splice(text, revision.edits) == current


@given(histories())
def test_composed_edits_are_in_order_and_apart(history: tuple[str, list[list[Replacement]]]) -> None:
    text, rounds = history
    revision = Revision(text)
    for changes in rounds:
        revision.apply(changes)
    for first, second in zip(revision.edits, revision.edits[1:], strict=False):
        assert first.end <= second.start


@given(histories(), st.data())
def test_every_span_maps_back_into_the_original(
    history: tuple[str, list[list[Replacement]]], data: st.DataObject
) -> None:
    text, rounds = history
    revision = Revision(text)
    for changes in rounds:
        revision.apply(changes)
    start = data.draw(st.integers(0, len(revision.text)))
    end = data.draw(st.integers(start, len(revision.text)))
    low, high = revision.to_original(start, end)
    assert 0 <= low <= high <= len(text)


def test_untouched_text_maps_back_to_itself() -> None:
    revision = Revision("from May 26 to 1er June, said Mme X")
    revision.apply([Replacement(15, 23, "June 1", (Cause("DATE001"),))])
    revision.apply(
        [Replacement(revision.text.index("Mme"), revision.text.index("Mme") + 3, "Ms.", (Cause("NAME001"),))]
    )
    said = revision.text.index("said")
    assert revision.to_original(said, said + 4) == (25, 29)
    assert [(e.start, e.end, e.text, e.causes) for e in revision.edits] == [
        (15, 23, "June 1", (Cause("DATE001"),)),
        (30, 33, "Ms.", (Cause("NAME001"),)),
    ]


def test_later_edit_inside_an_earlier_one_joins_it() -> None:
    revision = Revision("costs 1 234,56 € now")
    revision.apply([Replacement(6, 14, "1,234.56", (Cause("NUM006"),))])
    revision.apply([Replacement(6, 16, "€1,234.56", (Cause("NUM018"),))])
    assert revision.edits == [Replacement(6, 16, "€1,234.56", (Cause("NUM006"), Cause("NUM018")))]


def test_resolution_prefers_the_first_then_the_longest_then_the_lower_code() -> None:
    early = Replacement(0, 4, "a", (Cause("X002"),))
    longer = Replacement(5, 9, "b", (Cause("X009"),))
    shorter = Replacement(5, 7, "c", (Cause("X001"),))
    late = Replacement(3, 5, "d", (Cause("X001"),))
    assert resolve([late, shorter, longer, early]) == [early, longer]
    twin = Replacement(0, 4, "z", (Cause("X001"),))
    assert resolve([early, twin]) == [twin]
