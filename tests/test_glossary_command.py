"""`transclean glossary`: check, list, lookup, convert; and what a broken glossary does to a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli import Ran, transclean

ROOT = Path(__file__).parent.parent


def run_cli(*arguments: str | Path) -> Ran:
    return transclean(*arguments, cwd=ROOT)


def _table(folder: Path, *rows: str, name: str = "terms.tsv") -> Path:
    path = folder / name
    path.write_text("id\tpreferred\treplace\tflag\trequires\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_the_shipped_glossaries_have_no_problems() -> None:
    result = run_cli("glossary", "check", str(ROOT / "glossaries"))
    assert result.code == 0
    assert result.out == ""
    number = int(result.err.removeprefix("transclean: ").split()[0])
    assert number >= 600


def test_check_lists_every_problem_with_its_line(tmp_path: Path) -> None:
    path = _table(
        tmp_path,
        "a\tlift\televator",
        "b\televator\tlift",
        "c\thouse\tgreat\t\t",
        "d\tcourt\tAB",
        "d\tsecond court\tsecond tribunal",
        "e\tvilla\tsecond tribunal",
        "f\tflat\tx||y",
        "g\tpost\t=1+1",
        "h\tquay\tQuay\tdock|dock",
    )
    result = run_cli("glossary", "check", str(path))
    assert result.code == 1
    lines = result.out.splitlines()
    assert all(line.startswith(f"{path}, line ") for line in lines)
    for number, words in (
        (2, "'elevator' is to be replaced, but right in"),
        (3, "'lift' is to be replaced, but right in"),
        (4, "'great' is an ordinary English word"),
        (5, "'AB' is so short"),
        (6, "the id 'd' is already in line 5"),
        (7, "'second tribunal' is to be replaced here and in"),
        (8, "an empty value in replace"),
        (9, "'=1+1' is a spreadsheet's formula"),
        (10, "'Quay' differs from the preferred form in its capitals only"),
        (10, "'dock' is there twice"),
    ):
        assert any(f"line {number}: " in line and words in line for line in lines), (number, words)


def test_check_names_every_unknown_column(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("preferred\tcolour\tshape\tfr\tfr_replace\nx\t\t\ty\tz\n", encoding="utf-8")
    result = run_cli("glossary", "check", str(path))
    assert result.code == 1
    assert "'colour'" in result.out
    assert "'shape'" in result.out
    assert "fr" not in [line.split("'")[1] for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("latin.tsv", b"preferred\ncaf\xe9\n", "line 2: not UTF-8 (byte 13)"),
        ("column.tsv", b"id\treplace\na\tb\n", "line 1: no column 'preferred'"),
        ("double.tsv", b"id\tpreferred\na\tx\na\ty\n", "line 3: the id 'a' is already in line 2"),
        ("formula.csv", b"preferred,replace\nx,=HYPERLINK(1)\n", "line 2: '=HYPERLINK(1)' is a spreadsheet's formula"),
        ("empty.csv", b"", "empty"),
        ("quote.csv", b'preferred,replace\nx,"y\n', "line 2"),
    ],
)
def test_a_broken_glossary_is_one_line_and_exit_2_and_leaves_the_text(
    tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    glossary = tmp_path / name
    glossary.write_bytes(content)
    text = tmp_path / "text.txt"
    text.write_text("the Uighurs", encoding="utf-8")
    result = run_cli("fix", "--glossary", str(glossary), str(text))
    assert result.code == 2
    assert len(result.err.strip().splitlines()) == 1
    assert str(glossary) in result.err
    assert complaint in result.err
    assert text.read_text(encoding="utf-8") == "the Uighurs"


def test_a_huge_glossary_is_not_read(tmp_path: Path) -> None:
    glossary = tmp_path / "huge.tsv"
    with glossary.open("wb") as file:
        file.truncate(1024**3)
    result = run_cli("glossary", "check", str(glossary))
    assert result.code == 2
    assert "1024 MB; a glossary has at most 64 MB" in result.err


@pytest.mark.parametrize(
    "name", ["Haut-Commissariat", "haut commissariat", "OHCHR", "УВКПЧ", "人权高专办", "HAUT-COMMISSARIAT aux droits"]
)  # fmt: skip
def test_lookup_finds_a_term_by_any_name(name: str) -> None:
    result = run_cli("glossary", "lookup", name)
    assert result.code == 0
    assert "High Commissioner for Human Rights" in result.out
    assert "French" in result.out


def test_lookup_of_nothing_exits_with_1() -> None:
    result = run_cli("glossary", "lookup", "zzzz")
    assert result.code == 1
    assert "no term 'zzzz'" in result.err


def test_lists_can_be_read_by_programs(tmp_path: Path) -> None:
    path = _table(tmp_path, "a\tlift\televating cabin")
    result = run_cli("glossary", "list", "--no-glossary", "--glossary", str(path), "--output-format", "json")
    assert json.loads(result.out) == [{"id": "a", "preferred": "lift", "replace": "elevating cabin"}]
    assert run_cli("glossary", "list", "--no-glossary", "--glossary", str(path)).out == "a  lift\n"


def test_convert_writes_by_suffix_and_to_standard_output(tmp_path: Path) -> None:
    path = _table(tmp_path, "a\tlift\televating cabin")
    tbx = tmp_path / "out.tbx"
    assert run_cli("glossary", "convert", str(path), str(tbx)).code == 0
    back = run_cli("glossary", "convert", str(tbx), "-", "--to", "tsv")
    assert back.out == "id\tpreferred\treplace\na\tlift\televating cabin\n"
    assert run_cli("glossary", "convert", str(path), str(tmp_path / "out.xyz")).code == 2
    assert run_cli("glossary", "convert", str(path), "-", "--to", "tbxx").code == 2
