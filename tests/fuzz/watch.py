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

PROCESSOR, CLOCK, MEMORY = 15, 40, 4 << 30
"""The bounds of a mutation: seconds of a processor, seconds of a clock, bytes."""
FELL = "fell"
CONTEXT = multiprocessing.get_context("fork")


def serve(pipe: Connection, folder: Path, corpus: Path) -> None:
    """In a process of its own: try out whatever comes through the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what libraries say when they fall
    faulthandler.disable()
    bench = Bench(folder, corpus)
    pipe.send(("ready", None))
    while (mutation := pipe.recv()) is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + PROCESSOR
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        pipe.send(("done", bench.try_out(mutation, lambda step: pipe.send(("step", step)))))


class Worker:
    """A process that tries out mutations, and what it is at."""

    def __init__(self, folder: Path, corpus: Path) -> None:
        self.pipe, other = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=serve, args=(other, folder, corpus), daemon=True)
        self.process.start()
        other.close()
        self.mutation: Mutation | None = None
        self.step, self.began = "start", time.monotonic()

    def give(self, mutation: Mutation | None) -> None:
        """Give it something to do; nothing ends it."""
        self.mutation, self.step, self.began = mutation, "start", time.monotonic()
        self.pipe.send(mutation)

    @property
    def is_late(self) -> bool:
        """Whether it takes longer than anything may."""
        return time.monotonic() - self.began > CLOCK

    def fallen(self) -> Outcome:
        """End it, and return what became of what it was at."""
        self.process.kill() if self.is_late else None
        self.process.join()
        code = self.process.exitcode or 0
        how = f"hangs for {CLOCK} seconds" if self.is_late else how_it_ended(-code) if code < 0 else f"ends with {code}"
        return Outcome(self.mutation.number if self.mutation else 0, FELL, [f"{self.step}: {how}"])


def how_it_ended(number: int) -> str:
    """Return how a process was ended by a signal."""
    return (
        f"takes {PROCESSOR} seconds of a processor"
        if number == signal.SIGXCPU
        else f"crashes ({signal.Signals(number).name})"
    )


def try_all(mutations: Iterable[Mutation], corpus: Path, processes: int) -> Iterator[Outcome]:
    """Yield what became of each mutation, as it is known."""
    load_words()
    folder = Path(tempfile.mkdtemp(prefix="archive-fuzz-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    os.chmod(folder, 0o755)
    waiting = iter(mutations)
    workers = {number: Worker(folder / str(number), corpus) for number in range(processes)}
    try:
        while workers:
            wait([worker.pipe for worker in workers.values()], timeout=1)
            for number, worker in list(workers.items()):
                yield from attend(number, workers, waiting, folder, corpus, worker)
    finally:
        for worker in workers.values():
            worker.process.kill()
            worker.process.join()
        shutil.rmtree(folder, ignore_errors=True)


def attend(
    number: int, workers: dict[int, Worker], waiting: Iterator[Mutation], folder: Path, corpus: Path, worker: Worker
) -> Iterator[Outcome]:
    """Hear what a worker says, and give it more; yield what it has found, or how it fell."""
    kind, value = hear(worker)
    if kind == "step":
        worker.step = str(value)
    elif kind in ("ready", "done", FELL):
        if kind != "ready":
            yield value
        if kind == FELL:
            if not worker.mutation:
                raise RuntimeError(f"a worker could not start: {value.faults}")
            workers[number] = Worker(folder / str(number), corpus)
            return
        following = next(waiting, None)
        worker.give(following)
        if following is None:
            worker.process.join()
            del workers[number]


def hear(worker: Worker) -> tuple[str, Any]:
    """Return what a worker says, if anything."""
    try:
        if worker.pipe.poll():
            kind, value = worker.pipe.recv()
            return str(kind), value
    except (EOFError, ConnectionError):
        return FELL, worker.fallen()
    return (FELL, worker.fallen()) if worker.is_late else ("", None)


def load_words() -> None:
    """Read the dictionary that cuts Chinese into words once for all processes: to read it takes longer than a build."""
    Segmenter.tokenizer = Segmenter(ROOT / ".cache").tokenizer  # type: ignore[method-assign]
