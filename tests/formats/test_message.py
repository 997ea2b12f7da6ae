"""The strings of translation files: what in them is a placeholder, layout or markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.checks import fixed, prose_of, view_of
from transclean.formats.placeholders import accelerator_in, placeholders
from transclean.formats.translation_files import holds_translations, is_prose, one_language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%s of %1$d, %-5.2f%%, %lu, %@, %2$@", ["%s", "%1$d", "%-5.2f", "%lu", "%@", "%2$@"]),
        ("%(name)s and %{name}, %<count>d", ["%(name)s", "%{name}", "%<count>d"]),
        ("%1 of %L2", ["%1", "%L2"]),
        ("{0} {name} {} {price:.2f}", ["{0}", "{name}", "{}", "{price:.2f}"]),
        ("{{count}} {{{raw}}}", ["{{count}}", "{{{raw}}}"]),
        ("${name} #{name} $name $NAME$ $t(common.key)", ["${name}", "#{name}", "$name", "$NAME$", "$t(common.key)"]),
        ("Hello :name! @:common.key @.lower:key", [":name", "@:common.key", "@.lower:key"]),
        ("costs $5 or 5 %, at 12:30: fine", []),
        ("{when, date, ::MMMd}", ["{when, date, ::MMMd}"]),
        ("{0,choice,0#none|1#one|1<{0} files}", ["{0,choice,0#none|1#one|1<{0} files}"]),
        ("{n, plural, =0 {no file} one {# file} other {# files}}.",
         ["{n, plural, =0 {", "} one {", "#", "} other {", "#", "}}"]),
        ("{who, select, her {{n, plural, one {a {x}} other {b}}} other {c}}",
         ["{who, select, her {", "{n, plural, one {", "{x}", "} other {", "}}", "} other {", "}}"]),
        ("an open { and a closed } brace }", ["{ and a closed }"]),
    ],
)  # fmt: skip
def test_placeholders(text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in sorted(placeholders(text))] == found


@given(st.text(alphabet="{}%$#:@,a1 plural", max_size=60))
def test_placeholders_of_any_text_do_not_overlap(text: str) -> None:
    end = 0
    for span in sorted(placeholders(text)):
        assert span.start < span.end
        if text[span.start] in "{}":
            assert span.start >= end
            end = span.end


def test_branches_of_a_message_are_prose() -> None:
    text = '{"a": "{n, plural, one {# file of the 1er June} other {# files of the 1er June}} {1er}"}'
    after = '{"a": "{n, plural, one {# file of June 1} other {# files of June 1}} {1er}"}'
    assert fixed("arb", text) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the <b>1er</b> June", "June 1"),
        ("the 1<sup>er</sup> June and <1>Mme</1> Dupont", "the 1<sup>er</sup> June and <1>Ms.</1> Dupont"),
        ("<a href='14h30'>arrived at 14h30</a>", "<a href='14h30'>arrived at 2:30 p.m.</a>"),
        ("<code>at 14h30</code> at 14h30<br>", "<code>at 14h30</code> at 2:30 p.m.<br>"),
        ("« Come &amp; see&nbsp;&raquo;, &eacute;t&eacute;", "“Come &amp; see”, &eacute;t&eacute;"),
        ("a&nbsp;b, a&nbsp; b, &shy;, &brandName;", "a&nbsp;b, a&nbsp; b, &shy;, &brandName;"),
        ("  --all        at 14h30", "  --all        at 2:30 p.m."),
        (" at 14h30 ", " at 2:30 p.m. "),
    ],
)
def test_markup_in_messages(before: str, after: str) -> None:
    assert fixed("strings", f'"a" = "{before}";') == f'"a" = "{after}";'.replace("“", r"\"").replace("”", r"\"")


def test_every_string_is_a_block() -> None:
    assert prose_of("json", '{"a": "one", "b": {"c": "two", "d": ["three"]}}') == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("label", "sign"),
    [("_File", "_"), ("Save &As", "&"), ("~Edit", "~"), ("a_b_c", ""), ("R&amp;D", ""), ("a & b", ""), ("File", "")],
)
def test_accelerator(label: str, sign: str) -> None:
    assert accelerator_in(label) == sign


@pytest.mark.parametrize(
    "text", ["Close", "1er", "14h30", "50%", "l'ami", "OK", "Hello!", "two words", "你好", "«Oui»"]
)
def test_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "camelCase",
        "snake_case",
        "kebab-case",
        "#ffaa00",
        "img/a.png",
        "2024-01-02",
        "https://example.org",
        "a.b",
        r"[\\\t]*",
    ],
)
def test_no_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize(
    "path",
    ["locales/x.json", "src/i18n/menu.yml", "en.json", "a/pt-BR.yaml", "messages_fr_CA.properties", "devise.fr.yml"],
)
def test_files_with_translations(path: str) -> None:
    assert holds_translations(path)


@pytest.mark.parametrize(
    "path", ["package.json", "locales/package.json", "tsconfig.en.json", "data/x.csv", ".eslintrc.json"]
)
def test_other_files(path: str) -> None:
    assert not holds_translations(path)


def test_one_language() -> None:
    assert one_language(["fr", "fr"]) == "fr"
    assert one_language(["fr", "en-GB", "de"]) == "en-GB"
    assert one_language(["fr", "de"]) is None
    assert one_language(["fr", "de"], "de") == "de"


def test_suppression_in_a_string_is_no_prose() -> None:
    assert view_of("json", '{"_": "transclean: file-ignore[ALL]"}').text == ""
