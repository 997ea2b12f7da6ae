"""Apple's .strings: the values."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.formats.checks import assert_faithful, assert_sound, files_of, fixed, prose_of, view_of
from transclean.errors import FormatError

WRAPPED = {
    "strings": ('/* 14h30 */\n"14h30" = "{}";\n', '/* 14h30 */\n"14h30" = "{}";\n'),
    "strings: key without quotes": ("a='x';b = \"{}\" ; // x".replace("'", '"'), 'a="x";b = "{}" ; // x'),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ('/* a "b" = "c"; */ "k" = "one"; // "d"\nkey = "two";\n"three";\nfour = five;', ["one", "two"]),
        ('"k" = "say \\"yes\\"\\n\\U00e9 \\\\ x";', ['say "yes"\né \\ x']),
        ('"k" = "";', []),
        ("", []),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("strings", text) == prose
    assert_faithful(view_of("strings", text))


def test_quotation_marks_are_escaped() -> None:
    assert fixed("strings", '"k" = "he said « yes » to %@";') == '"k" = "he said \\"yes\\" to %@";'


def test_suppression() -> None:
    text = '/* transclean: ignore[ALL] */\n"a" = "at 14h30";\n\n"b" = "at 15h30";\n'
    assert fixed("strings", text) == text.replace("15h30", "3:30 p.m.")


@pytest.mark.parametrize("text", ['"a" = "b"', '"a" = "b', '"a" "b";', "<?xml version='1.0'?>", "/* a", '"a" = ;', ";"])
def test_malformed(text: str) -> None:
    with pytest.raises(FormatError, match=r"^line 2: "):
        view_of("strings", "\n" + text)


@given(files_of(['"a" = "', '";', "/*", "*/", "//", "=", ";", '\\"', "\\U00e9", "%@"]))
def test_any_file(text: str) -> None:
    assert_sound("strings", text)
