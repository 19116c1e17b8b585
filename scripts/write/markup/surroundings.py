"""Where a page stands below `docs/`: its language, and the way from it to others."""

import re
from dataclasses import dataclass

from scripts.model.vocabulary import Language
from scripts.write.words.strings import LANG_TAGS

HAND_WRITTEN = ("about", "search")
"""Folders below a language's root that hold pages written by hand; all others are generated."""
# jinan-2018, jinan-2018#s2-1; not jinan.md, terms/x
POLICY_PATTERN = re.compile(r"(?P<id>[a-z][a-z0-9-]*-\d{4})(?P<anchor>#.*)?")
# ../, edits/, ../../documents/#ids; not https://example.org/, /data/
FOLDER_PATTERN = re.compile(r"(?P<folder>(?![a-z]+:|/)[^#]*/)(?P<anchor>#.*)?")
# terms/food-safety, documents#lufa-2018-28, indicators; not terms/index.md, edits/
ROOM_PATTERN = re.compile(r"(?P<path>[a-z]+(?:/[a-z0-9-]+)*)(?P<anchor>#.*)?")
WRITTEN_PATTERN = re.compile(r"(?:\.\./)+policies/(?P<id>[a-z0-9-]+-\d{4})/index\.md(?P<anchor>#.*)?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A page's path below `docs/`."""

    path: str

    @property
    def language(self) -> Language:
        """The language of the page's frame."""
        return Language(self.path.partition("/")[0])

    @property
    def tag(self) -> str:
        """The language as HTML names it."""
        return LANG_TAGS[self.language]

    @property
    def folder(self) -> str:
        """The folder below the language's root: policies, terms."""
        return self.path.split("/")[1]

    @property
    def is_generated(self) -> bool:
        """Whether the page is made from the corpus; pages written by hand keep to the Markdown that everybody knows."""
        return "/" in self.path.partition("/")[2] and self.folder not in HAND_WRITTEN

    @property
    def is_home(self) -> bool:
        """Whether the page is the first of its language."""
        return self.path.count("/") == 1

    @property
    def has_code(self) -> bool:
        """Whether the page shows code, which of the generated ones that on the data alone does."""
        return self.folder == "data"

    @property
    def up(self) -> str:
        """The way to the root of the language."""
        return "../" * (self.path.count("/") - 1)

    def resolve(self, address: str) -> str:
        """Return an address as MkDocs wants it: a policy's id, a room and a folder stand for their page."""
        if match := POLICY_PATTERN.fullmatch(address):
            return f"{self.up}policies/{match['id']}/index.md{match['anchor'] or ''}"
        if match := ROOM_PATTERN.fullmatch(address):
            return f"{self.up}{match['path']}/index.md{match['anchor'] or ''}"
        if match := FOLDER_PATTERN.fullmatch(address):
            return f"{match['folder']}index.md{match['anchor'] or ''}"
        return address


def shorten(address: str) -> str:
    """Return an address as people write it, which `resolve` undoes.

    >>> shorten("../../policies/jinan-2018/index.md#s2"), shorten("../../documents/index.md#a"), shorten("../index.md")
    ('jinan-2018#s2', 'documents#a', '../')
    """
    if match := WRITTEN_PATTERN.fullmatch(address):
        return match["id"] + (match["anchor"] or "")
    path, sign, anchor = address.partition("#")
    room = path.removesuffix("/index.md").lstrip("./")
    if path.startswith("../") and ROOM_PATTERN.fullmatch(room):
        return room + sign + anchor
    return (path.removesuffix("index.md") if path.endswith("/index.md") else path) + sign + anchor
