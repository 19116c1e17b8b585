"""Laws over the page of every policy in both languages: what stands first, what a heading is called, how much there is."""

import gzip
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from scripts.model.places_in_text import note_ids
from scripts.read.corpus.corpus import Corpus
from tests.conftest import IDS, ROOT

PAGES = tuple(f"{folder}policies/{policy_id}/" for folder in ("", "en/") for policy_id in IDS)
HEAVIEST = 60_000
"""Bytes of a page as it is sent."""
MOST_ELEMENTS = 1_800
HEADINGS = "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6"
CODE_PATTERN = re.compile(r"\b(?:s\d+|box\d+|t\d+)(?:-[a-z]*\d+)+\b")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    parser = html.HTMLParser(encoding="utf-8")
    return {path: html.fromstring((site / path / "index.html").read_bytes(), parser=parser) for path in PAGES}


def article_of(page: html.HtmlElement) -> html.HtmlElement:
    (article,) = page.xpath("//article")
    return article


def test_no_page_is_heavy(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        size = len(gzip.compress((site / path / "index.html").read_bytes(), 6))
        assert size <= HEAVIEST, path
        assert sum(1 for element in page.iter() if isinstance(element.tag, str)) <= MOST_ELEMENTS, path


def test_nothing_of_fingerprints_and_gaps_stands_before_the_text(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        words = article_of(page).text_content()
        begin = words.index(page.find_class("policy-text")[0].text_content().strip()[:20])
        for said in ("SHA-256", "未记录", "未载", "not recorded", "not stated"):
            assert said not in words[:begin], path
        (about,) = page.find_class("policy-about")
        assert "SHA-256" in about.text_content()


def test_every_published_address_and_every_note_and_term_is_there(
    corpus: Corpus, pages: dict[str, html.HtmlElement]
) -> None:
    for policy in corpus.archive.policies:
        assert policy.metadata
        findings = corpus.archive.findings[policy.metadata.id]
        published = (ROOT / "corpus/policies" / policy.metadata.id / "anchors.txt").read_text(encoding="utf-8").split()
        wanted = {anchor for anchor in published if re.fullmatch(r"[a-z]+\d*(?:[-_]\w+)*", anchor)}
        notes = set(note_ids(policy).values())
        wanted |= {f"note-{note}" for note in notes} | {f"spot-{note}" for note in notes} | {"notes", "terms", "title"}
        wanted |= {f"term-{mention.target}" for mention in findings.mentions if mention.kind == "term"} - {"term-None"}
        for folder in ("", "en/"):
            ids = set(pages[f"{folder}policies/{policy.metadata.id}/"].xpath("//article//@id"))
            assert {f"translation-{anchor}" for anchor in noted(corpus, policy.metadata.id)} <= ids or not folder
            marked = {anchor for anchor in wanted if not anchor.startswith("term-")}
            assert marked <= ids


def noted(corpus: Corpus, policy_id: str) -> dict[str, Any]:
    """What the translator has a note on."""
    return dict(corpus.archive.translator_notes.get(policy_id, {}))


def test_no_address_stands_twice_on_a_page(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_every_term_of_the_glossary_bears_its_address_once(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        (file,) = page.xpath("//@data-glossary")
        keys = set(re.findall(r'"([a-z0-9-]+)":\[', (site / file.partition("?")[0]).read_text(encoding="utf-8")))
        ids = {str(own).removeprefix("term-") for own in page.xpath("//@id") if str(own).startswith("term-")}
        assert ids == keys, path


def test_there_is_one_copy_of_the_contents(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        (contents,) = page.find_class("contents")
        listed = contents.xpath(".//a/@href")
        assert len(listed) == len(set(listed)) > 5, path
        headings = article_of(page).xpath(".//*[self::h2 or self::h3 or self::h4]/@id")
        assert [f"#{anchor}" for anchor in headings] == listed, path
        assert not page.find_class("policy-contents")


def test_a_sign_stands_behind_each_heading_and_is_called_as_people_call_the_place(
    pages: dict[str, html.HtmlElement],
) -> None:
    for path, page in pages.items():
        (text,) = page.find_class("policy-text")
        assert not text.xpath(f".//*[{HEADINGS}]//a[@class='policy-address']")
        for heading in text.xpath(".//*[self::h2 or self::h3 or self::h4][@id]"):
            sign = heading.getnext()
            assert (sign.get("class"), sign.get("href")) == ("policy-address", f"#{heading.get('id')}")
            assert re.match("引用.|Cite .", sign.get("aria-label")), path
        for name in page.xpath("//article//@aria-label | //article//@title"):
            assert not CODE_PATTERN.search(name), name


def test_no_reader_is_told_a_code(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    parser = html.HTMLParser(encoding="utf-8")
    others = [f"{path}{below}/" for path in PAGES for below in ("edits", "notes")]
    found = {path: html.fromstring((site / path / "index.html").read_bytes(), parser=parser) for path in others}
    for path, page in (pages | found).items():
        assert not CODE_PATTERN.search(article_of(page).text_content()), path


def test_edits_and_notes_are_called_after_their_policy(site: Path) -> None:
    for path in PAGES:
        (title,) = html.fromstring((site / path / "index.html").read_bytes().decode()).xpath("//h1")
        for below in ("edits", "notes"):
            (own,) = html.fromstring((site / path / below / "index.html").read_bytes().decode()).xpath("//h1")
            assert title.text_content() in own.text_content()


def test_each_part_leads_to_the_ones_beside_it(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        (text,) = page.find_class("policy-text")
        parts = text.xpath("./h2/@id")
        ways = [way.xpath("./a/@href") for way in text.find_class("part-links")]
        expected = [
            [f"#{parts[other]}" for other in (place - 1, place + 1) if 0 <= other < len(parts)]
            for place in range(len(parts))
        ]
        assert ways == (expected if len(parts) > 1 else []), path


def test_figures_beside_an_item_are_folded_and_counted(pages: dict[str, html.HtmlElement]) -> None:
    counts = []
    for page in pages.values():
        for fold in page.xpath("//aside[@class='policy-links']/details"):
            assert "open" not in fold.attrib
            listed = fold.xpath("./p/a | ./p/span")
            match = re.search(r"(\d+)项?$", fold.find("summary").text_content())
            assert match
            assert fold.find("p").get("class") != "listed" or int(match[1]) == len(listed)
            counts.append(len(listed))
    assert max(counts) > 30


# ---- in a browser


MEASURE = r"""() => {
  const text = document.querySelector(".policy-text")
  const box = (element) => element.getBoundingClientRect()
  const column = box(text).right
  const asides = [...text.querySelectorAll(":scope > aside.policy-links")]
  for (const fold of text.querySelectorAll(".policy-links details")) fold.open = true
  const boxes = asides.map((aside) => { const { left, right, top, bottom } = box(aside); return { left, right, top, bottom } })
  const range = document.createRange()
  const widths = [...text.querySelectorAll(":scope > p")].map((p) => {
    range.selectNodeContents(p)
    const lines = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top / 8)))
    return [p.textContent.length, lines.size]
  })
  const wide = [...text.querySelectorAll("p, h2, h3, h4, table")].filter((e) => !e.closest(".policy-links") && box(e).right > column + 1)
  return { column, boxes, screen: innerWidth, wide: wide.length, size: parseFloat(getComputedStyle(text).fontSize), width: box(text).width }
}"""


@pytest.fixture(scope="module")
def desk(browser: Browser, server: str) -> Any:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=server)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [1440, 1280])
def test_the_margin_never_overlaps_the_text_or_itself(desk: Page, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        desk.goto(path)
        measured = desk.evaluate(MEASURE)
        assert measured["wide"] == 0, path
        for place in measured["boxes"]:
            assert measured["column"] < place["left"] < place["right"] <= measured["screen"], path
        for above, below in pairwise(measured["boxes"]):
            assert above["bottom"] <= below["top"], path
        characters = measured["width"] / measured["size"]
        assert 33 <= characters <= 45, path  # of Chinese; English has about two to each


def test_a_heading_is_called_by_its_words_alone(desk: Page) -> None:
    desk.goto("policies/youxian-2023/")
    session = desk.context.new_cdp_session(desk)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    names = [
        " ".join(node["name"]["value"].split()) for node in nodes if node.get("role", {}).get("value") == "heading"
    ]
    session.detach()
    shown = desk.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => h.textContent.trim().split(/\\s+/).join(' '))"
    )
    assert sorted(names) == sorted(shown)
    assert not [name for name in names if "引用" in name]


def test_the_contents_mark_where_the_reader_is(desk: Page) -> None:
    desk.set_viewport_size({"width": 1440, "height": 900})
    desk.goto("policies/youxian-2023/#s3-2-2")
    expect(desk.locator(".contents [aria-current=location]")).to_have_attribute("href", "#s3-2-2")
    assert desk.locator(".contents a:visible").count() < desk.locator(".contents a").count()
    expect(desk.locator(".contents-bar")).to_be_hidden()


def test_on_a_phone_the_contents_open_at_the_readers_place(browser: Browser, server: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, base_url=server, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.goto("policies/youxian-2023/#s3-1-1")
    opener = page.locator(".contents-open")
    expect(opener).to_have_text("目录 · 三（一）1")
    expect(page.locator(".contents")).to_be_hidden()
    opener.click()
    current = page.locator(".contents [aria-current=location]")
    expect(current).to_be_in_viewport()
    expect(current).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".contents")).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    page.locator(".contents a[href='#s3']").click()
    expect(page.locator(".contents")).to_be_hidden()
    expect(page.locator("#s3")).to_be_in_viewport()
    page.get_by_role("button", name="回到页首").click()
    assert page.evaluate("scrollY") == 0
    context.close()


def test_without_scripts_the_contents_stand_before_the_text_and_folds_open(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}, base_url=server)
    page = context.new_page()
    page.goto("policies/youxian-2023/")
    expect(page.locator(".contents a").first).to_be_in_viewport()
    expect(page.locator(".cite-open")).to_be_hidden()
    page.locator(".policy-links summary").first.click()
    expect(page.locator(".policy-links p").first).to_be_visible()
    page.locator("a.policy-term").first.click()
    expect(page).to_have_url(re.compile("/terms/"))
    context.close()
