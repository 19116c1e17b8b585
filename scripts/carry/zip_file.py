"""A zip whose bytes come from its content alone, and which takes its place once it is whole."""

import zipfile
from collections.abc import Container, Iterable
from datetime import datetime
from pathlib import Path

EARLIEST = datetime(1980, 1, 1)
"""A zip knows no day before this, and no time zone."""
REGULAR_FILE = 0o100644 << 16
UNIX = 3
LEVEL = 5
"""How hard it is compressed: a hundredth larger than by the usual 6, in a tenth less of the time."""
LONGEST = 140
"""A path has fewer characters: with the folder that people unzip into, Windows allows 260."""


def write_zip(path: Path, files: Iterable[tuple[str, bytes]], moment: datetime, stored: Container[str] = ()) -> None:
    """Write a zip of files, in their order, each with the same time; the former zip stays until this one is whole.

    The files named by `stored` are not compressed.

    Names must be ASCII, of which alone Windows' own program makes no muddle, and short; ValueError where one is not.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}.new")
    time = max(moment.replace(tzinfo=None), EARLIEST).timetuple()[:6]
    try:
        with zipfile.ZipFile(staged, "w") as archive:
            for name, content in files:
                if not name.isascii() or len(name) >= LONGEST:
                    raise ValueError(f"{name}: a path in a zip is ASCII and shorter than {LONGEST}; rename the file")
                entry = zipfile.ZipInfo(name, time)
                entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
                entry.external_attr, entry.create_system = REGULAR_FILE, UNIX
                archive.writestr(entry, content, compresslevel=LEVEL)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
