"""How well the rules do on a catalogue of artefacts: exact fixes, damage, by family.

    python bench/quality.py CATALOGUE_FOLDER [--show] [--family FAM]

Each artefact's examples run with the rule of its code alone, unsafe fixes on, as the catalogue's contract says.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from transclean.rules.registry import all_rules
from transclean.rules.rule import Example
from transclean.testing import compare


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--show", action="store_true", help="print every shortfall")
    parser.add_argument("--family", default="", help="only codes that start so")
    arguments = parser.parse_args()
    known = {rule.code for rule in all_rules()}
    table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for path in sorted(arguments.catalogue.glob("*.toml")):
        for artefact in tomllib.loads(path.read_text(encoding="utf-8")).get("artefact", []):
            code = artefact["id"]
            if "en" not in artefact["targets"] and "*" not in artefact["targets"]:
                continue
            if not code.startswith(arguments.family):
                continue
            source = artefact["sources"][0].split()[0]
            target = artefact["targets"][0]
            target = "en" if target == "*" else target
            source = "auto" if source == "*" else source
            for raw in [*artefact["examples"], *artefact["keep"]]:
                row = raw if isinstance(raw, dict) else {"input": raw}
                kind = "keep" if isinstance(raw, str) else "flag" if "flag" in row else "fix"
                if "pair" in row:
                    kind += " (needs the source text)"
                example = Example(
                    row["input"], row.get("output"), row.get("flag"), style=row.get("style", "us"),
                    options=row.get("options", ""), context=row.get("doc", ""),
                )  # fmt: skip
                if code in known:
                    problem = compare(code, example, row.get("src", source), row.get("tgt", target))
                else:
                    problem = "no such rule"
                cell = table[(artefact["family"], f"{artefact['safety']} {kind}")]
                cell[0] += problem is None
                cell[1] += 1
                if problem and arguments.show and code in known:
                    print(f"{code} {kind}: {problem}")
                elif problem and arguments.show and row is (artefact["examples"][0]):
                    print(f"{code}: no such rule")
    for (family, kind), (right, total) in sorted(table.items()):
        print(f"{family:5} {kind:35} {right:4} of {total:4}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
