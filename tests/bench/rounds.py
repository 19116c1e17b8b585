"""A state of the project and a size → what each of the archive's works costs there, and what its corpus is like."""

import json
import shutil
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.bench.letter import change_letter
from tests.bench.processes import Cost, FailedError, measure
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
    for name, files in text_sets(run, texts):
        yield convert(tree, size, run, name, files)
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
            print(
                f"{run.name}: {dropped} rows, fields or files that it does not know or cannot place were taken out",
                file=sys.stderr,
            )
    return run_module(run, "scripts", "build")


def text_sets(run: Path, texts: Path | None) -> Iterator[tuple[str, list[Path]]]:
    """Yield the texts to convert: some of the corpus or of a folder, and the large ones, where there are such."""
    files = (
        sorted(path for path in texts.rglob("*") if path.is_file())
        if texts
        else sorted(run.glob("corpus/policies/*/source.txt"))
    )
    yield "convert", files[:: max(1, len(files) // SAMPLE)][:SAMPLE]
    if find_spec("tests.bench_inputs"):
        folder = run / "build/large"
        folder.mkdir(parents=True, exist_ok=True)
        for path in import_module("tests.bench_inputs").write_inputs(folder):
            yield f"convert {path.name}", [path]


def convert(tree: Tree, size: int, run: Path, name: str, files: Sequence[Path]) -> Result:
    """Return what it costs to convert texts, one process for each."""
    costs = [run_module(run, "scripts", "convert", str(file.resolve())) for file in files]
    cost = Cost(
        sum(cost.seconds for cost in costs),
        sum(cost.processor for cost in costs),
        max(cost.largest for cost in costs),
        max(cost.together for cost in costs),
        0,
    )
    return Result(tree.name, size, name, cost, sum(file.stat().st_size for file in files))


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
