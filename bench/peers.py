"""transclean beside typos, codespell and ftfy: the same text, the same run, whole processes.

    python bench/peers.py [--runs N] [--write bench/RESULTS.md]

Each figure is the median of N runs of the whole command, wall time and peak memory, interleaved so that a slow
moment of the machine hits all alike. What counts is the ratio.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import clean_text, dirty_text

MB = 1_000_000


@dataclass
class Contest:
    """One comparison: `commands` maps a tool to how it is called on `path`."""

    title: str
    path: Path
    commands: dict[str, list[str]]
    times: dict[str, list[float]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)


def tool(name: str) -> str:
    """The command beside this Python, else the one on the path."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else (shutil.which(name) or name)


def commands(path: Path) -> dict[str, list[str]]:
    """Every tool in the mode that only reports."""
    table = {
        "transclean": [tool("transclean"), "check", str(path)],
        "typos": [tool("typos"), "--isolated", "--threads", "1", str(path)],
        "codespell": [tool("codespell"), str(path)],
    }
    if path.is_file():
        table["ftfy"] = [tool("ftfy"), "-o", os.devnull, str(path)]
    return {name: command for name, command in table.items() if Path(command[0]).exists()}


# Runs a command and prints its seconds of wall time and peak memory in KB. A process of its own, and a small one: a
# child's peak counts from the fork on, so that of this one, with its texts in memory, would be the least of all.
_LAUNCHER = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, _, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss)
"""


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds of wall time and megabytes of peak memory, of the largest process, of one run."""
    launched = [sys.executable, "-S", "-E", "-c", _LAUNCHER, *command]
    seconds, kilobytes = subprocess.run(launched, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), int(kilobytes) / 1024


def run(contests: list[Contest], runs: int, say: Callable[[str], None]) -> None:
    for contest in contests:
        for name, command in contest.commands.items():
            measure(command)  # once unmeasured: caches of disk and database
            contest.times[name] = []
        for _ in range(runs):
            for name, command in contest.commands.items():
                seconds, memory = measure(command)
                contest.times[name].append(seconds)
                contest.memory[name] = max(memory, contest.memory.get(name, 0))
        say(f"{contest.title}: done")


def scan_rate() -> float:
    """Megabytes of clean text a second through the engine, in process."""
    from transclean.pipeline import Settings, engine_for

    text = clean_text(20 * MB)
    engine = engine_for(Settings())
    engine.run(text)
    start = time.perf_counter()
    engine.run(text)
    return len(text) / MB / (time.perf_counter() - start)


def report(contests: list[Contest], rate: float, runs: int) -> str:
    lines = [
        f"Measured with `make bench`: {platform.system()} {platform.machine()}, {cpu()}, {os.cpu_count()} cores, "
        f"CPython {platform.python_version()}. Whole processes, median of {runs} runs; "
        "“× transclean” is the other tool's time divided by transclean's.",
        "",
        "| text | tool | seconds | × transclean | peak MB |",
        "|---|---|---|---|---|",
    ]
    for contest in contests:
        base = statistics.median(contest.times["transclean"])
        for name, times in contest.times.items():
            seconds = statistics.median(times)
            ratio = "1" if name == "transclean" else f"{seconds / base:.1f}"
            lines.append(f"| {contest.title} | {name} | {seconds:.3f} | {ratio} | {contest.memory[name]:.0f} |")
    lines += ["", f"In process, clean text goes through the engine at {rate:.0f} MB/s, long texts on all cores."]
    return "\n".join(lines) + "\n"


def cpu() -> str:
    """The processor's name."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or "unknown processor"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", type=Path, help="write the table to this file")
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        small, clean, dirty = root / "small.txt", root / "clean.txt", root / "dirty.txt"
        small.write_text(clean_text(2000), encoding="utf-8")
        clean.write_text(clean_text(20 * MB), encoding="utf-8")
        dirty.write_text(dirty_text(5 * MB), encoding="utf-8")
        many = root / "many"
        many.mkdir()
        for number in range(1000):
            make = dirty_text if number % 10 == 0 else clean_text
            (many / f"{number:04}.txt").write_text(make(3000, number), encoding="utf-8")
        contests = [
            Contest(title, path, commands(path))
            for title, path in (
                ("one file of 2 KB", small),
                ("20 MB of clean English", clean),
                ("5 MB with an artefact in every paragraph", dirty),
                ("1,000 files of 3 KB", many),
            )
        ]
        run(contests, arguments.runs, lambda message: print(message, file=sys.stderr))
    table = report(contests, scan_rate(), arguments.runs)
    print(table)
    if arguments.write:
        arguments.write.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
