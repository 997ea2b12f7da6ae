"""Capitals of a whole segment: lost at its beginning, or all the way through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from transclean.document import Document
from transclean.language.words import function_words
from transclean.rules.abbreviations import ends_abbreviation
from transclean.rules.english import MONTHS, WEEKDAYS
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.text.segment import Segment

# CAP006

# A line that begins in lower case, as far as its first two words. A name with a capital further on (eBay, d'Artagnan)
# and a particle of names (von der Leyen) are no such words.
_LOWER_START = re.compile(r"^(?P<first>[a-z]+)(?:['’][a-z]+)? +(?P<second>[a-z'’]+)(?![\w-])", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*[ \t\r]*\Z")
_ORDINARY = re.compile(r"[a-z]{3,}(?:ly|ing)\Z")
_FOREIGN_OPENERS = word_set("de la el van von da di du le a")
# How lines begin: a text where many begin so is written so.
_LOWER_LINE: Final = r"(?m)^[a-z]"
_CAPITAL_LINE: Final = r"(?m)^[\"“‘(]?[A-Z]"


# A text of more than so many characters without a capital is written, or was made, in lower case throughout.
_LONG_ENOUGH: Final = 60


def _lost_capitals(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    if len(document.text) > _LONG_ENOUGH and not document.mentions("[A-Z]"):
        return
    for match in _LOWER_START.finditer(text):
        start = match.start()
        line = segment.line_at(start)
        if not _SENTENCE_END.search(text[line.start : line.end]) or not _is_ordinary(match["first"], match["second"]):
            continue
        if not _follows_a_sentence(segment, start, document):
            continue
        if document.count(_LOWER_LINE) > max(1, document.count(_CAPITAL_LINE)):
            return
        yield Hit(start, start + 1, text[start].upper())


def _is_ordinary(first: str, second: str) -> bool:
    """Whether a sentence can begin with these two words: the first is no name of a program, person or brand."""
    words = function_words("en")
    if first in words:
        return first not in _FOREIGN_OPENERS or second in words or first == "a"
    return _ORDINARY.match(first) is not None or (first.endswith("er") and second == "than")


def _follows_a_sentence(segment: Segment, start: int, document: Document) -> bool:
    """Whether what stands before the line, if anything does, is a whole sentence: no colon, no comma, no `etc.`."""
    place = segment.start + start
    before = document.text[max(0, place - 200) : place].rstrip()
    if not before:
        return True
    return _SENTENCE_END.search(before) is not None and not ends_abbreviation(before, len(before) - 1)


CAP006 = Rule(
    code="CAP006",
    name="lower-case-start",
    summary="Sentence that begins in lower case",
    why=(
        "Engines lose the capital of a segment's first word. Only an ordinary word of English, in a line that ends as "
        "a sentence does and follows a whole one, in a text that mostly begins its lines with capitals. Chats and "
        "captions are written so, so it is not applied by itself."
    ),
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=lambda: (
        r"\A[a-z]+['’]?[a-z]* [a-z]",
        r"\n\n[a-z]+['’]?[a-z]* [a-z]",
        r"[.!?][\"”]?\n[a-z]+['’]?[a-z]* [a-z]",
    ),
    find=in_prose(_lost_capitals),
    sources=("uk", "ja", "*"),
    fixes=(
        ("the minister resigned.", "The minister resigned."),
        ("he left on Monday.", "He left on Monday."),
        ("better than i thought.", "Better than i thought."),
        ("It was late.\nshe went home.\nNobody spoke.", "It was late.\nShe went home.\nNobody spoke."),
        ("It was late.\n\nsuddenly the door opened.", "It was late.\n\nSuddenly the door opened."),
    ),
    keeps=(
        "iPhone sales fell.",
        "eBay said no.",
        "von der Leyen left.",
        "and then he left",
        "git commit",
        "d'Artagnan rode.",
        "npm is a tool.",
        "where f is the force and\n\nthe mass is m.",
        "the first line of it, wrapped at\nthe edge of the page.\nit goes on\nin small letters.\nas chats do.",
        "the whole of this text is written in small letters, as some translations of speech are.",
        "We gave it to Smith et al.\nthe rest is known.",
    ),
)

# CAP010

_CAPITALS = re.compile(r"[A-Z][A-Z'’-]*(?:[,:;]? [A-Z][A-Z'’-]*){5,}")
_STATEMENTS = word_set("SELECT INSERT UPDATE DELETE CREATE ALTER DROP BEGIN GRANT IF")
_LINE_IN_CAPITALS: Final = r"(?m)^[^a-z\n]*[A-Z]{2,}(?: [A-Z'’,-]{2,}){3,}[^a-z\n]*$"
_HABIT = 2  # lines in capitals: with more they are the document's headings


def _shouted(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _CAPITALS.finditer(text):
        line = segment.line_at(match.start())
        if any(map(str.islower, text[line.start : line.end])):
            continue
        words = re.findall(r"[A-Z'’-]+", match.group())
        if words[0] in _STATEMENTS or any(len(word) == 1 and word not in "AI" for word in words):
            continue
        if sum(word.lower() in function_words("en") for word in words) < 2:
            continue  # a list of acronyms has none, or one: WHO
        if document.count(_LINE_IN_CAPITALS) > _HABIT:
            return
        yield Hit(match.start(), match.end(), _sentence_case(match.group()))


def _sentence_case(text: str) -> str:
    named = {name.lower(): name for name in (*WEEKDAYS, *MONTHS) if name not in ("March", "May")}
    words = re.sub(r"[a-z]+", lambda word: named.get(word.group(), word.group()), text.lower())
    return words[0].upper() + words[1:]


CAP010 = Rule(
    code="CAP010",
    name="segment-in-capitals",
    summary="Sentence in capitals",
    why=(
        "Engines set a sentence in capitals now and then. Six words or more, two of them small words, so that it is a "
        "sentence and no list of acronyms; silent in licences and where a document sets its headings so. Which of "
        "its words keep their capitals only a reader can say: reported."
    ),
    safety=FLAG,
    stage=Stage.WORDS,
    trigger=(r"\b[A-Z]+[,:;]? [A-Z]+[,:;]? [A-Z]+[,:;]? [A-Z]+[,:;]? [A-Z]+[,:;]? [A-Z]",),
    find=in_prose(_shouted),
    fixes=(
        Example(
            "THE MINISTER OF HEALTH RESIGNED ON TUESDAY",
            flag="THE MINISTER OF HEALTH RESIGNED ON TUESDAY",
            suggest="The minister of health resigned on Tuesday",
        ),
        Example("PLEASE READ ALL OF THE TERMS", flag="PLEASE READ ALL OF THE TERMS"),
    ),
    keeps=(
        "NATO, WHO, IMF, EU, UN, ILO",
        "BREAKING NEWS",
        "SELECT A FROM B WHERE C",
        "THE SOFTWARE IS PROVIDED AS IS, WITHOUT WARRANTY OF ANY KIND",
        "THE FIRST OF THE THREE PARTS\n\nTHE SECOND OF THE THREE PARTS\n\nTHE THIRD OF THE THREE PARTS",
    ),
)

RULES = (CAP006, CAP010)
