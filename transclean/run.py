"""One text on its way through the engine."""

from __future__ import annotations

from enum import Enum

from transclean.document import Document
from transclean.formats.view import View
from transclean.rules.rule import Hit, Rule
from transclean.suppress import Suppressions
from transclean.text.revision import Replacement, Revision
from transclean.text.segment import Masks, Paragraphs
from transclean.text.span import Span

_Key = tuple[str, tuple[Span, ...], int]
"""A paragraph, what in it is blocked, and, if anything in it may not be made, its place; else -1.

All that its repair depends on beside the document."""


class Verdict(Enum):
    """What becomes of a replacement."""

    MADE = "it is made"
    UNWANTED = "somebody has said that the text is to stay"
    NO_PLACE = "the file has no place for it"


class Run:
    """One text on its way through the engine, and what need not be found out twice."""

    def __init__(self, view: View, allow: tuple[str, ...]) -> None:
        self.view = view
        self.revision = Revision(view.text)
        self.suppressions = Suppressions(view.source)
        self.masks = Masks()
        self.at_rest: dict[_Key, list[tuple[Rule, Hit]]] = {}  # what no rule changes, with what is to be reported there
        self.on_whole: list[tuple[Rule, Hit]] = []  # what the rules for the whole text reported on the last walk
        self.refused = 0  # replacements that may not be made
        self.reused = False  # whether the last walk took a paragraph to be at rest because an earlier one found it so
        self.foreign: dict[str, bool] = {}  # paragraphs -> whether they are in another language than the document
        self._allow = allow
        self._paragraphs: Paragraphs | None = None
        self._unhindered = view.is_source and not self.suppressions

    def paragraphs(self) -> Paragraphs:
        """The paragraphs of the text as it stands."""
        if self._paragraphs is None or self._paragraphs.text is not self.revision.text:
            self._paragraphs = Paragraphs(self.revision.text)
        return self._paragraphs

    def known(self, raw: str, blocked: list[Span], start: int) -> list[tuple[Rule, Hit]] | None:
        """What is to be reported of the paragraph at `start`, if it is known to be at rest."""
        inside = tuple(blocked)
        anywhere = self.at_rest.get((raw, inside, -1))
        return self.at_rest.get((raw, inside, start)) if anywhere is None else anywhere

    def verdict(self, replacement: Replacement, rule: Rule, at: int = 0, local: Revision | None = None) -> Verdict:
        """Whether the replacement may be made.

        Its offsets are those of the current text, or with `local` of a paragraph at `at` of it, as that stands now.
        """
        verdict = self._judge(replacement, rule, at, local)
        if verdict is not Verdict.MADE:
            self.refused += 1
        return verdict

    def _judge(self, replacement: Replacement, rule: Rule, at: int, local: Revision | None) -> Verdict:
        start, end, new, _ = replacement
        text = (local or self.revision).text
        if text[end : end + 7].lstrip(" ").lower().startswith("[sic"):
            return Verdict.UNWANTED
        if self._unhindered:
            return Verdict.MADE
        if local is not None:
            start, end = local.to_original(start, end)
        start, end = self.revision.to_original(start + at, end + at)
        if self.suppressions.covers(rule.code, *self.view.to_source(start, end), rule.name):
            return Verdict.UNWANTED
        return Verdict.MADE if self.view.edits(start, end, new) is not None else Verdict.NO_PLACE

    def in_foreign_markup(self, hit: Hit, at: int, local: Revision | None, document: Document) -> bool:
        """Whether `hit` stands in markup of its own, such as emphasis, whose other words are in another language.

        Its offsets are as for `verdict`. `Her *Carta à Sra. Nunes* appeared` names a work as a quotation does.
        """
        if not self.view.markup:
            return False
        start, end = local.to_original(hit.start, hit.end) if local else (hit.start, hit.end)
        place = self.view.to_source(*self.revision.to_original(start + at, end + at))
        element = self.view.element_around(place)
        if element is None:
            return False
        inside = self.view.source[slice(*element)]
        shifted = Span(place.start - element.start, place.end - element.start)
        return document.foreign_quotation(inside, Span(0, len(inside)), shifted)

    def allows(self, start: int, end: int, text: str) -> bool:
        """Whether characters `start` to `end` of `text` touch a string that the user has said is right."""
        return any(_touches(text, word, start, end) for word in self._allow)

    def start_again(self) -> None:
        """Forget what depends on what was known of the document."""
        self.at_rest.clear()
        self.foreign.clear()


def _touches(text: str, word: str, start: int, end: int) -> bool:
    """Whether `word` stands anywhere in, or over an edge of, characters `start` to `end`."""
    place = text.find(word, max(0, start - len(word)))
    return place != -1 and place < end and start < place + len(word)
