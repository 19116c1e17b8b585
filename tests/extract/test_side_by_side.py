"""Pages that several processes read: all come in order, and a file is refused for what one process would refuse it."""

from collections.abc import Iterator, Sequence

import pytest

from scripts.problems import CorpusError
from scripts.read.extract import apart, side_by_side
from scripts.read.extract.drawing import draw
from scripts.read.extract.pdf.reader import read_pdf
from scripts.read.extract.side_by_side import read_side_by_side
from tests.written_pdf import WrittenPage, write_pdf

PAGES = 10


@pytest.fixture(params=[1, 3])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many processes read, on a machine with so many processors."""
    count = int(request.param)
    monkeypatch.setattr("os.cpu_count", lambda: count)
    monkeypatch.setattr(side_by_side, "FEWEST", 1)
    return count


def read_numbers(numbers: Sequence[int]) -> Iterator[str]:
    yield from (f"第{number}页" for number in numbers)


def refuse_some(numbers: Sequence[int]) -> Iterator[str]:
    for number in numbers:
        if number in (4, 6, 8):
            raise CorpusError("a.pdf", f"has a damaged page {number}; fetch it again", 0, "file")
        yield str(number)


def take_memory(numbers: Sequence[int]) -> Iterator[str]:
    yield from (str(len(bytearray(number * 100_000_000))) for number in numbers)


@pytest.mark.usefixtures("processes")
def test_pages_come_in_their_order() -> None:
    assert [*read_side_by_side(read_numbers, PAGES, "a.pdf")] == [f"第{number}页" for number in range(PAGES)]


@pytest.mark.usefixtures("processes")
def test_the_first_page_at_fault_is_why_a_file_is_refused() -> None:
    pages = read_side_by_side(refuse_some, PAGES, "a.pdf")
    assert [next(pages) for _ in range(4)] == ["0", "1", "2", "3"]
    with pytest.raises(CorpusError, match="damaged page 4;"):
        next(pages)


def test_each_process_has_its_share_of_what_one_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    monkeypatch.setattr(side_by_side, "FEWEST", 1)
    monkeypatch.setattr(apart, "MOST_MEMORY", 900_000_000)
    with pytest.raises(CorpusError, match="takes more time or memory"):
        [*read_side_by_side(take_memory, 4, "a.pdf")]


def test_a_pdf_has_the_same_text_whoever_reads_its_pages(processes: int) -> None:
    pages = [WrittenPage() for _ in range(6)]
    for number, page in enumerate(pages):
        page.show(70, 700, f"第{number}段，由{'甲乙丙'[number % 3]}局负责落实。")
        page.place("0.7 0.7 -0.7 0.7 200 300", "样张", 30)
    extraction = read_pdf(write_pdf(*pages), "a.pdf")
    text, _ = draw(extraction.blocks)
    assert processes
    assert text.split("\n")[1::2] == [f"第{number}段，由{'甲乙丙'[number % 3]}局负责落实。" for number in range(6)]
