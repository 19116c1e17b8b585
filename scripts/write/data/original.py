"""The file as received, where a text was extracted from it → what the data say of it, and the file in a zip of its own.

In a zip no server takes a saved web page for one of its own, and no browser runs what it holds.
"""

from typing import Any

from scripts.model.policy import Original
from scripts.write.disk.zip_stream import render_zip

ORIGINAL_ZIP = "original.zip"


def original_value(original: Original | None) -> dict[str, Any]:
    """Return what is known of the file from which the text was extracted; nothing where the text was received."""
    if original is None:
        return {}
    value = {
        "format": original.format,
        "sha256": original.sha256,
        "bytes": original.size,
        "program": original.program,
        "left_out": dict(original.left_out),
    }
    return {"original": value}


def draw_original(original: Original) -> bytes:
    """Return the zip with the file as received."""
    return render_zip([(original.format.file, original.data)], None)
