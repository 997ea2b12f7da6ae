"""JSON, ARB and Xcode's string catalogs: which strings are read, and how they are written."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.formats.checks import assert_faithful, assert_sound, files_of, fixed, prose_of, view_of
from transclean.errors import FormatError

CATALOG = """{
  "sourceLanguage" : "fr",
  "strings" : {
    "14h30" : {
      "comment" : "at 14h30",
      "localizations" : {
        "en" : { "stringUnit" : { "state" : "translated", "value" : "at 14h30" } },
        "fr" : { "stringUnit" : { "state" : "new", "value" : "à 14h30" } },
        "it" : { "variations" : { "plural" : { "one" : { "stringUnit" : { "value" : "alle 14h30" } } } } }
      }
    }
  }
}"""
WRAPPED = {
    "json": ('{"14h30": "{}"}\n', '{"14h30": "{}"}\n'),
    "json: nested": ('{\n  "en": {"a": ["{}", 1]}\n}\n', '{\n  "en": {"a": ["{}", 1]}\n}\n'),
    "jsonl": ('{"a": "x"}\n{"a": "{}"}\n', '{"a": "x"}\n{"a": "{}"}\n'),
    "arb": (
        '{"@@locale": "en", "a": "{}", "@a": {"description": "at 14h30"}}',
        '{"@@locale": "en", "a": "{}", "@a": {"description": "at 14h30"}}',
    ),
    "xcstrings": (CATALOG.replace('at 14h30" }', '{}" }'), CATALOG.replace('at 14h30" }', '{}" }')),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ('{"a b": "one", "c": {"d": ["two", "snake_case", 3]}, "e": null}', ["one", "two"]),
        ('{"a": "\\u00e9t\\u00e9 \\ud83d\\ude00\\n\\"x\\" \\/ y"}', ['été 😀\n"x" / y']),
        ('// note\n{"a": "one", /* two */ "b": NaN, "a": "three",}', ["one", "three"]),
        ('"one"\n"two"\n', ["one", "two"]),
        ('{"$schema": "one two", "_comment": "three", "@x": "four", "//": "five"}', []),
        ('{"fr": {"a": "un"}, "en": {"a": "one"}}', ["one"]),
        ('{"fr": {"a": "un"}, "de": {"a": "eins"}}', []),
        ('{"fr": {"a": "un"}, "x": "two"}', ["un", "two"]),
        ("", []),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("json", text) == prose
    assert_faithful(view_of("json", text))


def test_language_of_the_file() -> None:
    assert view_of("json", '{"fr-CA": {"a": "un"}}').language == "fr"
    assert view_of("json", '{"fr": {"a": "un"}, "de": {"a": "eins"}}', **{"json.language": "de"}).language == "de"
    assert view_of("arb", '{"@@locale": "pt_BR"}').language == "pt"
    view = view_of("xcstrings", CATALOG)
    assert (view.language, view.origin) == ("en", "fr")


def test_catalog() -> None:
    assert prose_of("xcstrings", CATALOG) == ["at 14h30"]
    assert prose_of("xcstrings", CATALOG, **{"json.language": "it"}) == ["alle 14h30"]
    assert fixed("xcstrings", CATALOG) == CATALOG.replace('"value" : "at 14h30"', '"value" : "at 2:30 p.m."')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r'{"a": "he said « oui » to 5 €"}', r'{"a": "he said \"oui\" to €5"}'),
        (r'{"a": "he said \u00ab oui \u00bb to 5 \u20ac"}', r'{"a": "he said \"oui\" to \u20ac5"}'),
        (r'{"a": "at 14h30 \ud83d, \ud83d\ude00 1er June"}', r'{"a": "at 2:30 p.m. \ud83d, \ud83d\ude00 June 1"}'),
    ],
)
def test_written_as_the_file_is(before: str, after: str) -> None:
    assert fixed("json", before) == after


def test_suppression_in_a_line() -> None:
    text = '{\n "a": "at 14h30", // transclean: ignore[ALL]\n "b": "at 15h30"\n}'
    assert fixed("json", text) == text.replace("15h30", "3:30 p.m.")


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b"',
        '{"a" "b"}',
        '{"a": "b" "c"}',
        "[1 2]",
        '{"a": "b]}',
        "[}",
        '{"a":}',
        '"a": 1',
        '{"a", "b"}',
        "{1}",
        "<x>",
    ],
)
def test_malformed(text: str) -> None:
    with pytest.raises(FormatError, match=r"^line 2: "):
        view_of("json", "\n" + text)


def test_deep_nesting() -> None:
    deep = 10_000
    assert prose_of("json", '{"a":[' * deep + '"one"' + "]}" * deep) == ["one"]
    with pytest.raises(FormatError):
        view_of("json", "[" * deep)


@given(files_of(['{"a": "', '"}', '", "', '": "', "[", "]", "\\u00e9", "\\n", "{", "}", "//", "\\ud83d"]))
def test_any_file(text: str) -> None:
    assert_sound("json", text)


@given(files_of(["\\u00e9", "\\n", '\\"', "{{x}}", "{n, plural, one {", "}}", "<b>", "</b>", "\\\\", "\\ud83d"]))
def test_any_string(text: str) -> None:
    text = text.replace('"', "'").replace("\n", " ")
    assert_sound("json", f'{{"a": "{text}"}}')
