"""The first bytes of a file → what kind of file it is, whatever its name says; what no reader can read is refused.

A file is text where nothing says that it is anything else.
"""

import re

from scripts.model.vocabulary import Format
from scripts.problems import CorpusError
from scripts.read.clean.decode import WEB_PAGE_PATTERN
from scripts.read.extract.zip_file import open_zip

HEAD = 4_096
"""So many bytes tell the kind of a file."""
PDF_HEAD = 1_024
"""Within so many a PDF says that it is one."""
ZIP, OLE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKAGES = (
    ("word/document", Format.DOCX),
    ("ofd.xml", Format.OFD),
    ("xl/workbook", Format.XLSX),
    ("content.xml", Format.ODT),
)
"""How a part's name begins in a package of each kind."""
STREAMS = (("EncryptedPackage", None), ("WordDocument", Format.DOC), ("Workbook", Format.XLS), ("Book", Format.XLS))
"""The streams of a compound file, and of what kind it then is; None for one that is encrypted."""
# MIME-Version: 1.0 … Content-Type: multipart/related, as browsers save a page with all its parts
MHTML_PATTERN = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE
)
# <?xml …?><?mso-application progid="Word.Document"?>, <pkg:package …>: a Word document as one XML file
FLAT_PATTERN = re.compile(rb"<\?mso-application|<pkg:package\b|<w:wordDocument\b|<office:document\b")
PICTURES = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"RIFF", "WebP"),
)
ARCHIVES = (
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)
PICTURE_REMEDY = "a picture of a text has none; find the text elsewhere, or type it and say so in policy.yml"
ARCHIVE_REMEDY = "unpack it and give the document that is in it"
SAVE_AGAIN = "open it in the program that made it and save it as DOCX"


def find_format(data: bytes, path: str) -> Format:
    """Return the kind of a file; raise CorpusError for one that holds no text, with what to do."""
    if data.startswith(ZIP):
        return find_package(data, path)
    if data.startswith(OLE):
        return find_compound(data, path)
    if b"%PDF-" in data[:PDF_HEAD]:
        return Format.PDF
    if data.lstrip()[:5].lower() == b"{\\rtf":
        return Format.RTF
    refuse_others(data, path)
    if MHTML_PATTERN.match(data[:HEAD]):
        return Format.MHTML
    return Format.HTML if is_web_page(data) else Format.TEXT


def find_package(data: bytes, path: str) -> Format:
    """Return the kind of a package; raise CorpusError for a zip file of any other kind."""
    _, parts = open_zip(data, path)
    for beginning, kind in PACKAGES:
        if any(name.startswith(beginning) for name in parts):
            return kind
    if any(name.startswith("ppt/") for name in parts):
        raise CorpusError(path, "is a presentation, and no document; give the document itself", 0, "file")
    raise CorpusError(path, f"is a zip file; {ARCHIVE_REMEDY}", 0, "file")


def find_compound(data: bytes, path: str) -> Format:
    """Return the kind of a compound file, as Word and Excel wrote until 2007; raise CorpusError for any other."""
    for name, kind in STREAMS:
        if name.encode("utf-16-le") + b"\0\0" in data:
            if kind is None:
                raise CorpusError(path, f"is encrypted; {SAVE_AGAIN} without a password", 0, "file")
            return kind
    raise CorpusError(path, f"is a compound file of a kind that is not known; {SAVE_AGAIN}", 0, "file")


def refuse_others(data: bytes, path: str) -> None:
    """Raise CorpusError where the bytes are those of a picture, an archive, or an office program's flat XML."""
    for beginning, name in PICTURES:
        if data.startswith(beginning) and b"\0" in data[:HEAD]:
            raise CorpusError(path, f"is a picture ({name}); {PICTURE_REMEDY}", 0, "file")
    for beginning, name in ARCHIVES:
        if data.startswith(beginning):
            raise CorpusError(path, f"is an archive ({name}); {ARCHIVE_REMEDY}", 0, "file")
    if FLAT_PATTERN.search(data[:HEAD]):
        raise CorpusError(path, f"is a document as one XML file; {SAVE_AGAIN}", 0, "file")


def is_web_page(data: bytes) -> bool:
    """Whether the bytes begin as a web page does, in any encoding that keeps ASCII apart, or in UTF-16."""
    head = data[:HEAD]
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return WEB_PAGE_PATTERN.match(head.decode(codec, "replace")) is not None
    text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    return WEB_PAGE_PATTERN.match(text) is not None
