"""A DOCX file → its text as Word shows it: paragraphs with their automatic numbers, tables, notes, in their order.

It is read from the parts of the package by our own code: no macro is run, nothing outside of the file is opened,
nothing is rendered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Block, Extraction, Paragraph
from scripts.read.extract.docx.chunks import read_chunks
from scripts.read.extract.docx.counting import Counting
from scripts.read.extract.docx.fields import Fields
from scripts.read.extract.docx.margins import FOOT, HEAD, read_margins
from scripts.read.extract.docx.names import child
from scripts.read.extract.docx.parts import Parts
from scripts.read.extract.docx.reading import Reading, begin_reading
from scripts.read.extract.docx.story import BETWEEN_DOUBTS, Story
from scripts.read.extract.drawing import has_words
from scripts.read.extract.package import Package

PROGRAM = "docx 1"
"""Our reader, with the version of its rules: another one may read a file otherwise."""
MACROS, SIGNATURES = "vbaproject", "_xmlsignatures/"


def read_docx(data: bytes, path: str) -> Extraction:
    """Return the text of a DOCX file; raise CorpusError, with what to do, for one that cannot be read.

    `path` is the file's name for messages.
    """
    parts = Parts(Package(data, path))
    chunks = read_chunks(parts, read_alone)
    programs = [
        PROGRAM,
        *dict.fromkeys(chunk.program for chunk in chunks.values() if chunk.program not in {"", PROGRAM}),
    ]
    return replace(read_parts(parts, chunks), program=", ".join(programs))


def read_alone(data: bytes, path: str) -> Extraction:
    """Return the text of a DOCX file that stands in another; of the files in it nothing is read."""
    return read_parts(Parts(Package(data, path)), {})


def read_parts(parts: Parts, chunks: dict[str, Extraction]) -> Extraction:
    """Return the text of a file's parts, and of the files in it that have been read."""
    if child(parts.root, "w:body") is None:
        parts.package.refuse("has no text in its document")
    reading = begin_reading(parts)
    reading.chunks = chunks
    reading.leave(Leaving.EMBEDDED, parts.count(MACROS))
    names = parts.package.names()
    reading.leave(Leaving.SIGNATURE, sum(name.startswith(SIGNATURES) and name.endswith(".xml") for name in names))
    return Extraction(carry_doubts(read_blocks(parts, reading)), PROGRAM, reading.left_out)


def read_blocks(parts: Parts, reading: Reading) -> Iterator[Block]:
    """Yield the running heads, the blocks of the document, and the running feet."""
    body = child(parts.root, "w:body")
    blocks = Story(reading, Counting(reading.lists), Fields(reading.loose)).blocks(body) if body is not None else ()
    yield from chain(read_margins(parts, reading, HEAD), blocks, read_margins(parts, reading, FOOT))


def carry_doubts(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks that have words, with the doubts of those that have none on the next, or on the last."""
    waiting: list[str] = []
    last: Block | None = None
    for block in blocks:
        if not has_words(block):
            waiting += [block.doubt] if block.doubt and block.doubt not in waiting else []
            continue
        if last is not None:
            yield last
        last = with_doubts(block, waiting)
        waiting = []
    if last is not None:
        yield with_doubts(last, waiting)
    elif waiting:
        yield Paragraph("�", doubt=BETWEEN_DOUBTS.join(waiting))


def with_doubts(block: Block, doubts: list[str]) -> Block:
    """Return a block with these doubts before its own."""
    return block._replace(doubt=BETWEEN_DOUBTS.join(filter(None, (*doubts, block.doubt)))) if doubts else block
