"""What a published table is: its columns, each with its type, its meaning and the way to its value; its rows."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.write.words.addresses import policy_address
from scripts.write.words.values import plain

Value = str | int | Decimal | None
Thing_contra = TypeVar("Thing_contra", contravariant=True)
Row = TypeVar("Row")
ADDRESS = ("永久地址", "permanent address")


@dataclass(frozen=True, slots=True)
class Column(Generic[Thing_contra]):
    """A column: its name, its type (string, integer, number), whether every row has it, what it holds, and its value."""

    name: str
    type: str
    is_required: bool
    meaning: Bilingual
    get: Callable[[Thing_contra], Value]
    """Returns the value of a row's thing."""
    choices: tuple[str, ...] = ()
    """All that it may hold, where these are few."""

    @property
    def title(self) -> Bilingual:
        """The meaning's first words, for a heading."""
        zh, en = re.split("[：；（]", self.meaning.zh)[0], re.split(r"[:;(]", self.meaning.en)[0]
        return Bilingual(zh, en.strip())


class Reference(NamedTuple):
    """Columns whose values together name a row of a table, by its columns `keys`; where one is empty, they name none."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


IN_POLICY = Reference(("policy",), "policies", ("policy",))
AT_ANCHOR = Reference(("policy", "anchor"), "anchors", ("policy", "anchor"))
IN_PLACE = Reference(("place",), "places", ("place",))


@dataclass(frozen=True, slots=True)
class Dataset(Generic[Row]):
    """A table: its name, title, columns, and the things of which each is a row."""

    name: str
    title: Bilingual
    columns: tuple[Column[Row], ...]
    things: Callable[[Lookup], Iterable[Row]]
    needs: tuple[str, ...] = ()
    """The keys of the shares that the things come from; one that ends with a slash stands for all below it."""
    key: tuple[str, ...] = ()
    """The columns that together name a row, where it has a name."""
    references: tuple[Reference, ...] = ()

    def rows(self, lookup: Lookup) -> Iterator[tuple[Value, ...]]:
        """Yield the rows, each with a value for every column."""
        for thing in self.things(lookup):
            yield tuple(column.get(thing) for column in self.columns)


@dataclass(frozen=True, slots=True)
class Finding:
    """A span of a policy's text: what the things of many tables are, with something more."""

    policy_id: str
    """Empty for a text that nobody described yet."""
    anchor: str
    start: int
    end: int
    words: str
    """As printed."""


def text(name: str, zh: str, en: str, get: Callable[[Thing_contra], Value]) -> Column[Thing_contra]:
    """Return a column of texts."""
    return Column(name, "string", True, Bilingual(zh, en), get)


def optional(name: str, zh: str, en: str, get: Callable[[Thing_contra], Value]) -> Column[Thing_contra]:
    """Return a column of texts that may be empty."""
    return Column(name, "string", False, Bilingual(zh, en), get)


def integer(name: str, zh: str, en: str, get: Callable[[Thing_contra], Value]) -> Column[Thing_contra]:
    """Return a column of whole numbers."""
    return Column(name, "integer", True, Bilingual(zh, en), get)


def optional_integer(name: str, zh: str, en: str, get: Callable[[Thing_contra], Value]) -> Column[Thing_contra]:
    """Return a column of whole numbers that may be empty."""
    return Column(name, "integer", False, Bilingual(zh, en), get)


def number(name: str, zh: str, en: str, get: Callable[[Thing_contra], Value]) -> Column[Thing_contra]:
    """Return a column of numbers that may be empty."""
    return Column(name, "number", False, Bilingual(zh, en), get)


def closed(column: Column[Thing_contra], choices: Iterable[str]) -> Column[Thing_contra]:
    """Return a column that may hold these words alone."""
    return replace(column, choices=tuple(map(str, choices)))


POLICY: Column[Finding] = text("policy", "文件编号", "policy id", lambda row: row.policy_id)
ANCHOR: Column[Finding] = text("anchor", "文件内位置", "anchor in the policy", lambda row: row.anchor)
SPAN: tuple[Column[Finding], ...] = (
    integer(
        "start",
        "在文件全文中的起点（码位，从0起）",
        "start in the policy's text (code points, from 0)",
        lambda row: row.start,
    ),
    integer("end", "终点（不含）", "end, exclusive", lambda row: row.end),
)
URL: Column[Finding] = text("url", *ADDRESS, lambda row: policy_address(row.policy_id, anchor=row.anchor))


def written(value: Value) -> str:
    """Return a value as tables write it: nothing for none, a number's digits without an exponent."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)


def zh(text: Bilingual | None) -> str | None:
    """Return the Chinese of a text that may be missing."""
    return text.zh if text else None


def en(text: Bilingual | None) -> str | None:
    """Return the English of a text that may be missing."""
    return text.en if text else None
