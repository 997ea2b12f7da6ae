"""JSON: one array of findings, or of counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from transclean.located import Located
from transclean.report.color import Palette


class Report:
    """See `transclean.report.Report`. Findings are written as they come, one a line."""

    def __init__(self, stream: TextIO, palette: Palette) -> None:
        self._stream = stream
        self._separator = "[\n"

    def add(self, findings: Sequence[Located]) -> None:
        for finding in findings:
            self._write(as_object(finding))

    def count(self, rows: Iterable[tuple[int, str, str]]) -> None:
        for number, code, name in rows:
            self._write({"code": code, "name": name, "count": number})

    def close(self) -> None:
        self._stream.write("[]\n" if self._separator == "[\n" else "\n]\n")

    def _write(self, item: dict[str, Any]) -> None:
        self._stream.write(self._separator + json.dumps(item, ensure_ascii=False))
        self._separator = ",\n"


def as_object(finding: Located) -> dict[str, Any]:
    """`finding` as its JSON object. Keys are never taken away or given another meaning; more may come."""
    change = finding.change
    return {
        "path": finding.path,
        "code": change.code,
        "name": change.name,
        "codes": list(change.codes),
        "message": change.message,
        "safety": change.safety.value,
        "applied": finding.applied,
        "start": change.start,
        "end": change.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "before": change.before,
        "after": change.after,
    }
