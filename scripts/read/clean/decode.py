"""Bytes of a source file → its decoded text, with the codec that gives the same bytes back.

A file of more than `MOST_BYTES` is refused before it is read: no policy is nearly so long, and what reading costs in
time and memory is in proportion to the bytes.

1. A byte order mark names the encoding; it stays in the text as its first character, for a later step to drop.
2. Else UTF-8, where it is valid; where it nearly is, the first bad byte is reported.
3. Else UTF-16 without a mark, if its line ends say so; else GB18030 or Big5, by charset-normalizer.
"""

import codecs
import hashlib
import os
import re
from pathlib import Path

from scripts.model.policy import Source
from scripts.problems import CorpusError
from scripts.read.clean.script import find_script

BYTE_ORDER_MARKS = (  # the longer before those that they begin with
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY_CODECS = ["gb18030", "big5", "big5hkscs"]
COMMON_CODECS = (("gb18030", "gb2312"), ("gb18030", "gbk"), ("big5", "big5"))
"""For texts with a damaged byte: the codec, and one of the characters that nearly all of such a text are."""
MOSTLY = 0.9
"""The share of well-decoded characters from which on a text is taken for a damaged one of this encoding."""
CONTROL_SHARE, FEWEST_CONTROLS = 0.3, 8
"""The share of control characters from which on a file is no text, where there are at least so many."""
CONTROL_PATTERN = re.compile(r"[\x00-\x08\x0e-\x1f]")
WIDE_PATTERN = re.compile(r"[^\x00-\x7f]")
USUAL_PATTERN = re.compile(r"[\x00-\x7e\u2000-\u9fff\uff00-\uffef]")
REMEDY = "give the document as text, in UTF-8 if you can"
COPY = "open it in a browser, copy the document from there into a text file, and give that one"
# <!DOCTYPE html>, <html lang="zh">, <div class="x">; before it a mark of the byte order, blanks, a comment, <?xml … ?>
WEB_PAGE_PATTERN = re.compile(
    r"\ufeff?(?>\s+|<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,2000}-->)*+<(?:!doctype\s+html\b|[a-z][a-z0-9]*(?:\s[^<>]{0,900})?>)",
    re.IGNORECASE | re.DOTALL,
)
"""With what no document begins: a tag."""
CUT = "keep the document's own text alone, or split it where documents end"
MOST_BYTES = 3_000_000
"""So many a text may have: ten times the longest plan that is known, three times a long law code."""


def read_bounded(file: Path, path: str, most: int = MOST_BYTES) -> bytes:
    """Return a source file's bytes; raise CorpusError, with no more of it read, where a text may not have so many.

    Raise OSError where the file cannot be read.
    """
    with file.open("rb") as stream:
        data = stream.read(most + 1)
        if len(data) > most:
            size = max(os.fstat(stream.fileno()).st_size, len(data))  # a pipe does not say how many it has
            raise too_large(path, f"has {size:,} bytes or more", most)
    return data


def too_large(path: str, size: str, most: int) -> CorpusError:
    """Return the error that says how many bytes a file may have."""
    others = f", any other file {most:,}" if most > MOST_BYTES else ""
    return CorpusError(path, f"{size}, and a text may have {MOST_BYTES:,}{others}; {CUT}", 0, "size")


def read_source(data: bytes, path: str) -> Source:
    """Return the source that the bytes hold; raise CorpusError where they cannot be read as the text of a document."""
    source = decode_source(data, path)
    if WEB_PAGE_PATTERN.match(source.text):
        raise CorpusError(path, f"is a web page with its tags, and no text; {COPY}")
    return source


def decode_source(data: bytes, path: str) -> Source:
    """Return the bytes as a text of any kind; raise CorpusError where they are none."""
    encoding = find_encoding(data, path)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise invalid_byte(data, error, path) from error
    if text.encode(encoding) != data:
        raise CorpusError(path, f"as {encoding} the text does not give its own bytes back; {REMEDY}")
    if is_binary(text):
        raise CorpusError(path, f"holds control characters like a binary file; {REMEDY}")
    if not any(char.isprintable() and not char.isspace() for char in text):
        raise CorpusError(path, "is empty: there is no text in it; put the document's text there")
    return Source(hashlib.sha256(data).hexdigest(), len(data), encoding, find_script(text), text)


def find_encoding(data: bytes, path: str) -> str:
    """Return the name of the codec of the bytes; raise CorpusError where none fits."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if is_damaged_utf8(data):
            raise invalid_byte(data, error, path) from error
    else:
        return "utf-8"
    for encoding, line_end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        if len(data) % 2 == 0 and line_end in data and is_plausible(data, encoding):
            return encoding
    return find_legacy_encoding(data, path)


def find_legacy_encoding(data: bytes, path: str) -> str:
    """Return the East Asian codec that fits best; raise CorpusError where none does."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load and seldom needed

    best = from_bytes(data, cp_isolation=LEGACY_CODECS, enable_fallback=False).best()
    if best is None:
        find_damaged_legacy(data, path)
        raise CorpusError(path, f"is not text in UTF-8, UTF-16, GB18030 or Big5; {REMEDY}")
    return best.encoding


def find_damaged_legacy(data: bytes, path: str) -> None:
    """Raise CorpusError with line and byte where bytes are those of GB18030 or Big5 but for a few."""
    for codec, common in COMMON_CODECS:
        text = data.decode(codec, "replace")
        wide = WIDE_PATTERN.findall(text)
        known = sum(len(char.encode(common, "ignore")) > 0 for char in wide)
        if text.count("\ufffd") <= (1 - MOSTLY) * len(wide) and known >= MOSTLY * len(wide):
            try:
                data.decode(codec)
            except UnicodeDecodeError as error:
                raise invalid_byte(data, error, path) from error


def is_damaged_utf8(data: bytes) -> bool:
    """Whether invalid bytes are so few among the others that the text was meant as UTF-8."""
    text = data.decode("utf-8", "replace")
    wide = len(WIDE_PATTERN.findall(text))
    bad = text.count("\ufffd")
    return 0 < bad <= (1 - MOSTLY) * wide


def is_plausible(data: bytes, encoding: str) -> bool:
    """Whether the bytes decode, and nearly all to Chinese characters, punctuation or ASCII."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return len(USUAL_PATTERN.findall(text)) >= MOSTLY * len(text)


def is_binary(text: str) -> bool:
    """Whether the share of control characters is beyond that of any text."""
    controls = len(CONTROL_PATTERN.findall(text))
    return controls >= FEWEST_CONTROLS and controls > CONTROL_SHARE * len(text)


def invalid_byte(data: bytes, error: UnicodeDecodeError, path: str) -> CorpusError:
    """Return the error that names offset, line and value of the first byte that does not decode."""
    line = data.count(b"\n", 0, error.start) + 1
    value = data[error.start : error.start + 1].hex().upper()
    message = f"byte 0x{value} at offset {error.start} is not valid {error.encoding}; mend the copy or fetch it again"
    return CorpusError(path, message, line)
