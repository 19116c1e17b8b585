"""Values → JSON as the archive publishes it: UTF-8, a field a line, and an item of an outer list a line."""

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
quote = encode_basestring
"""Returns a string as JSON."""


PIECE = 1 << 14
"""So many characters of a text are written at once."""


class Lines:
    """The items of a list, each JSON already and made as it is written: of what a policy has by the thousand."""

    def __init__(self, items: Callable[[], Iterable[Iterable[str]]]) -> None:
        self.items = items
        """Gives each item in pieces, from the first whenever it is asked."""

    def __iter__(self) -> Iterator[str]:
        return map("".join, self.items())

    def __bool__(self) -> bool:
        return any(True for _ in self.items())

    def stream(self) -> Iterator[str]:
        """Yield the list in pieces, its items on lines of their own."""
        before = "[\n"
        for item in self.items():
            yield before
            yield from item
            before = ",\n"
        yield "\n]" if before == ",\n" else "[]"


def dump(value: Any) -> str:
    """Return a value as JSON.

    >>> print(dump({"id": "x", "edits": [{"start": 0}, {"start": 2}]}), end="")
    {
    "id": "x",
    "edits": [
    {"start": 0},
    {"start": 2}
    ]
    }
    """
    return "".join(stream(value))


def stream(value: Any) -> Iterator[str]:
    """Yield a value as JSON, in pieces: the whole may be many times as large as what it is made of."""
    if isinstance(value, dict):
        yield "{"
        for number, (key, item) in enumerate(value.items()):
            yield f"{',' if number else ''}\n{encode(key)}: "
            yield from stream_items(item)
        yield "\n}\n" if value else "\n\n}\n"
    else:
        yield from stream_items(value)
        yield "\n"


def stream_items(value: Any) -> Iterator[str]:
    """Yield a value as JSON, the items of a list on lines of their own."""
    if isinstance(value, Lines):
        yield from value.stream()
    elif isinstance(value, list) and value:
        yield "[\n" + ",\n".join(map(encode, value)) + "\n]"
    elif isinstance(value, str):
        yield from stream_text(value, 0, len(value))
    else:
        yield encode(value)


def stream_text(text: str, start: int, end: int) -> Iterator[str]:
    """Yield a span of a text as a string of JSON."""
    if end - start <= PIECE:
        yield quote(text[start:end])
        return
    yield '"'
    for place in range(start, end, PIECE):
        yield quote(text[place : min(place + PIECE, end)])[1:-1]
    yield '"'


def literal(value: str | Decimal | int | None) -> str:
    """Return a plain value as JSON; numbers that are whole have no point.

    >>> literal("“质量”"), literal(Decimal("98.0")), literal(Decimal("1.86")), literal(None)
    ('"“质量”"', '98', '1.86', 'null')
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        return quote(value)
    return repr(int(value) if value == int(value) else float(value))
