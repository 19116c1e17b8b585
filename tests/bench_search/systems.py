"""What the benchmark asks of a system: to be built, to be served, to be typed at, and to say all that it finds."""

import json
import os
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Page

from scripts.model.vocabulary import Language
from scripts.write.search.collections import Collection
from tests.bench_search.corpora import ROOT, Corpus
from tests.bench_search.truth import mask_of

PACKAGES = ROOT / "node_modules"
READY = "__bench.ready > 0"
"""In a page: whether its search can be used."""


@dataclass(frozen=True, slots=True)
class Built:
    """What building an index cost."""

    seconds: float
    """Without the making of the texts."""
    megabytes: float
    """The peak of the process."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system found: sections only, in the order shown."""

    found: Mapping[Language, int]
    """The set of all sections, as `truth` has it, by the language of the pages that lead to them."""
    best: list[tuple[int, Language]] = field(default_factory=list)
    """The first of them, with the language of the page that each leads to."""

    def sections(self, shown: Language | None = None) -> int:
        """Return the set of all sections, or of those that a page in one language leads to."""
        return self.found.get(shown, 0) if shown else reduce(or_, self.found.values(), 0)


class Failure(Exception):  # noqa: N818 - not an error: it is shown in the table
    """Why a system has no figures."""


@dataclass(slots=True)
class Numbering:
    """The number of each section by its policy's id and its anchor."""

    numbers: dict[tuple[str, str], int]
    count: int

    @classmethod
    def of(cls, corpus: Corpus) -> "Numbering":
        """Number the sections of a corpus."""
        keys = [(policy_id(policy), section.anchor) for policy in corpus.policies() for section in policy.sections]
        return cls({key: number for number, key in enumerate(keys)}, len(keys))

    def answer(self, places: Iterable[tuple[str, str, Language]], most: int = 60) -> Answer:
        """Return an answer from the places in the order shown; those that are no section are passed over."""
        known = ((self.numbers.get((policy, anchor)), language) for policy, anchor, language in places)
        ranked = [(number, language) for number, language in known if number is not None]
        found = defaultdict[Language, list[int]](list)
        for number, language in ranked:
            found[language].append(number)
        return Answer({key: mask_of(numbers, self.count) for key, numbers in found.items()}, ranked[:most])


class System(ABC):
    """A search of a static site."""

    name: str
    knows_quotes: ClassVar[bool]
    has_english_page: ClassVar[bool] = True
    box: str = "input.md-search__input"
    panel: str = ".md-search-result"
    item: str = ".md-search-result__item"
    search_paths: tuple[str, ...]
    """A request for a path that begins so is the search's, not the page's."""

    can_be_asked: ClassVar[str] = READY
    """Likewise for `ask`."""

    @abstractmethod
    def version(self) -> str:
        """Return what is measured, as the heading names it: Pagefind 1.6.0."""

    def command(self, corpus: Corpus, folder: Path) -> list[str]:
        """Return the command that builds an index in a process of its own and prints its cost as JSON."""
        arguments = [self.name, str(corpus.size), str(corpus.seed), str(folder)]
        return [sys.executable, "-m", "tests.bench_search.build", *arguments]

    @abstractmethod
    def build(self, corpus: Corpus, folder: Path) -> Built:
        """Write the index of a corpus into a folder; called in a process of its own."""

    @abstractmethod
    def host(self, folder: Path) -> None:
        """Make the pages around the index, once for all sizes."""

    @abstractmethod
    def mounts(self, host: Path, index: Path) -> dict[str, Path]:
        """Return what is served."""

    def index_files(self, index: Path) -> Iterator[Path]:
        """Yield the files of an index."""
        return (path for path in index.rglob("*") if path.is_file())

    def home(self, language: Language) -> str:
        """Return the address of the page with the box, without a slash before it."""
        return "en/" if language is Language.EN and self.has_english_page else ""

    def place_to_ask(self, language: Language) -> str:
        """Return the address of the page on which `ask` works."""
        return self.home(language)

    @abstractmethod
    def ask(self, page: Page, texts: Sequence[str], numbering: Numbering) -> Iterator[Answer]:
        """Yield all that is found for each text."""


def package_version(name: str) -> str:
    """Return the version of an npm package that is installed."""
    file = PACKAGES / name / "package.json"
    if not file.is_file():
        raise Failure(f"{name} is not installed; type: npm ci")
    return str(json.loads(file.read_bytes())["version"])


def run_timed(command: Sequence[str | Path]) -> Built:
    """Run a program that builds an index; return its cost."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise Failure(f"{Path(command[0]).name} ended with {os.waitstatus_to_exitcode(status)}")
    return Built(time.perf_counter() - start, usage.ru_maxrss / 1024)


class Timed:
    """Yields policies and knows how long making them took, so that it can be taken off."""

    def __init__(self, policies: Iterable[Collection]) -> None:
        self.policies, self.seconds = policies, 0.0

    def __iter__(self) -> Iterator[Collection]:
        """Yield each, on the clock."""
        policies = iter(self.policies)
        while True:
            start = time.perf_counter()
            policy = next(policies, None)
            self.seconds += time.perf_counter() - start
            if policy is None:
                return
            yield policy


def policy_id(policy: Collection) -> str:
    """Return the id in a policy's path: policies/jinan-2018/ → jinan-2018."""
    return policy.path.split("/")[1]
