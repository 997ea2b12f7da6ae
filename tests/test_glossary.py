"""Glossaries: files are checked loudly, the user's replace the default's, terms fit the sentence they come into."""

from __future__ import annotations

from pathlib import Path

import pytest

from transclean.errors import GlossaryError
from transclean.glossary import default_termbase, load_termbase
from transclean.locales import source_locales
from transclean.pipeline import Engine, Settings

HEADER = "id\tpreferred\tabbreviation\treplace\tflag\trequires\tunless\twrite\tarticle\n"


def _glossary(folder: Path, *rows: str, name: str = "terms.tsv") -> Path:
    path = folder / name
    path.write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def _fix(text: str, *paths: Path, default: bool = False) -> str:
    settings = Settings(
        select=("GLO",), target="en", glossaries=tuple(map(str, paths)), default_glossary=default, cache=False
    )
    return Engine(settings).run(text).text


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "empty"),
        ("id\tpreferred\tcolour\n", "line 1: no column 'colour'"),
        ("id\treplace\n", "line 1: no column 'preferred'"),
        ("# a comment\npreferred\treplace\n\tx\n", "line 3: no preferred form"),
        ("id\tpreferred\na\tx\na\ty\n", "line 3: the id 'a' is already in"),
        ("preferred\treplace\nx\ta||b\n", "line 2: an empty value in replace"),
        ("preferred\treplace\nx\ty\ny\tz\n", "'y' is to be replaced, but preferred in"),
        ("preferred\treplace\nx\tz\ny\tz\n", "line 3: 'z' is to be replaced here and in"),
        ("preferred\treplace\nx\ta\tb\n", "line 2: 3 cells, but 2 columns"),
        ("preferred\tarticle\nx\tmaybe\n", "line 2: article is 'maybe'"),
    ],
)
def test_a_bad_file_is_refused_with_place_and_reason(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GlossaryError) as error:
        load_termbase([path], with_default=False)
    assert str(error.value).startswith(str(path))
    assert complaint in str(error.value)


def test_a_missing_file_and_one_that_is_not_utf_8_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="No such file"):
        load_termbase([tmp_path / "none.tsv"])
    (tmp_path / "latin.tsv").write_bytes(b"preferred\ncaf\xe9\n")
    with pytest.raises(GlossaryError, match="not UTF-8"):
        load_termbase([tmp_path / "latin.tsv"])


def test_comma_separated_files_may_quote(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text('preferred,replace\n"Paris, France","Paname"\n', encoding="utf-8")
    assert _fix("He lives in Paname now.", path) == "He lives in Paris, France now."


def test_a_users_row_replaces_the_default_row_of_its_id(tmp_path: Path) -> None:
    path = _glossary(tmp_path, "uyghur\tUighur", "uyghurs\tUighurs")
    assert _fix("the Uighurs of the city", default=True) == "the Uyghurs of the city"
    assert _fix("the Uighurs of the city", path, default=True) == "the Uighurs of the city"


def test_without_the_default_only_the_users_terms_count(tmp_path: Path) -> None:
    path = _glossary(tmp_path, "a\ttunnel\t\ttube under the sea")
    assert _fix("The tube under the sea is for the Uighurs.", path) == "The tunnel is for the Uighurs."
    assert _fix("The tube under the sea is for the Uighurs.") == "The tube under the sea is for the Uighurs."


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("a gizmo", "an apparatus"),
        ("A gizmo broke.", "An apparatus broke."),
        ("GIZMO", "APPARATUS"),
        ("the gizmo's wheel", "the apparatus's wheel"),
        ("the gizmology", "the gizmology"),
        ("pro-gizmo", "pro-gizmo"),
        ("a gizmo-like thing", "an apparatus-like thing"),
        ("the Gizmo Company", "the Gizmo Company"),
        ('"a gizmo," he said', '"a gizmo," he said'),
        ("see `gizmo` and https://example.org/gizmo", "see `gizmo` and https://example.org/gizmo"),
        ("two old\ncars", "two\nautomobiles"),
        ("an old car", "an automobile"),
        ("the old cars", "the automobiles"),
        ("the XYZ said", "ABC said"),
        ("the XYZ summit", "the ABC summit"),
        ("a fine old car park", "a fine old car park"),
    ],
)  # fmt: skip
def test_terms_follow_case_plural_and_article(tmp_path: Path, text: str, fixed: str) -> None:
    path = _glossary(
        tmp_path,
        "a\tapparatus\t\tgizmo",
        "b\tautomobile\t\told car",
        "c\tAlpha Beta Council\tABC\tXYZ\t\t\t\t\tnone",
        "d\told car park",
    )
    if "\n" in text:
        fixed = "two automobiles"
    assert _fix(text, path) == fixed


def test_conditions(tmp_path: Path) -> None:
    path = _glossary(tmp_path, "a\tlending house\t\tbank\t\tmoney\triver|{name} bank")
    assert _fix("The bank has money.", path) == "The lending house has money."
    assert _fix("The bank has none.", path) == "The bank has none."
    assert _fix("The bank of the river has money.", path) == "The bank of the river has money."
    assert _fix("It rained. The Barclays bank has money.", path) == "It rained. The Barclays bank has money."


def test_the_default_glossary_and_the_locales_share_no_form() -> None:
    acronyms = {a for locale in source_locales() for a in locale.section("words").get("acronyms", {}) if a.isascii()}
    assert not acronyms & {form for term in default_termbase().terms for form in term.replace}


def test_institutional_high_commission_and_diplomatic_ones() -> None:
    text = (
        "Ravina Shamdasani spoke of human rights. The High Commission was able to send a team, and the High "
        "Commission team "
        "met it. She was head of the High Commission.\n\nThe British High Commission in Nairobi was silent."
    )
    fixed = (
        "Ravina Shamdasani spoke of human rights. OHCHR was able to send a team, and the OHCHR team "
        "met it. She was head of OHCHR.\n\nThe British High Commission in Nairobi was silent."
    )
    assert _fix(text, default=True) == fixed
