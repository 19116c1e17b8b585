"""A reader in a process of its own: its blocks come back, its refusals too, and what costs too much ends there."""

from collections import Counter
from collections.abc import Iterator

import pytest

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.extract import apart
from scripts.read.extract.apart import read_apart
from scripts.read.extract.blocks import Block, Extraction, Paragraph


def read_two(data: bytes, _: str) -> Extraction:
    left_out: Counter[Leaving] = Counter()

    def blocks() -> Iterator[Block]:
        yield Paragraph(data.decode())
        left_out[Leaving.PICTURE] += 1

    return Extraction(blocks(), "two 1", left_out)


def refuse(_: bytes, path: str) -> Extraction:
    raise CorpusError(path, "has no text; find another", 3, "file")


def take_memory(_: bytes, __: str) -> Extraction:
    return Extraction([Paragraph(str(len(bytearray(400_000_000))))], "much 1")


def take_time(_: bytes, __: str) -> Extraction:
    while True:
        pass


def test_what_is_read_and_what_is_left_out_come_back() -> None:
    extraction = read_apart(read_two, "护堤".encode(), "a.pdf")
    assert list(extraction.blocks) == [Paragraph("护堤")]
    assert extraction.left_out == {Leaving.PICTURE: 1}


def test_a_refusal_comes_back_with_its_place() -> None:
    with pytest.raises(CorpusError) as caught:
        read_apart(refuse, b"", "a.pdf")
    assert str(caught.value.problem) == "a.pdf:3: [file] has no text; find another"


def test_a_file_that_takes_too_much_is_refused_and_nothing_else_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_MEMORY", 100_000_000)
    monkeypatch.setattr(apart, "MOST_SECONDS", 1)
    for reader in (take_memory, take_time):
        with pytest.raises(CorpusError, match="takes more time or memory"):
            read_apart(reader, b"", "a.pdf")
