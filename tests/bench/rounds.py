"""A state of the project and a size → what each of the archive's works costs there, and what its corpus is like."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
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
}
ROUNDS = 6
"""So often what a build refuses is taken out."""
SAMPLE = 12
"""Texts that are converted one by one."""


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


def run_rounds(tree: Tree, size: int, texts: Path | None, *, keep: bool) -> Iterator[Result]:
    """Yield what each work costs, as it is done."""
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
    yield from convert_all(tree, size, run, texts)
    if not keep:
        shutil.rmtree(run)


def run_module(run: Path, *arguments: str) -> Cost:
    """Run a module of the project as it is in this folder and return what it costs."""
    return measure([sys.executable, "-m", *arguments], run, SETTINGS)


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


def convert_all(tree: Tree, size: int, run: Path, texts: Path | None) -> Iterator[Result]:
    """Yield what it costs to convert some texts of the corpus or of a folder, and each large one, where there are such."""
    found = texts.rglob("*") if texts else run.glob("corpus/policies/*/source.txt")
    files = sorted(path for path in found if path.is_file())
    sample = run / "build/texts"
    sample.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(files[:: max(1, len(files) // SAMPLE)][:SAMPLE]):
        shutil.copyfile(file, sample / f"{number}-{file.name}")  # names of their own, for what is written of each
    yield from convert(tree, size, run, "convert", sorted(sample.iterdir()))
    if find_spec("tests.bench_inputs"):
        large = run / "build/large"
        large.mkdir(parents=True, exist_ok=True)
        for path in import_module("tests.bench_inputs").write_inputs(large):
            yield from convert(tree, size, run, f"convert {path.name}", [path])


def convert(tree: Tree, size: int, run: Path, work: str, files: list[Path]) -> Iterator[Result]:
    """Yield what it costs to convert texts, by one process where the tree's command takes many, else by one for each."""
    names = [str(file.relative_to(run)) for file in files]
    calls = [[*names, "--out", "build/converted"]] if takes_many(run) else [[name] for name in names]
    costs = []
    for arguments in calls:
        try:
            costs.append(run_module(run, "scripts", "convert", *arguments))
        except FailedError as problem:
            print(f"{tree.name}, {work}: {str(problem).splitlines()[-1]}", file=sys.stderr)
    if costs:
        yield Result(tree.name, size, work, join(costs), sum(file.stat().st_size for file in files))


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
