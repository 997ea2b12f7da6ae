"""UTF-8 that was read as a single-byte code page: `cafÃ©`, `itâ€™s`, `caf√©`, `РџСЂРёРІРµС‚`, `Ø³Ù„Ø§Ù…`.

One mechanism for every page. A run of characters is damage if (1) its bytes in the page are valid UTF-8, (2) that
UTF-8 says only characters that people write, and (3) the run as it stands is unnatural: `ftfy.badness`, which knows
hundreds of odd neighbours, says so, or a capital follows a small letter, or a mark stands against the letter after
it. A run for which only (3) is in doubt counts as damage beside a sure one in the same paragraph. What was read
wrongly twice is decoded until it no longer is damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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

CYRILLIC_PAGES = ("cp1251", "koi8-r", "cp866")
PAGES = (
    WESTERN, "cp1250", "cp1254", "cp1257", "iso8859-2", MAC, "cp437", "cp850", *CYRILLIC_PAGES, "cp1253", "cp1256",
)  # fmt: skip
"""Pages that UTF-8 gets read as, the likeliest first: where two explain a run alike, the first wins."""

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

# From here on (Arabic, Indic, Chinese …) a text does not use single letters of the script: one alone is chance.
_FAR_SCRIPTS = "\u0590"


@dataclass(frozen=True)
class Damage:
    """Characters `start` to `end` are `repaired`, read as UTF-8 through `page`, `depth` times one on the other."""

    start: int
    end: int
    repaired: str
    page: str
    depth: int
    sure: bool

    @property
    def is_arabic(self) -> bool:
        return any("\u0600" <= character <= "\u06ff" for character in self.repaired)

    @property
    def has_letters(self) -> bool:
        return any(character.isalpha() for character in self.repaired)


@lru_cache(maxsize=64)
def find_damage(text: str) -> tuple[Damage, ...]:
    """The damaged runs of `text`, in order, not overlapping."""
    found = [*_cut_short(text)]
    for page in PAGES:
        found += _damage_through(page, text)
    trusted = {damage.page for damage in found if damage.sure}
    found = [damage for damage in found if damage.page in trusted]
    found.sort(key=lambda d: (d.start, not d.sure, -d.end, PAGES.index(d.page)))
    chosen: list[Damage] = []
    for damage in found:
        if not chosen or damage.start >= chosen[-1].end:
            chosen.append(damage)
    return tuple(chosen)


def windows_controls(text: str) -> str:
    """`text` with controls U+0080 to U+009F read as the bytes of Windows-1252 that they were."""
    return "".join(seen_through(bytes([ord(c)]), WESTERN) if "\x80" <= c <= "\x9f" else c for c in text)


def is_damaged(text: str, position: int) -> bool:
    """Whether character `position` of `text` belongs to a damaged run, and so is not what it seems."""
    return any(damage.start <= position < damage.end for damage in find_damage(text))


def damage_triggers(pages: tuple[str, ...]) -> list[str]:
    """Triggers for what `find_damage` finds through `pages`: the first characters of all that people write.

    Two small letters are left out, being what correct text is made of; no damage consists of such pairs alone.
    """
    following: dict[tuple[str, str], set[str]] = {}  # lead, third character if any -> second characters
    for page in pages:
        look: dict[int, list[str]] = {}
        for character, byte in byte_table(page).items():
            look.setdefault(byte, []).append(character)
        third = character_class(characters_of(page, 0x80, 0xBF))
        heads = {chr(point).encode()[:2] for first, last in _WRITTEN for point in range(ord(first), ord(last) + 1)}
        for lead, second in heads:
            for character in look[lead]:
                seconds = {s for s in look[second] if not (character.islower() and s.islower())}
                following.setdefault((character, third if lead >= 0xE0 else ""), set()).update(seconds)
    return [
        f"{lead}{character_class(seconds)}{third}" for (lead, third), seconds in sorted(following.items()) if seconds
    ]


def _damage_through(page: str, text: str) -> Iterator[Damage]:
    for match in _runs(page).finditer(text):
        whole = _examine(text, match.start(), match.end(), page)
        if whole is not None:
            yield whole
            continue
        for sequence in _sequences(page).finditer(text, match.start(), match.end()):
            part = _examine(text, sequence.start(), sequence.end(), page)
            if part is not None:
                yield part


def _examine(text: str, start: int, end: int, page: str) -> Damage | None:
    """The run from `start` to `end` as damage through `page`; None if it is not UTF-8, or says nothing written."""
    data = to_bytes(text[start:end], page)
    repaired = _utf8(data) if data else None
    if repaired is None:
        return None
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    depth = 1
    for deeper in reversed(find_damage(before + repaired + after) if not repaired.isascii() else ()):
        first, last = deeper.start - len(before), deeper.end - len(before)
        if deeper.sure and first >= 0 and last <= len(repaired):
            repaired = repaired[:first] + deeper.repaired + repaired[last:]
            depth = max(depth, deeper.depth + 1)
    if depth > MAX_DEPTH or not all(_is_written(character) for character in repaired):
        return None
    lone = len(repaired) == 1 and repaired.isalpha() and repaired >= _FAR_SCRIPTS
    sure = depth > 1 or (not lone and _is_unnatural(before, text[start:end], after))
    return Damage(start, end, windows_controls(repaired), page, depth, sure)


# Marks that stand between a word and what follows it in correct text too.
_BOXES = re.compile("[\u2500-\u259f]")
_JOINTS = "'’-–—…·\u00a0\u00ad"
# Marks that may end a word in capitals: RÂ», „FÅ“.
_CLOSING = ("»", "“", "”", "’", "›", "…")


def _is_unnatural(before: str, run: str, after: str) -> bool:
    """Whether `run`, a few characters that could be damage, is not what anyone writes between its neighbours."""
    drawn = _BOXES.findall(run)
    if drawn:
        return len(drawn) < len(run)  # a frame has no letters between its lines; what has, is none
    if not run[-1].isalpha() and run[-1] not in _JOINTS and after.isalpha():
        return True
    if before[-1:].isupper() and run[0].isupper() and run[1:] in _CLOSING:
        return False
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


def _is_written(character: str) -> bool:
    return any(first <= character <= last for first, last in _WRITTEN)


# What is left where a program took a no-break space for a space, or dropped a byte that Windows-1252 does not define:
# Ã and Â before a space, â€ for a closing quotation mark.
_CUT = re.compile(r"(?P<a>Ã)(?P<gap> (?= )| |(?=\r?$))|(?P<space>Â) |(?P<quote>â€)(?=[\s.,;:!?)\]]|$)", re.MULTILINE)


def _cut_short(text: str) -> Iterator[Damage]:
    """Runs that lost a character, where what is left tells it."""
    for match in _CUT.finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        if match["a"]:
            repaired = "à" if match["gap"] == "" or text[end : end + 1] == " " else "à "
            yield Damage(start, end, repaired, WESTERN, 1, before.islower())
        elif match["space"]:
            sure = before.islower() or before.isdigit() or before in set(".,;:!?»”)%")
            yield Damage(start, end, "\u00a0", WESTERN, 1, sure)
        elif before and not before.isspace():
            yield Damage(start, end, "”", WESTERN, 1, "“" in text[:start] or "â€œ" in text[:start])
