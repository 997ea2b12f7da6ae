"""What a sentence only mentions: a form that it speaks of, and does not use.

`In German newspapers 5 Mio. stands for five million`; `the sign № precedes the figure`; `type &amp; and not &`. To put
such a form into English makes the sentence false. Translations have few of these sentences, and textbooks and manuals
many, so a form that may be mentioned is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from transclean.rules.rule import Hit
from transclean.text.segment import Segment
from transclean.text.sentence import sentences_around
from transclean.text.span import Span

_LANGUAGES = (
    r"(?:French|German|Spanish|Italian|Portuguese|Dutch|Polish|Russian|Ukrainian|Turkish|Arabic|Persian|Chinese|Japanese"
    r"|Danish|Swedish|Norwegian|Finnish|Czech|Hungarian|Greek|British|American|Swiss|Continental)"
)
_PEOPLES = (
    r"(?:Germans|Danes|Spaniards|Italians|Russians|Poles|Turks|Swedes|Finns|Czechs|Americans|Europeans"
    r"|the (?:French|Dutch|Swiss|British|English|Chinese|Japanese))"
)
_WRITING = (
    r"(?:writ(?:es?|ten|ing)|print(?:s|ed)?|typ(?:es?|ed)|spell(?:s|ed)?|spelt|abbreviat\w+|stands? for|means?|marks?"
    r"|numbered|counted)"
)
_READERS = (
    r"(?:speakers|dictionaries|grammars|typographers|printers|typesetters|newspapers|menus|books|invoices?|bills"
    r"|keyboards?|usage|typesetting)"
)
_BESIDE = 30


@lru_cache(maxsize=1)
def _about_writing() -> re.Pattern[str]:
    """How a sentence says that it is about the way in which some people write."""
    return re.compile(
        rf"\b[Ii]n\s(?:\w+\s)?{_LANGUAGES}(?:,|\s(?:{_READERS}|is|are|an?|the|one|it|you)\b).*\b{_WRITING}\b"
        rf"|\b(?:{_LANGUAGES}\s{_READERS}|{_PEOPLES})\s(?:\S+\s){{0,4}}(?:write|print|put|set|use|type|spell|mark|mean)s?\b"
        rf"|\b{_WRITING}\s.*\bin\s{_LANGUAGES}(?:[,;.:]|$|\sand\b)"
        rf"|\bThe\s{_LANGUAGES}\s(?:for|word|phrase|expression)\b",
        re.DOTALL,
    )


_NAMING_NOUNS = (
    "sign", "symbol", "character", "sequence", "entity", "comma", "digit", "prefix", "suffix", "abbreviation",
    "notation", "clitic", "accent", "bracket", "glyph", "full stop",
)  # fmt: skip
_NAMING_WORDS = frozenset((
    *(noun.split()[-1] + ending for noun in _NAMING_NOUNS for ending in ("", "s")),
    "letters", "type", "typed", "write", "writes", "enter", "press", "as", "written", "marked", "spelled",
))  # fmt: skip
"""The last word of what `_named_before` finds, which takes long to look for."""


@lru_cache(maxsize=1)
def _named_before() -> re.Pattern[str]:
    """Nouns and verbs right before a form that say that it is spoken of."""
    return re.compile(
        rf"\b(?:(?i:{'|'.join(_NAMING_NOUNS)})s?|(?i:the letters)|[Tt]ype|typed|[Ww]rites?|enter|press"
        r"|shows? up as|is (?:written|marked|spelled|typed)(?: as)?)"
        r"(?:\s[\"'“‘(]?)?$"
    )


@lru_cache(maxsize=1)
def _explained_after() -> re.Pattern[str]:
    """What right after a form says what it stands for, or what stands in its place."""
    return re.compile(
        r"[\"'”’)]? (?:means?|stands? for|denotes?|is short for|(?:precedes?|follows?) the)\b"
        r"|[\"'”’*]{1,2} (?:is|are) (?:wrong|right|correct|incorrect)\b"
    )


# What is no word of its own beside the figure or the sign that a quotation cites: “0,8 kg”, ‘€3 milliards’, "Nr. 5".
_BEFORE_CITED = re.compile(r"[\d.,:'’\s€$£¥%+−–-]*")
_AFTER_CITED = re.compile(rf"{_BEFORE_CITED.pattern}(?:[^\W\d_]{{1,3}}\.?)?[\d\s]*[.,;:]?")
_OPENING, _CLOSING = frozenset('"“‘«'), frozenset('"”’»')


def _is_cited(text: str, hit: Hit) -> bool:
    """Whether a figure that was hit is, with its unit, all that stands between two quotation marks."""
    start, end = hit.start, hit.end
    while start and start > hit.start - _BESIDE and text[start - 1] not in _OPENING:
        start -= 1
    while end < len(text) and end < hit.end + _BESIDE and text[end] not in _CLOSING:
        end += 1
    if not (text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING):
        return False
    if text[start - 1] == '"' and text.count('"', text.rfind("\n", 0, start) + 1, start) % 2 == 0:
        return False  # it closes another quotation
    return bool(_BEFORE_CITED.fullmatch(text, start, hit.start) and _AFTER_CITED.fullmatch(text, hit.end, end))


def without_mentioned(hits: Iterable[Hit], segment: Segment) -> list[Hit]:
    """`hits` of one rule in `segment` but for those in a sentence that only mentions one of them."""
    found = list(hits)
    if not found:
        return found  # as often: then nobody needs to know what is protected in the segment
    text = segment.text
    named = {sentences_around(text, hit.start, hit.end) for hit in found if _is_named(segment, hit)}
    if not named and not _speaks_of_languages(text):
        return found  # as nearly always
    return [hit for hit in found if not _is_mention(sentences_around(text, hit.start, hit.end), named, text)]


_LOCALE = re.compile(r"(?<![\w.-])[a-z]{2}[-_][A-Z]{2}(?![\w.-])")


@lru_cache(maxsize=64)
def _names_locales(text: str) -> bool:
    return _LOCALE.search(text) is not None


def _is_of_locale(segment: Segment, place: int) -> bool:
    """Whether the line at `place`, where a figure stands, is about a locale: | de-DE | 1.234,56 |"""
    text = segment.text
    return _names_locales(text) and _LOCALE.search(text, *segment.line_at(place)) is not None


def _is_mention(sentence: Span, named: set[Span], text: str) -> bool:
    return sentence in named or _about_writing().search(text, *sentence) is not None


@lru_cache(maxsize=64)
def _speaks_of_languages(text: str) -> bool:
    return re.search(rf"\b(?:{_LANGUAGES}|{_PEOPLES})\b", text) is not None


_SAYS = re.compile(r" (?:is|means|=) (?:the )?")
_QUOTATION_MARK = re.compile('["“”‘«»„‹›]')


def _is_named(segment: Segment, hit: Hit) -> bool:
    """Whether the words beside a hit say that it is mentioned. Quotation marks are around words, not forms."""
    text = segment.text
    if _QUOTATION_MARK.search(text, hit.start, hit.end):
        return False
    before = text[max(0, hit.start - _BESIDE) : hit.start]
    words = before.rstrip(" \n\"'“‘(").rsplit(None, 1)
    if words and words[-1].lower() in _NAMING_WORDS and _named_before().search(before):
        return True
    has_figure = any(map(str.isdigit, text[max(0, hit.start - 1) : hit.end + 2]))
    # Space beside a quotation mark is not what it cites.
    is_edge = text[hit.start - 1 : hit.start] in _OPENING or text[hit.end : hit.end + 1] in _CLOSING
    is_edge = is_edge and text[hit.start : hit.end].isspace()
    if has_figure and not is_edge and (_is_cited(text, hit) or _is_of_locale(segment, hit.start)):
        return True
    if hit.replacement and (said := _SAYS.match(text, hit.end)):
        after = text[said.end() : said.end() + len(hit.replacement)]
        if after.lower() == hit.replacement.lower():
            return True  # ONU is the UN
    is_word = text[hit.start : hit.end].replace(" ", "").isalpha()
    return not is_word and _explained_after().match(text, hit.end) is not None
