"""What may be done to a file as a whole: to its bytes, and to what stands in its place."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.fuzz import hostile


@dataclass(frozen=True, slots=True)
class Repeated:
    """The bytes of a huge file, not yet made."""

    unit: bytes

    def __bytes__(self) -> bytes:
        return self.unit * (HUGE // max(len(self.unit), 1))


Change = Callable[[bytes], st.SearchStrategy[bytes | Repeated]]
BINARY = (
    bytes(range(256)) * 20,
    b"\x00" * 4_000,
    b"\x89PNG\r\n\x1a\n" + bytes(255) * 9,
    b"PK\x03\x04" + b"\xff\xfe" * 99,
    b"\xff",
    b"\x1f\x8b\x08",
)
CODECS = ("utf-16", "utf-16-be", "utf-8-sig", "gb18030", "big5", "utf-32", "utf-7", "cp1252", "idna")
HUGE = 24_000_000
"""Bytes of a file that is larger than any of a policy."""


def cut(data: bytes) -> st.SearchStrategy[bytes]:
    """Return a file that ends at any byte."""
    return st.integers(0, max(len(data) - 1, 0)).map(lambda place: data[:place])


def flip(data: bytes) -> st.SearchStrategy[bytes]:
    """Return a file of which one byte is another."""
    pairs = st.tuples(st.integers(0, max(len(data) - 1, 0)), st.integers(1, 255))
    return pairs.map(lambda pair: data[: pair[0]] + bytes([(data or b"x")[pair[0]] ^ pair[1]]) + data[pair[0] + 1 :])


def lines(data: bytes) -> st.SearchStrategy[bytes]:
    """Return a file of which lines are doubled, left out, or exchanged."""
    rows = data.splitlines(keepends=True) or [b""]
    numbers = st.integers(0, len(rows) - 1)

    def change(first: int, second: int, verb: str) -> bytes:
        own = list(rows)
        if verb == "exchange":
            own[first], own[second] = own[second], own[first]
        elif verb == "double":
            own.insert(second, own[first])
        elif verb == "indent":
            own[first] = b"  " + own[first]
        elif verb == "join":
            own[first] = own[first].rstrip(b"\n")
        else:
            del own[min(first, second) : max(first, second) + 1]
        return b"".join(own)

    return st.builds(change, numbers, numbers, st.sampled_from(["exchange", "double", "indent", "join", "drop"]))


def encode(data: bytes) -> st.SearchStrategy[bytes]:
    """Return a file in another encoding."""
    text = data.decode()
    known = [text.encode(codec, "replace") for codec in CODECS if codec != "idna"]
    return st.sampled_from(known)


def end_lines(data: bytes) -> st.SearchStrategy[bytes]:
    """Return a file whose lines end otherwise."""
    return st.sampled_from([b"\r\n", b"\r", b"\n\n", b"\n\t", b"\x00", b"\xe2\x80\xa8", b" \n", b""]).map(
        lambda end: data.replace(b"\n", end)
    )


BYTES: dict[str, Change] = {
    "cut": cut,
    "a byte changed": flip,
    "lines": lines,
    "encoding": encode,
    "line ends": end_lines,
    "emptied": lambda _: st.sampled_from([b"", b"\n", b" ", b"\n\n\n", b"#", b"[]\n", b"{}\n", b"null\n", b"---\n", b"\xef\xbb\xbf"]),
    "binary": lambda _: st.sampled_from(BINARY),
    "twice": lambda data: st.sampled_from([data + data, data * 50, data + b"\x00" + data]),
    "huge": lambda data: st.sampled_from([data, b"x", b"\n", b"- x\n", b"[", b"a: ", "质".encode()]).map(Repeated),
    "after its end": lambda data: st.sampled_from([data + text.encode("utf-8", "surrogatepass") for text in hostile.AFTER]),
    "other file": lambda _: st.sampled_from([b"x", b"- x\n", b"x: y\n", b"[[[[\n", b'{"a": 1}\n', b'msgid "x"\nmsgstr "y"\n', b"s1\n", "一、甲\n".encode()]),
}  # fmt: skip
"""What can be done to the bytes of a file, by kind."""


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").write_text("x")


def link(name: str) -> Callable[[Path], None]:
    """Return what puts a link in the place of a file."""

    def put(path: Path) -> None:
        path.unlink()
        path.symlink_to(name if name != "loop" else path.name)

    return put


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def link_within(path: Path) -> None:
    path.rename(path.with_name(f".{path.name}"))
    path.symlink_to(f".{path.name}")


def leave_beside(name: str) -> Callable[[Path], None]:
    """Return what puts a further file beside one."""

    def put(path: Path) -> None:
        path.with_name(name).write_text("x")

    return put


def shout(path: Path) -> None:
    path.rename(path.with_name(path.name.upper()))


SETTINGS: dict[str, Callable[[Path], None]] = {
    "no file": Path.unlink,
    "a folder": make_folder,
    "a pipe": make_pipe,
    "a link to nothing": link("nothing"),
    "a link to itself": link("loop"),
    "a link out of the corpus": link("/etc/hostname"),
    "a link to a device": link("/dev/zero"),
    "a link to a folder": link("/etc"),
    "a link within": link_within,
    "a file that may not be read": lambda path: path.chmod(0),
    "an unknown file": leave_beside("notes.txt"),
    "an unknown file with a strange name": leave_beside("x\n\u202e<b>.yml"),
    "a name in other letters": shout,
}
"""What can stand in the place of a file, by kind."""
