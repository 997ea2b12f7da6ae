"""Text of one alphabet shown in another: `Ïðèâåò` for Привет, `бНОПНЯ` for Вопрос, `ÇáÚÑÈíÉ` for العربية.

The bytes were kept, the code page was not. One table says which pages get taken for which; `letters` says how much
the words of a line gain by the other reading. A stretch of such words is re-read as a whole, for the page was wrong
for all of them: single letters and short words follow the long ones beside them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transclean.rules.encoding.codepages import MAC, WESTERN, byte_table, character_class, translation
from transclean.rules.encoding.intervals import Intervals
from transclean.rules.encoding.letters import ARABIC, CYRILLIC, GREEK, HEBREW, letter_model
from transclean.rules.encoding.neighbours import line_around


@dataclass(frozen=True)
class Reading:
    """Bytes of page `true`, whose high half is letters of `script`, were read as page `seen`."""

    seen: str
    true: str
    script: str

    @property
    def between_cyrillic(self) -> bool:
        """Whether the wrong reading shows Cyrillic letters as well."""
        return self.seen not in (WESTERN, MAC)


READINGS = (
    Reading(WESTERN, "cp1251", CYRILLIC),
    Reading(WESTERN, "koi8-u", CYRILLIC),
    Reading(WESTERN, "iso8859-5", CYRILLIC),
    Reading(MAC, "cp1251", CYRILLIC),
    Reading(WESTERN, "cp1253", GREEK),
    Reading(WESTERN, "cp1255", HEBREW),
    Reading(WESTERN, "cp1256", ARABIC),
    Reading(WESTERN, "iso8859-6", ARABIC),
    Reading("cp1251", "koi8-u", CYRILLIC),
    Reading("cp1251", "cp866", CYRILLIC),
    Reading("cp1251", "iso8859-5", CYRILLIC),
    Reading("koi8-u", "cp1251", CYRILLIC),
    Reading("koi8-u", "cp866", CYRILLIC),
    Reading("cp866", "cp1251", CYRILLIC),
    Reading("cp866", "koi8-u", CYRILLIC),
)

# What a stretch must be worth, in bits (see `letters`): as a whole, and by the letter. A word of three letters can
# reach the first by chance one time in a few hundred, a word of six hardly ever.
_LEAST_BITS = 3.0
_LEAST_BITS_A_LETTER = 0.45
# And by how much the new reading must beat the old one where that is Cyrillic too: a brand name with capitals inside
# loses some fifteen bits, a word in the wrong page twenty and more.
_LEAST_GAIN = 14.0

_MARKS = frozenset("«»„“”‘’‚‹›–—…•·№§©®°")
_MARK_IN_WORD = re.compile(r"[^\W\d_][«»„“”•·№§©®°][^\W\d_]")
_LATIN_WORD = re.compile("[A-Za-z]{2}")
_LONG = 3  # letters: what is shorter proves nothing


@dataclass(frozen=True)
class Stretch:
    """Characters `start` to `end` say `repaired` under `reading`, which is worth `bits`."""

    start: int
    end: int
    repaired: str
    reading: Reading
    bits: float


@lru_cache(maxsize=16)
def find_stretches(text: str) -> tuple[Stretch, ...]:
    """The stretches of `text` that make sense in another code page and none as they stand."""
    found = [stretch for reading in READINGS for stretch in _stretches(text, reading)]
    taken = Intervals()
    chosen = [stretch for stretch in sorted(found, key=lambda s: -s.bits) if taken.add(stretch.start, stretch.end)]
    return tuple(sorted(chosen, key=lambda s: s.start))


def _stretches(text: str, reading: Reading) -> Iterator[Stretch]:
    group: list[re.Match[str]] = []
    for word in _words(reading).finditer(text):
        if group and not _is_gap(text[group[-1].end() : word.start()], reading):
            yield from _examine(text, group, reading)
            group = []
        group.append(word)
    if group:
        yield from _examine(text, group, reading)


def _examine(text: str, words: list[re.Match[str]], reading: Reading) -> Iterator[Stretch]:
    """The stretch of `words`, if it gains by `reading`."""
    # Beside Latin text a run of signs (¼½¾) is no word; in a Cyrillic page anything can be a letter.
    size = len if reading.between_cyrillic else _letters
    long = [place for place, word in enumerate(words) if size(word.group()) >= _LONG]
    if not long or (len(long) == 1 and _is_listing(words[long[0]].group())):
        return
    if not reading.between_cyrillic and _LATIN_WORD.search(text, *line_around(text, words[0].start())):
        while len(words[0].group()) == 1:  # beside Latin words a single letter may be what it seems: à, é
            words = words[1:]
        while len(words[-1].group()) == 1:
            words = words[:-1]
    model = letter_model(reading.script)
    repaired = [_reread(word.group(), reading) for word in words]
    bits = sum(model.bits(word) for word in repaired)
    letters = sum(map(len, repaired))
    if bits < _LEAST_BITS or bits < _LEAST_BITS_A_LETTER * letters:
        return
    if reading.between_cyrillic:
        before = sum(letter_model(CYRILLIC).bits(word.group()) for word in words)
        if bits - before < _LEAST_GAIN:
            return
        bits -= before
    start, end = words[0].start(), words[-1].end()
    while start > 0 and _is_mark(text[start - 1], reading):
        start -= 1
    while end < len(text) and _is_mark(text[end], reading):
        end += 1
    whole = _reread(text[start:end], reading)
    beside = text[start - 1 : start] + text[end : end + 1]
    if not any(map(str.isalnum, beside)) and not _MARK_IN_WORD.search(whole):
        yield Stretch(start, end, whole, reading, bits)


def _reread(text: str, reading: Reading) -> str:
    return text.translate(translation(reading.seen, reading.true))


def _is_mark(character: str, reading: Reading) -> bool:
    """Whether `character`, beside a stretch, is a quote, a dash or the like in the true page."""
    meant = _reread(character, reading)
    return not character.isascii() and meant in _MARKS


def _letters(word: str) -> int:
    return sum(character.isalpha() for character in word)


def _is_gap(between: str, reading: Reading) -> bool:
    """Whether `between`, which parts two words, leaves them in one stretch: no other letters, no line break."""
    if len(between) > 12 or "\n" in between:
        return False
    return not any(character.isalpha() and not _is_mark(character, reading) for character in between)


def _is_listing(word: str) -> bool:
    """Whether `word` lists letters with accents, as texts about a language do: ÄÖÜ, ÉÈÊ, áéíóú, æøå."""
    bases = [unicodedata.normalize("NFD", character)[0] for character in word.lower()]
    return bases == sorted(bases) or word.lower() in ("æøå", "åäö")


@lru_cache(maxsize=32)
def _words(reading: Reading) -> re.Pattern[str]:
    """Runs of what are letters of the script in the true page, with no other letter or figure at either end."""
    strange = byte_table(reading.seen)
    letters = [c for c in strange if _is_letter_of_script(_reread(c, reading), reading.script)]
    marks = "".join(re.escape(c) for c in strange if c.isalpha() and _is_mark(c, reading))
    other = rf"[^\W_{marks}]"
    return re.compile(f"(?<!{other}){character_class(letters)}+(?!{other})")


def _is_letter_of_script(character: str, script: str) -> bool:
    return character.isalpha() and unicodedata.name(character, "").startswith(script.upper())
