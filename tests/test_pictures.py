"""Pictures: figures of several places on one true scale, equal to the data, readable, and complete when taken away."""

import struct
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from scripts.model.figures import make_figures
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Comparator, Language
from scripts.write.markup.dot_plot import find_scale
from scripts.write.markup.picture_lines import Dot, Picture, read_picture, write_picture
from scripts.write.pages.pictures import compared_targets
from scripts.write.words.comparison import compare
from scripts.write.words.values import render_value
from tests.conftest import SITE_URL, Watched

SHARED = "food-sampling-pass-rate"
PREFIXES = {Language.ZH: "", Language.EN: "en/"}
FAULTS = """() => {
  const faults = []
  for (const figure of document.querySelectorAll("figure.picture")) {
    const frame = figure.getBoundingClientRect()
    const words = [...figure.querySelectorAll("figcaption > span, b, .picture-year, .picture-measure, text, li, p, label, button")]
      .filter((one) => one.textContent.trim() && !one.closest("[hidden]") && !one.querySelector("svg, b, button, input"))
    const boxes = words.flatMap((one) => [...one.getClientRects()].map((box) => [one, box]))
    for (const [one, box] of boxes) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.push(`${one.textContent} leaves the frame`)
      if (parseFloat(getComputedStyle(one).fontSize) < 11) faults.push(`${one.textContent} is small`)
      if (parseFloat(getComputedStyle(one).fontSize) > 18.5) faults.push(`${one.textContent} is larger than the text`)
    }
    for (const [index, [one, a]] of boxes.entries())
      for (const [other, b] of boxes.slice(index + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (wide > 1 && high > 3 && !one.contains(other)) faults.push(`${one.textContent} is over ${other.textContent}`)
      }
  }
  return faults
}"""


def read_page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def figures_of(site: Path, language: Language) -> Iterator[tuple[str, html.HtmlElement]]:
    """The page of every indicator, with its picture where it has one."""
    folder = site / PREFIXES[language] / "indicators"
    for path in sorted(folder.glob("*/index.html")):
        page = read_page(folder, path.parent.name)
        for figure in page.xpath("//figure[@class='picture' or starts-with(@class, 'picture ')]"):
            yield path.parent.name, figure


@pytest.mark.parametrize("language", list(Language))
def test_a_picture_stands_where_places_compare_and_nowhere_else(site: Path, lookup: Lookup, language: Language) -> None:
    expected = {
        indicator.id
        for indicator in lookup.archive.glossary.indicators.values()
        if compared_targets(indicator, make_figures(lookup.targets(indicator.id)))
    }
    drawn = dict(figures_of(site, language))
    assert set(drawn) == expected
    for name, figure in drawn.items():
        assert len({row.get("data-place") for row in figure.xpath(".//li[@data-place]")}) > 1, name


@pytest.mark.parametrize("language", list(Language))
def test_what_is_drawn_is_what_the_data_say(site: Path, lookup: Lookup, language: Language) -> None:
    for name, figure in figures_of(site, language):
        indicator = lookup.archive.glossary.indicators[name]
        targets = compared_targets(indicator, make_figures(lookup.targets(name)))
        rows = figure.xpath(".//li[@data-place]")
        shown = sorted((row.get("data-place"), row.xpath(".//*[name()='text']")[0].text_content()) for row in rows)
        assert shown == sorted((target.policy, render_value(target, language)) for target in targets)
        ticks = figure.xpath(".//div[@class='picture-axis']//*[name()='text']")
        first, last = (float(tick.text_content().rstrip("%")) for tick in (ticks[0], ticks[-1]))
        assert (ticks[0].get("x"), ticks[-1].get("x")) == ("0%", "100%")
        assert bool(figure.xpath("string(.//*[@class='picture-cut'])")) == (first != 0)
        places = {(t.policy, render_value(t, language)): t.value for t in targets}
        for row, (key, value) in zip(
            sorted(rows, key=lambda row: (row.get("data-place"), row.xpath("string(.//*[name()='text'])"))),
            sorted(places.items()) if len(places) == len(rows) else [],
            strict=False,
        ):
            across = float(row.xpath(".//*[name()='svg']/*[name()='svg']/@x")[0].rstrip("%"))
            assert value is not None
            assert abs(first + (last - first) * across / 100 - float(value)) < 0.006 * (last - first), key


@pytest.mark.parametrize("language", list(Language))
def test_a_picture_has_title_unit_source_and_a_comparison_in_words(
    site: Path, lookup: Lookup, language: Language
) -> None:
    for name, figure in figures_of(site, language):
        assert figure.xpath("string(.//*[@class='picture-title'])"), name
        assert figure.xpath("string(.//*[@class='picture-said'])"), name
        source = figure.xpath("string(.//*[@class='picture-source'])")
        for policy in {row.get("data-place") for row in figure.xpath(".//li[@data-place]")}:
            assert getattr(lookup.policies[policy].metadata.title, language) in source
        has_hollow = bool(figure.xpath(".//li[@data-place]//*[@class='baseline']"))
        legend = figure.xpath("string(.//ul[@class='picture-legend'])")
        assert has_hollow == (("基数" if language is Language.ZH else "baseline") in legend)


def test_an_axis_begins_at_zero_but_for_high_shares() -> None:
    assert find_scale([80.0, 2.0], "家").low == 0
    assert find_scale([89.0, 90.0], "").low == 0
    assert find_scale([11.0, 30.0], "%").low == 0
    assert (find_scale([97.0, 98.0], "%").low, find_scale([97.0, 98.0], "%").high) == (90, 100)
    assert find_scale([100.0, 100.0], "%").low == 0


