"""`convert` of many texts: folders are looked through, all processors read, and no text keeps another back.

What a process sends back is a policy as it is printed, or why there is none; files are written here alone, in the order
of the texts. A process that the system ends takes no other text with it: those that were being read are tried again,
each by itself.
"""

import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from scripts.commands.collection import collect_rarely
from scripts.commands.convert import SUFFIXES, convert, write_output
from scripts.commands.unforeseen import describe
from scripts.problems import CorpusError, Problem
from scripts.read.corpus.corpus import Shared, read_shared

AHEAD = 4
"""So many texts for each process are under way before the first of them must be done: what waits takes memory."""
ENDED = "the system ended the process that read it, which happens where memory is short; give it by itself, or in parts"


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked of a text."""

    file: Path
    to: str
    policy_id: str | None
    root: Path


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a text."""

    file: Path
    output: str | None
    """The policy as it is printed; None where it could not be read."""
    problems: tuple[Problem, ...]
    structure: str = ""
    """A line that says how many headings were read."""


@dataclass(slots=True)
class Summary:
    """How many texts there were, and what was wrong with them."""

    written: int = 0
    failed: int = 0
    problems: Counter[str] = field(default_factory=Counter)
    """By rule."""

    def __str__(self) -> str:
        """Return it as lines."""
        rows = [f"{self.written + self.failed} texts: {self.written} written, {self.failed} not"]
        rows += [f"{rule:>16} {count:7}" for rule, count in sorted(self.problems.items())]
        return "\n".join(rows)


def find_texts(given: Sequence[Path], out: Path | None) -> dict[Path, Path]:
    """Return every text with the name, without a suffix, under which its policy is written.

    Of a folder these are the files below it, with the folders around them; hidden ones are left out, and what stands
    where the policies are written. Where two of a folder would be written to one place, both keep their own suffix:
    a.txt.json, a.md.json.
    """
    texts: dict[Path, Path] = {}
    for path in given:
        if not path.is_dir():
            texts[path] = Path(path.stem)
            continue
        target = out.resolve() if out is not None else None
        if target and path.resolve().is_relative_to(target):
            message = f"holds {path}, whose texts could not be told from what is written there; name another folder"
            raise CorpusError("--out", message, 0, "output")
        files = sorted(file for file in path.rglob("*") if file.is_file() and not is_hidden(file.relative_to(path)))
        files = [file for file in files if not (target and file.resolve().is_relative_to(target))]
        if not files:
            raise CorpusError(str(path), "is a folder without a text in it; name one with texts")
        stems = Counter(str(file.with_suffix("")).casefold() for file in files)
        for file in files:
            own = file.relative_to(path)
            texts[file] = own.with_suffix("") if stems[str(file.with_suffix("")).casefold()] == 1 else own
    return texts


def is_hidden(path: Path) -> bool:
    """Whether a file or a folder around it is one that folders do not show."""
    return any(part.startswith(".") for part in path.parts)


def plan_outputs(texts: dict[Path, Path], to: str, out: Path) -> dict[Path, Path]:
    """Return where each text's policy is written below `out`; raise CorpusError where a file would be written over."""
    outputs: dict[Path, Path] = {}
    taken: dict[str, Path] = {}
    for file, name in texts.items():
        outputs[file] = out / name.with_name(name.name + SUFFIXES[to])
        other = taken.setdefault(str(outputs[file]).casefold(), file)
        if other != file:
            message = f"would be written to {outputs[file]}, as {other} is; rename one of them, or convert it by itself"
            raise CorpusError(str(file), message, 0, "output")
    given = {file.resolve(): file for file in texts}
    for output in outputs.values():
        if output.resolve() in given:
            message = "is a file to convert and would be written over; name another folder with --out"
            raise CorpusError(str(given[output.resolve()]), message, 0, "output")
    return outputs


def convert_all(outputs: dict[Path, Path], job: Job, summary: Summary) -> Iterator[tuple[Read, Path]]:
    """Write the policy of every text that can be read, and yield what became of each, with where its policy is."""
    jobs = [Job(file, job.to, job.policy_id, job.root) for file in outputs]
    for read in read_all(jobs, min(len(jobs), os.cpu_count() or 1)):
        done = write_read(read, outputs[read.file], job.root)
        summary.written += done.output is not None
        summary.failed += done.output is None
        summary.problems.update(problem.rule for problem in done.problems)
        yield done, outputs[read.file]


def write_read(read: Read, output: Path, root: Path) -> Read:
    """Write a policy; return what became of its text, writing included."""
    if read.output is None:
        return read
    try:
        write_output(root, output, [read.output])
    except CorpusError as error:
        return Read(read.file, None, (*read.problems, error.problem))
    return read


def read_all(jobs: Iterable[Job], processes: int) -> Iterator[Read]:
    """Yield what becomes of each text, in their order."""
    if processes == 1:
        yield from map(read_one, jobs)
        return
    waiting = deque(jobs)
    while waiting:
        running: deque[tuple[Job, Future[Read]]] = deque()
        with suppress(BrokenProcessPool), ProcessPoolExecutor(processes, initializer=collect_rarely) as pool:
            while waiting or running:
                while waiting and len(running) < processes * AHEAD:
                    running.append((waiting[0], pool.submit(read_one, waiting[0])))
                    waiting.popleft()
                yield running[0][1].result()
                running.popleft()
        yield from (read_alone(job) for job, _ in running)


def read_alone(job: Job) -> Read:
    """Return what becomes of a text in a process of its own, where the system may have ended the last one for it."""
    with ProcessPoolExecutor(1, initializer=collect_rarely) as pool:
        try:
            return pool.submit(read_one, job).result()
        except BrokenProcessPool:
            return Read(job.file, None, (Problem(str(job.file), 0, "unreadable", ENDED),))


def read_one(job: Job) -> Read:
    """Return what becomes of a text."""
    try:
        shared = shared_of(job.root) if job.policy_id is None else None
        converted = convert(job.file, job.to, job.policy_id, job.root, shared)
        return Read(job.file, "".join(converted.output), converted.problems, converted.structure)
    except CorpusError as error:
        return Read(job.file, None, (error.problem,))
    except Exception as error:
        return Read(job.file, None, (Problem(str(job.file), 0, "program", describe(error)),))


@cache
def shared_of(root: Path) -> Shared:
    """Return what all texts share, read once in a process."""
    return read_shared(root)
