"""The search page with a search server that answers, fails in every way that servers have, and comes back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.engine.faulty import FAULTS, Faulty

STATUS = ".search-page-status"
NOTE = ".search-page-resting"
AWAY = {
    "": "检索服务器暂时没有回应，以下改由浏览器查本站文件，结果相同。",
    "en/": "The search server is not answering; your browser searches the archive’s files instead, with the same results.",
}
OTHER = {
    "": "检索服务器上还没有这一版的内容，以下改由浏览器查本站文件，结果相同。",
    "en/": "The search server does not have this edition yet; your browser searches the archive’s files instead, with the same results.",
}
SHOWN_SCRIPT = """() => [...document.querySelectorAll('.search-page-status, .hit-entries a, .hits a, .bars td')]
  .map((element) => `${element.textContent} ${element.getAttribute('href') || ''}`)"""


@pytest.mark.parametrize(
    "search",
    [
        "?query=质量强市",
        "?query=质&view=lines",
        "en/?query=food safety",
        "?query=质量墙市",
        "?query=食品 药品&year=2018&sort=archive",
    ],
)
def test_the_page_shows_the_same_from_both(page: Page, faulty: Faulty, search: str) -> None:
    prefix, _, query = search.partition("?")
    shown = []
    for fault in (None, "bad gateway"):
        faulty.fault = fault
        page.goto(f"{prefix}search/?{query}")
        expect(page.locator(f"{STATUS}:not(:empty)")).to_be_visible()
        expect(page.locator(".hits a, .kwic a").first).to_be_visible()
        expect(page.locator(NOTE)).to_have_count(1 if fault else 0)
        shown.append(page.evaluate(SHOWN_SCRIPT))
    assert shown[0] == shown[1]
    assert faulty.asked


@pytest.mark.parametrize("fault", FAULTS)
def test_with_a_server_that_fails_the_page_goes_on_with_the_files_and_says_so(
    page: Page, faulty: Faulty, fault: str
) -> None:
    faulty.fault = fault
    prefix = "en/" if FAULTS.index(fault) % 2 else ""
    page.goto(f"{prefix}search/?query=质量强市")
    expect(page.locator(NOTE)).to_have_text((OTHER if fault == "other edition" else AWAY)[prefix])
    expect(page.locator(".hits a").first).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("33")


def wait_until_asked(page: Page, milliseconds: int) -> None:
    """Let time go on until the page asks whether the server is back, and knows the answer."""
    with page.expect_response(re.compile(r"/most\?")):
        page.clock.run_for(milliseconds)
    page.evaluate("fetch(location.href).then((response) => response.text())")


def test_a_server_that_comes_back_is_asked_again_and_not_at_each_key(page: Page, faulty: Faulty) -> None:
    page.clock.install()
    faulty.fault = "bad gateway"
    page.goto("search/?query=质量强市")
    expect(page.locator(NOTE)).to_be_visible()
    asked = len(faulty.asked)
    for query in ("质量", "品牌", "标准"):
        page.locator("#search-q").fill(query)
        page.clock.run_for(200)
        expect(page.locator(".hits mark").first).to_have_text(query)
        expect(page.locator(NOTE)).to_be_visible()
    assert len(faulty.asked) == asked
    wait_until_asked(page, 15_000)  # and still away
    faulty.fault = None
    wait_until_asked(page, 31_000)
    page.clock.resume()
    expect(page.locator(NOTE)).to_be_visible()
    page.locator("#search-q").fill("质量强市")
    expect(page.locator(NOTE)).to_have_count(0)
    expect(page.locator(STATUS)).to_contain_text("21节，出现33处")


def test_a_server_that_stops_between_two_answers_is_left_for_the_files(page: Page, faulty: Faulty) -> None:
    faulty.fault, faulty.failing_after = "closed", 1
    page.goto("search/?query=质量强市")
    expect(page.locator(NOTE)).to_have_text(AWAY[""])
    expect(page.locator(STATUS)).to_contain_text("21节，出现33处")


def test_more_is_shown_also_where_the_server_stopped_meanwhile(page: Page, faulty: Faulty) -> None:
    page.goto("search/?query=质量&kind=policy")
    more = page.locator("button", has_text="再显示30节")
    expect(more).to_be_visible()
    more.click()
    expect(page.locator(".hits > li")).to_have_count(60)
    faulty.fault = "closed"
    while not page.locator(NOTE).is_visible() and page.locator("button", has_text="再显示").is_visible():
        shown = page.locator(".hits > li").count()
        page.locator("button", has_text="再显示").click()
        expect(page.locator(".hits > li")).not_to_have_count(shown)
    expect(page.locator(".hits > li").first).to_be_visible()


def test_a_server_on_another_host_is_refused(page: Page) -> None:
    page.goto("search/")
    page.evaluate("document.querySelector('meta[name=archive-search-server]').content = 'https://elsewhere.example/x'")
    page.locator("#search-q").fill("质量")
    expect(page.locator(STATUS)).to_contain_text("未能载入检索数据")
