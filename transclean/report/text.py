"""Text for people: a line a finding, columns aligned within a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from transclean.located import Located
from transclean.report.color import Palette
from transclean.rules.rule import FLAG, UNSAFE

_LONGEST = 60  # characters of a text that is shown
_WIDEST_MESSAGE = 56  # a longer message pushes what follows to the right


class Report:
    """See `transclean.report.Report`."""

    def __init__(self, stream: TextIO, palette: Palette) -> None:
        self._stream = stream
        self._palette = palette

    def add(self, findings: Sequence[Located]) -> None:
        if not findings:
            return
        palette = self._palette
        places = [f"{finding.path}:{finding.line}:{finding.column}" for finding in findings]
        place_width = max(map(len, places))
        code_width = max(len(finding.change.code) for finding in findings)
        lengths = [len(finding.change.message) for finding in findings]
        message_width = max((length for length in lengths if length <= _WIDEST_MESSAGE), default=0)
        for finding, place in zip(findings, places, strict=True):
            change = finding.change
            self._stream.write(
                f"{palette.path(place)}{' ' * (place_width - len(place))}  "
                f"{palette.code(change.code.ljust(code_width))}  {change.message.ljust(message_width)}  "
                f"{self._what(finding)}\n"
            )

    def count(self, rows: Iterable[tuple[int, str, str]]) -> None:
        table = list(rows)
        width = max((len(str(number)) for number, _, _ in table), default=0)
        code_width = max((len(code) for _, code, _ in table), default=0)
        for number, code, name in table:
            self._stream.write(f"{number:{width}}  {self._palette.code(code.ljust(code_width))}  {name}\n")

    def close(self) -> None:
        pass

    def _what(self, finding: Located) -> str:
        change, palette = finding.change, self._palette
        before = palette.before(visible(change.before))
        if change.after is None:
            return before
        shown = f"{before} → {palette.after(visible(change.after) or '(nothing)')}"
        if finding.applied:
            return shown + palette.dim("  fixed")
        if change.safety is FLAG:
            return shown + "?"
        return shown + palette.dim("  (unsafe)") if change.safety is UNSAFE else shown


def visible(text: str) -> str:
    """`text` on one line and not too long, with what cannot be seen written as its number: `\\u00a0`.

    Spaces at either end, which would be lost on a line, are shown as `␣`.
    """
    if len(text) > _LONGEST:
        half = _LONGEST // 2 - 1
        text = f"{text[:half]} … {text[-half:]}"
    inner = text.strip(" ")
    before = len(text) - len(text.lstrip(" "))
    text = "␣" * before + inner + "␣" * (len(text) - before - len(inner))
    # A terminal would obey escape sequences in a text, and show nothing of no-break spaces and their kind.
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    if character == "\n":
        return "⏎"
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x80 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
