"""Dates with something of the source left in them, in whatever language: read as a date, written in English.

`1er June`, `le 5 mai`, `the 14. October`, `5 de mayo de 2020`, `15 Temmuz`, `12 déc.` are one mechanism: the rules
differ only in what is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from transclean.document import Document
from transclean.rules.dates.context import (
    is_foreign_around,
    is_function_word,
    is_part_of_name,
    next_word,
    previous_word,
    source_language,
)
from transclean.rules.dates.names import ENGLISH, has_capitals, weekday_names
from transclean.rules.dates.placing import VERBS, is_dateline, place_date
from transclean.rules.dates.reader import Reading, read_dates
from transclean.rules.dates.triggers import (
    GAP,
    foreign_date_triggers,
    french_date_triggers,
    month_triggers,
    ordinal_date_triggers,
)
from transclean.rules.english import MONTH_PATTERN
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

_DATE_PREPOSITIONS = frozenset(["on", "since", "until", "till", "from", "before", "after", "between", "dated"])
_MONTH_PREPOSITIONS = frozenset(
    ["in", "since", "until", "till", "from", "of", "by", "before", "after", "during", "early", "late", "mid", "last"]
)
_ENGLISH_MARKS = frozenset({"", "st", "nd", "rd", "th"})


def _find(code: str, segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for reading in read_dates(text, source_language(document)):
        if _leftover(reading) != code or is_part_of_name(text, reading.whole_start, reading.end):
            continue
        safety = _certainty(text, reading, document)
        if safety is None or is_foreign_around(segment, reading.whole_start, reading.end, document):
            continue
        start, end, replacement = place_date(text, reading, document.style)
        yield Hit(start, end, replacement, safety)


def _leftover(reading: Reading) -> str | None:
    """The code of the rule for what is foreign in the date; None for an English one."""
    if reading.language != ENGLISH:
        if reading.month.abbreviated:
            return "DATE026"
        return "DATE002" if reading.language == "fr" else "DATE004"
    foreign_marks = set(reading.marks) - _ENGLISH_MARKS
    if foreign_marks:
        return "DATE003" if foreign_marks == {"."} else "DATE001"
    if reading.lead:
        return "DATE002" if reading.lead.word in ("le", "du") else "DATE004"
    if reading.foreign_weekday or reading.foreign_year or reading.connector not in ("", "of"):
        return "DATE004"
    return None


def _certainty(text: str, reading: Reading, document: Document) -> Safety | None:
    """How sure it is that this is a date and not a name, a quantity or the seam of two sentences."""
    before = previous_word(text, reading.whole_start)
    if reading.lead and reading.lead.english == "of" and not is_function_word(before.lower()):
        return UNSAFE  # Loi du 29 juillet 1881: perhaps a title
    if reading.lead and is_dateline(text, reading.lead.start) and not document.source_is(reading.language):
        return UNSAFE  # perhaps of a letter in that language
    if reading.language == ENGLISH:
        if "." in reading.marks:
            return _certainty_of_stop(text, reading, before, document)
        return None if _is_regnal(before, reading) else SAFE
    if reading.month.abbreviated:
        return _certainty_of_abbreviation(reading, document)
    if not reading.date.days and before in ("de", "do", "di", "da"):
        return None  # Rio de Janeiro 2016
    of_source = document.source_is(reading.language)
    in_its_case = reading.month_text[0].isupper() == has_capitals(reading.language) or reading.month_text.isupper()
    marked = bool(
        reading.lead or reading.foreign_weekday or reading.connector not in ("", "of") or reading.foreign_year
        or not _ENGLISH_MARKS.issuperset(reading.marks)
    )  # fmt: skip
    if not reading.month.ambiguous:
        led = before.lower() in _DATE_PREPOSITIONS or reading.date.weekday is not None
        return SAFE if in_its_case or marked or led or reading.date.year else UNSAFE
    if reading.date.days and reading.date.year:
        return SAFE
    if reading.month_first:
        led = before.lower() in _MONTH_PREPOSITIONS and reading.date.year is not None
        return SAFE if in_its_case and (led or (of_source and reading.date.year)) else None
    if (of_source and in_its_case) or (marked and (in_its_case or of_source)):
        return SAFE
    led = before.lower() in _DATE_PREPOSITIONS or reading.date.weekday is not None
    # A capital is how names are written (on 14 Nisan, a feast): only the source language makes it a month.
    return SAFE if led and in_its_case and not has_capitals(reading.language) else UNSAFE if marked else None


def _is_regnal(before: str, reading: Reading) -> bool:
    """Whether the number belongs to the name before it: `François 1er June`."""
    is_name = before[:1].isupper() and not is_function_word(before.lower()) and before.lower() not in weekday_names()
    return is_name and before.lower() not in _DATE_PREPOSITIONS and not reading.date.year and not reading.month_first


def _certainty_of_abbreviation(reading: Reading, document: Document) -> Safety | None:
    """An abbreviation shows itself by its stop or by a year; one that is a word (`3 ago`) needs the source too."""
    stopped = reading.stop or bool(reading.date.year)
    if not stopped or (reading.month_first and not reading.date.year):
        return None
    return SAFE if not reading.month.ambiguous or document.source_is(reading.language) else None


# What a number that rose or fell to 8. does before a sentence that begins with a month.
_QUANTITY = re.compile(
    r"\b(?:rose|fell|grew|up|down|increas\w+|decreas\w+|drop\w*|cut|declin\w+|climb\w*|jump\w*|slip\w*|went|improv\w+|"
    r"rank\w*|number|no|page|chapter|section|article|point|score\w*)\b[^.]{0,20}$",
    re.IGNORECASE,
)


def _certainty_of_stop(text: str, reading: Reading, before: str, document: Document) -> Safety | None:
    """Whether the stop of `15. June` is the German ordinal's and not the end of a sentence."""
    german = document.source_is("de")
    line_start = text.rfind("\n", 0, reading.start) + 1
    after = text[reading.end : reading.end + 1]
    if not text[line_start : reading.start].strip():
        # Elsewhere the number of an item in a list.
        return UNSAFE if german and reading.date.year else None
    if next_word(text, reading.end).lower() in VERBS or _QUANTITY.search(
        text, max(0, reading.start - 50), reading.start
    ):
        return UNSAFE if german and before.lower() == "the" else None
    if reading.lead or reading.date.weekday is not None or (set(reading.marks) == {"."} and len(reading.marks) > 1):
        return SAFE
    word = before.lower()
    following = next_word(text, reading.end)
    if word not in ("on", "the") and following.islower() and not (reading.date.year or is_function_word(following)):
        return None  # open from 9 to 5. August hours are shorter
    if word in ("on", "the") or (word in ("from", "between") and len(reading.marks) > 1):
        return SAFE
    led = word in _DATE_PREPOSITIONS or word in ("of", "by", "to", "and")
    if reading.date.year and (led or text[: reading.start].rstrip()[-1:] in ("(", ",")):
        return SAFE
    if led and (german or after in (".", ")", "")):
        return SAFE
    if led:
        return UNSAFE if document.source_may_be("de") else None
    return UNSAFE if german and reading.date.year else None


