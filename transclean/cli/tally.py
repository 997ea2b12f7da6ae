"""Counting what a run did, and saying it in one line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from transclean.batch.mend import Result
from transclean.cli.console import counted
from transclean.rules.rule import UNSAFE

DONE, FINDINGS, FAILED = 0, 1, 2


@dataclass
class Tally:
    """Counts of a run. `checks`: every finding counts, as in `check`; else repairs only. `writes`: they are made.

    `repairs`: made, or to be made by `fix`; `left`: findings that it leaves alone, of which `unsafe` could be
    repaired with --unsafe-fixes.
    """

    checks: bool
    writes: bool
    files: int = 0
    changed: int = 0
    repairs: int = 0
    left: int = 0
    unsafe: int = 0
    problems: int = 0
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)  # by code and name

    def add(self, result: Result) -> None:
        """Count one file."""
        if result.problem:
            self.problems += 1
            return
        self.files += 1
        self.changed += result.changed
        for finding in result.located:
            change = finding.change
            self.rules[change.code, change.name] += 1
            if finding.repair:
                self.repairs += 1
            else:
                self.left += 1
                self.unsafe += change.safety is UNSAFE and change.after is not None

    def rows(self) -> list[tuple[int, str, str]]:
        """(number, code, name) of the rules that found something, the most frequent first."""
        return sorted(((n, code, name) for (code, name), n in self.rules.items()), key=lambda row: (-row[0], row[1]))

    def exit_code(self, *, non_zero_on_fix: bool) -> int:
        """What the process is to end with."""
        if self.problems:
            return FAILED
        if self.writes:
            return FINDINGS if self.changed and non_zero_on_fix else DONE
        return FINDINGS if self.changed or (self.checks and self.left) else DONE

    def summary(self) -> str:
        """What happened, in a line."""
        if not self.problems:
            return self._found()
        if not self.files:
            return "Nothing could be read."
        return f"{self._found()} {counted(self.problems, 'path')} could not be read or written."

    def _found(self) -> str:
        if not self.repairs and not self.left:
            if not self.files:
                return "No files to read."
            return "All clean." if self.files == 1 else f"All clean: {counted(self.files, 'file')}."
        if self.repairs:
            verb = "Fixed" if self.writes else "`transclean fix` repairs" if self.checks else "Would fix"
            done = f"{verb} {self.repairs} in {counted(self.changed, 'file')}"
            more = "more "
        else:
            done, more = "Nothing to fix", ""
        if not self.left:
            return f"{done}."
        looks = "needs a look" if self.left == 1 else "need a look"
        unsafe = f" ({self._share()} with --unsafe-fixes)" if self.unsafe else ""
        return f"{done}; {self.left} {more}{looks}{unsafe}."

    def _share(self) -> str:
        """How much of what is left --unsafe-fixes would repair."""
        return "fixable" if self.unsafe == self.left else f"{self.unsafe} of them fixable"
