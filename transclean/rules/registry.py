"""All rules, found by walking the packages beside this module, and an index of them kept between runs."""

from __future__ import annotations

import functools
import importlib
import os
from collections.abc import Iterable
from typing import NamedTuple

from transclean import cache
from transclean._version import __version__
from transclean.errors import ConfigError
from transclean.rules.rule import Rule, Stage

_HERE = os.path.dirname(__file__)


class Entry(NamedTuple):
    """A rule in the index: what has to be known of it before it is needed, and where it is.

    `built`: the rule itself, where it was made for one run, as those of the user's glossaries are.
    """

    code: str
    name: str
    module: str
    stage: Stage
    targets: tuple[str, ...]
    whole_document: bool
    needs_style: bool
    built: Rule | None = None

    def load(self) -> Rule:
        """The rule itself."""
        return self.built or _load(self.module, self.code)

    def serves(self, target: str) -> bool:
        """Whether the rule is for texts in `target`."""
        return "*" in self.targets or target in self.targets


@functools.lru_cache(maxsize=1)
def _by_module() -> dict[str, tuple[Rule, ...]]:
    """Every module in a folder of `transclean/rules`, with what it lists in `RULES`."""
    modules = {}
    for folder in sorted(os.listdir(_HERE)):
        if not os.path.isdir(os.path.join(_HERE, folder)):
            continue
        for file in sorted(os.listdir(os.path.join(_HERE, folder))):
            if file.endswith(".py") and not file.startswith("_"):
                name = f"transclean.rules.{folder}.{file[:-3]}"
                modules[name] = tuple(getattr(importlib.import_module(name), "RULES", ()))
    return modules


@functools.lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    rules: dict[str, Rule] = {}
    for listed in _by_module().values():
        for rule in listed:
            if rule.code in rules:
                raise AssertionError(f"two rules have the code {rule.code}")
            rules[rule.code] = rule
    return tuple(sorted(rules.values(), key=lambda rule: rule.code))


@functools.lru_cache(maxsize=2)
def index(*, keep: bool = True) -> tuple[Entry, ...]:
    """Every rule's entry, by code. With `keep` from the list of the last run, if nothing has changed since.

    To import all rules takes several times as long as to repair a small file, which needs a few of them.
    """
    key = f"{__version__} {sources_fingerprint()}"
    stored = cache.load("rules", key) if keep else None
    if stored is not None:
        return tuple(map(_from_line, stored.decode().splitlines()))
    where = {rule.code: module for module, rules in _by_module().items() for rule in rules}
    entries = tuple(
        Entry(rule.code, rule.name, where[rule.code], rule.stage, rule.targets, rule.whole_document, rule.needs_style)
        for rule in all_rules()
    )
    if keep:
        cache.store("rules", key, "\n".join(map(_as_line, entries)).encode())
    return entries


def _as_line(entry: Entry) -> str:
    flags = f"{int(entry.whole_document)}{int(entry.needs_style)}"
    return f"{entry.code} {entry.name} {entry.module} {int(entry.stage)} {','.join(entry.targets)} {flags}"


def _from_line(line: str) -> Entry:
    code, name, module, stage, targets, flags = line.split(" ")
    whole_document, needs_style = (flag == "1" for flag in flags)
    return Entry(code, name, module, Stage(int(stage)), tuple(targets.split(",")), whole_document, needs_style)


@functools.cache
def _load(module: str, code: str) -> Rule:
    rules: tuple[Rule, ...] = importlib.import_module(module).RULES
    return next(rule for rule in rules if rule.code == code)


def find_rule(name: str) -> Rule:
    """The rule with this code or kebab-case name. Raises ConfigError, with the nearest one, if there is none."""
    for entry in index():
        if name.upper() == entry.code or name == entry.name:
            return entry.load()
    raise ConfigError(_unknown(name))


def select_rules(
    select: Iterable[str] = (), ignore: Iterable[str] = (), extend_select: Iterable[str] = (), *, keep: bool = True
) -> tuple[Entry, ...]:
    """The rules that the selectors leave: codes, prefixes of codes, names, or `ALL`.

    As in ruff, the longer selector wins over the shorter, and `ignore` over `select` at equal length. With no
    `select` every rule is on. Raises ConfigError for a selector that matches nothing. `keep`: see `index`.
    """
    entries = index(keep=keep)
    chosen = list(select) or ["ALL"]
    for selector in (*chosen, *ignore, *extend_select):
        if not any(_specificity(entry, selector) is not None for entry in entries):
            raise ConfigError(_unknown(selector))
    kept = []
    for entry in entries:
        on = max((_specificity(entry, s) or 0 for s in (*chosen, *extend_select)), default=0)
        off = max((_specificity(entry, s) or 0 for s in ignore), default=0)
        if on > off:
            kept.append(entry)
    return tuple(kept)


def _specificity(entry: Entry, selector: str) -> int | None:
    """How narrowly `selector` names the rule; None if it does not."""
    if selector == "ALL":
        return 1
    if selector == entry.name:
        return 100
    if entry.code.startswith(selector.upper()):
        return 1 + len(selector)
    return None


def _unknown(selector: str) -> str:
    from difflib import get_close_matches

    known = [name for entry in index() for name in (entry.code, entry.name, entry.code.rstrip("0123456789"))]
    written = selector.upper() if selector[-1:].isdigit() else selector  # a code in small letters
    near = get_close_matches(written, known, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else "; `transclean rules` lists them"
    return f"no rule {selector!r}{hint}"


@functools.lru_cache(maxsize=1)
def sources_fingerprint() -> str:
    """Changes when a rule or a data file that triggers are made from changes; cheaper than making the triggers."""
    package = os.path.dirname(_HERE)
    checksum = count = 0
    # The glossaries are inside an installed package, beside it in a source checkout.
    for top in ("rules", "locales", "glossary", "glossaries", os.path.join(os.pardir, "glossaries")):
        for folder, _, files in os.walk(os.path.join(package, top)):
            for file in files:
                if file.endswith((".py", ".toml", ".tsv", ".txt")):
                    status = os.stat(os.path.join(folder, file))
                    # A sum, as the order of a folder is not told.
                    line = f"{folder[len(package) :]} {file} {status.st_mtime_ns} {status.st_size}"
                    checksum += int.from_bytes(line.encode(), "big") % _PRIME
                    count += 1
    return f"{count}-{checksum % _PRIME:x}"


_PRIME = 2**127 - 1
