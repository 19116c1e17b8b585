"""The one door for files: the bytes of any file → the text with which its edits begin, and what extracted it.

The kind of a file is told by its bytes, never by its name. A text is taken as it is; from any other file its text is
extracted by the reader of its kind, which is loaded only then.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import NamedTuple, cast

from scripts.model.policy import Original, Source
from scripts.model.vocabulary import Format
from scripts.problems import CorpusError, Problem
from scripts.read.clean.decode import CUT, MOST_BYTES, decode_source
from scripts.read.extract.blocks import Extraction
from scripts.read.extract.drawing import draw
from scripts.read.extract.formats import find_format

RULE = "extraction"
Reader = Callable[[bytes, str], Extraction]


class Opened(NamedTuple):
    """A file's text, and what of it a reader is unsure of."""

    source: Source
    text: bytes
    """The text as it is kept."""
    doubts: tuple[Problem, ...] = ()


def open_file(data: bytes, path: str) -> Opened:
    """Return the text of a file; raise CorpusError, with what to do, where it has none that can be read."""
    kind = find_format(data, path)
    if kind is Format.TEXT:
        return Opened(decode_source(data, path), data)
    extraction = reader_of(kind)(data, path)
    text, doubts = draw(extraction.blocks)
    encoded = text.encode("utf-8", "replace")
    if len(encoded) > MOST_BYTES:
        message = f"holds a text of {len(encoded):,} bytes, and one may have {MOST_BYTES:,}; {CUT}"
        raise CorpusError(path, message, 0, "size")
    left_out = tuple(sorted(extraction.left_out.items()))
    original = Original(kind, hashlib.sha256(data).hexdigest(), len(data), extraction.program, left_out)
    source = replace(decode_source(encoded, path), original=original)
    return Opened(source, encoded, tuple(Problem(path, line, RULE, doubt) for line, doubt in doubts))


def reader_of(kind: Format) -> Reader:
    """Return the reader of a kind of file."""
    room, name = READERS[kind]
    return cast("Reader", getattr(import_module(f"scripts.read.extract.{room}.reader"), name))


READERS = {
    Format.HTML: ("html", "read_html"),
    Format.MHTML: ("html", "read_mhtml"),
    Format.DOCX: ("docx", "read_docx"),
    Format.PDF: ("pdf", "read_pdf"),
    Format.OFD: ("ofd", "read_ofd"),
    **dict.fromkeys((Format.DOC, Format.RTF, Format.ODT, Format.XLS, Format.XLSX), ("office", "read_office")),
}
"""The room of each kind of file, and the function in it that reads one."""
