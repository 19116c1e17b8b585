"""The worksheet maker: what is ticked is printed whole, in both languages, with codes that lead to the permanent addresses."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import numpy.typing as npt
import pymupdf
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, Request, expect

from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.read.corpus.corpus import Corpus
from tests.axe import run_axe
from tests.conftest import SITE_URL
from tests.test_worksheet_data import policy_of

MAKER = "about/for-trainers/worksheets/"
SOME = {"jinan-2018": ("s1-1", "s1-3-1"), "youxian-2023": ("s1-1", "t1")}
INDICATOR, TERMS = "farm-produce-pass-rate", ("fangguanfu", "chief-quality-officer", "quality-city")
QUERY = "&".join(
    [
        *(f"{policy}={'.'.join(anchors)}" for policy, anchors in SOME.items()),
        f"indicators={INDICATOR}&terms={'.'.join(TERMS)}",
    ]
)
Pixels = npt.NDArray[np.uint8]
BOX = "element => element.getBoundingClientRect().toJSON()"
RESTORE = """(language) => [...document.querySelectorAll(`.worksheet-text p[lang="${language}"]`)].map((paragraph) => {
  const copy = paragraph.cloneNode(true)
  for (const blank of copy.querySelectorAll('.worksheet-blank')) blank.replaceWith(`[${blank.textContent}]`)
  return copy.textContent
})"""


@dataclass
class Maker:
    """The page in a browser, online or from a folder, and what it did wrong."""

    page: Page
    root: str
    index: str
    faults: list[str] = field(default_factory=list)

    def open(self, query: str = "", folder: str = "") -> None:
        self.page.goto(f"{self.root}{folder}{MAKER}{self.index}{query and '?'}{query}")
        expect(self.page.locator(".worksheet")).not_to_be_empty()

    def note(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", "blob:")):
            self.faults.append(f"request: {request.url}")


@pytest.fixture(params=["online", "folder"])
def maker(browser: Browser, server: str, site: Path, request: pytest.FixtureRequest) -> Iterator[Maker]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    is_folder = request.param == "folder"
    made = Maker(context.new_page(), f"{site.as_uri()}/" if is_folder else server, "index.html" if is_folder else "")
    made.page.on("pageerror", lambda error: made.faults.append(str(error)))
    made.page.on("console", lambda m: made.faults.append(m.text) if m.type == "error" else None)
    made.page.on("request", made.note)
    yield made
    context.close()
    assert made.faults == []


def fold(text: str) -> str:
    """Return a text without blanks and without what compatibility alone distinguishes."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def gray(pixels: pymupdf.Pixmap) -> Pixels:
    """Return how light each pixel of a picture is, row by row."""
    made = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(pixels, 0) if pixels.alpha else pixels)
    return np.frombuffer(made.samples, dtype=np.uint8).reshape(made.height, made.stride)[:, : made.width]


def decode(pixels: Pixels) -> list[str]:
    """Return what all codes in a picture say."""
    return [found.text for found in zxingcpp.read_barcodes(np.ascontiguousarray(pixels))]


def addresses_of(page: Page) -> list[str]:
    """Return the address beside each code."""
    links = page.locator(".worksheet-head:has(svg) > :first-child > .worksheet-address a, footer .worksheet-address a")
    return links.all_inner_texts()


def texts_of(archive: Archive, policy_id: str, anchor: str) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a section, with those of a table's rows, in both languages."""
    policy = policy_of(archive, policy_id)
    for section in policy.walk():
        if section.anchor == anchor or (anchor == "t1" and section.anchor.startswith("t1-")):
            for block in section.blocks:
                yield policy.text[block.start : block.end], archive.english[policy_id][block.anchor]


