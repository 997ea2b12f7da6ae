"""Both scanners find the same, triggers stay in their dialect, and a bad cache never matters."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts import dirty_texts
from transclean.rules.registry import all_rules
from transclean.rules.rule import Rule
from transclean.scan.fallback import RegexScanner
from transclean.scan.hyperscan import HyperscanScanner

if sys.version_info >= (3, 11):
    from re import _constants as constants
    from re import _parser as parser
else:
    import sre_constants as constants
    import sre_parse as parser

PATTERNS = [list(rule.triggers) for rule in all_rules()]


def _crosses_lines(tree: Any) -> str | None:
    """The part of a parsed pattern that is outside the dialect of triggers; None if there is none."""
    for operation, argument in tree:
        name = str(operation)
        if operation is constants.NOT_LITERAL and argument != ord("\n"):
            return "a negated character can match a line break"
        if operation is constants.IN and _class_matches_newline(argument):
            return "a class can match a line break"
        if operation in (constants.ASSERT, constants.ASSERT_NOT, constants.GROUPREF, constants.GROUPREF_EXISTS):
            return f"{name} is not in the dialect"
        if operation is constants.AT and argument is constants.AT_END:
            return "an end-of-line anchor"
        for part in _subtrees(argument):
            found = _crosses_lines(part)
            if found:
                return found
    return None


def _subtrees(argument: Any) -> list[Any]:
    if isinstance(argument, parser.SubPattern):
        return [argument]
    if isinstance(argument, (tuple, list)):
        return [tree for item in argument for tree in _subtrees(item)]
    return []


def _class_matches_newline(items: list[tuple[Any, Any]]) -> bool:
    negated = bool(items) and items[0][0] is constants.NEGATE
    matched = False
    for operation, argument in items[negated:]:
        if operation is constants.LITERAL:
            matched |= argument == 10 and negated  # written out, a line break is meant
        elif operation is constants.RANGE:
            matched |= argument[0] <= 10 <= argument[1]
        elif operation is constants.CATEGORY:
            matched |= argument in (
                constants.CATEGORY_SPACE,
                constants.CATEGORY_NOT_DIGIT,
                constants.CATEGORY_NOT_WORD,
            )
    return matched != negated


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_triggers_are_in_the_dialect(rule: Rule) -> None:
    assert rule.triggers
    for pattern in rule.triggers:
        parsed = parser.parse(pattern, re.ASCII | re.MULTILINE)
        assert _crosses_lines(parsed) is None, f"{pattern!r}: {_crosses_lines(parsed)}"
        assert parsed.getwidth()[0] > 0, f"{pattern!r} can match nothing"
        for caseless in _caseless_parts(pattern):
            alone = {c for c in caseless if not c.isascii() and len(c.swapcase()) == 1 and c.swapcase() not in caseless}
            assert not alone, f"{caseless!r}: (?i) folds ASCII letters only, not {alone}"


def _caseless_parts(pattern: str) -> list[str]:
    """What `(?i)` or `(?i:…)` covers in a pattern."""
    parts = [pattern] if "(?i)" in pattern else []
    for match in re.finditer(r"\(\?i:", pattern):
        depth = 1
        end = match.end()
        while depth and end < len(pattern):
            escaped = pattern[end] == "\\"
            depth += 0 if escaped else {"(": 1, ")": -1}.get(pattern[end], 0)
            end += 1 + escaped
        parts.append(pattern[match.end() : end])
    return parts


@pytest.fixture(scope="module")
def scanners() -> tuple[HyperscanScanner, RegexScanner]:
    return HyperscanScanner(lambda: PATTERNS), RegexScanner(PATTERNS)


def _lines_with_hits(scanner: HyperscanScanner | RegexScanner, text: str) -> set[tuple[int, int]]:
    return {(text.count("\n", 0, end), owner) for end, owner in scanner.scan(text)}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_scanners_agree_on_examples(rule: Rule, scanners: tuple[HyperscanScanner, RegexScanner]) -> None:
    for example in rule.examples:
        assert _lines_with_hits(scanners[0], example.input) == _lines_with_hits(scanners[1], example.input)


@given(dirty_texts())
def test_scanners_agree(text: str) -> None:
    fast, slow = _SHARED
    assert _lines_with_hits(fast, text) == _lines_with_hits(slow, text)


_SHARED = (HyperscanScanner(lambda: PATTERNS), RegexScanner(PATTERNS))


def test_scanners_agree_on_matches_that_overlap() -> None:
    text = "a “ b “ c\nd “ e"
    fast, slow = HyperscanScanner(lambda: [["“(?:[^“]|\n)*“"]]), RegexScanner([["“(?:[^“]|\n)*“"]])
    assert _lines_with_hits(fast, text) == _lines_with_hits(slow, text) == {(0, 0), (1, 0)}


@given(st.text())
def test_hits_lie_in_the_text(text: str) -> None:
    assert all(0 < end <= len(text) for end, _ in _SHARED[0].scan(text))


@given(dirty_texts())
def test_nothing_is_found_where_nothing_matches(text: str) -> None:
    data = text.encode("utf-8", "replace")
    assert [scanner.finds_nothing(data) for scanner in _SHARED] == [not _SHARED[0].scan(data.decode())] * 2


def test_a_match_in_any_piece_of_a_long_text_is_found() -> None:
    scanner = HyperscanScanner(lambda: [["abc"]])
    line = "é xyz\n"
    long = line * 400_000
    assert scanner.finds_nothing(long.encode())
    for at in (0, 150_000, 400_000):
        assert not scanner.finds_nothing((line * at + "abc\n" + line * (400_000 - at)).encode())


def test_what_is_not_utf8_is_left_open() -> None:
    for scanner in (HyperscanScanner(lambda: [["abc"]]), RegexScanner([["abc"]])):
        assert scanner.finds_nothing(b"xyz")
        assert not scanner.finds_nothing(b"xyz\xe9")


def test_offsets_are_characters_not_bytes() -> None:
    scanner = HyperscanScanner(lambda: [["x"], ["é"]])
    assert scanner.scan("éx€x") == [(1, 1), (2, 0), (4, 0)]


def test_lone_surrogates_do_not_shift_offsets() -> None:
    scanner = HyperscanScanner(lambda: [["x"]])
    assert scanner.scan("\ud800x") == [(2, 0)]


def test_database_is_kept_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCLEAN_CACHE_DIR", str(tmp_path))
    HyperscanScanner(lambda: [["abc"]], key="k")
    asked = []
    again = HyperscanScanner(lambda: asked.append(1) or [["abc"]], key="k")
    assert again.scan("xabc") == [(4, 0)]
    assert not asked


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\0" * 500])
def test_broken_cache_is_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    monkeypatch.setenv("TRANSCLEAN_CACHE_DIR", str(tmp_path))
    HyperscanScanner(lambda: [["abc"]], key="k")
    (stored,) = tmp_path.iterdir()
    stored.write_bytes(damage)
    assert HyperscanScanner(lambda: [["abc"]], key="k").scan("xabc") == [(4, 0)]


def test_truncated_and_flipped_cache_is_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCLEAN_CACHE_DIR", str(tmp_path))
    HyperscanScanner(lambda: [["abc"]], key="k")
    (stored,) = tmp_path.iterdir()
    content = bytearray(stored.read_bytes())
    content[len(content) // 2] ^= 0xFF
    for bad in (bytes(content), bytes(content[:-7])):
        stored.write_bytes(bad)
        assert HyperscanScanner(lambda: [["abc"]], key="k").scan("xabc") == [(4, 0)]


def test_folder_that_cannot_be_written_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    monkeypatch.setenv("TRANSCLEAN_CACHE_DIR", str(blocker / "below"))
    assert HyperscanScanner(lambda: [["abc"]], key="k").scan("abc") == [(3, 0)]


def test_a_long_text_is_scanned_in_pieces(scanners: tuple[HyperscanScanner, RegexScanner]) -> None:
    """What two pieces share is found once, and nothing at their edges is missed."""
    lines = ["It is so, and no other way.\n"] * 100_000
    for place in range(0, 100_000, 997):
        lines[place] = "from May 26 to 1er\nJune, said Mme Dupont.\n"
    hits = scanners[0].scan("".join(lines))
    assert len(hits) == len(set(hits))
    few = scanners[0].scan("".join(lines[:1000]))
    assert {owner for _, owner in few} == {owner for _, owner in hits}
    assert sum(1 for place, _ in hits if place <= len("".join(lines[:1000]))) == len(few)
    assert len(hits) == len(range(0, 100_000, 997)) * len(few) / 2
