"""The matrix: shared indicators first, every figure linked, one filter over both tables, one file of what is shown."""

import csv
import io
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect

from scripts.model.figures import make_figures
from scripts.model.lookup import Lookup
from tests.conftest import Watched

LARGEST = 1800
"""So many elements has a page at most."""


def read_matrix(site: Path, prefix: str) -> html.HtmlElement:
    content = (site / f"{prefix}indicators/matrix/index.html").read_bytes()
    return html.fromstring(content, parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_indicator_stands_once_and_every_figure_leads_to_its_paragraph(
    site: Path, lookup: Lookup, prefix: str
) -> None:
    page = read_matrix(site, prefix)
    shared = page.xpath("//table[contains(concat(@class, ' '), 'matrix ')]//tbody/tr")
    single = page.xpath("//table[contains(@class, 'matrix-list')]//tbody/tr")
    for rows, is_shared in ((shared, True), (single, False)):
        for row in rows:
            indicator = row.xpath("./th/a/@href")[0].strip("./")
            figures = make_figures(lookup.targets(indicator))
            assert (len({figure.target.policy for figure in figures}) > 1) == is_shared
            links = row.xpath("./td//a/@href")
            assert sorted(links) == sorted(f"../../policies/{f.target.policy}/#{f.target.anchor}" for f in figures)
            if len(links) > len({f.target.policy for f in figures}):
                assert row.xpath("./td//*[@class='card-place']")
            assert all(cell.text_content().strip() for cell in row.xpath("./td"))
    assert len(shared) + len(single) == len(lookup.archive.glossary.indicators)
    assert sum(1 for _ in page.iter("*")) <= LARGEST


def test_the_matrix_filters_by_chinese_english_and_pinyin_and_saves_what_is_shown(watched: Watched) -> None:
    page = watched.page
    page.goto("en/indicators/matrix/")
    shared, single = page.locator("table.matrix tbody tr:visible"), page.locator("table.matrix-list tbody tr:visible")
    every = shared.count()
    expect(single).to_have_count(0)
    found = []
    for words in ("food pass rate", "shipin", "食品"):
        page.get_by_role("searchbox", name="Find in this list").fill(words)
        found.append(shared.all_inner_texts())
        assert 0 < len(found[-1]) < every
        assert f"({shared.count()})" in page.locator("h2#shared").inner_text()
        assert f"({single.count()})" in page.locator("details.matrix-single summary").inner_text()
    assert "Pass rate of food in sampling inspections" in found[0][0]
    assert found[1] == found[2]
    assert "words=%E9%A3%9F%E5%93%81" in page.url
    rows = shared.count() + single.count()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    lines = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert len(lines) == rows + 1
    assert lines[0][:3] == ["Indicator", "Topic", "Hangzhou"]
    assert len({len(line) for line in lines}) == 1
    assert all(any(line[2:]) for line in lines[1:])
    name = page.locator("table.matrix-list tbody th").first.text_content() or ""
    page.get_by_role("searchbox", name="Find in this list").fill(name)
    assert [page.locator(f"h2#{name}").is_visible() for name in ("shared", "single")] == [bool(shared.count()), True]
    page.get_by_role("searchbox", name="Find in this list").fill("qzxqzx")
    assert not any(page.locator(f"h2#{name}").is_visible() for name in ("shared", "single"))
    page.get_by_role("button", name="Clear").click()
    assert shared.count() == every
    page.locator("select[name=topic]").select_option("construction")
    assert 0 < shared.count() < every
    page.reload()
    assert 0 < shared.count() < every
    page.goto("en/indicators/matrix/?all=1")
    assert single.count() > every


def test_blanks_are_sorted_last_and_the_head_stays_in_sight(watched: Watched) -> None:
    page = watched.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("indicators/matrix/")
    for _ in range(2):
        page.locator("table.matrix").get_by_role("button", name="吉林省").click()
        column = page.locator("table.matrix tbody tr td:nth-child(3)").all_inner_texts()
        blanks = [text.strip() == "—" for text in column]
        assert blanks == sorted(blanks)
    page.evaluate("scrollTo(0, 1500)")
    head = page.locator("table.matrix thead th").first.bounding_box()
    site_head = page.locator(".site-head").bounding_box()
    assert head
    assert site_head
    assert abs(head["y"] - site_head["y"] - site_head["height"]) < 2


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_once_the_matrix_is_drawn(watched: Watched, width: int) -> None:
    page = watched.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("indicators/matrix/")
    page.wait_for_timeout(300)
    moved = page.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) =>
          done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: "layout-shift", buffered: true })
          || setTimeout(() => done(0), 300))"""
    )
    assert moved < 0.02
    assert page.evaluate("document.documentElement.scrollWidth") <= width
