"""The command line keeps its promises: what goes where, exit codes, and no traceback whatever happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import transclean
from transclean.cli.quick import read_call
from transclean.options import Kind, declared

DIRTY = "The talks run from May 26 to 1er June.\nMme Dupont said so.\n"
CLEAN = "The talks run from May 26 to June 1.\nMs. Dupont said so.\n"
RULES = ("--select", "DATE001,NAME001", "--source", "fr", "--style", "us")


@pytest.fixture
def dirty(tmp_path: Path) -> Path:
    """A text with two artefacts, in a folder where only their rules are on."""
    (tmp_path / "transclean.toml").write_text('select = ["DATE001", "NAME001"]\nsource = "fr"\nstyle = "us"\n')
    path = tmp_path / "a.txt"
    path.write_text(DIRTY)
    return path


def test_fix_repairs_in_place_and_says_so(dirty: Path) -> None:
    ran = transclean("fix", "a.txt", cwd=dirty.parent)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Fixed 2 in 1 file.\n"
    assert dirty.read_text() == CLEAN


def test_second_run_finds_nothing(dirty: Path) -> None:
    transclean("fix", "a.txt", cwd=dirty.parent)
    before = dirty.stat()
    ran = transclean("fix", "a.txt", cwd=dirty.parent)
    assert (ran.code, ran.out) == (0, "All clean.\n")
    assert (dirty.stat().st_mtime_ns, dirty.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_check_reports_and_changes_nothing(dirty: Path) -> None:
    ran = transclean("check", *RULES, "a.txt", cwd=dirty.parent)
    assert ran.code == 1
    first, second, summary = ran.out.splitlines()
    assert first.startswith("a.txt:1:30  DATE001  ")
    assert first.endswith("1er June → June 1")
    assert second.startswith("a.txt:2:1   NAME001  ")
    assert summary == "`transclean fix` repairs 2 in 1 file."
    assert dirty.read_text() == DIRTY


def test_check_of_a_clean_text(dirty: Path) -> None:
    dirty.write_text(CLEAN)
    ran = transclean("check", "a.txt", cwd=dirty.parent)
    assert (ran.code, ran.out, ran.err) == (0, "All clean.\n", "")


def test_fix_check_writes_nothing(dirty: Path) -> None:
    assert transclean("fix", "--check", "a.txt", cwd=dirty.parent).code == 1
    assert dirty.read_text() == DIRTY
    dirty.write_text(CLEAN)
    assert transclean("fix", "--check", "a.txt", cwd=dirty.parent).code == 0


def test_exit_non_zero_on_fix(dirty: Path) -> None:
    assert transclean("fix", "--exit-non-zero-on-fix", "a.txt", cwd=dirty.parent).code == 1
    assert dirty.read_text() == CLEAN
    assert transclean("fix", "--exit-non-zero-on-fix", "a.txt", cwd=dirty.parent).code == 0


def test_standard_input_to_standard_output(dirty: Path) -> None:
    ran = transclean("fix", "-", cwd=dirty.parent, stdin=DIRTY.encode())
    assert (ran.code, ran.out, ran.err) == (0, CLEAN, "")


def test_standard_input_is_passed_on_byte_for_byte(dirty: Path) -> None:
    text = "\ufeffNothing wrong here,\r\neven in the last line".encode()
    assert transclean("fix", "-", cwd=dirty.parent, stdin=text).raw == text


def test_stdin_filename_gives_format_and_name(tmp_path: Path) -> None:
    text = b"---\ntitle: Mme Dupont on 1er June\n---\nMme Dupont said so.\n"
    ran = transclean("fix", *RULES, "--stdin-filename", "x.md", "-", cwd=tmp_path, stdin=text)
    assert ran.out == "---\ntitle: Ms. Dupont on June 1\n---\nMs. Dupont said so.\n"
    ran = transclean("check", *RULES, "--stdin-filename", "x.md", "-", cwd=tmp_path, stdin=text)
    assert "x.md:2:22  DATE001" in ran.out
    assert "x.md:4:1   NAME001" in ran.out
    assert transclean("fix", *RULES, "--stdin-filename", "x.py", "-", cwd=tmp_path, stdin=text).raw == text


def test_json_does_not_mix_with_a_text_on_standard_output(tmp_path: Path) -> None:
    ran = transclean("fix", "--output-format", "json", "-", cwd=tmp_path, stdin=b"x")
    assert (ran.code, ran.out) == (2, "")
    assert "--output-file" in ran.err


def test_report_of_a_pipe_goes_to_its_own_file(tmp_path: Path) -> None:
    arguments = ("--output-format", "json", "--output-file", "report.json")
    ran = transclean("fix", *RULES, *arguments, "-", cwd=tmp_path, stdin=DIRTY.encode())
    assert ran.out == CLEAN
    assert [f["applied"] for f in json.loads((tmp_path / "report.json").read_text())] == [True, True]


def test_output_leaves_the_input_alone(dirty: Path) -> None:
    ran = transclean("fix", "--output", "b.txt", "a.txt", cwd=dirty.parent)
    assert ran.code == 0
    assert dirty.read_text() == DIRTY
    assert (dirty.parent / "b.txt").read_text() == CLEAN
    assert transclean("fix", "--output", "-", "a.txt", cwd=dirty.parent).out == CLEAN


def test_output_takes_one_file_only(dirty: Path) -> None:
    (dirty.parent / "c.txt").write_text("x")
    ran = transclean("fix", "--output", "b.txt", "a.txt", "c.txt", cwd=dirty.parent)
    assert ran.code == 2
    assert not (dirty.parent / "b.txt").exists()


def test_diff_applies_with_patch(dirty: Path) -> None:
    dirty.write_bytes(b"one\r\n" * 5 + DIRTY.replace("\n", "\r\n").encode() + b"two\n" * 9 + b"on 1er June")
    ran = transclean("fix", *RULES, "--diff", "a.txt", cwd=dirty.parent)
    assert (ran.code, ran.err) == (1, "Would fix 3 in 1 file.\n")
    assert ran.out.startswith("--- a.txt\n+++ a.txt\n@@ -3,8 +3,8 @@\n")
    assert ran.out.endswith("-on 1er June\n\\ No newline at end of file\n+on June 1\n\\ No newline at end of file\n")
    done = subprocess.run(["git", "apply", "-p0", "-"], cwd=dirty.parent, input=ran.raw, capture_output=True)
    assert done.returncode == 0, done.stderr
    expected = b"one\r\n" * 5 + CLEAN.replace("\n", "\r\n").encode() + b"two\n" * 9 + b"on June 1"
    assert dirty.read_bytes() == expected


def test_colour_only_when_wanted(dirty: Path) -> None:
    plain = {"NO_COLOR": "", "TERM": "xterm"}
    assert "\033[" not in transclean("check", *RULES, "a.txt", cwd=dirty.parent, env=plain).out
    assert "\033[31m" in transclean("check", *RULES, "--color", "always", "a.txt", cwd=dirty.parent).out
    forced = {**plain, "CLICOLOR_FORCE": "1"}
    assert "\033[31m" in transclean("fix", *RULES, "--diff", "a.txt", cwd=dirty.parent, env=forced).out
    assert "\033[" not in transclean("check", *RULES, "a.txt", cwd=dirty.parent, env={**forced, "NO_COLOR": "1"}).out


def test_statistics_count_by_rule(dirty: Path) -> None:
    dirty.write_text(DIRTY + "Mme Haddad agreed.\n")
    ran = transclean("check", *RULES, "--statistics", "a.txt", cwd=dirty.parent)
    assert [line.split()[:2] for line in ran.out.splitlines()[:-1]] == [["2", "NAME001"], ["1", "DATE001"]]


def test_json_offsets_cut_before_out_of_the_file(dirty: Path) -> None:
    dirty.write_bytes(b"\xef\xbb\xbf" + ("“Déjà vu”\r\n\r\n" + DIRTY.replace("\n", "\r\n")).encode())
    ran = transclean("check", *RULES, "--output-format", "json", "a.txt", cwd=dirty.parent)
    text = dirty.read_bytes().decode("utf-8-sig")
    findings = json.loads(ran.out)
    assert [finding["code"] for finding in findings] == ["DATE001", "NAME001"]
    for finding in findings:
        assert text[finding["start"] : finding["end"]] == finding["before"]
        lines = text.split("\r\n")
        assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(finding["before"])
        assert lines[finding["end_line"] - 1][: finding["end_column"] - 1].endswith(finding["before"])
    assert findings[0]["path"] == "a.txt"
    assert (findings[0]["line"], findings[0]["applied"], findings[0]["safety"]) == (3, False, "safe")


def test_quiet_and_verbose(dirty: Path) -> None:
    assert "1er June → June 1  fixed" in transclean("fix", *RULES, "-v", "a.txt", cwd=dirty.parent).out
    dirty.write_text(DIRTY)
    ran = transclean("fix", *RULES, "-q", "a.txt", cwd=dirty.parent)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fix", "--select", "DATE0001", "a.txt"], "transclean: no rule 'DATE0001'; did you mean DATE001?"),
        (["fix", "--style", "usa", "a.txt"], "--style: 'usa' is not one of"),
        (["fix", "--jobs", "0", "a.txt"], "--jobs: '0' is not a number above 0"),
        (["fix", "--encoding", "nonsense", "a.txt"], "--encoding: no encoding 'nonsense'"),
        (["fix", "--target", "English", "a.txt"], "--target: no language 'English'"),
        (["fix", "--config", "none.toml", "a.txt"], "none.toml: No such file or directory"),
        (["fix", "missing.txt"], "transclean: missing.txt: No such file or directory"),
        (["fix", "--no-such-option", "a.txt"], "No such option"),
        (["fix"], "Missing argument"),
        (["fix", "-", "a.txt"], "standard input (-) does not go with other paths"),
        (["nonsense"], "No such command"),
        (["rules", "DATE0001"], "did you mean DATE001?"),
    ],
)
def test_wrong_use_is_said_in_a_line(dirty: Path, arguments: list[str], message: str) -> None:
    ran = transclean(*arguments, cwd=dirty.parent)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert dirty.read_text() == DIRTY


def test_help_and_version(tmp_path: Path) -> None:
    ran = transclean("--version", cwd=tmp_path)
    assert (ran.code, ran.out.split()[0]) == (0, "transclean")
    for command in ("fix", "check", "detect"):
        shown = transclean(command, "--help", cwd=tmp_path, env={"COLUMNS": "200"}).out
        for option in declared().values():
            assert (f"--{option.spelling} " in shown) == (command in option.commands), (command, option.name)


def test_plain_calls_do_not_import_what_they_do_not_need(tmp_path: Path) -> None:
    script = (
        "import sys; from transclean.__main__ import main; code = main()\n"
        "heavy = ['typer', 'click', 'rich', 'ftfy', 'babel', 'langdetect', 'platformdirs', 'pathspec', 'json',"
        " 'argparse', 'difflib', 'importlib.metadata', 'concurrent.futures', 'charset_normalizer', 'tomllib', 'lxml']\n"
        "print(*[name for name in heavy if name in sys.modules])"
    )
    (tmp_path / "a.txt").write_text("The minister left.\n")
    for command in (["fix", *RULES, "a.txt"], ["fix", *RULES, "--force-exclude", "a.txt"], ["check", *RULES, "a.txt"]):
        transclean(*command, cwd=tmp_path)  # so that the cache is filled
        done = subprocess.run(
            [sys.executable, "-c", script, *command], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == "", command


@pytest.mark.parametrize(
    "arguments",
    [
        ["fix", "a.txt"],
        ["fix", "a.txt", "--diff", "b.txt"],
        ["check", "-q", "--select=DATE,NAME", "--select", "NUM", "-"],
        ["fix", "--", "--odd-name.txt"],
        ["fix", "--glossary", "a,b.csv", "-j", "4", "x"],
    ],
)
def test_quick_reader_and_typer_read_the_same(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from transclean.cli import app, check, fix

    seen: list[tuple[str, list[str], dict[str, object]]] = []

    def note(command: str, paths: list[str], given: dict[str, object]) -> int:
        seen.append((command, list(paths), dict(given)))
        return 0

    monkeypatch.setattr(fix, "run", note)
    monkeypatch.setattr(check, "run", note)
    assert app.run_app(arguments) == 0
    call = read_call(arguments)
    assert call is not None
    given = {n: int(str(v)) if declared()[n].kind is Kind.NUMBER else v for n, v in call.given.items()}
    assert seen == [(call.command, call.paths, given)]


@pytest.mark.parametrize(
    "arguments", [[], ["fix"], ["fix", "--help"], ["fix", "--nope", "a"], ["fix", "a", "--style"], ["rules", "x"]]
)
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert read_call(arguments) is None


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY * 4000)
    process = subprocess.Popen(
        [sys.executable, "-m", "transclean", "check", *RULES, "a.txt"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait(60)
    process.stderr.close()


def test_nothing_is_read_from_a_broken_cache(dirty: Path) -> None:
    cache = dirty.parent / "cache"
    env = {"TRANSCLEAN_CACHE_DIR": str(cache)}
    assert transclean("check", *RULES, "a.txt", cwd=dirty.parent, env=env).code == 1
    assert list(cache.iterdir())
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:-3] + b"xyz")
    assert transclean("check", *RULES, "a.txt", cwd=dirty.parent, env=env).code == 1
    assert transclean("check", "--no-cache", *RULES, "a.txt", cwd=dirty.parent, env=env).code == 1


def test_rules_lists_and_explains(tmp_path: Path) -> None:
    listing = transclean("rules", cwd=tmp_path).out
    assert any(line.startswith("DATE001 ") and " safe " in line for line in listing.splitlines())
    one = transclean("rules", "date001", cwd=tmp_path).out
    assert "from May 26 to 1er June\n    → from May 26 to June 1" in one
    assert "Leaves alone" in one
    assert json.loads(transclean("rules", "DATE001", "--output-format", "json", cwd=tmp_path).out)["code"] == "DATE001"
    assert all(line.startswith("DATE") for line in transclean("rules", "DATE", cwd=tmp_path).out.splitlines())


def test_detect_names_the_language(tmp_path: Path) -> None:
    text = "The minister said that the talks would go on for a week, and that nobody should expect results.\n"
    (tmp_path / "a.txt").write_text(text)
    ran = transclean("detect", "a.txt", "missing.txt", cwd=tmp_path)
    assert ran.code == 2
    assert ran.out.startswith("a.txt: en ")
    ran = transclean("detect", "--output-format", "json", "-", cwd=tmp_path, stdin=text.encode())
    (found,) = json.loads(ran.out)
    assert (found["path"], found["language"]) == ("-", "en")
    assert {"language", "leader", "score", "evidence"} <= set(found["source"])


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(DIRTY)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    ran = transclean("check", *RULES, ".", "--output-format", "json", cwd=tmp_path)
    assert json.loads(ran.out)[0]["path"] == name
