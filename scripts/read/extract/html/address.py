"""A saved web page → the address from which it was saved, as the browser or the page itself says."""

import re
from urllib.parse import urljoin

from lxml import etree

Tree = etree._Element
HEAD = 8_192
LONGEST = 2_000
# <!-- saved from url=(0047)https://www.example.org/a.html -->
SAVED_PATTERN = re.compile(r"<!--\s*saved from url=\(\d{4,}\)(\S{1,2000})\s*-->", re.IGNORECASE)
# url: https://www.example.org/a.html, in the comment of a page that was saved as a single file
SINGLE_PATTERN = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})", re.IGNORECASE)
WEB_PATTERN = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def find_address(text: str, root: Tree, said: str = "") -> str:
    """Return the address of a page; `said` is that of the file's own head. Nothing where none is said."""
    head = text[:HEAD]
    saved = [match[1] for pattern in (SAVED_PATTERN, SINGLE_PATTERN) if (match := pattern.search(head))]
    canonical = [
        link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()
    ]
    named = [meta.get("content", "") for meta in root.iter("meta") if meta.get("property", "").lower() == "og:url"]
    return next((found for each in [*saved, said, *canonical, *named] if (found := web_address(each))), "")


def web_address(text: str) -> str:
    """Return an address of the web as it is; nothing for any other, a file's on somebody's disk among them."""
    words = text.strip()
    return words if len(words) <= LONGEST and WEB_PATTERN.fullmatch(words) else ""


def join_address(base: str, link: str) -> str:
    """Return where a link of a page leads."""
    try:
        return urljoin(base, link.strip())
    except ValueError:  # http://[
        return link.strip()
