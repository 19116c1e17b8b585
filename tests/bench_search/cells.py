"""One system's figures at one size → the cells of the tables: what it finds, and what it takes."""

import statistics
from collections.abc import Callable, Sequence
from typing import TypeVar

from tests.bench_search.judge import Quality
from tests.bench_search.measure import Figures, percentiles
from tests.bench_search.queries import SETS

T = TypeVar("T")
Cell = Callable[[Figures], str]
Row = tuple[str, Cell]
"""Label and cell."""
COST_ROWS: tuple[Row, ...] = (
    ("key → results changed, ms p50 / p95", lambda f: pair([dom for dom, _ in f.warm])),
    ("key → painted, ms p50 / p95", lambda f: pair([painted for _, painted in f.warm])),
    ("the same, first time", lambda f: pair([painted for _, painted in f.first])),
    ("cold → first results, ms", lambda f: f"{statistics.median(c.milliseconds for c in f.cold):,.0f}"),
    ("search bytes until then, KB", lambda f: kilobytes([c.search_bytes for c in f.cold])),
    ("page and theme bytes, KB", lambda f: kilobytes([c.page_bytes for c in f.cold])),
    ("search ready, s", lambda f: f"{need(f.ready):.1f}"),
    ("browser memory, MB", lambda f: f"{need(f.megabytes):,.0f}"),
    ("index: files", lambda f: f"{need(f.disk).files:,}"),
    ("index: MB, compressed", lambda f: f"{need(f.disk).size / 1e6:,.1f}, {need(f.disk).compressed / 1e6:,.1f}"),
    ("build: s, peak MB", lambda f: f"{need(f.built).seconds:,.1f}, {need(f.built).megabytes:,.0f}"),
)


def first_rows() -> list[Row]:
    """Return the rows of what is shown first."""
    return [(name, quality_cell(name, lambda q: (q.first, q.five))) for name, _, _ in SETS]


def all_rows() -> list[Row]:
    """Return the rows of all that is found."""
    return [(name, quality_cell(name, lambda q: (q.recall, q.precision, q.none))) for name, _, _ in SETS]


def quality_cell(name: str, choose: Callable[[Quality], Sequence[float | None]]) -> Cell:
    """Return the cell of a set of queries: some of its fractions."""

    def cell(figures: Figures) -> str:
        fractions = " / ".join(percent(value) for value in choose(figures.quality[name]))
        asked, every = figures.asked[name]
        return fractions + (f" ({asked}/{every})" if asked < every else "")

    return cell


def percent(value: float | None) -> str:
    """Return a fraction in percent, rounded down, so that 100 means all.

    >>> [percent(value) for value in (1.0, 0.9996, 0.87, None)]
    ['100', '99.9', '87', '–']
    """
    return "–" if value is None else f"{int(value * 1000 + 1e-6) / 10:g}"


def need(value: T | None) -> T:
    """Return a value that was measured."""
    if value is None:
        raise LookupError
    return value


def show(cell: Cell, figures: Figures | None) -> str:
    """Return a cell, or a dash where it was not measured."""
    try:
        return cell(need(figures))
    except (LookupError, statistics.StatisticsError):
        return "–"


def pair(values: Sequence[float]) -> str:
    """Return the 50th and the 95th percentile."""
    middle, high = percentiles(values)
    return f"{middle:,.1f} / {high:,.1f}"


def kilobytes(values: Sequence[int]) -> str:
    """Return the median, and the most."""
    return f"{statistics.median(values) / 1000:,.0f} (most {max(values) / 1000:,.0f})"
