"""A command → what it costs: seconds, processor, memory of all its processes, bytes that it leaves on the disk."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05
"""Seconds between two looks at the memory of the processes."""
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    seconds: float
    processor: float
    """Seconds of processors, in the program and in the system, of all its processes."""
    largest: float
    """The peak of the memory of the process that had most, in MB."""
    together: float
    """The most memory, in MB, that all its processes were seen to have at once; what they share is counted for each."""
    written: int
    """The bytes of the files that are new or were written anew."""


class FailedError(Exception):
    """A command that did not do what was asked; its message is what it printed."""


def join(costs: Sequence[Cost]) -> Cost:
    """Return what commands cost that ran one after the other."""
    return Cost(
        sum(cost.seconds for cost in costs),
        sum(cost.processor for cost in costs),
        max(cost.largest for cost in costs),
        max(cost.together for cost in costs),
        sum(cost.written for cost in costs),
    )


def measure(command: Sequence[str], folder: Path, settings: dict[str, str], patience: float | None = None) -> Cost:
    """Run a command in a folder, with these settings of the environment, and return its cost.

    Raise FailedError if it fails, and TimeoutError if it was stopped after so many seconds of patience.
    """
    before = stamps(folder)
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=printed, stderr=printed)
        watch = Watch(process.pid, patience)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        if watch.is_impatient:
            raise TimeoutError(f"not done after {patience} seconds")
        if status:
            printed.seek(0)
            raise FailedError(printed.read().decode(errors="replace"))
    written = sum(stamp[0] for path, stamp in stamps(folder).items() if before.get(path) != stamp)
    # the system's own peak (ru_maxrss) will not do: it begins with the memory of the process that starts the command
    return Cost(seconds, usage.ru_utime + usage.ru_stime, watch.largest / MEGABYTE, watch.together / MEGABYTE, written)


def stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return for each file below a folder its size, its time and its number on the disk."""
    found = {}
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            file = f"{path}/{name}"
            status = os.lstat(file)
            found[file] = (status.st_size, status.st_mtime_ns, status.st_ino)
    return found


class Watch:
    """A thread that looks again and again at the memory of a process and all below it, and may lose patience."""

    def __init__(self, process: int, patience: float | None) -> None:
        self.process, self.patience = process, patience
        self.is_over, self.is_impatient = threading.Event(), False
        self.largest, self.together = 0, 0
        self.thread = threading.Thread(target=self.look)
        self.thread.start()

    def look(self) -> None:
        """Keep the most memory seen, in bytes, of one process and of all; when patience ends, end them."""
        start = time.perf_counter()
        while not self.is_over.wait(INTERVAL):
            memories = [memory(one) for one in family(self.process)]
            self.largest = max(self.largest, *(peak for peak, _ in memories))
            self.together = max(self.together, self.largest, sum(present for _, present in memories))
            if self.patience is not None and time.perf_counter() - start > self.patience:
                self.is_impatient = True
                for one in family(self.process):
                    with suppress(ProcessLookupError):
                        os.kill(one, signal.SIGKILL)
                return

    def stop(self) -> None:
        """End the watch."""
        self.is_over.set()
        self.thread.join()


def family(process: int) -> list[int]:
    """Return a process and all below it that still run."""
    found = [process]
    for one in found:
        for thread in threads(one):
            found += map(int, read(thread / "children").split())
    return found


def threads(process: int) -> list[Path]:
    """Return the threads of a process; none where it is gone."""
    try:
        return list(Path(f"/proc/{process}/task").iterdir())
    except OSError:
        return []


def memory(process: int) -> tuple[int, int]:
    """Return the most memory that a process has held and what it holds, in bytes; 0 where it is gone."""
    lines = read(Path(f"/proc/{process}/status")).splitlines()
    fields = {name: words for name, _, words in (line.partition(":") for line in lines)}
    peak, present = (fields.get(name, "0 kB").split()[0] for name in ("VmHWM", "VmRSS"))
    return int(peak) * 1024, int(present) * 1024


def read(path: Path) -> str:
    """Return a file of the system; nothing where its process has ended meanwhile."""
    try:
        return path.read_text()
    except OSError:
        return ""
