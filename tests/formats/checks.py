"""What the tests of formats have in common."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

import transclean
from transclean.errors import FormatError
from transclean.formats import format_named
from transclean.formats.view import View
from transclean.text.revision import splice

FRENCH = {"source": "fr", "target": "en", "style": "us"}


def view_of(name: str, text: str, **details: str) -> View:
    """The view of `text` in the format `name`."""
    return format_named(name).read(text, details)


def prose_of(name: str, text: str, **details: str) -> list[str]:
    """The blocks of prose in `text`."""
    return [block for block in view_of(name, text, **details).text.split("\n\n") if block]


def edited(name: str, text: str, old: str, new: str) -> str | None:
    """`text` with `new` for `old`, as rules see it; None if the view refuses that."""
    view = view_of(name, text)
    at = view.text.index(old)
    edits = view.edits(at, at + len(old), new)
    return None if edits is None else splice(text, edits)


def fixed(name: str, text: str) -> str:
    """`text`, translated from French, after all safe repairs."""
    return transclean.fix(text, format=name, **FRENCH).text  # type: ignore[arg-type]


def assert_faithful(view: View) -> None:
    """The pieces of a view are in order, come from different places, and are cut out of the source as they say."""
    at = 0
    for piece in view.pieces:
        assert piece.at >= at
        assert view.text[at : piece.at].strip("\n") == ""
        if piece.exact:
            assert view.source[piece.start : piece.end] == view.text[piece.at : piece.stop]
        at = piece.stop
    # A note or an attribute comes after the sentence that it stands in.
    places = sorted((piece.start, piece.end) for piece in view.pieces)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


def assert_sound(name: str, text: str, *, runs: int = 1) -> None:
    """Reading is faithful or refused, edits are exact, and after so many `runs` a further one changes nothing.

    In markup made of text a repair of broken markup shows prose that was hidden, for the next run.
    """
    for _ in range(runs):
        try:
            assert_faithful(view_of(name, text))
            result = _fixed_all(name, text)
        except FormatError:
            return
        position = 0
        parts = []
        for edit in result.edits:
            assert position <= edit.start <= edit.end
            assert text[edit.start : edit.end] == edit.before
            assert edit.after is not None
            parts += [text[position : edit.start], edit.after]
            position = edit.end
        assert "".join([*parts, text[position:]]) == result.text
        text = result.text
    assert _fixed_all(name, text).text == text


def _fixed_all(name: str, text: str) -> transclean.Result:
    return transclean.fix(text, format=name, unsafe_fixes=True, **FRENCH)  # type: ignore[arg-type]


def files_of(pieces: list[str]) -> st.SearchStrategy[str]:
    """Files out of `pieces` of a format, prose with artefacts and noise."""
    prose = ["Mme Dupont", "1er June", "14h30", "« oui »", "the 1er\nJune", " ", "\n", "\n\n", "    ", "word"]
    return st.lists(st.one_of(st.sampled_from([*pieces, *prose]), st.text(max_size=6)), max_size=14).map("".join)
