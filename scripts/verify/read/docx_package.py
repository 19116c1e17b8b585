"""A DOCX file → its parts as trees, read with care: nothing is expanded, fetched, or larger than manuscripts are."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from scripts.problems import CorpusError

MOST_BYTES = 64_000_000
"""So large a part may be once it is unpacked; that of a thesis has a tenth of it."""
OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word before 2007 begin, and those that a password protects."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""Names in the strict form of the standard, which Word writes where it is asked to."""
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT_RELATIONS = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
SAVE_AGAIN = "open it in Word or LibreOffice and save it as .docx again"
Element = Any


@dataclass(frozen=True, slots=True)
class Package:
    """The unpacked file."""

    path: str
    archive: zipfile.ZipFile

    def part(self, name: str) -> Element | None:
        """Return a part as a tree in the usual names; None where there is none."""
        data = self.read(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data[:4096]:
            raise CorpusError(self.path, f"{name} in it declares entities, as no document of Word does; {SAVE_AGAIN}")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        for strict, usual in ((STRICT, WORD), (STRICT_RELATIONS, RELATIONS)):
            data = data.replace(strict.strip("{}").encode(), usual.strip("{}").encode())
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise CorpusError(self.path, f"{name} in it is damaged ({error.msg}); {SAVE_AGAIN}") from error

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part; None where there is none."""
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        if info.file_size > MOST_BYTES or info.flag_bits & 1:
            reason = "is protected by a password" if info.flag_bits & 1 else f"unpacks to {info.file_size:,} bytes"
            raise CorpusError(self.path, f"{name} in it {reason}; {SAVE_AGAIN}, without a password or pictures")
        try:
            with self.archive.open(info) as stream:
                data = stream.read(MOST_BYTES + 1)  # what the directory says of the size may be untrue
        except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError, ValueError) as error:
            raise CorpusError(self.path, f"{name} in it cannot be unpacked ({error}); {SAVE_AGAIN}") from error
        except Exception as error:  # zlib.error, lzma.LZMAError: of whatever unpacks
            raise CorpusError(self.path, f"{name} in it cannot be unpacked ({error}); {SAVE_AGAIN}") from error
        if len(data) > MOST_BYTES:
            raise CorpusError(self.path, f"{name} in it unpacks to more than {MOST_BYTES:,} bytes; {SAVE_AGAIN}")
        return data

    def targets(self, name: str) -> dict[str, str]:
        """Return where the links of a part lead, by their ids."""
        folder, _, file = name.rpartition("/")
        tree = self.part(f"{folder}/_rels/{file}.rels")
        return {} if tree is None else {row.get("Id", ""): row.get("Target", "") for row in tree}


def open_package(data: bytes, path: str) -> Package:
    """Return the unpacked file; raise CorpusError where it is none of Word."""
    if data.startswith(OLD_FORMAT):
        message = "is in Word's format before 2007, or protected by a password; save it as .docx without one"
        raise CorpusError(path, message)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise CorpusError(path, f"is no .docx: it cannot be unpacked ({error}); {SAVE_AGAIN}") from error
    return Package(path, archive)
