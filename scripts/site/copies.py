"""The files that stand beside pages and are made from them: each policy in one file, as a book, as a PDF; slides."""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from scripts.carry.article import Article, parse_article
from scripts.carry.companions import Companions, read_companions
from scripts.carry.epub import MIMETYPE, render_epub
from scripts.carry.epub_package import Book
from scripts.carry.links import INDEX
from scripts.carry.offers import PDF, mended_pages, offer_pdfs, without_offers
from scripts.carry.pdf import STYLE as PDF_STYLE
from scripts.carry.pdf import render_pdf
from scripts.carry.single import render_single, single_paths
from scripts.carry.slides import NAME, SCRIPTS, SLIDES, STYLES, render_slides
from scripts.carry.stamp import read_stamp
from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError
from scripts.write.disk.files import write_beside
from scripts.write.disk.lock import end_with_parent
from scripts.write.disk.record import SITE, Record, read_file, read_record, stage_record
from scripts.write.disk.replacing import put_in_place, stage
from scripts.write.disk.zip_stream import render_zip
from scripts.write.words.strings import say

COPIES = "copies"
"""The record of the site has there what each file was made from, so that it is taken over where that stayed."""
ASSETS = "docs/assets/single"
HISTORIES = "corpus/policies/*/history.yml"
# date: "2026-11-29"
DAY_PATTERN = re.compile(r"^\s*date: [\"']?(\d{4}-\d\d-\d\d)\b", re.MULTILINE)
HTML, EPUB = ".html", ".epub"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file made from pages."""

    path: str
    """Like those of the pages, from the site's root."""
    pages: tuple[str, ...]
    language: Language

    @property
    def kind(self) -> str:
        """How its name ends."""
        return Path(self.path).suffix


def copies(site: Path) -> Iterator[Copy]:
    """Yield the copies that belong to a site."""
    for language in Language:
        books = []
        for page, path in single_paths(site, LANGUAGES[language].folder):
            stem = path.removesuffix(HTML)
            yield Copy(path, (page,), language)
            yield Copy(f"{stem}{PDF}", (page,), language)
            if page.removesuffix(INDEX).rstrip("/").endswith(Path(path).stem):
                books.append(page)
                yield Copy(f"{stem}{EPUB}", (page,), language)
        if books:
            yield Copy(f"data/archive-{language}{EPUB}", tuple(books), language)
        slides = LANGUAGES[language].folder + SLIDES
        if (site / slides / INDEX).is_file():
            yield Copy(slides + NAME, (slides + INDEX,), language)


class Copier:
    """Makes the copies of a site, and takes over those that are right."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site, self.stamp = root, site, read_stamp(root)

    @cached_property
    def style(self) -> str:
        """The style of a policy in one file."""
        return (self.root / f"{ASSETS}/single.css").read_text(encoding="utf-8")

    @cached_property
    def script(self) -> str:
        """The script of a policy in one file."""
        return (self.root / f"{ASSETS}/single.js").read_text(encoding="utf-8")

    @cached_property
    def base(self) -> dict[str, list[str]]:
        """What all copies of a kind are made from beside pages."""
        moment = str(self.modified)
        shared = [self.stamp.address, self.stamp.version, *programs(self.root)]
        return {
            HTML: [*shared, self.style, self.script],
            EPUB: [*shared, moment],
            PDF: [*shared, moment, (self.root / PDF_STYLE).read_text(encoding="utf-8")],
        }

    @cached_property
    def modified(self) -> datetime | None:
        """When the state was made or, where nobody knows that, the last day that the histories of policies have.

        A book has to say so; None where there is no such day either.
        """
        files = self.root.glob(HISTORIES)
        days = (day for file in files for day in DAY_PATTERN.findall(file.read_text(encoding="utf-8")))
        last = max(days, default="")
        return self.stamp.moment or (datetime.fromisoformat(f"{last}T00:00:00+00:00") if last else None)

    @cached_property
    def slides(self) -> tuple[str, str]:
        """The style and the script of slides in one file."""
        texts = (((self.root / name).read_text(encoding="utf-8") for name in names) for names in (STYLES, SCRIPTS))
        style, script = map("\n".join, texts)
        return style, script

    def mark(self, copy: Copy) -> str:
        """Return the fingerprint of all that a copy is made from."""
        beside = [repr(self.companions(page)) for page in copy.pages]
        slides = self.slides if copy.path.endswith(SLIDES + NAME) else ()
        return fingerprint([*self.base[copy.kind], *slides, *copy.pages, *map(self.read, copy.pages), *beside])

    def companions(self, page: str) -> Companions:
        """Return what a copy takes in that stands beside a page."""
        return read_companions(self.site, page, self.read(page))

    def read(self, page: str) -> str:
        """Return a page as copies are made from it."""
        return without_offers((self.site / page).read_text(encoding="utf-8"))

    def render(self, copy: Copy) -> bytes:
        """Return a copy."""
        articles = tuple(
            parse_article(self.read(page), page, self.stamp.address, self.companions(page)) for page in copy.pages
        )
        if copy.path.endswith(SLIDES + NAME):
            return render_slides(articles[0], *self.slides, self.stamp.version).encode()
        if copy.kind == HTML:
            return render_single(articles[0], self.style, self.script, self.stamp.version).encode()
        if copy.kind == PDF:
            return render_pdf(articles[0], copy.language, self.stamp, self.root)
        return render_zip(render_epub(self.book(copy, articles)), self.stamp.moment, stored=(MIMETYPE,))

    def book(self, copy: Copy, articles: tuple[Article, ...]) -> Book:
        """Return the book of some articles: its title is that of the only one, else the archive's."""
        archive, writing = say("archive-name", copy.language), LANGUAGES[copy.language]
        is_one = len(articles) == 1
        address = articles[0].address if is_one else self.stamp.address + writing.folder
        title = articles[0].title if is_one else archive
        contents = say("contents", copy.language)
        return Book(address, title, writing.tag, archive, contents, self.modified, articles)


