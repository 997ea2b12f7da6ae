"""Running the real command, as users do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Ran(NamedTuple):
    """What a run gave. `out` and `err` are text; `raw` is standard output as bytes."""

    code: int
    out: str
    err: str
    raw: bytes


def transclean(*arguments: str | Path, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
    """Run `transclean` with `arguments` in `cwd`."""
    done = subprocess.run(
        [sys.executable, "-m", "transclean", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "TERM": "dumb", **(env or {})},
        timeout=120,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode(), done.stdout)
