"""Files: which are taken, how they are written, and what happens when something goes wrong."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli import transclean
from transclean.batch import write
from transclean.batch.difference import unified_diff
from transclean.batch.pool import _worthwhile
from transclean.batch.walk import Found, find_jobs, job_for
from transclean.batch.write import replace_file
from transclean.config import Configuration
from transclean.pipeline import Settings, engine_for

DIRTY = "The talks run from May 26 to 1er June.\nMme Dupont said so.\n"
CLEAN = "The talks run from May 26 to June 1.\nMs. Dupont said so.\n"
RULES = ("--select", "DATE001,NAME001", "--source", "fr", "--style", "us")


def tree(root: Path, *names: str, text: str = DIRTY) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def walk(root: Path, monkeypatch: pytest.MonkeyPatch, *paths: str, **given: object) -> Found:
    monkeypatch.chdir(root)
    return find_jobs(paths or (".",), Configuration(given))


def names(found: Found) -> list[str]:
    return [job.path for job in found.jobs]


# Which files


def test_folders_give_files_of_known_formats_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "b.txt", "a.md", "sub/c.txt", "x.bin", "noext", ".hidden/d.txt", ".git/e.txt", "node_modules/f.md")
    assert names(walk(tmp_path, monkeypatch)) == ["a.md", "b.txt", "sub/c.txt"]
    assert names(walk(tmp_path, monkeypatch, str(tmp_path / "sub"))) == [str(tmp_path / "sub" / "c.txt")]


def test_named_files_are_taken_whatever_they_are_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "noext", "a.weird", ".hidden/d.txt")
    found = walk(tmp_path, monkeypatch, "noext", "a.weird", ".hidden/d.txt")
    assert [(job.path, job.settings.format) for job in found.jobs] == [
        ("noext", "plain"), ("a.weird", "plain"), (".hidden/d.txt", "plain"),
    ]  # fmt: skip


def test_gitignore_is_honoured_with_nesting_and_negation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.txt", "b.txt", "build/c.txt", "sub/a.txt", "sub/keep.txt", "sub/deep/b.txt", "docs/x.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("b.txt\nbuild/\n/sub/a.txt\n*.md\n")
    (tmp_path / "sub" / ".gitignore").write_text("keep.txt\n!b.txt\n")
    assert names(walk(tmp_path, monkeypatch)) == ["a.txt", "sub/deep/b.txt"]
    # The same from below, and for a folder that is named although it is ignored.
    assert names(walk(tmp_path / "sub", monkeypatch, "deep")) == ["deep/b.txt"]
    assert names(walk(tmp_path, monkeypatch, "build")) == ["build/c.txt"]


def test_exclude_is_for_folders_unless_forced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.txt", "old/b.txt", "sub/old.txt")
    assert names(walk(tmp_path, monkeypatch, exclude=("old/", "sub/*.txt"))) == ["a.txt"]
    assert names(walk(tmp_path, monkeypatch, "old/b.txt", exclude=("old/",))) == ["old/b.txt"]
    assert names(walk(tmp_path, monkeypatch, "old/b.txt", exclude=("old/",), force_exclude=True)) == []


def test_links_are_not_walked_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "sub" / "up").symlink_to("..")
    assert names(walk(tmp_path, monkeypatch)) == ["a.txt", "sub/b.txt"]
    assert names(walk(tmp_path, monkeypatch, "link.txt", "a.txt", "a.txt")) == ["link.txt"]


def test_formats_not_read_yet_are_said_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.json", "b.json", "c.py", "d.txt")
    before = (tmp_path / "a.json").read_text()
    ran = transclean("fix", *RULES, ".", cwd=tmp_path)
    assert ran.err == "transclean: 3 files skipped, not plainly text to repair: .json, .py\n"
    assert (tmp_path / "a.json").read_text() == before


def test_binary_files_are_skipped_with_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Mme Dupont\0\1\2")
    ran = transclean("fix", *RULES, "a.txt", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "transclean: a.txt: skipped, a binary file\n")
    assert (tmp_path / "a.txt").read_bytes() == b"Mme Dupont\0\1\2"


def test_legacy_files_become_utf8_and_the_guess_is_said(tmp_path: Path) -> None:
    text = "Le café est là, à côté.\n\nMme Dupont said on the 1er June that the café was closed.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("cp1252"))
    ran = transclean("fix", *RULES, "--target", "en", "--keep-encoding", "a.txt", cwd=tmp_path)
    assert "a.txt: read as cp1252; --encoding NAME reads it otherwise" in ran.err
    assert path.read_bytes() == text.replace("the 1er June", "June 1").replace("Mme", "Ms.").encode("cp1252")
    path.write_bytes(text.encode("cp1252"))
    ran = transclean("fix", *RULES, "--target", "en", "--encoding", "latin-1", "a.txt", cwd=tmp_path)
    assert ran.err == ""
    assert path.read_text(encoding="utf-8") == text.replace("the 1er June", "June 1").replace("Mme", "Ms.")


# Writing


def test_mode_and_links_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "real" / "a.txt"
    tree(tmp_path, "real/a.txt")
    target.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to("real/a.txt")
    assert transclean("fix", *RULES, "link.txt", cwd=tmp_path).code == 0
    assert link.is_symlink()
    assert target.read_text() == CLEAN
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root may give files away")
def test_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    os.chown(path, 12345, 54321)
    replace_file(str(path), b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may write everything")
def test_read_only_files_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DIRTY)
    path.chmod(0o444)
    ran = transclean("fix", *RULES, "a.txt", cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "transclean: a.txt: is read-only\n")


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "a.txt"
    path.write_text("old")
    monkeypatch.setattr(write.os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(str(path), b"new")
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    seen = path.stat()
    path.write_text("newer than what was read")
    with pytest.raises(OSError, match="changed by someone else"):
        replace_file(str(path), b"new", seen=seen)
    assert path.read_text() == "newer than what was read"


# Many files


def test_one_bad_file_among_a_hundred(tmp_path: Path) -> None:
    tree(tmp_path, *(f"{number:03}.txt" for number in range(100)))
    bad = tmp_path / "050.txt"
    bad.write_bytes("déjà vu à Besançon\n".encode() + b"\xff\n")
    ran = transclean("fix", *RULES, ".", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "transclean: 050.txt: is UTF-8 but for 1 bad bytes, the first in line 2; --encoding NAME reads it"
    ]
    assert "Fixed 198 in 99 files." in ran.out
    assert sum(path.read_bytes() == CLEAN.encode() for path in tmp_path.iterdir()) == 99


def test_same_results_for_any_number_of_processes(tmp_path: Path) -> None:
    dice = random.Random(0)
    for number in range(60):
        text = "".join(dice.choice((DIRTY, CLEAN, "Nothing.\n")) for _ in range(dice.randrange(9)))
        (tmp_path / f"{number}.txt").write_text(text)
    (tmp_path / "30.txt").write_bytes(b"\xe9" + "é".encode() * 9)
    runs = [transclean("check", *RULES, "--jobs", str(jobs), ".", "gone", cwd=tmp_path) for jobs in (1, 2, 3)]
    assert runs[0] == runs[1] == runs[2]
    assert runs[0].code == 2
    assert runs[0].out.count("\n") > 60


def test_processes_are_for_much_work_only(tmp_path: Path) -> None:
    configuration = Configuration()
    job = job_for(str(tmp_path / "a.txt"), 1000, configuration)
    assert _worthwhile([job] * 50) == 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    assert _worthwhile([job] * 500) == cores
    assert _worthwhile([job_for(str(tmp_path / "a.txt"), 3_000_000, configuration)] * 2) == cores


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_kill_9_leaves_each_file_old_or_new(tmp_path: Path, jobs: str) -> None:
    files = tmp_path / "files"
    tree(files, *(f"{number:04}.txt" for number in range(1000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "transclean", "fix", *RULES, "--jobs", jobs, "files"],
        cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while (files / "0100.txt").read_text() == DIRTY and time.monotonic() < deadline:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    while _group_lives(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _group_lives(process.pid), "worker processes outlive their parent"
    texts = [(files / f"{number:04}.txt").read_text() for number in range(1000)]
    assert set(texts) == {DIRTY, CLEAN}


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_ends_cleanly(tmp_path: Path, number: signal.Signals, code: int, jobs: str) -> None:
    files = tmp_path / "files"
    tree(files, *(f"{number:04}.txt" for number in range(1000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "transclean", "fix", *RULES, "--jobs", jobs, "files"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while (files / "0050.txt").read_text() == DIRTY and time.monotonic() < deadline:
        time.sleep(0.005)
    os.killpg(process.pid, number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in errors
    assert {path.suffix for path in files.iterdir()} == {".txt"}
    assert {path.read_text() for path in files.iterdir()} == {DIRTY, CLEAN}


# Differences


@pytest.mark.parametrize(
    "text",
    [
        "on 1er June",
        "on 1er June\n",
        "a\n" * 20 + "on 1er June\n" + "b\n" * 20 + "Mme Dupont left.\n" + "c\n" * 3,
        "it ran from May 26 to 1er\nJune of that year\nMme Dupont left.\n\n\n\n\n\n\n\nMme Dupont left.",
        "a\r\nMme Dupont left.\r\nb\r\n",
    ],
)
def test_differences_apply(tmp_path: Path, text: str) -> None:
    settings = Settings(source="fr", target="en", style="us", select=("DATE001", "NAME001"))
    outcome = engine_for(settings).run(text)
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    diff = unified_diff("a.txt", text, outcome.changes).encode()
    done = subprocess.run(["git", "apply", "-p0", "-"], cwd=tmp_path, input=diff, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().decode() == outcome.text
    assert outcome.text != text
