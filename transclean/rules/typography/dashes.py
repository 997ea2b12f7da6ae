"""Dashes: hyphens in their place, and the forms of several styles side by side.

A dash is closed (—) in American books, spaced (—) with AP, a spaced en dash (–) in Britain; typists wrote two hyphens.
A document's own form is left alone; without a style set, only what differs from the document's majority changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.english import SPEECH_VERBS
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.spacing.prose import is_code

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_SPACE: Final = " \u00a0\u202f\u2009"


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    """The head of a news story, up to its dash: BEIJING, July 26 (Xinhua)."""
    return re.compile(
        rf"[A-ZÀ-Þ][\w.,'’/ -]{{1,60}}\([^()\n]{{2,40}}\)[{_SPACE}]*\Z"
        rf"|[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{{2,40}}(?:, [A-Z][a-z.]+(?: \d+)?)?[{_SPACE}]*\Z"
    )


def _ends_dateline(text: str, line_start: int, place: int) -> bool:
    return place - line_start < 110 and _dateline().match(text[line_start:place]) is not None


def _document_dash(document: Document) -> str | None:
    """How dashes are written: as the style says, else as the document does with few exceptions; None if it does not."""
    if document.style.explicit:
        return document.style.dash
    text = document.text
    spaced_em, em = text.count(" — "), text.count("—")
    spaced_en = text.count(" – ")
    hyphens = text.count("--")
    if hyphens * _DASHES_PER_HYPHENS > em + spaced_en:
        return None
    if spaced_en > em:
        return " – "
    return " — " if 2 * spaced_em > em else "—"


# So many real dashes must stand for one of hyphens: a collection of texts has both, each in its place.
_DASHES_PER_HYPHENS: Final = 4

_HYPHENS = re.compile("--+")


_WORD_BEFORE = re.compile(r"[^\W\d_]{2,}\Z|\bI\Z|\d\Z|[)\]\"”’',.?!…%]\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]{2,}|[IA]\b|a |[\"“‘'(\[$€£]|\d")


# The second of a pair, on the word before it as the first is on the word after it: --I think--.
_CLOSED_AFTER = re.compile(r"[^\n-]{1,100}[\w,]---?(?=[\s.,;:!?)]|\Z)")


def _find_hyphens(segment: Segment, document: Document) -> Iterator[Hit]:
    dash = _document_dash(document)
    if dash is None:
        return
    text = segment.text
    for match in _HYPHENS.finditer(text):
        start, end = match.span()
        if end - start > 3 or text[start - 1 : start] == "<" or text[end : end + 1] == ">":
            continue
        left, right = text[start - 1 : start] in _SPACE, text[end : end + 1] in _SPACE
        start, end = start - (start > 0 and left), end + (end < len(text) and right)
        line = segment.line_at(start)
        if not _WORD_BEFORE.search(text[max(line.start, start - 12) : start]):
            continue
        if is_code(text, start):
            continue
        following = text[end : end + 1]
        if following in ("\n", "\r"):
            yield Hit(start, end, dash.rstrip())
        elif following in ('"', "”", "’") and not (left or right):
            yield Hit(start, end, dash.strip())  # speech that breaks off
        elif (
            (right or not left or _CLOSED_AFTER.match(text, end))
            and _WORD_AFTER.match(text, end)
            and not (text[start - 1] + following).isdigit()
        ):
            yield Hit(start, end, f" {dash.strip()} " if _ends_dateline(text, line.start, start) else dash)


TYP015 = Rule(
    code="TYP015",
    name="double-hyphen",
    summary="Two or three hyphens for a dash",
    why="Typewriters had no dash, and subtitles and old wires kept their habit; print has one sign for it. A "
    "document that writes more than a few of its dashes so is left alone unless a style is set. Options of commands and"
    " comments in code are not dashes. Datelines keep their spaces.",
    safety=SAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=["[^ \\n-] ?---?[ \\n\\r\u00a0\"”’]", r"[A-Za-z0-9)\],.?!]---?[A-Za-z0-9(\[\"']", "[^ \\n-]---?[“‘À-ž]"],
    find=in_prose(_find_hyphens),
    whole_document=True,
    fixes=(
        Example("It is late -- very late.", "It is late—very late.", style="us"),
        Example("And just-- we can't accept that.", "And just—we can't accept that.", style="us"),
        Example("It is late--very late.", "It is late – very late.", style="uk"),
        Example("BEIJING, July 26 (Xinhua) -- The ministry", "BEIJING, July 26 (Xinhua) — The ministry", style="us"),
        Example("It was --I think-- too late.", "It was—I think—too late.", style="us"),
        Example('"But I--" he began.', '"But I—" he began.', style="us"),
        Example("It was—he knew—too late. It was--he said so. No—never. All—or none.",
                "It was—he knew—too late. It was—he said so. No—never. All—or none.", style="auto"),
    ),
    keeps=(
        "git commit --amend",
        "git log --all -- file",
        "-- SQL comment",
        "---",
        "i--",
        "<!-- note -->",
        "a --b",
        "pages 10--15",
        Example("It is late -- very late.", style="auto"),
        Example("It was—he knew—too late. It was--he said so--over. No—never.", style="auto"),
    ),
)  # fmt: skip


@lru_cache(maxsize=1)
def _spaced_hyphen() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\w,\"”’)\]%])[{_SPACE}]-[{_SPACE}](?=[\w\"“‘(])")


_LIST_ITEM = re.compile(r"[ \t]*(?:[-–—*•]|\d+[.)])\s")
_SENTENCE = re.compile(r"[^.?!\n]*[.?!…][\"”’)]?(?:\s|\Z)")
_SAID_AFTER = re.compile(rf"(?:(?:he|she|they|I|we) )?(?:{SPEECH_VERBS})\b")


def _find_spaced_hyphens(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    dash = document.style.dash
    for match in _spaced_hyphen().finditer(text):
        start, end = match.span()
        line = segment.line_at(start)
        if _LIST_ITEM.match(text, line.start) or is_code(text, start):
            continue
        # A story begins with a capital.
        if not text[end].islower() and _ends_dateline(text, line.start, start):
            continue
        if _joins_speech(text, start, end):
            continue
        if _parts_a_sentence(text, line.start, match):
            yield Hit(start, end, dash)


def _joins_speech(text: str, start: int, end: int) -> bool:
    """Whether the dash stands between a quotation and who says it, from where TYP026 takes it away."""
    if text[start - 1] in '"”’':
        return text[start - 2 : start - 1] in (",", "?", "!") or _SAID_AFTER.match(text, end) is not None
    return text[start - 1] == "," and text[end] in '"“‘'


_CHAINED = re.compile(r" - \w+\Z")
_CHAIN_GOES_ON = re.compile(r"\w+ - ")


def _parts_a_sentence(text: str, line_start: int, match: re.Match[str]) -> bool:
    """Whether words of one sentence stand on both sides, so that the hyphen is neither a compound's nor a title's."""
    start, end = match.span()
    before = text[max(line_start, start - 80) : start]
    if _CHAINED.search(before) or _CHAIN_GOES_ON.match(text, end):
        return False  # 3 - year - old
    if len(before.split()) < 2 or not _SENTENCE.match(text, end):
        return False
    after = text[end : end + 2]
    if after[:1].islower() and (after[1:2].islower() or after == "a "):
        return True
    # The second of a pair: At 38 - my first year here - I resigned.
    opening = before.rfind(" - ")
    return opening > 0 and before[opening + 3 : opening + 4].islower()


TYP014 = Rule(
    code="TYP014",
    name="spaced-hyphen",
    summary="Spaced hyphen for a dash",
    why="What stands between the parts of a sentence is a dash; a keyboard has only the hyphen. So common in news "
    "and mail that it counts as a norm: silent until a style is set, and only inside a sentence, not in "
    "headlines, names of routes, scores, lists or datelines.",
    safety=UNSAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=['[^ \\n][ \u00a0]-[ \u00a0][A-Za-z"“‘(\\u00c0-\\u024f]'],
    find=in_prose(_find_spaced_hyphens),
    needs_style=True,
    fixes=(
        Example("At 38 - my first year here - I resigned.", "At 38—my first year here—I resigned.", style="us"),
        Example("At 38 - my first year here - I resigned.", "At 38 – my first year here – I resigned.", style="uk"),
        Example("They all came - even the mayor.", "They all came—even the mayor.", style="us"),
    ),
    keeps=(
        "- item one",
        "Paris (AFP) - The mayor resigned.",
        "2 - 1",
        "Kyiv - Lviv train",
        "kind of low- and middle-income",
        "ls - l",
        "Title - Subtitle - DW",
        "3 - year - old",
        "Real Madrid - Barcelona was a good match.",
        Example("They all came - even the mayor.", style="auto"),
    ),
)


@lru_cache(maxsize=1)
def _dash_between_words() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\w,\"”’)\]%])(?:[{_SPACE}]?—[{_SPACE}]?|[{_SPACE}]–[{_SPACE}])(?=[\w\"“‘(])")


def _find_other_dashes(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    dash = document.style.dash
    for match in _dash_between_words().finditer(text):
        start, end = match.span()
        line = segment.line_at(start)
        if text[start - 1].isdigit() and text[end].isdigit():
            continue
        if _LIST_ITEM.match(text, line.start) or _ends_dateline(text, line.start, start):
            continue
        if _joins_speech(text, start, end):
            continue
        yield Hit(start, end, dash)


TYP016 = Rule(
    code="TYP016",
    name="dash-form",
    summary="Dash of another style",
    why="Closed em dash, spaced em dash and spaced en dash are each the norm of a house; silent until a style is "
    "set. A closed en dash joins (Paris–Berlin, 2011–2013) and stays; so do the dashes of datelines and "
    "dialogue.",
    safety=UNSAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=["[^ \\n][ \u00a0]?—[ \u00a0]?[^ \\n]", "[^ \\n][ \u00a0]–[ \u00a0][^ \\n]"],
    find=in_prose(_find_other_dashes),
    needs_style=True,
    fixes=(
        Example("It is late — very late.", "It is late—very late.", style="us"),
        Example("It is late—very late.", "It is late – very late.", style="uk"),
        Example("It is late – very late.", "It is late—very late.", style="us"),
        Example("It is late—very late.", "It is late — very late.", options="dash=em-spaced"),
    ),
    keeps=("PARIS (AFP) — The mayor", "2011–2013", "the Paris–Berlin line", "— Yes, he said.", "5 – 3 = 2"),
)

RULES = (TYP014, TYP015, TYP016)
