"""A package of parts in a zip file, as DOCX, OFD and XLSX are → its parts, each read within bounds.

The file may come from anywhere. Parts are only read, never unpacked: a name leads nowhere. What is larger than a
document's parts are, encrypted, repeated, or compressed a hundred times over is refused with what to do.
"""

import io
import zipfile
import zlib
from typing import NoReturn

from lxml import etree

from scripts.problems import CorpusError

MOST_PARTS = 10_000
MOST_PART, MOST_ALL = 100_000_000, 400_000_000
"""So many bytes one part may have unpacked, and all that are read together."""
MOST_RATIO, FREE = 200, 5_000_000
"""So many times as long a part may be unpacked, where it is longer than the bytes that any may have."""
REMEDY = "open it in the program that made it and save it anew, or give its text"
ENCRYPTED = 0x1
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of a zip file, by their names; each name stands for one part, upper and lower case alike."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path, self.read_bytes = path, 0
        try:
            self.file = zipfile.ZipFile(io.BytesIO(data))
            infos = self.file.infolist()
        except FAULTS as error:
            self.refuse("is a damaged zip file", error)
        if len(infos) > MOST_PARTS:
            self.refuse(f"has {len(infos):,} parts, and a document has at most {MOST_PARTS:,}")
        self.parts: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = plain_name(info.filename)
            if name in self.parts:
                self.refuse(f"has its part {name!r} twice")
            self.parts[name] = info

    def __contains__(self, name: str) -> bool:
        return plain_name(name) in self.parts

    def names(self) -> list[str]:
        """Return the names of all parts, in lower case, in the order of the file."""
        return list(self.parts)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where it is not there; raise CorpusError where it cannot be read."""
        info = self.parts.get(plain_name(name))
        if info is None:
            return None
        if info.flag_bits & ENCRYPTED:
            self.refuse("is encrypted")
        most = max(FREE, MOST_RATIO * info.compress_size)
        most = min(most, MOST_PART, MOST_ALL - self.read_bytes)
        try:
            with self.file.open(info) as stream:
                data = stream.read(most + 1)
        except FAULTS as error:
            self.refuse(f"has a damaged part {name!r}", error)
        if len(data) > most:
            self.refuse(f"has a part {name!r} that unpacks to more than {most:,} bytes")
        self.read_bytes += len(data)
        return data

    def xml(self, name: str) -> "etree._Element | None":
        """Return the root of an XML part, None where it is not there; raise CorpusError where it is no XML."""
        data = self.part(name)
        if data is None:
            return None
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
        except etree.XMLSyntaxError as error:
            self.refuse(f"has a part {name!r} that is no XML ({error.msg})", error)
        if root.getroottree().docinfo.internalDTD is not None:
            self.refuse(f"declares a DTD in its part {name!r}, as no office program does")
        return root

    def refuse(self, message: str, cause: BaseException | None = None) -> NoReturn:
        """Raise the CorpusError that says what is wrong with the file."""
        raise CorpusError(self.path, f"{message}; {REMEDY}", 0, "file") from cause


def plain_name(name: str) -> str:
    """Return a part's name as packages compare it: without a leading slash, in lower case."""
    return name.replace("\\", "/").lstrip("/").lower()
