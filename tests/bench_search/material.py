"""Stock Material for MkDocs with what it needs to find English on a Chinese site, and with jieba.

The index is made by the theme's own plugin class: an entry for each section and for each page, in both languages, all in
one index, as a site in two languages has it.
"""

import json
import logging
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from html import escape
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

import jieba
from playwright.sync_api import Page

from scripts.model.vocabulary import Language
from scripts.write.search.collections import Collection
from scripts.write.words.strings import pick
from tests.bench_search.corpora import Corpus, shown_title
from tests.bench_search.systems import Answer, Built, Numbering, System, Timed

SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）《》“”「」]+"
CONFIG = {
    "site_name": "Material",
    "theme": {"name": "material", "language": "zh", "font": False},
    "plugins": [{"search": {"lang": ["en"], "pipeline": ["stopWordFilter"], "separator": SEPARATOR}}],
}
FIELDS = {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}}
ASK_SCRIPT = """async (texts) => {
  const { worker } = __bench, answers = []
  while (__bench.asked !== __bench.answers) await new Promise((resolve) => setTimeout(resolve, 10))
  for (const text of texts) {
    worker.postMessage({ type: 2, data: text })
    const items = await new Promise((resolve) => {
      const hear = ({ data }) => {
        if (data.type !== 3) return
        worker.removeEventListener("message", hear)
        resolve(data.data.items)
      }
      worker.addEventListener("message", hear)
    })
    answers.push(items.map((group) => group.map(({ location, score }) => [location, score])))
  }
  return answers
}"""


class Material(System):
    """The theme's own search."""

    name = "Material"
    knows_quotes = False  # it takes them for “all of these words, each whole”, and finds less
    has_english_page = False  # every page has the same index
    search_paths = ("/search/", "/assets/javascripts/workers/")

    def version(self) -> str:
        """That of the theme, and of what cuts Chinese into words."""
        return f"Material for MkDocs {metadata.version('mkdocs-material')} (jieba {metadata.version('jieba')})"

    def build(self, corpus: Corpus, folder: Path) -> Built:
        """Write `search_index.json`."""
        plugin = import_module("material.plugins.search.plugin")
        jieba.setLogLevel(logging.WARNING)
        start = time.perf_counter()
        policies = Timed(corpus.policies())
        config = CONFIG["plugins"][0]["search"]  # type: ignore[index]
        index = plugin.SearchIndex(**config, fields=FIELDS)
        for policy in policies:
            for language in Language:
                index.entries += entries(policy, language, index)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "search_index.json").write_text(index.generate_search_index(None), encoding="utf-8")
        seconds = time.perf_counter() - start - policies.seconds
        return Built(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)

    def host(self, folder: Path) -> None:
        """Build a site of one page."""
        source = folder / "source"
        (source / "docs").mkdir(parents=True)
        (source / "docs/index.md").write_text("# 政策\n\n质量政策。\n", encoding="utf-8")
        (source / "mkdocs.yml").write_text(json.dumps(CONFIG | {"site_dir": str(folder / "site")}), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=source, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})

    def mounts(self, host: Path, index: Path) -> dict[str, Path]:
        """The index in the place of the site's."""
        return {"/search/": index, "/": host / "site"}

    def ask(self, page: Page, texts: Sequence[str], numbering: Numbering) -> Iterator[Answer]:
        """Ask the worker of the page itself."""
        for groups in page.evaluate(ASK_SCRIPT, list(texts)):
            yield numbering.answer(map(place, shown_order(groups)))


def entries(policy: Collection, language: Language, index: Any) -> Iterator[dict[str, str]]:
    """Yield what the plugin would make of a policy's page: the page, then its sections."""
    path = ("en/" if language is Language.EN else "") + policy.path
    parts = [("", pick(policy.title, language), "")]
    for section in policy.sections:
        text = "".join(f"<p>{escape(pick(passage.text, language), quote=False)}</p>" for passage in section.passages)
        parts.append((f"#{section.anchor}", pick(shown_title(section), language), text))
    for anchor, title, text in parts:
        yield {
            "location": path + anchor,
            "title": index._segment_chinese(escape(title, quote=False)),
            "text": index._segment_chinese(text),
        }


def shown_order(groups: list[list[tuple[str, float]]]) -> list[str]:
    """Return addresses as the theme shows them: what it folds under “more on this page” comes last."""
    shown: list[str] = []
    folded: list[str] = []
    for group in groups:
        for location, score in group:
            (shown if score >= group[0][1] else folded).append(location)
    return shown + folded


def place(location: str) -> tuple[str, str, Language]:
    """Return the policy, the anchor and the language of an address: en/policies/x/#s1 → x, s1, English."""
    language = Language.EN if location.startswith("en/") else Language.ZH
    path, _, anchor = location.removeprefix("en/").partition("#")
    return path.split("/")[1] if "/" in path else "", anchor, language
