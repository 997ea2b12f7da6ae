"""Marks of sub-word units: `▁The▁minister`, `Trans@@ lation`, `@-@`, `##lation`, `Ġthe`, `￭`, `<0xE2>`.

Engines cut words into pieces and mark where a piece joins its neighbour or where a word begins. The marks are taken
out and the pieces joined; the spaces of tokenised punctuation are other rules' business (MT010 to MT013).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.language.words import scores
from transclean.rules.machine._raw import outside_code
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_WORD_MARK = "\u2581"  # ▁ LOWER ONE EIGHTH BLOCK: SentencePiece writes it for a space
_BYTE_SPACE = "\u0120"  # Ġ: byte-level BPE writes it for a space,
_BYTE_NEWLINE = "\u010a"  # Ċ: … and this for a line feed
_JOINER = "\uffed"  # ￭ HALFWIDTH BLACK SQUARE: OpenNMT writes it on the side that joins


def _as_space(segment: Segment, mark: str, start: int, end: int) -> str:
    """What stands for a mark that means "a space before": nothing beside a space, or where the line begins or ends."""
    before = segment.raw[start - 1 : start]
    after = segment.raw[end : end + 1]
    opens = before != "" and before in "“‘(["
    return "" if opens or not before.strip(mark) or before.isspace() or not after.strip() else " "


def _split_into_pieces(text: str, mark: str) -> bool:
    """Whether `text` shows pieces with spaces between: most begin a word, the others continue it in small letters."""
    pieces = text.split()
    marked = sum(piece.startswith(mark) for piece in pieces)
    return len(pieces) > marked >= 3 and 2 * marked > len(pieces) and pieces[0].startswith(mark)


def _join_pieces(segment: Segment, mark: str) -> Iterator[Hit]:
    """One space before each marked piece, none before the others."""
    for match in re.finditer(rf"[ ]+(?!{mark})(?=[^\W_])", segment.text):
        yield Hit(match.start(), match.end(), "", UNSAFE)


_MARKS = re.compile(_WORD_MARK + "{1,2}")
_BLOCK_ELEMENT = re.compile("[\u2580-\u259f]")


def _find_word_marks(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    joined = _split_into_pieces(text, _WORD_MARK)
    for match in _MARKS.finditer(text):
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if _BLOCK_ELEMENT.search(around) or _in_bar_chart(text, match.start()):
            continue
        start, end = match.span()
        if joined and text[start - 1 : start] == " ":
            continue  # its pieces are joined first
        alone = (start == 0 or text[start - 1].isspace()) and text[end : end + 1] == " "
        yield Hit(start, end + alone, _as_space(segment, _WORD_MARK, start, end))
    if joined:
        yield from _join_pieces(segment, _WORD_MARK)


def _in_bar_chart(text: str, place: int) -> bool:
    """Whether the blank-separated token at `place` has other block elements: ▁▃▅ draws bars."""
    token = re.compile(r"\S*").match(text, place)
    return bool(token and re.search("[\u2580\u2582-\u259f]", token.group()))


MT003 = Rule(
    code="MT003",
    name="word-mark",
    summary="SentencePiece mark left in place of a space",
    why="SentencePiece writes U+2581 for a space inside its pieces, and some engines print it. Bar charts use the"
    " same character: it stays beside other block elements, and in runs of three or more, which are rules or "
    "blanks.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(_WORD_MARK,),
    find=_find_word_marks,
    targets=("*",),
    fixes=(
        ("▁The▁minister▁said", "The minister said"),
        ("He▁ said no.", "He said no."),
        ("▁Hello", "Hello"),
        ("Hello ▁ there", "Hello there"),
        ("▁He▁said:▁“▁Yes.”", "He said: “Yes.”"),
        ("▁The ▁minister ▁said ▁so.", "The minister said so."),
        ("▁The ▁min ister ▁did ▁not ▁say.", "The minister did not say."),
        ("First line.\n▁Second▁line.▁", "First line.\nSecond line."),
        Example("▁Le▁ministre▁a▁démissionné.", "Le ministre a démissionné.", target="fr"),
    ),
    keeps=(
        "▁▂▃▄▅▆▇█",
        "load: ▁▃▅",
        "CPU ▁▁▂▇ idle",
        "snake_case",
        "Name: ▁▁▁▁▁▁▁▁",
        "the piece `▁the`",
    ),
)


_BPE = re.compile(
    r"(?:(?<=[^\W_])|(?<=\w[-–'’])|(?<=[ ][-–]))@@(?:[ ]+(?=[^\W_]|['’–-](?:@@ )?[^\W_]|[.,;:!?)\]])"
    r"|(?=[.,;:!?)\]»”\"]|\s|\Z))"
)


def _find_bpe(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in _BPE.finditer(segment.text):
        yield Hit(match.start(), match.end(), "")


MT004 = Rule(
    code="MT004",
    name="bpe-joiner",
    summary="sub-words left unjoined",
    why="Byte-pair encoding (subword-nmt, fairseq) ends each piece that goes on with @@. Diff hunks and SQL "
    "variables begin with @@, and so have no letter before it.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(r"@@",),
    find=_find_bpe,
    targets=("*",),
    fixes=(
        ("the Trans@@ lation of Pe@@ sh@@ mer@@ ga", "the Translation of Peshmerga"),
        ("un@@ known", "unknown"),
        ("the pre@@ -@@ war years", "the pre-war years"),
        ("Mac@@ ron.", "Macron."),
        ("He did@@ n't say Mac@@", "He didn't say Mac"),
        ("20@@ 24 and Zürich@@ er Straße", "2024 and Züricher Straße"),
        Example("Мини@@ стр ушел в от@@ став@@ ку.", "Министр ушел в отставку.", target="ru"),
    ),
    keeps=("@@ -1,4 +1,4 @@", "user@@example", "SELECT @@version", "@@ -10,2 +10,3 @@ def main():"),
)


_MOSES = re.compile(r"(?<=[\w)\]%\"”’])[ ]?@([-–—,./:+*&])@[ ]?(?=[\w(\[\"“$€])")


def _find_moses(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in _MOSES.finditer(segment.text):
        yield Hit(match.start(), match.end(), match[1])


MT005 = Rule(
    code="MT005",
    name="moses-joiner",
    summary="tokeniser's joiner left in place of a mark",
    why="The Moses tokeniser's aggressive mode writes @-@ for a hyphen it has split, and @,@ @.@ @/@ @:@ for the "
    "others.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(r"@[-–—,./:+*&]@",),
    find=_find_moses,
    targets=("*",),
    fixes=(
        ("between 00 @-@ 24 hours", "between 00-24 hours"),
        ("1 @,@ 000 people", "1,000 people"),
        ("3 @.@ 5 percent", "3.5 percent"),
        ("state @-@ owned", "state-owned"),
        ("a 12 @-@ year @-@ old and @/@ or 10 @:@ 30", "a 12-year-old and/or 10:30"),
    ),
    keeps=("@-mention", "me @ home", "a@b.c", "reach me @ 5 - or @ 6", "| ::: @:@:: :@@@ ::"),
)


_WORDPIECE = re.compile(r"(?<=[^\W_])[ ]##(?=[^\W\d_])(?=[a-zß-ÿа-я\u0600-\u06ff])|(?<=[^\W_])[ ]##(?=['’]?[a-z])")
_JOINERS = re.compile(rf"[ ]*{_JOINER}[ ]*(?:{_JOINER}[ ]*)?")
_BYTE_MARKED = re.compile(rf"{_BYTE_SPACE}([^\W_{_BYTE_SPACE}{_BYTE_NEWLINE}]+)")
_MALTESE_LETTER = re.compile("[\u0121\u010b\u0126\u0127\u017b\u017c]")
_BYTE_BREAK = re.compile(rf"(?<=[.!?:,;…\"”)]){_BYTE_NEWLINE}+(?={_BYTE_SPACE}|\w|\Z)|{_BYTE_NEWLINE}{{2,}}")


def _find_other_marks(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _WORDPIECE.finditer(text):
        yield Hit(match.start(), match.end(), "")
    for match in _JOINERS.finditer(text):
        yield Hit(match.start(), match.end(), "")
    for match in _BYTE_BREAK.finditer(text):
        yield Hit(match.start(), match.end(), "\n" * len(match.group()))
    if _is_byte_level(text):
        for match in re.finditer(_BYTE_SPACE, text):
            yield Hit(*match.span(), _as_space(segment, _BYTE_SPACE, *match.span()))


def _is_byte_level(text: str) -> bool:
    """Whether Ġ marks spaces here. It is a letter of Maltese too: the marked words must not be Maltese ones."""
    marked = _BYTE_MARKED.findall(text)
    if not marked or any(_MALTESE_LETTER.search(word) for word in marked):
        return False
    if re.search(rf"[^\W\d_]{_BYTE_SPACE}", text):  # inside a word Maltese writes it small
        return True
    if any(word[0].isupper() and word[1:].islower() for word in marked):  # ĠThe: no word has two capitals
        return True
    english = scores(" ".join(marked)).get("en", 0)
    return english > 0 or (len(marked) >= 3 and 2 * len(marked) > len(text.split()))


MT006 = Rule(
    code="MT006",
    name="sub-word-mark",
    summary="mark of a sub-word unit left in the text",
    why="WordPiece begins a piece that goes on with ##; byte-level BPE (GPT-2, RoBERTa) writes Ġ for a space and "
    "Ċ for a line feed; OpenNMT writes ￭ on the side that joins. Headings have ## at the start of the line; Ġ"
    " and Ċ are letters of Maltese, so the marked words must be English ones or most of the words.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(r"\w ##['’]?\w", r"[^\x00-\x7f\n] ##[^ #\n]", _BYTE_SPACE, _BYTE_NEWLINE, _JOINER),
    find=in_prose(_find_other_marks),
    targets=("*",),
    fixes=(
        ("trans ##lation", "translation"),
        ("the un ##believ ##able story", "the unbelievable story"),
        ("ĠThe Ġminister", "The minister"),
        ("HelloĠworld", "Hello world"),
        ("TheĠministerĠofĠhealthĠresigned.", "The minister of health resigned."),
        ("Hello ￭, world", "Hello, world"),
        ("it ￭'￭ s (￭ so ￭ )￭.", "it's (so)."),
        ("One.ĊTwo.", "One.\nTwo."),
    ),
    keeps=(
        "## Heading",
        "### 3 Results",
        "Ġgantija temple, Malta",
        "Ġorġ and Ġużeppi live in Ħaż-Żebbuġ.",
        "Ċensu Tabone was president.",
        "C## is not C#",
        "see issue ## 12",
    ),
)


@lru_cache(maxsize=1)
def _byte_runs() -> re.Pattern[str]:
    return re.compile(r"(?:<0[xX][0-9A-Fa-f]{2}>)+")


def _find_bytes(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in outside_code(_byte_runs(), segment):
        values = bytes(int(pair, 16) for pair in re.findall(r"0[xX](..)", match.group()))
        try:
            text = values.decode("utf-8")
        except UnicodeDecodeError:
            text = "\0"
        if all(c.isprintable() or c in "\n\t" for c in text):
            yield Hit(match.start(), match.end(), text)
        else:
            yield Hit(match.start(), match.end(), None, FLAG, "bytes that make no character: text is lost")


MT007 = Rule(
    code="MT007",
    name="byte-token",
    summary="character printed as the bytes of its UTF-8 form",
    why="Engines with byte fallback write a character outside their vocabulary as bytes, <0xC3><0xA9>, and some "
    "print these. A run that is not UTF-8 is lost text, and only reported.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(r"<0[xX][0-9A-Fa-f][0-9A-Fa-f]>",),
    find=_find_bytes,
    targets=("*",),
    masked=False,
    fixes=(
        ("It<0xE2><0x80><0x99>s", "It’s"),
        ("caf<0xC3><0xA9>", "café"),
        ("one<0x0A>two", "one\ntwo"),
        ("<0xF0><0x9F><0x98><0x80>", "😀"),
        Example("a <0xE2><0x80> b", flag="<0xE2><0x80>"),
    ),
    keeps=("0xE2 is a byte", "`<0x0A>`", "at address <0xDEADBEEF>", "a < 0x0A and b > 2"),
)

RULES = (MT003, MT004, MT005, MT006, MT007)
