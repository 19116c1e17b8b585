"""Figures of all sizes → the table for whoever has no time for the others: a row for each question that a chooser asks."""

import statistics
from collections.abc import Callable, Mapping

from tests.bench_search.cells import Row, need, percent, show
from tests.bench_search.judge import Quality
from tests.bench_search.measure import Figures, percentiles

Results = Mapping[int, Mapping[str, Figures]]
"""By size, then by system."""


def of_set(name: str, choose: Callable[[Quality], tuple[float | None, ...]]) -> Callable[[Figures], str]:
    """Return the cell with figures of a set of queries."""
    return lambda figures: " / ".join(percent(value) for value in choose(figures.quality[name]))


ROWS: tuple[Row, ...] = (
    (
        "any 2–4 characters: recall / precision, %",
        of_set("strings of 2–4 characters", lambda q: (q.recall, q.precision)),
    ),
    ("phrases: first result right, %", of_set("phrases", lambda q: (q.first,))),
    ("Traditional typed, Simplified found: recall, %", of_set("phrases in Traditional", lambda q: (q.recall,))),
    ("English phrases: first result right, %", of_set("English phrases", lambda q: (q.first,))),
    ("English term, Chinese text: one of five right, %", of_set("English term, shown in Chinese", lambda q: (q.five,))),
    ("key → results, ms p95", lambda f: f"{percentiles([dom for dom, _ in f.warm])[1]:,.0f}"),
    (
        "downloaded before the first results, KB",
        lambda f: f"{statistics.median(c.search_bytes for c in f.cold) / 1e3:,.0f}",
    ),
    ("browser memory, MB", lambda f: f"{need(f.megabytes):,.0f}"),
    ("index: files / MB, compressed", lambda f: f"{need(f.disk).files:,} / {need(f.disk).compressed / 1e6:,.1f}"),
    ("build: s / peak MB", lambda f: f"{need(f.built).seconds:,.1f} / {need(f.built).megabytes:,.0f}"),
)
FROM_FOLDER = "works from a folder, without a server"
MOST = "most policies that it searched here"


def glance_size(results: Results, names: list[str]) -> int | None:
    """Return the largest size at which every system was measured, or else the largest of all."""
    whole = [size for size, by_name in results.items() if all(is_measured(by_name.get(name)) for name in names)]
    return max(whole or results, default=None)


def is_measured(figures: Figures | None) -> bool:
    """Whether a system went through everything at a size."""
    return figures is not None and not figures.failure


def glance_rows(results: Results, size: int, names: list[str]) -> list[list[str]]:
    """Return label and cells of each row, in English."""
    rows = [[label, *(show(cell, results[size].get(name)) for name in names)] for label, cell in ROWS]
    rows.append([FROM_FOLDER, *(from_folder(results, name) for name in names)])
    rows.append([MOST, *(most_policies(results, name) for name in names)])
    return rows


def from_folder(results: Results, name: str) -> str:
    """Return whether a system works from a folder, as it was tried at one of the sizes."""
    tried = (by_name[name].from_folder for by_name in results.values() if name in by_name)
    return next(("yes" if works else "no" for works in tried if works is not None), "–")


def most_policies(results: Results, name: str) -> str:
    """Return the largest size at which a system was measured."""
    return f"{max((size for size, each in results.items() if is_measured(each.get(name))), default=0):,}"
