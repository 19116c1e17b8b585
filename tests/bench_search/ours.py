"""The archive's own search: its index of a corpus behind the built site's pages."""

import base64
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from scripts.model.vocabulary import Language
from scripts.write.search.files import write_search
from scripts.write.search.program import read_engine
from scripts.write.search.segmenter import Segmenter
from scripts.write.search.share import make_share
from tests.bench_search.corpora import ROOT, Corpus
from tests.bench_search.systems import Answer, Built, Failure, Numbering, System, Timed

SITE = ROOT / "site"
PAGES = ("about/index.html", "en/about/index.html", "search/index.html", "en/search/index.html")
ASK_SCRIPT = """async ([texts, count]) => {
  const answers = []
  for (const text of texts) {
    const { sections, best } = await ArchiveSearch.find(text)
    const bits = new Uint8Array((count >> 3) + 1)
    for (const number of sections) if (number < count) bits[number >> 3] |= 1 << (number & 7)
    let packed = ""
    for (let at = 0; at < bits.length; at += 8192) packed += String.fromCharCode(...bits.subarray(at, at + 8192))
    answers.push([btoa(packed), [...best]])
  }
  return answers
}"""


class Ours(System):
    """What this project has."""

    name = "ours"
    knows_quotes = True
    box, panel, item = "input.site-search-input", "#site-search-panel", ".site-search-item"
    script = ASK_SCRIPT
    can_be_asked = "document.readyState === 'complete' && typeof ArchiveSearch !== 'undefined'"
    search_paths = ("/data/search/", "/search/", "/assets/javascripts/workers/", "/assets/javascripts/search/")

    def version(self) -> str:
        """The commit."""
        command = ["git", "describe", "--always", "--abbrev=7", "--dirty=+"]
        return f"ours {subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()}"

    def build(self, corpus: Corpus, folder: Path) -> Built:
        """Write all that the writers of the project write for the search."""
        start = time.perf_counter()
        timed = Timed(corpus.collections())
        segmenter = Segmenter(ROOT / ".cache")
        shares = [make_share(collection, segmenter.cut) for collection in timed]
        topics = corpus.archive.lookup.archive.glossary.topics.values()
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in write_search(shares, topics, read_engine(ROOT)):
            (folder / name).write_text(content, encoding="utf-8", newline="\n")
        seconds = time.perf_counter() - start - timed.seconds
        return Built(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)

    def host(self, folder: Path) -> None:
        """Copy what the built site has around the search, so that nobody changes it meanwhile."""
        if not (SITE / "search/index.html").is_file():
            raise Failure("the site is not built: make site")
        for name in PAGES:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SITE / name, folder / name)
        shutil.copytree(SITE / "assets", folder / "assets", ignore=shutil.ignore_patterns("*.map"))

    def mounts(self, host: Path, index: Path) -> dict[str, Path]:
        """The index in the place of the site's."""
        return {"/data/search/": index, "/": host}

    def home(self, language: Language) -> str:
        """A page of few words; the home page has a box of another kind."""
        return f"{super().home(language)}about/"

    def place_to_ask(self, language: Language) -> str:
        """The search page."""
        return f"{super().home(language)}search/"

    def ask(self, page: Page, texts: Sequence[str], numbering: Numbering) -> Iterator[Answer]:
        """Ask the engine; entries and pages come after the policies' sections and are passed over."""
        language = Language.EN if "/en/" in page.url else Language.ZH
        for packed, best in page.evaluate(self.script, [list(texts), numbering.count]):
            found = int.from_bytes(base64.b64decode(packed), "little")
            yield Answer({language: found}, [(number, language) for number in best if number < numbering.count])
