"""Where what is made of each policy is kept between builds: its shares, by key, and what each file was drawn from.

One SQLite file in `build/`. It can always be thrown away: then everything is made again.
"""

import hashlib
import io
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from pathlib import Path
from typing import Any

LARGE = ("counts", "linked", "search", "sections", "units")
"""Keys of shares so large that they have a table of their own."""
TABLES = """
create table if not exists small (key text, policy text, print blob, value blob, primary key (key, policy))
    without rowid;
create index if not exists small_policies on small (policy);
create table if not exists large (key text, policy text, print blob, value blob);
create unique index if not exists large_places on large (key, policy);
create table if not exists made (name text primary key, print blob, value blob) without rowid;
"""
PRINT_SIZE = 16
CACHE_SIZE = 8_000
"""So many KiB of the file are held in memory."""


class ShelfDamageError(Exception):
    """What is kept is not what was put there: everything is to be made again."""


Packed = tuple[str, bytes, bytes]
"""A share as it is kept: its key, its fingerprint, its value."""


class Pickler(pickle.Pickler):
    """Writes data classes, named tuples and enums as few steps of the library make them again: read thrice as fast."""

    def reducer_override(self, value: Any) -> Any:
        """Return how a value is made again; NotImplemented leaves it to the library."""
        reduce = REDUCERS.get(type(value)) or reducer_of(type(value))
        return reduce(value)


Reducer = Callable[[Any], Any]
REDUCERS: dict[type, Reducer] = {}
"""For each class that was met, how a value of it is made again."""


def reducer_of(kind: type) -> Reducer:
    """Return how a value of a class is made again: what is called, and with what."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if len(names) > 1:
        get = attrgetter(*names)
        REDUCERS[kind] = lambda value: (kind, get(value))
    elif issubclass(kind, tuple):
        REDUCERS[kind] = lambda value: (tuple.__new__, (kind, tuple(value)))
    elif issubclass(kind, Enum):
        REDUCERS[kind] = lambda value: (getattr, (kind, value.name))
    else:
        REDUCERS[kind] = lambda _: NotImplemented
    return REDUCERS[kind]


def dump(value: Any) -> bytes:
    """Return a value as it is kept."""
    stream = io.BytesIO()
    Pickler(stream, protocol=5).dump(value)
    return stream.getvalue()


def pack(key: str, value: Any) -> Packed:
    """Return a share as it is kept."""
    data = dump(value)
    return key, fingerprint([data]), data


def fingerprint(parts: Iterable[bytes]) -> bytes:
    """Return one fingerprint of all parts in their order."""
    total = hashlib.blake2b(digest_size=PRINT_SIZE)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.digest()


class Shelf:
    """The file, open; what is done to it holds once it is committed."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.database = connect(path)
        except sqlite3.DatabaseError:  # a file that a full disk cut short, or of another program
            path.unlink()
            self.database = connect(path)

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.database.commit()
        self.database.close()

    def put(self, policy: str, shares: Iterable[Packed]) -> None:
        """Keep the shares of a policy in the place of those that it had."""
        self.forget(policy)
        rows: dict[str, list[tuple[str, str, bytes, bytes]]] = {"small": [], "large": []}
        for key, mark, value in shares:
            rows[table_of(key)].append((key, policy, mark, value))
        for table, own in rows.items():
            self.database.executemany(f"insert into {table} values (?, ?, ?, ?)", own)  # noqa: S608 - of two names

    def forget(self, policy: str) -> None:
        """Drop the shares of a policy."""
        self.database.execute("delete from small where policy = ?", (policy,))
        self.database.executemany("delete from large where key = ? and policy = ?", [(key, policy) for key in LARGE])

    def read(self, key: str) -> Iterator[Any]:
        """Yield the shares with a key, in the order of their policies."""
        query = f"select print, value from {table_of(key)} where key = ? order by policy"  # noqa: S608 - one of two names
        for mark, value in self.database.execute(query, (key,)):
            yield pickle.loads(unaltered(mark, value))  # noqa: S301 - what we wrote ourselves

    def value(self, key: str, policy: str) -> bytes:
        """Return a share of a policy as it is kept."""
        query = f"select print, value from {table_of(key)} where key = ? and policy = ?"  # noqa: S608 - one of two names
        ((mark, value),) = self.database.execute(query, (key, policy))
        return bytes(unaltered(mark, value))

    def prints(self, needs: Iterable[str]) -> bytes:
        """Return one fingerprint of all shares with these keys; one with a slash at its end stands for all below it."""
        total = hashlib.blake2b(digest_size=PRINT_SIZE)
        for need in needs:
            table = table_of(need)
            below = (need, need + "\U0010ffff" if need.endswith("/") else need)
            query = f"select key, policy, print from {table} where key between ? and ? order by key, policy"  # noqa: S608
            for key, policy, mark in self.database.execute(query, below):
                total.update(f"{key}\0{policy}\0".encode() + mark)
        return total.digest()

    def made(self, name: str) -> tuple[bytes, Any]:
        """Return what a thing was last made from, and what was noted of it; nothing where it is not known.

        What another edition of the program noted in values of another shape is not known either.
        """
        for mark, value in self.database.execute("select print, value from made where name = ?", (name,)):
            with suppress(TypeError, AttributeError, ImportError):
                return bytes(mark), pickle.loads(value)  # noqa: S301 - what we wrote ourselves
        return b"", None

    def note(self, name: str, mark: bytes, value: Any = None) -> None:
        """Note what a thing was made from, and what else is to be known of it."""
        self.database.execute("insert or replace into made values (?, ?, ?)", (name, mark, dump(value)))

    def keep_only(self, policies: Iterable[str]) -> None:
        """Drop the shares of all other policies."""
        known = set(policies)
        for (policy,) in self.database.execute("select policy from large where key = ?", ("linked",)).fetchall():
            if policy not in known:
                self.forget(policy)


def unaltered(mark: bytes, value: bytes) -> bytes:
    """Return a share that has the fingerprint which it had; raise ShelfDamageError where it has another."""
    if fingerprint([value]) != mark:
        raise ShelfDamageError
    return value


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file is not what was written into it."""
    damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return isinstance(error, ShelfDamageError) or getattr(error, "sqlite_errorcode", None) in damage


def table_of(key: str) -> str:
    """Return the table that has the shares with a key."""
    return "large" if key in LARGE else "small"


def connect(path: Path) -> sqlite3.Connection:
    """Return the opened file, its tables being there."""
    database = sqlite3.connect(path)
    database.execute(f"pragma cache_size = -{CACHE_SIZE}")
    database.executescript(TABLES)
    return database
