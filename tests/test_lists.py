"""Lists and tables as readers use them: what is found, where letters lead, and that a phone shows each row as a card."""

import gzip
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from scripts.model.lookup import Lookup
from scripts.text.folding import simplified
from scripts.text.pinyin import spell
from tests.walk import kind_of

Known = Callable[[Lookup], dict[str, Any]]
LISTS: dict[str, Known] = {
    "terms": lambda lookup: lookup.archive.glossary.terms,
    "organisations": lambda lookup: lookup.archive.glossary.organisations,
    "indicators": lambda lookup: lookup.archive.glossary.indicators,
    "documents": lambda lookup: lookup.archive.glossary.documents,
}  # fmt: skip
HEAVIEST, MOST_ELEMENTS = 60 * 1024, 1850
# <td class="number">; not <td data-label="…">
NAMELESS_PATTERN = re.compile(r"<td(?![^>]*data-label=)[^>]*>")
PHONE, FEWEST, TEXT = 320, 5, 14
"""Pixels of a small phone; so many characters of so many pixels a cell has room for at least."""
FOUND = """(words) => {
  const field = document.querySelector('.list-filter input')
  field.value = words
  field.dispatchEvent(new Event('input'))
  return [...document.querySelectorAll('.entries > li')].filter((item) => !item.hidden).map((item) => item.querySelector('a, .entry-name').textContent)
}"""
NARROW = f"""() => [...document.querySelectorAll('.page-article :is(td, th)')].filter((cell) => {{
  const box = cell.getBoundingClientRect()
  return box.width > 1 && box.width < {FEWEST * TEXT} && cell.closest('.table-scroll tbody')
}}).map((cell) => cell.textContent.slice(0, 20))"""
SPILT = f"""() => [...document.querySelectorAll('.page-article .table-scroll :is(tbody, .chooses) :is(td, th)')].filter((cell) =>
  cell.getBoundingClientRect().width > 1 && cell.getBoundingClientRect().right > {PHONE}).map((cell) => cell.textContent.slice(0, 20))"""


def read_page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_text("utf-8"))


PAGES = [(prefix, name) for prefix in ("", "en/") for name in LISTS]


@pytest.mark.parametrize(("prefix", "name"), PAGES)
def test_a_list_has_all_entries_once_and_says_how_many(site: Path, lookup: Lookup, prefix: str, name: str) -> None:
    page = read_page(site, prefix + name)
    entries = page.xpath("//ul[contains(@class, 'entries')]/li")
    assert len(entries) == len(LISTS[name](lookup))
    assert all(entry.get("data-use") for entry in entries)
    links = [entry.xpath("./a/@href") or ["#" + entry.get("id")] for entry in entries]
    assert sorted(link.strip("#/") for (link,) in links) == sorted(LISTS[name](lookup))
    (count,) = page.find_class("list-count")
    assert str(len(entries)) in count.text_content()
    assert "{found}" in (count.get("data-found") or "")
    assert str(len(entries)) in (count.get("data-none") or "")


@pytest.mark.parametrize(("prefix", "name"), PAGES)
def test_every_way_to_a_heading_leads_there_in_the_order_of_the_list(site: Path, prefix: str, name: str) -> None:
    page = read_page(site, prefix + name)
    ways = [way.removeprefix("#") for way in page.xpath("//nav[@class='list-jump']/a/@href")]
    assert ways == page.xpath("//div[@class='list-groups']/h2/@id")
    if name == "terms":
        assert ways == sorted(ways)
        assert len(ways) > 15


@pytest.mark.parametrize(("prefix", "name"), PAGES)
def test_each_language_stands_first_on_its_own_pages_and_is_marked(site: Path, prefix: str, name: str) -> None:
    own, other = ("en", "zh-Hans") if prefix else ("zh-Hans", "en")
    for entry in read_page(site, prefix + name).xpath("//ul[contains(@class, 'entries')]/li"):
        (first,) = entry.xpath("(./a | ./details/summary/span)[1]")
        assert entry.get("lang") == other
        assert first.get("lang") == own
        assert not re.search("[\u4e00-\u9fff]", first.tail if own == "zh-Hans" else first.text or "")


