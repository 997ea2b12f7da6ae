"""Views: what rules see of a file, and the way of an edit back into it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transclean.formats.view import Builder, View
from transclean.text.revision import splice
from transclean.text.span import Span

_MARKUP = re.compile(
    r"(?P<star>\*)(?P<bold>[^*]*)\*|&(?P<name>amp|lt);|`(?P<code>[^`]*)`|(?P<bar>\|)|\[(?P<link>[^\[\]*]*)\]"
)
_ENTITIES = {"amp": "&", "lt": "<"}


def read(source: str) -> View:
    """A small format: *bold*, [link], &amp; and &lt;, `code`, and | between cells."""
    builder = Builder(source, lambda text, place: text.replace("&", "&amp;").replace("<", "&lt;"))
    position = 0
    for match in _MARKUP.finditer(source):
        builder.keep(position, match.start())
        position = match.end()
        if match["name"]:
            builder.decode(*match.span(), _ENTITIES[match["name"]])
        elif match["code"] is not None:
            builder.protect(*match.span("code"))
        elif match["bar"]:
            builder.pause()
        else:
            inside = Span(*match.span("bold" if match["star"] else "link"))
            builder.keep(*inside)
            builder.around(
                Span(match.start(), inside.start), Span(inside.end, match.end()), needless=bool(match["star"])
            )
    builder.keep(position, len(source))
    return builder.view()


def replaced(source: str, old: str, new: str) -> str | None:
    """`source` after `old`, as rules see it, has become `new`."""
    view = read(source)
    start = view.text.index(old)
    edits = view.edits(start, start + len(old), new)
    return None if edits is None else splice(source, edits)


@pytest.mark.parametrize(
    ("source", "old", "new", "wanted"),
    [
        ("on *1er* June", "1er June", "June 1", "on *June 1*"),
        ("on *1er* *June*.", "1er June", "June 1", "on *June 1*."),  # no ** is left behind
        ("*Mme* Dupont", "Mme", "Ms.", "*Ms.* Dupont"),
        ("a [link] here", "link here", "chain there", "a [chain there]"),
        ("a [link] here", "link here", "chain here", "a [chain] here"),
        ("*a*b", "ab", "a b", "*a* b"),  # a space goes outside
        ("a*b*", "ab", "a b", "a *b*"),
        ("a &amp; b", "& b", "& c", "a &amp; c"),
        ("a &amp; b", "a &", "<", "&lt; b"),
        ("R&amp;D", "R&D", "Q&A", "Q&amp;A"),
        ("one|two", "two", "2", "one|2"),
        ("one|two", "one\n\ntwo", "3", None),  # over the edge of a cell
        ("a [link] b", " link ", " ", None),  # a link would lose its text
    ],
)
def test_edits_find_their_way_back(source: str, old: str, new: str, wanted: str | None) -> None:
    assert replaced(source, old, new) == wanted


SOURCES = st.lists(st.sampled_from(["a b", "*c*", "[d e]", "&amp;", "&lt;", "`x y`", "|", " ", "f"])).map("".join)


@given(SOURCES)
def test_exact_pieces_are_what_they_say(source: str) -> None:
    view = read(source)
    position = 0
    for piece in view.pieces:
        assert piece.at >= position
        position = piece.stop
        if piece.exact:
            assert source[piece.start : piece.end] == view.text[piece.at : piece.stop]
    for start, end in view.blocked:
        assert source[slice(*view.to_source(start, end))] == view.text[start:end]


@given(SOURCES, st.data())
def test_an_edit_of_the_view_shows_in_the_view(source: str, data: st.DataObject) -> None:
    view = read(source)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    if any(blocked.start < end and start < blocked.end for blocked in view.blocked):
        return  # no rule edits what is blocked
    edits = view.edits(start, end, "xyz")
    if edits is None:
        return
    assert all(before.end <= after.start for before, after in pairwise(edits))
    after = read(splice(source, edits))
    assert after.text.strip() == (view.text[:start] + "xyz" + view.text[end:]).strip()
