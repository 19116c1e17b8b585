"""One mutation: done to a copy of the corpus, checked, built, looked at."""

import hashlib
import io
import os
import re
import shutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from scripts.__main__ import main
from tests.fuzz.files import SETTINGS
from tests.fuzz.look import Look
from tests.fuzz.mutation import BYTES, SETTING, Mutation, mutated
from tests.fuzz.site import Site
from tests.fuzz.verdict import Said, find_faults, read_output

REFUSED, OBJECTED, ACCEPTED = "refused", "built, with problems", "accepted"
OUTDATED = "[docs-outdated]"
"""That the pages were built of another corpus is true of every spoilt one."""
NOBODY = 65_534
"""Whoever may read what everybody may."""


@dataclass(slots=True)
class Outcome:
    """What became of a mutation."""

    number: int
    result: str = ""
    faults: list[str] = field(default_factory=list)
    """What must not be; none is as it should be."""
    rules: tuple[str, ...] = ()
    is_shown: bool = False
    """Whether the site was built of it, and looked at."""


class Bench:
    """A project in a folder of its own, which is made whole again after each mutation."""

    def __init__(self, folder: Path, corpus: Path) -> None:
        self.root, self.whole = folder / "project", folder / "whole"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(corpus, self.whole / "corpus")
        if fault := self.run("build", self.whole)[2]:
            raise ValueError(fault)
        self.known = set(map(without_line, self.run("check", self.whole)[1]))
        self.look = Look(self.whole / "docs")
        self.folder = folder
        self.restore()

    def restore(self) -> None:
        """Make the project whole again: what is not written to is the same file twice."""
        make_removable(self.root)
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.whole, self.root, copy_function=os.link, symlinks=True)
        for name in ("corpus", "build"):  # whose files are written to in their places
            shutil.rmtree(self.root / name)
            shutil.copytree(self.whole / name, self.root / name)

    def run(self, command: str, root: Path) -> tuple[int, list[str], str]:
        """Return the exit code of a command, what it printed, and what it raised."""
        out, error = (io.TextIOWrapper(io.BytesIO(), "utf-8", errors) for errors in ("strict", "backslashreplace"))
        code, raised = -1, ""
        with redirect_stdout(out), redirect_stderr(error):
            try:
                code = main([command], root)
            except SystemExit as end:
                code = int(end.code or 0)
            except BaseException as fault:
                raised = describe(fault)
        texts = [stream.detach().getvalue().decode() for stream in flushed(out, error)]  # type: ignore[attr-defined]
        return code, [line for text in texts for line in text.split("\n") if line], raised

    @cached_property
    def site(self) -> Site:
        """The site of the whole corpus."""
        return Site(self.folder / "site", self.whole / "docs")

    def try_out(self, mutation: Mutation, note: Callable[[str], None], *, is_shown: bool = False) -> Outcome:
        """Return what becomes of a mutation, in the site too where it is shown; `note` hears what is done next."""
        outcome = Outcome(mutation.number)
        apply(mutation, self.root / "corpus")
        try:
            with as_whom(mutation.kind, self.root):
                self.judge(mutation, outcome, note)
            if is_shown and outcome.result != REFUSED and not outcome.faults:
                note("site")
                outcome.is_shown = True
                outcome.faults += self.site.faults(self.root / "docs")
        finally:
            self.restore()
        return outcome

    def judge(self, mutation: Mutation, outcome: Outcome, note: Callable[[str], None]) -> None:
        """Check and build a spoilt corpus, and write down what comes of it."""
        said: list[Said] = []
        codes = {}
        for command in ("check", "build"):
            note(command)
            codes[command], lines, raised = self.run(command, self.root)
            own = [line for line in lines if without_line(line) not in self.known and OUTDATED not in line]
            outcome.faults += [f"{command}: {raised}"] if raised else []
            outcome.faults += [f"{command}: {fault}" for fault in find_faults(own, self.root, mutation.file)]
            said += read_output(own)[0]
        outcome.rules = tuple(sorted({problem.rule for problem in said}))
        outcome.result = ACCEPTED if not said else OBJECTED if codes["build"] == 0 else REFUSED
        if codes["build"] != 0:
            outcome.faults += self.look.changed(self.root / "docs")
            if not said and not outcome.faults:
                outcome.faults.append(f"build ended with {codes['build']} and said nothing")
        elif not outcome.faults:
            note("look")
            outcome.faults += self.look.faults(self.root / "docs", mutation, is_accepted=outcome.result == ACCEPTED)
        if codes["build"] != 0 and codes["check"] == 0:
            outcome.faults.append("build refuses what check does not see")


def without_line(printed: str) -> str:
    """Return a problem without the number of its line: those that the whole corpus has are known wherever they stand."""
    return re.sub(r"^([^:]+):\d+: ", r"\1: ", printed)


def flushed(*streams: io.TextIOWrapper) -> Iterator[io.TextIOWrapper]:
    """Yield streams that have all that was written."""
    for stream in streams:
        stream.flush()
        yield stream


def describe(fault: BaseException) -> str:
    """Return an exception in a line, with the place in our program at which it came up."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if "/scripts/" in frame.filename]
    place = f"{frames[-1].filename.rpartition('/scripts/')[2]}:{frames[-1].lineno}" if frames else "?"
    return f"raised {type(fault).__name__} at {place}: {str(fault)[:160]!a}"


def apply(mutation: Mutation, corpus: Path) -> None:
    """Do a mutation to a corpus."""
    path = corpus / mutation.file
    if mutation.verb == SETTING:
        SETTINGS[mutation.value](path)
    elif mutation.verb == BYTES:
        write(path, bytes(mutation.value))
    else:
        write(path, mutated(mutation, path.read_bytes()))


def write(path: Path, data: bytes) -> None:
    """Write a file; a source as it now is shall be the source as received."""
    former = path.read_bytes()
    path.write_bytes(data)
    if path.name == "source.txt":
        description = path.with_name("policy.yml")
        text = description.read_text(encoding="utf-8")
        description.write_text(text.replace(sha(former), sha(data)), encoding="utf-8")


def sha(data: bytes) -> str:
    """Return the fingerprint of a source."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def as_whom(kind: str, root: Path) -> Iterator[None]:
    """Be somebody without rights, where rights are what matters and everything may be read else."""
    if os.geteuid() or kind != "a file that may not be read":
        yield
        return
    for path in (root, *root.rglob("*")):
        if not path.is_symlink() and "corpus" not in path.parts:
            os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def make_removable(root: Path) -> None:
    """Let a folder be removed, whatever was done to the rights in it."""
    for path in root.rglob("*") if root.exists() else ():
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
