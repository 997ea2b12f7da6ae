"""Dates that only the writer can put right: impossible ones, years of an era, days whose month is missing."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.dates.context import is_function_word, is_part_of_name, next_word, sentence_around
from transclean.rules.dates.names import ENGLISH
from transclean.rules.dates.reader import read_dates
from transclean.rules.dates.triggers import GAP
from transclean.rules.english import MONTH_PATTERN
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# The year before the first of each era.
_ERAS = {"Reiwa": 2018, "Heisei": 1988, "Showa": 1925, "Shōwa": 1925, "Taisho": 1911, "Taishō": 1911, "Meiji": 1867}
_REPUBLIC = 1911  # of China: year 1 is 1912
_ERA_YEAR = re.compile(rf"\b(?P<era>{'|'.join(_ERAS)})\s+(?P<year>\d{{1,2}})\b(?!\s*(?:\(|,?\s*\d{{4}}))")
_REPUBLIC_YEAR = re.compile(r"\b(?P<year>\d{1,3})(?:st|nd|rd|th)\s+year\s+of\s+the\s+Republic\b(?!\s*\(\d{4})")
_HIJRI_YEAR = re.compile(r"\b1[0-4]\d\d\s+(?:AH|A\.H\.)(?!\w)(?!\s*\()")
_GLOSSED = re.compile(r"\d{4}\s?\(\s?$")  # 1895 (Meiji 28)
_SAMPLE_LEAP_YEAR = 2000


def _find_impossible(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for reading in read_dates(text):
        if reading.language != ENGLISH or not reading.date.days or not reading.month_text[0].isupper():
            continue
        length = monthrange(reading.date.year or _SAMPLE_LEAP_YEAR, reading.date.month)[1]
        if max(reading.date.days) > length and not is_part_of_name(text, reading.start, reading.end):
            yield Hit(reading.start, reading.end, None, message="There is no such day")
    for match in _ERA_YEAR.finditer(text):
        if _GLOSSED.search(text, max(0, match.start() - 8), match.start()):
            continue
        yield _era_hit(match, _ERAS[match["era"]] + int(match["year"]))
    if document.source_is("zh", "ja"):
        for match in _REPUBLIC_YEAR.finditer(text):
            yield _era_hit(match, _REPUBLIC + int(match["year"]))
    if document.source_is("ar"):
        for match in _HIJRI_YEAR.finditer(text):
            yield Hit(match.start(), match.end(), None, message="Year of the Hijra: readers expect the common era")


def _era_hit(match: re.Match[str], year: int) -> Hit:
    return Hit(match.start(), match.end(), str(year), message="Year of an era: readers expect the common era")


_BARE_DAY = re.compile(
    r"\b(?:on|from|until|till|since)\s+the\s+(?:[12]?\d|3[01])(?:st|nd|rd|th)\b(?![-–/])", re.IGNORECASE
)
_MONTH = re.compile(rf"\b(?:{MONTH_PATTERN})\b")
_OPENING_SENTENCES = 2


def _find_bare_day(segment: Segment, document: Document) -> Iterator[Hit]:
    if not document.source_is("zh", "ja"):
        return
    text = segment.text
    for match in _BARE_DAY.finditer(text):
        following = next_word(text, match.end())
        named = following == "of" or (following.islower() and not is_function_word(following))
        first, last = sentence_around(text, match.start(), match.end())
        if named or _MONTH.search(text, first, last):
            continue
        before = document.text[: segment.start + first]
        if len(re.findall(r"[.!?]\s|\n", before.strip())) < _OPENING_SENTENCES:
            yield Hit(match.start(), match.end(), None)


DATE016 = Rule(
    code="DATE016",
    name="impossible-date",
    summary="Impossible date, or year of an era",
    why=(
        "The 30th of February or June 31 is an error of the source or of the translation. Reiwa 5, the 113th year of "
        "the Republic and 1445 AH are right but tell readers nothing, unless the common year stands beside them."
    ),
    safety=FLAG,
    stage=Stage.DATES,
    trigger=(
        rf"\b(?:30|31)(?:st|th)?{GAP}(?:of{GAP})?February\b",
        rf"\bFebruary{GAP}(?:30|31|29(?:th)?,?{GAP}\d\d\d\d)",
        rf"\b29(?:th)?{GAP}(?:of{GAP})?February{GAP}\d\d\d\d",
        rf"\b31(?:st)?{GAP}(?:of{GAP})?(?:April|June|September|November)\b",
        rf"\b(?:April|June|September|November){GAP}31\b",
        rf"\b(?:{'|'.join(_ERAS)}) \d",
        rf"\d(?:st|nd|rd|th){GAP}year{GAP}of{GAP}the{GAP}Republic",
        r"\b1[0-4]\d\d (?:AH|A[.]H)\b",
    ),
    find=_find_impossible,
    sources=("ja", "zh", "ar"),
    fixes=(
        Example("On the 30th of February, the Office", flag="30th of February"),
        Example("on June 31", flag="June 31"),
        Example("in Reiwa 5", flag="Reiwa 5", suggest="2023", source="ja"),
        Example("in the 113th year of the Republic", flag="113th year of the Republic", suggest="2024", source="zh"),
        Example("born on February 29, 2023", flag="February 29, 2023"),
    ),
    keeps=(
        "February 29, 2024",
        "the 31st of May",
        "the Reiwa era",
        "1445 people",
        "Reiwa 5 (2023)",
        "in July 1895 (Meiji 28)",
    ),
)

DATE028 = Rule(
    code="DATE028",
    name="day-without-month",
    summary="Day of the month without the month",
    why=(
        "Chinese and Japanese news names the month in the dateline only: one day in three comes out as on the 25th. "
        "Reported in the first sentences of a text from these languages, where English has not named the month yet."
    ),
    safety=FLAG,
    stage=Stage.DATES,
    trigger=(r"\b(?:[Oo]n|[Ff]rom|[Uu]ntil|[Tt]ill|[Ss]ince) the \d\d?(?:st|nd|rd|th)\b",),
    find=_find_bare_day,
    sources=("zh", "ja"),
    fixes=(
        Example("The Palace announced on the 25th that", flag="on the 25th"),
        Example("According to reports on the 30th, a boat", flag="on the 30th"),
        Example("the rain until the 26th is 80 mm", flag="until the 26th"),
    ),
    keeps=(
        "on the 25th anniversary",
        "on the 5th floor",
        "July 24 and on the 25th",
        "the 18th of May",
        "finished on the 18th hole",
    ),
)

RULES = (DATE016, DATE028)
