"""A text → the addresses that stand in it as such, whole ones and the archive's short ones."""

import re
from collections.abc import Iterator

from scripts.verify.read.paragraphs import Link

# https://archive.test/policies/jinan-2018/?quote=…#s2-1  jinan-2018#s2-1-p1; it ends where a sentence goes on
ADDRESS_PATTERN = re.compile(
    r"(?:https?://|file:///)[^\s<>\"“”‘’「」『』《》（）【】，。；：、！？|`\x00-\x20]+"
    r"|(?<![A-Za-z0-9_/.:-])(?:(?:/?(?:en/)?(?:policies|id)/)?[a-z][a-z0-9-]*-\d{4}/?#[a-z][a-z0-9_-]*)"
)
# what a sentence puts behind an address
TAIL_PATTERN = re.compile(r"[.,;:!?'*_]+$")


def find_addresses(text: str) -> Iterator[Link]:
    """Yield the addresses of a text, without the signs of the sentence behind them.

    >>> [link.address for link in find_addresses("见https://x.org/policies/jinan-2018/#s2.（jinan-2018#s2-1）")]
    ['https://x.org/policies/jinan-2018/#s2', 'jinan-2018#s2-1']
    """
    for match in ADDRESS_PATTERN.finditer(text):
        address = without_tail(match[0])
        yield Link(match.start(), match.start() + len(address), address)


def without_tail(address: str) -> str:
    """Return an address without the signs of a sentence, and without brackets that it does not open."""
    former = ""
    while address != former:
        former, address = address, TAIL_PATTERN.sub("", address)
        for opener, closer in ("()", "[]"):
            if address.endswith(closer) and address.count(closer) > address.count(opener):
                address = address[:-1]
    return address
