"""Pagefind, extended: a page of HTML for each section and language, which suits it best, as it ranks pages.

Its Chinese and its English index are two; the language of the page says which is searched. It has no box of its own that
could be timed like the theme's, so a page of ours stands around it, which shows the first ten results. The program is
the npm package's own for this machine.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from playwright.sync_api import Page

from scripts.model.vocabulary import Language
from scripts.write.search.collections import Collection, SearchSection
from scripts.write.words.strings import pick
from tests.bench_search.corpora import Corpus, shown_title
from tests.bench_search.systems import PACKAGES, Answer, Built, Failure, Numbering, System, package_version, run_timed

HERE = Path(__file__).parent
PROGRAMS = "@pagefind/*/bin/pagefind_extended*"
MARK = b"pagefind_dcd"
"""With this begin its files, once unpacked."""
NEEDED = ("pagefind-entry.json", "pagefind-worker.js")
ASK_SCRIPT = """async (texts) => {
  const answers = []
  for (const text of texts) answers.push((await __bench.find(text)).join(" "))
  return answers
}"""


class Pagefind(System):
    """Pagefind behind a page of ours."""

    name = "Pagefind"
    knows_quotes = True
    box, panel, item = ".box", ".panel", ".item"
    search_paths = ("/pagefind/",)

    def version(self) -> str:
        """The npm package's."""
        return f"Pagefind {package_version('pagefind')}"

    def __init__(self) -> None:
        self.places: dict[str, tuple[str, str, Language]] = {}

    def build(self, corpus: Corpus, folder: Path) -> Built:
        """Write the pages, then index them; the pages' own making is not counted."""
        pages = folder / "pages"
        for policy in corpus.policies():
            for language in Language:
                write_pages(policy, language, pages)
        return run_timed([find_program(), "--site", pages, "--output-path", folder / "pagefind", "--quiet"])

    def host(self, folder: Path) -> None:
        """Write a page in each language."""
        page = (HERE / "pagefind_page.html").read_text(encoding="utf-8")
        for language, name in ((Language.ZH, "index.html"), (Language.EN, "en/index.html")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            root = "../" if "/" in name else "./"
            text = page.replace("LANG", str(language)).replace("ROOT/", root)
            (folder / name).write_text(text, encoding="utf-8")

    def mounts(self, host: Path, index: Path) -> dict[str, Path]:
        """The index beside the pages; which file has which section is read here, for `ask`."""
        self.places = dict(read_places(index / "pagefind/fragment"))
        return {"/pagefind/": index / "pagefind", "/": host}

    def index_files(self, index: Path) -> Iterator[Path]:
        """All but the boxes that it brings along and that are not used here."""
        return (
            path
            for path in super().index_files(index / "pagefind")
            if not path.name.startswith("pagefind-") or path.name in NEEDED
        )

    def place_to_ask(self, language: Language) -> str:
        """The same page without its worker, which would be told of every single result that nobody wants any more."""
        return self.home(language) + "?ask"

    def ask(self, page: Page, texts: Sequence[str], numbering: Numbering) -> Iterator[Answer]:
        """Ask on the page; a result's number stands for its section."""
        for ids in page.evaluate(ASK_SCRIPT, list(texts)):
            yield numbering.answer(self.places[name] for name in ids.split())


def find_program() -> Path:
    """Return the program that npm installed for this machine."""
    programs = (path for path in PACKAGES.glob(PROGRAMS) if path.suffix in ("", ".exe"))
    program = next(programs, None)
    if not program:
        raise Failure("Pagefind is not installed for this machine; type: npm ci")
    return program


def write_pages(policy: Collection, language: Language, folder: Path) -> None:
    """Write a page for each section."""
    path = folder / ("en" if language is Language.EN else "") / policy.path
    path.mkdir(parents=True, exist_ok=True)
    for section in policy.sections:
        (path / f"{section.anchor}.html").write_text(render_page(section, language), encoding="utf-8")


def render_page(section: SearchSection, language: Language) -> str:
    """Return a section as a page."""
    title = escape(pick(shown_title(section), language))
    text = "".join(f"<p>{escape(pick(passage.text, language))}</p>" for passage in section.passages)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><main data-pagefind-body><h1>{title}</h1>{text}</main></body></html>"
    )


def read_places(folder: Path) -> Iterator[tuple[str, tuple[str, str, Language]]]:
    """Yield for each result's id the policy, anchor and language of its page."""
    for file in folder.iterdir():
        url = json.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))["url"]
        parts = url.strip("/").removesuffix(".html").split("/")
        yield file.stem, (parts[-2], parts[-1], Language.EN if parts[0] == "en" else Language.ZH)
