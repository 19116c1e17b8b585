"""The one door for files: the bytes of any file → the text with which its edits begin, and what extracted it.

The kind of a file is told by its bytes, never by its name. A text is taken as it is; from any other file its text is
extracted by the reader of its kind, which is loaded only then.
"""

import hashlib
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

from scripts.model.policy import Original, Source
from scripts.model.vocabulary import Format, Leaving
from scripts.problems import CorpusError, Problem
from scripts.read.clean.decode import MOST_BYTES, decode_source, read_bounded, too_large
from scripts.read.extract.apart import Reader, read_apart
from scripts.read.extract.blocks import Extraction
from scripts.read.extract.drawing import draw
from scripts.read.extract.formats import find_format
from scripts.read.regular_file import MOST_OF_ORIGINAL

NO_TEXT = "find it elsewhere, or type what it says and give that"
EXTRACTION = "extraction"
"""The rule of what is unsure in an extracted text, or other than on record."""


class Opened(NamedTuple):
    """A file's text, and what of it a reader is unsure of."""

    source: Source
    text: bytes
    """The text as it is kept."""
    doubts: tuple[Problem, ...] = ()
    address: str = ""
    """From which a saved page was saved; empty where the file does not say."""


def read_given(file: Path, path: str) -> bytes:
    """Return the bytes of a file of any kind; raise CorpusError where it has more than its kind may have.

    Raise OSError where it cannot be read.
    """
    data = read_bounded(file, path, MOST_OF_ORIGINAL)
    if len(data) > MOST_BYTES and find_format(data, path) is Format.TEXT:
        raise too_large(path, f"has {len(data):,} bytes", MOST_BYTES)
    return data


def open_file(data: bytes, path: str) -> Opened:
    """Return the text of a file; raise CorpusError, with what to do, where it has none that can be read."""
    kind = find_format(data, path)
    if kind is Format.TEXT:
        return Opened(decode_source(data, path), data)
    read = reader_of(kind)
    extraction = read_apart(read, data, path) if kind in APART else read(data, path)
    text, doubts = draw(extraction.blocks)
    encoded = text.encode("utf-8", "replace")
    if len(encoded) > MOST_BYTES:
        raise too_large(path, f"holds a text of {len(encoded):,} bytes", MOST_BYTES)
    left_out = tuple(sorted((kind, count) for kind, count in extraction.left_out.items() if count))
    if not text.strip():
        raise CorpusError(path, f"holds no text{pictures_of(extraction)}; {NO_TEXT}", 0, "file")
    sha256 = hashlib.sha256(data).hexdigest()
    original = Original(kind, sha256, len(data), extraction.program, left_out, data)
    source = replace(decode_source(encoded, path), original=original)
    problems = tuple(Problem(path, line, EXTRACTION, doubt) for line, doubt in doubts)
    return Opened(source, encoded, problems, extraction.address)


def pictures_of(extraction: Extraction) -> str:
    """Return what a file without text has instead, where that is pictures."""
    count = extraction.left_out[Leaving.PICTURE]
    return f", but {count} picture{'' if count == 1 else 's'}" if count else ""


def reader_of(kind: Format) -> Reader:
    """Return the reader of a kind of file."""
    room, name = READERS[kind]
    return cast("Reader", getattr(import_module(f"scripts.read.extract.{room}.reader"), name))


APART = (Format.PDF,)
"""The kinds that are read in a process of their own."""
READERS = {
    Format.HTML: ("html", "read_html"),
    Format.MHTML: ("html", "read_mhtml"),
    Format.DOCX: ("docx", "read_docx"),
    Format.PDF: ("pdf", "read_pdf"),
    Format.OFD: ("ofd", "read_ofd"),
    **dict.fromkeys((Format.DOC, Format.RTF, Format.ODT, Format.XLS, Format.XLSX), ("office", "read_office")),
}
"""The room of each kind of file, and the function in it that reads one."""
