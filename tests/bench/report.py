"""Measured works → a table that sets the old beside the new, and JSON with all figures."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

from tests.bench.processes import MEGABYTE, Cost
from tests.bench.rounds import Result

HEAD = f"{'policies':>8}  {'work':28} {'tree':4} {'seconds':>9} {'processor':>9} {'MB':>7} {'MB at once':>10} {'MB written':>10} {'MB/s':>7}"


def scale(results: Iterable[Result], sizes: Iterable[int], tree: str) -> Iterator[Result]:
    """Yield the works of a tree at sizes at which it was not measured, in proportion to the largest that was."""
    own = [result for result in results if result.tree == tree and not result.read]
    largest = max((result.size for result in own), default=0)
    for size in sizes:
        for result in own:
            if result.size == largest < size:
                note = f"in proportion, from {largest}"
                yield replace(result, size=size, cost=times(result.cost, size / largest), note=note)


def times(cost: Cost, factor: float) -> Cost:
    """Return a cost so many times as large."""
    return Cost(
        cost.seconds * factor,
        cost.processor * factor,
        cost.largest * factor,
        cost.together * factor,
        round(cost.written * factor),
    )


def render(results: Iterable[Result]) -> str:
    """Return the table: for every size and work the old above the new."""
    results = list(results)
    order = {result.work: number for number, result in reversed(list(enumerate(results)))}
    ordered = sorted(results, key=lambda result: (result.size, order[result.work], result.tree != "old"))
    return "\n".join([HEAD, *map(render_row, ordered)])


def render_row(result: Result) -> str:
    """Return one row of the table."""
    cost = result.cost
    rate = f"{result.read / MEGABYTE / cost.seconds:.3f}" if result.read else ""
    return (
        f"{result.size:>8,}  {result.work:28} {result.tree:4} {cost.seconds:>9.2f} {cost.processor:>9.2f} "
        f"{cost.largest:>7.0f} {cost.together:>10.0f} {cost.written / MEGABYTE:>10.2f} {rate:>7}  {result.note}"
    ).rstrip()


def write(results: Iterable[Result], path: Path) -> None:
    """Write all figures as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(result) for result in results], indent=1) + "\n", encoding="utf-8")
