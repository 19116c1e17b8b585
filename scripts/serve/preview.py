"""An address of the site → what stands there, made now: a page rendered, a program joined from its parts, a file.

What is made is what `make site` makes of the same files (tests/test_serve.py compares them). Files to carry away, such
as books and PDFs, and what only hosts read are those of the last `make site`.
"""

import hashlib
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from scripts.carry.links import INDEX
from scripts.carry.offers import OFFER_PATTERN, offer
from scripts.carry.stamp import read_stamp
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Shared, read_shared
from scripts.serve.drafting import COPY, Drafter, is_generated
from scripts.serve.loading import describe_fault
from scripts.serve.rendering import NOT_FOUND, LanguageSite
from scripts.serve.watch import Unbuilt, is_shared
from scripts.site.host.moved import find_moves, mark_place
from scripts.site.paper import STYLE as PAPER
from scripts.site.paper import date_paper
from scripts.write.disk.record import SITE

FOLDER = "build/preview/site"
"""Where pages are rendered."""
JOINED = ("assets/head.js", "assets/archive.js", "assets/archive.css", "llms.txt")
# docs/zh/about/index.md, overrides/main.html and mkdocs.yml, no style in docs/assets/
FRAME_PATTERN = re.compile(r"docs/.*\.md|overrides/.*|mkdocs\.yml")
"""The files from which come what is the same on many pages, and which pages there are."""
WRITTEN_INTO = ("assets", "data/policies", "data/notes")
"""Folders that the hooks below expect."""
LATE: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("overrides/hooks.py", lambda path: path in JOINED or (path.startswith("data/policies/") and path.endswith(".md"))),
    ("overrides/theme_style.py", lambda path: path.startswith("assets/theme.")),
    ("overrides/traditional.py", lambda path: path == "assets/traditional.js"),
    ("overrides/notes_files.py", lambda path: path.startswith("data/notes/")),
)
"""The hook that writes a file once all pages are there, and which files these are."""
# policies/jinan-2018/index.html and en/policies/jinan-2018/parallel/index.html, no page of its notes
OFFERING_PATTERN = re.compile(r"(?:.*/)?policies/[^/]+/(?:parallel/)?index\.html")
"""The pages that name PDFs which may have been made."""
MOST_MADE = 300
"""So many answers are kept."""
WARNED = "site"
"""The rule of what the builder warns of."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at an address."""

    status: int
    """200, 302 or 404 as HTTP has them; 500 where it cannot be made."""
    path: str
    """Of the file in the site; with 302, where to look instead."""
    body: bytes = b""
    problem: str = ""
    """The first of what is wrong with it; nothing where all is well."""

    @property
    def is_page(self) -> bool:
        """Whether a browser shows it as a page that was made now."""
        return self.status != 302 and self.path.endswith(".html")

    @property
    def mark(self) -> str:
        """Its fingerprint."""
        return hashlib.blake2b(self.body, digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the files, whatever the program makes of them."""

    files: dict[str, Files]
    """The files of each language, as the builder has them."""
    shared: Any
    """What all policies share (read/corpus), if it was read."""
    read: Callable[[Path], Any]
    """The function that read it: where that was loaded anew, it is read again."""


class Preview:
    """The site as it would be built now."""

    def __init__(self, root: Path, known: Known | None = None) -> None:
        self.root, self.target = root, root / FOLDER
        self.files = dict(known.files) if known else {}
        self.shared: Shared | None = known.shared if known and known.read is read_shared else None
        shutil.rmtree(self.target, ignore_errors=True)
        for folder in WRITTEN_INTO:
            (self.target / folder).mkdir(parents=True)
        self.unbuilt = Unbuilt()
        self.sites: dict[Language, LanguageSite] = {}
        self.made: dict[str, Answer] = {}
        """What was made since the last change."""

    @cached_property
    def moves(self) -> dict[str, str]:
        """Where what is gone stands now."""
        return find_moves(self.root)

    @cached_property
    def drafter(self) -> Drafter:
        """Writes pages before the build does."""
        self.shared = self.shared or read_shared(self.root)
        return Drafter(self.root, self.shared)

    def known(self) -> Known:
        """Return what is known of the files."""
        files = {str(language): site.files for language, site in self.sites.items()}
        return Known(self.files | files, self.shared, read_shared)

    def renew(self, changed: frozenset[str], unbuilt: Unbuilt) -> None:
        """Believe no more what may hang on changed files; `unbuilt` is what docs/ does not hold of all changes."""
        self.unbuilt = unbuilt
        if "drafter" in self.__dict__:
            self.drafter.close()
        self.__dict__ = {name: value for name, value in self.__dict__.items() if name not in ("moves", "drafter")}
        self.made.clear()
        self.shared = None if is_shared(changed) else self.shared
        if "mkdocs.yml" in changed:
            self.sites.clear()
            self.files.clear()
        for site in self.sites.values():
            site.is_stale |= not unbuilt or any(map(FRAME_PATTERN.fullmatch, changed))
        if not unbuilt:  # all is done, and there is time
            with suppress(Exception):  # whoever asks for a page is told what keeps it from being made
                self.shared = self.shared or read_shared(self.root)
                for site in self.sites.values():
                    site.refresh()

    def answer(self, path: str) -> Answer:
        """Return what stands at a path below the root of the site."""
        file = path + INDEX if path.endswith("/") or not path else path
        if file not in self.made:
            if len(self.made) > MOST_MADE:
                self.made.clear()
            self.made[file] = self.make(file)
        return self.made[file]

    def make(self, path: str) -> Answer:
        """Return what stands there, made now; where it cannot be made, what is at fault."""
        try:
            return self.find(path)
        except Exception as error:  # whatever a template, a hook or the program has wrong while it is edited
            files = (site.by_address[path] for site in self.sites.values() if path in site.by_address)
            about = next((f"docs/{file.src_uri}" for file in files), "scripts")
            return Answer(500, path, b"", str(describe_fault(error, self.root, about)))

    def find(self, path: str) -> Answer:
        """Return what stands there, made now."""
        site = self.site_of(path)
        file = site.by_address.get(path)
        if file and file.is_documentation_page():
            return self.render(site, file)
        if file and path != PAPER:
            return Answer(200, path, file.content_bytes)
        if found := self.find_other(path):
            return Answer(200, path, found.read_bytes())
        if f"{path}/{INDEX}" in site.by_address:
            return Answer(302, f"{path}/")
        if new := self.moves.get("/" + path.removesuffix(INDEX)):
            return Answer(302, new[1:])
        site.render_not_found()
        return Answer(404, NOT_FOUND, (self.target / folder_of(path) / NOT_FOUND).read_bytes())

    def find_other(self, path: str) -> Path | None:
        """Return where a file is that no page is, nor any file of docs/: made now, or of the last site."""
        target = self.target / path
        if path == PAPER:
            shutil.copyfile(self.root / "docs" / PAPER, target)
            date_paper(self.target, read_stamp(self.root).date)
        for hook, is_of in LATE:
            if is_of(path):
                self.make_late(hook, path)
        if target.is_file() and not path.endswith(".html"):
            return target
        former = self.root / SITE / path
        return former if former.is_file() and path not in JOINED else None

    def make_late(self, hook: str, path: str) -> None:
        """Let a hook write a file, once the pages are there from which it is made."""
        *folders, name = path.split("/")
        language = ORIGINAL
        if folders == ["data", "notes"]:
            policy, _, ending = name.partition(".")
            language = Language(ending.removesuffix(".js"))
            self.answer(f"{LANGUAGES[language].folder}policies/{policy}/notes/{INDEX}")
        self.site(language).after_build(hook)

    def site_of(self, path: str) -> LanguageSite:
        """Return the pages of the language in which an address stands."""
        return self.site(next(language for language in Language if LANGUAGES[language].folder == folder_of(path)))

    def site(self, language: Language) -> LanguageSite:
        """Return the pages of a language."""
        if language not in self.sites:
            self.sites[language] = LanguageSite(self.root, self.target, language, self.files.pop(str(language), None))
        self.sites[language].refresh()
        return self.sites[language]

    def render(self, site: LanguageSite, file: File) -> Answer:
        """Return a page as it will be in the site."""
        problem = self.put_draft(site, file)
        warnings = site.render(file)
        path, page = file.dest_uri, "/" + file.dest_uri.removesuffix(INDEX)
        for old, new in self.moves.items():
            if old.startswith(page + "#"):
                mark_place(self.target, old, new)
        text = (self.target / path).read_text(encoding="utf-8")
        if OFFERING_PATTERN.fullmatch(path):
            text = OFFER_PATTERN.sub(partial(offer, folder=(self.root / SITE / path).parent), text)
        warned = f"docs/{file.src_uri}: [{WARNED}] {warnings[0]}" if warnings else ""
        return Answer(200, path, text.encode("utf-8", "xmlcharrefreplace"), problem or warned)

    def put_draft(self, site: LanguageSite, file: File) -> str:
        """Let a page say what the next build will write; return what stands in its way, and then it stays as it was."""
        source = f"docs/{file.src_uri}"
        site.sources.drafts.pop(file.src_uri, None)
        if not is_generated(source) or not self.unbuilt.changes_pages or not (self.root / COPY).is_file():
            return ""
        try:
            text, problems = self.drafter.draft(source, self.unbuilt)
        except Exception as error:
            if not self.unbuilt.program:
                raise
            return str(describe_fault(error, self.root))  # or of what an older program kept: the build will say
        if text is not None:
            site.sources.drafts[file.src_uri] = text
        return str(replace(problems[0], excerpt="")) if problems else ""


def folder_of(path: str) -> str:
    """Return the folder of the language in which an address stands.

    >>> folder_of("en/terms/index.html"), folder_of("terms/index.html")
    ('en/', '')
    """
    return next((w.folder for w in LANGUAGES.values() if w.folder and path.startswith(w.folder)), "")
