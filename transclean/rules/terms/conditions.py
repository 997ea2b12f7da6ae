"""Whether a form means its term where it stands: the words around it, the name that it may be a part of."""

from __future__ import annotations

import re
from functools import lru_cache

from transclean.document import Document
from transclean.glossary import Status
from transclean.glossary.matching import Match, Shape
from transclean.rules.definitions import is_defined
from transclean.rules.english import MONTHS, WEEKDAYS
from transclean.text.sentence import sentences_around
from transclean.text.span import Span


def is_excluded(match: Match, text: str, document: Document) -> bool:
    """Whether a word of another meaning is near, or none of the term's own for an acronym, or a form to report."""
    term = match.entry.term
    if term.unless and _mentions(term.unless, text, sentences_around(text, match.start, match.end, beside=0)):
        return True
    if term.unless_document and document.mentions(_any_of(term.unless_document)):
        return True
    variant = match.entry.variant
    if variant.is_acronym and is_defined(variant.text, document):
        return True
    weak = variant.is_acronym or variant.status is Status.FLAG
    return weak and not is_supported(match, text, document)


def is_supported(match: Match, text: str, document: Document) -> bool:
    """Whether the words of the subject that the term asks for are there."""
    term = match.entry.term
    if term.requires and not document.mentions(_any_of(term.requires)):
        return False
    return not term.requires_near or _mentions(
        term.requires_near, text, sentences_around(text, match.start, match.end, beside=1)
    )


def _mentions(words: tuple[str, ...], text: str, span: Span) -> bool:
    return re.search(_any_of(words), text[span.start : span.end]) is not None


_SENTENCE_STARTS = (
    "The|A|An|This|That|These|Those|Its|Our|Their|His|Her|In|At|On|As|And|But|If|When|While|After|Before|For|From|To|By"
    "|With|Since|Although|However|Meanwhile|Yesterday|Today"
)
_NOT_A_NAME = "|".join([_SENTENCE_STARTS, "UN", "U", "United", "Nations", *MONTHS, *WEEKDAYS])
_NAME = rf"(?!(?:{_NOT_A_NAME})\b)[A-Z][\w'’-]*"


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, which may hold `{name}`; those without a capital match in any case."""
    patterns = []
    for word in words:
        pattern = re.escape(word).replace(r"\{name\}", _NAME).replace(r"\ ", r"\s+")
        patterns.append(f"(?i:{pattern})" if word.islower() else pattern)
    return rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)"


_CAPITALISED_BEFORE = re.compile(rf"(?<![\w.])({_NAME})\s+\Z")
_CAPITALISED_AFTER = re.compile(r"\s+(?!Muslim|Autonomous)[A-Z][a-z]")


def is_part_of_name(match: Match, text: str) -> bool:
    """Whether the form stands inside a longer name, which has its own spelling: `Institute for Uighur Studies`."""
    variant = match.entry.variant
    if variant.is_acronym or match.shape is Shape.CAPITALS or not text[match.start].isupper():
        return False
    if match.shape is Shape.TITLE and variant.text.islower():
        return not _is_heading(text, match)
    if " " not in variant.text:
        return _CAPITALISED_AFTER.match(text, match.end) is not None
    before = _CAPITALISED_BEFORE.search(text[max(0, match.start - 40) : match.start])
    if before is None:
        return False
    # A capital at the start of a sentence says nothing.
    head = text[: max(0, match.start - 40) + before.start()].rstrip()
    return bool(head) and head[-1] not in '.!?"”»:'


_LINE_BREAK = re.compile(r"\n")
_WORD = re.compile(r"[^\W\d_]{4,}")


def _is_heading(text: str, match: Match) -> bool:
    """Whether the line of the form has capitals throughout and no stop at its end, as in title case."""
    start = text.rfind("\n", 0, match.start) + 1
    found = _LINE_BREAK.search(text, match.end)
    line = text[start : found.start() if found else len(text)].strip()
    words = _WORD.findall(line)
    return line[-1:] not in ".!?" and len(words) >= 4 and all(word[0].isupper() for word in words)
