"""Writing a file so that it is old or new, never half.

The new content goes to a temporary file in the same folder, is forced to disk, and takes the place of the old one in
one step. Mode, owner and extended attributes are kept; a symbolic link is followed, not replaced.
"""

from __future__ import annotations

import contextlib
import os


class ChangedMeanwhileError(OSError):
    """The file is no longer the one that was read."""

    def __init__(self) -> None:
        super().__init__(0, "was changed by someone else meanwhile; left alone")


def replace_file(path: str, data: bytes, *, seen: os.stat_result | None = None) -> None:
    """Put `data` in the file at `path`, new if there is none. `seen`: how it was when it was read.

    Raises OSError, with nothing left behind and the file as it was.
    """
    target = os.path.realpath(path)
    before = os.stat(target) if seen is not None or os.path.exists(target) else None
    if before is not None and seen is not None and _version(before) != _version(seen):
        raise ChangedMeanwhileError
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "is read-only")
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".{os.path.basename(target)[:100]}.{os.getpid()}.transclean.tmp")
    mode = 0o666 if before is None else 0o600  # for a new file as the user's mask says; else set below
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if before is not None:
                _keep_attributes(file.fileno(), temporary, target, before)
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except FileExistsError:
        raise  # somebody else's
    except BaseException:  # also Ctrl-C: nothing is left behind, and the error goes on
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _version(status: os.stat_result) -> tuple[int, int]:
    return status.st_mtime_ns, status.st_size


def _keep_attributes(descriptor: int, temporary: str, target: str, before: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        now = os.fstat(descriptor)
        if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
            try:
                os.fchown(descriptor, before.st_uid, before.st_gid)
            except PermissionError:
                raise PermissionError(13, "belongs to another user, which writing it could not keep") from None
    if hasattr(os, "listxattr"):  # access control lists among them
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(target, name))
    # Last: a change of owner may clear bits of the mode.
    os.chmod(temporary, before.st_mode & 0o7777)


def _sync_folder(folder: str) -> None:
    """Make the new directory entry durable, where the system can."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
