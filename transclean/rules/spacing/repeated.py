"""Punctuation twice over, and dots that are too many, too few or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.abbreviations import ends_abbreviation
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.rules.spacing.prose import NAMES_WITH_MARK, looks_like_code

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_END: Final = r"(?=[\s\"”’»)]|\Z)"


@lru_cache(maxsize=1)
def _doubled() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[\w)\]\"”’»%])(?:(?P<same>,,+|;;+|[ ]?,(?:[ ]+,)+|[ ]?;(?:[ ]+;)+)(?=\s|\Z)"
        rf"|(?P<ending>[!?]+)\.{_END}"
        rf"|(?P<pair>\.,|,\.|;\.|:\.|,;|;,|,:){_END})"
    )


_WORD = re.compile(r"[^\W\d_]+\Z")
_REST = re.compile(r"[\s\"”’»)(“«]*(\w?)")


def _find_doubled(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _doubled().finditer(text):
        start, end = match.span()
        line = segment.line_at(start)
        if looks_like_code(text[line.start : line.end]):
            continue
        word = _WORD.search(text[max(line.start, start - 24) : start])
        before = word.group() if word else ""
        if same := match.group("same"):
            # Several marks alone in a row are a list that lost its items.
            safety = FLAG if len(same.split()) > 2 else UNSAFE if same[0] == " " else None
            yield Hit(start, end, same.strip()[0], safety)
        elif match.group("ending"):
            if before not in NAMES_WITH_MARK:
                yield Hit(start, end, match.group("ending"))
        else:
            yield from _one_of_two(text, start, match.group("pair"), before, document)


def _one_of_two(text: str, start: int, pair: str, word: str, document: Document) -> Iterator[Hit]:
    """Which of two different marks stays: the full stop at the end of a sentence, else the stronger one, less surely."""
    rest = _REST.match(text, start + 2)
    following = rest.group(1) if rest else ""
    sentence_ends = not following or following.isupper()
    if pair == ".," and _stop_is_of_word(text, start, word, following, document):
        return
    safety: Safety | None = None if sentence_ends and pair in (".,", ",.", ";.") else UNSAFE
    if "." in pair:
        other = pair.strip(".")
        yield Hit(start, start + 2, "." if sentence_ends and other != ":" else other, safety)
    else:
        yield Hit(start, start + 2, pair.strip(",") or ",", safety)


def _stop_is_of_word(text: str, stop: int, word: str, following: str, document: Document) -> bool:
    """Whether the full stop before a comma is one of an abbreviation, known or likely."""
    if not word or not word.islower() or ends_abbreviation(text, stop):
        return True
    if not re.search("[aeiouyаеёиоуыэюяáéíóúàèùâêîôûäöü]", word):
        return True
    if len(word) < 5 and following:
        return True
    return document.mentions(rf"\b{word}\.[ ][a-z]")


MT040 = Rule(
    code="MT040",
    name="duplicate-punctuation",
    summary="Two punctuation marks where one belongs",
    why="Engines join sentences and clauses and keep the marks of both. A stop before a comma is right after an "
    "abbreviation or an initial, which the table of abbreviations and the rest of the document tell; two full stops "
    "are TYP019's. In the middle of a sentence it is less sure which mark should stay.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[
        r"[^ \n],,+[ \n]",
        r"[^ \n],,+\Z",
        r"[^ \n];;+[ \n]",
        r"[,;] +[,;][ \n]",
        r"[a-z]{3}\.,",
        r"[^ \n][,;:]\.",
        r"[^ \n][!?]\.",
        r"[^ \n](?:,;|;,|,:)",
    ],
    find=_find_doubled,
    targets=("en", "fr", "es", "de", "ru"),
    fixes=(
        ("In 2019,, the law", "In 2019, the law"),
        ("the end.,", "the end."),
        ("yes; ; no", "yes; no"),
        ("He left!.", "He left!"),
        ("Why?.", "Why?"),
        ("He came , , and left.", "He came, and left."),
        ("He resigned,. The party met.", "He resigned. The party met."),
        ('"Who are you?." she asked.', '"Who are you?" she asked.'),
        Example("The composers were , , , and Bach.", flag=", , ,"),
    ),
    keeps=(
        "etc., and so on",
        "Co., Ltd. said",
        "at 10 p.m., he left",
        "the U.S., France and",
        "a::b",
        "5;;6",
        "...",
        "What is it?..",
        "approx., at least",
        "See vol., chap. 3.",
        "He works for Yahoo!.",
        "Smith et al., 2010",
    ),
)


@lru_cache(maxsize=1)
def _dots() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[\w)\]\"”%])(?P<two>\.\.)(?=[\s\"”’»)]|\Z)"
        r"|(?<!\.)(?P<many>\.{4,})(?![.\w/])|(?P<ellipses>…[ ]?…[… ]*(?<=…)|…\.+|\.{2,}…)"
        r"|(?P<apart>(?<![.\s])\.(?:[ \u00a0]\.){2,3}(?![ ]?\.)|(?<=\w)[ ]\.(?:[ \u00a0]\.){2}(?![ ]?\.))"
    )


_LEADER: Final = 8  # so many dots lead the eye to a page number, or wait to be filled in
_BEFORE_NUMBER = re.compile(r"[ \t]*\d")
_CHAT_DOTS = re.compile(r"\w\.\.[ ][a-z]")


def _find_dots(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _dots().finditer(text):
        start, end = match.span()
        line = segment.line_at(start)
        if looks_like_code(text[line.start : line.end]):
            continue
        kind = match.lastgroup
        if kind == "two":
            if text[end : end + 2].strip()[:1].islower() or len(_CHAT_DOTS.findall(document.text)) > 2:
                continue  # an ellipsis of two dots, as in chat
            yield Hit(start, end, ".")
        elif kind == "apart":
            if document.style.explicit or _is_no_chicago_ellipsis(match.group(), document):
                space = " " if match.group()[0] == " " else ""
                yield Hit(start, end, space + _ellipsis(document))
        elif kind == "ellipses" or _is_too_many(text, start, end, document):
            yield Hit(start, end, _ellipsis(document))


def _is_too_many(text: str, start: int, end: int, document: Document) -> bool:
    """Whether a run of four dots or more is an ellipsis with a dot too many. Four can be an ellipsis and a full stop."""
    if end - start >= _LEADER or _BEFORE_NUMBER.match(text, end) or text[start - 1 : start] in ("", "\n"):
        return False
    if text[start - 1].isspace() and end - start > 4:
        return False
    return end - start > 4 or document.style.explicit


def _is_no_chicago_ellipsis(dots: str, document: Document) -> bool:
    """Whether spaced dots are not those of Chicago style, which has a space before three, or four for a full stop."""
    return dots == ". . ." and " . . ." not in document.text


def _ellipsis(document: Document) -> str:
    return "…" if document.mentions(r"(?<![….])…(?![….])") else "..."


TYP019 = Rule(
    code="TYP019",
    name="wrong-dots",
    summary="Two full stops, or an ellipsis with too many dots or spaces",
    why="A sentence ends with one stop, an ellipsis has three dots. Chicago style spaces them and adds a fourth at the "
    "end of a sentence: where a document does so throughout and no style is set, it may. Long runs are leaders or "
    "blanks, two dots before a small letter the ellipsis of chat.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[
        '[^ \\n./]\\.\\.[ \\n"”’»)]',
        r"[^ \n./]\.\.\Z",
        r"\.\.\.\.",
        "……|… …|…\\.|\\.…",
        r"\. \. \.",
    ],
    find=_find_dots,
    sources=("uk", "ar", "ja", "zh", "*"),
    fixes=(
        ("I need European prices..", "I need European prices."),
        ("we spent this time together.....", "we spent this time together..."),
        ("in the street. . .", "in the street..."),
        ("wait……", "wait..."),
        ("Miss...... I'm a director", "Miss... I'm a director"),
        ("He left.. The door closed.", "He left. The door closed."),
        Example("And then..... nothing.", "And then... nothing.", style="auto"),
    ),
    keeps=(
        "../file",
        "cd ..",
        "1..10",
        "a[1..]",
        "etc...",
        "Wait...",
        "Chapter One .......... 5",
        "Name: ....................",
        Example("It was . . . long, he said. . . . And dull.", style="auto"),
        Example("The quotation ends here.... The next begins.", style="auto"),
    ),
)


@lru_cache(maxsize=1)
def _apart_at_end() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[^\W\d_])[ \u00a0](?=(?:\.\.\.|…)(?:[\"”’»)\]]|[ \t]*\Z|[ \t\r]*\n[ \t\r]*\n|[ \t\r]*\n[A-ZÀ-Þ\"“]))"
    )


_SPACED_ELLIPSIS = re.compile(r"\w (?:\.\.\.|…)")
_CLOSED_ELLIPSIS = re.compile(r"\w(?:\.\.\.|…)")


def _find_apart_at_end(segment: Segment, document: Document) -> Iterator[Hit]:
    spaced = len(_SPACED_ELLIPSIS.findall(document.text))
    if not document.style.explicit and spaced > 1 and spaced > len(_CLOSED_ELLIPSIS.findall(document.text)):
        return  # Associated Press style
    for match in _apart_at_end().finditer(segment.text):
        yield Hit(match.start(), match.end(), "")


TYP020 = Rule(
    code="TYP020",
    name="space-before-ellipsis",
    summary="Space before an ellipsis at the end",
    why="A voice that trails off is written without a space; an omission between two words has one on either side and "
    "stays. Documents that space all their ellipses, as AP does, are left alone unless a style is set.",
    safety=UNSAFE,
    stage=Stage.SPACING,
    trigger=['[^ \\n][ \\u00a0](?:\\.\\.\\.|…)["”’»)\\]\\n\\r]', "[^ \\n][ \\u00a0](?:\\.\\.\\.|…) ?\\Z"],
    find=_find_apart_at_end,
    sources=("fr", "ru", "uk", "ja", "*"),
    fixes=(
        ("He hesitated ...", "He hesitated..."),
        ("“I don't know …”", "“I don't know…”"),
        ("Ah, very well ...", "Ah, very well..."),
    ),
    keeps=("the report ... was lost", "[...]", "( ... )", "cp ... dest", "He spoke of hope ...\nand of fear."),
)


_ETC = re.compile(r"\b(etc)(?:\.?[ ]?…|\.{2,}|(?:\.[ ]?){2,}\.)(?!\w)", re.IGNORECASE)


def _find_etc(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _ETC.finditer(segment.text):
        yield Hit(match.end(1), match.end(), ".")


TYP028 = Rule(
    code="TYP028",
    name="etc-dots",
    summary="“etc.” with an ellipsis",
    why="French, Spanish and Italian print etc... and etc…; the word itself says that the list goes on, so in English one "
    "stop ends it.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[r"\b[Ee][Tt][Cc]\.? ?…", r"\b[Ee][Tt][Cc]\. ?\."],
    find=_find_etc,
    sources=("fr", "es", "it", "*"),
    fixes=(
        ("pens, paper, etc...", "pens, paper, etc."),
        ("and so on, etc…", "and so on, etc."),
        ("pens etc... are here", "pens etc. are here"),
        ("cats, dogs, etc.…", "cats, dogs, etc."),
    ),
    keeps=("etc.", "/etc/...", '"etc."', "and etc. and so on"),
)

RULES = (MT040, TYP019, TYP020, TYP028)
