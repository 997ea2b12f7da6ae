"""ENC022, ENC023: letters of another alphabet that look like the right ones.

What looks like what is Unicode's own table (UTS 39, confusables), through the library confusable_homoglyphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from transclean.document import Document
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_CYRILLIC = "\u0400-\u052f"
_GREEK = "\u0370-\u03ff"
_WORD = re.compile(r"[^\W\d_]+")
_ASCII = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=2)
def _look_alikes(letters: str, models: str) -> Mapping[str, str]:
    """Each of `letters` that looks like one of `models` of the same case -> that one."""
    from confusable_homoglyphs.confusables import confusables_data

    def like(letter: str) -> list[str]:
        return [entry["c"] for entry in confusables_data.get(letter, ())]

    table = {}
    for letter in letters:
        near = like(letter)
        # The table lists what looks like I under l, which stands for both: so one step further, after the near ones.
        far = [other for one in near for other in like(one)]
        twins = [twin for twin in (*near, *far) if twin in models and twin.isupper() == letter.isupper()]
        if twins:
            table[letter] = twins[0]
    return table


def _characters(ranges: str) -> str:
    first, last = ranges.split("-")
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def _like_latin() -> Mapping[str, str]:
    return _look_alikes(_characters(_CYRILLIC) + _characters(_GREEK), _ASCII)


_RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UKRAINIAN = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


def _like_cyrillic(language: str) -> Mapping[str, str]:
    return _look_alikes(_ASCII, _UKRAINIAN if language == "uk" else _RUSSIAN)


_IS_LATIN = re.compile(f"[{_LATIN}]")
_IS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")


def _find_in_latin(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    table = _like_latin()
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii() or not _IS_LATIN.search(word):
            continue
        strange = [place for place, letter in enumerate(word) if not _IS_LATIN.match(letter)]
        if not strange or not all(word[place] in table and _is_inside(word, place) for place in strange):
            continue
        if _stands_among_cyrillic(text, match.start(), match.end()):
            continue
        for place in strange:
            start = match.start() + place
            yield Hit(start, start + 1, table[word[place]])


def _is_inside(word: str, place: int) -> bool:
    """Whether the letter at `place` can be a slip.

    Small Greek letters mean something of their own (TNFα, sinα), except inside a Latin word.
    """
    letter = word[place]
    if not ("\u0370" <= letter <= "\u03ff" and letter.islower()) or letter == "ο":
        return True
    before, after = word[place - 1 : place], word[place + 1 : place + 2]
    return after.isascii() and after.islower() and before.isascii() and (before.islower() or place == 1)


def _stands_among_cyrillic(text: str, start: int, end: int) -> bool:
    """Whether the words on either side are Cyrillic: then a mixed word is one of theirs."""
    before = re.search(r"([^\W\d_]+)[\W\d_]{1,3}$", text[max(0, start - 40) : start])
    after = re.match(r"[\W\d_]{1,3}([^\W\d_]+)", text[end : end + 40])
    beside = [found.group(1) for found in (before, after) if found]
    return bool(beside) and all(not _IS_LATIN.search(word) and _IS_CYRILLIC.search(word) for word in beside)


# A Latin abbreviation with a Russian ending (VIPы, ATMов) is spelled so on purpose.
_INFLECTED = re.compile(f"[A-Z]{{2,}}[{_CYRILLIC}]+$")


def _find_in_cyrillic(segment: Segment, document: Document) -> Iterator[Hit]:
    table = _like_cyrillic(document.target_language)
    own = frozenset(table.values())
    for match in _WORD.finditer(segment.text):
        word = match.group()
        latin = [place for place, letter in enumerate(word) if letter in _ASCII]
        if not latin or len(latin) == len(word) or not all(word[place] in table for place in latin):
            continue
        cyrillic = [letter for letter in word if _IS_CYRILLIC.match(letter)]
        if len(cyrillic) + len(latin) < len(word) or (_INFLECTED.match(word) and cyrillic[0].islower()):
            continue
        if len(cyrillic) <= len(latin) and all(letter in own for letter in cyrillic):
            continue
        for place in latin:
            start = match.start() + place
            yield Hit(start, start + 1, table[word[place]])


ENC022 = Rule(
    code="ENC022",
    name="homoglyph-in-latin-word",
    summary="Cyrillic or Greek letter that looks like a Latin one, in a Latin word",
    why="""А, В, С, Е, о, р, с and others look like Latin letters and are not: the word is not found, and spelled aloud
    it breaks. A word is mended when every strange letter in it has a Latin twin (Unicode Technical Standard 39); one
    with a letter that has none is half-translated, not misspelled. Greek letters of science (β-carotene, TNFα, kΩ, Δt)
    are not twins or do not stand inside a word.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("ru", "uk"),
    targets=("en", "fr", "es", "de"),
    trigger=(f"[{_LATIN}][{_CYRILLIC}{_GREEK}]", f"[{_CYRILLIC}{_GREEK}][{_LATIN}]"),
    find=_find_in_latin,
    in_foreign_quotes=True,
    fixes=(
        ("the company Мicrosoft", "the company Microsoft"),
        ("Pаris", "Paris"),
        ("СOVID-19", "COVID-19"),
        ("NAТO", "NATO"),
        ("the Іnternet of Gοogle", "the Internet of Google"),
        ("Pαris", "Paris"),
    ),
    keeps=(
        "МиГ-29",
        "β-carotene",
        "Ω-3",
        "α-Synuclein",
        'the film "Овсянки"',
        "C++ и Python",
        "TNFα, IFNγ, NFκB and Aβ42 at 5 kΩ; Δt, 10 μm, sinα",
        "Ullрик and dobeьют",
        "the band KoЯn",
    ),
)

ENC023 = Rule(
    code="ENC023",
    name="homoglyph-in-cyrillic-word",
    summary="Latin letter that looks like a Cyrillic one, in a Cyrillic word",
    why="""a, c, e, o, p, x typed on the wrong keyboard. The word is mended when all its Latin letters have a Cyrillic
    twin and it holds a letter that only Cyrillic has, or mostly Cyrillic ones. Latin abbreviations with a Russian
    ending (VIPы) are left, and parts of a compound are words of their own (IT-компания).""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("ru", "uk"),
    trigger=(f"[A-Za-z][{_CYRILLIC}]", f"[{_CYRILLIC}][A-Za-z]"),
    find=_find_in_cyrillic,
    fixes=(
        Example("Mосква", "Москва", target="ru"),
        Example("президeнт", "президент", target="ru"),
        Example("Київ, кiт", "Київ, кіт", target="uk"),
        Example("Poccия", "Россия", target="ru"),
        Example("Kиев и Bашингтон", "Киев и Вашингтон", target="ru"),
    ),
    keeps=(
        Example("IT-компания", target="ru"),
        Example("Wi-Fi-роутер", target="ru"),
        Example("1С:Предприятие", target="ru"),
        Example("HTML-код", target="ru"),
        Example("xDSL", target="ru"),
        Example("VIPы и SMSки, XXв.", target="ru"),
    ),
)

RULES = (ENC022, ENC023)
