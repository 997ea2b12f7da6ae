"""UTF-8 that was read as a single-byte code page: `cafÃ©`, `itâ€™s`, `caf√©`, `РџСЂРёРІРµС‚`, `Ø³Ù„Ø§Ù…`.

One mechanism for every page. A run of characters is damage if (1) its bytes in the page are valid UTF-8, (2) that
UTF-8 says only characters that people write, and (3) the run as it stands is unnatural: `ftfy.badness`, which knows
hundreds of odd neighbours, says so, or a capital follows a small letter, or a mark stands against the letter after
it. A run for which only (3) is in doubt counts as damage beside a sure one in the same paragraph. What was read
wrongly twice is decoded until it no longer is damage.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from transclean.rules.encoding.codepages import (
    MAC,
    WESTERN,
    byte_table,
    character_class,
    characters_of,
    seen_through,
    to_bytes,
)
from transclean.rules.encoding.intervals import Intervals

CYRILLIC_PAGES = ("cp1251", "koi8-r", "cp866")
PAGES = (
    WESTERN, "cp1250", "cp1254", "cp1257", "iso8859-2", MAC, "cp437", "cp850", *CYRILLIC_PAGES, "cp1253", "cp1256",
)  # fmt: skip
"""Pages that UTF-8 gets read as, the likeliest first: where two explain a run alike, the first wins."""

LATIN_PAGES = tuple(page for page in PAGES if page not in (MAC, *CYRILLIC_PAGES))

_INNER_PAGES = (WESTERN, "cp1250", MAC, "cp437", "cp850", "cp1251")
"""Pages that a text has first been read as, when the result was read wrongly again."""

MAX_DEPTH = 4
"""How many wrong readings on top of each other are undone."""

# What people write, for (2): first and last character of each stretch. Letters without a use in a living language,
# box drawings, private use and the like are left out: they are what wrong guesses decode to. The controls stand for the
# quotes and dashes of Windows-1252, taken for Latin-1 before they became UTF-8 ("Â’" for ’).
_WRITTEN = (
    ("\u0080", "\u0080"), ("\u0082", "\u008c"), ("\u008e", "\u008e"), ("\u0091", "\u009c"), ("\u009e", "\u017f"),
    ("\u018f", "\u018f"), ("\u01a0", "\u01a1"), ("\u01af", "\u01b0"), ("\u0218", "\u021b"), ("\u0259", "\u0259"),
    ("\u02bb", "\u02bf"), ("\u0300", "\u0304"), ("\u0306", "\u030c"), ("\u0327", "\u0328"), ("\u0386", "\u03ce"),
    ("\u0401", "\u045f"), ("\u0490", "\u0493"), ("\u049a", "\u049b"), ("\u04a2", "\u04a3"), ("\u04ae", "\u04b1"),
    ("\u04ba", "\u04bb"), ("\u04d8", "\u04d9"), ("\u04e8", "\u04e9"), ("\u05b0", "\u05ea"), ("\u060c", "\u0669"),
    ("\u067e", "\u06d4"), ("\u06f0", "\u06f9"), ("\u0901", "\u0d7f"), ("\u0e01", "\u0e5b"), ("\u10d0", "\u10ff"),
    ("\u1ea0", "\u1ef9"), ("\u200b", "\u200f"), ("\u2010", "\u2015"), ("\u2018", "\u2022"), ("\u2026", "\u2026"),
    ("\u2028", "\u202f"), ("\u2030", "\u2033"), ("\u2039", "\u203a"), ("\u2044", "\u2044"), ("\u2060", "\u2060"),
    ("\u20a0", "\u20bf"), ("\u2103", "\u2103"), ("\u2116", "\u2116"), ("\u2122", "\u2122"), ("\u2126", "\u2126"),
    ("\u2153", "\u215e"), ("\u2190", "\u2199"), ("\u2202", "\u2265"), ("\u25a0", "\u27bf"), ("\u2b50", "\u2b50"),
    ("\u3000", "\u30ff"), ("\u4e00", "\u9fff"), ("\uac00", "\ud7a3"), ("\ufb00", "\ufb06"), ("\ufe0f", "\ufe0f"),
    ("\uff01", "\uffee"), ("\ufffd", "\ufffd"), ("\U0001f1e6", "\U0001faff"),
)  # fmt: skip

# Of the other scripts (Arabic, Indic, Chinese …) a text does not use single letters: one alone is chance.
_NEAR_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")


@dataclass(frozen=True)
class Damage:
    """Characters `start` to `end` are `repaired`, read as UTF-8 through `pages`, the last wrong reading first."""

    start: int
    end: int
    repaired: str
    pages: tuple[str, ...]
    sure: bool

    @property
    def page(self) -> str:
        return self.pages[0]

    @property
    def depth(self) -> int:
        return len(self.pages)

    @property
    def has_letters(self) -> bool:
        return any(character.isalpha() for character in self.repaired)


@lru_cache(maxsize=16)
def find_damage(text: str) -> tuple[Damage, ...]:
    """The damaged runs of `text`, in order, not overlapping."""
    found = _choose(text, PAGES, frozenset())
    within = frozenset(page for damage in found for page in damage.pages[1:])
    # Where one run is surely read wrong twice, so were its neighbours, whose inner reading alone would prove little.
    return _choose(text, PAGES, within) if within else found


@lru_cache(maxsize=256)
def _choose(text: str, pages: tuple[str, ...], trusted_within: frozenset[str]) -> tuple[Damage, ...]:
    """The damage of `text` through `pages`: what is sure, and the rest that is read through the same page.

    Where two pages explain a run, the one that explains more of the text is right; then the likelier. What lies under
    a first wrong reading need not be sure if its page is in `trusted_within`.
    """
    by_page = {page: [*_damage_through(page, text, trusted_within)] for page in pages}
    by_page[WESTERN] += _cut_short(text)
    trusted = [page for page in pages if any(damage.sure for damage in by_page[page])]
    trusted.sort(key=lambda page: -_explains(by_page[page]))
    chosen: list[Damage] = []
    taken = Intervals()
    for page in trusted:
        chosen += [
            damage
            for damage in by_page[page]
            if (damage.sure or _may_follow(text, damage)) and taken.add(damage.start, damage.end)
        ]
    return tuple(sorted(chosen, key=lambda damage: damage.start))


# The commoner letters beyond ASCII of European languages, and the marks of prose.
_COMMON = frozenset("éèàçñüöäßáíóúêâîôûëïåøæãõłąęśżźćńčšžřěýůťďňğşıőűășțœ’‘“”„–—…«»€£°²\u00a0")

_MARKS_OF_PROSE = frozenset(character for character in _COMMON if not character.isalpha())


def _explains(damages: Iterable[Damage]) -> float:
    """How much of the text `damages` account for: in characters, with a bonus for those that come out common."""
    return sum(d.end - d.start + sum(character in _COMMON for character in d.repaired) / 2 for d in damages)


def _may_follow(text: str, damage: Damage) -> bool:
    """Whether a run that is not sure may be repaired as its neighbours are: it cannot be part of a sound word."""
    run = text[damage.start : damage.end]
    beside = [c for c in text[damage.start - 1 : damage.start] + text[damage.end : damage.end + 1] if c.isalpha()]
    if not beside or not all(map(str.isalpha, run)):
        return True
    latin_marks = all(_script(character) == "LATIN" or character <= "\xff" for character in damage.repaired)
    return latin_marks and all(_script(character) == "LATIN" for character in beside)


def _script(character: str) -> str:
    """The first word of the Unicode name: for a letter, its script."""
    return unicodedata.name(character, "").partition(" ")[0]


def _is_within_cyrillic(before: str, run: str, after: str) -> bool:
    """Whether `run` is letters of a Cyrillic word, which may have capitals within: ПриватБанк, СтартАп."""
    beside = [character for character in before + after if character.isalpha()]
    return bool(beside) and all(_script(character) == "CYRILLIC" for character in (*run, *beside))


def windows_controls(text: str) -> str:
    """`text` with controls U+0080 to U+009F read as the bytes of Windows-1252 that they were."""
    return "".join(seen_through(bytes([ord(c)]), WESTERN) if "\x80" <= c <= "\x9f" else c for c in text)


def is_damaged(text: str, position: int) -> bool:
    """Whether character `position` of `text` belongs to a damaged run, and so is not what it seems."""
    return any(damage.start <= position < damage.end for damage in find_damage(text))


def is_arabic(character: str) -> bool:
    return "\u0600" <= character <= "\u06ff"


def damage_triggers(pages: Iterable[str], wanted: Callable[[str], bool] = lambda character: True) -> list[str]:
    """Triggers for what `find_damage` finds through `pages`, where it says characters that are `wanted`.

    A sequence of UTF-8 is recognised by its first two characters, and its third where there is one. Leads that go
    with most others share a pattern: hundreds of patterns take Hyperscan minutes to build. Two small letters are left
    out, being what correct text is made of; no damage consists of such pairs alone.
    """
    heads = {
        chr(point).encode()[:2] for first, last in _WRITTEN for point in range(ord(first), ord(last) + 1)
        if wanted(chr(point))
    }  # fmt: skip
    triggers = []
    for page in pages:
        look: dict[int, list[str]] = {}
        for character, byte in byte_table(page).items():
            look.setdefault(byte, []).append(character)
        third = character_class(characters_of(page, 0x80, 0xBF))
        for long in (False, True):
            following: dict[str, set[str]] = {}
            for lead, second in heads:
                for character in look[lead] if (lead >= 0xE0) == long else ():
                    seconds = {s for s in look[second] if not (character.islower() and s.islower())}
                    following.setdefault(character, set()).update(seconds)
            triggers += [pair + third if long else pair for pair in _shared(following)]
    return sorted(set(triggers))


_MOST = 32  # of the 64 bytes that can follow a lead


def _shared(following: Mapping[str, set[str]]) -> Iterator[str]:
    """Patterns for pairs of a first character and its possible seconds."""
    groups: dict[frozenset[str], list[str]] = {}
    for small in (False, True):
        broad = {lead for lead, seconds in following.items() if len(seconds) >= _MOST and lead.islower() == small}
        together: frozenset[str] = frozenset().union(*(following[lead] for lead in broad))
        for lead, seconds in following.items():
            if seconds and lead.islower() == small:
                groups.setdefault(together if lead in broad else frozenset(seconds), []).append(lead)
    for together, leads in groups.items():
        yield character_class(leads) + character_class(together)


def _damage_through(page: str, text: str, trusted_within: frozenset[str]) -> Iterator[Damage]:
    for match in _runs(page).finditer(text):
        whole = _examine(text, match.start(), match.end(), page, trusted_within)
        if whole is not None:
            yield whole
            continue
        for sequence in _sequences(page).finditer(text, match.start(), match.end()):
            part = _examine(text, sequence.start(), sequence.end(), page, trusted_within)
            if part is not None:
                yield part


def _examine(text: str, start: int, end: int, page: str, trusted_within: frozenset[str]) -> Damage | None:
    """The run from `start` to `end` as damage through `page`; None if it is not UTF-8, or says nothing written."""
    data = to_bytes(text[start:end], page)
    repaired = _utf8(data) if data else None
    if repaired is None:
        return None
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    pages: tuple[str, ...] = (page,)
    within = _within(before + repaired + after, trusted_within) if not repaired.isascii() else ()
    for deeper in reversed(within):
        first, last = deeper.start - len(before), deeper.end - len(before)
        if first >= 0 and last <= len(repaired):
            repaired = repaired[:first] + deeper.repaired + repaired[last:]
            pages = max(pages, (page, *deeper.pages), key=len)
    if len(pages) > MAX_DEPTH or not _written().fullmatch(repaired):
        return None
    near = [character in _MARKS_OF_PROSE or _script(character) in _NEAR_SCRIPTS for character in repaired]
    if _is_within_cyrillic(before[-1:], text[start:end], after):
        chance = not all(near) or (len(repaired) == 1 and repaired not in _MARKS_OF_PROSE)
    else:
        chance = len(repaired) == 1 and repaired.isalpha() and not near[0]
    sure = len(pages) > 1 or (not chance and _is_unnatural(before, text[start:end], after))
    return Damage(start, end, windows_controls(repaired), pages, sure)


def _within(text: str, trusted: frozenset[str]) -> Sequence[Damage]:
    """The damage that one reading has left in `text`: what is sure, or read through a page that is trusted."""
    if not _first_pair().search(text):
        return ()
    sure = _choose(text, _INNER_PAGES, trusted)
    if sure or not trusted:
        return sure
    for page in _INNER_PAGES:
        found = [d for d in _damage_through(page, text, trusted) if _may_follow(text, d)] if page in trusted else []
        if found:
            return found
    return ()


_BOXES = re.compile("[\u2500-\u259f]")
# Marks that stand between a word and what follows it in correct text too.
_JOINTS = "'’-–—…·\u00a0\u00ad"
_JOINERS = "\u200c\u200d"
# Marks that may end a word in capitals: RÂ», „FÅ“.
_CLOSING = ("»", "“", "”", "’", "›", "…")


def _is_unnatural(before: str, run: str, after: str) -> bool:
    """Whether `run`, a few characters that could be damage, is not what anyone writes between its neighbours."""
    drawn = _BOXES.findall(run)
    if drawn:
        return len(drawn) < len(run)  # a frame has no letters between its lines; what has, is none
    if len(run) == 2 and run[1] in _JOINERS and unicodedata.bidirectional(run[0]) == "AL":
        return False  # Persian joins so within a word
    if not run[-1].isalpha() and run[-1] not in _JOINTS and after.isalpha():
        return True
    if before[-1:].isupper() and run[0].isupper() and run[1:] in _CLOSING:
        return False
    if len(run) >= 6 and not any(map(str.isalnum, run[::2])) and not any(map(str.isspace, run)):
        return True  # –ú–∏–Ω: every other character a dash or the like, and the rest letters
    stretch = before[-1:] + run
    if any(one.islower() and two.isupper() for one, two in pairwise(stretch)):
        return True
    if before.isalpha() and len(before) == 2 and before.islower() and not run[0].isalpha() and len(run) == 2:
        return run[0] in "√≈ƒ¬├┬─┼"
    from ftfy.badness import is_bad

    return bool(is_bad(stretch + after))


def _utf8(data: bytes) -> str | None:
    """`data` as UTF-8, surrogate pairs and other habits of Java and Oracle included; None if it is not."""
    import ftfy.bad_codecs

    ftfy.bad_codecs.ok()
    try:
        return data.decode("utf-8-variants")
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=32)
def _sequences(page: str) -> re.Pattern[str]:
    """One UTF-8 sequence through `page`."""
    leads = [character_class(characters_of(page, *span)) for span in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))]
    more = character_class(characters_of(page, 0x80, 0xBF))
    return re.compile(f"{leads[0]}{more}|{leads[1]}{more}{{2}}|{leads[2]}{more}{{3}}")


@lru_cache(maxsize=32)
def _runs(page: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_sequences(page).pattern})+")


@lru_cache(maxsize=1)
def _written() -> re.Pattern[str]:
    """Text of characters that people write."""
    return re.compile("[" + "".join(f"{first}-{last}" for first, last in _WRITTEN) + "]+")


@lru_cache(maxsize=1)
def _first_pair() -> re.Pattern[str]:
    """How a sequence through any of the inner pages begins."""
    leads = "".join(characters_of(page, 0xC2, 0xF4) for page in _INNER_PAGES)
    return re.compile(
        character_class(leads) + character_class("".join(characters_of(page, 0x80, 0xBF) for page in _INNER_PAGES))
    )


# What is left where a program took a no-break space for a space, or dropped a byte that Windows-1252 does not define:
# Ã and Â before a space, â€ for a closing quotation mark.
_CUT = re.compile(r"(?P<a>Ã)(?P<gap> (?= )| |(?=\r?$))|(?P<space>Â) |(?P<quote>â€)(?=[\s.,;:!?)\]]|$)", re.MULTILINE)


def _cut_short(text: str) -> Iterator[Damage]:
    """Runs that lost a character, where what is left tells it."""
    opening = min((place for mark in ("“", "â€œ") if (place := text.find(mark)) >= 0), default=len(text))
    for match in _CUT.finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        if match["a"]:
            repaired = "à" if match["gap"] == "" or text[end : end + 1] == " " else "à "
            yield Damage(start, end, repaired, (WESTERN,), before.islower())
        elif match["space"]:
            sure = before.islower() or before.isdigit() or before in set(".,;:!?»”)%")
            yield Damage(start, end, "\u00a0", (WESTERN,), sure)
        elif before and not before.isspace():
            yield Damage(start, end, "”", (WESTERN,), opening < start)