@pytest.mark.parametrize(
    "path", [*(prefix + name for prefix, name in PAGES), "data", "en/data", "policies", "en/policies"]
)
def test_no_list_is_heavy(site: Path, path: str) -> None:
    file = site / path / "index.html"
    assert len(gzip.compress(file.read_bytes())) <= HEAVIEST
    assert sum(1 for _ in read_page(site, path).iter("*")) <= MOST_ELEMENTS


def test_every_address_of_the_lists_is_still_there(site: Path, lookup: Lookup) -> None:
    glossary = lookup.archive.glossary
    for prefix in ("", "en/"):
        assert {f"term-{term}" for term in glossary.terms} <= set(read_page(site, prefix + "terms").xpath("//@id"))
        assert {*glossary.documents, "all", "families"} <= set(read_page(site, prefix + "documents").xpath("//@id"))
        topics = {indicator.topic for indicator in glossary.indicators.values()}
        assert topics <= set(read_page(site, prefix + "indicators").xpath("//@id"))


def test_names_are_spelled_as_the_editors_spell_terms(lookup: Lookup) -> None:
    for term in lookup.archive.glossary.terms.values():
        if not re.search("[^\u4e00-\u9fffA-Za-z、，。“”（）·]", term.zh):
            assert spell(term.zh) == term.pinyin


def test_every_cell_of_every_table_knows_its_column(site: Path) -> None:
    kinds: dict[str, Path] = {}
    for file in site.rglob("index.html"):
        article = file.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        assert not NAMELESS_PATTERN.search(article), file
        if "<table" in article:
            kinds.setdefault(kind_of(file.relative_to(site).as_posix()), file)
    assert len(kinds) > 20
    for file in kinds.values():
        for table in html.fromstring(file.read_text("utf-8")).xpath("//article//table[not(.//@rowspan)]"):
            heads = [head.text_content().strip() for head in table.xpath("./thead/tr/th")]
            assert table.getparent().get("class").split()[0] in ("table-scroll", "figures"), file
            for row in table.xpath("./tbody/tr"):
                assert [unescape(cell.get("data-label")).strip() for cell in row] == heads, file


@pytest.fixture(scope="module")
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """A small phone's page, which all tests use one after the other."""
    context = browser.new_context(viewport={"width": PHONE, "height": 640}, base_url=server)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("prefix", "name"), PAGES)
