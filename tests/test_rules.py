"""Every rule does what its examples say, leaves its counter-examples alone, and has a trigger in the dialect."""

from __future__ import annotations

import re

import pytest

from transclean.rules.registry import all_rules
from transclean.rules.rule import Example, Rule
from transclean.testing import run_example

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in all_rules()
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    assert run_example(rule, example) is None


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_rule_is_documented(rule: Rule) -> None:
    assert rule.summary
    assert rule.why
    assert rule.fixes, "a rule needs examples of what it does"
    assert rule.keeps, "a rule needs examples of what it must not touch"
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(r"[A-Z]+\d{3}", rule.code)
