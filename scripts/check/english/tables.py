"""Tables of patterns beside the checks that use them: lines of columns divided by tabs, and comments."""

from pathlib import Path

FOLDER = Path(__file__).parent


def read_table(name: str) -> list[list[str]]:
    """Return the rows of a table, each as its columns."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
