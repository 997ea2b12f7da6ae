"""Glossaries: files are checked loudly, the user's replace the default's, terms fit the sentence they come into."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import transclean
from transclean.errors import GlossaryError
from transclean.glossary import Status, default_termbase, load_termbase
from transclean.glossary.termbase import kept_forms
from transclean.glossary.triggers import trigger_patterns
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
        ("preferred\treplace\nx\ty\ny\tz\n", "'y' is to be replaced, but right in"),
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
    assert not acronyms & {form for term in default_termbase().terms for form in term.wordings["en"].replace}


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


def test_a_later_glossary_has_the_last_word_on_a_form(tmp_path: Path) -> None:
    path = _glossary(tmp_path, "old-spelling\tUighurs\t\tUyghurs")
    assert _fix("the Uighurs and the Uyghurs", path, default=True) == "the Uighurs and the Uighurs"


def test_kept_terms_are_not_touched_by_the_glossary(tmp_path: Path) -> None:
    path = tmp_path / "kept.tsv"
    path.write_text("preferred\tstatus\nHigh Commission Street\tkeep\nUighurs United\tkeep\n", encoding="utf-8")
    text = "OHCHR: in High Commission Street, the Uighurs United met; the High Commission and the Uighurs did not."
    fixed = "OHCHR: in High Commission Street, the Uighurs United met; OHCHR and the Uyghurs did not."
    assert _fix(text, path, default=True) == fixed
    assert kept_forms([path]) == ("High Commission Street", "Uighurs United")


def test_conditions_near_and_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text(
        "preferred\treplace\trequires_near\tunless_document\nlending house\tbank\tmoney\triver\n", encoding="utf-8"
    )
    assert _fix("It has money. The bank lends. Good.", path) == "It has money. The lending house lends. Good."
    assert _fix("Some money. One. Two. The bank lends. Five.", path) == "Some money. One. Two. The bank lends. Five."
    assert _fix("The bank has money.\n\nThe river is wide.", path) == "The bank has money.\n\nThe river is wide."


def test_case_exact(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("preferred\treplace\tcase\nTürkiye\tTurkey\texact\n", encoding="utf-8")
    assert _fix("Turkey, a turkey, TURKEY", path) == "Türkiye, a turkey, TURKEY"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("ICRC", "ICRC"),
        ("The ICRC said so.", "The International Committee of the Red Cross (ICRC) said so."),
        ("# The ICRC\n\nThe ICRC went.", "# The ICRC\n\nThe International Committee of the Red Cross (ICRC) went."),
        ("The ICRC team came. The ICRC said so.", "The ICRC team came. The ICRC said so."),
        ("“The ICRC came,” he said.", "“The ICRC came,” he said."),
        ("He met UNHCR.", "He met UNHCR."),
        ("Talks with UNESCO failed.",
         "Talks with the United Nations Educational, Scientific and Cultural Organization (UNESCO) failed."),
    ],
)  # fmt: skip
def test_first_mention(text: str, fixed: str) -> None:
    settings = Settings(
        select=("GLO004",), target="en", style="us", style_options=(("glossary.first-mention", "expand"),)
    )
    assert Engine(settings).run(text).text == fixed


def test_consistency_counts_the_forms() -> None:
    text = "Counter-terrorism grew. A counter-terrorism unit, an anti-terrorism law. He said: “Anti-terrorism!”"
    reports = Engine(Settings(select=("GLO003",), target="en")).run(text).reports
    assert [(report.before, report.message) for report in reports] == [
        ("anti-terrorism", "one term in several forms: counter-terrorism 2×, anti-terrorism 1×")
    ]


def test_forms_of_a_glossary_are_few_plain_literals() -> None:
    patterns = trigger_patterns(default_termbase(), (Status.REPLACE,))
    forms = [form for term in default_termbase().terms for one in term.wordings.values() for form in one.replace]
    assert len(patterns) < 2 * len(forms)
    assert not [pattern for pattern in patterns if re.search(r"[\[(|*+?]", pattern.removeprefix("(?i)"))]


def test_no_glossary_is_read_for_a_text_without_its_forms(tmp_path: Path) -> None:
    path = _glossary(tmp_path, "a\tlift\t\televating cabin")
    program = (
        "import sys, transclean\n"
        f"transclean.fix('Nothing of it here.', target='en', glossary=[{str(path)!r}])\n"
        "print('transclean.glossary.exchange' in sys.modules, 'transclean.glossary.matching' in sys.modules)"
    )
    environment = {**os.environ, "TRANSCLEAN_CACHE_DIR": str(tmp_path / "cache")}
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, check=True
        ).stdout.decode()
        for _ in range(2)
    ]
    assert outputs[0].startswith("True")
    assert outputs[1].startswith("False")


def test_a_glossary_can_be_given_in_the_configuration_and_in_python(tmp_path: Path) -> None:
    path = _glossary(tmp_path, "a\tlift\t\televating cabin")
    assert transclean.fix("the elevating cabin", target="en", glossary=[str(path)]).text == "the lift"
