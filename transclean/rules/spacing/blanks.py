"""Runs of spaces, and spaces at the ends of lines and paragraphs.

Two spaces after a sentence are how typists were taught until the 1990s: where that is the habit of the text around,
they stay. Columns, indentation, code and the line break of Markdown are made of spaces that mean something.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.rules.spacing.prose import is_code

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

# How far around a sentence end its text's habit is judged, in characters.
_NEIGHBOURHOOD: Final = 4000

# Characters: in a text shorter than this, of one line, one sentence end is no habit.
_SHORT: Final = 600

_RUN = re.compile(r"(?<! )  +(?=[^\s|])")
_LAST_SPACE = re.compile(r" (?=\r?\n|\Z)")
_FIRST_SPACE = re.compile(r"(?:\n\n|\A) (?=[^\W\d_]|[\"“'‘«(])")


@lru_cache(maxsize=1)
def _sentence_ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Sentence ends before two spaces, and before one."""
    closing = "[\"”’')\\]]{0,2}"
    # One space after a colon says little: the names of speakers have one where sentences have two.
    return re.compile(rf"[.!?:]{closing}  (?=\S)"), re.compile(rf"[.!?]{closing} (?=[A-Z\"“])")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    raw = segment.raw
    yield from _runs(raw, document)
    yield from _trailing(raw)
    yield from _leading(raw, document)


def _runs(raw: str, document: Document) -> Iterator[Hit]:
    runs = [run for run in _RUN.finditer(raw) if raw[run.start() - 1 : run.start()] not in ("", "\n", "\r", "\t", "|")]
    if not runs:
        return
    if _is_table(raw):
        return
    a_few_sentences = len(raw) < _SHORT and "\n" not in raw
    doubles, singles = ([match.end() for match in pattern.finditer(raw)] for pattern in _sentence_ends())
    for run in runs:
        start, end = run.span()
        if (
            end - start == 2
            and not document.style.explicit
            and _is_habit(end, doubles, singles, a_few_sentences=a_few_sentences)
        ):
            continue
        if _is_layout(raw, start, end):
            continue
        yield Hit(start, end, " ")


_COLUMN = re.compile(r"^[^\n]*[^\s.!?:]  +\S", re.MULTILINE)


def _is_table(raw: str) -> bool:
    """Whether each of three lines or more has a gap in it, and not after a sentence: a timetable, a list of scores."""
    lines = raw.strip("\n").count("\n") + 1
    return lines > 2 and len(_COLUMN.findall(raw)) == lines


def _is_habit(place: int, doubles: Sequence[int], singles: Sequence[int], *, a_few_sentences: bool) -> bool:
    """Whether the two spaces before `place` end a sentence, as most sentences around it end.

    A text of a few sentences must show it twice, any other more often than the contrary.
    """
    index = bisect_left(doubles, place)
    if index == len(doubles) or doubles[index] != place:
        return False

    def near(places: Sequence[int]) -> int:
        return bisect_right(places, place + _NEIGHBOURHOOD) - bisect_left(places, place - _NEIGHBOURHOOD)

    count, others = near(doubles), near(singles)
    return count > (max(1, others) if a_few_sentences else others)


# So far around the run its line is looked at, in characters: a longer line is no row of a table.
_LINE: Final = 1000

_COMMENT: Final = "#/|-=*<>"

# The head of a list's item, a field or a log's line, whose text is set in behind it; a year or date, with a name or a
# day in two columns after it.
_MARKER = re.compile(
    r"[ \t]*(?:[-–—*+•·o#:]|\(?\w{1,4}[.)]|\d{1,3}|[A-Z][\w-]{0,30}:|:[\w -]{1,30}:|\[\^?[\w.-]{1,60}\]:?"
    r"|\d{4}-\d\d-\d\d)\Z"
)
_DATE_BEFORE = re.compile(
    r"(?:\b\d{4},?|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec),?|©)\Z"
)
_FINGERPRINT = re.compile(r"(?: [0-9A-F]{4}){2}\Z")  # of a key, in groups of groups
_GAPS_IN_PROSE = re.compile(r"[^\s.!?:]  +(?=\w)")


_GAP = re.compile(r"\S  +\S")


_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")