def write_copies(root: Path, site: Path, former: Path, known: Mapping[str, str]) -> dict[str, str]:
    """Write the copies into a new site, or take over the former; return what each was made from.

    `known` says so of the former ones that are whole. A PDF is taken over alone: they cost more than the site, and
    `write_pdfs` makes them.
    """
    copier, marks = Copier(root, site), {}
    for copy in copies(site):
        mark = copier.mark(copy)
        if known.get(copy.path) == mark and (former / copy.path).is_file():
            shutil.copyfile(former / copy.path, site / copy.path)
        elif copy.kind != PDF:
            write_beside(site / copy.path, copier.render(copy))
        else:
            continue
        marks[copy.path] = mark
    offer_pdfs(site)
    return marks


def write_pdfs(root: Path, site: Path, tell: Callable[[str], None]) -> Iterator[Path]:
    """Make every PDF that a site lacks, some at a time, yield the path of each that is there, and let pages offer them.

    `tell` hears of each in time. What is made stays where the run is stopped. CorpusError where there is no site, or
    WeasyPrint or a font is missing.
    """
    if not (site / INDEX).is_file():
        raise CorpusError("site", "there is no site to print; `make pdf` builds it first", 0, "site")
    copier, placer = Copier(root, site), Placer(root, site)
    marks = {copy: copier.mark(copy) for copy in copies(site) if copy.kind == PDF}
    wanted = [copy for copy, mark in marks.items() if not placer.has(copy.path, mark)]
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(wanted) or 1), initializer=end_with_parent) as pool:
        running = {pool.submit(copier.render, copy): copy for copy in wanted}
        for number, done in enumerate(as_completed(running), 1):
            copy = running[done]
            placer.put({copy.path: done.result()}, {copy.path: marks[copy]})
            tell(f"{number}/{len(wanted)} {copy.path}")
    placer.put({path.relative_to(site).as_posix(): page.encode() for path, page in mended_pages(site)}, {})
    yield from (site / copy.path for copy in marks)


class Placer:
    """Puts files into a site that is there, together with its record."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.folder = root, site.relative_to(root).as_posix()
        self.record = read_record(root, SITE)

    def marks(self) -> dict[str, str]:
        """Return what each copy was made from."""
        return marks_of(self.record)

    def has(self, path: str, mark: str) -> bool:
        """Whether a copy is there and whole, and was made from this."""
        name = f"{self.folder}/{path}"
        known, file = self.record.files.get(name), self.root / name
        is_whole = file.is_file() and known is not None and read_file(str(file), known).sha256 == known.sha256
        return is_whole and self.marks().get(path) == mark

    def put(self, files: Mapping[str, bytes], marks: Mapping[str, str]) -> None:
        """Put files in their places, of which the copies were made from what is said."""
        entries = {}
        for path, data in files.items():
            name = f"{self.folder}/{path}"
            staged = stage(self.root, name, is_tree=False)
            staged.write_bytes(data)
            entries[name] = read_file(str(staged), None)
        more = self.record.more | {COPIES: {**self.marks(), **marks}}
        self.record = Record(self.record.files | entries, self.record.inputs, more)
        put_in_place(self.root, [*entries, stage_record(self.root, SITE, self.record)])


def programs(root: Path) -> Iterator[str]:
    """Yield the programs that make copies: where one changed, a copy from the same page may be another."""
    return (path.read_text(encoding="utf-8") for path in sorted((root / "scripts/carry").glob("*.py")))


def marks_of(record: Record) -> dict[str, str]:
    """Return what each copy of a site was made from."""
    marks = record.more.get(COPIES)
    return {str(path): str(mark) for path, mark in marks.items()} if isinstance(marks, dict) else {}


def fingerprint(parts: Iterable[str]) -> str:
    """Return the fingerprint of texts."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
