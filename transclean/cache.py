"""What is kept between runs: compiled triggers, the list of rules, tables that take long to make.

It lies in the user's cache folder, or in `TRANSCLEAN_CACHE_DIR`; where that is set but empty nothing is kept. Nothing
depends on it: what is missing, broken or of another version is made anew, and a folder that cannot be written is no
reason to fail.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Callable
from typing import Any

_MAX_AGE = 60 * 24 * 3600  # seconds
_CHECKSUM = 4  # bytes


def cache_folder() -> str:
    """`TRANSCLEAN_CACHE_DIR`, else the user's cache folder as platformdirs names it. Empty: keep nothing."""
    named = os.environ.get("TRANSCLEAN_CACHE_DIR")
    if named is not None:
        return named
    if sys.platform.startswith("linux"):
        # What platformdirs says there too; importing it takes a tenth of a small run.
        base = os.environ.get("XDG_CACHE_HOME", "")
        return os.path.join(base if base.strip() else os.path.expanduser("~/.cache"), "transclean")
    from platformdirs import user_cache_dir

    return user_cache_dir("transclean", appauthor=False)


def remember(name: str, key: str, make: Callable[[], Any]) -> Any:
    """What `make` gives, kept under `name` and `key`; it is made of what JSON has."""
    import json

    stored = load(name, key)
    if stored is not None:
        return json.loads(stored)
    value = make()
    store(name, key, json.dumps(value, ensure_ascii=False).encode())
    return value


def read_toml(path: str) -> dict[str, Any]:
    """What the TOML file at `path`, one of the package's own, holds. Parsing takes ten times as long as loading."""

    def parse() -> Any:
        if sys.version_info >= (3, 11):
            import tomllib
        else:
            import tomli as tomllib

        with open(path, "rb") as file:
            return tomllib.load(file)

    status = os.stat(path)
    name = os.path.basename(path).removesuffix(".toml")
    table: dict[str, Any] = remember(name, f"{path} {status.st_mtime_ns} {status.st_size}", parse)
    return table


def load(name: str, key: str) -> bytes | None:
    """What was stored under `name` and `key`; None if nothing was, or it is damaged."""
    if not cache_folder():
        return None
    wanted = key.encode()
    try:
        # Unbuffered: the buffer would copy a database of megabytes once more.
        with open(_file(name, key), "rb", buffering=0) as file:
            checksum = file.read(_CHECKSUM)
            # Two keys may share a file name, which is but a checksum.
            if file.read(len(wanted)) != wanted:
                return None
            content = file.read()
    except OSError:
        return None
    return content if checksum == _checksum(wanted, content) else None


def store(name: str, key: str, content: bytes) -> None:
    """Keep `content` under `name` and `key`."""
    if not cache_folder():
        return
    encoded = key.encode()
    target = _file(name, key)
    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(temporary, "wb") as file:
            file.writelines((_checksum(encoded, content), encoded, content))
        os.replace(temporary, target)
        _clear_out(os.path.dirname(target))
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)


def _checksum(key: bytes, content: bytes) -> bytes:
    # The length, or a key and content could be cut at another place.
    return zlib.crc32(content, zlib.crc32(key, len(key))).to_bytes(_CHECKSUM, "big")


def _clear_out(folder: str) -> None:
    """Remove what was stored long ago, as by earlier versions."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file() and time.time() - entry.stat().st_mtime > _MAX_AGE:
                os.unlink(entry.path)


def _file(name: str, key: str) -> str:
    return os.path.join(cache_folder(), f"{name}-{zlib.crc32(key.encode()):08x}")
