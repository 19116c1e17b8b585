"""A manuscript's file → its paragraphs, by the way in which it is written."""

from collections.abc import Callable

from scripts.problems import CorpusError
from scripts.read.clean.decode import decode_source
from scripts.verify.read.docx import read_docx
from scripts.verify.read.docx_package import OLD_FORMAT
from scripts.verify.read.markdown import read_markdown
from scripts.verify.read.paragraphs import Manuscript
from scripts.verify.read.plain import read_plain
from scripts.verify.read.web_page import read_web_page

Read = Callable[[bytes, str], Manuscript]


def decoded(data: bytes, path: str) -> str:
    """Return the text of a file, without the mark of its encoding."""
    return decode_source(data, path).text.removeprefix("\ufeff")


READERS: dict[str, Read] = {
    ".docx": read_docx,
    ".md": lambda data, path: read_markdown(decoded(data, path)),
    ".markdown": lambda data, path: read_markdown(decoded(data, path)),
    ".html": lambda data, path: read_web_page(decoded(data, path), path),
    ".htm": lambda data, path: read_web_page(decoded(data, path), path),
    ".txt": lambda data, path: read_plain(decoded(data, path)),
}
"""How files are read, by the ends of their names; one with another end is read as plain text."""
FOREIGN = (
    (b"%PDF", "is a PDF, in which words are cut at the ends of lines; give the manuscript that it was made from"),
    (OLD_FORMAT, "is in Word's format before 2007, or protected by a password; save it as .docx without one"),
    (b"{\\rtf", "is RTF; save it as .docx"),
)
"""How files begin that cannot be read, and what to do about them."""
MOST_BYTES = 100_000_000


def read_manuscript(data: bytes, path: str) -> Manuscript:
    """Return the paragraphs of a manuscript; raise CorpusError, with what to do, where it cannot be read."""
    if len(data) > MOST_BYTES:
        raise CorpusError(path, f"has {len(data):,} bytes, more than any manuscript; give its text without pictures")
    for beginning, message in FOREIGN:
        if data.lstrip(b"\xef\xbb\xbf \r\n").startswith(beginning):
            raise CorpusError(path, message)
    if data.startswith(b"PK\x03\x04"):
        return read_docx(data, path)
    suffix = path[path.rfind(".") :].lower() if "." in path else ""
    return READERS.get(suffix, READERS[".txt"])(data, path)
