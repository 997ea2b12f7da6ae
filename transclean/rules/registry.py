"""All rules, found by walking the packages beside this module."""

from __future__ import annotations

import difflib
import hashlib
import importlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from transclean.errors import ConfigError
from transclean.rules.rule import Rule

_HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. A module in a folder of `transclean/rules` contributes what it lists in `RULES`."""
    rules: dict[str, Rule] = {}
    for path in sorted(_HERE.glob("*/*.py")):
        if path.stem.startswith("_"):
            continue
        module = importlib.import_module(f"transclean.rules.{path.parent.name}.{path.stem}")
        for rule in getattr(module, "RULES", ()):
            if rule.code in rules:
                raise AssertionError(f"two rules have the code {rule.code}")
            rules[rule.code] = rule
    return tuple(sorted(rules.values(), key=lambda rule: rule.code))


def find_rule(name: str) -> Rule:
    """The rule with this code or kebab-case name. Raises ConfigError, with the nearest one, if there is none."""
    for rule in all_rules():
        if name.upper() == rule.code or name == rule.name:
            return rule
    raise ConfigError(_unknown(name))


def select_rules(
    select: Iterable[str] = (), ignore: Iterable[str] = (), extend_select: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The rules that the selectors leave: codes, prefixes of codes, names, or `ALL`.

    As in ruff, the longer selector wins over the shorter, and `ignore` over `select` at equal length. With no
    `select` every rule is on. Raises ConfigError for a selector that matches nothing.
    """
    chosen = list(select) or ["ALL"]
    for selector in (*chosen, *ignore, *extend_select):
        if not any(_specificity(rule, selector) is not None for rule in all_rules()):
            raise ConfigError(_unknown(selector))
    kept = []
    for rule in all_rules():
        on = max((_specificity(rule, s) or 0 for s in (*chosen, *extend_select)), default=0)
        off = max((_specificity(rule, s) or 0 for s in ignore), default=0)
        if on > off:
            kept.append(rule)
    return tuple(kept)


def _specificity(rule: Rule, selector: str) -> int | None:
    """How narrowly `selector` names `rule`; None if it does not."""
    if selector == "ALL":
        return 1
    if selector == rule.name:
        return 100
    if rule.code.startswith(selector.upper()):
        return 1 + len(selector)
    return None


def _unknown(selector: str) -> str:
    known = [name for rule in all_rules() for name in (rule.code, rule.name, rule.family)]
    near = difflib.get_close_matches(selector, known, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else "; `transclean rules` lists them"
    return f"no rule {selector!r}{hint}"


@lru_cache(maxsize=1)
def sources_fingerprint() -> str:
    """Changes when a rule or a data file that triggers are made from changes; cheaper than making the triggers."""
    package = _HERE.parent
    digest = hashlib.sha256()
    for folder in ("rules", "locales", "glossary"):
        for path in sorted((package / folder).rglob("*.*")):
            if path.suffix in {".py", ".toml", ".tsv"}:
                status = path.stat()
                digest.update(f"{path.name} {status.st_mtime_ns} {status.st_size}\n".encode())
    return digest.hexdigest()
