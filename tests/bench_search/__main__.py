"""`make bench-search`: our search, stock Material, Pagefind and MiniSearch on the same texts and queries, in one Chromium.

`python -m tests.bench_search [--sizes 5,100] [--systems ours,Material] [--former COMMIT] [--queries 100] [--date DATE]
[--others] [--docs]`
"""

import argparse
import datetime
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from scripts.model.vocabulary import Language
from tests.bench_search.browser import chromium
from tests.bench_search.build import SYSTEMS, Building
from tests.bench_search.corpora import ROOT, Archive, Corpus
from tests.bench_search.former import Former
from tests.bench_search.measure import Figures, Sets, Task, measure
from tests.bench_search.ours import Ours
from tests.bench_search.queries import make_sets
from tests.bench_search.ratios import render_ratios
from tests.bench_search.report import Extent, Heading, Report
from tests.bench_search.systems import Failure, System
from tests.bench_search.truth import Scan

SIZES = (5, 100, 1000, 10_000)
SEED = 2026
KEPT = ROOT / "build/bench-search/figures"
"""Where the figures of each size are kept, by its name, until they are measured anew."""
Results = dict[int, dict[str, Figures]]


class Bench:
    """All that one run shares."""

    def __init__(self, options: argparse.Namespace, browser: Browser, folder: Path) -> None:
        self.archive, self.browser, self.folder = Archive(), browser, folder
        self.seed: int = options.seed
        self.sets: Sets = make_sets(self.archive, self.seed, options.queries)
        self.systems: list[System] = [system() for system in SYSTEMS if system.name.lower() in options.systems]
        self.former = Former(options.former, self.archive) if options.former else None
        if self.former:  # right after the present one, so that the machine is as busy for both
            self.systems.insert(1, self.former)
        self.results: Results = {}
        self.scans: dict[int, Scan] = {}
        self.extents: dict[int, Extent] = {}
        self.versions = {system.name: system.version() for system in self.systems}
        for system in self.systems:
            system.host(folder / "host" / system.name)

    def run(self, size: int) -> None:
        """Build and measure every system with a corpus; its truth is found while the first is built."""
        corpus = Corpus(self.archive, size, self.seed)
        earlier = list(self.results.items())
        self.results[size] = {system.name: Figures() for system in self.systems}
        for system in self.systems:
            figures = self.results[size][system.name]
            figures.failure = reason_to_leave_out(system.name, size, earlier)
            if figures.failure:
                say(f"{size:,} {system.name}: {figures.failure}")
            else:
                self.run_system(system, corpus, figures)
        self.truth(corpus)
        self.keep(size)

    def keep(self, size: int) -> None:
        """Keep the figures of a size; those of systems that were not asked for stay as they were."""
        KEPT.mkdir(parents=True, exist_ok=True)
        file = KEPT / f"{size}.pickle"
        former = pickle.loads(file.read_bytes())[0] if file.exists() else {}
        file.write_bytes(pickle.dumps((former | self.results[size], self.extents[size])))

    def load(self) -> None:
        """Take the figures of other sizes and systems from earlier runs."""
        for file in KEPT.glob("*.pickle"):
            kept, self.extents[int(file.stem)] = pickle.loads(file.read_bytes())
            self.results[int(file.stem)] = kept | self.results.get(int(file.stem), {})
        self.results = dict(sorted(self.results.items()))

    def run_system(self, system: System, corpus: Corpus, figures: Figures) -> None:
        """Build and measure one system."""
        index = self.folder / str(corpus.size) / system.name
        figures.version = self.versions[system.name]
        say(f"{corpus.size:,} {system.name}: building")
        building = Building(system, corpus, index)
        scan = self.truth(corpus)
        try:
            figures.built = building.wait()
        except Failure as failure:
            figures.failure = str(failure)
            return
        say(f"{corpus.size:,} {system.name}: measuring")
        host = self.folder / "host" / system.name
        measure(Task(system, self.sets, scan, host, index), self.browser, figures)
        say(f"{corpus.size:,} {system.name}: {figures.failure or 'done'}")

    def truth(self, corpus: Corpus) -> Scan:
        """Return which sections hold what is asked."""
        if corpus.size not in self.scans:
            queries = [query for queries in self.sets.values() for query in queries]
            chinese = [string for query in queries for string in query.chinese]
            scan = Scan(corpus, chinese, [query.english for query in queries if query.english])
            self.scans = {corpus.size: scan}  # those of other sizes are not needed any more
            self.extents[corpus.size] = Extent(scan.count, scan.characters)
        return self.scans[corpus.size]


def start(options: argparse.Namespace, browser: Browser, folder: Path) -> Bench:
    """Return a run that can begin; what is missing for it is said on one line."""
    try:
        return Bench(options, browser, folder)
    except Failure as failure:
        sys.exit(str(failure))


def reason_to_leave_out(name: str, size: int, earlier: Sequence[tuple[int, dict[str, Figures]]]) -> str:
    """Return why a system need not be tried at a size: it failed at a smaller one, or its build would not fit."""
    for smaller, by_name in reversed(earlier):
        figures, factor = by_name[name], size / smaller
        if figures.failure:
            return f"left out: with {smaller:,} policies {figures.failure.removeprefix('left out: ')}"
        if figures.built and figures.built.megabytes * factor > memory():
            need = figures.built.megabytes * factor / 1000
            return f"left out: by its growth since {smaller:,} the build would need {need:,.0f} GB of memory"
        break
    return ""


def memory() -> float:
    """Return the machine's memory in megabytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e6


def say(message: str) -> None:
    """Say how far it is."""
    print(f"{time.strftime('%H:%M:%S')} {message}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the table, write it where asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench_search", description=__doc__)
    names = ",".join(system.name.lower() for system in SYSTEMS)
    parser.add_argument(
        "--sizes", default=",".join(map(str, SIZES)), help="numbers of policies, with commas; may be empty"
    )
    parser.add_argument("--systems", default=names, type=str.lower, help="with commas")
    parser.add_argument("--former", metavar="COMMIT", help="measure our search as it was too, and print the ratios")
    parser.add_argument("--queries", default=100, type=int, help="of each kind")
    parser.add_argument("--seed", default=SEED, type=int)
    parser.add_argument("--date", default=datetime.datetime.now(datetime.UTC).date().isoformat())
    parser.add_argument(
        "--others", action="store_true", help="show what earlier runs measured of other sizes and systems too"
    )
    parser.add_argument("--docs", action="store_true", help="put the table into the pages on the benchmark")
    options = parser.parse_args(arguments)
    options.systems = options.systems.split(",")
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        bench = start(options, browser, Path(name))
        sizes = [int(size) for size in options.sizes.split(",") if size]
        for size in sizes:
            bench.run(size)
        if options.others:
            bench.load()
        cores, gigabytes = os.cpu_count() or 1, round(memory() / 1000)
        heading = Heading(options.date, cores, gigabytes, browser.version, options.seed)
    known = [
        name for name in (system.name for system in SYSTEMS) if any(name in each for each in bench.results.values())
    ]
    reports = {lang: Report(bench.results, bench.extents, known, lang).render(heading) for lang in Language}
    print(reports[Language.EN])
    if bench.former:
        print(render_ratios(bench.results, Ours.name, bench.former.name))
    if options.docs:
        for language, report in reports.items():
            (ROOT / f"docs/{language}/about/search-benchmark/.table.md").write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
