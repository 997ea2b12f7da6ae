"""ENC027, ENC028: full-width letters and Chinese or Japanese punctuation in alphabetic text.

A full-width mark brings its own space; its narrow counterpart needs one where a word follows or, for an opening
bracket, precedes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.encoding.neighbours import is_latin_place, line_around
from transclean.rules.rule import FLAG, SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_TARGETS = ("en", "fr", "es", "de", "ru")

# A word stays as it is or changes as a whole.
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+|[\uff01-\uff5e\uffe0\uffe1\uffe5]")
_SHIFT = 0xFEE0  # from U+FF01 to U+0021, and so on for the block
_SIGNS = {"￠": "¢", "￡": "£", "￥": "¥"}

_SPACED_AFTER = ",;:!?)]."
_OPENING = "(["
_OPENS = "“‘«(（[【〔〖"  # what a space may part from the mark before it, beside words


def _narrow(text: str, place: int) -> str:
    """The narrow form of the full-width character at `place`, with the spaces that it needs there."""
    wide = text[place]
    mark = _SIGNS.get(wide) or chr(ord(wide) - _SHIFT)
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark == "." and not (before.islower() and after.isupper()):
        return mark  # U．S．, v．2: no end of a sentence
    return _spaced(mark, before, after, text[place + 1 : place + 5])


def _spaced(mark: str, before: str, after: str, following: str = "") -> str:
    """`mark` with a space towards a word: after a closing mark, before an opening one; none inside a number."""
    if mark in _OPENING:
        return f" {mark}" if before.isalnum() else mark
    in_number = before.isdigit() and after.isdigit()
    if in_number and (mark in ":." or (mark == "," and re.match(r"\d{3}(?!\d)", following))):
        return mark
    opens = bool(after) and (after.isalnum() or after in _OPENS)
    opens |= mark == ":" and after == '"' and following[1:2].isalnum()  # she answered: "Ask your cat."
    return f"{mark} " if opens and mark in _SPACED_AFTER else mark


def _find_full_width(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _FULL_WIDTH.finditer(text):
        start, end = match.span()
        if is_latin_place(text, start, end):
            yield from (Hit(place, place + 1, _narrow(text, place)) for place in range(start, end))


_CJK_MARK = re.compile("[、。・【】〔〕〖〗｡､･]")
_STOPS, _COMMAS, _DOTS = "。｡", "、､", "・･"
_BRACKETS = {"【": "[", "〔": "[", "〖": "[", "】": "]", "〕": "]", "〗": "]"}
_LIST_NUMBER = re.compile(r"[ \t]*\d{1,2}")


def _find_cjk(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _CJK_MARK.finditer(text):
        start, end = match.span()
        if is_latin_place(text, start, end):
            yield from _latin_counterpart(text, start, end)


def _latin_counterpart(text: str, start: int, end: int) -> Iterator[Hit]:
    mark, before, after = text[start], text[start - 1 : start], text[end : end + 1]
    if mark in _BRACKETS:
        yield Hit(start, end, _spaced(_BRACKETS[mark], before, after))
    elif mark in _DOTS:
        joint = _joint(before, after)
        if joint:
            yield Hit(start, end, joint)
    elif mark in _COMMAS:
        if after.isalpha() and _LIST_NUMBER.fullmatch(text, line_around(text, start)[0], start):
            yield Hit(start, end, ". ")  # 1、Introduction
        elif before == ",":
            yield Hit(start, end, "")
        else:
            yield Hit(start, end, ", " if after.isalnum() or (after and after in _OPENS) else ",")
    elif before.islower() and after.islower():
        yield Hit(start, end, None, FLAG, "text seems to be lost here")  # re。ement
    elif before and before in ".!?":
        yield Hit(start, end, "")
    else:
        yield Hit(start, end, _spaced(".", before, after))


def _joint(before: str, after: str) -> str:
    """What a middle dot between two words becomes: a hyphen after a figure, a space between names."""
    if before.isdigit() and after.isalpha():
        return "-"
    return " " if before.isalpha() and after.isupper() else ""


ENC027 = Rule(
    code="ENC027",
    name="full-width-ascii",
    summary="Full-width letter, figure or mark in alphabetic text",
    why="""Chinese and Japanese input writes ！，：（Ａ１ as wide as a character of their own. Among Latin or Cyrillic
    letters they become the ordinary ones, with the space that the wide form brought along; beside Chinese or Japanese
    letters, and in lines that are mostly such, they are right and stay.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("zh", "ja"),
    targets=_TARGETS,
    trigger=("[\uff01-\uff5e\uffe0\uffe1\uffe5]",),
    find=_find_full_width,
    in_foreign_quotes=True,
    fixes=(
        ("Some kind of gift!？", "Some kind of gift!?"),
        ("(As of 7/25)）", "(As of 7/25))"),
        ("Source：Wen Wei Po", "Source: Wen Wei Po"),
        ("time，because they became greedy", "time, because they became greedy"),
        ("ＣＯＶＩＤ－１９", "COVID-19"),
        ("the index（Nikkei）fell 3．5％ to 28，400 at 15：00", "the index (Nikkei) fell 3.5% to 28,400 at 15:00"),
        ("On May 5，2020，he said：“Stop！”", "On May 5, 2020, he said: “Stop!”"),
        ("some 3.5亿 yuan（￥100）were paid", "some 3.5亿 yuan (¥100) were paid"),
        Example("Источник：ТАСС", "Источник: ТАСС", target="ru"),
    ),
    keeps=(
        "他说：“好。”",
        "「東京」",
        "（注）日本語の文",
        "ＮＨＫの番組",
        "The word 你好！means hello",
        Example("Das heißt 「注：東京」 auf Japanisch", target="de"),
    ),
)

ENC028 = Rule(
    code="ENC028",
    name="cjk-punctuation",
    summary="Chinese or Japanese punctuation in alphabetic text",
    why="""。 is a full stop, 、 a comma in a list (after the number of an item, a stop), 【】 and 〔〕 are brackets,
    ・ ties a figure to a word or parts foreign names. A 。 in the middle of a word is where an engine lost text:
    reported.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("zh", "ja"),
    targets=_TARGETS,
    trigger=("[、。・【】〔〕〖〗｡､･]",),
    find=_find_cjk,
    in_foreign_quotes=True,
    fixes=(
        ("The game ended。", "The game ended."),
        ("apples、pears and plums", "apples, pears and plums"),
        ("【Photo】Avatar", "[Photo] Avatar"),
        ("5・year-old son", "5-year-old son"),
        ("Jean・Reno came。He left。", "Jean Reno came. He left."),
        ("He said “Go”。Then，【News】came", "He said “Go”. Then，[News] came"),
        ("1、Introduction\n2、Method", "1. Introduction\n2. Method"),
        Example("the re。ement of the law", flag="。"),
    ),
    keeps=(
        "彼は言った。",
        "日・勝野",
        "[Photo] Avatar",
        "the title 「東京、大阪」 stands",
        "the party (自民党・公明党) won",
    ),
)

RULES = (ENC027, ENC028)
