"""A reader in a process of its own: what a file can make it cost, in time and memory, ends with that process.

The program that reads PDF is written in C++, and a small file can ask it for work without end. Where the system cannot
start a process so (Windows), the reader works in this one.
"""

import contextlib
import os
import pickle
import signal
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from scripts.problems import CorpusError
from scripts.read.extract.blocks import Extraction

Reader = Callable[[bytes, str], Extraction]
MOST_SECONDS, MOST_WAITING = 300, 900
"""So long a reader may compute, and so long it may take with all waiting."""
MOST_MEMORY = 2_000_000_000
"""So many bytes a reader may take besides what the program has already."""
REMEDY = "print it to PDF anew from a program that opens it, or give its text"


def read_apart(read: Reader, data: bytes, path: str) -> Extraction:
    """Return what a reader makes of a file, with its blocks as a list; raise CorpusError as the reader does.

    Raise it too where the file takes more time or memory than any document does.
    """
    if not hasattr(os, "fork"):
        return whole(read(data, path))
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        work(read, data, path, sending)
    os.close(sending)
    with os.fdopen(receiving, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    if not answer:
        raise CorpusError(path, f"takes more time or memory to read than a document does; {REMEDY}", 0, "file")
    result = pickle.loads(answer)  # noqa: S301 - what our own process wrote
    if isinstance(result, Extraction):
        return result
    raise result


def work(read: Reader, data: bytes, path: str, sending: int) -> NoReturn:
    """Read a file within bounds, send what came of it, and end this process."""
    code = 1
    try:
        bind()
        answer = pickle.dumps(attempt(read, data, path), pickle.HIGHEST_PROTOCOL)
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


def bind() -> None:
    """Bound the time and memory of this process."""
    import resource  # noqa: PLC0415 - which Windows does not have

    signal.alarm(MOST_WAITING)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):  # without this file nobody knows what the process has already
        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + MOST_MEMORY, taken + MOST_MEMORY))
