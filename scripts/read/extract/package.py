"""A package of parts in a zip file, as DOCX, OFD and XLSX are → its parts, each read within bounds.

The file may come from anywhere. Parts are only read, never unpacked: a name leads nowhere. What is larger than a
document's parts are, encrypted, repeated, or compressed a hundred times over is refused with what to do; so is XML
that would declare entities, or that would take more memory than any document's does.
"""

import re
import zipfile
from typing import NoReturn

from lxml import etree

from scripts.problems import CorpusError
from scripts.read.extract.zip_file import FAULTS, SAVE_ANEW, open_zip, plain_name

MOST_PART, MOST_ALL = 60_000_000, 400_000_000
"""So many bytes one part may have unpacked, and all that are read together."""
MOST_RATIO, FREE = 200, 5_000_000
"""So many times as long a part may be unpacked, where it is longer than the bytes that any may have."""
MOST_TREE, MOST_TREES = 250_000_000, 1_000_000_000
"""So many bytes of memory an XML part may take, and all that are read, one after another, together."""
ELEMENT, TEXT, ATTRIBUTE = 130, 130, 255
"""So many bytes of memory an element takes, a text before, in or behind one, and an attribute."""
ENCRYPTED = 0x1 | 0x40
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts of a package may be compressed: as the standards permit, and unpacked as far as is asked and no further."""
DTD = "<!DOCTYPE"
# <?xml version="1.0" encoding='GB2312'?>
DECLARED_PATTERN = re.compile(rb"\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8", "us-ascii", "ascii"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
}
"""How an XML part may say that it is written, and how it then is read; UTF-16 is told by its first bytes."""
MARKS = (
    (b"\xff\xfe\0\0", None),
    (b"<\0\0\0", None),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
    (b"<\0", "utf-16le"),
    (b"\0<", "utf-16be"),
)
"""How a part begins that is written in no encoding that keeps ASCII; None for one that is not read."""


class Package:
    """The parts of a zip file, by their names; each name stands for one part, upper and lower case alike."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path, self.read_bytes, self.built_bytes = path, 0, 0
        self.file, self.parts = open_zip(data, path)

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
        if info.compress_type not in METHODS:
            self.refuse(f"has a part {name!r} that is compressed as no office program does")
        most = min(max(FREE, MOST_RATIO * info.compress_size), MOST_PART)
        if info.file_size > most:
            self.refuse(f"has a part {name!r} that unpacks to more than {most:,} bytes")
        try:
            with self.file.open(info) as stream:
                data = stream.read(most)
        except FAULTS as error:
            self.refuse(f"has a damaged part {name!r}", error)
        self.read_bytes += len(data)
        if self.read_bytes > MOST_ALL:
            self.refuse(f"has parts that unpack to more than {MOST_ALL:,} bytes")
        return data

    def xml(self, name: str) -> "etree._Element | None":
        """Return the root of an XML part, None where it is not there; raise CorpusError where it is no XML."""
        data = self.part(name)
        if data is None:
            return None
        encoding = find_encoding(data)
        if encoding is None:
            self.refuse(f"has a part {name!r} that is no XML, or in an encoding that no office program writes")
        if DTD.encode(encoding) in data:
            self.refuse(f"declares a DTD in its part {name!r}, as no office program does")
        memory = memory_of(data)
        self.built_bytes += memory
        if memory > MOST_TREE or self.built_bytes > MOST_TREES:
            self.refuse(f"has more elements than a document has, up to its part {name!r}")
        try:
            return etree.fromstring(data, safe_parser(encoding))
        except etree.XMLSyntaxError as error:
            self.refuse(f"has a part {name!r} that is no XML ({error.msg})", error)

    def refuse(self, message: str, cause: BaseException | None = None) -> NoReturn:
        """Raise the CorpusError that says what is wrong with the file."""
        raise CorpusError(self.path, f"{message}; {SAVE_ANEW}", 0, "file") from cause


def safe_parser(encoding: str) -> "etree.XMLParser[etree._Element]":
    """Return a parser that reads nothing but what it is given, and leaves out comments and instructions."""
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def find_encoding(data: bytes) -> str | None:
    """Return how an XML part is written; None where it is not XML, or written in a way that is not read."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:1_000].removeprefix(b"\xef\xbb\xbf")
    if not head.lstrip().startswith(b"<"):
        return None
    declared = DECLARED_PATTERN.match(head)
    return ENCODINGS.get(declared[1].decode("ascii").lower()) if declared else "utf-8"


def memory_of(data: bytes) -> int:
    """Return about how many bytes of memory the elements, texts and attributes of an XML part take at most."""
    elements = data.count(b"<") - data.count(b"</")
    texts = data.count(b">") - data.count(b"><")
    return len(data) + ELEMENT * elements + TEXT * texts + ATTRIBUTE * data.count(b"=")
