"""AsciiDoc: what is prose in it, what is not, and what new text must not become."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import transclean
from tests.formats.checks import FRENCH, assert_faithful, assert_sound, edited, files_of, fixed, prose_of, view_of

WRAPPED = {
    "asciidoc": ("{}\n", "{}\n"),
    "asciidoc: title": ("= {}\nAn Author <a@example.org>\n\nText.\n", "= {}\nAn Author <a@example.org>\n\nText.\n"),
    "asciidoc: section": ("== {}\n\n.{}\nText.\n", "== {}\n\n.{}\nText.\n"),
    "asciidoc: list": ("* One.\n** {}\nAnd so on.\n", "* One.\n** {}\nAnd so on.\n"),
    "asciidoc: note": ("NOTE: {}\n", "NOTE: {}\n"),
    "asciidoc: table": ("|===\n|a |{}\nl|14h30 |{}\n|===\n", "|===\n|a |{}\nl|14h30 |{}\n|===\n"),
    "asciidoc: link": ("https://example.org/14h30[{}]\n", "https://example.org/14h30[{}]\n"),
    "asciidoc: term": ("word:: {}\n", "word:: {}\n"),
    "asciidoc: block": ("[quote]\n____\n{}\n____\n", "[quote]\n____\n{}\n____\n"),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("= Title\nAuthor\n:toc:\n\n== Section\nText", ["Title", "Section", "Text"]),
        ("Title\n=====\nAuthor\n\nSection\n-------\nText\n\nOther\n~~~~~~\n", ["Title", "Section", "Text", "Other"]),
        ("*1er* June, _Mme_ **D**upont", ["1er June, Mme Dupont"]),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("* one\ntwo\n** [x] three\n+\nfour\n\n. five\n1. six", ["one\ntwo", "three", "four", "five", "six"]),
        ("M. Dupont\n\na. One\nb. Two", ["M. Dupont", "One", "Two"]),
        (
            "https://example.org[text] <<id,label>> xref:a.adoc[see *this*] link:x[it,window=_blank]",
            ["text label see this it"],
        ),
        ("one +\ntwo", ["one\ntwo"]),
        ('"`quoted`" &eacute;', ["“quoted” é"]),
        ("word:: meaning\nother;; thing", ["word", "meaning", "other", "thing"]),
        ("[source,java]\n----\nMme\n----\n\n....\nMme\n....\n\n```\nMme\n```\nText", ["Text"]),
        ("[source]\nMme\n\n Mme\n\nText", ["Text"]),
        (".Title\n====\nText\n====\n\n--\nOpen\n--", ["Title", "Text", "Open"]),
        ("// Mme\n\n////\nMme\n////\n\n:x: Mme\n\nimage::x.png[Mme]\n\n'''\n\nText", ["Text"]),
        ("|===\n|a |b\n2+|c\nd\n\nl|e | f\n|===\nText", ["a", "b", "c\nd", "f", "Text"]),
        ("Text footnote:[A note.]", ["Text", "A note."]),
        ("1^er^ June", ["1er June"]),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("asciidoc", text) == prose
    assert_faithful(view_of("asciidoc", text))


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("see `Mme` and +Mme+ and +++Mme+++", ["`Mme`", "+Mme+", "+++Mme+++"]),
        ("{mme} [[mme]] <<mme>> kbd:[Mme] image:x[Mme]", ["{mme}", "[[mme]]", "<<mme>>", "kbd:[Mme]", "image:x[Mme]"]),
        ("10^6^ and H~2~O", ["^6^", "~2~"]),
        ("a snake_case_word 2*3*4", []),
    ],
)
def test_protected(text: str, protected: list[str]) -> None:
    view = view_of("asciidoc", text)
    assert [view.text[slice(*span)] for span in view.blocked] == protected


def test_repairs() -> None:
    before = "_Mme_ Dupont left.\n\n* from May 26 to\n*1er* June\n\n----\nMme Dupont\n----\n"
    after = "_Ms._ Dupont left.\n\n* from May 26 to\n*June 1*\n\n----\nMme Dupont\n----\n"
    assert fixed("asciidoc", before) == after


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Text\n— more", "—", "-"),
        ("1er. Then", "1er", "1"),
        ("https://example.org[text]", "text", ""),
        ("Text\n\nTitle\n-----\n", "Title", "Titles!"),
        ("one +\ntwo", "e\nt", "e t"),
    ],
)
def test_refused(text: str, old: str, new: str) -> None:
    """Edits that would begin a list, make a link without its text, or take away what readers see."""
    assert edited("asciidoc", text, old, new) is None


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("a b", "b", "*b*", "a \\*b*"),
        ("a b", "b", "snake_case 2 * 3", "a snake_case 2 * 3"),
        ("|===\n|a |b\n|===", "b", "c|d", "|===\n|a |c\\|d\n|==="),
    ],
)
def test_written(text: str, old: str, new: str, result: str) -> None:
    assert edited("asciidoc", text, old, new) == result


def test_suppression() -> None:
    text = "// transclean: ignore[NAME001]\nMme Dupont\n"
    assert fixed("asciidoc", text) == text
    assert prose_of("asciidoc", text) == ["Mme Dupont"]


def test_places_of_edits() -> None:
    text = "= Tïtle\n\n* See `x`, Mme Dupont.\n"
    (edit,) = transclean.fix(text, format="asciidoc", **FRENCH).edits  # type: ignore[arg-type]
    assert (text[edit.start : edit.end], edit.after) == ("Mme ", "Ms. ")


@pytest.mark.parametrize("text", ["* " * 10_000 + "x", "*a" * 10_000, "`" * 10_001, "x[" * 10_000, "a:" * 10_000])
def test_deep_nesting_is_read(text: str) -> None:
    assert_faithful(view_of("asciidoc", text))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    files_of(
        [
            "**",
            "*",
            "_",
            "__",
            "`",
            "+",
            " +\n",
            "----\n",
            "====\n",
            "|===\n",
            "|",
            "* ",
            ". ",
            "= ",
            "== ",
            ":: ",
            "NOTE: ",
            "[source]\n",
            "https://x.y[",
            "]",
            "<<",
            ">>",
            "{x}",
            "&eacute;",
            "\\",
            "//",
            "'''\n",
            "footnote:[",
            '"`',
            '`"',
        ]
    )
)
def test_any_text(text: str) -> None:
    assert_sound("asciidoc", text, runs=3)
