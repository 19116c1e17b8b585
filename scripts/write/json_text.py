"""Values → JSON as the archive publishes it: UTF-8, one field a line, a line end at the end."""

import json
from typing import Any


def dump(value: Any) -> str:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
