"""Try a rule on its examples: for the project's tests, its quality figures, and rules of your own."""

from __future__ import annotations

from transclean.pipeline import Engine, Outcome, Settings, engine_for
from transclean.rules.rule import Example, Rule


def run_example(rule: Rule, example: Example) -> str | None:
    """None if `rule`, alone and with unsafe fixes on, does to `example` what it says; else what went wrong."""
    source = example.source or (rule.sources[0] if rule.sources[0] != "*" else "auto")
    target = example.target or (rule.targets[0] if rule.targets[0] != "*" else "en")
    return compare(rule.code, example, source, target)


def compare(code: str, example: Example, source: str, target: str) -> str | None:
    """As `run_example`, for a rule given by its code and the languages given."""
    outcome = outcome_of(code, example, source, target)
    if not outcome.text.endswith(example.tail):
        return f"changed the context: {outcome.text!r}"
    got = outcome.text[: len(outcome.text) - len(example.tail)]
    wanted = example.input if example.output is None else example.output
    if got != wanted:
        return f"{example.input!r} gave {got!r}, not {wanted!r}"
    if example.flag is not None and not any(example.flag in report.before for report in outcome.reports):
        return f"{example.input!r}: no report over {example.flag!r}, only {[r.before for r in outcome.reports]}"
    again = _engine(code, example, source, target).run(outcome.text).text
    if again != outcome.text:
        return f"{example.input!r}: a second run changes {outcome.text!r} to {again!r}"
    return None


def outcome_of(code: str, example: Example, source: str, target: str) -> Outcome:
    """What the rule `code` makes of `example`, with its context behind it as a paragraph of its own."""
    return _engine(code, example, source, target).run(example.input + example.tail)


def _engine(code: str, example: Example, source: str, target: str) -> Engine:
    options = dict(item.strip().split("=", 1) for item in example.options.split(",") if item.strip())
    settings = Settings(
        source=source,
        target=target,
        style=example.style,
        format=options.pop("format", "plain"),
        style_options=tuple(sorted(options.items())),
        select=(code,),
        unsafe_fixes=True,
    )
    return engine_for(settings)