def test_an_entry_is_found_by_all_its_names(phone: Page, lookup: Lookup, prefix: str, name: str) -> None:
    phone.goto(prefix + name + "/")
    traditional = {plain: char for char, plain in simplified().items()}
    things = list(LISTS[name](lookup).values())
    for thing in things[:: len(things) // 5 + 1]:
        bilingual = getattr(thing, "name", None) or getattr(thing, "title", None)
        zh, en = (bilingual.zh, bilingual.en) if bilingual else (thing.zh, thing.en)
        syllables = getattr(thing, "pinyin", "") or spell(zh)
        queries = [zh, "".join(traditional.get(char, char) for char in zh), en, syllables, syllables.replace(" ", "")]
        for query in (*queries, "".join(syllable[0] for syllable in syllables.split())):
            found = [words.casefold() for words in phone.evaluate(FOUND, query[:40])]
            assert (en if prefix else zh).casefold() in found, query


def test_what_nobody_wrote_is_not_found_and_the_count_says_so(phone: Page) -> None:
    phone.goto("terms/")
    assert phone.evaluate(FOUND, "qzxqzx") == []
    assert "没有" in phone.locator(".list-count").inner_text()
    assert phone.locator(".list-groups h2:visible").count() == 0
    assert phone.evaluate("document.querySelector('.list-further').href").endswith("/search/?query=qzxqzx")
    phone.get_by_role("button", name="清除").click()
    assert not phone.locator(".list-further").is_visible()
    assert "filter" not in phone.url
    assert len(phone.evaluate(FOUND, "")) > 100


@pytest.mark.parametrize(("prefix", "name"), PAGES)
def test_on_a_phone_the_first_entry_found_stands_on_the_first_screen(phone: Page, prefix: str, name: str) -> None:
    phone.set_viewport_size({"width": 360, "height": 640})
    phone.goto(prefix + name + "/")
    phone.evaluate(FOUND, "zl")
    top = phone.evaluate("document.querySelector('.entries > li:not([hidden])').getBoundingClientRect().top")
    phone.set_viewport_size({"width": PHONE, "height": 640})
    assert top < 640 - 2 * TEXT


def test_the_few_terms_that_a_filter_leaves_say_what_they_mean(phone: Page, lookup: Lookup) -> None:
    phone.goto("terms/")
    assert phone.locator(".entry-text").count() == 0
    term = next(term for term in lookup.archive.glossary.terms.values() if len(term.zh) > 5)
    phone.evaluate(FOUND, term.zh)
    phone.locator(f"#term-{term.id} .entry-text").wait_for()
    assert term.meaning.zh in phone.locator(f"#term-{term.id}").inner_text()
    phone.evaluate(FOUND, "")
    assert phone.locator(".entry-text:visible").count() == 0
    phone.get_by_label("显示释义").check()
    assert phone.locator(".entry-text:visible").count() == len(lookup.archive.glossary.terms)


def test_a_list_is_shown_as_its_address_asks(phone: Page) -> None:
    phone.goto("terms/?filter=zlqs&order=use")
    names = phone.locator(".entries > li:visible")
    uses = [int(names.nth(index).get_attribute("data-use") or 0) for index in range(names.count())]
    assert uses == sorted(uses, reverse=True)
    assert len(uses) > 1
    phone.set_viewport_size({"width": 1280, "height": 640})  # a small one has no room for orders while a filter is set
    phone.get_by_label("按字母").check()
    phone.set_viewport_size({"width": PHONE, "height": 640})
    assert "order" not in phone.url
    assert "filter=zlqs" in phone.url
    phone.goto("organisations/?order=letter")
    ways = phone.locator(".list-jump a")
    assert ways.all_inner_texts() == sorted(ways.all_inner_texts())
    assert ways.count() == phone.locator(".list-groups h2").count() > 10


def test_a_document_opens_where_its_address_leads(phone: Page) -> None:
    phone.goto("documents/#guofa-2013-37")
    assert phone.locator("#guofa-2013-37 dl").is_visible()


def test_what_is_blank_stands_last_both_ways(phone: Page) -> None:
    phone.goto("policies/")
    for _ in range(2):
        phone.get_by_role("button", name="发文字号").click()
        cells = phone.locator("tbody td:nth-child(3)").all_inner_texts()
        blank = ["未载" in cell for cell in cells]
        assert blank == sorted(blank)
        assert 0 < sum(blank) < len(blank)


TABLES = (
    *(
        "policies/",
        "en/data/",
        "terms/quality-city/",
        "en/indicators/first-acceptance-rate/",
        "policies/jilin-2018/edits/",
    ),
    *("en/policies/youxian-2023/", "id/jilin-2018/?list", "en/about/how-it-is-made/", "about/for-trainers/handout/"),
)
"""Every kind of page with a table, in one language: the same program draws the other."""


@pytest.mark.parametrize("path", TABLES)
def test_a_phone_shows_every_row_as_a_card(phone: Page, path: str) -> None:
    phone.goto(path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert phone.evaluate(NARROW) == []
    assert phone.evaluate(SPILT) == []
    assert phone.locator("table[role=table]").count() > 0  # which ears are told although eyes see cards


def test_lists_are_whole_without_scripts_and_show_no_tools(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server)
    page = context.new_page()
    page.goto("terms/")
    assert page.locator(".list-tools").is_hidden()
    assert page.locator(".list-orders").is_hidden()
    assert page.locator(".entries > li:visible").count() > 100
    context.close()
