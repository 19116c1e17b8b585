"""An OFD → its paragraphs and tables, page by page, document by document.

1. Find the documents of the file, each in its current version, and their pages.
2. Of every page read the pieces of text that are seen, with the place of each, and the lines that are drawn.
3. Lay the pages out as paragraphs, tables and margins.

What a page has from a template is not its text: it stands once, as a margin. Annotations, signatures, pictures and
attachments are counted. Nobody checks here whether a signature is good.
"""

from collections import Counter
from collections.abc import Iterator

from scripts.model.vocabulary import Leaving
from scripts.read.extract.blocks import Block, Extraction
from scripts.read.extract.layout.document import read_pages
from scripts.read.extract.ofd.documents import Document, read_documents
from scripts.read.extract.ofd.objects import Count
from scripts.read.extract.ofd.pages import Reading, read_document, refuse_unreadable
from scripts.read.extract.package import Package

PROGRAM = "ofd 1"


def read_ofd(data: bytes, path: str) -> Extraction:
    """Return what an OFD says; raise CorpusError, then or while its blocks are asked for, where it cannot be read."""
    package = Package(data, path)
    left_out: Counter[Leaving] = Counter()
    reading = Reading(package, left_out, Count(package))
    documents = list(read_documents(package, left_out))
    return Extraction(read_blocks(documents, reading), PROGRAM, left_out)


def read_blocks(documents: list[Document], reading: Reading) -> Iterator[Block]:
    """Yield the blocks of documents, one after another."""
    pages = [list(read_document(document, reading)) for document in documents]
    refuse_unreadable(reading)
    for kind in [kind for kind, count in reading.left_out.items() if not count]:
        del reading.left_out[kind]
    for document in pages:
        yield from read_pages(document)