def test_what_is_ticked_stands_in_the_worksheet_in_both_languages(maker: Maker, corpus: Corpus, lookup: Lookup) -> None:
    page = maker.page
    maker.open()
    expect(page.locator(".worksheet")).to_contain_text("还没有选任何内容")
    expect(page.get_by_role("button", name="打印")).to_be_disabled()
    page.locator("[data-policy=jinan-2018] > summary").click()
    page.get_by_label("（一）指导思想").check()
    page.get_by_label("1.质量总体水平明显提升").check()
    page.locator("summary", has_text="术语").click()
    page.get_by_label("查找术语").fill("fangguanfu")
    visible = page.locator("[data-list=terms] .worksheet-tick[data-found]:visible")
    expect(visible).to_have_count(1)
    visible.locator("input").check()
    expect(page.locator(".worksheet-status")).to_have_text(re.compile(r"^已选3项，打印约\d页A4纸。$"))
    expect(page.locator("[data-policy=jinan-2018] .worksheet-count")).to_have_text("已选2项")
    text = fold(page.locator(".worksheet").inner_text())
    for anchor in ("s1-1", "s1-3-1"):
        for both in texts_of(lookup.archive, "jinan-2018", anchor):
            assert all(fold(words) in text for words in both)
    meaning = corpus.archive.glossary.terms["fangguanfu"].meaning
    assert fold(re.sub(r"[*`]", "", meaning.zh)) in text
    assert fold(re.sub(r"[*`]", "", meaning.en)) in text
    assert addresses_of(page)[:2] == [f"{SITE_URL}policies/jinan-2018/#{anchor}" for anchor in ("s1-1", "s1-3-1")]
    assert page.url.endswith("?jinan-2018=s1-1.s1-3-1&terms=fangguanfu")


def test_one_tick_takes_all_sections_under_a_heading(maker: Maker) -> None:
    page = maker.page
    maker.open(folder="en/")
    page.locator("[data-policy=yantai-2018] > summary").click()
    part = page.locator("[data-policy=yantai-2018] fieldset fieldset").first
    part.get_by_label("Select all").first.check()
    boxes = part.locator("input[name]")
    expect(page.locator(".worksheet-item")).to_have_count(boxes.count())
    boxes.first.uncheck()
    expect(page.locator(".worksheet-item")).to_have_count(boxes.count() - 1)
    assert part.locator(".worksheet-all input").first.evaluate("box => box.indeterminate")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".worksheet")).to_contain_text("Nothing is selected yet")


@pytest.mark.parametrize(("maker", "folder"), [("online", ""), ("folder", "en/")], indirect=["maker"])
def test_every_code_says_the_permanent_address_beside_it(maker: Maker, folder: str) -> None:
    page = maker.page
    maker.open(QUERY, folder)
    codes, addresses = page.locator("svg.worksheet-code"), addresses_of(page)
    assert codes.count() == len(addresses) == sum(map(len, SOME.values())) + 1 + len(TERMS) + 1
    sheet = page.locator(".worksheet")
    picture, around = gray(pymupdf.Pixmap(sheet.screenshot())), sheet.evaluate(BOX)
    for code, address in zip(codes.evaluate_all(f"all => all.map({BOX})"), addresses, strict=True):
        assert address.startswith(SITE_URL + folder)
        left, top = (code[side] - around[side] for side in ("left", "top"))
        size = code["width"]
        assert decode(picture[int(top) : ceil(top + size), int(left) : ceil(left + size)]) == [address]
        assert size > 20 / 25.4 * 96
    assert addresses[-1] == f"{SITE_URL}{folder}{MAKER}?{QUERY}"
    sheets = pymupdf.open(stream=page.pdf(prefer_css_page_size=True))
    printed = [text for sheet in sheets for text in decode(gray(sheet.get_pixmap(dpi=200)))]
    assert sorted(printed) == sorted(addresses)
    page.locator("input[name=codes]").uncheck()
    expect(codes).to_have_count(0)


