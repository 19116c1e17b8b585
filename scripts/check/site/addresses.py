"""An address on a page or in a file → where it leads: to a file of the site, to another host, or nowhere."""

import re
from urllib.parse import SplitResult, unquote, urldefrag, urljoin, urlsplit

from scripts.check.site.pages import INDEX, Lead, Site

SCHEMES, MAIL = ("http", "https"), "mailto"
"""What links to elsewhere begin with; none of another kind is on any page."""
# a.png 1x, b.png 2x
CANDIDATE_PATTERN = re.compile(r"[^\s,]\S*[^\s,]")
# ../../terms/quality/#title, edits/, #s2-1: as nearly all are; read without the library's rules, in a tenth of the time
PLAIN_PATTERN = re.compile(
    r"(?P<up>(?:\.\./)*)(?P<path>(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#(?P<fragment>[\w-]+))?", re.ASCII
)
BLANK_PATTERN = re.compile(r"[\t\n\r]")


def resolve(site: Site, base: str, address: str) -> Lead:
    """Return where an address leads that stands in the file `base` of the site."""
    match = PLAIN_PATTERN.fullmatch(address) if address else None
    folders = base.split("/")[:-1]
    ups = len(match["up"]) // 3 if match else 0
    if not match or ups > len(folders):
        return find_lead(site, base, address)
    if match["fragment"] is not None and not match["up"] and not match["path"]:
        return Lead(base, match["fragment"])
    path = "".join(f"{folder}/" for folder in folders[: len(folders) - ups]) + match["path"]
    return Lead(path + INDEX if not path or path.endswith("/") else path, match["fragment"] or "")


def find_lead(site: Site, base: str, address: str) -> Lead:
    """Return where an address of any form leads that stands in the file `base` of the site."""
    bare = BLANK_PATTERN.sub("", address).strip()
    try:
        parts = urlsplit(bare)
        whole, fragment = urldefrag(urljoin(site.address + base, bare))
    except ValueError as error:
        return Lead(fault=f"is no address ({error})")
    fault = fault_of(bare, parts)
    if fault or parts.scheme == MAIL:
        return Lead(host=parts.netloc or parts.scheme, fault=fault)
    if not whole.startswith(site.address):
        return Lead(host=parts.netloc) if parts.netloc else Lead(fault="leads out of the site")
    path = unquote(whole.removeprefix(site.address).partition("?")[0])
    return Lead(path + INDEX if not path or path.endswith("/") else path, unquote(fragment))


def fault_of(bare: str, parts: SplitResult) -> str:
    """Return why an address leads nowhere, or leads where none must; nothing where it may stand."""
    if not bare:
        return "is empty"
    if "\\" in bare:
        return "has a backslash, which browsers take for a slash"
    if parts.scheme and not parts.netloc:
        return "" if parts.scheme == MAIL else f"is a {parts.scheme}: address"
    if bare.startswith("//") or (parts.scheme and parts.scheme not in SCHEMES):
        return "names no scheme that a page opens anywhere, https or http"
    return ""


def candidates(words: str) -> list[str]:
    """Return the addresses of a list for screens of several kinds.

    >>> candidates("a.png 1x, b.png 2x")
    ['a.png', 'b.png']
    """
    return [part.split()[0] for part in words.split(",") if part.split()]
