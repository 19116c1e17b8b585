"""Builds one index in a process of its own: `python -m tests.bench_search.build NAME SIZE SEED FOLDER`; prints its cost."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from tests.bench_search.corpora import ROOT, Archive, Corpus
from tests.bench_search.material import Material
from tests.bench_search.minisearch import MiniSearch
from tests.bench_search.ours import Ours
from tests.bench_search.pagefind import Pagefind
from tests.bench_search.systems import Built, Failure, System

SYSTEMS: tuple[type[System], ...] = (Ours, Material, Pagefind, MiniSearch)
LIMIT = 1800
"""Seconds after which a build is given up."""


class Building:
    """A build under way."""

    def __init__(self, system: System, corpus: Corpus, folder: Path) -> None:
        command, pipe = system.command(corpus, folder), subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True, start_new_session=True)

    def wait(self) -> Built:
        """Return what it cost."""
        try:
            output, errors = self.process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired as error:
            self.process.kill()
            raise Failure(f"not built after {LIMIT} s") from error
        if self.process.returncode:
            raise Failure(f"not built: {(errors.strip().splitlines() or ['no memory'])[-1]}")
        return Built(**json.loads(output.splitlines()[-1]))


def main(name: str, size: str, seed: str, folder: str) -> None:
    """Build, and print the cost as JSON."""
    system = next(each for each in SYSTEMS if each.name == name)()
    print(json.dumps(asdict(system.build(Corpus(Archive(), int(size), int(seed)), Path(folder)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
