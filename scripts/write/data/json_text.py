"""Values → JSON as the archive publishes it: UTF-8, a field a line, and an item of an outer list a line."""

import json
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
encode_lines = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",\n", ": ")).encode


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
        return "[\n" + (encode_flat(value) or ",\n".join(map(encode, value))) + "\n]"
    return encode(value)


def encode_flat(items: list[Any]) -> str:
    """Return objects, encoded at once, on lines of their own; empty where they are none, or hold lists.

    In JSON a string has no line end, so each one stands behind a comma: between two objects, where it stays, before a
    key, or between the items of a list inside. Are there more than belong between the objects, there is such a list.
    """
    if not all(type(item) is dict for item in items) or any(type(part) is list for part in items[0].values()):
        return ""
    lines = encode_lines(items)[1:-1].replace(',\n"', ', "')
    return lines if lines.count("\n") == len(items) - 1 else ""