DATE001 = Rule(
    code="DATE001",
    name="french-ordinal-date",
    summary="Ordinal of the source beside an English month",
    why=(
        "French writes the first of a month as 1er, Spanish, Italian and Portuguese as 1º; engines and drafts carry it "
        "over. English news style writes the plain figure (AP; UN Editorial Manual, dates). 1er with a month is "
        "nothing in English. Silent where the ordinal belongs to a name (François 1er) or to another noun."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=ordinal_date_triggers,
    find=partial(_find, "DATE001"),
    sources=("fr", "es", "it", "pt", "nl", "ru", "uk"),
    fixes=(
        ("from May 26 to 1er June", "from May 26 to June 1"),
        ("on 1er June", "on June 1"),
        Example("on 1er June 2023", "on 1 June 2023", style="un"),
        ("June 1er, 2023", "June 1, 2023"),
        ("between 1er and 5 May", "between May 1 and 5"),
        ("The 1er June, thousands marched.", "On June 1, thousands marched."),
        ("since the 1er September", "since September 1"),
        ("the 1er, 2 and 3 June", "June 1, 2 and 3"),
        Example("from 26 May to 1er June", "from 26 May to 1 June", style="auto"),
        Example("arrived on the 1er June", "arrived on June 1", style="auto"),
        ("on 1º May 1974", "on May 1, 1974"),
        ("on Sunday 1er May", "on Sunday, May 1"),
    ),
    keeps=(
        "François 1er",
        'le 1er juin 2023, "quoted in French"',
        "`1er june`",
        "the 1er prix de Rome",
        "François 1er June Prize",
        "a 1er cru of May 2019",
        "on June 1, 2023",
        "the 1st June",
    ),
)

DATE002 = Rule(
    code="DATE002",
    name="french-date",
    summary="French date",
    why=(
        "A date left in French (le 1er juin 2023), or with a French month or article in it. Streets, squares and "
        "movements keep theirs (rue du 4 Septembre), as do quotations and sentences in French. Mars, Mai, Juin and "
        "Avril are names too: they need a year, a preposition of time or French evidence beside them."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=french_date_triggers,
    find=partial(_find, "DATE002"),
    sources=("fr",),
    fixes=(
        ("on le 1er juin 2023", "on June 1, 2023"),
        ("published 14 juillet 1789", "published July 14, 1789"),
        Example("mardi 5 mars 2024", "Tuesday 5 March 2024", style="un"),
        ("the 11 novembre ceremony", "the November 11 ceremony"),
        ("He resigned le 1er juin 2023 after a vote.", "He resigned on June 1, 2023 after a vote."),
        ("Le 5 mai 2020, the Council met.", "On May 5, 2020, the Council met."),
        ("The talks ran du 30 mai au 2 juin in Geneva.", "The talks ran from May 30 to June 2 in Geneva."),
        ("the talks held from 3 to 5 mai in Geneva", "the talks held from May 3 to 5 in Geneva"),
        ("closed 1er-3 juin for works", "closed June 1-3 for works"),
        ("Mardi 5 mars 2024", "Tuesday, March 5, 2024"),
        Example("from 26 May to 1er juin", "from 26 May to 1 June", style="auto"),
        ("He died le 5 May 1821.", "He died on May 5, 1821."),
        ("a 8 août meeting", "an August 8 meeting"),
        ("The 14 juillet is a holiday.", "July 14 is a holiday."),
        ("LE 5 MAI 2020, THE WAR WAS OVER", "ON MAY 5, 2020, THE WAR WAS OVER"),
        ("ATTACK ON 1ER JUIN 2023", "ATTACK ON JUNE 1, 2023"),
        ("Paris, le 7 juillet 2021\n\nDear Sir,", "Paris, July 7, 2021\n\nDear Sir,"),
        ("In Paris, le 7 juillet 2021, he spoke.", "In Paris, on July 7, 2021, he spoke."),
    ),
    keeps=(
        '"Vive le 14 juillet !"',
        "rue du 4 Septembre",
        "le 20 Heures",
        "Mai 68",
        "place du 8 Mai 1945",
        "15 Mars bars",
        "the Mars 2020 rover",
        "Il est mort le 5 mai 1821 dans son île.",
        "from Mars to Earth in 2020",
    ),
)

DATE003 = Rule(
    code="DATE003",
    name="german-ordinal-date",
    summary="German ordinal stop in a date",
    why=(
        "German marks the ordinal with a stop: given 15. Juni, one engine output in four keeps it. The stop may also "
        "end a sentence that a month's name begins after (It ended at 12. March was cold), so a preposition of time, "
        "an article, a span or a year must show the date."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=(rf"\b\d\d? ?[.]{GAP}(?:of )?(?:{MONTH_PATTERN})\b",),
    find=partial(_find, "DATE003"),
    sources=("de",),
    fixes=(
        ("On the 14. October officials", "On October 14 officials"),
        ("from 6 to 8. September", "from September 6 to 8"),
        Example("(4. or 5. September)", "(4 or 5 September)", style="un"),
        ("on 1. October 2020", "on October 1, 2020"),
        ("He came on 15. June and left.", "He came on June 15 and left."),
        ("until the 3. of October", "until October 3"),
        Example("It was founded on Monday, 12. May.", "It was founded on Monday, May 12.", source="auto"),
    ),
    keeps=(
        "It ended at 12. March was cold.",
        "1. May I come in?",
        "Section 3. June sales",
        "Prices rose from 6 to 8. September was worse.",
        "1. January\n2. February",
        "He finished on 12. March was cold.",
        "There were 15. May they rest in peace.",
    ),
)

DATE004 = Rule(
    code="DATE004",
    name="foreign-month",
    summary="Month of the source language in a date",
    why=(
        "A month's name left untranslated beside a day or a year, in any language but French. Names need care: Mai, "
        "Julio, Marzo, Maja and Nisan count only with a year, a mark of their language or the source language known; "
        "streets, squares and clubs keep their dates (5 de Mayo Avenue)."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=foreign_date_triggers,
    find=partial(_find, "DATE004"),
    sources=("es", "de", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ar"),
    fixes=(
        ("They met there on 5 de mayo de 2020", "They met there on May 5, 2020"),
        Example("since Oktober 2019", "since October 2019", source="de"),
        Example("The war began on 24. Februar.", "The war began on February 24.", source="de"),
        Example("the 15 Temmuz coup attempt", "the July 15 coup attempt", source="tr"),
        Example("12 gennaio 2021", "January 12, 2021", source="it"),
        Example("It was signed on 26 июня", "It was signed on June 26", source="ru"),
        Example("on 15 Temmuz'da", "on July 15", source="auto"),
        Example("born am 3. Oktober 1990 in Berlin", "born on October 3, 1990 in Berlin", source="auto"),
        Example("Dienstag, den 5. März 2024", "Tuesday 5 March 2024", source="de", style="un"),
        Example("signed on 5 maja 2020 r. in Warsaw", "signed on May 5, 2020 in Warsaw", source="auto"),
        Example(
            "They have lived there since 24 февраля 2022 года",
            "They have lived there since February 24, 2022",
            source="auto",
        ),
        Example("It was signed on 26 حزيران 2023", "It was signed on June 26, 2023", source="auto"),
        Example("the 25 de abril celebrations", "the April 25 celebrations", source="pt"),
        Example("in outubro de 2020", "in October 2020", source="pt"),
        (
            "El 5 de mayo de 2020, he left for the capital with his men.",
            "On May 5, 2020, he left for the capital with his men.",
        ),
        ("from 3 to 5 de junio", "from June 3 to 5"),
    ),
    keeps=(
        "5 de Mayo Avenue",
        "Cinco de Mayo",
        "Sangre de mayo",
        "15 Mars bars",
        "3 Mai",
        "Rio de Janeiro 2016",
        "Julio 3",
        Example("on 14 Nisan", source="auto"),
        Example("the 15 Temmuz Martyrs Bridge", source="tr"),
        Example("on 27 mayıs street", source="tr"),
        "5 main streets",
    ),
)

DATE026 = Rule(
    code="DATE026",
    name="foreign-month-abbreviation",
    summary="Abbreviated month of the source language",
    why=(
        "Abbreviations that English does not have: janv., déc., Okt., ene. They show themselves by their stop or by a "
        "year; those that are English words or names (ago, set, out, lug) count only where the source language is "
        "known."
    ),
    safety=SAFE,
    stage=Stage.DATES,
    trigger=lambda: month_triggers(abbreviated=True),
    find=partial(_find, "DATE026"),
    sources=("fr", "es", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr"),
    fixes=(
        ("5 janv. 2020", "January 5, 2020"),
        ("12 déc.", "December 12"),
        Example("5 Okt. 2019", "5 October 2019", source="de", style="un"),
        Example("3 ago. 2018", "August 3, 2018", source="es"),
        ("on 12 déc. The minister left", "on December 12. The minister left"),
        Example("updated 3 févr. 2021", "updated February 3, 2021", source="auto"),
    ),
    keeps=("12 Sept.", "5 Dec. 2019", "3 ago", "2 ott", Example("He went 5 out. 2020 was bad.", source="auto")),
)

RULES = (DATE001, DATE002, DATE003, DATE004, DATE026)
