"""Every address that any surface or file gives out leads to a page that is there, and to an id on it."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urldefrag, urljoin

import openpyxl
import pytest
from lxml import etree, html
from playwright.sync_api import Page, expect

from scripts.model.vocabulary import Language
from tests.conftest import IDS, SITE_URL, Watched, run_scripts
from tests.test_search import run_node

PREFIXES = ("", "en/")


class Given(NamedTuple):
    """What a page has for addresses to lead to, and the addresses that it gives out."""

    ids: frozenset[str]
    links: tuple[str, ...]
    """As they are written."""
    own: tuple[str, ...]
    """Whole addresses in its head."""


@cache
def read_page(file: Path) -> Given:
    """Return what is asked of a page: each is read once."""
    root = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    ids = map(str, root.xpath("//@id"))
    links = map(str, root.xpath("//a/@href | //link[@rel='canonical']/@href"))
    own = root.xpath("//meta[@name='archive-address' or @name='citation_public_url']/@content")
    return Given(frozenset(ids), tuple(dict.fromkeys(links)), tuple(map(str, own)))


def leads_nowhere(site: Path, address: str) -> bool:
    """Whether an online address is not of this site, or its file or id is not there."""
    if not address.startswith(SITE_URL):
        return True
    page, fragment = urldefrag(address.removeprefix(SITE_URL))
    path = unquote(page.partition("?")[0])
    file = site / path
    file = file / "index.html" if path == "" or path.endswith("/") else file
    return not file.is_file() or (bool(fragment) and fragment not in read_page(file).ids)


def page_addresses(site: Path) -> Iterator[str]:
    """Yield the addresses in the links of all pages, and those that the pages' heads give out."""
    for file in sorted(site.rglob("index.html")):
        own = urljoin(SITE_URL, file.relative_to(site).as_posix())
        given = read_page(file)
        addresses = (urljoin(own, href) for href in given.links)
        yield from (address for address in addresses if address.startswith(SITE_URL))
        yield from given.own


