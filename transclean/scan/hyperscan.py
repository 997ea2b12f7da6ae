"""The scanner over Hyperscan, with its compiled databases kept on disk."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from typing import AnyStr

import hyperscan

from transclean import cache
from transclean._version import __version__
from transclean.scan import Patterns
from transclean.scan.rare import RARE_CHARACTER, needs_rare_character
from transclean.threads import side_by_side

_MODE = hyperscan.HS_MODE_BLOCK
_BYTES = hyperscan.HS_FLAG_MULTILINE
_CHARACTERS = _BYTES | hyperscan.HS_FLAG_UTF8

_OWNER_BITS = 12
"""The low bits of a pattern's id say whose it is; the others, which of the owner's it is."""
_OWNER_MASK = (1 << _OWNER_BITS) - 1


_PIECE = 400_000
"""Characters, or bytes, that a thread scans at a time."""

_OVERLAP = 1_000
"""Characters, or bytes, at least that two pieces share."""

_RARE_SEEN = _OWNER_MASK
"""The owner that stands for the second database: text that it matches in may have matches of that one."""


class HyperscanScanner:
    """See `transclean.scan.Scanner`. Safe to share between threads.

    The patterns are in two databases. Those that need a character foreign to English prose are searched for, and
    their database is read or built, only in text that has such a character.
    """

    def __init__(self, patterns: Callable[[], Patterns], *, key: str | None = None) -> None:
        self._patterns = patterns
        self._key = key
        self._lock = threading.Lock()
        self._common = self._database(rare=False)
        self._rare: _Database | None = None

    def scan(self, text: str) -> list[tuple[int, int]]:
        found = side_by_side(lambda piece: self._scan_piece(text, *piece), _pieces(text, "\n"))
        return sorted(set().union(*found))

    def finds_nothing(self, data: bytes) -> bool:
        found = threading.Event()

        def look(piece: tuple[int, int]) -> None:
            if not found.is_set() and not self._is_quiet(data[slice(*piece)]):
                found.set()

        side_by_side(look, _pieces(data, b"\n"))
        return not found.is_set()

    def _is_quiet(self, data: bytes) -> bool:
        try:
            data.decode()
        except UnicodeDecodeError:
            return False
        return not data or not self._hits(data)

    def _scan_piece(self, text: str, start: int, end: int) -> set[tuple[int, int]]:
        """The hits in characters `start` to `end` of `text`, in offsets of all of it."""
        piece = text[start:end]
        if not piece:
            return set()
        # A lone surrogate becomes one "?", so that the bytes are UTF-8 and a character stays a character.
        data = piece.encode("utf-8", "replace")
        found = self._hits(data)
        if len(data) != len(piece):
            found = _in_characters(found, data)
        return {(start + end, owner) for end, owner in found} if start else found

    def _hits(self, data: bytes) -> set[tuple[int, int]]:
        """The hits in UTF-8 `data`, in bytes."""
        found = self._common.scan(data)
        ordinary = {hit for hit in found if hit[1] != _RARE_SEEN}
        return found if len(ordinary) == len(found) else ordinary | self._rare_database().scan(data)

    def _rare_database(self) -> _Database:
        with self._lock:
            if self._rare is None:
                self._rare = self._database(rare=True)
            return self._rare

    def _database(self, *, rare: bool) -> _Database:
        """The stored database of this part, or a new one, stored if there is a key to find it by."""
        key = f"{_machine()} {'rare' if rare else 'common'} {self._key}" if self._key else None
        database = _load(key) if key else None
        if database is None:
            database = _compile(self._patterns(), rare=rare)
            if key:
                cache.store("triggers", key, hyperscan.dumpb(database))
        return _Database(database)


def _pieces(text: AnyStr, newline: AnyStr) -> list[tuple[int, int]]:
    """The pieces of `text` to scan, as start and end in its units: of a long one, several that overlap.

    Where it is cut depends on the text alone, so that the hits do not depend on the machine: at line ends. The overlap
    is for what looks across some lines.
    """
    cuts: list[int] = [0]
    while len(text) - cuts[-1] > 2 * _PIECE:
        line_end = text.find(newline, cuts[-1] + _PIECE)
        if line_end == -1:
            break
        cuts.append(line_end + 1)
    starts = [text.rfind(newline, 0, max(cut - _OVERLAP, 0)) + 1 for cut in cuts]
    return list(zip(starts, [*cuts[1:], len(text)], strict=True))


class _Database:
    """A compiled database. Each thread has its own scratch memory."""

    def __init__(self, database: hyperscan.Database) -> None:
        self._database = database
        self._scratch = hyperscan.Scratch(database)
        self._local = threading.local()

    def scan(self, data: bytes) -> set[tuple[int, int]]:
        """(end of a match in bytes, owner) for the matches in `data`."""
        found: set[tuple[int, int]] = set()
        add = found.add

        def on_match(identity: int, _start: int, end: int, _flags: int, _context: object) -> None:
            add((end, identity & _OWNER_MASK))

        scratch = getattr(self._local, "scratch", None)
        if scratch is None:
            scratch = self._local.scratch = self._scratch.clone()
        self._database.scan(data, on_match, scratch=scratch)
        return found


def _in_characters(hits: set[tuple[int, int]], data: bytes) -> set[tuple[int, int]]:
    """Byte offsets of `data` turned into character offsets, in one walk."""
    result = set()
    bytes_seen = characters = 0
    for end, owner in sorted(hits):
        if end != bytes_seen:
            characters += len(data[bytes_seen:end].decode())
            bytes_seen = end
        result.add((characters, owner))
    return result


def _dialect(pattern: str) -> str:
    """A trigger as Hyperscan reads it: characters in place of `\\u` escapes, and `\\z` for the very end of the text."""
    pattern = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), pattern)
    return pattern.replace(r"\Z", r"\z")


def _flags(expression: bytes) -> int:
    """ASCII patterns match the same by bytes, and faster: in UTF-8, `s` and `k` have a third case."""
    # Not where a class or a dot might take a part of a character.
    by_bytes = expression.isascii() and b"[^" not in expression and b"." not in expression.replace(b"\\.", b"")
    return _BYTES if by_bytes else _CHARACTERS


def _compile(patterns: Patterns, *, rare: bool) -> hyperscan.Database:
    """The database of the patterns that need a rare character, or of the others and what finds such a one."""
    expressions: list[bytes] = []
    ids: list[int] = []
    flags: list[int] = []
    for owner, group in enumerate(patterns):
        # Each pattern has an id of its own: with a shared one, Hyperscan compiles in the square of their number.
        for number, pattern in enumerate(dict.fromkeys(group)):
            if needs_rare_character(pattern) == rare:
                expressions.append(_dialect(pattern).encode())
                ids.append(number << _OWNER_BITS | owner)
                flags.append(_flags(expressions[-1]))
    if not rare:
        expressions.append(RARE_CHARACTER.encode())
        ids.append(_RARE_SEEN)
        flags.append(_CHARACTERS | hyperscan.HS_FLAG_SINGLEMATCH)
    database = hyperscan.Database(mode=_MODE)
    # An empty database cannot be built; one that cannot match serves as well.
    database.compile(expressions=expressions or [rb"\x00\x01\x02\x03"], ids=ids or [0], flags=flags or _BYTES)
    return database


def _machine() -> str:
    """What a compiled database depends on beside its patterns."""
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_ARCHITECTURE", "")
    return f"{__version__} {getattr(hyperscan, '__version__', '')} {machine} {_vector_extensions()}"


def _vector_extensions() -> str:
    """What decides which code Hyperscan compiles for, where the system says it."""
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as info:
            for line in info:
                if line.startswith(("flags", "Features")):
                    return " ".join(w for w in line.split() if w.startswith(("avx", "sse", "ssse", "sve", "asimd")))
    except OSError:
        pass
    return ""


def _load(key: str) -> hyperscan.Database | None:
    """The stored database; None if there is none, or it is from elsewhere."""
    stored = cache.load("triggers", key)
    if stored is None:
        return None
    try:
        return hyperscan.loadb(stored, _MODE)
    except hyperscan.error:
        return None
