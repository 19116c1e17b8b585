"""What a page endures in a real browser: queries without end, and a store that holds anything or fails."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "docs/assets/javascripts"
MARKS = "a" + "\u0301\u0327" * 50_000
"""A letter with marks piled on it: to fold them costs the square of their number, here ten seconds."""
HUGE = "质 量 " * 25_000
STORED = ('{"index": {}}', "x" * 1_000_000)
"""What another program, a former version or a reader may have left under any key."""


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A page of the site, with addresses of any length, that ends without an error of a script."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def fulfil(route: Route) -> None:
        file = site / urlsplit(route.request.url).path.lstrip("/")
        route.fulfill(path=file / "index.html" if file.is_dir() else file)

    page.route("https://archive.test/**", fulfil)
    yield page
    page.close()
    assert errors == []


def go(page: Page, path: str) -> None:
    page.goto(f"https://archive.test/{path}")


@pytest.mark.parametrize(
    ("path", "typed", "words"),
    [("policies/", MARKS, "只查前200字"), ("en/terms/", HUGE, "only its first 200 characters were searched")],
)
def test_of_an_endless_query_the_box_searches_the_beginning_and_says_so(
    page: Page, path: str, typed: str, words: str
) -> None:
    go(page, path)
    page.locator(".site-search-input").focus()
    page.keyboard.insert_text(typed)
    expect(page.locator("#site-search-panel")).to_contain_text(words)


@pytest.mark.parametrize(
    ("path", "place", "words"),
    [
        ("?q=", "#site-search-panel", "只查前200字"),
        ("search/?query=", ".search-page-status", "只查前200字"),
        ("terms/?filter=", ".list-count", "符合"),
        ("indicators/matrix/?words=", "output", "没有"),
        ("policies/jinan-2018/?h=", "h1", "质量"),
        ("en/policies/jinan-2018/?quote=", ".quote-notice", "not on this page"),
        ("about/check-a-quotation/?quote=", ".verify-status", "需要改正"),
    ],
)
def test_an_address_that_carries_words_without_end_opens_a_page_that_answers(
    page: Page, path: str, place: str, words: str
) -> None:
    go(page, path + MARKS)
    expect(page.locator(place).first).to_contain_text(words)


@pytest.mark.parametrize(
    ("path", "words"), [("terms/", "只看前200字"), ("en/terms/", "only the first 200 characters count")]
)
def test_of_what_is_typed_into_a_list_the_beginning_counts_and_the_page_says_so(
    page: Page, path: str, words: str
) -> None:
    go(page, path)
    page.locator(".list-filter input").focus()
    page.keyboard.insert_text(MARKS)
    expect(page.locator(".list-count")).to_contain_text(words)


def try_page(page: Page) -> None:
    """See that a policy's page is drawn, changes its appearance, and searches."""
    go(page, "policies/jinan-2018/")
    expect(page.locator("html")).to_have_class(re.compile(r"(^|\s)js(\s|$)"))
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", re.compile("default|slate"))
    page.evaluate("ArchiveAppearance.choose('dark')")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".site-search-input").fill("质量")
    expect(page.locator(".site-search-groups").first).to_be_visible()


@pytest.mark.parametrize("content", STORED, ids=map(str, range(len(STORED))))
def test_whatever_is_stored_under_any_key_a_page_works(page: Page, content: str) -> None:
    page.add_init_script(f"Storage.prototype.getItem = () => {ascii(content)!s}")
    try_page(page)


def test_a_link_leads_to_the_text_where_no_way_of_reading_is_stored(page: Page) -> None:
    page.add_init_script("Storage.prototype.getItem = () => 'x'.repeat(9999)")
    go(page, "policies/")
    page.locator("main a[href*='jinan-2018']").first.click()
    expect(page).to_have_url(re.compile(r"/policies/jinan-2018/$"))


@pytest.mark.parametrize(
    "script",
    [
        "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException('full') }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    ],
)
def test_where_nothing_can_be_stored_or_read_a_page_works(page: Page, script: str) -> None:
    page.add_init_script(script)
    try_page(page)


@pytest.mark.parametrize("path", ["policies/jinan-2018/#%", "en/policies/jinan-2018/?quote=quality#%E8%B4"])
def test_a_hash_that_is_no_address_stops_nothing(page: Page, path: str) -> None:
    go(page, path)
    expect(page.locator("html")).to_have_class(re.compile(r"(^|\s)js(\s|$)"))
    page.locator(".modes a[href*='parallel']").first.hover()


def test_stores_are_asked_by_the_two_calls_that_these_tests_replace() -> None:
    for program in PROGRAMS.rglob("*.js"):
        text = program.read_text(encoding="utf-8")
        assert not re.findall(r"(?:local|session)Storage(?!\.(?:getItem|setItem)\(|[^.\[])", text), program
