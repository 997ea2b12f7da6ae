"""What is kept between runs: compiled triggers and the list of rules, in the user's cache folder.

Nothing depends on it: what is missing, broken or of another version is made anew, and a folder that cannot be written
is no reason to fail.
"""

from __future__ import annotations

import os
import sys
import time
import zlib

_MAX_AGE = 60 * 24 * 3600  # seconds
_HEAD = 8  # bytes: checksum of all that follows, and length of the key


def cache_folder() -> str:
    """`TRANSCLEAN_CACHE_DIR`, else the user's cache folder as platformdirs names it."""
    named = os.environ.get("TRANSCLEAN_CACHE_DIR")
    if named:
        return named
    if sys.platform.startswith("linux"):
        # What platformdirs says there too; importing it takes a tenth of a small run.
        base = os.environ.get("XDG_CACHE_HOME", "")
        return os.path.join(base if base.strip() else os.path.expanduser("~/.cache"), "transclean")
    from platformdirs import user_cache_dir

    return user_cache_dir("transclean", appauthor=False)


def load(name: str, key: str) -> bytes | None:
    """What was stored under `name` and `key`; None if nothing was, or it is damaged."""
    try:
        with open(_file(name, key), "rb") as file:
            stored = file.read()
    except OSError:
        return None
    start = _HEAD + int.from_bytes(stored[4:_HEAD], "big")
    if len(stored) < _HEAD or zlib.crc32(stored[4:]) != int.from_bytes(stored[:4], "big"):
        return None
    # Two keys may share a file name, which is but a checksum.
    return stored[start:] if stored[_HEAD:start] == key.encode() else None


def store(name: str, key: str, content: bytes) -> None:
    """Keep `content` under `name` and `key`."""
    encoded = key.encode()
    body = len(encoded).to_bytes(4, "big") + encoded + content
    target = _file(name, key)
    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(zlib.crc32(body).to_bytes(4, "big") + body)
        os.replace(temporary, target)
        _clear_out(os.path.dirname(target))
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)


def _clear_out(folder: str) -> None:
    """Remove what was stored long ago, as by earlier versions."""
    for entry in os.scandir(folder):
        if entry.is_file() and time.time() - entry.stat().st_mtime > _MAX_AGE:
            os.unlink(entry.path)


def _file(name: str, key: str) -> str:
    return os.path.join(cache_folder(), f"{name}-{zlib.crc32(key.encode()):08x}")
