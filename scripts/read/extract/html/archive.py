"""A page saved with all its parts in one file (MHTML) → the page itself, its address, and the pages of its frames.

Parts are only read, never unpacked: a name leads nowhere. Only their text is decoded, and only when it is asked for.
"""

import re
from email import message_from_bytes, policy
from email.message import Message
from typing import NamedTuple, NoReturn

from lxml import etree

from scripts.problems import CorpusError
from scripts.read.extract.html.encoding import decode_page

Tree = etree._Element
MOST_BYTES = 100_000_000
MOST_PARTS, DEEPEST = 5_000, 5
BOUNDARY_PATTERN = re.compile(rb"content-type:\s*multipart/", re.IGNORECASE)
PAGES = frozenset(("text/html", "application/xhtml+xml"))
REMEDY = "open it in the browser that made it and save it anew, or as the complete page"


class Part(NamedTuple):
    """A page among the parts of the file."""

    data: bytes
    encoding: str
    """As its head says; nothing where it says none."""


class Archive:
    """The parts of the file, by their addresses and by their ids."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        if len(data) > MOST_BYTES:
            self.refuse(f"has {len(data):,} bytes, and a saved page may have {MOST_BYTES:,}", "size")
        if len(BOUNDARY_PATTERN.findall(data)) > DEEPEST:
            self.refuse("has parts within parts within parts")
        try:
            message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(), policy=policy.compat32)
        except (ValueError, LookupError, RecursionError) as error:
            raise CorpusError(path, f"is a damaged MHTML file; {REMEDY}", 0, "file") from error
        parts = [part for part in message.walk() if not part.is_multipart()]
        if len(parts) > MOST_PARTS:
            self.refuse(f"has {len(parts):,} parts, and a page has at most {MOST_PARTS:,}")
        self.pages = [part for part in parts if part.get_content_type() in PAGES]
        if not self.pages:
            self.refuse("has no page among its parts")
        start = plain_id(str(message.get_param("start") or ""))
        self.first = next(
            (page for page in self.pages if start and plain_id(header(page, "content-id")) == start), self.pages[0]
        )
        self.used = [self.first]
        said = header(message, "snapshot-content-location") or header(self.first, "content-location")
        self.address = said

    @property
    def root(self) -> Part:
        """Return the page itself."""
        return read_part(self.first)

    def framed(self, frame: Tree) -> str:
        """Return the text of the page in a frame, where it is one of the parts."""
        address = frame.get("src", "").strip()
        if frame.get("srcdoc") or not address:
            return frame.get("srcdoc", "")
        wanted = plain_id(address.removeprefix("cid:"))
        for page in self.pages:
            is_wanted = wanted == plain_id(header(page, "content-id")) or address == header(page, "content-location")
            if is_wanted and page not in self.used:
                self.used.append(page)
                part = read_part(page)
                return decode_page(part.data, self.path, part.encoding).text
        return ""

    def refuse(self, message: str, rule: str = "file") -> NoReturn:
        """Raise the CorpusError that says what is wrong with the file."""
        raise CorpusError(self.path, f"{message}; {REMEDY}", 0, rule)


def read_part(part: "Message[str, str]") -> Part:
    """Return the bytes of a part, and the encoding that its head names."""
    payload = part.get_payload(decode=True)
    return Part(payload if isinstance(payload, bytes) else b"", str(part.get_content_charset() or ""))


def header(part: "Message[str, str]", name: str) -> str:
    """Return a field of a part's head on one line; nothing where it has none."""
    return "".join(str(part.get(name, "")).split())


def plain_id(text: str) -> str:
    """Return the id of a part without its brackets."""
    return text.strip().strip("<>")