def places_of_json(value: object) -> Iterator[str]:
    """Yield every anchor in a policy's JSON, at whatever depth."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("anchor", "section", "repeats") and isinstance(item, str):
                yield item
            yield from places_of_json(item)
    elif isinstance(value, list):
        for item in value:
            yield from places_of_json(item)


def json_addresses(site: Path) -> Iterator[str]:
    for policy_id in IDS:
        value = json.loads((site / f"data/policies/{policy_id}.json").read_text(encoding="utf-8"))
        for anchor in places_of_json(value):
            yield from (f"{SITE_URL}{prefix}policies/{policy_id}/#{anchor}" for prefix in PREFIXES)
    for row in json.loads((site / "data/policies.json").read_text(encoding="utf-8")):
        yield from (row["url"], row["url_en"])


def sections_addresses(site: Path) -> Iterator[str]:
    for line in (site / "data/sections.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["url"]


def csv_addresses(site: Path) -> Iterator[str]:
    for file in sorted((site / "data").glob("*.csv")):
        for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))):
            yield from (row[name] for name in ("url", "url_en") if name in row)
            if row.get("policy") and row.get("anchor"):
                yield f"{SITE_URL}policies/{row['policy']}/#{row['anchor']}"


def workbook_addresses(site: Path) -> Iterator[str]:
    book = openpyxl.load_workbook(site / "data/archive.xlsx", read_only=True)
    for sheet in book.worksheets[1:]:
        head, *rows = sheet.iter_rows(values_only=True)
        own = [index for index, name in enumerate(head) if not str(name).startswith("来源")]  # a source's is another's
        for row in rows:
            yield from (str(row[index]) for index in own if str(row[index]).startswith("http"))


def database_addresses(site: Path) -> Iterator[str]:
    connection = sqlite3.connect(f"file:{site}/data/archive.sqlite?mode=ro", uri=True)
    names = """SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
      WHERE m.type = 'table' AND c.name IN ('url', 'url_en')"""
    for table, column in connection.execute(names).fetchall():
        yield from (address for (address,) in connection.execute(f"SELECT {column} FROM {table}"))
    connection.close()


def exchange_addresses(site: Path) -> Iterator[str]:
    for unit in etree.parse(site / "data/parallel.tmx").iter("tu"):
        policy, _, anchor = str(unit.get("tuid")).partition("#")
        yield from (f"{SITE_URL}{prefix}policies/{policy}/#{anchor}" for prefix in PREFIXES)
        yield str(unit.findtext("prop"))
    for name in ("terms.tbx", "terms-v2.tbx"):
        for element in etree.parse(site / "data" / name).iter("{*}xref"):
            yield from (str(element.get("target")), str(element.text))


def sitemap_addresses(site: Path) -> Iterator[str]:
    root = etree.parse(site / "sitemap.xml").getroot()
    yield from (str(element.text) for element in root.iter("{*}loc"))
    yield from (str(href) for href in root.xpath("//@href"))


SURFACES = {
    "pages": page_addresses,
    "JSON": json_addresses,
    "sections.jsonl": sections_addresses,
    "CSV": csv_addresses,
    "workbook": workbook_addresses,
    "SQLite": database_addresses,
    "TMX and TBX": exchange_addresses,
    "sitemap": sitemap_addresses,
}


@pytest.mark.parametrize("surface", SURFACES)
def test_every_address_of_a_file_leads_to_its_place(site: Path, surface: str) -> None:
    addresses = set(SURFACES[surface](site))
    print(f"{surface}: {len(addresses)} addresses")
    assert len(addresses) > 100
    assert [address for address in sorted(addresses) if leads_nowhere(site, address)] == []


def lines_of_node(*arguments: str) -> list[str]:
    return [json.loads(line) for line in run_node("tests/search/print-addresses.js", *arguments).splitlines()]


@pytest.mark.parametrize("is_server", [False, True])
def test_every_address_of_the_search_leads_to_its_place(site: Path, tmp_path: Path, *, is_server: bool) -> None:
    """Of every section and passage, as box, page, concordance and CSV make it, with our engine and with a server."""
    file = tmp_path / "archive.ndjson"
    if is_server:
        assert run_scripts("export", "--opensearch", str(file)).returncode == 0
    addresses = lines_of_node(*([str(file)] if is_server else []))
    print(f"search{' by a server' if is_server else ''}: {len(addresses)} addresses")
    assert len(addresses) > 4000
    assert [address for address in addresses if leads_nowhere(site, address)] == []
    blocks = {f"{SITE_URL}{prefix}policies/youxian-2023/#p1" for prefix in PREFIXES}
    assert blocks <= set(addresses)


# found in blocks before the first part, in tables, boxes, closings and entries
QUERIES = ("通知", "印发", "规划", "质量 区政府", "97%", "“十四五”", "建设工程", "质量强市")


def shown_addresses(page: Page, selector: str) -> list[str]:
    links: list[str] = page.evaluate(
        "selector => [...document.querySelectorAll(selector)].map((a) => a.href)", selector
    )
    return links


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_the_search_page_shows_and_saves_leads_to_its_place(
    watched: Watched, site: Path, server: str, prefix: str
) -> None:
    page, addresses = watched.page, set[str]()
    for query in QUERIES:
        page.goto(f"{prefix}search/?query={quote(query)}&view=lines", wait_until="domcontentloaded")
        expect(page.locator(".search-page-status")).to_contain_text(re.compile(r"\d"))
        shown = shown_addresses(page, ".search-page-output a")
        assert shown
        addresses |= {re.sub(r"\?h=[^#]*", "", address).replace(server, SITE_URL) for address in shown}
        save = page.get_by_role("button", name=re.compile("CSV"))
        if save.count():
            with page.expect_download() as download:
                save.click()
            text = download.value.path().read_text(encoding="utf-8-sig")
            header, *rows = csv.reader(io.StringIO(text))
            column = header.index("address" if prefix else "网址")
            addresses |= {row[column] for row in rows}
    page.goto(f"{prefix}policies/")
    for query in QUERIES:
        page.locator(".site-search-input").fill("")
        expect(page.locator("#site-search-panel")).to_be_hidden()
        page.locator(".site-search-input").fill(query)
        expect(page.locator(".site-search-item").first).to_be_visible()
        boxed = shown_addresses(page, "#site-search-panel a")
        addresses |= {re.sub(r"\?h=[^#]*", "", address).replace(server, SITE_URL) for address in boxed}
    print(f"search page and box, {prefix or 'zh/'}: {len(addresses)} addresses")
    assert len(addresses) > 100
    assert [address for address in sorted(addresses) if leads_nowhere(site, address)] == []
    assert any("#p" in address for address in addresses)


# every sign is pressed, those of paragraphs and cells once the pointer has been there, and the address copied from its
# panel; the clipboard's part is played by a list
PRESS_SCRIPT = """async () => {
  const copied = []
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => copied.push(text) } })
  const places = document.querySelectorAll('.policy-text > .policy-address, .policy-text :is(p, h5, h6, th, td):not(.policy-links *)')
  let count = 0
  for (const place of places) {
    place.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    const behind = place.nextElementSibling
    const own = place.querySelector(':scope > .is-wanted') || (behind && behind.matches('.is-wanted') ? behind : null)
    const sign = place.matches('a') ? place : own
    if (!sign) continue
    count++
    sign.click()
    let buttons = []
    while (!(buttons = [...document.querySelectorAll('.cite-form button')]).length) await new Promise((done) => setTimeout(done))
    buttons.at(-1).click()
    await Promise.resolve()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  }
  return [count, copied]
}"""


@pytest.mark.parametrize("path", [f"{prefix}policies/{policy_id}/" for prefix in PREFIXES for policy_id in IDS])
def test_every_address_that_is_copied_leads_to_its_place(watched: Watched, site: Path, path: str) -> None:
    watched.page.goto(path)
    signs, copied = watched.page.evaluate(PRESS_SCRIPT)
    print(f"clipboard, {path}: {len(copied)} addresses")
    assert signs == len(set(copied)) > 30
    assert [address for address in copied if leads_nowhere(site, address)] == []


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize(
    ("typed", "found"),
    [("s2-3。", "s2-3"), ("s2-3，", "s2-3"), ("S2-3", "s2-3"), ("（s2-3-p1）", "s2-3-p1"), ("s2–3", "s2-3")],
)
def test_an_address_pasted_with_punctuation_finds_its_place(
    watched: Watched, prefix: str, typed: str, found: str
) -> None:
    page = watched.page
    page.goto(f"{prefix}policies/jinan-2018/#{typed}")
    expect(page).to_have_url(re.compile(f"#{found}$"))
    expect(page.locator(f"#{found}")).to_be_in_viewport()
    expect(page.locator(".archive-no-place")).to_have_count(0)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("s2-99", "s2"), ("s99", "s6"), ("s2-3-p77", "s2-3"), ("nonsense", None), ("%E7%AC%AC", None)],
)
def test_an_address_that_leads_nowhere_says_so_and_offers_the_nearest(
    watched: Watched, language: Language, typed: str, nearest: str | None
) -> None:
    page = watched.page
    prefix = "" if language is Language.ZH else "en/"
    page.goto(f"{prefix}policies/jinan-2018/#{typed}")
    notice = page.get_by_role("alert")
    expect(notice).to_be_in_viewport()
    expect(notice).to_contain_text("本页没有" if language is Language.ZH else "There is no place")
    expect(notice).to_contain_text(unquote(typed))
    if nearest is None:
        expect(notice.locator("a")).to_have_count(0)
        return
    expect(notice.locator("a")).to_have_attribute("href", f"#{nearest}")
    notice.locator("a").click()
    expect(page.locator(f"#{nearest}")).to_be_in_viewport()
    expect(notice).to_have_count(0)


def test_no_page_nor_file_gives_out_the_reserved_name(site: Path) -> None:
    """With an address of its own, the site names no other as its own; the guide's examples follow it too."""
    holding = [
        str(path.relative_to(site))
        for path in site.rglob("*")
        if path.is_file() and b"policy-archive.example" in path.read_bytes()
    ]
    assert holding == []
    for prefix in PREFIXES:
        guide = (site / prefix / "about/how-to-cite/index.html").read_text(encoding="utf-8")
        assert f"{SITE_URL}{prefix}policies/hangzhou-2018/#s1-1-p1" in guide
