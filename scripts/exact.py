"""Exact strings in a text: every place of one, overlapping ones too."""

from collections.abc import Iterator


def find_all(text: str, string: str) -> Iterator[int]:
    """Yield every place at which a string stands; none for an empty string.

    >>> list(find_all("质量质量质", "质量质"))
    [0, 2]
    """
    start = text.find(string) if string else -1
    while start >= 0:
        yield start
        start = text.find(string, start + 1)
