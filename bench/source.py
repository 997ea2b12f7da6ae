"""How often the source language of a translation is told, and told right.

    python bench/source.py MT_WITH_REFERENCES.tsv [--native FILE...] [--size N]

The machine translations of each language pair into English are put together to documents of N segments (10 and 30 by
default), their human references likewise; native English files are cut into documents of N paragraphs, where every
answer is wrong.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from transclean.language.source import guess_source


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, help="columns pair, mt, reference")
    parser.add_argument("--native", type=Path, nargs="*", default=[])
    parser.add_argument("--size", type=int, nargs="*", default=[10, 30])
    arguments = parser.parse_args()
    texts: dict[str, dict[str, list[str]]] = {"mt": defaultdict(list), "reference": defaultdict(list)}
    with arguments.table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            source, _, target = row["pair"].partition("-")
            if target == "en":
                for column, by_language in texts.items():
                    by_language[source].append(row[column])
    for size in arguments.size:
        for column, by_language in texts.items():
            report(f"{column}, {size} segments", by_language, size)
        for path in arguments.native:
            paragraphs = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            answers = Counter(guess_source(text).language for text in documents(paragraphs, size))
            print(f"native {path.name}, {size} paragraphs: {dict(answers)}")
    return 0


def documents(segments: Sequence[str], size: int) -> Iterator[str]:
    for start in range(0, len(segments) - size + 1, size):
        yield "\n".join(segments[start : start + size])


def report(title: str, by_language: dict[str, list[str]], size: int) -> None:
    decided = right = total = 0
    details = []
    for language, segments in sorted(by_language.items()):
        answers = Counter(guess_source(text).language for text in documents(segments, size))
        told = sum(count for answer, count in answers.items() if answer)
        details.append(f"{language} {answers[language]}/{told} of {sum(answers.values())}")
        decided += told
        right += answers[language]
        total += sum(answers.values())
    print(f"{title}: decided {decided / total:.2f}, right {right / max(decided, 1):.2f} ({'; '.join(details)})")


if __name__ == "__main__":
    raise SystemExit(main())