def test_the_figures_are_left_out_and_the_answers_put_them_back(maker: Maker, lookup: Lookup) -> None:
    page = maker.page
    maker.open(f"{QUERY}&figures=yes&answers=yes")
    answers = {}
    for item in page.locator(".worksheet-key").first.locator("li").all():
        number = item.locator("b").inner_text()
        said = item.inner_text().removeprefix(number).removesuffix(item.locator("small").inner_text()).strip()
        answers[number] = said.split(" / ")
    originals = {
        language: [
            pair[i]
            for policy, anchors in SOME.items()
            for a in anchors
            if a != "t1"
            for pair in texts_of(lookup.archive, policy, a)
        ]
        for i, language in enumerate(("zh-Hans", "en"))
    }
    blanks = 0
    for language, texts in originals.items():
        shown = page.evaluate(RESTORE, language)
        for text in texts:
            blanked = [part for part in shown if fits(part, text)]
            assert len(blanked) == 1, text
            numbers = re.findall(r"\[(\d+)\]", blanked[0])
            blanks += len(numbers)
            forms = [re.escape(part) for part in re.split(r"\[\d+\]", blanked[0])]
            holes = [f"(?:{'|'.join(map(re.escape, answers[number]))})" for number in numbers]
            assert re.fullmatch("".join(a + b for a, b in zip(forms, [*holes, ""], strict=True)), text)
    assert blanks > 40
    page.get_by_label("数字填空").uncheck()
    expect(page.locator(".worksheet-text .worksheet-blank")).to_have_count(0)
    expect(page.locator(".worksheet-answers")).to_have_count(0)


def fits(shown: str, text: str) -> bool:
    """Whether a paragraph with numbered holes can be that text."""
    return bool(re.fullmatch(".+?".join(map(re.escape, re.split(r"\[\d+\]", shown))), text))


def test_a_match_has_every_meaning_once_and_the_key_tells_which(maker: Maker, corpus: Corpus) -> None:
    page = maker.page
    maker.open(f"terms={'.'.join(TERMS)}&match=yes&answers=yes&languages=zh")
    glossary = corpus.archive.glossary.terms
    meanings = {
        row.locator("b").inner_text(): row.locator("p").inner_text()
        for row in page.locator(".worksheet-meanings li").all()
    }
    key = dict(re.findall(r"(\d+) — ([A-Z]) ", "\n".join(page.locator(".worksheet-key li").all_inner_texts())))
    shown = page.locator(".worksheet-match p:first-child").all_inner_texts()
    assert list(key) == [str(n + 1) for n in range(len(TERMS))]
    assert list(key.values()) != sorted(key.values())
    for number, letter in key.items():
        term = next(glossary[each] for each in TERMS if glossary[each].zh in shown[int(number) - 1])
        assert fold(meanings[letter]) == fold(re.sub(r"[*`]", "", term.meaning.zh))
    page.reload()
    again = dict(re.findall(r"(\d+) — ([A-Z]) ", "\n".join(page.locator(".worksheet-key li").all_inner_texts())))
    expect(page.locator(".worksheet-key li")).to_have_count(len(TERMS))
    assert again in ({}, key)


def test_an_exercise_that_cannot_be_made_says_why(maker: Maker) -> None:
    maker.open("terms=fangguanfu&match=yes&figures=yes&answers=yes")
    expect(maker.page.locator(".worksheet-status")).to_contain_text("只有填空和配对才有答案")
    expect(maker.page.locator(".worksheet-status")).to_contain_text("所选内容里没有可留空的数字")
    expect(maker.page.locator(".worksheet-status")).to_contain_text("配对至少要选两个术语")
    expect(maker.page.locator(".worksheet")).to_contain_text("放管服")


