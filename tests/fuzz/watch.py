"""Mutations tried out by processes of their own, each with a bound of time and memory: who falls is seen, and replaced."""

import faulthandler
import multiprocessing
import os
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from scripts.write.search.segmenter import Segmenter
from tests.conftest import ROOT
from tests.fuzz.case import Bench, Outcome
from tests.fuzz.mutation import Mutation

PROCESSOR, IDLE, MEMORY = 15, 20, 4 << 30
"""The bounds of a mutation: seconds of a processor, seconds of a clock without any work, bytes."""
FELL, START, SITE = "fell", "start", "site"
SHARED = Path("/dev/shm")
"""In memory, where there is such a folder."""
CONTEXT = multiprocessing.get_context("fork")


def serve(pipe: Connection, folder: Path, corpus: Path) -> None:
    """In a process of its own: try out whatever comes through the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what libraries say when they fall
    faulthandler.disable()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    bench = Bench(folder, corpus)
    while (task := pipe.recv()) is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + PROCESSOR
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        mutation, is_shown = task
        pipe.send(("step", "spoil"))
        pipe.send(("done", bench.try_out(mutation, lambda step: pipe.send(("step", step)), is_shown=is_shown)))


class Worker:
    """A process that tries out mutations, and what it is at."""

    def __init__(self, folder: Path, corpus: Path) -> None:
        self.pipe, other = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=serve, args=(other, folder, corpus), daemon=True)
        self.process.start()
        other.close()
        self.mutation: Mutation | None = None
        self.step, self.worked, self.work = START, time.monotonic(), ""

    def give(self, mutation: Mutation | None, *, is_shown: bool) -> None:
        """Give it something to do; nothing ends it."""
        self.mutation = mutation
        self.pipe.send((mutation, is_shown) if mutation else None)

    @property
    def is_idle(self) -> bool:
        """Whether it does nothing for longer than anything may; one that waits for MkDocs may."""
        work = work_of(self.process.pid or 0)
        if work != self.work or self.step in (START, SITE):
            self.work, self.worked = work, time.monotonic()
        return time.monotonic() - self.worked > IDLE

    def fallen(self) -> Outcome:
        """End it, and return what became of what it was at."""
        is_idle = self.process.is_alive() and self.is_idle
        if is_idle:
            self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        how = f"hangs for {IDLE} seconds" if is_idle else how_it_ended(-code) if code < 0 else f"ends with {code}"
        return Outcome(self.mutation.number if self.mutation else 0, FELL, [f"{self.step}: {how}"])


def how_it_ended(number: int) -> str:
    """Return how a process was ended by a signal."""
    return (
        f"takes {PROCESSOR} seconds of a processor"
        if number == signal.SIGXCPU
        else f"crashes ({signal.Signals(number).name})"
    )


class Team:
    """Workers side by side, each with a folder of its own."""

    def __init__(self, corpus: Path, processes: int) -> None:
        load_words()
        self.folder = Path(tempfile.mkdtemp(prefix="archive-fuzz-", dir=SHARED if SHARED.is_dir() else None))
        self.folder.chmod(0o755)
        self.corpus = corpus
        self.workers = {number: Worker(self.folder / str(number), corpus) for number in range(processes)}

    def __enter__(self) -> "Team":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers.values():
            worker.process.kill()
            worker.process.join()
        shutil.rmtree(self.folder, ignore_errors=True)

    def try_all(self, mutations: Iterable[Mutation], *, is_shown: bool = False) -> Iterator[Outcome]:
        """Yield what became of each mutation, as it is known."""
        waiting = iter(mutations)
        busy = {number for number, worker in self.workers.items() if not self.employ(worker, waiting, is_shown)}
        while busy:
            wait([self.workers[number].pipe for number in busy], timeout=1)
            for number in sorted(busy):
                worker = self.workers[number]
                kind, value = hear(worker)
                if kind == "step":
                    worker.step = str(value)
                elif kind in ("done", FELL):
                    yield value
                    if kind == FELL:
                        worker = self.workers[number] = self.replaced(number, worker)
                    if self.employ(worker, waiting, is_shown):
                        busy.remove(number)

    def employ(self, worker: Worker, waiting: Iterator[Mutation], is_shown: bool) -> bool:
        """Give a worker something to do, and return whether nothing is left."""
        following = next(waiting, None)
        if following:
            worker.give(following, is_shown=is_shown)
        return following is None

    def replaced(self, number: int, worker: Worker) -> Worker:
        """Return a worker in the place of one that fell."""
        if worker.step == START:
            raise RuntimeError("a process falls before it begins: the corpus or the memory is not what it should be")
        return Worker(self.folder / str(number), self.corpus)


def work_of(process: int) -> str:
    """Return what says whether a process does anything, from one look to the next; nothing where no system says it."""
    try:
        return " ".join(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15])
    except OSError:
        return ""


def hear(worker: Worker) -> tuple[str, Any]:
    """Return what a worker says, if anything."""
    try:
        if worker.pipe.poll():
            kind, value = worker.pipe.recv()
            return str(kind), value
    except (EOFError, ConnectionError):
        return FELL, worker.fallen()
    return (FELL, worker.fallen()) if worker.is_idle else ("", None)


def load_words() -> None:
    """Read the dictionary that cuts Chinese into words once for all processes: to read it takes longer than a build."""
    Segmenter.tokenizer = Segmenter(ROOT / ".cache").tokenizer  # type: ignore[method-assign]
