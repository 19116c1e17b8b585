"""An address on a page or in a file → where it leads: to a file of the site, to another host, or nowhere."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from scripts.check.site.pages import INDEX, Site

SCHEMES = ("http", "https", "mailto")
"""What links to elsewhere begin with; no other runs or loads nothing."""
# a.png 1x, b.png 2x
CANDIDATE_PATTERN = re.compile(r"[^\s,]\S*[^\s,]")
BLANK_PATTERN = re.compile(r"[\t\n\r]")


@dataclass(frozen=True, slots=True)
class Lead:
    """Where an address leads."""

    path: str = ""
    """Of a file that belongs to the site; empty where it leads elsewhere."""
    fragment: str = ""
    host: str = ""
    """Of another host, or the scheme of what has no host."""
    fault: str = ""
    """Why it leads nowhere at all."""


def resolve(site: Site, base: str, address: str) -> Lead:
    """Return where an address leads that stands in the file `base` of the site."""
    bare = BLANK_PATTERN.sub("", address).strip()
    try:
        parts = urlsplit(bare)
        whole, fragment = urldefrag(urljoin(site.address + base, bare))
        host = urlsplit(whole).netloc
    except ValueError as error:
        return Lead(fault=f"is no address ({error})")
    if "\\" in bare:
        return Lead(fault="has a backslash, which browsers take for a slash")
    if parts.scheme and not parts.netloc:
        return (
            Lead(host=f"{parts.scheme}:") if parts.scheme == "mailto" else Lead(fault=f"is a {parts.scheme}: address")
        )
    if bare.startswith("//") or (parts.scheme and parts.scheme not in SCHEMES):
        return Lead(host=host or bare, fault="names no scheme that a page opens anywhere, https or http")
    if not whole.startswith(site.address):
        return Lead(host=host) if parts.netloc else Lead(fault="leads out of the site")
    path = unquote(whole.removeprefix(site.address).partition("?")[0])
    return Lead(path + INDEX if not path or path.endswith("/") else path, unquote(fragment))


def candidates(words: str) -> list[str]:
    """Return the addresses of a list for screens of several kinds.

    >>> candidates("a.png 1x, b.png 2x")
    ['a.png', 'b.png']
    """
    return [part.split()[0] for part in words.split(",") if part.split()]
