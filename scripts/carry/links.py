"""A page of the site → the page as it works from a folder: every link names a file.

Online an address ends in a slash and the server finds the page in it; that address is permanent, and no page online
says `index.html`. A folder on a disk shows a list of its files instead. So a copy gets its own pages by this one pass,
which touches nothing but where links lead.
"""

import posixpath
import re
from collections.abc import Set
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from scripts.problems import CorpusError

INDEX = "index.html"
# <a class="x" href="../y/#z">, <script src="a.js">, content="0; url=../y/">: the tag before the address, the address
LINK_PATTERN = re.compile(
    r"(<(?:a|area|audio|form|iframe|img|link|script|source|video)\b(?:[^<>\"]|\"[^\"]*\")*?"
    r"\s(?:href|src|action)=\"|<meta http-equiv=\"refresh\" content=\"0; url=)([^\"]*)(?=\")"
)


@dataclass(slots=True)
class Links:
    """Where the links of a copy's pages lead."""

    files: Set[str]
    """Every file of the copy, by its path in it."""
    elsewhere: Set[str]
    """Every file of the archive that the copy leaves out; links to these lead to the network."""
    address: str
    """Of the archive on the network, with a slash at its end."""
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def mend(self, page: str, html: str) -> str:
        """Return a page, every link of which ends in a file of the copy or in an address on the network."""
        return LINK_PATTERN.sub(lambda match: match[1] + self.local(page, match[2]), html)

    def local(self, page: str, link: str) -> str:
        """Return where a link of a page leads in the copy."""
        path, tail = split(link)
        if not path or urlsplit(link).scheme or link.startswith("//"):
            return link
        folder = posixpath.dirname(page)
        if (folder, path) not in self.known:
            self.known[folder, path] = self.find(page, path)
        return self.known[folder, path] + tail

    def find(self, page: str, path: str) -> str:
        """Return where a path on a page leads in the copy: the same way to a file, or its address on the network."""
        target = self.target(page, unquote(path))
        index = posixpath.normpath(posixpath.join(target, INDEX))
        for file, name in ((target, ""), (index, INDEX)):
            if file in self.files:
                way = path if not path.startswith("/") else posixpath.relpath(target, posixpath.dirname(page) or ".")
                return f"{way.rstrip('/')}/{name}".removeprefix("./") if name else way
            if file in self.elsewhere:
                return self.address + file.removesuffix(INDEX)
        message = f"the link {path!r} leads to no file of the copy; build the site anew, or mend the page"
        raise CorpusError(f"site/{page}", message, 0, "link")

    def target(self, page: str, path: str) -> str:
        """Return the file or folder that a path on a page means, from the copy's root."""
        if path.startswith("/"):
            return posixpath.normpath(path.removeprefix(urlsplit(self.address).path).lstrip("/") or ".")
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def split(link: str) -> tuple[str, str]:
    """Return a link's path, and its query and place."""
    match = re.match(r"[^?#]*", link)
    end = match.end() if match else 0
    return link[:end], link[end:]
