"""The bytes of a web page → its text, as browsers decode it, and which bytes of it are none of its encoding.

1. A byte order mark names the encoding.
2. Else the bytes are UTF-8 where they are valid as such: no text in another encoding is by chance.
3. Else what the page says of itself, where that fits: gb2312 and gbk mean GB18030, big5 its form of Hong Kong.
4. Else what fits, as for any text; where nothing does, that in which fewest bytes are bad: each becomes U+FFFD.
"""

import codecs
import re
from typing import NamedTuple

from scripts.problems import CorpusError
from scripts.read.clean.decode import BYTE_ORDER_MARKS, find_encoding

HEAD = 4_096
"""Within so many bytes a page says in which encoding it is."""
# <meta charset=gbk>, <meta http-equiv="Content-Type" content="text/html; charset=gb2312">
META_PATTERN = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# <?xml version="1.0" encoding="gb2312"?>
XML_PATTERN = re.compile(rb"""\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']""", re.IGNORECASE)
CODECS = (
    ("gb18030", ("gb2312", "gbk", "gb18030", "gb231280", "gb23121980", "xgbk", "chinese", "csgb2312")),
    ("gb18030", ("isoir58", "csgb231280", "cp936", "ms936", "windows936", "euccn", "gb")),
    ("big5hkscs", ("big5", "big5hkscs", "cnbig5", "csbig5", "xxbig5", "cp950")),
    ("utf-8", ("utf8", "unicode11utf8", "unicode", "utf16", "utf16le", "utf16be")),
)
"""The codec, and what pages call it, without signs; one that says in ASCII that it is UTF-16 is not."""
NAMES = {name: codec for codec, names in CODECS for name in names}
NAME_SIGNS = re.compile(r"[^a-z0-9]")
HANDLER = "scripts-web-page"
WIDE = ("utf-16", "utf-32")
EURO = 0x80
"""The byte that browsers take for € in GB18030."""
LINE_FEED = b"\n"
MOST_NAMED = 3
MOST_BAD = 0.1
"""The share of bad bytes among the characters that are not ASCII up to which a text is a damaged one."""
WIDE_PATTERN = re.compile(r"[^\x00-\x7f\ufffd]")
LOST = "\ufffd"


class Decoded(NamedTuple):
    """A page's text, and its bad bytes."""

    text: str
    encoding: str
    bad: tuple[int, ...] = ()
    """The offsets of the bytes for which U+FFFD stands in the text."""


def decode_page(data: bytes, path: str, said: str = "") -> Decoded:
    """Return the text of a page, of which its file's head may say the encoding; raise CorpusError where it is none."""
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return decode(data[len(mark) :], codec, len(mark))
    if is_valid(data, "utf-8"):
        return Decoded(data.decode(), "utf-8")
    codec = codec_named(said) or declared(data[:HEAD])
    if codec and is_valid(data, codec):
        return Decoded(data.decode(codec), codec)
    try:
        return decode(data, fitting(data, path, codec))
    except CorpusError:
        decoded = least_bad(data, codec)
        if len(decoded.bad) > MOST_BAD * len(WIDE_PATTERN.findall(decoded.text)):
            raise
        return decoded


def least_bad(data: bytes, codec: str) -> Decoded:
    """Return the text of damaged bytes in the codec of which fewest are bad: UTF-8, what the page says, or GB18030."""
    codecs_to_try = dict.fromkeys(name for name in ("utf-8", codec, "gb18030") if name)
    return min((decode(data, name) for name in codecs_to_try), key=lambda decoded: len(decoded.bad))


def fitting(data: bytes, path: str, codec: str) -> str:
    """Return a codec in which the bytes are valid, as for any text; of GB18030, also where € is one byte."""
    if codec == "gb18030" and not decode(data, codec).bad:
        return codec
    return find_encoding(data, path)


def declared(head: bytes) -> str:
    """Return the codec that a page names in its first bytes; nothing where it names none that is known.

    >>> declared(b'<meta charset="gb2312">')
    'gb18030'
    """
    match = XML_PATTERN.match(head) or META_PATTERN.search(head)
    return codec_named(match[1].decode("ascii", "replace")) if match else ""


def codec_named(name: str) -> str:
    """Return the codec that an encoding's name stands for, as browsers understand it; nothing for any other."""
    return NAMES.get(NAME_SIGNS.sub("", name.lower()), "")


def is_valid(data: bytes, codec: str) -> bool:
    """Whether the bytes are a text of a codec."""
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, codec: str, offset: int = 0) -> Decoded:
    """Return the text of bytes; a bad one becomes U+FFFD, and what follows it is read anew."""
    bad: list[int] = []

    def replace(error: UnicodeError) -> tuple[str, int]:
        """Return what stands for a bad byte, and where reading goes on."""
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if error.object[error.start] == EURO and codec == "gb18030":
            return "€", error.start + 1
        bad.append(offset + error.start)
        return LOST, error.end if codec.startswith(WIDE) else error.start + 1

    codecs.register_error(HANDLER, replace)
    return Decoded(data.decode(codec, HANDLER), codec, tuple(bad))


def name_bytes(data: bytes, decoded: Decoded) -> str:
    """Return which bytes of a page are bad, the first of them with line and offset."""
    named = [
        f"0x{data[place]:02X} in line {data.count(LINE_FEED, 0, place) + 1} at offset {place}"
        for place in decoded.bad[:MOST_NAMED]
    ]
    more = f" and {len(decoded.bad) - MOST_NAMED:,} more" if len(decoded.bad) > MOST_NAMED else ""
    return f"{', '.join(named)}{more}"
