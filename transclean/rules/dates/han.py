"""Dates in figures and Chinese characters: `2020年7月25日`, `7 月 25 日`, `2020年`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.dates.context import is_part_of_name, previous_word
from transclean.rules.dates.reader import Date
from transclean.rules.dates.writer import write_date
from transclean.rules.english import ordinal
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_LETTERS = "\u3040-\u30ff\u3400-\u9fff"
_CJK = _LETTERS + "\uff00-\uffef"
_DAY = r"(?P<{0}>[12]\d|3[01]|0?[1-9])\s?(?:日|号|號)"
_MONTH = r"(?P<{0}>1[0-2]|0?[1-9])\s?月"
_WEEKDAYS = {"一月": 0, "二火": 1, "三水": 2, "四木": 3, "五金": 4, "六土": 5, "日天": 6}
_WEEKDAY = (
    r"(?:\s?(?:(?:星期|周|週|礼拜)(?P<zh_weekday>[一二三四五六日天])|(?P<ja_weekday>[月火水木金土日])曜日?"
    r"|[（(](?P<short_weekday>[一二三四五六日月火水木金土])[）)]))?"
)
_DATE = re.compile(
    rf"(?<![\d.,「『《〈{_CJK}])(?<![{_CJK}] )(?:"
    rf"(?P<year>[12]\d{{3}})\s?年(?:\s?{_MONTH.format('month')}(?:\s?{_DAY.format('day')})?)?"
    rf"|{_MONTH.format('month_only')}(?:\s?{_DAY.format('day_in_month')})?"
    rf"|{_DAY.format('day_only')})"
    rf"(?:\s?[-–~至到]\s?{_DAY.format('last_day')})?{_WEEKDAY}"
    # Neither inside a text in Chinese nor the first part of a longer date.
    rf"(?! ?[{_LETTERS}]|\s?\d)"
)
_DATE_PREPOSITIONS = frozenset({"on", "since", "until", "till", "from", "by", "before", "after", "of"})


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _DATE.finditer(text):
        start, end = match.span()
        replacement = _english(match, text, document.style.date_order)
        if replacement is None or is_part_of_name(text, start, end):
            continue
        before = " " if text[start - 1 : start].isalpha() else ""
        after = " " if text[end : end + 1].isalnum() else ""
        yield Hit(start, end, before + replacement + after)


def _english(match: re.Match[str], text: str, order: str) -> str | None:
    """The date in English; None where a figure with 日 may be a number of days."""
    year, last = match["year"], match["last_day"]
    if match["day_only"]:
        if last or previous_word(text, match.start()).lower() not in _DATE_PREPOSITIONS:
            return None
        return f"the {ordinal(int(match['day_only']))}"
    month = match["month"] or match["month_only"]
    if month is None:
        return None if last else year
    first = match["day"] or match["day_in_month"]
    if last and not first:
        return None
    days = tuple(int(day) for day in (first, last) if day)
    joiners = ("-",) if last else ()
    return write_date(Date(int(month), days, joiners, int(year) if year else None, _weekday(match)), order)


def _weekday(match: re.Match[str]) -> int | None:
    """The weekday named behind the date; the short forms of Chinese and Japanese do not collide within one form."""
    name = match["zh_weekday"] or match["ja_weekday"] or match["short_weekday"]
    return next((number for names, number in _WEEKDAYS.items() if name in names), None) if name else None


DATE015 = Rule(
    code="DATE015",
    name="chinese-date",
    summary="Chinese or Japanese date",
    why=(
        "A date in figures with 年, 月, 日 left in an English line. Beside other Chinese or Japanese characters it "
        "belongs to a text in that language, and in their quotation marks to a title: these stay. A lone 25日 may be "
        "a number of days, so a preposition of time must stand before it."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=(r"\d ?(?:年|月|日|号|號)",),
    find=_find,
    sources=("zh", "ja"),
    fixes=(
        ("on 7月25日", "on July 25"),
        ("in 2020年7月", "in July 2020"),
        Example("signed on 2020年7月25日", "signed on 25 July 2020", style="un"),
        ("in 2020年", "in 2020"),
        ("The committee met on 7 月 25 日 in Beijing.", "The committee met on July 25 in Beijing."),
        ("The committee will meet on 25日 in Tokyo.", "The committee will meet on the 25th in Tokyo."),
        ("signed on 2020年7月25日星期六 by both", "signed on Saturday, July 25, 2020 by both"),
        Example("It was signed on 7月25日（土） by both", "It was signed on Saturday, July 25 by both", source="ja"),
        ("open from 7月25日-27日 only", "open from July 25-27 only"),
    ),
    keeps=("the film 7月22日", "「7月25日」", "25 days", "they took 3日 to come", "在2020年7月25日举行"),
)

RULES = (DATE015,)
