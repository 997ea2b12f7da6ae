"""What stands around figures, and what it says of them: a quantity, a label, a list, an identifier."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from transclean.rules.english import MONTHS
from transclean.rules.numbers.quantity import NUMBER, SPACE
from transclean.rules.numbers.vocabulary import word_set

_WORD_BEFORE: Final = re.compile(r"([^\W\d_][^\W\d_'’.-]*)\.?\s+\(?\Z")
_WORD_AFTER: Final = re.compile(r"\s+([^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_REACH: Final = 30  # characters to look back for a word

# What gives a thing its number: the figures after it are a name, whatever they look like.
_LABELS: Final = word_set(
    "page pages p pp room rooms chapter chapters verse verses line lines section sections row rows column columns "
    "figure figures table tables item items step steps question questions exercise exercises lot lots flight "
    "flights route routes channel channels version v release ref reference no nos nr id ids ip tel phone fax code "
    "codes art article articles paragraph paragraphs point iso form model series serial part vol volume issue box "
    "lane bus gate platform isbn iban number numbers designation postcode zip aged ages account accounts passport "
    "licence license"
)

# Words that are no noun and so do not say what is counted.
_NOT_NOUNS: Final = word_set(
    "the of and to a an in is was for that with on as by at from are be this it he she they have has had not but "
    "which were would will who been or we you i do did does if there when into than also after out up so can "
    "could may should these those such came come went got died fell rose said says say took left began made gave "
    "became did lost won between before during until since while because where about over under per through "
    "against without within toward towards among upon via must might shall being having then now here yet still "
    "only just"
)

# Words after which figures are an amount even without a noun.
_QUANTIFIERS: Final = word_set(
    "about nearly almost over than approximately around exceed exceeds exceeded exceeding reach reaches reached "
    "reaching total totals totalled totaled totalling totaling some least most only roughly estimated another "
    "further additional to from between under below above nearing topped surpassed cost costs sold bought paid "
    "earned earns worth and or up of whom"
)

# Of these, those after which the figures are an amount whatever follows.
_STRONG: Final = word_set("about nearly almost over than approximately some least roughly estimated")

# Prepositions after which the first group may be a day, a room, an age of its own: "on 12 300 people came".
_PLACES: Final = word_set("on in at by until till since after before aged age turned")

_BEFORE_YEARS: Final = word_set(
    "in by since until till during from of after before early late mid summer winter spring autumn fall year "
    "january february march april may june july august september october november december"
)

# Names of peoples end so; a town does not ("75 008 Paris", "44 000 Nantes").
_PEOPLE: Final = re.compile(
    r"(?:\w+(?:ans|ians|ish|ese|lis|nis|qis|ders|rners|ndians)|(?:Arab|Jew|Kurd|Turk|Pole|Dane|Swede|Finn|Serb|Croat|Greek"
    r"|Muslim|Sunni|Tatar|Czech|Slovak|Thai|Briton|Afghan|Uzbek|Kazakh|Swis|Romani|Hutu|Tutsi|Parisian|New Yorker)s?)\Z"
)
_ORIGIN: Final = re.compile(
    r"(?:\w+(?:ian|ean|ish|ese|ch|aeli|aqi|stani|rican|xican|rman|eek|zech|wiss)|Arab|Kurdish|Turkish|Thai|Afghan|Jewish"
    r"|Muslim|Christian|Catholic|UN|U\.S|US|EU|UK|NATO)\Z"
)

_NAME: Final = re.compile(r"(?<![.!?:] )(?<!\A)[A-Z][^\W\d_]+\s\Z")


def word_before(text: str, start: int) -> str:
    """The word before character `start`, if only spaces (and an opening bracket) stand between; else empty."""
    found = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    return found.group(1) if found else ""


def word_after(text: str, end: int) -> str:
    """The word after character `end`, if only spaces stand between; else empty."""
    found = _WORD_AFTER.match(text, end)
    return found.group(1) if found else ""


def mark_before(text: str, start: int) -> str:
    """The character before `start` and the spaces there; empty at the beginning."""
    return text[max(0, start - _REACH) : start].rstrip()[-1:]


def labelled(text: str, start: int) -> bool:
    """Whether the figures at `start` number a thing: `page 3,5`, `rooms 12,14`, `version 1.234.567`."""
    before = text[max(0, start - _REACH) : start]
    return (
        word_before(text, start).lower() in _LABELS
        or re.search(r"(?i)\b(?:ids?|no|nos|ref|tel|n)[.:]?\s*\Z", before) is not None
    )


def after_name(text: str, start: int) -> bool:
    """Whether a capitalised word that does not begin the sentence stands before: `Romans 3,5`, `May 12 300`."""
    word = word_before(text, start)
    named = word[:1].isupper() and word.lower() not in _NOT_NOUNS | _QUANTIFIERS
    return word in MONTHS or named or _NAME.search(text[max(0, start - _REACH) : start]) is not None


def in_list(text: str, start: int, end: int) -> bool:
    """Whether other bare figures stand beside these, set off by a comma or slash, or brackets close on both sides."""
    before, after = text[max(0, start - 8) : start], text[end : end + 3]
    if before[-1:] in ("(", "[", "{") and after[:1] in (")", "]", "}"):
        return True
    if re.match(r"[,;|]\w|/\d|;\s?\d", after) or re.search(r"\w[,;/|]\Z", before):
        return True
    neighbour = re.search(r"(?<![\d$€£¥])(\d+)[,;|]\s\Z", before)
    return neighbour is not None and not is_year(neighbour.group(1))


def is_year(whole: str) -> bool:
    """Whether a bare whole number is likely a year."""
    return len(whole) == 4 and "1400" <= whole <= "2099"


def dated(text: str, start: int, whole: str) -> bool:
    """Whether `whole` at `start` reads as a year: `In 2019,5 million people`, `by 2010 Mio`."""
    return is_year(whole) and word_before(text, start).lower() in _BEFORE_YEARS


def noun_after(text: str, end: int) -> bool:
    """Whether what is counted follows `end`: a lower-case noun, a people, or a people's adjective and a noun."""
    word = word_after(text, end)
    if not word:
        return False
    if word[0].islower():
        return word not in _NOT_NOUNS
    if _PEOPLE.match(word):
        return True
    following = word_after(text, text.index(word, end) + len(word))
    return bool(_ORIGIN.match(word)) and following[:1].islower() and following not in _NOT_NOUNS


