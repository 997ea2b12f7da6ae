"""One file from bytes to bytes: the only place where reading, decoding, repairing and writing meet."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from transclean.batch.walk import Job
from transclean.batch.write import replace_file
from transclean.decode import BinaryError, Decoded, decode, encode, is_straight
from transclean.errors import ConfigError, TranscleanError
from transclean.formats import format_named
from transclean.located import Located, locate
from transclean.pipeline import engine_for
from transclean.threads import side_by_side

_LARGE = 1_000_000
"""Bytes from which on it takes as long to read a file as to load the rules for it: then both go on at once."""


@dataclass(frozen=True)
class Action:
    """What to do with each file beside finding out what is to be repaired.

    `write`: repair it in place; `diff`: show the difference; `give_back`: give the repaired bytes in the result.
    """

    write: bool = False
    diff: bool = False
    give_back: bool = False


@dataclass(frozen=True)
class Result:
    """What became of one file.

    `changed`: whether there are repairs, made or not; `problem`: why it could not be done; `notice`: what else the
    user should know of it; `diff` and `data` if the action asked for them.
    """

    path: str
    located: tuple[Located, ...] = ()
    changed: bool = False
    problem: str = ""
    notice: str = ""
    diff: str = ""
    data: bytes | None = None


def mend(job: Job, action: Action) -> Result:
    """Do `job`. Whatever goes wrong with it is in the result; only wrong settings raise (ConfigError)."""
    if job.skip:
        return Result(job.path, data=job.data)
    try:
        if job.data is not None:
            return _mend_bytes(job.data, job, action)
        with open(job.path, "rb") as file:
            seen = os.fstat(file.fileno())
            steps: list[Callable[[], Any]] = [file.read, partial(engine_for, job.settings)]
            content = side_by_side(lambda step: step(), steps)[0] if job.size > _LARGE else file.read()
        result = _mend_bytes(content, job, action)
        if action.write and result.changed and result.data is not None:
            replace_file(job.path, result.data, seen=seen)
        return result if action.give_back else dataclasses.replace(result, data=None)
    except ConfigError:
        raise
    except OSError as error:
        return Result(job.path, problem=error.strerror or str(error))
    except MemoryError:
        return Result(job.path, problem="is too large for this machine's memory")
    except TranscleanError as error:
        return Result(job.path, problem=str(error))
    except Exception as error:  # a bug of ours in one file must not cost the others
        return Result(job.path, problem=f"internal error, left as it was: {type(error).__name__}: {error}")


def _mend_bytes(data: bytes, job: Job, action: Action) -> Result:
    engine = engine_for(job.settings)
    if job.encoding is None and is_straight(data) and engine.leaves_alone(data):
        return Result(job.path, data=data)
    known = format_named(job.settings.format)
    container = known.container
    if container is not None:
        decoded = Decoded(container.unpack(data))
    else:
        try:
            decoded = decode(data, job.encoding, known.declared(data))
        except BinaryError as error:
            return Result(job.path, notice=str(error), data=data)
    outcome = engine.run(decoded.text, keep_breaks=True, language=job.language)
    fixed, changes = outcome.text, outcome.changes
    new = data
    if container is not None:
        new = container.pack(data, fixed) if changes else data
    # A stream is written anew, and then in one encoding whether or not there was something to repair.
    elif changes or (decoded.legacy and action.give_back):
        new = encode(fixed, decoded, keep_encoding=job.keep_encoding)
    diff = ""
    if action.diff and changes:
        from transclean.batch.difference import unified_diff

        diff = unified_diff(job.path, decoded.text, changes)
    return Result(
        job.path,
        tuple(locate(job.path, decoded.text, changes, outcome.reports, applied=action.write or action.give_back)),
        changed=bool(changes),
        notice=f"read as {decoded.encoding}; --encoding NAME reads it otherwise" if decoded.guessed else "",
        diff=diff,
        data=new,
    )
