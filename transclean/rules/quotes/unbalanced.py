"""Quotation marks that have lost their partner, reported and never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from transclean.rules.quotes.pairing import Mark, Side, pair_quotes
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

# The report shows the mark with words beside it, in characters.
_CONTEXT: Final = 20
# Line breaks and indentation between two paragraphs, in characters.
_GAP: Final = 100


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    left = [mark for mark in pair_quotes(text).unpaired if mark.glyph in '"“”']
    openings = {mark.place for mark in left if _opens(mark)}
    for mark in left:
        if mark.place in openings and _runs_on(text, mark):
            continue
        yield Hit(*_shown(text, mark), None)


def _opens(mark: Mark) -> bool:
    return mark.glyph == "“" or (mark.glyph == '"' and mark.side is Side.OPENS)


def _runs_on(text: str, mark: Mark) -> bool:
    """Whether the quotation goes on in the next paragraph, which then opens with the same mark (Chicago 13.30)."""
    end_of_line = text.find("\n", mark.place)
    return end_of_line != -1 and text[end_of_line : end_of_line + _GAP].lstrip()[:1] == mark.glyph


def _shown(text: str, mark: Mark) -> tuple[int, int]:
    if _opens(mark):
        line_end = text.find("\n", mark.place)
        return mark.place, min(mark.place + _CONTEXT, len(text) if line_end == -1 else line_end)
    return max(mark.place - _CONTEXT, text.rfind("\n", 0, mark.place) + 1), mark.place + 1


_NO_MARK: Final = r'(?:[^"\n]|\n)*'
_NO_CURLY: Final = r"(?:[^“”\n]|\n)*"

TYP006 = Rule(
    code="TYP006",
    name="unbalanced-quotes",
    summary="Quotation mark without its partner",
    why="A lost mark leaves open whose words these are; where it belongs only the source can tell, so this is reported "
    "and not mended. Paragraphs of a long speech each open with a mark and only the last one closes: these are right, "
    "and so are inch marks.",
    safety=FLAG,
    stage=Stage.QUOTES,
    # Not every mark of a text: two neighbours that both open or both close, and a first or last one that is alone.
    trigger=[
        rf'[ \n]"{_NO_MARK}[ \n]"',
        rf'" {_NO_MARK}" ',
        rf'\A"{_NO_MARK}(?:[ \n]"|\Z)',
        rf'[ \n]"{_NO_MARK}\Z',
        rf'" {_NO_MARK}[^ \n"]"(?:[.,;:]|\Z)',
        # Within the first lines: in a text without such marks, to wait for one costs a tenth of the whole scan.
        r'\A(?:[^"\n]*\n){0,30}[^"\n]*[^ \n"(\[]"(?:[ \n.,;:!?)]|\Z)',
        f"“{_NO_CURLY}“",
        f"”{_NO_CURLY}”",
        rf"\A{_NO_CURLY}”",
        rf"“{_NO_CURLY}\Z",
    ],
    find=_find,
    whole_document=True,
    fixes=(
        Example('"The boxing world needs this fight. He left.', flag='"The boxing world'),
        Example("That's all.\" The next day he resigned.", flag='all."'),
        Example("and said: “Friends, the day has come", flag="“Friends"),
        Example('He said "yes.\n\nThen he left.\n\nShe said "no."', flag='"yes.'),
    ),
    keeps=(
        Example('"First paragraph of a long statement.\n\n"Second paragraph."'),
        'a 21" screen',
        "'Tis the season",
        '"Yes." "No."',
        "“One,” he said.\n“Two.”",
    ),
)

RULES = (TYP006,)
