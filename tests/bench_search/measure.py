"""One system with one corpus: everything that the table says of it. A step that fails leaves its reason in the place."""

import gzip
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from scripts.model.vocabulary import Language
from tests.bench_search.browser import (
    Cold,
    Steps,
    finds_from_folder,
    opened,
    renderer_megabytes,
    type_texts,
    visit_cold,
    wait_until,
    wait_until_ready,
)
from tests.bench_search.judge import Quality, judge
from tests.bench_search.queries import Query
from tests.bench_search.server import LEVEL, TYPES, Server, serve
from tests.bench_search.systems import Answer, Built, Failure, Numbering, System
from tests.bench_search.truth import Scan

READY_LIMIT = 120
TYPING_LIMIT = 60
ASKING_LIMIT = 150
BATCH = 10
TYPED = ("phrases", "strings of 2–4 characters", "two terms", "phrases in Traditional", "English words")
EACH = 4
"""So many texts of each of these sets are typed."""
VISITED = ("phrases", "two terms", "English words", "English phrases", "English term → its Chinese")
"""The first query of each of these is opened cold."""

Sets = dict[str, list[Query]]


@dataclass(frozen=True, slots=True)
class Disk:
    """The files of an index."""

    files: int
    size: int
    compressed: int


@dataclass(slots=True)
class Figures:
    """What was measured; what is missing is so for the reason in `failure`."""

    version: str = ""
    """What was measured: Pagefind 1.6.0."""
    built: Built | None = None
    asked: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of each set: how many queries were answered in time, of how many."""
    disk: Disk | None = None
    ready: float | None = None
    first: Steps = field(default_factory=list)
    """Typed for the first time."""
    warm: Steps = field(default_factory=list)
    """Typed again."""
    megabytes: float | None = None
    cold: list[Cold] = field(default_factory=list)
    quality: dict[str, Quality] = field(default_factory=dict)
    from_folder: bool | None = None
    """Whether it finds on pages that are opened from a folder; tried with the archive as it is."""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What is measured with."""

    system: System
    sets: Sets
    scan: Scan
    host: Path
    index: Path


def measure(task: Task, browser: Browser, figures: Figures) -> None:
    """Fill in all figures of an index that is built."""
    try:
        figures.disk = disk(task.system, task.index)
        if task.scan.corpus.is_real:
            figures.from_folder = is_found_from_folder(task, browser)
        with serve(task.system.mounts(task.host, task.index)) as server:
            time_typing(task, browser, server, figures)
            figures.cold = list(visits(task, browser, server))
            ask_all(task, browser, server, figures)
    except Failure as failure:
        figures.failure = str(failure)


def disk(system: System, index: Path) -> Disk:
    """Return how large an index is, and how large as it is sent."""
    files = list(system.index_files(index))
    with ThreadPoolExecutor() as pool:
        sent = sum(pool.map(sent_size, files))
    return Disk(len(files), sum(file.stat().st_size for file in files), sent)


def sent_size(file: Path) -> int:
    """Return the size of a file as the server sends it."""
    data = file.read_bytes()
    return len(gzip.compress(data, LEVEL) if file.suffix in TYPES else data)


def is_found_from_folder(task: Task, browser: Browser) -> bool:
    """Lay out what is served as files in a folder, and search there."""
    query = task.sets[VISITED[0]][0]
    with tempfile.TemporaryDirectory() as name:
        for prefix, folder in reversed(task.system.mounts(task.host, task.index).items()):
            shutil.copytree(folder, Path(name + prefix), dirs_exist_ok=True)
        page = Path(name) / task.system.home(query.page) / "index.html"
        return finds_from_folder(browser, page, task.system, query.text)


def time_typing(task: Task, browser: Browser, server: Server, figures: Figures) -> None:
    """Type some queries twice into the box of one page: those in the page's language, so that every system has them."""
    by_language = {
        language: [query.text for name in TYPED for query in task.sets[name][:EACH] if query.page is language]
        for language in Language
    }
    for language, texts in by_language.items():
        with opened(browser, server.address + task.system.home(language), READY_LIMIT) as page:
            ready = wait_until_ready(page, task.system, READY_LIMIT)
            figures.ready = max(ready, figures.ready or 0)
            figures.first += type_texts(page, task.system, texts, TYPING_LIMIT)
            figures.warm += type_texts(page, task.system, texts, TYPING_LIMIT)
            figures.megabytes = max(renderer_megabytes(browser), figures.megabytes or 0)


def visits(task: Task, browser: Browser, server: Server) -> Iterator[Cold]:
    """Yield cold visits; one before them lets the server compress what it sends."""
    queries = [task.sets[name][0] for name in VISITED]
    for place, query in enumerate([queries[0], *queries]):
        visit = visit_cold(browser, server, task.system, (query.text, query.page), READY_LIMIT)
        if place:
            yield visit


def ask_all(task: Task, browser: Browser, server: Server, figures: Figures) -> None:
    """Judge every set by what was answered in its share of the time."""
    numbering = Numbering.of(task.scan.corpus)
    answers: dict[tuple[str, str], Answer] = {}
    for language in Language:
        place = task.system.place_to_ask(language)
        with opened(browser, server.address + place, READY_LIMIT) as page:
            wait_until(page, task.system.can_be_asked, READY_LIMIT)
            for name, queries in task.sets.items():
                if queries[0].page is not language:
                    continue
                end = time.monotonic() + ASKING_LIMIT / len(task.sets)
                texts = [typed(query, task.system) for query in queries]
                unasked = [text for text in texts if (place, text) not in answers]
                for at in range(0, len(unasked), BATCH):
                    batch = unasked[at : at + BATCH]
                    given = task.system.ask(page, batch, numbering)
                    answers |= {(place, text): answer for text, answer in zip(batch, given, strict=True)}
                    if time.monotonic() > end:
                        break
                asked = [(query, text) for query, text in zip(queries, texts, strict=True) if (place, text) in answers]
                given_all = [answers[place, text] for _, text in asked]
                figures.quality[name] = judge([query for query, _ in asked], given_all, task.scan)
                figures.asked[name] = (len(asked), len(queries))


def typed(query: Query, system: System) -> str:
    """Return what is typed: a phrase with quotes, where the system knows them."""
    return f'"{query.text}"' if query.is_phrase and system.knows_quotes else query.text


def percentiles(values: Sequence[float]) -> tuple[float, float]:
    """Return the 50th and the 95th."""
    cuts = statistics.quantiles(values, n=20, method="inclusive")
    return cuts[9], cuts[18]
