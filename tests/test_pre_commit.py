"""The hooks work in the real pre-commit, installed from this repository as a user would have it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DIRTY = "Mme Dupont left on the 1er June.\n"
CLEAN = "Ms. Dupont left on June 1.\n"
SETTINGS = 'select = ["DATE001", "NAME001"]\nsource = "fr"\nexclude = ["old/"]\n'

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("pre-commit"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository with this project as it stands, and its only commit."""
    folder = tmp_path_factory.mktemp("hooks")
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "as it stands")
    return folder, git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environments that it makes, shared by these tests."""
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def repository(tmp_path: Path, hooks: tuple[Path, str]) -> Path:
    """A user's repository with one good, one bad, one excluded and one foreign file."""
    folder, revision = hooks
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {folder.as_uri()}\n  rev: {revision}\n  hooks:\n"
        "  - id: transclean-fix\n  - id: transclean-check\n"
    )
    (tmp_path / "transclean.toml").write_text(SETTINGS)
    (tmp_path / "good.md").write_text(CLEAN)
    (tmp_path / "bad.txt").write_text(DIRTY)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "page.md").write_text(DIRTY)
    (tmp_path / "code.py").write_text(f"# {DIRTY}")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    return tmp_path


def pre_commit(repository: Path, home: Path, hook: str) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", hook],
        cwd=repository,
        capture_output=True,
        text=True,
        env={**environment, "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"},
        timeout=900,
    )
    return done.returncode, done.stdout + done.stderr


def test_check_reports_and_changes_nothing(repository: Path, home: Path) -> None:
    code, output = pre_commit(repository, home, "transclean-check")
    assert code == 1, output
    assert "bad.txt:1:" in output
    assert "old/page.md" not in output
    assert (repository / "bad.txt").read_text() == DIRTY


def test_fix_repairs_and_then_passes(repository: Path, home: Path) -> None:
    code, output = pre_commit(repository, home, "transclean-fix")
    assert code == 1, output
    assert "files were modified by this hook" in output
    assert (repository / "bad.txt").read_text() == CLEAN
    assert (repository / "old" / "page.md").read_text() == DIRTY
    assert (repository / "code.py").read_text() == f"# {DIRTY}"
    git(repository, "add", "--all")
    assert pre_commit(repository, home, "transclean-fix")[0] == 0
    assert pre_commit(repository, home, "transclean-check")[0] == 0
