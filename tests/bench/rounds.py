"""A state of the project and a size → what each of the archive's works costs there, and what its corpus is like."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.bench.letter import change_letter
from tests.bench.processes import Cost, FailedError, join, measure
from tests.bench.refused import drop_refused
from tests.bench.trees import Tree, lay_out, site_module

SETTINGS = {
    "SITE_URL": "https://archive.test/",
    "SOURCE_DATE_EPOCH": "1760000000",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": "",
    "PYTHONDONTWRITEBYTECODE": "",
}
ROUNDS = 6
"""So often what a build refuses is taken out."""
SAMPLE = 12
"""Texts of the usual size that are converted."""
PATIENCE = 120.0
"""Seconds after which the reading of a large text is stopped."""


@dataclass(frozen=True, slots=True)
class Result:
    """One measured work."""

    tree: str
    size: int
    """The policies of the corpus."""
    work: str
    cost: Cost
    read: int = 0
    """The bytes of the texts that were converted; 0 for other works."""
    note: str = ""
    """What to know of these figures."""


def run_rounds(tree: Tree, size: int, texts: Path | None, large: int, *, keep: bool) -> Iterator[Result]:
    """Yield what each work costs, as it is done; the large texts have `large` bytes, or none is converted where it is 0."""
    run = lay_out(tree, size)
    run_module(run, "scripts", "--help")  # compiles the programs, which is no part of any work
    yield Result(tree.name, size, "build", first_build(run))
    print(describe(run), file=sys.stderr)
    change_letter(run, 0)
    yield Result(tree.name, size, "build, one letter changed", run_module(run, "scripts", "build"))
    yield Result(tree.name, size, "site", run_module(run, site_module(run)))
    change_letter(run, 1)
    run_module(run, "scripts", "build")
    yield Result(tree.name, size, "site, one letter changed", run_module(run, site_module(run)))
    yield convert_sample(tree, size, run, texts)
    yield from convert_large(tree, size, run, large)
    if not keep:
        shutil.rmtree(run)


def run_module(run: Path, *arguments: str, patience: float | None = None) -> Cost:
    """Run a module of the project as it is in this folder and return what it costs."""
    return measure([sys.executable, "-m", *arguments], run, SETTINGS, patience)


def first_build(run: Path) -> Cost:
    """Return what a build costs where nothing is built yet; what it refuses is taken out first."""
    for _ in range(ROUNDS):
        try:
            return run_module(run, "scripts", "build")
        except FailedError as problems:
            dropped = drop_refused(run, str(problems))
            if not dropped:
                raise
            for kept in ("build", ".cache"):  # nothing that the refused build left may help the next
                shutil.rmtree(run / kept, ignore_errors=True)
            print(
                f"{run.name}: {dropped} rows, fields or files that it does not know or cannot place were taken out",
                file=sys.stderr,
            )
    return run_module(run, "scripts", "build")


def convert_sample(tree: Tree, size: int, run: Path, texts: Path | None) -> Result:
    """Return what it costs to convert some texts, of the corpus or of a folder, all together.

    One process reads them where the tree's command takes many, else each is read by one of its own.
    """
    found = texts.rglob("*") if texts else run.glob("corpus/policies/*/source.txt")
    files = sorted(path for path in found if path.is_file())
    sample = run / "build/texts"
    sample.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(files[:: max(1, len(files) // SAMPLE)][:SAMPLE]):
        shutil.copyfile(file, sample / f"{number}-{file.name}")  # names of their own, for what is written of each
    names = sorted(str(file.relative_to(run)) for file in sample.iterdir())
    calls = [[*names, "--out", "build/converted"]] if takes_many(run) else [[name] for name in names]
    costs, read = [], 0
    for arguments in calls:
        with suppress(FailedError):  # a file that is no text
            costs.append(run_module(run, "scripts", "convert", *arguments))
            read += sum((run / name).stat().st_size for name in arguments if name in names)
    note = f"{len(names)} texts, {len(costs)} of {len(calls)} processes"
    return Result(tree.name, size, "convert", join(costs), read, note)


def convert_large(tree: Tree, size: int, run: Path, large: int) -> Iterator[Result]:
    """Yield what it costs to convert each shape of a large text; one that takes too long is stopped."""
    if not large or not find_spec("tests.bench_inputs"):
        return
    inputs = import_module("tests.bench_inputs")
    for name in inputs.INPUTS:
        file = run / f"build/{name}.txt"
        file.write_bytes(inputs.make(name, large))
        work, read = f"convert {name}", file.stat().st_size
        try:
            cost = run_module(run, "scripts", "convert", str(file.relative_to(run)), patience=PATIENCE)
        except TimeoutError:
            yield Result(tree.name, size, work, Cost(PATIENCE, PATIENCE, 0, 0, 0), read, "stopped, not done by then")
        else:
            yield Result(tree.name, size, work, cost, read)


def takes_many(run: Path) -> bool:
    """Whether `convert` of this tree reads many texts in one go."""
    command = [sys.executable, "-m", "scripts", "convert", "--help"]
    return "--out" in subprocess.run(command, cwd=run, check=True, capture_output=True, text=True).stdout


def describe(run: Path) -> str:
    """Return how large the policies are that were there, and those that were made: least, median and most."""
    rows: dict[bool, list[tuple[int, int, int]]] = {False: [], True: []}
    for path in sorted((run / "docs/zh/data/policies").glob("*.json")):
        value = json.loads(path.read_text(encoding="utf-8"))
        is_made = value["id"].count("-") > 1
        rows[is_made].append((value["source"]["bytes"], count_blocks(value["sections"]), len(value["terms"])))
    lines = []
    for is_made, name in ((False, "as issued"), (True, "made")):
        numbers = ("bytes", "blocks", "terms found")
        words = [
            f"{word} {min(column):,} – {statistics.median(column):,.0f} – {max(column):,}"
            for word, column in zip(numbers, zip(*rows[is_made], strict=True), strict=False)
        ]
        lines += [f"{run.name}: {len(rows[is_made])} policies {name}: {'; '.join(words)}"] if words else []
    return "\n".join(lines)


def count_blocks(sections: list[dict[str, Any]]) -> int:
    """Return how many blocks stand in sections and all below them."""
    return sum(len(section["blocks"]) + count_blocks(section["children"]) for section in sections)
