"""Whatever the rules of numbers write, it has the value that was there."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transclean.pipeline import Settings, engine_for
from transclean.rules.numbers import vocabulary
from transclean.rules.numbers.quantity import read_english, readings, write, write_scaled, write_value
from transclean.rules.registry import all_rules
from transclean.rules.rule import Example, Rule

_SPACES = "\u00a0\u2007\u2009\u202f "
_ENGLISH = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
    "ten thousand": 4,
    "ten-thousand": 4,
}
# Figures of a name, or none: Roman numerals, and characters that add up to one number.
_NOT_QUANTITIES = {"NUM013", "NUM023", "NUM029", "NUM037"}


def _powers() -> dict[str, int]:
    powers = {word: scale.power for word, scale in vocabulary.scale_words().items()}
    powers |= {word: scale.power for word, scale in vocabulary.local_scales().items()}
    powers |= {word.lower(): scale.power for word, scale in vocabulary.signed_scales().items() if len(word) > 1}
    powers |= {"thous.": 3, "ths.": 3} | _ENGLISH
    return powers | {f"{word}s": power for word, power in _ENGLISH.items()}


def values(text: str) -> list[set[Decimal]]:
    """For each number in `text` the values that it can have: by its figures, and by a scale that a range shares."""
    powers = _powers()
    figures = rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*"
    scale = "|".join(re.escape(word) for word in sorted(powers, key=len, reverse=True))
    found = list(
        re.finditer(rf"(?i)(?<![\w.,])({figures})((?:[\s-]?(?:{scale})(?![^\W_]))*(?:[\s]?(?:k|M)(?=[€$]))?)", text)
    )
    result: list[set[Decimal]] = []
    for index, match in enumerate(found):
        power = _power(match.group(2), powers)
        possible = {power}
        if not power and index + 1 < len(found):
            joint = text[match.end() : found[index + 1].start()]
            if re.fullmatch(r"\s?[-–]\s?|\s(?:to|and|or)\s[$€£]?", joint):
                possible.add(_power(found[index + 1].group(2), powers))
        result.append({r.value.scaleb(p) for r in readings(match.group(1)) for p in possible})
    return result


def _power(words: str, powers: dict[str, int]) -> int:
    rest, power = words.lower().strip(), 0
    if rest in ("k", "m"):
        return {"k": 3, "m": 6}[rest]
    for word in sorted(powers, key=len, reverse=True):
        while re.search(rf"(?<!\w){re.escape(word)}(?!\w)", rest):
            rest = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "", rest, count=1)
            power += powers[word]
    return power


def _fixes() -> list[tuple[Rule, Example]]:
    return [
        (rule, example)
        for rule in all_rules()
        if rule.family == "NUM" and rule.code not in _NOT_QUANTITIES
        for example in rule.examples
        if example.output is not None
    ]


@pytest.mark.parametrize(("rule", "example"), _fixes(), ids=lambda value: getattr(value, "code", None))
def test_a_fix_keeps_every_value(rule: Rule, example: Example) -> None:
    before, after = values(example.input), values(example.output or "")
    assert len(before) == len(after), (before, after)
    for old, new in zip(before, after, strict=True):
        assert old & new, f"{example.input!r} -> {example.output!r}"


_amounts = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False)
_groups = st.sampled_from(["", " ", "\u00a0", "\u202f", ".", "'", ","])
_frames = st.sampled_from(
    [
        "{} €", "€ {}", "EUR {}", "{} euros", "more than {} people came", "{} % of them", "rose by {} percent", "{} kg",
        "about {} million euros", "{} Mrd. Euro", "{} milliards d'euros", "{} тыс. people", "{} thousand tons",
        "between 5 and {} million euros", "from 10 to {} thousand men", "{} M€", "$ {} million dollars", "{}",
        "on {} people", "in 2019 {} people died", "{} 万 yuan", "{} wan yuan", "{} hundred million", "a {}-seat hall",
    ]
)  # fmt: skip


def _written(value: Decimal, group: str, decimals: int) -> str:
    point = "." if group == "," else ","
    english = f"{value:,.{decimals}f}"
    return english.replace(",", "\0").replace(".", point).replace("\0", group)


@given(_amounts, _groups, st.sampled_from([0, 1, 2]), _frames, st.sampled_from(["auto", "fr", "de", "es", "ru", "zh"]))
def test_a_number_in_any_form_keeps_its_value(
    value: Decimal, group: str, decimals: int, frame: str, source: str
) -> None:
    text = frame.format(_written(round(value, decimals), group, decimals))
    outcome = engine_for(Settings(source=source, target="en", select=("NUM",), unsafe_fixes=True)).run(text)
    if outcome.text == text or "万" in text or "wan" in text:
        return
    before, after = values(text), values(outcome.text)
    assert len(before) == len(after), (text, outcome.text)
    for old, new in zip(before, after, strict=True):
        assert old & new, (text, outcome.text)


@given(_amounts, st.sampled_from([0, 1, 2]), st.sampled_from([" ", "\u202f", "'", ".", ","]))
def test_reading_gives_back_what_was_written(value: Decimal, decimals: int, group: str) -> None:
    exact = round(value, decimals)
    figures = _written(exact, group, decimals)
    assert exact in {reading.value for reading in readings(figures)}
    for reading in readings(figures):
        assert reading.value in {r.value for r in readings(write(reading))}


@given(_amounts)
def test_a_value_in_words_of_scale_is_exact(value: Decimal) -> None:
    written = write_scaled(value)
    assert any(value in possible for possible in values(written))
    read = read_english(write_value(value))
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    ("figures", "possible"),
    [
        ("1.234", ["1.234", "1234"]),
        ("1,234", ["1234", "1.234"]),
        ("3,5", ["3.5"]),
        ("0,125", ["0.125"]),
        ("1 234,56", ["1234.56"]),
        ("1'000'000", ["1000000"]),
        ("١٬٢٣٤٫٥", ["1234.5"]),
        ("1.2.3", []),
        ("9" * 60, []),
    ],
)
def test_figures_have_these_values_and_no_others(figures: str, possible: list[str]) -> None:
    assert [reading.value for reading in readings(figures)] == [Decimal(value) for value in possible]
