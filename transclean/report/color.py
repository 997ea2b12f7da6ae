"""Colour on terminals. Nothing is ever said by colour alone."""

from __future__ import annotations

import os
from typing import TextIO


class Palette:
    """Puts colour around text, or leaves it as it is."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def _paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.on and text else text

    def path(self, text: str) -> str:
        return self._paint(text, "1")

    def code(self, text: str) -> str:
        return self._paint(text, "36")

    def before(self, text: str) -> str:
        return self._paint(text, "31")

    def after(self, text: str) -> str:
        return self._paint(text, "32")

    def dim(self, text: str) -> str:
        return self._paint(text, "2")

    def diff(self, text: str) -> str:
        """A unified diff."""
        if not self.on:
            return text
        return "\n".join(self._diff_line(line) for line in text.split("\n"))

    def _diff_line(self, line: str) -> str:
        content = line.removesuffix("\r")
        end = line[len(content) :]
        if content.startswith(("--- ", "+++ ")):
            return self.path(content) + end
        paint = {"-": self.before, "+": self.after, "@": self.code}.get(content[:1])
        return (paint(content) if paint else content) + end


def palette_for(stream: TextIO, when: str) -> Palette:
    """The palette for `stream`. `when`: always, never, or auto: on a terminal, unless the environment says otherwise
    (https://no-color.org, https://bixense.com/clicolors)."""
    if when != "auto":
        return Palette(when == "always")
    if os.environ.get("NO_COLOR"):
        return Palette(False)
    if os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return Palette(True)
    return Palette(stream.isatty() and os.environ.get("TERM") != "dumb" and os.environ.get("CLICOLOR") != "0")
