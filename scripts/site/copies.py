"""The files that stand beside a policy's pages and are made from them: each policy in one file, and as a book."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.carry.article import Article, read_article
from scripts.carry.epub import MIMETYPE, Book, render_epub
from scripts.carry.links import INDEX
from scripts.carry.single import render_single, single_paths
from scripts.carry.stamp import read_stamp
from scripts.carry.zip_file import write_zip
from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.write.words.strings import say

STATE = "build/copies.json"
"""What each file was made from, so that it is taken over where that stayed."""
ASSETS = "docs/assets/single"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file made from pages."""

    path: str
    """Like those of the pages, from the site's root."""
    pages: tuple[str, ...]
    language: Language


def copies(site: Path) -> Iterator[Copy]:
    """Yield the copies that belong to a site."""
    for language in Language:
        books = []
        for page, path in single_paths(site, LANGUAGES[language].folder):
            yield Copy(path, (page,), language)
            if page.removesuffix(INDEX).rstrip("/").endswith(Path(path).stem):
                books.append(page)
                yield Copy(f"{path.removesuffix('.html')}.epub", (page,), language)
        yield Copy(f"data/archive-{language}.epub", tuple(books), language)


class Copier:
    """Makes the copies of a site, and takes over those that are right."""

    def __init__(self, root: Path, site: Path) -> None:
        self.site, self.stamp = site, read_stamp(root)
        self.style, self.script = (
            (root / ASSETS / f"single.{end}").read_text(encoding="utf-8") for end in ("css", "js")
        )

    @cached_property
    def base(self) -> list[str]:
        """What all copies are made from beside pages."""
        return [self.stamp.address, self.stamp.version, self.style, self.script]

    def mark(self, copy: Copy) -> str:
        """Return the fingerprint of all that a copy is made from."""
        pages = ((self.site / page).read_text(encoding="utf-8") for page in copy.pages)
        date = "" if copy.path.endswith(".html") else self.stamp.date
        return fingerprint([*self.base, date, *copy.pages, *pages])

    def make(self, copy: Copy) -> None:
        """Write a copy."""
        articles = tuple(read_article(self.site, page, self.stamp.address) for page in copy.pages)
        if copy.path.endswith(".html"):
            text = render_single(articles[0], self.style, self.script, self.stamp.version)
            (self.site / copy.path).write_text(text, encoding="utf-8")
        else:
            files = render_epub(self.book(copy, articles))
            write_zip(self.site / copy.path, files, self.stamp.moment, stored=(MIMETYPE,))

    def book(self, copy: Copy, articles: tuple[Article, ...]) -> Book:
        """Return the book of some articles: its title is that of the only one, else the archive's."""
        archive, writing = say("archive-name", copy.language), LANGUAGES[copy.language]
        is_one = len(articles) == 1
        address = articles[0].address if is_one else self.stamp.address + writing.folder
        title = articles[0].title if is_one else archive
        contents = say("contents", copy.language)
        return Book(address, title, writing.tag, archive, contents, self.stamp.moment, articles)


def write_copies(root: Path, site: Path, former: Path) -> int:
    """Write the copies into a new site, or take over the former; return how many there are."""
    copier = Copier(root, site)
    known = json.loads((root / STATE).read_text()) if (root / STATE).exists() else {}
    marks = {}
    for copy in copies(site):
        marks[copy.path] = copier.mark(copy)
        if known.get(copy.path) == marks[copy.path] and (former / copy.path).is_file():
            shutil.copyfile(former / copy.path, site / copy.path)
        elif copy.pages:
            copier.make(copy)
    (root / STATE).parent.mkdir(exist_ok=True)
    (root / STATE).write_text(json.dumps(marks, indent=0))
    return len(marks)


def fingerprint(parts: Iterable[str]) -> str:
    """Return the fingerprint of texts."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
