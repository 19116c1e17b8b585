"""The figures of the present search and of a former one → their ratios, size by size, and what was given up."""

import statistics
from collections.abc import Callable, Iterator, Mapping

from tests.bench_search.cells import need, percent
from tests.bench_search.measure import Figures, percentiles
from tests.bench_search.tables import render_table

Amount = Callable[[Figures], float]
AMOUNTS: tuple[tuple[str, Amount], ...] = (
    ("index: MB, compressed", lambda f: need(f.disk).compressed / 1e6),
    ("index: MB", lambda f: need(f.disk).size / 1e6),
    ("index: files", lambda f: need(f.disk).files),
    ("cold: search bytes, KB", lambda f: statistics.median(cold.search_bytes for cold in f.cold) / 1e3),
    ("cold: search bytes at most, KB", lambda f: max(cold.search_bytes for cold in f.cold) / 1e3),
    ("cold: ms", lambda f: statistics.median(cold.milliseconds for cold in f.cold)),
    ("key → results, ms p50", lambda f: percentiles([dom for dom, _ in f.warm])[0]),
    ("key → results, ms p95", lambda f: percentiles([dom for dom, _ in f.warm])[1]),
    ("key → painted, ms p50", lambda f: percentiles([painted for _, painted in f.warm])[0]),
    ("key → painted, ms p95", lambda f: percentiles([painted for _, painted in f.warm])[1]),
    ("key → results, first time, ms p95", lambda f: percentiles([dom for dom, _ in f.first])[1]),
    ("build: s", lambda f: need(f.built).seconds),
    ("build: peak MB", lambda f: need(f.built).megabytes),
    ("browser memory, MB", lambda f: need(f.megabytes)),
)
GIVEN_UP = ("first", "five", "recall", "precision")


def render_ratios(results: Mapping[int, Mapping[str, Figures]], name: str, former: str) -> str:
    """Return a table of ratios of one system to another, with both amounts, and where fewer answers are right."""
    both = {size: (each[name], each[former]) for size, each in results.items() if name in each and former in each}
    head = [f"{name} : {former}", *(f"{size:,} policies" for size in both)]
    rows = [[label, *(ratio(amount, *pair) for pair in both.values())] for label, amount in AMOUNTS]
    worse = [f"- {size:,} policies, {line}" for size, pair in both.items() for line in given_up(*pair)]
    return "\n".join([render_table([head, *rows]), "", "Fewer right answers:", *(worse or ["- nowhere"])]) + "\n"


def ratio(amount: Amount, now: Figures, then: Figures) -> str:
    """Return the ratio of two amounts, and both; a dash where one was not measured."""
    try:
        new, old = amount(now), amount(then)
    except (LookupError, ValueError):  # nothing was measured
        return "–"
    return f"{new / old:.2f} ({new:,.1f} / {old:,.1f})"


def given_up(now: Figures, then: Figures) -> Iterator[str]:
    """Yield every set of queries and figure of it that is lower now, or why it cannot be compared."""
    for name, old in then.quality.items():
        asked, before_asked = now.asked.get(name), then.asked.get(name)
        if asked and before_asked and asked != before_asked:
            yield f"{name}: not compared, {asked[0]} ({before_asked[0]}) of {asked[1]} were answered in the time"
            continue
        for figure in GIVEN_UP if name in now.quality else ():
            new, before = getattr(now.quality[name], figure), getattr(old, figure)
            if before is not None and (new or 0) < before - 1e-9:
                yield f"{name}: {figure} {percent(new)} ({percent(before)}) %"
