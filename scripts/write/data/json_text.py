"""Values → JSON as the archive publishes it: UTF-8, a field a line, and an item of an outer list a line."""

import json
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


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
        return "[\n" + ",\n".join(map(encode, value)) + "\n]"
    return encode(value)
