"""reStructuredText: what is prose in it, what is not, and what new text must not become."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import transclean
from tests.formats.checks import FRENCH, assert_faithful, assert_sound, edited, files_of, fixed, prose_of, view_of

WRAPPED = {
    "rst": ("{}\n", "{}\n"),
    "rst: title": ("{}\n" + "=" * 70 + "\n\nText.\n", "{}\n" + "=" * 70 + "\n\nText.\n"),
    "rst: list": ("* One.\n\n* {}\n  And so on.\n", "* One.\n\n* {}\n  And so on.\n"),
    "rst: note": (".. note:: {}\n\n   {}\n", ".. note:: {}\n\n   {}\n"),
    "rst: field": (":param x: {}\n", ":param x: {}\n"),
    "rst: literal": ("{}::\n\n    {} 14h30\n".replace("{} 14", "le 14"), "{}::\n\n    le 14h30\n"),
    "rst: link": ("`{} <https://example.org/14h30>`_\n", "`{} <https://example.org/14h30>`_\n"),
    "rst: term": ("word\n    {}\n", "word\n    {}\n"),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Title\n=====\n\nText\n----\n\n====\nOver\n====\n", ["Title", "Text", "Over"]),
        ("**1er** June, *Mme* Dupont", ["1er June, Mme Dupont"]),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("- one\n  two\n- three\n\n  four\n\n  1. five\n  #. six", ["one\ntwo", "three", "four", "five", "six"]),
        ("M. Dupont\n\nA. One\n\nB. Two", ["M. Dupont", "One", "Two"]),
        ("`text <https://example.org>`_ more", ["text more"]),
        ("a\\ b \\*c\\*", ["ab *c*"]),
        ("Text::\n\n    code\n\n  less code\n\nAfter ::\n\n> quoted\n> code\n\nEnd", ["Text:", "After", "End"]),
        (".. note:: One\n   two\n\n   three\n\nfour", ["One\ntwo", "three", "four"]),
        (".. figure:: x.png\n   :alt: y\n\n   Caption", ["Caption"]),
        (".. code-block:: python\n   :linenos:\n\n   Mme = 1\n\nText", ["Text"]),
        (".. unknown:: Mme\n\n   Mme\n\nText", ["Text"]),
        (".. py:function:: f(x)\n   :noindex:\n\n   What it does.\n\n   :param x: this", ["What it does.", "this"]),
        (".. versionadded:: 2.0\n   Text", ["Text"]),
        (".. a comment\n   of lines\n\n.. _target: https://example.org\n\n.. |x| image:: y.png\n\nText", ["Text"]),
        (".. [1] A note\n   of lines\n\n.. [#two] Two", ["A note\nof lines", "Two"]),
        ("====  ====\nMme   M.\n====  ====\na     b\n====  ====\n\n+----+\n| M. |\n+----+\n\nText", ["Text"]),
        ("| one\n| two", ["one\ntwo"]),
        (">>> Mme\n1\n\nText", ["Text"]),
        ("-f FILE   the file\n--all     all of it\n", ["the file", "all of it"]),
        ("term : kind\n   what it is", ["term : kind", "what it is"]),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("rst", text) == prose
    assert_faithful(view_of("rst", text))


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("see ``Mme`` and `Mme`", ["``Mme``", "`Mme`"]),
        (":ref:`Mme <x>` and `Mme`:sup:", [":ref:`Mme <x>`", "`Mme`:sup:"]),
        ("`Mme Dupont`_, Mme_ and this__", ["`Mme Dupont`_", "Mme_", "this__"]),
        ("|Mme| [1]_ [#x]_", ["|Mme|", "[1]_", "[#x]_"]),
        ("a snake_case 2*3*4 word", []),
    ],
)
def test_protected(text: str, protected: list[str]) -> None:
    view = view_of("rst", text)
    assert [view.text[slice(*span)] for span in view.blocked] == protected


def test_repairs() -> None:
    before = "*Mme* Dupont left.\n\n* from May 26 to\n  **1er** June ::\n\n    Mme Dupont\n"
    after = "*Ms.* Dupont left.\n\n* from May 26 to\n  **June 1** ::\n\n    Mme Dupont\n"
    assert fixed("rst", before) == after


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Title\n=====", "Title", "Titles"),
        ("Text\n— more", "—", "-"),
        ("1er. Then", "1er", "1"),
        ("`text <url>`_", "text", ""),
    ],
)
def test_refused(text: str, old: str, new: str) -> None:
    """Edits that would begin a list, or make a title longer than its line, or a link without its text."""
    assert edited("rst", text, old, new) is None


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("Title\n======", "Title", "Titles", "Titles\n======"),
        ("a b", "b", "*b*", "a \\*b\\*"),
        ("a b", "b", "b_ c", "a b\\_ c"),
        ("a b", "b", "snake_case 2 * 3", "a snake_case 2 * 3"),
        ("- a b", "b", "b\nc", "- a b\n  c"),
    ],
)
def test_written(text: str, old: str, new: str, result: str) -> None:
    assert edited("rst", text, old, new) == result


def test_suppression() -> None:
    text = ".. transclean: ignore[NAME001]\n\nMme Dupont\n"
    assert fixed("rst", text) == text
    assert prose_of("rst", text) == ["Mme Dupont"]


def test_places_of_edits() -> None:
    text = "Tïtle\n=====\n\n- See ``x``, Mme Dupont.\n"
    (edit,) = transclean.fix(text, format="rst", **FRENCH).edits  # type: ignore[arg-type]
    assert (text[edit.start : edit.end], edit.after) == ("Mme ", "Ms. ")


@pytest.mark.parametrize(
    "text", ["- " * 10_000 + "x", ".. note:: " * 5_000, "*a" * 10_000, "`" * 10_001, ": " * 10_000]
)
def test_deep_nesting_is_read(text: str) -> None:
    assert_faithful(view_of("rst", text))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    files_of(
        [
            "**",
            "*",
            "``",
            "`",
            "::",
            "::\n\n",
            "- ",
            "1. ",
            ".. note:: ",
            ".. code::\n\n",
            "=====\n",
            "====  ====\n",
            ":ref:`",
            "_",
            "|",
            "[1]_",
            "\\",
            ">>> ",
            ":x: ",
            "-f X  ",
            "<u>`_",
            ".. [1] ",
            "M. ",
        ]
    )
)
def test_any_text(text: str) -> None:
    assert_sound("rst", text, runs=3)
