"""The full form of a term where a document first has its abbreviation, `the International … Cross (ICRC)`, and the
abbreviation after that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from transclean.glossary import ENGLISH, Term, Termbase
from transclean.rules.english import article_is_its_own
from transclean.rules.rule import Hit
from transclean.text.segment import Segment

_SHORT = 2
"""Letters; a shorter abbreviation than three stands inside many words in capitals."""
_TWO_MEANINGS = frozenset({"ICJ", "CEDAW", "CRC", "CAT", "ECHR", "CAR", "COI", "CT", "EC", "EP"})
"""What is another body as well, a treaty and its committee, or a word."""


def mention_patterns(termbase: Termbase) -> list[str]:
    """A pattern for each abbreviation that may be written out."""
    return [rf"\b{re.escape(a)}\b" if len(a) <= _SHORT else re.escape(a) for a in _expandable(termbase)]


@lru_cache(maxsize=4)
def _expandable(termbase: Termbase) -> dict[str, Term]:
    """The abbreviations that stand for one term only, whatever is around them."""
    terms = [term for term in termbase.terms if term.abbreviation]
    full_forms = Counter((term.abbreviation, term.preferred) for term in terms)
    rows = Counter(term.abbreviation for term in terms)
    return {
        term.abbreviation: term
        for term in reversed(terms)
        # A shorter name of the same body may have a row of its own; as many rows of either are two bodies.
        if 2 * full_forms[term.abbreviation, term.preferred] > rows[term.abbreviation]
        and term.abbreviation.isupper()
        and term.abbreviation not in _TWO_MEANINGS
        and term.preferred[0].isupper()
        and not (term.keep or term.requires or term.requires_near)
    }


def expansions(segment: Segment, termbase: Termbase) -> Iterator[Hit]:
    """The first mention in running text of each term that the whole text, `segment`, only abbreviates."""
    text = segment.text
    for abbreviation, term in _expandable(termbase).items():
        if abbreviation not in text:
            continue
        if _occurs(term.preferred, text):
            yield from _abbreviations(segment, abbreviation, term)
            continue
        for found in re.finditer(rf"(?<![\w&/(.-]){re.escape(abbreviation)}(?![\w&/)-])", text):
            quoted = segment.quotation_at(*found.span()) is not None
            if not quoted and not _in_heading(text, found.start()):
                hit = _expansion(text, found, term)
                if hit:
                    yield hit
                break


def _abbreviations(segment: Segment, abbreviation: str, term: Term) -> Iterator[Hit]:
    """The full forms after the one that has the abbreviation in brackets."""
    text = segment.text
    full = re.escape(term.preferred).replace(r"\ ", r"\s+")
    first = re.search(rf"{full}\s*\({re.escape(abbreviation)}\)", text)
    if first is None:
        return
    article = r"(?:[Tt]he\s+)?" if term.no_article else ""
    for found in re.compile(rf"(?<!\w){article}{full}(?![\w(]|\s*\()").finditer(text, first.end()):
        quoted = segment.quotation_at(*found.span()) is not None
        if not quoted and not _in_heading(text, found.start()):
            yield Hit(*found.span(), abbreviation)


def _occurs(form: str, text: str) -> bool:
    return re.search(re.escape(form).replace(r"\ ", r"\s+"), text, re.IGNORECASE) is not None


def _in_heading(text: str, place: int) -> bool:
    """Whether the line has no stop at its end, and the next line does not go on with it."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : end if end != -1 else len(text)].rstrip()
    wrapped = end != -1 and text[end + 1 : end + 2].strip() != ""
    return line.startswith("#") or (not wrapped and not re.search(r"[.!?:;,…][\"'”’»)]*$", line))


_THE = re.compile(r"(?<!\w)[Tt]he\s+\Z")
_STARTS = re.compile(r"(?:^|[.!?:]['\"’”»)]*\s+|\n\s*)\Z")
_PLAIN_BEFORE = re.compile(
    r"(?:^|[,;—–-]\s*|(?<!\w)(?:of|by|to|from|with|in|at|for|and|or|that|said|as|but|when)\s+)\Z"
)


def _expansion(text: str, found: re.Match[str], term: Term) -> Hit | None:
    """The full form in place of what was found; None where it would not fit into its sentence."""
    if not article_is_its_own(text, found.end()):
        return None
    before = text[max(0, found.start() - 40) : found.start()]
    written = f"{term.wordings[ENGLISH].preferred} ({found.group()})"
    if _THE.search(before):
        return Hit(*found.span(), written)
    if not term.no_article:
        return None
    if _STARTS.search(before):
        return Hit(*found.span(), f"The {written}")
    return Hit(*found.span(), f"the {written}") if _PLAIN_BEFORE.search(before) else None
