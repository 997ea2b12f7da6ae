"""ENC009: Chinese, Japanese or Korean in the wrong code page. The mechanism is in `ideographs`."""

from __future__ import annotations

from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.encoding.ideographs import find_ideographs
from transclean.rules.encoding.mentions import mentions_encodings
from transclean.rules.rule import FLAG, UNSAFE, Hit, Rule, Stage
from transclean.text.segment import Segment


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    about_encodings = mentions_encodings(segment)
    for run in find_ideographs(segment.text):
        yield Hit(run.start, run.end, run.repaired, None if run.sure and not about_encodings else FLAG)
