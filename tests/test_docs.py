"""The documents say what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import transclean

ROOT = Path(__file__).parent.parent


def test_rule_pages_are_up_to_date() -> None:
    check = subprocess.run([sys.executable, str(ROOT / "docs" / "pages.py"), "--check"], check=False)
    assert check.returncode == 0


def test_readme_opens_with_a_repair_that_holds() -> None:
    before, after = re.findall(r"```text\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)[:2]
    assert transclean.fix(before).text == after
    assert transclean.fix(after).edits == ()
