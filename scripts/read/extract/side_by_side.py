"""The pages of a file, each read by itself → what is read of each, in order, by one process for each processor.

Every process reads every so-manieth page, within its share of the time and memory that all of them may take. What comes
of a file is the same with one process and with many, and so is why it is refused: for the first page that is at fault.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from scripts.problems import CorpusError
from scripts.read.extract.apart import begin, receive, too_costly

FEWEST = 8
"""So many pages at least are worth a process of their own."""
MOST = 4
"""So many processes at most read one file."""
Page = TypeVar("Page")
Read = Callable[[Sequence[int]], Iterator[Page]]
"""What reads the pages of these numbers, from 0, one after another; raises CorpusError at one that cannot be read."""


def read_side_by_side(read: Read[Page], count: int, path: str) -> Iterator[Page]:
    """Yield what is read of each of so many pages, in order; raise CorpusError as their reader does.

    Raise it too where they take more time or memory than any document's do.
    """
    processes = count_processes(count)
    if processes < 2:
        yield from read(range(count))
        return
    workers = [begin(partial(attempt, read, range(k, count, processes)), processes) for k in range(processes)]
    shares = [iter(share) for share in [receive(worker) for worker in workers] if share is not None]
    if len(shares) < processes:
        raise too_costly(path)
    for number in range(count):
        page = next(shares[number % processes])
        if isinstance(page, CorpusError):
            raise page
        yield page


def count_processes(pages: int) -> int:
    """Return how many processes are to read so many pages; 1 where the system cannot divide this one."""
    return min(os.cpu_count() or 1, MOST, pages // FEWEST) if hasattr(os, "fork") else 1


def attempt(read: Read[Page], numbers: Sequence[int]) -> list[Page | CorpusError]:
    """Return what is read of pages, and last why no more is, where one cannot be read."""

    def pages() -> Iterator[Page | CorpusError]:
        try:
            yield from read(numbers)
        except CorpusError as error:
            yield error

    return [*pages()]
