"""Values → JSON as the archive publishes it: UTF-8, a field a line, and an item of an outer list a line."""

import json
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
quote = encode_basestring
"""Returns a string as JSON."""


class Lines(list[str]):
    """The items of a list, each JSON already: of what a policy has by the thousand."""


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
    if isinstance(value, dict):
        fields = [f"{encode(key)}: {dump_items(item)}" for key, item in value.items()]
        return "{\n" + ",\n".join(fields) + "\n}\n"
    return dump_items(value) + "\n"


def dump_items(value: Any) -> str:
    """Return a value as JSON, the items of a list on lines of their own."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(value if isinstance(value, Lines) else map(encode, value)) + "\n]"
    return encode(value)


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
