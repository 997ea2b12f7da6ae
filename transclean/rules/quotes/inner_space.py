"""Space between a quotation mark and the words it encloses: `" text "`, `“ text ”`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from transclean.rules.prose import in_prose
from transclean.rules.quotes.pairing import SINGLE, SPACES, Quotation, pair_quotes
from transclean.rules.rule import SAFE, Hit, Rule, Stage

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

# Guillemets have inner spaces in French and belong to the rules of each language.
_ENGLISH_OPENING: Final = '"“'
_GERMAN_OPENING: Final = '"„'
_SPACED_DOTS: Final = (". .", ".\u00a0.")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    pairing = pair_quotes(text)
    opening_marks = _GERMAN_OPENING if document.target_language == "de" else _ENGLISH_OPENING
    for quotation in pairing.quotations:
        if quotation.opening.glyph not in opening_marks or quotation.mixed:
            continue
        start, end = quotation.inside
        inside = text[start:end]
        left = len(inside) - len(inside.lstrip(SPACES))
        right = len(inside) - len(inside.rstrip(SPACES))
        if not (left or right) or not any(map(str.isalnum, inside)) or "\n" in inside[:1] + inside[-1:]:
            continue
        first, last = segment.line_at(start), segment.line_at(end)
        if pairing.unpaired_in(first.start, last.end) or not _stands_free(text, quotation):
            continue
        if left:
            yield Hit(start, start + left, "")
        if right:
            yield Hit(end - right, end, "")


def _stands_free(text: str, quotation: Quotation) -> bool:
    """Whether the outer sides of the marks are those of a quotation, so that the inner spaces are not outer ones.

    A figure before the first mark makes it an inch mark. A space keeps apart the marks of two quotations that end
    together.
    """
    opening, closing = quotation.opening.place, quotation.closing.place
    before, after = text[opening - 1 : opening], text[closing + 1 : closing + 2]
    inside = text[opening + 1 : closing].strip(SPACES)
    if inside[:1] in SINGLE or inside[-1:] in SINGLE:
        return False
    if inside.startswith(_SPACED_DOTS) or inside.endswith(_SPACED_DOTS):
        return False  # the quotation goes on; Chicago sets the dots of an ellipsis apart
    if before.isalnum() or after.isalnum() or (before and before in ".,;:!?)”’"):
        return False
    return not text[max(0, opening - 2) : opening].strip(SPACES)[-1:].isdigit()


MT013 = Rule(
    code="MT013",
    name="space-inside-quotes",
    summary="Space inside quotation marks",
    why="Tokenised text stands its marks alone, and French sets a space inside its guillemets. A straight mark with "
    "space on both sides is told by counting: where a mark of the same lines has no partner, nothing is done.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=[
        r'^["“][ \u00a0\u202f\u2009]',
        r'[ \u00a0\u202f\u2009]["”][ \n.,;:!?)\u2014]',
        r'[ \u00a0\u202f\u2009]["”]\Z',
        "“[ \u00a0\u202f\u2009]",
        r'["„][\u00a0\u202f\u2009]',
        r'[(\[]" ',
    ],
    find=in_prose(_find),
    targets=("en", "es", "de"),
    fixes=(
        ('Conway\'s " rumor " was made', 'Conway\'s "rumor" was made'),
        ('will " soon " have', 'will "soon" have'),
        ("“ Yes ” and “ no ”", "“Yes” and “no”"),
        ('the " post-90s " habit', 'the "post-90s" habit'),
        ('"More than 270,000 people fled ", said Mr. Türk.', '"More than 270,000 people fled", said Mr. Türk.'),
        ('He said: " I am leaving."', 'He said: "I am leaving."'),
        ("“\u00a0Yes\u00a0”", "“Yes”"),
        ('the daily (" Le Monde ") said', 'the daily ("Le Monde") said'),
    ),
    keeps=(
        "5' 10\" tall",
        'a 3 1/2" disk and a 5" one',
        'x = " "',
        '"a" "b" "c"',
        'He said "yes and " no "',
        'Use " - " for a dash.',
        'a 12 " pipe and a 14 " pipe',
        '"Yes," he said, "and no."',
    ),
)

RULES = (MT013,)
