"""How often each rule's trigger matches in ordinary text, and what the rule then does there.

    python bench/triggers.py FILE... [--family FAM] [--edits]

Prints, per rule, trigger matches per megabyte (a good trigger has less than about 20 in clean English), and with
--edits every edit and report that the rules make in the files: in native text each of them is suspect.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from transclean.pipeline import Settings, engine_for


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--family", default="ALL", help="rule codes, or the letters they start with, comma-separated")
    parser.add_argument("--edits", action="store_true", help="print what the rules would do")
    parser.add_argument("--unsafe", action="store_true", help="with unsafe fixes")
    parser.add_argument("--source", default="auto")
    parser.add_argument("--target", default="auto")
    arguments = parser.parse_args()
    engine = engine_for(
        Settings(
            select=tuple(arguments.family.split(",")),
            unsafe_fixes=arguments.unsafe,
            source=arguments.source,
            target=arguments.target,
        )
    )
    counts: Counter[str] = Counter()
    size = 0
    for path in arguments.files:
        text = path.read_text(encoding="utf-8")
        size += len(text)
        counts.update(engine.rules[owner].code for _, owner in engine._scanner.scan(text))
        if arguments.edits:
            outcome = engine.run(text)
            for kind, changes in (("edit", outcome.changes), ("report", outcome.reports)):
                for change in changes:
                    around = text[max(0, change.start - 40) : change.end + 40].replace("\n", " ")
                    codes = "+".join(change.codes)
                    print(f"{path.name} {kind} {codes}: {change.before!r} -> {change.after!r} in …{around}…")
    for code, count in counts.most_common():
        print(f"{code:9} {count * 1e6 / size:9.1f} per MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
