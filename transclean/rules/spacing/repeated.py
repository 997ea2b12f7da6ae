"""Punctuation twice over, and dots that are too many, too few or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from transclean.rules.abbreviations import ends_abbreviation
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.rules.spacing.prose import NAMES_WITH_MARK, ends_entity, is_code

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_DOUBLED = re.compile(
    r"(?P<same>,(?: *,)+|;(?: *;)+)(?=\s|\Z)"
    r"|(?:(?P<ending>[!?]+)\.|(?P<pair>\.,|,[.;:]|;[.,]|:\.))(?=[\s\"”’»)]|\Z)"
)
_CLOSING: Final = ')]"”’»%'


_SPACED_DOT = re.compile(r"[ \u00a0]\.")  # the stop is the first dot of a spaced ellipsis
_WORD = re.compile(r"[^\W\d_]+\Z")
_REST = re.compile(r"[\s\"”’»)(“«]*(\w?)")


def _find_doubled(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _DOUBLED.finditer(text):
        start, end = match.span()
        if match.group("same") and text[start - 1 : start] == " ":
            start -= 1
        preceding = text[start - 1 : start]
        if text[start] == ";" and ends_entity(text, start):
            continue
        if not (preceding.isalnum() or (preceding and preceding in _CLOSING)) or is_code(text, start):
            continue
        word = _WORD.search(text[max(0, start - 24) : start])
        before = word.group() if word else ""
        if same := match.group("same"):
            # Several marks alone in a row are a list that lost its items.
            safety = FLAG if len(same.split()) > 2 else UNSAFE if text[start] == " " else None
            yield Hit(start, end, same[0], safety)
        elif match.group("ending"):
            if before not in NAMES_WITH_MARK and not _SPACED_DOT.match(text, end):
                yield Hit(start, end, match.group("ending"))
        else:
            yield from _one_of_two(text, start, match.group("pair"), before, document)


def _one_of_two(text: str, start: int, pair: str, word: str, document: Document) -> Iterator[Hit]:
    """Keep one of two different marks: at the end of a sentence the full stop; elsewhere, less surely, the stronger."""
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


_ABBREVIATION_BEFORE = re.compile(r"(?:[a-z]\. [a-z]+|\b[Yy]ours [a-z ]*)\Z")


def _stop_is_of_word(text: str, stop: int, word: str, following: str, document: Document) -> bool:
    """Whether the full stop before a comma is one of an abbreviation, known or likely."""
    if not word or not word.islower() or ends_abbreviation(text, stop):
        return True
    if text.rfind("(", max(0, stop - 200), stop) > text.rfind(")", max(0, stop - 200), stop):
        return True  # (typescr., Aix, 1951)
    if _ABBREVIATION_BEFORE.search(text[max(0, stop - 24) : stop]):
        return True  # obdt. servt., Yours obedly., as letters end
    if not re.search("[aeiouyаеёиоуыэюяáéíóúàèùâêîôûäöü]", word):
        return True
    if len(word) < 5 and following:
        return True
    return document.mentions(rf"{word}\.(?<=\b{word}\.)[ ][a-z]")  # searched for the word, not for edges of words


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
    find=in_prose(_find_doubled),
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
        "less than &lt;len&gt;. Then",
        "I am, Sir, your obdt. servt., J. Smith, Esq.",
        "Yours obedly.,\n\nJane Muspratt",
        "a turning point in the Middle East quot;. He agreed",
        "Who is the slave of the other?. . . Societies differ, said the author.",
    ),
)


_DOTS = re.compile("[.…](?:[.…]+|(?:[ \u00a0][.…])+)")


_LEADER: Final = 8  # so many dots lead the eye to a page number, or wait to be filled in
_BEFORE_NUMBER = re.compile(r"[ \t]*\d")
_CUSTOM: Final = 3
_CHAT_DOTS: Final = r"\.\.(?<=\w\.\.)[ ][a-z]"  # the dots first, as what is rare is found soon


def _find_dots(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _DOTS.finditer(text):
        start, end = match.span()
        replacement = _right_dots(text, start, end, document)
        if replacement is not None and not is_code(text, start):
            yield Hit(start, end, replacement)


def _right_dots(text: str, start: int, end: int, document: Document) -> str | None:
    """What should stand for the run of dots, stops or ellipses between `start` and `end`; None if it may stay."""
    dots = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if dots == "..":
        ends_word = before.isalnum() or (before != "" and before in ')]"”%')
        if not ends_word or not (after == "" or after.isspace() or after in '"”’»)'):
            return None
        if before == '"' and (
            after == '"' or text[start - 2 : start - 1].strip() == "" or _SPACED_DOT.match(text, end)
        ):
            return None  # the dots are what is quoted
        if _SPACED_DOT.match(text, end):
            return None
        # Before a small letter, or again and again, two dots are an ellipsis, as in chat.
        if text[end : end + 2].strip()[:1].islower() or document.count(_CHAT_DOTS) > 2:
            return None
        return "."
    if "…" in dots:
        four = sorted(dots) == [".", "…"] and not document.style.explicit  # an ellipsis and a full stop
        # The double ellipsis of Chinese has no spaces round it.
        joined = dots.startswith("……") and after.isalpha() and (before.isalnum() or before in "!?")
        return None if four else _ellipsis(document) + " " * joined
    if " " in dots or "\u00a0" in dots:
        is_ellipsis = dots.count(".") > 2 and dots.replace("\u00a0", " ") in (". . .", ". . . .")
        return _ellipsis(document) if is_ellipsis and _closes_up(before, dots, document) else None
    if len(dots) > 4 and document.source == "auto" and document.count(rf"\w\.{{{len(dots)}}}(?!\.)") > _CUSTOM:
        return None  # as long again and again: the document's own
    if len(dots) > 3 and not (after.isalnum() or after == "/") and _is_too_many(text, start, end, document):
        return _ellipsis(document)
    return None


def _is_too_many(text: str, start: int, end: int, document: Document) -> bool:
    """Whether a run of dots is an ellipsis with too many. Four can be an ellipsis and a full stop."""
    if end - start >= _LEADER or _BEFORE_NUMBER.match(text, end) or text[start - 1 : start] in ("", "\n"):
        return False
    if text[start - 1].isspace() and end - start > 4:
        return False
    return end - start > 4 or document.style.explicit


def _closes_up(before: str, dots: str, document: Document) -> bool:
    """Whether spaced dots are to be closed.

    Chicago style writes a space before three of them, or four at the end of a sentence: if no style is set, these
    stay.
    """
    return document.style.explicit or (not before.isspace() and len(dots) == 5 and not document.mentions(r" \. \. \."))


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
    find=in_prose(_find_dots),
    sources=("uk", "ar", "ja", "zh", "*"),
    fixes=(
        ("I need European prices..", "I need European prices."),
        ("we spent this time together.....", "we spent this time together..."),
        ("in the street. . .", "in the street..."),
        ("wait……", "wait..."),
        ("He left……and never came back", "He left... and never came back"),
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
        'the range "0".."9" of digits',
        'Every comment begins with ".. " and a word.',
        Example("They are what they are.. . . . Nobody else is, he wrote.", style="auto"),
        "Chapter One .......... 5",
        "Name: ....................",
        Example("It was . . . long, he said. . . . And dull.", style="auto"),
        Example("The quotation ends here.... The next begins.", style="auto"),
        Example("The quotation ends here…. The next begins.", style="auto"),
    ),
)


_APART_AT_END = re.compile(
    r"[ \u00a0](?<=[^\W\d_].)(?=(?:\.\.\.|…)(?:[\"”’»)\]]|[ \t]*\Z|[ \t\r]*\n[ \t\r]*\n|[ \t\r]*\n[A-ZÀ-Þ\"“]))"
)
_SPACED_ELLIPSIS: Final = r"\w (?:\.\.\.|…)"
_CLOSED_ELLIPSIS: Final = r"\w(?:\.\.\.|…)"


def _find_apart_at_end(segment: Segment, document: Document) -> Iterator[Hit]:
    spaced = document.count(_SPACED_ELLIPSIS)
    if not document.style.explicit and spaced > 1 and spaced > document.count(_CLOSED_ELLIPSIS):
        return  # Associated Press style
    for match in _APART_AT_END.finditer(segment.text):
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


_ETC = re.compile(r"\b(etc)(?:\.?[ ]?…|\.{2,}|(?:\.[ ]?){2,}\.|(?:\. etc)+\.)(?!\w)", re.IGNORECASE)


def _find_etc(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _ETC.finditer(segment.text):
        doubled = match.group().lower().count("etc") > 1  # which some write on purpose
        yield Hit(match.end(1), match.end(), ".", UNSAFE if doubled else None)


TYP028 = Rule(
    code="TYP028",
    name="etc-dots",
    summary="“etc.” with an ellipsis",
    why="French, Spanish and Italian print etc... and etc…; the word itself says that the list goes on, so in "
    "English one stop ends it.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[r"\b[Ee][Tt][Cc]\.? ?…", r"\b[Ee][Tt][Cc]\. ?\.", r"\b[Ee]tc\. etc\."],
    find=in_prose(_find_etc),
    sources=("fr", "es", "it", "*"),
    fixes=(
        ("pens, paper, etc...", "pens, paper, etc."),
        ("and so on, etc…", "and so on, etc."),
        ("pens etc... are here", "pens etc. are here"),
        ("cats, dogs, etc.…", "cats, dogs, etc."),
        ("nails, screws, etc. etc. were sold", "nails, screws, etc. were sold"),
    ),
    keeps=(
        "etc.",
        "/etc/...",
        '"etc."',
        "and etc. and so on",
        "the clerk, the cook, etc., etc.",
    ),
)

RULES = (MT040, TYP019, TYP020, TYP028)
