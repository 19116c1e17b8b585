"""MiniSearch, as VitePress sets it up: an index for each language, whole in the page's memory, Chinese in pairs of characters.

It is a library, so the page and the box around it are ours; they show the titles of the first ten results. An index is a
script, so that the page works from a folder too.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from scripts.model.vocabulary import Language
from scripts.write.words.strings import pick
from tests.bench_search.corpora import Corpus, shown_title
from tests.bench_search.systems import PACKAGES, Answer, Built, Failure, Numbering, System, package_version, run_timed
from tests.bench_search.truth import mask_of

HERE = Path(__file__).parent
LIBRARY = PACKAGES / "minisearch/dist"
PROGRAMS = {"minisearch.js": LIBRARY / "umd/index.js", "options.js": HERE / "minisearch_options.js"}
"""What the page loads beside its index, and where it is taken from."""
HEAP = 16_384
"""Megabytes that node may take for itself, far more than by default."""
ASK_SCRIPT = """(texts) => texts.map((text) => __bench.find(text))"""


class MiniSearch(System):
    """MiniSearch behind a page of ours."""

    name = "MiniSearch"
    knows_quotes = False
    box, panel, item = ".box", ".panel", ".item"
    search_paths = ("/search/",)

    def version(self) -> str:
        """The npm package's."""
        return f"MiniSearch {package_version('minisearch')}"

    def build(self, corpus: Corpus, folder: Path) -> Built:
        """Write the sections as lines of JSON, then index them; only the latter counts."""
        if not (node := shutil.which("node")):
            raise Failure("node is not installed")
        sections, index = folder / "sections", folder / "search"
        for path in (sections, index):
            path.mkdir(parents=True)
        for language in Language:
            with (sections / f"{language}.jsonl").open("w", encoding="utf-8") as file:
                file.writelines(lines(corpus, language))
        options = [f"--max-old-space-size={HEAP}"]
        return run_timed([node, *options, HERE / "minisearch_build.js", LIBRARY / "cjs/index.cjs", sections, index])

    def host(self, folder: Path) -> None:
        """Write a page in each language, and the programs beside it."""
        page = (HERE / "minisearch_page.html").read_text(encoding="utf-8")
        for language, name, root in ((Language.ZH, "index.html", "./"), (Language.EN, "en/index.html", "../")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(page.replace("LANG", language).replace("ROOT/", root), encoding="utf-8")
        (folder / "search").mkdir()
        for name, source in PROGRAMS.items():
            shutil.copyfile(source, folder / "search" / name)

    def mounts(self, host: Path, index: Path) -> dict[str, Path]:
        """The index beside the programs."""
        return {"/search/index/": index / "search", "/": host}

    def index_files(self, index: Path) -> Iterator[Path]:
        """The two indexes."""
        return super().index_files(index / "search")

    def ask(self, page: Page, texts: Sequence[str], numbering: Numbering) -> Iterator[Answer]:
        """Ask on the page; a result's id is its section's number."""
        language = Language.EN if "/en/" in page.url else Language.ZH
        for ids in page.evaluate(ASK_SCRIPT, list(texts)):
            yield Answer({language: mask_of(ids, numbering.count)}, [(number, language) for number in ids[:60]])


def lines(corpus: Corpus, language: Language) -> Iterator[str]:
    """Yield each section as a line: its number, title and text in a language."""
    sections = (section for policy in corpus.policies() for section in policy.sections)
    for number, section in enumerate(sections):
        text = "\n".join(pick(passage.text, language) for passage in section.passages)
        fields = {"id": number, "title": pick(shown_title(section), language), "text": text}
        yield json.dumps(fields, ensure_ascii=False) + "\n"
