"""Whether a hit is in text that is in another language than the document."""

from __future__ import annotations

from transclean.document import Document
from transclean.rules.rule import Hit
from transclean.text.blocked import within
from transclean.text.segment import Paragraphs, Segment
from transclean.text.span import Span

_JUDGED = 8  # a quotation with more hits is so long that leaving out one of them does not matter
_SHORT = 200  # characters; in a shorter paragraph the language is judged around each hit


class Surroundings:
    """Judges whether the text around a hit is in another language than the document.

    A paragraph is judged as a whole, a short one around the hit, a quotation without the hit. In a segment that is a
    whole text (`paragraphs` given) the hit's own paragraph is looked at.
    """

    def __init__(
        self, segment: Segment, document: Document, known: dict[str, bool], paragraphs: Paragraphs | None = None
    ) -> None:
        self.document = document
        self._segment = segment
        self._known = known  # paragraphs judged before
        self._paragraphs = paragraphs
        self._paragraph: Surroundings | None = None  # the last one looked at, of a whole text
        self._foreign: bool | None = None
        self._quotations: dict[Span, tuple[int, bool]] = {}  # how often judged, and the last verdict

    def after(self, segment: Segment) -> Surroundings:
        """The same paragraph after edits: its language is that of the text as it came."""
        following = Surroundings(segment, self.document, self._known)
        following._foreign = self._is_foreign()
        return following

    def is_foreign(self, hit: Hit, *, quoted: bool) -> bool:
        """Whether the paragraph is foreign, or with `quoted` the quotation, that `hit` is in."""
        if self._paragraphs is not None:
            paragraph = self._paragraph_at(hit.start, self._paragraphs)
            return paragraph.is_foreign(hit.shifted(-paragraph._segment.start), quoted=quoted)
        if self._is_foreign():
            return True
        if not quoted:
            return False
        segment, span = self._segment, Span(hit.start, hit.end)
        if len(segment.raw) <= _SHORT and self.document.foreign_around(segment.raw, span):
            return True
        quotation = segment.quotation_at(*span)
        return quotation is not None and self._is_foreign_quotation(quotation, span)

    def _is_foreign_quotation(self, quotation: Span, hit: Span) -> bool:
        times, verdict = self._quotations.get(quotation, (0, False))
        if times < _JUDGED:
            verdict = self.document.foreign_quotation(self._segment.text, quotation, hit)
            self._quotations[quotation] = (times + 1, verdict)
        return verdict

    def _paragraph_at(self, place: int, paragraphs: Paragraphs) -> Surroundings:
        span = paragraphs.around(place)
        if self._paragraph is None or self._paragraph._segment.start != span.start:
            raw = self._segment.raw[span.start : span.end]
            self._paragraph = Surroundings(
                Segment(raw, span.start, within(self._segment.blocked, span)), self.document, self._known
            )
        return self._paragraph

    def _is_foreign(self) -> bool:
        """Whether the paragraph as a whole is."""
        if self._foreign is None:
            raw = self._segment.raw
            self._foreign = self._known.get(raw)
            if self._foreign is None:
                self._foreign = self._known[raw] = len(raw) > _SHORT and self.document.is_foreign(raw)
        return self._foreign
