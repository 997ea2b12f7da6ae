"""`transclean rules`."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from transclean.cli.console import results
from transclean.errors import ConfigError
from transclean.options import checked
from transclean.report.color import Palette, palette_for
from transclean.report.text import visible
from transclean.rules.registry import all_rules, find_rule, select_rules
from transclean.rules.rule import Example, Rule

_WIDTH = 88


def rules(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A code or name to explain, or a prefix to list.")
    ] = None,
    output_format: Annotated[str, typer.Option(metavar="text|json", help="How to write it.")] = "text",
    color: Annotated[str, typer.Option(metavar="auto|always|never", help="When to use colour.")] = "auto",
) -> None:
    """List the rules, or explain one: what it does, why, and what it leaves alone."""
    palette = palette_for(sys.stdout, checked("color", color))
    one, listed = _chosen(code)
    with results() as stream:
        if checked("output_format", output_format) == "json":
            shown: Any = _as_object(one) if one else [_as_object(rule) for rule in listed]
            stream.write(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
        elif one:
            stream.writelines(_explanation(one, palette))
        else:
            stream.writelines(_list(listed, palette))


def _chosen(code: str | None) -> tuple[Rule | None, tuple[Rule, ...]]:
    """The one rule that `code` names, or the rules that it is a prefix of; all, without a code."""
    if code is None:
        return None, all_rules()
    try:
        return find_rule(code), ()
    except ConfigError:
        return None, tuple(entry.load() for entry in select_rules((code,)))


def _list(rules: tuple[Rule, ...], palette: Palette) -> Iterator[str]:
    name_width = max(len(rule.name) for rule in rules)
    code_width = max(len(rule.code) for rule in rules)
    for rule in rules:
        code = palette.code(rule.code.ljust(code_width))
        yield f"{code}  {rule.name:{name_width}}  {rule.safety.value:6}  {rule.summary}\n"


def _explanation(rule: Rule, palette: Palette) -> Iterator[str]:
    yield f"{palette.code(rule.code)}  {palette.path(rule.name)}  ({rule.safety.value})\n\n"
    yield f"{rule.summary}\n\n"
    for paragraph in rule.why.split("\n\n"):
        yield textwrap.fill(" ".join(paragraph.split()), _WIDTH) + "\n\n"
    yield f"Left behind by translations from: {_languages(rule.sources)}\n"
    yield f"In texts in: {_languages(rule.targets)}\n"
    if rule.needs_style:
        yield "Only with --style: both forms are accepted.\n"
    if rule.of_today:
        yield "Not in texts of an older time, which had other conventions.\n"
    changing = [example for example in rule.examples if example.output is not None]
    reported = [example for example in rule.examples if example.output is None and example.flag is not None]
    kept = [example for example in rule.examples if example.output is None and example.flag is None]
    if changing:
        yield "\nRepairs\n"
        for example in changing:
            before, after = palette.before(visible(example.input)), palette.after(visible(example.output or ""))
            yield f"  {before}{_terms(example)}\n    → {after}\n"
    if reported:
        yield "\nReports\n"
        for example in reported:
            suggestion = f" → {visible(example.suggest)}?" if example.suggest else ""
            yield f"  {visible(example.input)}{_terms(example)}: {visible(example.flag or '')}{suggestion}\n"
    if kept:
        yield "\nLeaves alone\n"
        for example in kept:
            yield f"  {visible(example.input)}{_terms(example)}\n"


def _languages(codes: tuple[str, ...]) -> str:
    return "any language" if "*" in codes else ", ".join(codes)


def _terms(example: Example) -> str:
    """Under which settings the example holds, where they are not the ordinary ones."""
    terms = [example.style] if example.style not in ("us", "auto") else []
    terms += [example.options] if example.options else []
    return f"  ({', '.join(terms)})" if terms else ""


def _as_object(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "safety": rule.safety.value,
        "summary": rule.summary,
        "why": rule.why,
        "sources": list(rule.sources),
        "targets": list(rule.targets),
        "examples": [
            {"input": example.input, "output": example.output, "flag": example.flag} for example in rule.examples
        ],
    }
