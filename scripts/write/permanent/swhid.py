"""Bytes → their SWHID (ISO/IEC 18670): an identifier made from them alone, so that it holds wherever they are kept."""

import hashlib


def content_id(data: bytes) -> str:
    """Return the SWHID of a file: the number by which git, too, knows its content.

    >>> content_id(b"")
    'swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    digest = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False)
    return f"swh:1:cnt:{digest.hexdigest()}"


def part_id(whole: str, first: int, last: int) -> str:
    """Return the SWHID of some bytes of a file: the first and the last of them, counted from 0.

    >>> part_id("swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", 0, 2)
    'swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391;bytes=0-2'
    """
    return f"{whole};bytes={first}-{last}"
