"""A mutation: one thing done to one file of the corpus, and how it is done."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.fuzz.dictionary import ANY, EACH, Path
from tests.fuzz.forms import Place, Raw, RawKey, read_value, write_value

PUT, DROP, ADD, BYTES, SETTING = "put", "drop", "add", "bytes", "setting"
"""What can be done: to a field, to its record, to the bytes of a file, to what stands in the place of a file."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One thing done to one file."""

    number: int
    """In the plan of its seed, from 1."""
    file: str
    """Below the corpus."""
    field: str
    """As the dictionary calls it; empty for the file as a whole."""
    kind: str
    verb: str
    place: Place = ()
    value: Any = None
    around: tuple[Place, Any] | None = None
    """What has to be put in first, and where: the example that holds a field which the corpus has not."""

    def __str__(self) -> str:
        """Return what is done, in a line."""
        shown = ascii(self.value.text if isinstance(self.value, Raw) else self.value)
        clipped = shown if len(shown) < 90 else f"{shown[:70]}… ({len(shown):,} characters)"
        return f"{self.file} {self.field or 'as a whole'}, {self.kind}: {self.verb} {clipped}"


def places_of(value: Any, path: Path) -> Iterator[Place]:
    """Yield every place of a value to which a path of the dictionary leads."""
    if not path:
        yield ()
        return
    step, rest = path[0], path[1:]
    if step == EACH and isinstance(value, list):
        for index, item in enumerate(value):
            yield from ((index, *place) for place in places_of(item, rest))
    elif step == ANY and isinstance(value, dict):
        for key, item in value.items():
            yield from ((key, *place) for place in places_of(item, rest))
    elif isinstance(value, dict) and step in value:
        yield from ((step, *place) for place in places_of(value[step], rest))


def value_at(value: Any, place: Place) -> Any:
    """Return what stands at a place."""
    for step in place:
        value = value[step]
    return value


def mutated(mutation: Mutation, data: bytes) -> bytes:
    """Return the bytes of a file to a field of which something was done."""
    value = deepcopy(read_value(mutation.file, data))
    if mutation.around:
        (*outer, name), example = mutation.around
        make_way(value, tuple(outer), name)[name] = deepcopy(example)
    *around, last = mutation.place
    holder = make_way(value, tuple(around), last)
    if mutation.verb == PUT:
        holder[last] = mutation.value
    elif mutation.verb == DROP:
        del holder[last]
    elif isinstance(holder, list):  # a further item
        holder.insert(int(last), mutation.value)
    else:
        line = RawKey(write_line(mutation.file, *mutation.value))
        items = list(holder.items())
        index = list(holder).index(last) + 1
        holder.clear()
        holder.update([*items[:index], (line, Raw("")), *items[index:]])
    return write_value(mutation.file, value)


def make_way(value: Any, around: Place, last: str | int) -> Any:
    """Return what holds a place, made where it is not there."""
    for step, following in pairwise((*around, last)):
        if isinstance(value, dict) and not isinstance(value.get(step), (dict, list)):
            value[step] = [] if isinstance(following, int) else {}
        elif isinstance(value, list) and step == len(value):
            value.append([] if isinstance(following, int) else {})
        value = value[step]
    if isinstance(value, list) and last == len(value):
        value.append(None)
    return value


LINES = {"yml": "{}: {}", "jsonl": '"{}": "{}"', "po": '{} "{}"', "txt": "{1}"}
"""How a field and its value stand on a line, by the form of the file."""


def write_line(file: str, key: str, value: str) -> str:
    """Return a field as it stands in a file."""
    return LINES[file.rpartition(".")[2]].format(key, value)
