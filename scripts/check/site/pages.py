"""The folder of a site → its pages, read once, and a problem for every file that cannot be read as what it is."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from scripts.model.archive import Archive
from scripts.problems import Problem

LARGEST = 20_000_000
"""So many bytes a page has at most: the largest of five policies has 424,724."""
INDEX, LOST = "index.html", "404.html"
FOLDER = "http://site.invalid/"
"""What addresses are resolved against where nobody knows the address of the site."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its path below `site/`, and what is on it."""

    path: str
    root: html.HtmlElement
    ids: dict[str, int]
    """With the line on which each stands first."""

    @property
    def is_framed(self) -> bool:
        """Whether it stands in the frame of the site, and is no copy that carries all within itself."""
        return self.path.rpartition("/")[2] in (INDEX, LOST) and not self.leads_on

    @property
    def leads_on(self) -> bool:
        """Whether it stands where a page was that is gone, and leads on to its successor."""
        return bool(self.root.xpath("//noscript/meta[@http-equiv='refresh']"))

    @property
    def is_lost(self) -> bool:
        """Whether it is shown in the place of a page that is not there, at whatever address that was asked for."""
        return self.path.rpartition("/")[2] == LOST


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


@dataclass(frozen=True, slots=True)
class Site:
    """All pages and files of a site."""

    folder: Path
    address: str
    """Under which it gives itself out, with a slash at its end."""
    archive: Archive | None
    """What it must say; None where only the laws of pages are looked at."""
    files: dict[str, int] = field(default_factory=dict)
    """The paths of its files, and how large they are."""
    pages: dict[str, Page] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """What stood in the way of reading it."""

    def text(self, path: str) -> str:
        """Return the text of a file; what is no UTF-8 becomes U+FFFD."""
        return (self.folder / path).read_bytes().decode("utf-8", "replace")


def read_site(folder: Path, archive: Archive | None = None, address: str = "") -> Site:
    """Return a site; where its address is not given, it is that of its first page."""
    site = Site(folder, address or own_address(folder), archive)
    for path in paths_of(folder):
        try:
            read_file(site, path)
        except (OSError, ValueError, etree.LxmlError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            message = f"cannot be read ({reason}); build the site again"
            site.problems.append(Problem(f"site/{path}", 0, "unreadable", message))
    return site


def own_address(folder: Path) -> str:
    """Return the address that the first page of a site says of itself; nothing where it says none."""
    try:
        found = html.fromstring((folder / INDEX).read_bytes()).xpath("//link[@rel='canonical']/@href")
    except (OSError, ValueError, etree.LxmlError):
        return FOLDER
    return str(found[0]) if found else FOLDER


def paths_of(folder: Path) -> Iterator[str]:
    """Yield the paths of all files of a site, in order; what only looks like one is among them."""
    found = []
    for parent, folders, names in os.walk(folder):
        odd = [name for name in folders if is_odd(Path(parent, name))]
        found += [Path(parent, name).relative_to(folder).as_posix() for name in (*names, *odd)]
    yield from sorted(found)


def is_odd(folder: Path) -> bool:
    """Whether a folder is none that a host would look into."""
    mode = folder.lstat().st_mode
    return folder.name.endswith(".html") or stat.S_ISLNK(mode) or mode & 0o005 != 0o005


def read_file(site: Site, path: str) -> None:
    """Take a file into a site; ValueError where it is none, OSError where it cannot be read."""
    status = (site.folder / path).lstat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("it is a link, a device, or a folder that must be a file or that not everyone may read")
    if not status.st_mode & stat.S_IROTH:
        raise ValueError("not everyone has the right to read it, and a host would refuse it")
    site.files[path] = status.st_size
    if path.endswith(".html"):
        site.pages[path] = read_page(site, path)
    elif not status.st_size:
        raise ValueError("it is empty")


def read_page(site: Site, path: str) -> Page:
    """Return a page; ValueError where it is none."""
    if site.files[path] > LARGEST:
        raise ValueError(f"it has {site.files[path]:,} bytes, and a page has {LARGEST:,} at most")
    data = (site.folder / path).read_bytes()
    text = data.decode("utf-8")  # whose error is a ValueError, with the place of the byte
    if "\0" in text or "<html" not in text[:1000] or "</html>" not in text[-200:]:
        raise ValueError("it is no whole page: it must begin with <html and end with </html>")
    root = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    ids: dict[str, int] = {}
    for element in root.iter(etree.Element):
        identity = element.get("id")
        if identity is not None:
            ids.setdefault(identity, element.sourceline or 0)
    return Page(path, root, ids)


def problem(page: Page, element: html.HtmlElement | None, rule: str, message: str) -> Problem:
    """Return a problem at an element of a page."""
    line = element.sourceline if element is not None else 0
    return Problem(f"site/{page.path}", int(line or 0), rule, message)
