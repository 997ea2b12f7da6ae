"""YAML: which scalars are read, and that repairs leave the file what it was."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given

import transclean
from tests.formats.checks import FRENCH, assert_faithful, assert_sound, files_of, fixed, prose_of, view_of
from transclean.errors import FormatError

WRAPPED = {
    "yaml": ("en:\n  14h30: {}\n", "en:\n  14h30: {}\n"),
    "yaml: quoted": ("a: \"{}\"\nb: '{}'\n", "a: \"{}\"\nb: '{}'\n"),
    "yaml: literal": ("a: |\n  {}\n\n  x\n", "a: |\n  {}\n\n  x\n"),
    "yaml: folded": ("- a: >-\n    {}\n    x\n", "- a: >-\n    {}\n    x\n"),
    "yaml: anchor": ("a: &b !!str {} # 14h30\n", "a: &b !!str {} # 14h30\n"),
    "yaml: in brackets": ('a: ["{}", x]\n', 'a: ["{}", x]\n'),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("# note\na b: one\nc: 'it''s'\nd: \"\\x41 \\u00e9 \\\"x\\\"\"\n", ["one", "it's", 'A é "x"']),
        ("a: one\n  two\n\n  three\n", ["one two\nthree"]),
        ("a: |\n  one\n    two\n\n  three\nb: four\n", ["one\n  two", "three", "four"]),
        ("- one\n- [two, {a: three}]\n- snake_case\n- !ruby/sym four five\n- 12\n", ["one", "two", "three"]),
        ("a: &x one\nb: *x\n<<: *x\n? four\n: five\n", ["one", "five"]),
        ("fr:\n  a: un\nen:\n  a: one\n", ["one"]),
        ("a: |2\n    one two\n", []),
        ("--- one\n--- two\n", ["one", "two"]),
        ("", []),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("yaml", text) == prose
    assert_faithful(view_of("yaml", text))


def test_language_of_the_file() -> None:
    assert view_of("yaml", "pt-BR:\n  a: um\n").language == "pt"
    assert view_of("yaml", "fr:\n  a: un\nde:\n  a: eins\n", **{"yaml.language": "de"}).language == "de"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: she said « yes » at 14h30", "a: she said « yes » at 2:30 p.m."),
        ("a: 'she said « yes »'", "a: 'she said \"yes\"'"),
        ('a: "she said « yes »"', 'a: "she said \\"yes\\""'),
        ("a: |\n  from the\n  1er June to 14\n  h30", "a: |\n  from June 1 to 14\n  h30"),
        ("a: from the\n   1er June", "a: from June 1"),
        ("en:\n  a: to %{n} at 14h30", "en:\n  a: to %{n} at 2:30 p.m."),
    ],
)
def test_repairs(before: str, after: str) -> None:
    yaml.safe_load(after)
    assert fixed("yaml", before) == after


def test_plain_scalars_stay_strings() -> None:
    text = "a: at 12 h 30\nb: 12 h 30\nc: [1234 €, the end]\n"
    repaired = fixed("yaml", text)
    values = yaml.safe_load(repaired)
    assert isinstance(values["b"], str)
    assert len(values["c"]) == 2


def test_suppressions() -> None:
    text = "a: at 14h30 # transclean: ignore[ALL]\n\n# transclean: ignore[ALL]\nb: at 15h30\n\nc: at 16h30\n"
    assert fixed("yaml", text) == text.replace("16h30", "4:30 p.m.")


@pytest.mark.parametrize("text", ['a: "b\n', "a: [b c\n", "a: b: c\n", "a: \x01", "\tx: y", "a: *b\n c: d"])
def test_malformed(text: str) -> None:
    with pytest.raises(FormatError, match=r"^line \d+: not YAML: "):
        view_of("yaml", text)


def test_deep_nesting() -> None:
    """Newer releases of libyaml have a limit of their own; then the file is refused in one line."""
    deep = 10_000
    try:
        found = prose_of("yaml", "[" * deep + "one" + "]" * deep)
    except FormatError:
        return
    assert found == ["one"]


@given(files_of(["a: ", "- ", "'", '"', "|\n", ">\n", "  ", "[", "]", "#", "&a ", "*a", "!x ", "\\", ": ", "{", "}"]))
def test_any_file(text: str) -> None:
    assert_sound("yaml", text)


@pytest.mark.parametrize(("opening", "closing"), [("", ""), ("'", "'"), ('"', '"'), ("|\n  ", ""), (">\n  ", "")])
@given(text=files_of(["''", '\\"', "\n  ", "\n\n  ", ": ", " #", "%{x}", "« ", " »", "12 h 30"]))
def test_any_scalar(opening: str, closing: str, text: str) -> None:
    assert_sound("yaml", f"a: {opening}{text}{closing}\nb: c")


def test_what_cannot_be_written_is_reported() -> None:
    text = "a: « oui » said the boy\n"
    result = transclean.fix(text, format="yaml", **FRENCH)  # type: ignore[arg-type]
    assert result.text == text
    assert [finding.before for finding in result.findings] == ["« ", " »"]
    assert "the markup there does not allow it" in result.findings[0].message
