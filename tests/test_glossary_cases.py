"""The shipped glossary does in a sentence what an editor would do, and no more. The cases are in glossary_cases.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest

from transclean.pipeline import Outcome, Settings, engine_for

_LINES = (Path(__file__).parent / "glossary_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = [
    pytest.param(*line.replace("\\n", "\n").replace("¶", "\n\n").split("\t"), id=f"{number}-{line[:40]}")
    for number, line in enumerate(_LINES, start=1)
    if not line.startswith("#")
]


def _run(target: str, text: str) -> Outcome:
    return engine_for(Settings(select=("GLO",), target=target)).run(text)


@pytest.mark.parametrize("case", [pytest.param(case.values, id=case.id) for case in CASES])
def test_case(case: tuple[str, ...]) -> None:
    kind, target, text, *expected = case
    outcome = _run(target, text)
    if kind == "fix":
        assert outcome.text == expected[0]
        assert _run(target, outcome.text).text == outcome.text
    else:
        assert outcome.text == text
    if kind == "flag":
        assert any(expected[0] in report.before for report in outcome.reports), outcome.reports


def test_there_are_enough_cases() -> None:
    kinds = [case.values[0] for case in CASES]
    assert len(kinds) >= 150
    assert {"fix", "keep", "flag"} == set(kinds)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("The High Commission of India in London", "The High Commission of India in London"),
        ("He ate the turkey with relish.", "He ate the turkey with relish."),
        ("The OMS routes orders; order management is easy.", "The OMS routes orders; order management is easy."),
        ("Who said that the WHO knows who did it?", "Who said that the WHO knows who did it?"),
        ("CPI rose 2% in May; the CPI measures prices.", "CPI rose 2% in May; the CPI measures prices."),
        ("the CPI prosecutor in The Hague", "the ICC prosecutor in The Hague"),
        ("an ONU mission", "a UN mission"),
        ("The HCDH met an OTAN team.", "OHCHR met a NATO team."),
        (
            "the Office of the United Nations High Commissioner for Human Rights (HCDH)",
            "the Office of the United Nations High Commissioner for Human Rights (OHCHR)",
        ),
    ],
)
def test_glossary_and_acronyms_together(text: str, fixed: str) -> None:
    assert engine_for(Settings(select=("GLO", "LEFT"), target="en")).run(text).text == fixed
