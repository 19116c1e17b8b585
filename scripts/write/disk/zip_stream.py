"""Files → a zip whose bytes come from their content alone."""

import io
import zipfile
from collections.abc import Container, Iterable
from datetime import datetime
from typing import IO

EARLIEST = datetime(1980, 1, 1)
"""A zip knows no day before this, and no time zone."""
REGULAR_FILE = 0o100644 << 16
UNIX = 3
LEVEL = 5
"""How hard it is compressed: a hundredth larger than by the usual 6, in a tenth less of the time."""
LONGEST = 140
"""A path has fewer characters: with the folder that people unzip into, Windows allows 260."""


def fill_zip(
    stream: IO[bytes], files: Iterable[tuple[str, bytes]], moment: datetime | None, stored: Container[str] = ()
) -> None:
    """Write a zip of files, in their order, each with the same time: a zip knows none that is unknown.

    The files named by `stored` are not compressed.

    Names must be ASCII, of which alone Windows' own program makes no muddle, and short; ValueError where one is not.
    """
    time = max(moment.replace(tzinfo=None) if moment else EARLIEST, EARLIEST).timetuple()[:6]
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files:
            if not name.isascii() or len(name) >= LONGEST:
                raise ValueError(f"{name}: a path in a zip is ASCII and shorter than {LONGEST}; rename the file")
            entry = zipfile.ZipInfo(name, time)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = REGULAR_FILE, UNIX
            archive.writestr(entry, content, compresslevel=LEVEL)


def render_zip(files: Iterable[tuple[str, bytes]], moment: datetime | None, stored: Container[str] = ()) -> bytes:
    """Return the zip of files."""
    stream = io.BytesIO()
    fill_zip(stream, files, moment, stored)
    return stream.getvalue()
