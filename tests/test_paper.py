"""Pages on paper: what Chromium prints holds all that a page shows, column by column, in the margins, in black."""

import functools
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pymupdf
import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import SITE_URL, made_once

PATHS = (
    "",
    "about/how-to-cite/",
    "about/search-benchmark/",
    "data/",
    "documents/",
    "indicators/",
    "indicators/agri-parks-complexes/",
    "indicators/matrix/",
    "organisations/",
    "policies/",
    "policies/jinan-2018/",
    "policies/youxian-2023/",
    "policies/youxian-2023/edits/",
    "policies/yantai-2018/parallel/",
    "terms/",
    "terms/quality-city/",
    "topics/",
    "topics/sme-private/",
)
"""A page of every kind."""
DARK = ("", "indicators/matrix/", "policies/jinan-2018/")
"""Those that are printed from a dark screen; in English they are from a light one."""
LANDSCAPE = ("policies/",)
MARGIN = 36
"""The least margin of a sheet, in points."""
NEVER_FIRST = "，。、；：！？）》」』”’％%"
"""What never begins a line (GB/T 15834—2011, 5.1.1), but for a quotation mark that opens."""
WIDTHS = {False: 174, True: 261}
"""How wide the text is on a sheet that stands, and on one that lies, in millimetres."""
MILLIMETRE = 72 / 25.4
"""In points."""
PIXEL = 72 / 96
SIDE = 18 * MILLIMETRE
"""The margin at the left."""
SHOWN = r"""() => {
  dispatchEvent(new Event("beforeprint"))
  const article = document.querySelector("article")
  const tables = [...article.querySelectorAll("table")].filter((table) => table.tHead && table.checkVisibility())
  return {
    text: article.innerText,
    columns: tables.flatMap((table) => [...table.tHead.rows[0].cells].map((head) => {
      const { left, right } = head.getBoundingClientRect()
      const cells = [...table.querySelectorAll("th, td")].filter((cell) => cell.getBoundingClientRect().left === left)
      return { left, right, text: cells.map((cell) => cell.innerText).join("") }
    })),
  }
}"""


@dataclass(frozen=True)
class Print:
    """What a page shows in the style of paper, and what Chromium made of it."""

    path: str
    text: str
    columns: list[dict[str, Any]]
    """Each column of each table: its left and right in pixels, and its text."""
    sheets: pymupdf.Document

    @functools.cached_property
    def texts(self) -> list[str]:
        """Of each sheet all its words."""
        return [sheet.get_text() for sheet in self.sheets]

    @functools.cached_property
    def lines(self) -> list[tuple[pymupdf.Page, dict[str, Any]]]:
        """Every line of print, with its sheet."""
        flags = pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_IMAGES
        read = [(sheet, sheet.get_text("rawdict", flags=flags)["blocks"]) for sheet in self.sheets]
        return [(sheet, line) for sheet, blocks in read for block in blocks for line in block.get("lines", [])]


