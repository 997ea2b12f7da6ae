"""What holds for every text: a fixed point, exact edits, no exception."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import transclean
from tests.texts import dirty_texts
from transclean.pipeline import Engine, Settings, engine_for
from transclean.scan.fallback import RegexScanner

CONFIGURATIONS = {
    "defaults": Settings(),
    "unsafe": Settings(unsafe_fixes=True),
    "french, un style": Settings(source="fr", target="en", style="un", unsafe_fixes=True),
    "german, uk style": Settings(source="de", target="en", style="uk", unsafe_fixes=True),
    "turkish, markdown": Settings(source="tr", target="en", style="us", unsafe_fixes=True, format="markdown"),
    "chinese": Settings(source="zh", target="en", unsafe_fixes=True),
    "spanish": Settings(source="es"),
    "russian": Settings(source="ru", unsafe_fixes=True),
}

texts = st.one_of(dirty_texts(), st.text())
relaxed = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@pytest.mark.parametrize("name", CONFIGURATIONS)
@relaxed
@given(text=texts)
def test_second_run_changes_nothing(name: str, text: str) -> None:
    engine = engine_for(CONFIGURATIONS[name])
    once = engine.run(text).text
    assert engine.run(once).text == once


@pytest.mark.parametrize("name", CONFIGURATIONS)
@relaxed
@given(text=texts)
def test_edits_are_exact(name: str, text: str) -> None:
    outcome = engine_for(CONFIGURATIONS[name]).run(text)
    position = 0
    parts = []
    for change in outcome.changes:
        assert position <= change.start <= change.end <= len(text)
        assert text[change.start : change.end] == change.before
        assert change.before != change.after
        assert change.after is not None
        parts += [text[position : change.start], change.after]
        position = change.end
    assert "".join([*parts, text[position:]]) == outcome.text
    for report in outcome.reports:
        assert 0 <= report.start <= report.end <= len(text)
        assert text[report.start : report.end] == report.before


@relaxed
@given(text=texts)
def test_same_text_same_result(text: str) -> None:
    assert Engine(Settings()).run(text).text == engine_for(Settings()).run(text).text


@relaxed
@given(text=texts)
def test_fallback_scanner_gives_the_same_result(text: str) -> None:
    engine = engine_for(Settings(unsafe_fixes=True))
    slow = _FALLBACK
    assert slow.run(text).text == engine.run(text).text
    assert slow.run(text).reports == engine.run(text).reports


def _fallback_engine() -> Engine:
    engine = Engine(Settings(unsafe_fixes=True))
    engine._scanner = RegexScanner([rule.load().triggers for rule in engine.rules])
    return engine


_FALLBACK = _fallback_engine()


@relaxed
@given(text=texts)
def test_interface_agrees_with_itself(text: str) -> None:
    result = transclean.fix(text)
    assert transclean.fix_text(text) == result.text
    assert len(transclean.check(text)) == len(result.edits) + len(result.findings)
