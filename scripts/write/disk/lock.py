"""One writer at a time: whoever writes docs/, corpus/ or site/ holds the lock of the project, and the next one waits.

The system gives the lock back when its holder ends, however it ends.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Hold the lock of the project at `root`; where another process holds it, say which and wait for it."""
    folder = root / "build"
    folder.mkdir(exist_ok=True)
    holder = folder / "writing.holder"
    lock = FileLock(folder / "writing.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        name = holder.read_text(encoding="utf-8") if holder.exists() else "unknown"
        print(f"Another build is running (process {name}); waiting for it to end …", file=sys.stderr)
        lock.acquire()
    try:
        holder.write_text(str(os.getpid()), encoding="utf-8")
        yield
    finally:
        lock.release()
