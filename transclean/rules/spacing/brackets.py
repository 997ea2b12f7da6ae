"""Space inside brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Hit, Rule, Stage
from transclean.rules.spacing.prose import is_code

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_SPACES = " \u00a0\u202f\u2009"
_SPACE = f"[{_SPACES}]"


@lru_cache(maxsize=1)
def _pair() -> re.Pattern[str]:
    # The inside begins with a word, a figure, a mark or a protected span, not with a sign: ( ^o^), [ -f x ].
    inside = f"{_SPACE}*(?:[\\w\"“‘'«„$€£¥…\ufffc]|\\.\\.\\.)[^()\\[\\]{{}}\n]*"
    return re.compile(rf"(?<![\w:;=$@#\ufffc\]])(?:\((?P<round>{inside})\)|\[(?P<square>{inside})\])(?!\()")


_WIDEST: Final = 2  # spaces: more of them are a layout
_DRAWN: Final = frozenset("|/\\-+_<>=*~^#")  # lines of a drawing or a formula, not words
_OPEN_SPAN = re.compile(r"\d\s?[-–—]\Z")
_SQUARE = re.compile(r"\[ ")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _pair().finditer(text):
        start, end = match.span("round" if match.group("round") is not None else "square")
        inside = match.group("round") or match.group("square")
        square = match.group("square") is not None
        words = inside.strip(_SPACES)
        if len(words) == len(inside) or (len(words) == 1 and (words in "xXvVoO" or (square and words.isalpha()))):
            continue  # [ x ] is a ticked box
        if is_code(text, start) or (square and len(_SQUARE.findall(text, *segment.line_at(start))) > 1):
            continue  # code; a synopsis, which has several
        left = len(inside) - len(inside.lstrip(_SPACES))
        right = len(inside) - len(inside.rstrip(_SPACES))
        if max(left, right) > _WIDEST or _OPEN_SPAN.search(words) or words[-1:] in _DRAWN:
            continue  # columns of a table; (1951-  ), a life not ended
        if left:
            yield Hit(start, start + left, "")
        if right:
            yield Hit(end - right, end, "")


MT012 = Rule(
    code="MT012",
    name="space-inside-brackets",
    summary="Space inside brackets",
    why="Brackets touch what they enclose in English, French, Spanish, German and Russian alike; tokenised text sets "
    "them apart. Ticked boxes, emoticons, shell tests and calls of functions stay.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[rf"[(\[]{_SPACE}[^()\[\]\n]*[)\]]", rf"[(\[][^()\[\]\n]*{_SPACE}[)\]]"],
    find=in_prose(_find),
    targets=("en", "fr", "es", "de", "ru"),
    fixes=(
        ("He ( 43 ) resigned.", "He (43) resigned."),
        ("the WHO ( World Health Organization )", "the WHO (World Health Organization)"),
        ("[ ... ]", "[...]"),
        ("see ( page 3)", "see (page 3)"),
        ("the plan [ sic ] failed ( again ).", "the plan [sic] failed (again)."),
        ("either ( a ) food or ( b ) money", "either (a) food or (b) money"),
    ),
    keeps=(
        "- [ ] buy milk",
        "- [ x ] buy milk",
        "( x ) yes ( ) no",
        "foo( a, b )",
        ":( sad",
        "( ^o^)",
        "[ -f x ] && y",
        "if ( ready ) { go; }",
        "for (i = 0; i < n ; )",
        "[Aeolian  -------------/ ]",
        "the singer Elena Prats (1951- ) and her sister",
        'Sonata in E major  "  109 (   "   1821).',
    ),
)

RULES = (MT012,)
