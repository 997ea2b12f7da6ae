"""Reports show what was found where, and nothing that a terminal would obey."""

from __future__ import annotations

import io
import json

import pytest

from transclean.change import Change
from transclean.located import Located, Places, locate
from transclean.report import open_report
from transclean.report.color import Palette, palette_for
from transclean.report.text import visible
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Safety

PLAIN = Palette(False)


def change(start: int, before: str, after: str | None, safety: Safety = SAFE, code: str = "DATE001") -> Change:
    return Change(start, start + len(before), before, after, (code,), "a-name", "a message", safety)


def written(format_name: str, findings: list[Located], palette: Palette = PLAIN) -> str:
    stream = io.StringIO()
    report = open_report(format_name, stream, palette)
    report.add(findings)
    report.close()
    return stream.getvalue()


def test_places_count_every_kind_of_line_end() -> None:
    places = Places("ab\r\ncd\ref\ng")
    assert [places.at(p) for p in (0, 1, 4, 5, 7, 10, 11, 4)] == [
        (1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (4, 1), (4, 2), (2, 1),
    ]  # fmt: skip


def test_findings_are_in_order_and_only_repairs_are_applied() -> None:
    text = "abc\ndef"
    found = list(locate("x", text, [change(4, "d", "D")], [change(0, "a", None, FLAG)], applied=True))
    assert [(f.line, f.column, f.end_column, f.repair, f.applied) for f in found] == [
        (1, 1, 2, False, False), (2, 1, 2, True, True),
    ]  # fmt: skip


def test_text_is_aligned_within_a_file() -> None:
    text = "x" * 200
    changes = [change(0, "a", "b"), change(99, "c", "d", code="NUM001")]
    lines = written("text", list(locate("x.txt", text, changes, [], applied=False))).splitlines()
    assert lines == ["x.txt:1:1    DATE001  a message  a → b", "x.txt:1:100  NUM001   a message  c → d"]


@pytest.mark.parametrize(
    ("finding", "shown"),
    [
        (change(0, "a", "b", UNSAFE), "a → b  (unsafe)"),
        (change(0, "a", "b", FLAG), "a → b?"),
        (change(0, "a", None, FLAG), "a"),
        (change(0, "a", ""), "a → (nothing)"),
        (change(0, "a\u00a0:", "a:"), "a\\u00a0: → a:"),
        (change(0, " a ", " "), "␣a␣ → ␣"),
    ],
)
def test_what_can_be_done_is_said_without_colour(finding: Change, shown: str) -> None:
    text = written("text", list(locate("x", "a\u00a0:", [], [finding], applied=False)))
    assert text.endswith(f"a message  {shown}\n")


def test_what_a_terminal_would_obey_is_escaped() -> None:
    assert visible("a\x1b[2Jb\u202ec\nd\u00a0e") == "a\\x1b[2Jb\\u202ec⏎d\\u00a0e"
    assert len(visible("x" * 10_000)) < 70


def test_json_is_an_array_whatever_was_found() -> None:
    assert json.loads(written("json", [])) == []
    located = list(locate("x", "a b", [change(0, "a", "b")], [change(2, "b", None, FLAG)], applied=True))
    assert json.loads(written("json", located)) == [
        {
            "path": "x", "code": "DATE001", "name": "a-name", "codes": ["DATE001"], "message": "a message",
            "safety": "safe", "applied": True, "start": 0, "end": 1, "line": 1, "column": 1, "end_line": 1,
            "end_column": 2, "before": "a", "after": "b",
        },
        {
            "path": "x", "code": "DATE001", "name": "a-name", "codes": ["DATE001"], "message": "a message",
            "safety": "flag", "applied": False, "start": 2, "end": 3, "line": 1, "column": 3, "end_line": 1,
            "end_column": 4, "before": "b", "after": None,
        },
    ]  # fmt: skip


def test_counts() -> None:
    for name, expected in (("text", "12  A1   a\n 3  B12  b\n"), ("json", None)):
        stream = io.StringIO()
        report = open_report(name, stream, PLAIN)
        report.count([(12, "A1", "a"), (3, "B12", "b")])
        report.close()
        if expected:
            assert stream.getvalue() == expected
        else:
            assert json.loads(stream.getvalue())[0] == {"code": "A1", "name": "a", "count": 12}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "when", "environment", "on"),
    [
        (Terminal(), "auto", {}, True),
        (io.StringIO(), "auto", {}, False),
        (io.StringIO(), "always", {"NO_COLOR": "1"}, True),
        (Terminal(), "never", {"CLICOLOR_FORCE": "1"}, False),
        (Terminal(), "auto", {"NO_COLOR": "1"}, False),
        (Terminal(), "auto", {"TERM": "dumb"}, False),
        (io.StringIO(), "auto", {"CLICOLOR_FORCE": "1"}, True),
        (Terminal(), "auto", {"CLICOLOR": "0"}, False),
    ],
)
def test_when_there_is_colour(
    stream: io.StringIO, when: str, environment: dict[str, str], on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert palette_for(stream, when).on is on
