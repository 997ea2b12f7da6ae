"""The scanner over Hyperscan, with its compiled database kept on disk."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable

import hyperscan

from transclean import cache
from transclean._version import __version__
from transclean.scan import Patterns

_MODE = hyperscan.HS_MODE_BLOCK
_BYTES = hyperscan.HS_FLAG_MULTILINE
_CHARACTERS = _BYTES | hyperscan.HS_FLAG_UTF8

_OWNER_BITS = 12
"""The low bits of a pattern's id say whose it is; the others, which of the owner's it is."""
_OWNER_MASK = (1 << _OWNER_BITS) - 1


class HyperscanScanner:
    """See `transclean.scan.Scanner`. Safe to share between threads: each has its own scratch memory."""

    def __init__(self, patterns: Callable[[], Patterns], *, key: str | None = None) -> None:
        database = _load(f"{_machine()} {key}") if key else None
        if database is None:
            database = _compile(patterns())
            if key:
                cache.store("triggers", f"{_machine()} {key}", hyperscan.dumpb(database))
        self._database = database
        self._scratch = hyperscan.Scratch(database)
        self._local = threading.local()

    def scan(self, text: str) -> list[tuple[int, int]]:
        if not text:
            return []
        # A lone surrogate becomes one "?", so that the bytes are UTF-8 and a character stays a character.
        data = text.encode("utf-8", "replace")
        found: set[tuple[int, int]] = set()
        add = found.add

        def on_match(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            add((end, number & _OWNER_MASK))

        scratch = getattr(self._local, "scratch", None)
        if scratch is None:
            scratch = self._local.scratch = self._scratch.clone()
        self._database.scan(data, on_match, scratch=scratch)
        hits = sorted(found)
        return hits if len(data) == len(text) else _in_characters(hits, data)


def _in_characters(hits: list[tuple[int, int]], data: bytes) -> list[tuple[int, int]]:
    """Byte offsets of `data` turned into character offsets, in one walk."""
    result = []
    bytes_seen = characters = 0
    for end, owner in hits:
        if end != bytes_seen:
            characters += len(data[bytes_seen:end].decode())
            bytes_seen = end
        result.append((characters, owner))
    return result


def _literal_escapes(pattern: str) -> str:
    """`\\uXXXX` as the character: Hyperscan does not read the escape."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), pattern)


def _flags(expression: bytes) -> int:
    """ASCII patterns match the same by bytes, and faster: in UTF-8, `s` and `k` have a third case, and `.` many forms."""
    by_bytes = expression.isascii() and b"[^" not in expression and b"." not in expression.replace(b"\\.", b"")
    return _BYTES if by_bytes else _CHARACTERS


def _compile(patterns: Patterns) -> hyperscan.Database:
    expressions = [_literal_escapes(pattern).encode() for group in patterns for pattern in group]
    flags = [_flags(pattern) for pattern in expressions]
    # Each pattern has an id of its own: with a shared one, Hyperscan compiles in the square of their number.
    ids = [number << _OWNER_BITS | owner for owner, group in enumerate(patterns) for number, _ in enumerate(group)]
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
