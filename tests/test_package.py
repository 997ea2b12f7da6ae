"""The package that users install holds what it needs, and the project's own checks name what exists."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    suffixes = {".py", ".toml", ".typed", ".tsv", ".csv"}
    for path in (ROOT / "transclean").rglob("*"):
        if path.suffix in suffixes:
            assert path.relative_to(ROOT).as_posix() in inside
    for path in (ROOT / "glossaries").iterdir():
        assert f"transclean/glossaries/{path.name}" in inside


def test_wheel_installs_a_command(wheel: zipfile.ZipFile) -> None:
    (entries,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "transclean = transclean.__main__:main" in wheel.read(entries).decode()


def test_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"transclean"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name]
