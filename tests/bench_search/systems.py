"""What the benchmark asks of a system: to be built, to be served, to be typed at, and to say all that it finds."""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Page

from scripts.model.vocabulary import Language
from scripts.write.search.collections import Collection
from tests.bench_search.corpora import Corpus
from tests.bench_search.truth import mask_of


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

    found: int
    """The set of all sections, as `truth` has it."""
    best: list[tuple[int, Language]] = field(default_factory=list)
    """The first of them, with the language of the page that each leads to."""


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
        return Answer(mask_of((number for number, _ in ranked), self.count), ranked[:most])


class System(ABC):
    """A search of a static site."""

    name: ClassVar[str]
    knows_quotes: ClassVar[bool]
    has_english_page: ClassVar[bool] = True
    box: ClassVar[str] = "input.md-search__input"
    panel: ClassVar[str] = ".md-search-result"
    item: ClassVar[str] = ".md-search-result__item"
    search_paths: ClassVar[tuple[str, ...]]
    """A request for a path that begins so is the search's, not the page's."""

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
