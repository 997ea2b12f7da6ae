"""The pages of docs/rules, made from the rules themselves: one a family, and an index.

python docs/pages.py           write them
python docs/pages.py --check   exit with 1 if they are not up to date
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from transclean.rules.registry import all_rules
from transclean.rules.rule import Example, Rule

FOLDER = Path(__file__).parent / "rules"
TITLES = {
    "CAP": "Capitals",
    "DATE": "Dates, times, ages",
    "ENC": "Encoding and characters",
    "GLO": "Glossary",
    "LEFT": "Left-over acronyms and words",
    "MT": "What engines and language models leave behind",
    "NAME": "Names and titles of persons",
    "NEWS": "Attribution and news conventions",
    "NUM": "Numbers, units, money",
    "SUP": "Suppression comments",
    "TYP": "Typography",
}


def pages() -> dict[str, str]:
    """File name -> text."""
    families: dict[str, list[Rule]] = defaultdict(list)
    for rule in all_rules():
        families[rule.family].append(rule)
    made = {f"{family}.md": "\n".join(_family(family, rules)) for family, rules in sorted(families.items())}
    made["README.md"] = "\n".join(_index(families))
    return made


def _index(families: dict[str, list[Rule]]) -> Iterator[str]:
    yield "# Rules\n"
    yield "Made from the rules by `docs/pages.py`; `transclean rules CODE` shows the same in a terminal.\n"
    yield "| family | subject | safe | unsafe | flag |\n|---|---|---|---|---|"
    for family, rules in sorted(families.items()):
        counts = [sum(rule.safety.value == safety for rule in rules) for safety in ("safe", "unsafe", "flag")]
        yield f"| [{family}]({family}.md) | {TITLES[family]} | {' | '.join(map(str, counts))} |"
    yield ""


def _family(family: str, rules: list[Rule]) -> Iterator[str]:
    yield f"# {family}: {TITLES[family]}\n"
    for rule in rules:
        yield f"## {rule.code} {rule.name}\n"
        languages = "" if "*" in rule.sources else f" Left behind by translations from {', '.join(rule.sources)}."
        style = " Only with a style set: both forms are accepted." if rule.needs_style else ""
        older = " Not in texts of an older time." if rule.of_today else ""
        yield f"{rule.summary}. **{rule.safety.value}**.{languages}{style}{older}\n"
        yield " ".join(rule.why.split()) + "\n"
        changing = [e for e in rule.examples if e.output is not None]
        reported = [e for e in rule.examples if e.output is None and e.flag is not None]
        kept = [e for e in rule.examples if e.output is None and e.flag is None]
        if changing:
            yield "| before | after | |\n|---|---|---|"
            yield from (f"| {_code(e.input)} | {_code(e.output or '')} | {_terms(e)} |" for e in changing)
            yield ""
        if reported:
            yield "Reported: " + "; ".join(f"{_code(e.flag or '')} in {_code(e.input)}" for e in reported) + "\n"
        if kept:
            yield "Left alone: " + "; ".join(_code(e.input) for e in kept) + "\n"


def _code(text: str) -> str:
    """A text as Markdown code in a table cell, with what is invisible written out."""
    shown = "".join(c if c.isprintable() else {"\n": "↵"}.get(c, f"\\u{ord(c):04x}") for c in text)
    shown = shown.replace("\u00a0", "\\u00a0").replace("\u202f", "\\u202f").replace("|", "\\|")
    fence = "``" if "`" in shown else "`"
    pad = " " if "`" in shown or shown != shown.strip() or not shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _terms(example: Example) -> str:
    terms = [f"from {example.source}"] if example.source else []
    terms += [f"style {example.style}"] if example.style not in ("us", "auto") else []
    terms += [example.options] if example.options else []
    return ", ".join(terms)


def main() -> int:
    made = pages()
    if "--check" in sys.argv[1:]:
        stale = [name for name, text in made.items() if not _is_current(name, text)]
        if stale:
            print(f"not up to date: {', '.join(stale)}; run python docs/pages.py", file=sys.stderr)
        return bool(stale)
    FOLDER.mkdir(exist_ok=True)
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def _is_current(name: str, text: str) -> bool:
    path = FOLDER / name
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    raise SystemExit(main())
