"""Traditional characters: the small table of the site writes every text of the archive as OpenCC does, put right by hand."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.model.lookup import Lookup
from scripts.text.traditional import CORRECTIONS, make_table, to_traditional
from tests.conftest import Watched
from tests.test_search import run_node

TEXTS = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) found.push(walker.currentNode.data)
  return found
}"""
SAID = """() => [...document.querySelectorAll('[placeholder], [title], [aria-label]')].map(
  (element) => ["placeholder", "title", "aria-label"].map((name) => element.getAttribute(name)))"""
LANGUAGES = "() => [...document.querySelectorAll('[lang]')].map((element) => element.lang)"


def texts_of(lookup: Lookup) -> Iterator[str]:
    """Yield every block, heading, note and entry of the archive."""
    archive = lookup.archive
    for policy in archive.policies:
        yield from (policy.text[block.start : block.end] for block in policy.blocks())
        yield from (policy.text[section.start : section.heading_end] for section in policy.walk())
        for note in policy.notes:
            yield from (note.emendation.reason.zh, note.emendation.evidence.zh)
    for term in archive.glossary.terms.values():
        yield from (term.zh, term.meaning.zh)
    yield from (body.name.zh for body in archive.glossary.organisations.values())
    yield from (document.title.zh for document in archive.glossary.documents.values())
    yield from (indicator.name.zh for indicator in archive.glossary.indicators.values())


def read_table(site: Path) -> dict[str, str]:
    text = (site / "assets/traditional.js").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(text.removeprefix("archiveForms = "))
    return table


def test_a_page_writes_every_text_of_the_archive_as_opencc_does(site: Path, lookup: Lookup) -> None:
    texts = sorted({text for text in texts_of(lookup) if text})
    assert len(texts) > 1000
    given = json.dumps({"table": read_table(site), "texts": texts}, ensure_ascii=False)
    written = json.loads(run_node("tests/forms.js", text=given))
    assert [pair for pair in zip(written, map(to_traditional, texts), strict=True) if pair[0] != pair[1]] == []


def test_the_table_is_small(site: Path) -> None:
    assert (site / "assets/traditional.js").stat().st_size < 10_000


def test_what_opencc_cuts_wrongly_is_put_right() -> None:
    assert to_traditional("绵阳市游仙区") == "綿陽市游仙區"
    assert to_traditional("落实传统制造业改造") == "落實傳統製造業改造"
    assert to_traditional("提升品牌内生发展能力") == "提升品牌內生發展能力"
    assert to_traditional("市场准入，产地准出") == "市場准入，產地准出"
    assert all(len(wrong) == len(right) for wrong, right in CORRECTIONS.items())


def test_the_vocabulary_stays() -> None:
    assert to_traditional("软件、网络、信息、数据、项目、通过") == "軟件、網絡、信息、數據、項目、通過"


@pytest.mark.parametrize(
    "texts", [["理发", "发展"], ["批准", "标准", "准"], ["布局", "网布局", "布"], ["里", "里程", "马德里", "里里"]]
)
def test_a_table_writes_its_own_texts_exactly(texts: list[str]) -> None:
    table = make_table(texts)
    assert [table.convert(text) for text in texts] == [to_traditional(text) for text in texts]


def test_a_page_is_converted_and_put_back_letter_for_letter(watched: Watched) -> None:
    page = watched.page
    page.goto("policies/hangzhou-2018/")
    before, languages, said = page.evaluate(TEXTS), page.evaluate(LANGUAGES), page.evaluate(SAID)
    page.locator(".mode-script").click()
    page.wait_for_function("() => document.title.includes('檔案')")
    assert page.locator(".mode-script").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    assert "繁體字由程式轉換" in page.locator(".traditional-note").inner_text()
    shown = page.locator(".policy-text").evaluate("element => element.textContent")
    assert re.search("質量", shown)
    assert not re.search("质|发|标准", shown)
    assert page.locator(".site-search input[type=search]").get_attribute("placeholder") == "檢索全文"
    assert page.url.endswith("?script=hant")
    page.goto("terms/")  # the next page has them too, and says so
    page.wait_for_function("() => document.title.includes('檔案')")
    page.get_by_role("button", name="恢復簡體").click()
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    page.goto("policies/hangzhou-2018/")
    page.locator(".mode-script").click()
    page.wait_for_function("() => document.title.includes('檔案')")
    page.locator(".mode-script").click()
    assert page.evaluate(TEXTS) == before
    assert page.evaluate(LANGUAGES) == languages
    assert page.evaluate(SAID) == said
    assert "script=" not in page.url
