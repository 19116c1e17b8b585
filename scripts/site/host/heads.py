"""The built site → what the heads of its pages say to a host and to search engines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from scripts.carry.content_security import policy_of

CANONICAL_PATTERN = re.compile(r'<link rel="canonical" href="([^"]*)">')
# the blank behind `alternate` is the archive's own (overrides/heads.py)
ALTERNATE_PATTERN = re.compile(r'<link rel="alternate ?" href="([^"]*)" hreflang="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page."""

    path: str
    """Of the page's file, from the site's root."""
    policy: str
    """What may be loaded."""
    canonical: str
    """The permanent address of what the page says; empty for a page that has none."""
    alternates: tuple[tuple[str, str], ...]
    """The language and the address of each form of the page."""


def read_heads(site: Path) -> Iterator[Head]:
    """Yield the head of every page of a site, in the order of their paths."""
    for file in sorted(site.rglob("*.html")):
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        canonical = CANONICAL_PATTERN.search(head)
        alternates = tuple((tag, unescape(href)) for href, tag in ALTERNATE_PATTERN.findall(head))
        path = file.relative_to(site).as_posix()
        yield Head(path, policy_of(head), unescape(canonical[1]) if canonical else "", alternates)