def test_the_choice_comes_back_and_goes_with_the_language(maker: Maker) -> None:
    """In the bundle, the links of which name files, it goes with the language too: tests/bundle/journeys.mjs."""
    page = maker.page
    query = f"{QUERY}&title={quote('第一课')}&languages=en&codes=no&figures=yes&notes=few"
    maker.open(query)
    before = page.locator(".worksheet").inner_html()
    assert (
        page.locator(".worksheet-form input[name]:checked").count() == sum(map(len, SOME.values())) + 1 + len(TERMS) + 1
    )
    page.reload()
    expect(page.locator(".worksheet-notes").first).to_be_visible()
    assert page.locator(".worksheet").inner_html() == before
    if maker.index:
        maker.open(page.url.partition("?")[2], "en/")
    else:
        page.locator("a.language-link[hreflang=en]").evaluate("link => link.click()")
    expect(page.locator("h1")).to_have_text("Worksheet maker")
    expect(page.locator(".worksheet h2")).to_have_text("第一课")
    expect(page.locator("svg.worksheet-code")).to_have_count(0)
    assert page.locator(".worksheet-item").count() == sum(map(len, SOME.values())) + 1 + len(TERMS)
    assert "languages=en" in page.url


@pytest.mark.parametrize("folder", ["", "en/"])
def test_on_paper_is_the_worksheet_alone_and_nothing_of_it_is_lost(maker: Maker, folder: str) -> None:
    page = maker.page
    maker.open(f"{QUERY}&figures=yes&match=yes&answers=yes&notes=few", folder)
    shown = page.locator(".worksheet").inner_text()
    sheets = pymupdf.open(stream=page.pdf(prefer_css_page_size=True))
    printed = [fold(sheet.get_text()) for sheet in sheets]
    assert Counter(fold(shown)) - Counter("".join(printed)) == Counter()
    form = "选择内容" if not folder else "Whatgoesin"
    assert not any(form in text for text in printed)
    answers = [number for number, text in enumerate(printed) if "答案·Answers" in text]
    assert answers
    assert printed[answers[0]].index("答案·Answers") < 120  # what stands in the margin comes before it
    assert not any("QR" in text or "本练习单的网址" in text for text in printed[answers[0] :])
    said = page.locator(".worksheet-status").inner_text()
    estimate = int(re.findall(r"\d+", said.replace("A4", ""))[1])
    assert abs(estimate - len(sheets)) <= 1


@pytest.mark.parametrize(("scheme", "width", "folder"), [("light", 1280, "en/"), ("dark", 375, "")])
def test_the_maker_can_be_used_by_all_and_fits_a_phone(
    browser: Browser, server: str, folder: str, scheme: Any, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{server}{folder}{MAKER}?{QUERY}&figures=yes&match=yes&answers=yes")
    for summary in page.locator(".worksheet-list > summary").all():
        summary.click()
    expect(page.locator(".worksheet-answers")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 400:
        heights = page.locator(".worksheet-form :is(summary, .worksheet-tick:visible, button, select)").evaluate_all(
            "all => all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().height)"
        )
        assert min(heights) >= 44
    found = run_axe(page)
    page.close()
    assert found == []


def test_data_that_could_not_be_loaded_are_spoken_of(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.route("**/data/worksheets/jinan-2018.js", lambda route: route.abort())
    page.goto(f"{server}en/{MAKER}")
    page.locator("[data-policy=jinan-2018] > summary").click()
    expect(page.locator(".worksheet-status")).to_contain_text("could not be loaded")
    page.unroute("**/data/worksheets/jinan-2018.js")
    page.locator("[data-policy=jinan-2018] > summary").click()
    page.locator("[data-policy=jinan-2018] > summary").click()
    page.locator("[data-policy=jinan-2018] input[value=s1-1]").check()
    expect(page.locator(".worksheet-status")).to_contain_text("1 item selected")
    page.close()


def test_without_scripts_the_page_says_what_to_do(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{MAKER}")
    expect(page.locator(".without-scripts a").first).to_be_visible()
    expect(page.locator(".worksheet-form")).to_be_hidden()
    context.close()
