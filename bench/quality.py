"""How good the repairs are.

    python bench/quality.py CATALOGUE_FOLDER [--family FAM] [--show]
    python bench/quality.py MT.tsv [--every N] [--sample N] [--unsafe]

On a catalogue of artefacts (TOML files): each artefact's examples run with the rule of its code alone, unsafe fixes on;
counted are exact results on the examples that must change, findings over those that must be reported, and the
strings that must come back untouched; by family and by language. Edit precision, recall and F0.5 compare
character edits made with those wanted.

On a table of machine translation (tab-separated, with a header that names the columns `mt` and `reference`, and
perhaps `pair` and `system`): chrF against the reference before and after, by system, and a random sample of the
edits to read one by one.
"""

from __future__ import annotations

import argparse
import csv
import difflib
import html
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from transclean.pipeline import Settings, engine_for
from transclean.rules.registry import all_rules
from transclean.rules.rule import Example
from transclean.testing import compare, outcome_of


@dataclass(frozen=True)
class Case:
    """One example of a catalogue. `kind`: fix, flag or keep; `pair`: it needs the source text."""

    code: str
    family: str
    safety: str
    kind: str
    pair: bool
    source: str
    target: str
    example: Example


def read_catalogue(folder: Path) -> Iterator[Case]:
    """The examples of every artefact whose target can be English."""
    for path in sorted(folder.glob("*.toml")):
        for artefact in tomllib.loads(path.read_text(encoding="utf-8")).get("artefact", []):
            if {"en", "*"} & set(artefact["targets"]):
                for raw in (*artefact["examples"], *artefact["keep"]):
                    yield _case(artefact, raw)


def _case(artefact: dict[str, Any], raw: dict[str, Any] | str) -> Case:
    row: dict[str, Any] = {"input": raw} if isinstance(raw, str) else raw
    source = artefact["sources"][0].split()[0]
    target = artefact["targets"][0]
    return Case(
        artefact["id"],
        artefact["family"],
        artefact["safety"],
        "keep" if isinstance(raw, str) else "flag" if "flag" in row else "fix",
        "pair" in row,
        row.get("src", "auto" if source == "*" else source),
        row.get("tgt", "en" if target == "*" else target),
        Example(
            row["input"],
            row.get("output"),
            row.get("flag"),
            style=row.get("style", "us"),
            options=row.get("options", ""),
            context=row.get("doc", ""),
        ),
    )


def edits(before: str, after: str) -> set[tuple[int, int, str]]:
    """The character edits from `before` to `after`."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return {(i, j, after[a:b]) for kind, i, j, a, b in matcher.get_opcodes() if kind != "equal"}


def score_catalogue(folder: Path, family: str, show: bool) -> None:
    known = {rule.code for rule in all_rules()}
    table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    by_language: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    wanted = made = right = 0
    for case in read_catalogue(folder):
        if not case.code.startswith(family):
            continue
        if case.code in known:
            problem = compare(case.code, case.example, case.source, case.target)
            result = outcome_of(case.code, case.example, case.source, case.target)
            goal = edits(case.example.input, case.example.output or case.example.input)
            done = edits(case.example.input, result.text[: len(result.text) - len(case.example.tail)])
            if not case.pair:
                wanted, made, right = wanted + len(goal), made + len(done), right + len(goal & done)
        else:
            problem = "no such rule"
        kind = f"{case.safety} {case.kind}" + (" (needs the source text)" if case.pair else "")
        for cell in (table[case.family, kind], *([by_language[case.source]] if not case.pair else [])):
            cell[0] += problem is None
            cell[1] += 1
        if problem and show:
            print(f"{case.code} {kind}: {problem}")
    for (name, kind), (good, total) in sorted(table.items()):
        print(f"{name:5} {kind:35} {good:4} of {total:4}")
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for (_, kind), (good, total) in table.items():
        totals[kind][0] += good
        totals[kind][1] += total
    for kind, (good, total) in sorted(totals.items()):
        print(f"ALL   {kind:35} {good:4} of {total:4}  {good / total:.1%}")
    print("by source language: " + ", ".join(f"{k} {g}/{t}" for k, (g, t) in sorted(by_language.items())))
    precision, recall = right / max(made, 1), right / max(wanted, 1)
    f_half = 1.25 * precision * recall / max(0.25 * precision + recall, 1e-9)
    print(f"edits: precision {precision:.3f}, recall {recall:.3f}, F0.5 {f_half:.3f}")


def score_translations(path: Path, every: int, sample: int, unsafe: bool) -> None:
    from sacrebleu.metrics import CHRF

    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["reference"]]
    rows = [row for row in rows[::every] if row.get("pair", "xx-en").endswith("-en")]
    systems: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    found = []
    for row in rows:
        source = row.get("pair", "auto-en").split("-")[0]
        engine = engine_for(Settings(source=source, target="en", unsafe_fixes=unsafe))
        outcome = engine.run(row["mt"])
        # Some test sets have references with entities in them, as their outputs do: the text is what is compared.
        reference = html.unescape(row["reference"])
        systems[row.get("pair", ""), row.get("system", "")].append((row["mt"], outcome.text, reference))
        found += [(row["mt"], change) for change in outcome.changes]
        damaged = engine.run(row["reference"])
        found += [(row["reference"], change) for change in damaged.changes]
    chrf = CHRF()
    print("pair   system                         segments changed   chrF before   after   difference")
    for (pair, system), triples in sorted(systems.items()):
        references = [[reference for _, _, reference in triples]]
        before = chrf.corpus_score([mt for mt, _, _ in triples], references).score
        after = chrf.corpus_score([fixed for _, fixed, _ in triples], references).score
        changed = sum(mt != fixed for mt, fixed, _ in triples)
        print(f"{pair:6} {system:30} {len(triples):8} {changed:7} {before:13.3f} {after:7.3f} {after - before:+10.3f}")
    print(f"{len(found)} edits in {len(rows)} translations and their references")
    for text, change in random.Random(0).sample(found, min(sample, len(found))):
        around = text[max(0, change.start - 50) : change.start], text[change.end : change.end + 50]
        print(f"{'+'.join(change.codes)}: {around[0]}[{change.before} -> {change.after}]{around[1]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a catalogue folder, or a table of translations")
    parser.add_argument("--family", default="", help="only codes that start so")
    parser.add_argument("--show", action="store_true", help="print every shortfall")
    parser.add_argument("--every", type=int, default=1, help="take each Nth row")
    parser.add_argument("--sample", type=int, default=200, help="edits to print")
    parser.add_argument("--unsafe", action="store_true", help="unsafe fixes too")
    arguments = parser.parse_args()
    if arguments.data.is_dir():
        score_catalogue(arguments.data, arguments.family, arguments.show)
    else:
        score_translations(arguments.data, arguments.every, arguments.sample, arguments.unsafe)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
