"""Rules that are for prose only."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps
from typing import TYPE_CHECKING

from transclean.rules.rule import Find, Hit

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment


def in_prose(find: Find) -> Find:
    """`find`, but silent in texts about programs, where what looks like a slip of spacing or quoting often is none."""

    @wraps(find)
    def find_in_prose(segment: Segment, document: Document) -> Iterator[Hit]:
        for hit in find(segment, document):
            if document.is_technical:  # asked only now: it costs a walk through the text
                return
            yield hit

    return find_in_prose
