"""One writer at a time: whoever writes into the project holds its lock, and the next one waits and says for whom.

The system gives the lock back when its holder ends, however it ends, and all processes that it began: they hold it too.
"""

import errno
import fcntl
import multiprocessing
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from scripts.problems import CorpusError
from scripts.write.disk.replacing import clear, make_folder, refuse_strange, settle

LOCK = "build/writing.lock"
"""Whom the lock belongs to stands in it; nothing where nobody holds it."""
MOMENT = 0.05
"""Seconds in which whoever just took the lock has said who it is."""
REMEDIES = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.EFBIG: "let files be larger",
    errno.EACCES: "give yourself the right to it",
    errno.EPERM: "give yourself the right to it",
    errno.EROFS: "let the disk be written",
    errno.EXDEV: "have it on the same disk as build/",
    errno.EMFILE: "let more files be open at once",
}


@contextmanager
def writing(root: Path) -> Iterator[int]:
    """Hold the lock of the project at `root`, once what a killed run left is settled; yield what holds it.

    Where another process holds it, say which and wait. CorpusError where a file cannot be read or written.
    """
    with telling(root):
        refuse_strange(root, LOCK, is_tree=False)
        make_folder(root / "build")
        lock = os.open(root / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            acquire(lock)
            settle(root)
            yield lock
        finally:
            clear(root)
            os.ftruncate(lock, 0)
            os.close(lock)  # which gives it back once no process that was begun has it any more


def writing_into(root: Path, targets: Iterable[Path]) -> AbstractContextManager[object]:
    """Hold the lock where one of these files or folders is within the project; elsewhere nobody needs it."""
    own = root.resolve()
    return writing(root) if any(target.resolve().is_relative_to(own) for target in targets) else nullcontext()


def acquire(lock: int) -> None:
    """Take the lock, and write down who has it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        time.sleep(MOMENT)
        holder = os.pread(lock, 200, 0).decode("utf-8", "replace") or "another run"
        print(f"{holder} is writing; waiting for it to end …", file=sys.stderr)
        fcntl.flock(lock, fcntl.LOCK_EX)
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"`{command()}` (process {os.getpid()})".encode(), 0)


def command() -> str:
    """Return the command that runs, such as `python -m scripts build`."""
    module = getattr(sys.modules["__main__"], "__spec__", None)
    name = f"python -m {module.name.removesuffix('.__main__')}" if module else Path(sys.argv[0]).name
    return " ".join([name, *sys.argv[1:2]])


@contextmanager
def telling(root: Path) -> Iterator[None]:
    """Turn what the disk refuses into a CorpusError that says which file it is, why, and what to do."""
    try:
        yield
    except OSError as error:
        name = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else "the disk"
        reason = (error.strerror or str(error)).lower()
        remedy = REMEDIES.get(error.errno or 0, "look what is there")
        message = f"cannot be read or written ({reason}); {remedy}, and run it again"
        raise CorpusError(name.removeprefix(f"{root}/"), message, 0, "disk") from error
    except sqlite3.OperationalError as error:
        message = f"cannot be read or written ({error}); make room or give yourself the right to it, and run it again"
        raise CorpusError("build", message, 0, "disk") from error


def end_with_parent() -> None:
    """In a process that helps: end at once when the one that began it does, so that nothing is written after it."""
    threading.Thread(target=watch_parent, daemon=True).start()


def watch_parent() -> None:
    """Wait for the end of the process that began this one, and end this one."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
