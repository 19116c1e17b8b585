"""The bytes of a zip file → its parts by their names, each name for one part; what no document's file is, is refused.

The file may come from anywhere. Nothing is unpacked here: the parts are only listed. Their number is bounded before the
list is read, and no two may share their bytes, as those of a file do that unpacks to a thousand times its length.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NoReturn

from scripts.problems import CorpusError

MOST_PARTS = 10_000
LISTED = b"PK\x01\x02"
"""With these bytes begins what the list of a zip file says of a part."""
LOCAL_HEAD = 30
"""So many bytes at least stand before a part's own."""
IN_UTF_8 = 0x800
"""The flag of a name that is written in UTF-8; other names are in the encoding of whoever wrote them."""
FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)
"""What reading a damaged zip file may raise."""
FETCH_AGAIN = "fetch it again"
SAVE_ANEW = "open it in the program that made it and save it anew, or give its text"


def open_zip(data: bytes, path: str) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """Return a zip file with its parts in their order; raise CorpusError for one that no office program wrote."""
    if data.count(LISTED) > MOST_PARTS:
        refuse(path, f"has more than {MOST_PARTS:,} parts", SAVE_ANEW)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        infos = file.infolist()
    except FAULTS as error:
        raise CorpusError(path, f"is a damaged zip file; {FETCH_AGAIN}", 0, "file") from error
    parts: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = plain_name(real_name(info))
        if name in parts:
            refuse(path, f"has its part {name!r} twice", SAVE_ANEW)
        parts[name] = info
    if overlap(infos):
        refuse(path, "has parts that share their bytes", SAVE_ANEW)
    return file, parts


def refuse(path: str, what: str, remedy: str) -> NoReturn:
    """Raise the CorpusError that says what is wrong with a file."""
    raise CorpusError(path, f"{what}; {remedy}", 0, "file")


def overlap(infos: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether the bytes of two parts overlap."""
    end = 0
    for start, length in sorted((info.header_offset, info.compress_size) for info in infos):
        if start < end:
            return True
        end = start + LOCAL_HEAD + length
    return False


def real_name(info: zipfile.ZipInfo) -> str:
    """Return a part's name: where it does not say that it is in UTF-8 it may be, or as a Chinese Windows writes it."""
    if info.flag_bits & IN_UTF_8 or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def plain_name(name: str) -> str:
    """Return a part's name as packages compare it: without a leading slash, in lower case."""
    return name.replace("\\", "/").lstrip("/").lower()
