"""What the glossary would do in text that is right: every hit of every shipped form, each of them suspect.

    python bench/glossary.py PATH... [--all] [--limit MB]

PATHs are files of native English, plain or gzipped, or folders of them; mark-up is taken out of HTML. Prints each
repair, with --all also what is only reported, with the text around it; then how much was read, and how fast the scan
for the glossary alone is.
"""

from __future__ import annotations

import argparse
import gzip
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from transclean.pipeline import Settings, engine_for

_TEXTS = {"", ".txt", ".rst", ".md", ".html", ".htm", ".text"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true", help="print reports too")
    parser.add_argument("--limit", type=float, default=200, help="megabytes to read")
    arguments = parser.parse_args()
    engine = engine_for(Settings(select=("GLO",), target="en"))
    counts: Counter[str] = Counter()
    size, seconds = 0, 0.0
    for path, text in texts(arguments.paths):
        if size > arguments.limit * 1e6:
            break
        size += len(text)
        started = time.process_time()
        outcome = engine.run(text)
        seconds += time.process_time() - started
        for kind, changes in (("edit", outcome.changes), ("report", outcome.reports)):
            counts[kind] += len(changes)
            for change in changes if kind == "edit" or arguments.all else ():
                around = " ".join(text[max(0, change.start - 50) : change.end + 50].split())
                print(f"{kind} {path.name}: {change.before!r} -> {change.after!r} in …{around}…")
    print(f"{size / 1e6:.1f} MB, {dict(counts)}, {size / 1e6 / max(seconds, 1e-6):.0f} MB/s")
    return 0


def texts(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The readable texts at `paths`, each once."""
    seen: set[int] = set()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            plain = Path(file.name.removesuffix(".gz"))
            if not file.is_file() or file.is_symlink() or plain.suffix not in _TEXTS:
                continue
            try:
                data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
                text = data.decode("utf-8")
            except (OSError, EOFError, ValueError):
                continue
            if hash(text) not in seen:
                seen.add(hash(text))
                yield file, re.sub(r"<[^<>]{1,400}>", " ", text) if plain.suffix.startswith(".htm") else text


if __name__ == "__main__":
    raise SystemExit(main())
