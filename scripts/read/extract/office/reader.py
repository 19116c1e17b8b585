"""A file that only an office program opens → its text, by LibreOffice, which converts it, and our own readers."""

import re
from collections import Counter
from dataclasses import replace

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Extraction
from scripts.read.extract.docx.reader import read_docx
from scripts.read.extract.formats import find_format
from scripts.read.extract.office.convert import KINDS, SAVE_AGAIN, SHEET_FILTER, convert
from scripts.read.extract.office.numbers import doubt_numbers
from scripts.read.extract.office.sheets import read_sheets
from scripts.read.extract.package import Package

SHEETS = "sheets 1"
"""Our reader of sheets, with the version of its rules."""
# <Application>LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2</Application>
# <meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
PROGRAM_PATTERN = re.compile(rb"(?P<name>LibreOffice(?:Dev)?)[/ ](?P<version>\d+(?:\.\d+)*)")
HEAD = 4_096


def read_office(data: bytes, path: str) -> Extraction:
    """Return the text of a DOC, RTF, ODT, XLS or XLSX file; raise CorpusError, with what to do, where it has none.

    What is not installed, or cannot open the file, is said with what to type.
    """
    kind = KINDS.get(find_format(data, path))
    if kind is None:
        raise CorpusError(path, f"is no file that an office program opens; {SAVE_AGAIN}", 0, "file")
    converted = convert(data, path, kind)
    if kind.filter == SHEET_FILTER:
        left_out = Counter[Leaving]()
        program = program_of(converted[:HEAD])
        return Extraction(read_sheets(converted, path, left_out), f"{SHEETS}, {program}", left_out)
    extraction = read_docx(converted, path)
    program = program_of(Package(converted, path).part("docProps/app.xml") or b"")
    blocks = doubt_numbers(extraction.blocks)
    return replace(extraction, blocks=blocks, program=f"{extraction.program}, {program}")


def program_of(head: bytes) -> str:
    """Return the program that says of itself that it made a file, with its version."""
    found = PROGRAM_PATTERN.search(head)
    return f"{found['name'].decode()} {found['version'].decode()}" if found else "LibreOffice"
