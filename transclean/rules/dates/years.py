"""Years, with words of the source or of no use around them: `in 2011 year`, `2014 г.`, `in March of 2007`; eras."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.dates.context import ends_sentence, is_function_word, next_word
from transclean.rules.dates.names import any_of, listed
from transclean.rules.dates.triggers import GAP
from transclean.rules.english import MONTH_PATTERN
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.style import Style
from transclean.text.segment import Segment

_WORDY = re.compile(
    rf"\b(?:{MONTH_PATTERN})(?P<of>\s+of)(?=\s+[12]\d{{3}}\b(?![,.:]\d|\s?[-–]))"
    rf"|(?<=\bfor )(?P<month>the\s+month\s+of\s+)(?=(?:{MONTH_PATTERN})\b(?!\s+[A-Z]))"
    rf"|(?<=\b[Ii]n )(?P<in_month>the\s+month\s+of\s+)(?=(?:{MONTH_PATTERN})\b(?!\s+[A-Z]))"
    rf"|(?<=\b[Dd]uring )(?P<during>the\s+month\s+of\s+)(?=(?:{MONTH_PATTERN})\b(?!\s+[A-Z]))"
    r"|(?<=\b[Ii]n )(?P<year>the\s+year\s+)(?=[12]\d{3}\b(?![,.:]\d))"
)


def _find_wordy(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _WORDY.finditer(text):
        group = match.lastgroup or ""
        following = next_word(text, match.end() + 4) if group == "year" else ""
        if following.islower() and not is_function_word(following):
            continue  # in the year 2000 problem
        yield Hit(match.start(group), match.end(group), "")


_YEARS = r"[12]\d{3}(?:\s?[-–]\s?[12]\d{3})?"
_PREPOSITION = r"(?<!\w)(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Oo]f|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]o)\s+"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@lru_cache(maxsize=1)
def _marked_year() -> re.Pattern[str]:
    marks = [mark for mark in listed("year_marks") if not mark.isascii()]
    return re.compile(
        rf"(?P<led>{_PREPOSITION})(?P<the>the\s+)?(?P<years>{_YEARS})(?P<word>\s+years?\b(?![-–])|\s+(?:y|r)\.(?!\w))"
        r"|(?P<counted>" + _PREPOSITION + r"the\s+)(?P<nth>[12]\d{3})(?:st|nd|rd|th)\s+year\b(?!\s+of\b|-)"
        rf"|(?<![\w.,])(?P<year>{_YEARS})\s*(?P<mark>{any_of(marks)})(?!\w)"
    )


def _find_mark(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _marked_year().finditer(text):
        stop = "." if match.group().endswith(".") and ends_sentence(text, match.end()) else ""
        if match["year"]:
            beside = text[max(0, match.start() - 6) : match.start()] + next_word(text, match.end())
            if not _CYRILLIC.search(beside):
                yield Hit(match.start(), match.end(), match["year"] + stop)
        elif match["nth"]:
            yield Hit(
                match.start("nth") - (len(match["counted"]) - len(match["counted"].split()[0]) - 1),
                match.end(),
                match["nth"],
            )
        elif match["word"].strip().startswith("year"):
            following = next_word(text, match.end())
            # A noun makes it an adjective (the 2011 year budget); in 2011 year on year is a comparison.
            compared = re.match(r"\s+(?:on|over|to|by|after)\s+(?:year|date)\b", text[match.end() : match.end() + 20])
            if match["word"].endswith("s") or compared or (following.islower() and not is_function_word(following)):
                continue
            yield Hit(match.start("the") if match["the"] else match.start("years"), match.end(), match["years"])
        elif document.source_may_be("pl", "ru", "uk"):
            yield Hit(match.start("years"), match.end(), match["years"] + stop)


# Eras.


@lru_cache(maxsize=1)
def _era_pattern() -> re.Pattern[str]:
    def eras(key: str) -> str:
        # With or without a space behind the stops: a.C., a. C.
        return any_of(listed(key)).replace(r"\s+", r"\s?")

    number = r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\s?[-–]\s?\d{1,4})?)"
    return re.compile(
        rf"(?:{number}|(?P<century>\bcentur(?:y|ies)))\s*(?:(?P<bc>{eras('bc')})|(?P<ad>{eras('ad')}))(?!\w)"
        rf"|(?<!\w)(?:{eras('bc_before')})\s*(?P<number_after>\d{{1,4}}(?:\s?[-–]\s?\d{{1,4}})?)(?![\w,.]\d|\w)"
    )


_ERAS = {"dotted": ("B.C.", "A.D."), "plain": ("BC", "AD"), "bce": ("BCE", "CE")}


def _find_era(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _era_pattern().finditer(text):
        written = _with_era(match, document.style)
        end = match.end()
        if match.group().endswith(".") and not written.endswith(".") and ends_sentence(text, end):
            written += "."
        elif written.endswith(".") and text[end : end + 1] == "." and not match.group().endswith("."):
            written = written[:-1]
        yield Hit(match.start(), end, written)


def _with_era(match: re.Match[str], style: Style) -> str:
    before, after = _ERAS[style.eras]
    what = match["number"] or match["century"] or match["number_after"]
    if not match["ad"]:
        return f"{what} {before}"
    # A.D. stands before a year (AP), after a century; CE after both.
    return f"{after} {what}" if match["number"] and style.eras != "bce" else f"{what} {after}"


DATE011 = Rule(
    code="DATE011",
    name="wordy-month-or-year",
    summary="of, the month of, the year: more words than the date needs",
    why=(
        "March of 2007, for the month of December, in the year 1683 follow the source (marzo de 2007, no mês de "
        "dezembro, l'an 1683). Good English in some sentences: a suggestion."
    ),
    safety=UNSAFE,
    stage=Stage.DATES,
    trigger=(
        rf"\b(?:{MONTH_PATTERN}){GAP}of{GAP}[12]\d\d\d",
        rf"the{GAP}month{GAP}of{GAP}(?:{MONTH_PATTERN})\b",
        rf"\b[Ii]n{GAP}the{GAP}year{GAP}[12]\d\d\d\b",
    ),
    find=_find_wordy,
    of_today=True,
    sources=("es", "pt", "fr", "zh"),
    fixes=(
        ("in March of 2007", "in March 2007"),
        ("for the month of December", "for December"),
        ("During the month of August it rained.", "During August it rained."),
        ("In the year 1683", "In 1683"),
    ),
    keeps=(
        "May of course",
        "the month of May Day parades",
        "in the year 2000 problem",
        "the year 1683 was cold",
        "fiscal year 2005",
    ),
)

DATE012 = Rule(
    code="DATE012",
    name="year-mark",
    summary="Word for year after the year",
    why=(
        "Russian and Ukrainian say the word after the number (в 2011 году, 2014 г.); English does not. A noun that "
        "follows makes 2011 year an adjective (the 2011 year-end report), which stays."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=lambda: (
        r"\b[12]\d\d\d year\b",
        r"\b[12]\d\d\d(?:st|nd|rd|th) year\b",
        r"\b[12]\d\d\d [yr][.]",
        rf"[12]\d\d\d{GAP}(?:{'|'.join(re.escape(m) for m in listed('year_marks') if not m.isascii())})",
    ),
    find=_find_mark,
    sources=("ru", "uk", "pl", "tr"),
    fixes=(
        ("in 2011 year", "in 2011"),
        ("since 2014 г.", "since 2014"),
        ("in 1941-1945 гг.", "in 1941-1945"),
        ("in the 2011th year", "in 2011"),
        ("It was built in 2011 г. The next came later.", "It was built in 2011. The next came later."),
        ("In 2011 year he left the city.", "In 2011 he left the city."),
    ),
    keeps=(
        "the 2011 year-end report",
        "in the 2011 fiscal year",
        "in 2011 years of",
        "weighs 2011 g",
        "Prices rose in 2011 year on year.",
        "in the 2000th year of the city",
        "in the 2011 year group",
    ),
)

DATE025 = Rule(
    code="DATE025",
    name="foreign-era",
    summary="B.C. or A.D. in the source language",
    why=(
        "av. J.-C., v. Chr., a. C., до н. э., p.n.e., MÖ after (Turkish: before) a year or century. A closed list, and "
        "only beside a number, so that initials and abbreviations (V. Chr. Andersen, 52 av. Foch) are safe."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=lambda: (
        *(
            rf"(?:\d|centur(?:y|ies)){GAP}{re.escape(era)}".replace("\\ ", " ?")
            for era in (*listed("bc"), *listed("ad"))
        ),
        *(rf"{re.escape(era)} ?\d" for era in listed("bc_before")),
    ),
    find=_find_era,
    sources=("fr", "de", "es", "it", "pt", "ru", "uk", "pl", "tr", "nl"),
    fixes=(
        ("in 52 av. J.-C.", "in 52 B.C."),
        Example("300 v. Chr.", "300 BC", source="de", style="uk"),
        Example("in 44 a. C.", "in 44 B.C.", source="es"),
        Example("in 480 до н. э.", "in 480 B.C.", source="ru"),
        ("150 apr. J.-C.", "A.D. 150"),
        ("in the 3rd century av. J.-C.", "in the 3rd century B.C."),
        Example("built in MÖ 300 by the king", "built in 300 BC by the king", source="tr", style="un"),
        Example("in 44 a.C. and later", "in 44 BCE and later", source="it", options="eras=bce"),
    ),
    keeps=("V. Chr. Andersen", "a.C. is acetylcholine", "52 av. Foch", "AC Milan", "52 B.C."),
)

RULES = (DATE011, DATE012, DATE025)
