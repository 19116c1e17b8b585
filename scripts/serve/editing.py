"""Changes that are saved → pages that show them, in this order: the open ones, then docs/ as a whole.

1. Files of the program that changed are loaded anew (nursery.py); pages are made by a process that has them.
2. Whoever waits for news looks whether the page that he shows is another now (server.py).
3. docs/ is built in a process of its own, which holds the project's lock alone. What it finds is shown on every page.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts.serve.building import Outcome
from scripts.serve.drafting import keep_shelf
from scripts.serve.nursery import Child, Nursery
from scripts.serve.preview import Answer
from scripts.serve.watch import Unbuilt, Watch, is_program, unbuilt_by
from scripts.write.site import TREES

ASSETS = "docs/assets/"
INTERVAL = 0.1
"""Seconds between two looks at the files."""
SETTLING = 0.04
"""Seconds in which nothing more is saved, so that files saved together are one change."""
MOST_PAGES = 200
"""So many pages are kept as they last could be shown."""
RUNNING = frozenset(f"scripts/serve/{name}.py" for name in ("editing", "nursery", "server", "watch"))
"""The files of the program that runs all the time: they are not loaded anew, and it has to begin again."""
UNKNOWN = Answer(500, "index.html", b"")


class Editing:
    """The archive as it is being edited."""

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        """Begin; this process must have no second thread yet. `tell` hears what is worth a line on the terminal."""
        self.root, self.tell = root, tell
        self.nursery, self.watch = Nursery(root), Watch(root)
        self.worker: Child | None = None
        self.builder: Child | None = None
        self.asking, self.news = threading.RLock(), threading.Condition()
        self.generation, self.is_over = 0, False
        """How often anything became another; both are read and written with `news`."""
        self.unbuilt = Unbuilt(other=True)
        self.unloaded = frozenset[str]()
        """The changed files of the program that could not be loaded yet."""
        self.fault, self.problems = "", tuple[str, ...]()
        """What keeps the program from being loaded, and docs/ from being built."""
        self.shown: dict[str, Answer] = {}
        """Pages as they could last be shown."""
        self.open: dict[str, int] = {}
        """How many browsers show a page."""
        self.looks = 0
        """How often a style or a program of pages changed."""

    def run(self) -> None:
        """Follow the files until it is over."""
        keep_shelf(self.root)
        self.build()
        while not self.is_over:
            self.follow()
            self.hear_of_build()
            time.sleep(INTERVAL)

    def follow(self) -> None:
        """Take in what was saved since the last look."""
        changed = self.watch.changes()
        while changed and (more := self.settled()):
            changed |= more
        if changed:
            self.take(changed)

    def settled(self) -> frozenset[str]:
        """Return what is saved in a moment; nothing once all is saved."""
        time.sleep(SETTLING)
        return self.watch.changes()

    def take(self, changed: frozenset[str]) -> None:
        """Let the pages show what changed, then build docs/."""
        for name in sorted(RUNNING & changed):
            self.tell(f"{name} changed, and is what runs here: end it with Ctrl-C and begin again")
        self.stop_build()
        with self.asking:
            program = self.unloaded | frozenset(name for name in changed if is_program(name))
            self.looks += any(name.startswith(ASSETS) for name in changed)
            self.unbuilt |= unbuilt_by(changed)
            loaded_for_pages = self.load(program)
            if self.worker:
                self.worker.link.send(("renew", changed, self.unbuilt))
        self.announce()
        for page in list(self.open):
            self.answer(page)
        if loaded_for_pages and not self.fault:
            with self.asking:
                self.nursery.load(program)
        if self.unbuilt and not self.fault:
            self.build()

    def load(self, program: frozenset[str]) -> bool:
        """Have pages made by the program as it is now; where it cannot be loaded, by the last one that could.

        Return whether the nursery still has to load it.
        """
        is_working = self.worker is not None
        if program:
            self.fault = self.order("load", program) if is_working else self.nursery.load(program)
            self.unloaded = program if self.fault else frozenset()
            if self.fault:
                self.tell(self.fault)
        return bool(program) and is_working

    def replace_worker(self) -> None:
        """Have the process that makes pages begin anew, with the program that is loaded."""
        if self.worker:
            self.worker.stop()
        self.worker = None

    def work(self) -> Child:
        """Return the process that makes pages."""
        if not self.worker:
            self.worker = self.nursery.fork("work")
            self.worker.link.send(("renew", frozenset(), self.unbuilt))
        return self.worker

    def build(self) -> None:
        """Begin to build docs/."""
        with self.asking:
            self.builder = self.nursery.fork("build")

    def stop_build(self) -> None:
        """Give up a build of what has changed again meanwhile."""
        if self.builder:
            self.builder.stop()
        self.builder = None

    def hear_of_build(self) -> None:
        """Take in what became of a build that has ended."""
        if not self.builder or not self.builder.link.poll():
            return
        try:
            outcome: Outcome = self.builder.link.recv()
        except (EOFError, OSError):
            outcome = Outcome(("docs: [program] the build was ended from outside; save any file to begin it again",))
        self.builder = None
        keep_shelf(self.root)
        for problem in outcome.problems:
            self.tell(problem)
        with self.asking:
            self.problems = outcome.problems
            if not outcome.problems:
                self.tell(f"docs/ is built: {outcome.changed} files changed")
                self.unbuilt = Unbuilt()
                if self.worker:
                    self.worker.link.send(("renew", frozenset(), self.unbuilt))
        self.announce()

    def announce(self) -> None:
        """Say that something became another."""
        with self.news:
            self.generation += 1
            self.news.notify_all()

    def is_ready(self) -> bool:
        """Whether docs/ has been built before."""
        return all((self.root / tree).is_dir() for tree in TREES)

    def answer(self, path: str) -> Answer:
        """Return what stands at an address; where it cannot be made, as it last could be, with what is at fault."""
        with self.asking:
            answer = self.ask(path) if self.is_ready() else UNKNOWN
            problem = next(filter(None, [self.fault, answer.problem, *self.problems[:1]]), "")
            if answer.status < 500:
                if len(self.shown) > MOST_PAGES:
                    self.shown.clear()
                self.shown[path] = answer
            former = self.shown.get(path, answer)
        return Answer(former.status, former.path, former.body, problem)

    def ask(self, path: str) -> Answer:
        """Return what the process that makes pages says of an address."""
        answer = self.order("answer", path)
        return answer if isinstance(answer, Answer) else replace(UNKNOWN, problem=str(answer))

    def order(self, *words: Any) -> Any:
        """Return what the process that makes pages replies; where it has ended, what is to be done."""
        try:
            worker = self.work()
            worker.link.send(words)
            return worker.link.recv()
        except (EOFError, OSError):
            self.replace_worker()
            return "scripts: [program] the process that makes pages has ended; save any file to begin again"

    def mark(self, answer: Answer) -> str:
        """Return by what a browser knows that a page, or how it looks, is another now."""
        return f"{answer.mark}-{self.looks}"

    def stop(self) -> None:
        """End all that was begun."""
        with self.news:
            self.is_over = True
            self.news.notify_all()
        for child in filter(None, (self.worker, self.builder)):
            child.stop()
        self.nursery.stop()