def function_word(word: str) -> bool:
    """Whether `word` is none that could be a noun."""
    return word in _NOT_NOUNS


def quantified(text: str, start: int) -> bool:
    """Whether the word before says that an amount comes: `about`, `more than`, `reached`."""
    return word_before(text, start).lower() in _QUANTIFIERS


def surely_quantified(text: str, start: int) -> bool:
    """Whether the word before leaves no doubt: `about`, `more than`, `some`."""
    return word_before(text, start).lower() in _STRONG


def placed(text: str, start: int) -> bool:
    """Whether the word before may govern the first figures alone: `on 12 300 people came`, `in 270 300 people`."""
    return word_before(text, start).lower() in _PLACES


@lru_cache(maxsize=1)
def range_pattern() -> re.Pattern[str]:
    """What joins two numbers of one range or pair."""
    return re.compile(rf"{SPACE}?(?:-|–|—|/){SPACE}?|\s(?:to|and|or|until)\s(?:(?:about|over|nearly|almost)\s)?")


def range_start(text: str, start: int) -> re.Match[str] | None:
    """The first number (group `first`) of a range whose second begins at `start`; None if there is no range.

    `5 and 10` is one only after `between`; a year begins none: `from 2008 to 4,000 million`.
    """
    found = _range_start().search(text, max(0, start - _REACH), start)
    if found is None or is_year(found["first"]):
        return None
    return None if found["joint"].strip() == "and" and not found["between"] else found


@lru_cache(maxsize=1)
def _range_start() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<between>\b[Bb]etween\s[$€£¥]?)?(?P<first>{NUMBER})(?P<joint>\s?[-–—]\s?|\s(?:to|and|or)\s)[$€£¥]?\Z"
    )


_END: Final = re.compile(r"\.[\s\"”’')\]]*\Z")
_OPENING: Final = re.compile(r"[\s\"“‘(]*(\w)")


def ends_sentence(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` may be the end of a sentence and not of an abbreviation only.

    At the end of a text it is one if the text begins like a sentence: a bare `500 руб.` does not.
    """
    if _END.match(text, stop):
        opening = _OPENING.match(text)
        return opening is not None and opening.group(1).isupper()
    return re.match(r"\.(?:[\"”’')\]]|\s+[\"“(]?[A-Z0-9])", text[stop : stop + 12]) is not None
