"""Try a rule on its examples: for the project's tests, its quality figures, and rules of your own."""

from __future__ import annotations

from transclean.pipeline import Settings, engine_for
from transclean.rules.rule import Example, Rule

_JOIN = "\n\n"


def run_example(rule: Rule, example: Example) -> str | None:
    """None if `rule`, alone and with unsafe fixes on, does to `example` what it says; else what went wrong."""
    source = example.source or (rule.sources[0] if rule.sources[0] != "*" else "auto")
    target = example.target or (rule.targets[0] if rule.targets[0] != "*" else "en")
    return compare(rule.code, example, source, target)


def compare(code: str, example: Example, source: str, target: str, *, unsafe: bool = True) -> str | None:
    """As `run_example`, for a rule given by its code."""
    options = dict(item.strip().split("=", 1) for item in example.options.split(",") if item.strip())
    settings = Settings(
        source=source,
        target=target,
        style=example.style,
        format=options.pop("format", "plain"),
        style_options=tuple(sorted(options.items())),
        select=(code,),
        unsafe_fixes=unsafe,
    )
    engine = engine_for(settings)
    tail = _JOIN + example.context if example.context else ""
    outcome = engine.run(example.input + tail)
    if tail and not outcome.text.endswith(tail):
        return f"changed the context: {outcome.text!r}"
    got = outcome.text[: len(outcome.text) - len(tail)] if tail else outcome.text
    wanted = example.input if example.output is None else example.output
    if got != wanted:
        return f"{example.input!r} gave {got!r}, not {wanted!r}"
    if example.flag is not None:
        covering = [r for r in outcome.reports if example.flag in r.before or r.before in example.flag]
        if not any(example.flag in r.before for r in covering):
            return f"{example.input!r}: nothing reported over {example.flag!r} (reports: {[r.before for r in outcome.reports]})"
    again = engine.run(outcome.text)
    if again.text != outcome.text:
        return f"{example.input!r}: a second run changes {outcome.text!r} to {again.text!r}"
    return None
