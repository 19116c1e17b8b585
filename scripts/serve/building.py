"""What the process does that builds docs/ after a change, while pages are shown already; it ends with the build."""

import os
import threading
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from scripts.commands.build import build
from scripts.problems import CorpusError
from scripts.serve.loading import describe_fault
from scripts.write.disk.lock import writing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a build."""

    problems: tuple[str, ...]
    """As they are printed; where there are any, docs/ is as it was."""
    changed: int = 0
    """So many files were written or removed."""


def build_once(asked: Connection, root: Path) -> None:
    """Build docs/, and tell the other end what became of it; end at once when that is closed."""
    threading.Thread(target=watch, args=(asked,), daemon=True).start()
    asked.send(outcome_of(root))


def outcome_of(root: Path) -> Outcome:
    """Build docs/ and return what became of it."""
    try:
        with writing(root):
            built = build(root)
    except CorpusError as error:
        return Outcome((str(error.problem),))
    except Exception as error:  # the program is being edited: whatever it has wrong is shown
        return Outcome((str(describe_fault(error, root)),))
    return Outcome(tuple(str(replace(problem, excerpt="")) for problem in built.problems), built.changed)


def watch(asked: Connection) -> None:
    """End this process when the other end is closed."""
    try:
        asked.recv()
    except (EOFError, OSError):
        os._exit(1)
