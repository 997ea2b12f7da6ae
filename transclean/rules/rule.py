"""What a rule is.

A rule is a promise with a name. Its code, its reason, what triggers it, what it does, the examples that must
change and those that must not stand beside each other; tests, documentation and the trigger database are
derived from them. A rule knows nothing about files, formats, the command line or other rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment


class Safety(Enum):
    """How far a change can be trusted.

    SAFE: no competent editor would object in any context in which it fires; `fix` applies it. UNSAFE: right most
    of the time; applied on request (`--unsafe-fixes`), else reported. FLAG: reported only.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    FLAG = "flag"


SAFE, UNSAFE, FLAG = Safety.SAFE, Safety.UNSAFE, Safety.FLAG


class Stage(IntEnum):
    """When a rule runs: each stage sees the text that the one before left, and runs until nothing changes."""

    ENCODING = 1
    FRAMES = 2  # what engines and language models put around or into the text; broken spans
    SPACING = 3
    QUOTES = 4
    NUMBERS = 5
    DATES = 6
    NAMES = 7
    WORDS = 8  # acronyms, left-over words, glossary, capitals, news conventions
    TYPOGRAPHY = 9  # the target's own conventions, last


class Hit(NamedTuple):
    """What a rule found at characters `start` to `end` of a segment.

    `replacement` is what should stand there: applied or only shown, as `safety` says; None if the rule can only
    report. `safety` and `message` override the rule's own where this one case is less sure, never surer, or needs other
    words.
    """

    start: int
    end: int
    replacement: str | None
    safety: Safety | None = None
    message: str = ""

    def shifted(self, by: int) -> Hit:
        """The same, `by` characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


@dataclass(frozen=True)
class Example:
    """A text and what becomes of it under the rule alone.

    `output` None: it comes back as it was, and `flag`, if given, is the part that must be reported, with
    `suggest` as the proposal. `source` defaults to the first of the rule's sources (none for `*`), `target` to
    the first of its targets (`en` for `*`). `context` is other text of the same document.
    """

    input: str
    output: str | None = None
    flag: str | None = None
    suggest: str | None = None
    source: str | None = None
    target: str | None = None
    style: str = "us"
    options: str = ""
    context: str = ""

    @property
    def tail(self) -> str:
        """The context as a paragraph that follows the input."""
        return f"\n\n{self.context}" if self.context else ""


Find = Callable[["Segment", "Document"], Iterable[Hit]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """A rule. See the module's docstring, and `transclean rules CODE` for how these fields read.

    `trigger`: patterns of which one must match for the rule to be able to fire, or a function that gives them
    (called only when the database is built). They are searched in the whole text at once: see
    `transclean.scan` for the dialect. `find` then looks at the paragraphs where a trigger matched.

    `sources`: languages whose translations leave this behind, `*` for any; `targets`: languages of the text to
    mend, `*` for any. A rule with named targets is silent in paragraphs and quotations in another language.

    `masked`: whether protected spans are hidden from it; only rules that mend broken spans look at raw text.
    `whole_document`: `find` gets one segment that is the whole text, for what spans paragraphs.
    `trigger_abroad`: further patterns for texts that are to be in another language than English, too frequent in
    English to be searched for there.
    `needs_style`: silent unless the user set a style, because both forms are accepted norms.
    `of_today`: silent in a text of an older time, whose English had other conventions (`Document.is_older`).
    """

    code: str
    name: str
    summary: str
    why: str
    safety: Safety
    stage: Stage
    trigger: Sequence[str] | Callable[[], Sequence[str]]
    find: Find
    sources: tuple[str, ...] = ("*",)
    targets: tuple[str, ...] = ("en",)
    fixes: tuple[Example | tuple[str, str], ...] = ()
    keeps: tuple[Example | str, ...] = ()
    masked: bool = True
    whole_document: bool = False
    needs_style: bool = False
    of_today: bool = False
    in_foreign_quotes: bool = False
    trigger_abroad: Sequence[str] = ()

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def triggers(self) -> Sequence[str]:
        """The trigger patterns."""
        return self.trigger() if callable(self.trigger) else self.trigger

    def triggers_for(self, target: str) -> Sequence[str]:
        """The trigger patterns for a text that is to be in `target`."""
        return self.triggers if target in ("en", "auto", "und") else [*self.triggers, *self.trigger_abroad]

    def serves(self, target: str) -> bool:
        """Whether the rule is for texts in `target`."""
        return "*" in self.targets or target in self.targets

    @property
    def examples(self) -> list[Example]:
        """Every example in full form: those that change or are reported, then those that must not."""
        full = [e if isinstance(e, Example) else Example(*e) for e in self.fixes]
        return full + [e if isinstance(e, Example) else Example(e) for e in self.keeps]
