"""Runs a command and kills it: at a moment, or at its n-th call of the system's (with strace)."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.kills.project import environment, run

CALLS = {
    "rename": "rename,renameat,renameat2",
    "remove": "unlink,unlinkat,rmdir",
    "link": "link,linkat",
    "folder": "mkdir,mkdirat",
    "write": "write,pwrite64",
    "mode": "chmod,fchmod,fchmodat,fsync,fdatasync",
}
"""Of the calls that change the disk, what each kind is called here."""
WAYS = ("parent", "child", "all")
"""Who is killed: the process that was begun, one that it began, or all."""


def begin(project: Path, command: tuple[str, ...], *before: str) -> subprocess.Popen[bytes]:
    """Begin a command in a session of its own."""
    whole = [*before, sys.executable, "-m", *command]
    log = subprocess.DEVNULL
    return subprocess.Popen(whole, cwd=project, env=environment(), stdout=log, stderr=log, start_new_session=True)


def kill_at_moment(project: Path, command: tuple[str, ...], seconds: float, way: str) -> float:
    """Kill a run after so many seconds; return 0 or, where it had ended before, after how many."""
    start, running = time.perf_counter(), begin(project, command)
    with suppress(subprocess.TimeoutExpired):
        running.wait(seconds)
        return time.perf_counter() - start
    if way == "all":
        os.killpg(running.pid, signal.SIGKILL)
    elif way == "child" and (children := children_of(running.pid)):
        with suppress(ProcessLookupError):
            os.kill(children[-1], signal.SIGKILL)
    else:
        running.kill()
    running.wait()
    return 0


def children_of(process: int) -> list[int]:
    """Return the processes that a process began."""
    with suppress(FileNotFoundError):
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


def kill_at_call(project: Path, command: tuple[str, ...], kind: str, number: int) -> bool:
    """Kill a run, or the child that makes it, at its n-th call of a kind; return whether there was one."""
    calls = CALLS[kind]
    tracer = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={calls}"]
    running = begin(project, command, *tracer, "-e", f"inject={calls}:signal=KILL:when={number}")
    return running.wait() != 0


def count_calls(project: Path, command: tuple[str, ...], kind: str) -> int:
    """Return how many calls of a kind the busiest process of a whole run makes."""
    log = project.with_name("calls.txt")
    run(project, command, "strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS[kind]}")
    processes = re.findall(r"^(\d+) +\w+\(", log.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    return max((processes.count(each) for each in set(processes)), default=0)


def measure(project: Path, command: tuple[str, ...]) -> float:
    """Return how many seconds a whole run takes now."""
    start = time.perf_counter()
    run(project, command)
    return time.perf_counter() - start
