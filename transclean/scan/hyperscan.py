"""The scanner over Hyperscan, with its compiled database kept on disk."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import threading
from collections.abc import Callable
from pathlib import Path

import hyperscan

from transclean._version import __version__
from transclean.scan import Patterns

_MODE = hyperscan.HS_MODE_BLOCK
_FLAGS = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_MULTILINE


class HyperscanScanner:
    """See `transclean.scan.Scanner`. Safe to share between threads: each has its own scratch memory."""

    def __init__(self, patterns: Callable[[], Patterns], *, key: str | None = None) -> None:
        database = _load(key) if key else None
        if database is None:
            database = _compile(patterns())
            if key:
                _store(database, key)
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

        def on_match(owner: int, _start: int, end: int, _flags: int, _context: object) -> None:
            add((end, owner))

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


def _compile(patterns: Patterns) -> hyperscan.Database:
    expressions = [_literal_escapes(pattern).encode() for group in patterns for pattern in group]
    owners = [owner for owner, group in enumerate(patterns) for _ in group]
    database = hyperscan.Database(mode=_MODE)
    # An empty database cannot be built; one that cannot match serves as well.
    database.compile(expressions=expressions or [b"\x00\x01\x02\x03"], ids=owners or [0], flags=_FLAGS)
    return database


def _cache_file(key: str) -> Path:
    digest = hashlib.sha256()
    for part in (__version__, getattr(hyperscan, "__version__", ""), platform.machine(), _cpu(), key):
        digest.update(part.encode() + b"\0")
    return cache_folder() / f"triggers-{digest.hexdigest()[:32]}.hs"


def cache_folder() -> Path:
    """Where databases are kept: `TRANSCLEAN_CACHE_DIR`, else the user's cache folder."""
    named = os.environ.get("TRANSCLEAN_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("transclean", appauthor=False))


def _cpu() -> str:
    """What decides which code Hyperscan compiles for: the processor's vector extensions."""
    try:
        with Path("/proc/cpuinfo").open(encoding="ascii", errors="replace") as info:
            for line in info:
                if line.startswith(("flags", "Features")):
                    return " ".join(w for w in line.split() if w.startswith(("avx", "sse", "ssse", "sve", "asimd")))
    except OSError:
        pass
    return platform.processor()


def _load(key: str) -> hyperscan.Database | None:
    """The stored database; None if there is none, or it is broken or from elsewhere."""
    try:
        stored = _cache_file(key).read_bytes()
    except OSError:
        return None
    # A digest of the content stands before it: Hyperscan itself would not notice a flipped bit.
    if len(stored) < 32 or hashlib.sha256(stored[32:]).digest() != stored[:32]:
        return None
    try:
        return hyperscan.loadb(stored[32:], _MODE)
    except hyperscan.error:
        return None


def _store(database: hyperscan.Database, key: str) -> None:
    """Keep the database for the next run. A folder that cannot be written is no reason to fail."""
    content = hyperscan.dumpb(database)
    target = _cache_file(key)
    temporary = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(hashlib.sha256(content).digest() + content)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
