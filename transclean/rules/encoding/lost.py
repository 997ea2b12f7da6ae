"""ENC012, ENC013: a letter lost, and shown as U+FFFD or a question mark.

The loss cannot be undone by looking at it: the letter is put back only where the document writes the word elsewhere
in full, and one word only fits. What was lost is never a letter of ASCII, which every code page has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from transclean.document import Document
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_LETTER = r"[^\W\d_]"
_ACCENTED_WORD = re.compile(rf"(?:{_LETTER})*[^\x00-\x7f\W\d_](?:{_LETTER})*")


@lru_cache(maxsize=4)
def _accented_words(text: str) -> Mapping[str, frozenset[str]]:
    """The words of `text` that have a letter beyond ASCII, by their skeleton."""
    table: dict[str, set[str]] = {}
    for stretch in {stretch for stretch in text.split() if not stretch.isascii()}:
        for word in _ACCENTED_WORD.findall(stretch):
            table.setdefault(_skeleton(word), set()).add(word)
    return {skeleton: frozenset(words) for skeleton, words in table.items()}


def _skeleton(word: str) -> str:
    """`word` in small letters, with ? for every stretch that is not ASCII letters: the same whatever was lost there."""
    return re.sub("[^a-z]+", "?", word.lower())


def _whole_words(damaged: str, mark: str, document: Document, *, any_case: bool = True) -> set[str]:
    """The words of the document that `damaged`, with `mark` for each lost letter, can be, in its own case.

    Two or three U+FFFD in a row can be the bytes of one letter.
    """
    words = _accented_words(document.text).get(_skeleton(damaged), frozenset())
    if not words:
        return set()
    parts = re.split(f"({re.escape(mark)}+)", damaged)
    pattern = "".join(_lost_letters(part) if part.startswith(mark) else re.escape(part) for part in parts)
    exact = {word for word in words if re.fullmatch(pattern, word)}
    if exact or not any_case:
        return exact
    loose = {word for word in words if re.fullmatch(pattern, word, re.IGNORECASE)}
    left = damaged.replace(mark, "")
    return {word.upper() for word in loose} if len(left) > 1 and left.isupper() else loose


def _lost_letters(marks: str) -> str:
    letter = r"[^\x00-\x7f\W\d_]"
    return f"{letter}{{1,{len(marks)}}}" if marks[0] == "\ufffd" else f"{letter}{{{len(marks)}}}"


def _only(words: set[str]) -> str | None:
    return next(iter(words)) if len(words) == 1 else None


# An apostrophe is lost too, and grammar tells it: no word is left when these lose theirs. It was the curly one, which
# is not in every code page.
_CONTRACTION = re.compile(
    r"(?:(?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|should|would|must)n[?\ufffd]t"
    r"|(?:it|he|she|that|what|there|here|let|who|where|how|you|we|they|i)[?\ufffd](?:s|re|ve|ll|d|m))",
    re.IGNORECASE,
)


def _contraction(word: str) -> str | None:
    return re.sub("[?\ufffd]", "’", word) if _CONTRACTION.fullmatch(word) else None


_REPLACED = re.compile(rf"(?:{_LETTER}|\ufffd)+")


def _find_replaced(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _REPLACED.finditer(segment.text):
        word = match.group()
        if "\ufffd" not in word or not word.strip("\ufffd"):
            continue
        whole = _contraction(word) or _only(_whole_words(word, "\ufffd", document))
        yield Hit(match.start(), match.end(), whole, None if whole else FLAG, "" if whole else "text was lost here")


_QUESTIONED = re.compile(rf"(?<![\w/.=&?])(?:{_LETTER}|\?)*(?<!\?)\?(?!\?)(?:{_LETTER}|\?)*(?![\w=&/])")
_INSIDE = re.compile(rf"{_LETTER}\?[^\W\d_A-Z]")
_VOWEL = re.compile("[aeiouyAEIOUY]|[^\x00-\x7f]")


def _find_questioned(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _QUESTIONED.finditer(segment.text):
        start, end = match.span()
        word = match.group()
        if not word.strip("?"):
            continue
        if word.endswith("?") and word.count("?") == 1 and segment.text[start - 1 : start] == "-":
            continue  # Viens-tu?
        # A ? at the end may be just that: only a word in the very same case is proof there.
        whole = _contraction(word) or _only(_whole_words(word, "?", document, any_case=not word.endswith("?")))
        if whole is None and word.endswith("?") and "?" in word[:-1]:
            end -= 1
            whole = _only(_whole_words(word[:-1], "?", document))
        if whole is not None:
            yield Hit(start, end, whole)
        elif _INSIDE.search(word) and not all(_VOWEL.search(part) for part in word.strip("?").split("?")):
            yield Hit(start, match.end(), None, FLAG, "a letter seems to be lost here")


ENC012 = Rule(
    code="ENC012",
    name="replacement-character",
    summary="Letter lost to U+FFFD",
    why="""U+FFFD stands for bytes that a decoder could not read. The word is restored when the document has exactly one
    that fits, with letters beyond ASCII in the lost places; otherwise it is reported. The character is never deleted:
    that would hide the loss.""",
    safety=UNSAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("\ufffd",),
    find=_find_replaced,
    fixes=(
        Example(
            "Volker T\ufffdrk said on Friday.",
            "Volker Türk said on Friday.",
            context="Volker Türk is the High Commissioner.",
        ),
        Example("in T\ufffd\ufffdrkiye", "in Türkiye", context="Türkiye was there"),
        Example("MR. T\ufffdRK", "MR. TÜRK", context="Mr. Türk"),
        Example("It\ufffds late, they don\ufffdt", "It’s late, they don’t"),
        Example("the caf\ufffd was shut", flag="caf\ufffd"),
        Example("the T\ufffdrk case", flag="T\ufffdrk", context="Türk and Tørk"),
    ),
    keeps=("The \ufffd sign marks a lost character.", "\ufffd\ufffd\ufffd"),
)

ENC013 = Rule(
    code="ENC013",
    name="question-mark-for-letter",
    summary="Letter lost to a question mark",
    why="""A code page that lacks a letter writes ? in its place. The word is restored when the document has exactly one
    that fits. Otherwise a ? between letters is reported if one of the pieces has no vowel, and so is no word: missing
    spaces after a question (Really?yes) and addresses are left.""",
    safety=UNSAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=(
        "\\?[A-Za-z\u00df-\u024f]",
        "[A-Za-z]\\?[,;.)]",
    ),
    find=_find_questioned,
    fixes=(
        Example("Volker T?rk said", "Volker Türk said", context="Volker Türk"),
        Example("Jana Studni?kov? left", "Jana Studničková left", context="the spokeswoman, Jana Studničková"),
        Example("Is that Mr. T?rk?", "Is that Mr. Türk?", context="Volker Türk"),
        Example("I don?t know", "I don’t know"),
        Example("Volker T?rk said", flag="T?rk"),
    ),
    keeps=(
        "Really?yes",
        "index.php?id=3",
        "What?No.",
        "who?what?where?",
        Example("What did he say?", context="Saÿ said nothing"),
        "Why not? Because.",
    ),
)

RULES = (ENC012, ENC013)
