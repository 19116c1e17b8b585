"""A reader in a process of its own: what a file can make it cost, in time and memory, ends with that process.

The program that reads PDF is written in C++, and a small file can ask it for work without end. Where the system cannot
start a process so (Windows), the reader works in this one.
"""

import contextlib
import math
import os
import pickle
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, NoReturn, TypeVar, cast

from scripts.problems import CorpusError
from scripts.read.extract.blocks import Extraction

Reader = Callable[[bytes, str], Extraction]
Answer = TypeVar("Answer")
MOST_SECONDS, MOST_WAITING = 300, 900
"""So long a reader may compute, and so long it may take with all waiting."""
MOST_MEMORY = 2_000_000_000
"""So many bytes a reader may take besides what the program has already."""
REMEDY = "print it to PDF anew from a program that opens it, or give its text"


class Worker(NamedTuple, Generic[Answer]):
    """A process that works apart, and where its answer comes from."""

    process: int
    receiving: int


def read_apart(read: Reader, data: bytes, path: str) -> Extraction:
    """Return what a reader makes of a file, with its blocks as a list; raise CorpusError as the reader does.

    Raise it too where the file takes more time or memory than any document does.
    """
    if not hasattr(os, "fork"):
        return whole(read(data, path))
    result = receive(begin(partial(attempt, read, data, path)))
    if isinstance(result, Extraction):
        return result
    raise result or too_costly(path)


def too_costly(path: str) -> CorpusError:
    """Return why a file is refused of which no answer comes."""
    return CorpusError(path, f"takes more time or memory to read than a document does; {REMEDY}", 0, "file")


def begin(work: Callable[[], Answer], workers: int = 1) -> Worker[Answer]:
    """Return a new process that does this work, one of so many that share the bounds of one."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        send(work, workers, sending)
    os.close(sending)
    return Worker(child, receiving)


def receive(worker: Worker[Answer]) -> Answer | None:
    """Return what came of a process's work, once it has ended; None where it took too much."""
    with os.fdopen(worker.receiving, "rb") as stream:
        answer = stream.read()
    _, _, usage = os.wait4(worker.process, 0)
    spend(usage.ru_utime + usage.ru_stime)
    return cast("Answer", pickle.loads(answer)) if answer else None  # noqa: S301 - what our own process wrote


def send(work: Callable[[], object], workers: int, sending: int) -> NoReturn:
    """Work within bounds, send what came of it, and end this process."""
    code = 1
    try:
        bind(workers)
        answer = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(sending, "wb") as stream:
            stream.write(answer)
        code = 0
    finally:
        os._exit(code)  # nothing of the other process is to be closed or written a second time


def attempt(read: Reader, data: bytes, path: str) -> Extraction | CorpusError:
    """Return what a reader makes of a file, or why it makes nothing of it."""
    try:
        return whole(read(data, path))
    except CorpusError as error:
        return error


def whole(extraction: Extraction) -> Extraction:
    """Return an extraction whose blocks are all made, so that what they leave out is counted."""
    blocks = list(extraction.blocks)
    return Extraction(blocks, extraction.program, extraction.left_out, extraction.address)


def bind(workers: int) -> None:
    """Bound the time and memory of this process, one of so many that share them."""
    import resource  # noqa: PLC0415 - which Windows does not have

    signal.alarm(MOST_WAITING)
    seconds, memory = MOST_SECONDS // workers, MOST_MEMORY // workers
    lower(resource.RLIMIT_CPU, seconds)
    lower(resource.RLIMIT_CORE, 0)
    with contextlib.suppress(OSError):  # without this file nobody knows what the process has already
        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        lower(resource.RLIMIT_AS, taken + memory)


def lower(kind: int, limit: int) -> None:
    """Bound what this process may take of one kind, where its bound is not lower already."""
    import resource  # noqa: PLC0415 - which Windows does not have

    hard = resource.getrlimit(kind)[1]
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(kind, (limit, limit))


def spend(seconds: float) -> None:
    """Take from the time of this process, where that is bounded, what another one took for it."""
    import resource  # noqa: PLC0415 - which Windows does not have

    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_CPU, (max(soft - math.ceil(seconds), 1), hard))
