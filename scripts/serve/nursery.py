"""A process that has the program loaded and does nothing with it: others are forked from it and can begin at once.

After a change of the program it is followed by its child, which loads what changed. Where that fails, it stays, and
the last program that could be loaded goes on. It ends when the other end of its link is closed.
"""

import importlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path

from scripts.serve.loading import ENTRIES, describe_fault, load_anew

JOBS = {"work": (ENTRIES[0], "work"), "build": (ENTRIES[1], "build_once")}
"""What a forked process may do: the module and the function, found by name, for both may have been loaded anew."""


@dataclass(slots=True)
class Child:
    """A process that was forked, and the link to it."""

    link: Connection
    process: int

    def stop(self) -> None:
        """Have it ended; a link that another thread has just closed, and a process that is gone, are no fault."""
        with suppress(OSError):
            self.link.close()
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGTERM)


class Nursery:
    """The near end: starts the process, and asks for others."""

    def __init__(self, root: Path) -> None:
        """Start it; this process must have no second thread yet."""
        self.link, far = Pipe()
        self.process = os.fork()
        if not self.process:
            self.link.close()
            end_as(lambda: tend(far, root))
        far.close()

    def fork(self, job: str) -> Child:
        """Return a new process that does a job."""
        self.link.send(("fork", job))
        process = self.link.recv()
        return Child(Connection(recv_handle(self.link)), process)

    def load(self, changed: frozenset[str]) -> str:
        """Have the changed files of the program loaded; return what keeps them from it, and then nothing is changed."""
        self.link.send(("load", changed))
        return str(self.link.recv())

    def stop(self) -> None:
        """End it."""
        self.link.close()


def tend(link: Connection, root: Path) -> None:
    """Do what the near end asks for, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the near end says when it is over
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that are forked
    os.chdir(root)  # from which some extensions of Markdown count
    sys.dont_write_bytecode = True  # two changes in one second would be taken for the same
    while True:
        try:
            order, given = link.recv()
        except (EOFError, OSError):
            return
        if order == "fork":
            fork_job(link, root, given)
        elif is_followed(link, root, given, lambda: tend(link, root)):
            return


def fork_job(link: Connection, root: Path, job: str) -> None:
    """Fork a process that does a job, and send its number and the link to it."""
    near, far = Pipe()
    process = os.fork()
    if not process:
        link.close()
        near.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        module, name = JOBS[job]
        end_as(lambda: getattr(importlib.import_module(module), name)(far, root))
    far.close()
    link.send(process)
    send_handle(link, near.fileno(), os.getppid())
    near.close()


def is_followed(link: Connection, root: Path, changed: frozenset[str], go_on: Callable[[], None]) -> bool:
    """Fork a successor that loads what changed and goes on; return whether it could, and now answers on the link.

    The first that it says there is what keeps it from it, or nothing.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        followed = bool(os.read(reading, 1))
        os.close(reading)
        if not followed:
            with suppress(ChildProcessError):
                os.waitpid(process, 0)
        return followed
    os.close(reading)
    try:
        load_anew(root, changed)
    except BaseException as error:
        link.send(str(describe_fault(error, root)))
        os._exit(1)
    os.write(writing, b"1")
    os.close(writing)
    link.send("")
    end_as(go_on)
    return True


def end_as(job: Callable[[], None]) -> None:
    """Do a job in a process that was forked, and end it."""
    code = 1
    try:
        job()
        code = 0
    except (EOFError, ConnectionError):  # the other end is closed
        pass
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
