"""Texts about programs, where spaces, dots and back-quotes mean something, and texts that only look so."""

from __future__ import annotations

import pytest

import transclean
from transclean.document import Document
from transclean.language.code import is_technical

CHANGELOG = """2021-04-18  Ann Hill  <ann@example.org>

\t* src/parse.c (read_line): Don't treat ".." as the end .  Reported by Bo.
\t* lib/Makefile.in: Likewise; use `make distclean' .  Closes #12345.

  [ Bo Lind ]
  * Fix get{sock,peer}name in net_open() .
"""

LICENCE = """THE SOFTWARE IS PROVIDED ``AS IS'' ,  WITHOUT WARRANTY OF ANY KIND.

Copyright (c) 2009  The Authors .  All rights reserved.
"""

MANUAL = """# The tool

Run `transclean --fix file_name.md` , then look at `git_diff()` .
The options `--style` and `--source_language` are explained in `docs/style.md` .
"""

NEWS = """The minister resigned on Tuesday .  Nobody had expected it , he said . The talks go on .

Parliament will meet at 5 p.m. ( local time ) to choose ``a new one'' , the agency reported .
"""


@pytest.mark.parametrize("text", [CHANGELOG, LICENCE])
def test_texts_about_programs_are_left_alone(text: str) -> None:
    assert transclean.fix(text).text == text


def test_the_same_slips_are_mended_in_prose() -> None:
    assert transclean.fix(NEWS).text == (
        "The minister resigned on Tuesday. Nobody had expected it, he said. The talks go on.\n\n"
        'Parliament will meet at 5 p.m. (local time) to choose "a new one", the agency reported.\n'
    )


@pytest.mark.parametrize("text", [MANUAL, NEWS, "#PRS_ORG# met #PRS_NAME# and #PRS_OTHER# in {city_name}. " * 3])
def test_code_that_is_marked_and_placeholders_make_no_text_technical(text: str) -> None:
    assert not is_technical(text)


def test_a_long_document_shows_its_habits_place_by_place() -> None:
    document = Document("a-b " + "." * 1000 + " a-b a-b")
    assert document.count("a-b") == 3
    assert document.count_near("a-b", 0, 100) == 1
    assert document.count_near("a-b", 1008, 100) == 2
