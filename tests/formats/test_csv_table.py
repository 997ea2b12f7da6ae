"""CSV and TSV: which columns are read, and that repairs leave the table what it was."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given

from tests.formats.checks import assert_faithful, assert_sound, files_of, fixed, prose_of, view_of
from transclean.errors import FormatError

WRAPPED = {
    "csv": ('key,target\n14h30,"{}"\n', 'key,target\n14h30,"{}"\n'),
    "csv: semicolons": ("key;fr;en\n1;14h30;{}\n", "key;fr;en\n1;14h30;{}\n"),
    "tsv": ("source\ttranslation\n14h30\t{}\n", "source\ttranslation\n14h30\t{}\n"),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ('id,source,Target text\n1,un,one\n2,"deux, x","two, ""x""\ny"\n3,trois\n', ["one", 'two, "x"\ny']),
        ("key,fr,en\na,un,one\n", ["one"]),
        ("key,fr\na,un\n", ["un"]),
        ("key,fr,de\na,un,eins\n", []),
        ("a,b\none,two\n", []),
        ("target\n=A1\n-x\n- one\n@y\n+z\nsnake_case\n", ["- one"]),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("csv", text) == prose
    assert_faithful(view_of("csv", text))


def test_chosen_columns() -> None:
    text = "a,b,fr\none,two,trois\n"
    assert prose_of("csv", text, **{"csv.columns": "b, a"}) == ["one", "two"]
    assert prose_of("csv", text, **{"csv.columns": "2"}) == ["b", "two"]
    assert view_of("csv", text, **{"csv.columns": "fr"}).language == "fr"
    with pytest.raises(FormatError, match=r"^line 1: no column 'x'"):
        view_of("csv", text, **{"csv.columns": "x"})


def test_quotation_marks_in_tables_of_tabs() -> None:
    assert prose_of("tsv", 'en\tx\n"One," he said\t1\n"Two"\t2\n') == ['"One," he said', "Two"]


@pytest.mark.parametrize(
    "text",
    [
        "target\n« the 1er June » or « 5 € » x\n",
        "target\n1234567 € or\n",
        'target\n"« the » 1234567 € or"\n',
        "target\nn° 5 «x»\n",
    ],
)
def test_cells_stay_cells(text: str) -> None:
    before = list(csv.reader(text.splitlines()))
    after = list(csv.reader(fixed("csv", text).splitlines()))
    assert [len(row) for row in after] == [len(row) for row in before]


def test_suppression_in_a_row() -> None:
    text = "target,note\nat 14h30,transclean: ignore[ALL]\nat 15h30,\n"
    assert fixed("csv", text) == text.replace("15h30", "3:30 p.m.")


@pytest.mark.parametrize(("text", "line"), [('a,target\n1,"x\n', 2), ('a,"b"c\n', 1)])
def test_malformed(text: str, line: int) -> None:
    with pytest.raises(FormatError, match=f"^line {line}: "):
        view_of("csv", text)


@pytest.mark.parametrize("name", ["csv", "tsv"])
@given(text=files_of(["key,target\n", "a\ten\n", ",", ";", "\t", '"', '""', "=", "-", "1234 €"]))
def test_any_file(name: str, text: str) -> None:
    assert_sound(name, text)


@given(files_of(["1234567 €", ",", '"', "« ", " »", "«", "=", "n° 5"]))
def test_any_cell(text: str) -> None:
    assert_sound("csv", "target,x\n{},y\n".format(text.replace("\n", " ")))