def make_dot(place: str, value: str, written: str, **marks: Any) -> Dot:
    return Dot(place, place, "2020年", Decimal(value), written, Comparator.EQUAL, **marks)


@pytest.mark.parametrize(
    ("dots", "expected"),
    [
        (
            [("甲", "97", "≥97%"), ("乙", "98", "98%"), ("丙", "98", "≈98%")],
            "3地：从至少97%（甲）到98%（乙）、约98%（丙）。",
        ),
        ([("甲", "100", "100%"), ("乙", "100", "100%")], "2地都是100%。"),
        ([("甲", "95", "95%"), ("乙", "95", "≥95%")], "2地：95%（甲）、至少95%（乙）。"),
    ],
)
def test_the_comparison_is_said_in_words(dots: list[tuple[str, str, str]], expected: str) -> None:
    assert compare([make_dot(*dot) for dot in dots], Language.ZH) == expected


def test_unlike_figures_are_not_ranked_in_words() -> None:
    total, more = make_dot("甲", "20", "20个"), make_dot("乙", "3", "增加3个", is_change=True)
    assert compare([total, more], Language.ZH) == "2地2个数字：有总数，也有新增数。"
    reached = make_dot("乙", "7", "7个", is_baseline=True)
    assert compare([total, reached], Language.ZH) == "2地2个数字：有目标，也有已达到的基数。"


def test_a_picture_survives_its_fence() -> None:
    dots = [make_dot("甲|a", "35000000000", "≥350亿元", is_change=True, name="产值: *甲*")]
    dots = [
        Dot(d.policy.replace("|", ""), d.place, d.year, d.value, d.written, Comparator.AT_LEAST, False, True, d.name)
        for d in dots
    ]
    picture = Picture("题", "亿元", dots, ["《甲》（2018年）"], [("a", "甲"), ("b", "乙; 丙")][:1])
    title, *lines, _ = write_picture(picture).split("\n")
    assert read_picture(title.removeprefix("/// picture "), lines) == picture


def test_no_word_of_a_picture_is_over_another_small_or_outside(browser: Browser, server: str, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    for language in Language:
        names = [name for name, _ in figures_of(site, language)]
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{server}{PREFIXES[language]}indicators/{names[0]}/")
            page.evaluate(
                """async (names) => {
                  const article = document.querySelector("article")
                  for (const name of names) {
                    const text = await (await fetch(`../${name}/`)).text()
                    const other = new DOMParser().parseFromString(text, "text/html")
                    for (const figure of other.querySelectorAll("figure.picture")) article.append(document.importNode(figure, true))
                  }
                }""",
                names[1:],
            )
            assert page.locator("figure.picture").count() == len(names)
            assert page.evaluate(FAULTS) == [], (language, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_chosen_places_stand_in_the_address_and_the_missing_are_named(watched: Watched) -> None:
    page = watched.page
    page.goto(f"indicators/{SHARED}/?places=hangzhou-2018,jilin-2018,jinan-2018")
    rows = page.locator(".picture-row:visible")
    expect(rows).to_have_count(2)
    expect(page.locator(".picture-missing")).to_have_text("杭州市没有这项指标的数字。")
    page.get_by_label("烟台市").check()
    expect(rows).to_have_count(3)
    assert page.url.endswith("?places=hangzhou-2018,jilin-2018,jinan-2018,yantai-2018")
    page.get_by_label("杭州市").uncheck()
    page.get_by_label("游仙区").check()
    expect(page.locator(".picture-missing")).to_have_text("")
    assert page.url.endswith(f"/{SHARED}/")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_what_is_taken_away_is_whole(watched: Watched, prefix: str) -> None:
    page = watched.page
    page.goto(f"{prefix}indicators/{SHARED}/")
    files = []
    for name in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        files.append(download.value.path().read_bytes())
    drawing = ET.fromstring(files[0])
    words = " ".join(element.text or "" for element in drawing.iter() if element.tag.endswith("text"))
    joined = "".join(words.split())
    for selector in (".picture-title", ".picture-unit", ".picture-source", ".picture-cut", ".site-name"):
        assert "".join((page.locator(selector).first.text_content() or "").split()) in joined, selector
    for row in page.locator(".picture-row").all():
        for selector in ("b", ".picture-year", ".picture-measure", "text"):
            assert "".join((row.locator(selector).text_content() or "").split()) in joined
    assert f"{SITE_URL}{prefix}indicators/{SHARED}/" in joined
    assert not [e for e in drawing.iter() for name in e.attrib if name.endswith("href")]
    width, height = struct.unpack(">II", files[1][16:24])
    assert (width, height) == (2 * int(drawing.get("width", "")), 2 * int(drawing.get("height", "")))
    if not prefix:  # the colours are those of every language
        colours = page.evaluate(
            """async (bytes) => {
              const image = new Image()
              image.src = `data:image/png;base64,${bytes}`
              await image.decode()
              const canvas = new OffscreenCanvas(image.width, image.height)
              const context = canvas.getContext("2d")
              context.drawImage(image, 0, 0)
              return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size
            }""",
            b64encode(files[1]).decode(),
        )
        assert colours > 20


def test_the_home_page_can_show_one_picture_of_many_places(site: Path, lookup: Lookup) -> None:
    for language in Language:
        text = (Path(__file__).parent.parent / "docs" / language / "indicators/.example.md").read_text(encoding="utf-8")
        title, *lines = text.partition("\n///\n")[0].split("\n")
        picture = read_picture(title, lines)
        assert len({dot.policy for dot in picture.dots}) >= 4
        assert len({dot.value for dot in picture.dots}) > 2
