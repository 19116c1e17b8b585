"""The files in a DOCX file that Word shows in its text (`w:altChunk`) → what the reader of each kind makes of it.

Programs on the web make documents so, that hold nothing but a web page. One level of them is read, and not what such a
document holds in turn: a file could hold itself.
"""

from collections import Counter
from collections.abc import Callable
from itertools import islice

from scripts.model.vocabulary import Format
from scripts.problems import CorpusError
from scripts.read.clean.decode import decode_source
from scripts.read.extract.blocks import Block, Extraction, Paragraph, Place
from scripts.read.extract.docx.parts import Parts
from scripts.read.extract.door import reader_of
from scripts.read.extract.formats import find_format

CHUNK = "afchunk"
"""What relationships to such files are called."""
KINDS = frozenset({Format.TEXT, Format.HTML, Format.MHTML, Format.RTF, Format.DOCX})
"""What Word shows so."""
MOST = 100
"""So many are read at most, each once."""
ReadInner = Callable[[bytes, str], Extraction]


def read_chunks(parts: Parts, read_inner: ReadInner) -> dict[str, Extraction]:
    """Return what can be read of such files, by the ids of their relationships.

    `read_inner` reads a DOCX file in which no other is read.
    """
    names = {relation.target: name for name, relation in parts.by_id.items() if relation.kind == CHUNK}
    found: dict[str, Extraction] = {}
    for target, name in islice(names.items(), MOST):
        data = parts.package.part(target) if target else None
        chunk = read_chunk(data, parts.package.path, read_inner) if data else None
        if chunk is not None:
            found[name] = chunk
    return found


def read_chunk(data: bytes, path: str, read_inner: ReadInner) -> Extraction | None:
    """Return what one such file says, all of it part of the document; None where it cannot be read."""
    try:
        kind = find_format(data, path)
        if kind not in KINDS:
            return None
        if kind is Format.TEXT:
            lines = decode_source(data, path).text.splitlines()
            return Extraction([Paragraph(line) for line in lines], "")
        extraction = (read_inner if kind is Format.DOCX else reader_of(kind))(data, path)
        blocks = [in_document(block) for block in extraction.blocks]
    except CorpusError:
        return None
    return Extraction(blocks, extraction.program, Counter(extraction.left_out))


def in_document(block: Block) -> Block:
    """Return a block as one of the document, where it stood around it."""
    return block._replace(place=Place.DOCUMENT) if block.place is Place.AROUND else block
