"""What was, or could be, changed in a text, and why: what every report is made of."""

from __future__ import annotations

from dataclasses import dataclass

from transclean.rules.rule import Safety


@dataclass(frozen=True)
class Change:
    """One edit, as made or as proposed: characters `start` to `end` of the input.

    `after` is None for a report without a proposal. `codes` are all the rules that had a part in it; `code` the
    first.
    """

    start: int
    end: int
    before: str
    after: str | None
    codes: tuple[str, ...]
    name: str
    message: str
    safety: Safety

    @property
    def code(self) -> str:
        return self.codes[0]
