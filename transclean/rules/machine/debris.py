"""What bitext files leave: segment elements, `|||`, line numbers, BOS and EOS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.machine._raw import outside_code
from transclean.rules.rule import SAFE, UNSAFE, Hit, Rule, Stage
from transclean.text.segment import Segment

_SEGMENT_TAG = re.compile(
    r"[ ]?</(?:seg|hyp)>|<(?:seg|hyp)(?:\s+[\w:-]+\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|\w+))*\s*>[ ]?", re.IGNORECASE
)
# In these the elements belong to the format.
_FORMAT = re.compile(r"<(?:refset|srcset|tstset|mteval|tmx|xliff|dataset|doc|tu|tuv)\b", re.IGNORECASE)
_BARS = re.compile(r"(?m:^)[ \t]*\|\|\|[ \t]+(?=\S)|[ \t]+\|\|\|[ \t]*(?=\r?\n|\Z)")
_WORDS = re.compile(r"[^\W\d_]{2}[^\n]*[^\W\d_]{2}")  # no drawing, which has bars too
_EDGES = re.compile(r"(?m:^)BOS[ ]+(?P<inside>\S[^\n]*?)[ ]+EOS(?=\r?\n|\Z)")
_NUMBERED = re.compile(r"(\d{1,7})\t(?=\S+(?: \S+){2})")


def _find_debris(segment: Segment, _: Document) -> Iterator[Hit]:
    raw = segment.raw
    if not _FORMAT.search(raw):
        for match in outside_code(_SEGMENT_TAG, segment):
            yield Hit(match.start(), match.end(), "")
    for match in outside_code(_BARS, segment):
        line = segment.line_at(match.start())
        if _WORDS.search(raw, line.start, line.end):
            yield Hit(match.start(), match.end(), "")
    for match in outside_code(_EDGES, segment):
        yield Hit(match.start(), match.end(), match["inside"])
    yield from _find_numbers(segment)


def _find_numbers(segment: Segment) -> Iterator[Hit]:
    """A number and a tab before every line, counting up by one."""
    numbers = []
    position = 0
    for line in segment.raw.splitlines(keepends=True):
        match = _NUMBERED.match(line)
        if match is None:
            return
        numbers.append((int(match[1]), position, position + match.end()))
        position += len(line)
    if len(numbers) > 1 and all(number == numbers[0][0] + index for index, (number, _, _) in enumerate(numbers)):
        for _, start, end in numbers:
            yield Hit(start, end, "", UNSAFE)


MT041 = Rule(
    code="MT041",
    name="bitext-debris",
    summary="marker of a bitext file left in the text",
    why='Files for training and testing engines number their segments (<seg id="3">, 3 and a tab), put ||| '
    "between fields and BOS … EOS round sentences. ||| goes at the edges of a line only: inside it is an "
    "operator. In a file of such a format the elements belong to it, and stay; numbers before lines may be a "
    "list, and go on request.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(r"(?i)</?(?:seg|hyp)[ >]", r"^[ \t]*\|\|\| ", r" \|\|\|", r"^BOS ", r"^[0-9]{1,7}\t"),
    find=_find_debris,
    targets=("*",),
    masked=False,
    fixes=(
        ('<seg id="3">The minister resigned.</seg>', "The minister resigned."),
        ("The minister resigned. |||", "The minister resigned."),
        ("||| Good day.", "Good day."),
        ('<hyp system="a"> Good day. </hyp>', "Good day."),
        ("BOS The minister resigned. EOS", "The minister resigned."),
        ("12\tThe minister resigned.\n13\tNobody was surprised.", "The minister resigned.\nNobody was surprised."),
    ),
    keeps=(
        "a || b",
        "    o--o\n    |||       |||\n    <>       <>",
        "true ||| false in Haskell",
        "| a | b |",
        "12. The minister resigned.",
        "1\tred\n2\tgreen",
        '<refset><doc><seg id="3">The minister resigned.</seg></doc></refset>',
        "The BOS token and the EOS token",
    ),
)

RULES = (MT041,)
