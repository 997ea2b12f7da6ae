"""Many files at once: by processes when there is enough work to pay for them, with the same results in any case."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transclean.batch.mend import Action, Result, mend
from transclean.batch.walk import Job
from transclean.pipeline import engine_for

if TYPE_CHECKING:
    from concurrent.futures import Future

# Starting processes costs about a tenth of a second: what this much work takes.
_MANY_FILES = 200
_MUCH_TEXT = 4_000_000  # bytes
# A chunk goes to a process at once. Small enough that an interrupted run ends soon, and that no process runs idle.
_CHUNK_FILES = 16
_CHUNK_BYTES = 1_000_000


def mend_files(jobs: Sequence[Job], action: Action, *, processes: int | None = None) -> Iterator[Result]:
    """The result of each job, in order. `processes` None: as many as the work is worth."""
    if processes is None:
        processes = _worthwhile(jobs)
    processes = min(processes, len(jobs))
    if processes > 1:
        return _side_by_side(jobs, action, processes)
    return (mend(job, action) for job in jobs)


def _worthwhile(jobs: Sequence[Job]) -> int:
    if len(jobs) <= _MANY_FILES and sum(job.size for job in jobs) <= _MUCH_TEXT:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chunks(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    chunk: list[Job] = []
    size = 0
    for job in jobs:
        chunk.append(job)
        size += job.size
        if len(chunk) >= _CHUNK_FILES or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _side_by_side(jobs: Sequence[Job], action: Action, processes: int) -> Iterator[Result]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    for settings in {job.settings: None for job in jobs}:
        engine_for(settings)  # wrong settings are said once and here; forked processes find the engine ready
    start = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(
        processes, multiprocessing.get_context(start), initializer=_begin_worker, initargs=(os.getpid(),)
    )
    waiting: list[tuple[list[Job], Future[list[Result]]]] = []
    chunks = _chunks(jobs)
    try:
        while True:
            # As many chunks ahead as keep every process busy, and no more: results are not to pile up.
            while len(waiting) < 3 * processes and (chunk := next(chunks, None)) is not None:
                waiting.append((chunk, pool.submit(_mend_chunk, chunk, action)))
            if not waiting:
                return
            chunk, future = waiting.pop(0)
            try:
                yield from future.result()
            except BrokenProcessPool:
                # A process was killed, as by a lack of memory. What it had done is done; the rest goes on here.
                for rest in (chunk, *(chunk for chunk, _ in waiting), *chunks):
                    yield from (mend(job, action) for job in rest)
                return
    finally:
        pool.shutdown(cancel_futures=True)


def _mend_chunk(chunk: list[Job], action: Action) -> list[Result]:
    return [mend(job, action) for job in chunk]


def _begin_worker(parent: int) -> None:
    """Set up a worker process: ending the run is the parent's affair, and without the parent there is nothing to do."""
    import signal
    import threading
    import time

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, daemon=True).start()
