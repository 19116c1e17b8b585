"""Measured works → a table that sets the old beside the new, and JSON with all figures."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tests.bench.processes import MEGABYTE, Cost
from tests.bench.rounds import Result

HEAD = f"{'policies':>8}  {'work':28} {'tree':4} {'seconds':>9} {'processor':>9} {'MB':>7} {'MB at once':>10} {'MB written':>10} {'MB/s':>7}"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    result: Result
    scaled_from: int = 0
    """The size at which it was measured, where it was not at its own."""


def scale(results: Iterable[Result], sizes: Iterable[int], tree: str) -> Iterator[Line]:
    """Yield the works of a tree at sizes at which it was not measured, in proportion to the largest that was."""
    own = [result for result in results if result.tree == tree and not result.read]
    largest = max((result.size for result in own), default=0)
    for size in sizes:
        if largest and size > largest:
            for result in own:
                if result.size == largest:
                    yield Line(replace(result, size=size, cost=times(result.cost, size / largest)), largest)


def times(cost: Cost, factor: float) -> Cost:
    """Return a cost so many times as large."""
    return Cost(
        cost.seconds * factor,
        cost.processor * factor,
        cost.largest * factor,
        cost.together * factor,
        round(cost.written * factor),
    )


def render(lines: Iterable[Line]) -> str:
    """Return the table: for every size and work the old above the new."""
    lines = list(lines)
    order = {line.result.work: number for number, line in reversed(list(enumerate(lines)))}
    ordered = sorted(lines, key=lambda line: (line.result.size, order[line.result.work], line.result.tree != "old"))
    return "\n".join([HEAD, *map(render_line, ordered)])


def render_line(line: Line) -> str:
    """Return one row."""
    result, cost = line.result, line.result.cost
    rate = f"{result.read / MEGABYTE / cost.seconds:.3f}" if result.read else ""
    scaled = f"  in proportion, from {line.scaled_from}" if line.scaled_from else ""
    return (
        f"{result.size:>8,}  {result.work:28} {result.tree:4} {cost.seconds:>9.2f} {cost.processor:>9.2f} "
        f"{cost.largest:>7.0f} {cost.together:>10.0f} {cost.written / MEGABYTE:>10.2f} {rate:>7}{scaled}"
    )


def write(lines: Iterable[Line], path: Path) -> None:
    """Write all figures as JSON."""
    rows = [asdict(line.result) | {"scaled_from": line.scaled_from or None} for line in lines]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
