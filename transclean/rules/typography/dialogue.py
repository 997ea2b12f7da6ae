"""Direct speech as Slavic and Romance languages set it: with dashes, where English has quotation marks and a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.english import SPEECH_VERBS
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.protect import OPAQUE

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_SPACE: Final = "[ \u00a0\u202f]"
_PRONOUN: Final = "(?:he|she|they|I|we|it)"
_SUBJECT: Final = f"(?:(?:{_PRONOUN}|the|an?|his|her|their|our|my|its|one)\\b|[A-ZÀ-Þ])"
# said Petrov · he said · told reporters; not "told in flashback", where the verb is a participle.
_SAID: Final = (
    rf"(?:{_PRONOUN} (?:{SPEECH_VERBS})\b|(?:{SPEECH_VERBS})(?= {_SUBJECT})|told (?:reporters|journalists)\b)"
)

# the mayor said · Anna Petrova asked: as sure only where the quotation ends in a mark of speech.
_SUBJECT_FIRST: Final = (
    rf"(?:(?:the|an?|his|her|their|our|my) [\w’'-]+(?: [\w’'-]+)?|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"
    rf" (?:{SPEECH_VERBS})\b"
)


@lru_cache(maxsize=1)
def _dash_before_said() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<inner>[,.!?…]?)(?P<close>[\"”’»]){_SPACE}*(?P<comma>,?){_SPACE}*[-–—]{{1,2}}{_SPACE}*"
        rf"(?:(?={_SAID})|(?P<subject>(?={_SUBJECT_FIRST})))"
    )


@lru_cache(maxsize=1)
def _dash_after_said() -> re.Pattern[str]:
    return re.compile(
        rf"[\"”’»],? {_SAID}[^\"“”\n]{{0,80}}?(?P<stop>[,.])(?P<dash>{_SPACE}?[-–—]{{1,2}}){_SPACE}(?=[\"“‘])"
    )


def _find_said(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    inside = document.style.quote_punctuation != "logical"
    for match in _dash_before_said().finditer(text):
        inner, close = match.group("inner"), match.group("close")
        if not inner and text[match.start() - 1 : match.start()].isspace():
            continue  # the mark opens
        if match.group("subject") is not None and inner not in (",", "!", "?") and not match.group("comma"):
            continue
        if inner and inner in "!?…":
            new = f"{inner}{close} "
        elif inner or inside:
            new = f",{close} "
        else:
            new = f"{close}, "
        yield Hit(match.start(), match.end(), new)
    for match in _dash_after_said().finditer(text):
        yield Hit(*match.span("dash"), "")


TYP026 = Rule(
    code="TYP026",
    name="dash-before-said",
    summary="Dash between a quotation and the words that say who speaks",
    why="Russian, Ukrainian, Polish and Turkish set a dash there, English a comma or nothing after ? and !. One of "
    "the surest marks of a Slavic source; silent where no verb of speech follows, or one that is a participle.",
    safety=SAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=[
        rf"[\"”’»],?{_SPACE}?[-–—]{_SPACE}?[A-Za-z-]",
        rf"[\"”’»] ,{_SPACE}?[-–—]",
        f'[,.]{_SPACE}?[-–—]{{1,2}}{_SPACE}["“‘]',
    ],
    find=_find_said,
    of_today=True,
    sources=("ru", "uk", "pl", "tr"),
    fixes=(
        ('"We are ready," - said Petrov.', '"We are ready," said Petrov.'),
        Example('"We are ready", - said Petrov.', '"We are ready," said Petrov.', style="us"),
        Example("“Never” – wrote the MP.", "“Never,” wrote the MP.", style="us"),
        ('"Who?" — asked the cadet.', '"Who?" asked the cadet.'),
        Example('"We are ready", - said Petrov.', '"We are ready", said Petrov.', style="un"),
        ('"We are ready," - said Petrov, - "and we wait."', '"We are ready," said Petrov, "and we wait."'),
        ('"It is over." - he said.', '"It is over," he said.'),
        ('"We won," — the coach said.', '"We won," the coach said.'),
        ('"Who won?" — Anna Petrova asked.', '"Who won?" Anna Petrova asked.'),
    ),
    keeps=(
        '"A" - the best of all',
        '"The Thaw" – a film of 1956',
        '"Yes" - no, wait.',
        '"The Thaw" – the film said to be his best – is old.',
        '"The Thaw" - told in flashback - won a prize.',
        '"Our Land" - reported by two agencies - is a lie.',
    ),
)

_DASH: Final = r"[-–—]"


@lru_cache(maxsize=1)
def _spoken_line() -> re.Pattern[str]:
    subject = rf"{_SUBJECT}[\w'’.-]*(?: [\w'’-]+){{0,4}}?"
    clause = rf"(?:{_PRONOUN} (?:{SPEECH_VERBS})|{_SUBJECT_FIRST}|(?:{SPEECH_VERBS})(?: {subject})?)"
    return re.compile(
        rf"^[ \t]*{_DASH}{_SPACE}?(?P<speech>[A-ZÀ-Þ¿¡][^\n{OPAQUE}\"“”]*?)"
        rf"(?:(?P<mark>[,?!.…]){_SPACE}{_DASH}{_SPACE}|{_SPACE}{_DASH}{_SPACE}|(?P<bare>[,?!…]){_SPACE})"
        rf"(?P<clause>{clause})(?P<stop>[.,:])(?:{_SPACE}{_DASH}{_SPACE}(?P<more>[^\n{OPAQUE}\"“”]+))?[ \t]*$",
        re.MULTILINE,
    )


def _find_spoken_lines(segment: Segment, document: Document) -> Iterator[Hit]:
    opening, closing = document.style.marks[:2]
    for match in _spoken_line().finditer(segment.text):
        mark = match.group("mark") or match.group("bare") or ","
        mark = "," if mark == "." else mark
        said = f"{opening}{match.group('speech')}{mark}{closing} {match.group('clause')}{match.group('stop')}"
        more = match.group("more")
        yield Hit(match.start(), match.end(), f"{said} {opening}{more.rstrip()}{closing}" if more else said)


TYP025 = Rule(
    code="TYP025",
    name="dialogue-dash",
    summary="Dash for direct speech at the start of a line",
    why="French, Spanish, Russian, Polish and Turkish open speech with a dash, English with quotation marks. Only "
    "lines in which a clause says who speaks change: dashes mark a change of speaker in subtitles and "
    "interviews, and lists begin with them too.",
    safety=UNSAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=[rf"^[ \t]*{_DASH}{_SPACE}?[A-ZÀ-Þ¿¡]"],
    find=_find_spoken_lines,
    sources=("fr", "es", "ru", "uk", "tr", "pl"),
    fixes=(
        ("— Yes, he said.", '"Yes," he said.'),
        (
            "- What do you have, comrade? - asked the young cadet.",
            '"What do you have, comrade?" asked the young cadet.',
        ),
        ("– No! – she cried. – Never!", '"No!" she cried. "Never!"'),
        ("— We will win, — the general replied.", '"We will win," the general replied.'),
    ),
    keeps=(
        "- Buy milk",
        "- 1514 capsules of the GMLRS system",
        "— Albert Einstein",
        "-5 degrees",
        "- Ah, very good, then you can't go.\n- Why not?",
        "- The minister said that prices would fall.",
    ),
)

RULES = (TYP025, TYP026)