def _is_layout(raw: str, start: int, end: int) -> bool:
    """Whether the run is between columns, in code, or before a comment."""
    line_start = raw.rfind("\n", 0, start) + 1
    line_end = raw.find("\n", end)
    line_end = len(raw) if line_end == -1 else line_end
    if raw[end] in _COMMENT or raw[line_start].isspace() or is_code(raw, start):
        return True
    near = max(line_start, start - _LINE), min(line_end, end + _LINE)
    if raw.find("|", *near) != -1 or raw.find("\t", *near) != -1:
        return True
    before = raw[line_start:start]
    if (
        _MARKER.match(before)
        or _FINGERPRINT.search(before)
        or (_DATE_BEFORE.search(before[-12:]) and (raw[end].isdigit() or raw[end].isupper()))
    ):
        return True
    if len(_GAPS_IN_PROSE.findall(raw, max(line_start, start - _LINE), min(line_end, end + _LINE))) > 2:
        return True  # justified with spaces
    if raw[start - 1].isdigit() and raw[end].isdigit():
        return True  # a row of figures
    # Several wide gaps in a line are columns, or a poem's lines; so is any gap beside one, if one of them is wide.
    is_wide = end - start > 2
    if len(_WIDE_GAP.findall(raw, line_start, line_end)) > is_wide:
        return True
    if is_wide and raw[start - 1] in ",;-–—" and raw[end].isupper():
        return True  # lines of a poem run together
    before_end = max(line_start - 1, 0)
    after_end = raw.find("\n", line_end + 1)
    before = raw[raw.rfind("\n", 0, before_end) + 1 : before_end]
    after = raw[line_end : len(raw) if after_end == -1 else after_end]
    gap = _GAP if is_wide else _WIDE_GAP
    return gap.search(before) is not None or gap.search(after) is not None


def _trailing(raw: str) -> Iterator[Hit]:
    hits = []
    flowed = 0
    for match in _LAST_SPACE.finditer(raw):
        start = end = match.end()
        while raw[start - 1 : start] == " ":
            start -= 1
        if raw[start - 1 : start] in ("", "\n"):
            continue
        spaces = raw[start:end]
        following = raw[end : end + 3].lstrip("\r")
        if spaces == " " and following[:1] == "\n" and following[1:2].strip():
            flowed += 1
        if spaces == "  " and following[:1] == "\n" and following[1:2].strip():
            continue  # a line break in Markdown
        if raw[start - 1].isalnum() or raw[start - 1] in ".,;:!?…\"'”’»)]}":
            hits.append(Hit(start, end, ""))
    # Lines that mostly end in one space are format=flowed (RFC 3676): the space joins them.
    if flowed < 3 or flowed * 2 < raw.count("\n"):
        yield from hits


def _leading(raw: str, document: Document) -> Iterator[Hit]:
    for match in _FIRST_SPACE.finditer(raw):
        end_of_line = raw.find("\n", match.end())
        if end_of_line != -1 and raw[end_of_line + 1 : end_of_line + 2] == " ":
            continue  # the whole paragraph is set in
        if is_code(raw, match.end()):
            continue
        if not document.style.explicit and len(_FIRST_SPACE.findall(raw)) > 2:
            return  # an indent of one space is how this document marks paragraphs
        yield Hit(match.end() - 1, match.end(), "")


TYP023 = Rule(
    code="TYP023",
    name="stray-spaces",
    summary="Double space, or space at the end of a line or the start of a paragraph",
    why="Between two words stands one space. Two after a sentence are a typist's habit: where most sentences around"
    " end so and no style is set, they stay. Columns, code, indents, two spaces that break a line in Markdown, "
    "and lines flowed as in e-mail stay always.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[
        r"[^ \n]  ",
        r"[^ \n] [\r\n]",  # Several spaces match above: without a repeat this is several times as fast.
        r"[^ \n] \Z",
        r"\n\n [A-Za-z\"“'‘«(]",
        r"\A [A-Za-z\"“'‘«(]",
    ],
    find=in_prose(_find),
    targets=("en", "fr", "es", "de", "ru"),
    whole_document=True,
    fixes=(
        ("The  minister", "The minister"),
        ("He left.   She stayed.", "He left. She stayed."),
        ("The end. ", "The end."),
        (" The minister said", "The minister said"),
        ("The minister left. \nThe talks went on. \n", "The minister left.\nThe talks went on.\n"),
        Example("He left.  She stayed.  They talked.", "He left. She stayed. They talked.", style="us"),
        Example("One. Two. Three.  Four. Five.", "One. Two. Three. Four. Five.", style="auto"),
    ),
    keeps=(
        "    code",
        "| a  | b  |",
        "Swings        3\nRoundabouts  12\nDodgems       7",
        "Mon 3 June  dep. Oban 13:10\nTue 4 June  no sailing\nWed 5 June  dep. Oban 16:00",
        "line break  \nin Markdown",
        "  - item",
        "a\t b",
        "x = 1   # comment",
        "Date\n:   3 May 2012\n\nSource\n:   Gazette 14",
        "[^b2]:     See the note on page 4.",
        Example("He left.  She stayed.  They talked.  I slept.", style="auto"),
        "Name      Age\nAnna      34\nBeata     41",
        "The rows are 3.14 0.1  24 and 3.13 0.1  21.",
        Example("ANN: Come in.  Sit down!  Have you eaten?\nBEN: No.  I slept.\nANN: Then eat.", style="auto"),
        "This is flowed \ntext as in old \ne-mail, with a space \nat each line.",
        " Indented as a\n whole.",
        "a\tb\t\nc\td\t",
        "Author:  Ann Hill",
        "2.  The second item",
        "Copyright 1998  The Open Group",
        "Sent on Thu  4 Jul to all",
        "We parted at the gate of the wood,   And the rain began to fall",
        "these  words are  set to  the width of  the line",
    ),
)  # fmt: skip

RULES = (TYP023,)
