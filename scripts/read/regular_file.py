"""A file that an editor wrote → its bytes or its text, if it is a regular file within its bound.

Nothing is opened that might be something else than a file: a folder, a pipe, a device or a link is refused unread, and
of a file that is too large no more is read than shows it.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.model.vocabulary import Format
from scripts.problems import CorpusError, Problem
from scripts.read.clean.decode import MOST_BYTES
from scripts.text.gate import Fault, find_forbidden

MEGABYTE = 1_000_000
MOST_OF_ORIGINAL = 20 * MEGABYTE
"""So many bytes a file may have from which a text is extracted: pictures are most of such a one."""
BOUNDS = {
    ".txt": MOST_BYTES,
    ".yml": 10 * MEGABYTE,
    ".po": 10 * MEGABYTE,
    ".jsonl": 20 * MEGABYTE,
    ".md": 2 * MEGABYTE,
    **{f".{kind}": MOST_OF_ORIGINAL for kind in Format if kind is not Format.TEXT},
}
"""So many bytes a file may have, by the end of its name: twenty times and more what the largest of its kind has."""
KINDS = (
    (stat.S_ISLNK, "a link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
READ_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
MOST_FAULTS = 20
"""So many characters of one file are named; of more than these, only the number."""


def read_bytes_of(path: Path, name: str) -> bytes | None:
    """Return the bytes of a file, which problems call `name`; None where there is none.

    Raise CorpusError where it is no regular file, is larger than its kind may be, or cannot be read.
    """
    bound = BOUNDS[path.suffix]
    with reading(name):
        try:
            check_regular(os.lstat(path).st_mode, name)
            with os.fdopen(os.open(path, READ_FLAGS), "rb") as stream:
                check_regular(os.fstat(stream.fileno()).st_mode, name)
                data = stream.read(bound + 1)
        except FileNotFoundError:
            return None
    if len(data) > bound:
        message = f"has more than {bound:,} bytes, the most that such a file may have; make it smaller"
        raise CorpusError(name, message, 0, "size")
    return data


def check_regular(mode: int, name: str) -> None:
    """Raise CorpusError where a file's mode is that of anything but a regular file."""
    if not stat.S_ISREG(mode):
        kind = next((words for is_kind, words in KINDS if is_kind(mode)), "something else")
        raise CorpusError(name, f"is {kind}, no file; put the file itself there", 0, "file")


def list_folder(folder: Path, name: str) -> list[os.DirEntry[str]]:
    """Return what a folder holds, in the order of the names; nothing where it is not there.

    Raise CorpusError where it is a link or no folder, or cannot be read.
    """
    with reading(name):
        try:
            mode = os.lstat(folder).st_mode
        except FileNotFoundError:
            return []
        if not stat.S_ISDIR(mode):
            kind = "a link" if stat.S_ISLNK(mode) else "no folder"
            raise CorpusError(name, f"is {kind}; put the folder itself there", 0, "file")
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Raise CorpusError where a file cannot be read; a fault that nobody foresaw is told which file was being read."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(name, f"cannot be read ({reason}); give it the rights of the others") from error
    except CorpusError:
        raise
    except Exception as error:
        error.add_note(f"while reading {name}")
        raise


def read_text_of(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file of the corpus with line feeds, and what no file may hold; None where it has no text.

    A file that is not there has neither text nor problem. Raise nothing: what `read_bytes_of` raises is a problem too.
    """
    try:
        data = read_bytes_of(path, name)
        text = None if data is None else decode(data, name)
    except CorpusError as error:
        return None, [error.problem]
    return text, list(forbidden_in(text or "", name))


def decode(data: bytes, name: str) -> str:
    """Return the text that the bytes hold in UTF-8; raise CorpusError where they do not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise CorpusError(name, message, line, "encoding") from error
    return text.replace("\r\n", "\n")


def forbidden_in(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem for every line of a file with a character that no file may hold, in comments too."""
    faults = [
        (number, line, fault)
        for number, line in enumerate(text.split("\n"), start=1)
        for fault in find_forbidden(line, permitted="\t\u00a0\u2000-\u200a\ufffd\ue000-\uf8ff")
    ]
    for number, line, fault in faults[:MOST_FAULTS]:
        yield character_problem(name, number, fault, line)
    if len(faults) > MOST_FAULTS:
        message = f"holds {len(faults) - MOST_FAULTS:,} more characters that no file may hold; save the text anew"
        yield Problem(name, 0, "character", message)


def character_problem(name: str, line: int, fault: Fault, excerpt: str = "", *, field: str = "") -> Problem:
    """Return the problem of a character that may not stand in a text: on a line, or in a field of it."""
    words = f"{field} {fault.message}" if field else fault.message
    return Problem(name, line, "character", words, excerpt, fault.place if excerpt else 0)
