"""The figures of one text, kept as numbers: a figure is made of them when it is asked for.

A text may have one every ten characters, and Python's values for each are many times as large as these. What figures
have in common, such as unit, year and comparator, is kept once.
"""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Generic, TypeVar, overload

import numpy as np

from scripts.model.archive import Target

Value = TypeVar("Value")
COLUMNS = 5


class Pool(Generic[Value]):
    """Values of which many are alike, each kept once, by its number."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self.numbers: dict[Hashable, int] = {}

    def number(self, value: Value, key: Hashable) -> int:
        """Return the number of a value, which its key tells from others: 98 and 98.0 are equal, and not alike."""
        number = self.numbers.setdefault(key, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


class TargetList(Sequence[Target]):
    """Figures of a text, in the order in which they are given; `like` has others of the same text."""

    def __init__(self, text: str, targets: Iterable[Target], like: "TargetList | None" = None) -> None:
        self.text = text
        self.starts, self.ends = array("i"), array("i")
        self.rows = array("i")
        """Of each figure the numbers of its anchor, name and value, of what else is said of it, of what it repeats."""
        self.anchors: Pool[str | None] = like.anchors if like else Pool()
        self.names: Pool[str] = like.names if like else Pool()
        self.values: Pool[Decimal | None] = like.values if like else Pool()
        self.manners: Pool[tuple[Any, ...]] = like.manners if like else Pool()
        self.quotes: dict[int, str] = {}
        """Of those figures whose quotation is not what the text has there."""
        for target in targets:
            self.add(target)

    def add(self, target: Target) -> None:
        """Add a figure."""
        policy, anchor, start, end, name, comparator, value, *others, repeats, quote = target
        if quote != self.text[start:end]:
            self.quotes[len(self.starts)] = quote
        self.starts.append(start)
        self.ends.append(end)
        manner = (policy, comparator, *others)
        self.rows.append(self.anchors.number(anchor, anchor))
        self.rows.append(self.names.number(name, name))
        self.rows.append(self.values.number(value, str(value)))
        self.rows.append(self.manners.number(manner, (manner, str(target.value_max), str(target.other_value))))
        self.rows.append(self.anchors.number(repeats, repeats))

    def target(self, index: int) -> Target:
        """Return the figure at this place."""
        anchor, name, value, manner, repeats = self.rows[COLUMNS * index : COLUMNS * (index + 1)]
        start, end = self.starts[index], self.ends[index]
        policy, comparator, *others = self.manners.values[manner]
        quote = self.quotes.get(index) or self.text[start:end]
        named = (policy, self.anchors.values[anchor], start, end, self.names.values[name], comparator)
        return Target._make((*named, self.values.values[value], *others, self.anchors.values[repeats], quote))

    def in_order(self) -> Iterator[Target]:
        """Yield the figures in the order of the text."""
        order = np.lexsort((np.array(self.ends, np.int32), np.array(self.starts, np.int32)))
        return map(self.target, array("q", order.astype(np.int64).tobytes()))

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Target]:
        return map(self.target, range(len(self)))

    @overload
    def __getitem__(self, index: int) -> Target: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Target]: ...
    def __getitem__(self, index: int | slice) -> Target | Sequence[Target]:
        places = range(len(self))[index]
        return tuple(map(self.target, places)) if isinstance(places, range) else self.target(places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self.text, len(self)))

    def __repr__(self) -> str:
        return f"TargetList({tuple(self)!r})"