@functools.lru_cache(10_000)
def fold(text: str) -> str:
    """Return a text without blanks and without what compatibility alone distinguishes."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def lies(path: str) -> bool:
    return path.removeprefix("en/").removesuffix("index.html") in LANDSCAPE


def print_page(page: Page, address: str, target: Path, scheme: Literal["light", "dark"]) -> bytes:
    """Print a page and return what it shows, as JSON.

    The window is as wide as the text on the sheet, so that columns stand where they are printed.
    """
    width = round(WIDTHS[lies(urlsplit(address).path[1:])] * MILLIMETRE / PIXEL)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="screen", color_scheme=scheme)
    page.goto(address)
    page.emulate_media(media="print", color_scheme=scheme)
    shown = page.evaluate(SHOWN)
    page.pdf(path=target, prefer_css_page_size=True, tagged=True, outline=True)
    return json.dumps(shown).encode()


@pytest.fixture(scope="session")
def press(browser: Browser) -> Iterator[Page]:
    """The window in which all is printed: a new one for each page would cost as much as the page."""
    with browser.new_page() as page:
        yield page


@pytest.fixture(scope="session", params=[f"{folder}{path}" for folder in ("", "en/") for path in PATHS])
def printed(press: Page, server: str, site: Path, request: pytest.FixtureRequest) -> Print:
    path = request.param
    target = site.parent / "prints" / f"{path.replace('/', '_') or 'home'}.pdf"
    scheme: Literal["light", "dark"] = "dark" if path in DARK else "light"
    shown = made_once(target.with_suffix(".json"), lambda: print_page(press, server + path, target, scheme))
    value = json.loads(shown.read_bytes())
    return Print(path, value["text"], value["columns"], pymupdf.open(target))


def words(line: dict[str, Any]) -> str:
    return "".join(character["c"] for span in line["spans"] for character in span["chars"]).strip()


def test_nothing_that_a_page_shows_is_lost_on_paper(printed: Print) -> None:
    on_paper = Counter(fold("".join(printed.texts)))
    assert Counter(fold(printed.text)) - on_paper == Counter()


def test_every_column_is_whole_on_paper(printed: Print) -> None:
    found = [Counter[str]() for _ in printed.columns]
    for character in [each for _, line in printed.lines for span in line["spans"] for each in span["chars"]]:
        left, _, right, _ = character["bbox"]
        middle = ((left + right) / 2 - SIDE) / PIXEL
        for column, counter in zip(printed.columns, found, strict=True):
            if column["left"] <= middle <= column["right"]:
                counter.update(fold(character["c"]))
    for column, counter in zip(printed.columns, found, strict=True):
        assert Counter(fold(column["text"])) - counter == Counter(), column["text"][:40]


def test_the_margins_hold_address_date_and_number_and_nothing_else_leaves_the_sheet(printed: Print) -> None:
    count = len(printed.sheets)
    address, date = f"{SITE_URL}{printed.path}", re.compile(r"(As of \d+ \w+ \d{4}|\d{4}年\d+月\d+日的版本)")
    for number, (sheet, text) in enumerate(zip(printed.sheets, printed.texts, strict=True), 1):
        assert fold(address) in fold(text)
        assert fold(f"{number}/{count}") in fold(text)
        assert date.search(unicodedata.normalize("NFKC", text))
        assert (sheet.rect.width > sheet.rect.height) == lies(printed.path)
    for sheet, line in printed.lines:
        left, top, right, bottom = line["bbox"]
        assert MARGIN < left < right < sheet.rect.width - MARGIN, words(line)
        assert 0 < top < bottom < sheet.rect.height, words(line)


def test_no_line_begins_with_what_must_not(printed: Print) -> None:
    printed_lines = [words(line) for _, line in printed.lines]
    wrong = [line for line in printed_lines if line[:1] in set(NEVER_FIRST)]
    assert [line for line in wrong if len(line) > 1] == []  # a sign alone is the subject of a table of changes


@pytest.mark.parametrize("printed", DARK, indirect=True)
def test_print_is_black_on_white_also_from_a_dark_screen(printed: Print) -> None:
    for _, line in printed.lines:
        for span in line["spans"]:
            assert max(span["color"] >> shift & 255 for shift in (0, 8, 16)) <= 0x66, span
    for sheet in printed.sheets:
        picture = sheet.get_pixmap(dpi=30, colorspace=pymupdf.csGRAY)
        assert sum(picture.samples) / len(picture.samples) > 0xD0


def test_notes_stand_at_the_end_of_their_section_while_a_page_is_printed(browser: Browser, server: str) -> None:
    page = browser.new_page()
    for path in ("policies/jinan-2018/", "en/policies/youxian-2023/", "en/policies/youxian-2023/parallel/"):
        page.goto(f"{server}{path}")
        before = page.inner_html("article")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        astray = page.evaluate(r"""() => {
          const HEADING = "h1, h2, h3, h4, h5, h6, .parallel-heading"
          const section = (element) => { while (element && !element.matches(HEADING)) element = element.previousElementSibling; return element }
          const top = (element) => element.closest(".policy-text > *, .parallel > *")
          return [...document.querySelectorAll("a[role=doc-noteref]")].filter((mark) => {
            const id = mark.hash.slice(1)
            const note = document.querySelector(`.policy-note[id="${id}"], .policy-note[data-note="${id}"]`)
            return !note || section(top(mark)) !== section(note)
          }).map((mark) => mark.outerHTML)
        }""")
        assert astray == []
        assert page.locator("article .policy-note").count() > 5
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.inner_html("article").replace(' data-no-paper=""', "") == before
    page.close()
