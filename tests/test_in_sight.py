"""What opens over a page is wholly in sight, and the page stays where it is; what is put beside a place is within reach."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

FACTS_PATTERN = re.compile(r'class="?(?:policy-line|home-facts)"?>(.*?)</p>')
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
# where a mark stands when it is chosen: just above the foot bar, or just below the head
TO_FOOT = "(mark) => scrollBy({ top: mark.getBoundingClientRect().top - innerHeight + 150, behavior: 'instant' })"
TO_HEAD = "(mark) => scrollBy({ top: mark.getBoundingClientRect().top - 180, behavior: 'instant' })"
LINES = "(all) => all.map((one) => new Set([...one.getClientRects()].map((line) => Math.round(line.top))).size)"


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    is_phone = request.param is PHONE
    context = browser.new_context(viewport=request.param, base_url=server, is_mobile=is_phone, has_touch=is_phone)
    yield context.new_page()
    context.close()


def assert_whole(page: Page, box: Locator) -> None:
    """Whether all of a box is in the window, and none of it below the bar of the contents."""
    expect(box).to_be_visible()
    spot, bar = box.bounding_box(), page.locator(".contents-bar").bounding_box()
    assert spot
    assert page.viewport_size
    assert spot["y"] >= 0
    assert spot["y"] + spot["height"] <= (bar["y"] if bar else page.viewport_size["height"])
    assert spot["x"] >= 0
    assert spot["x"] + spot["width"] <= page.viewport_size["width"]


@pytest.mark.parametrize("where", [TO_FOOT, TO_HEAD])
def test_what_a_mark_opens_is_wholly_in_sight(page: Page, where: str) -> None:
    page.goto("policies/youxian-2023/")
    for mark in (page.locator("#s1-2-p2 .policy-term").first, page.locator("a[role=doc-noteref]").first):
        mark.evaluate(where)
        before = page.evaluate("scrollY")
        mark.click()
        box = page.locator(".archive-popover")
        assert_whole(page, box)
        expect(box.get_by_role("button")).to_be_focused()
        assert_whole(page, box.get_by_role("button"))
        assert page.evaluate("scrollY") == before
        page.keyboard.press("Escape")


@pytest.mark.parametrize("where", [TO_FOOT, TO_HEAD])
def test_the_page_stays_still_while_a_place_is_cited(page: Page, where: str) -> None:
    page.goto("policies/youxian-2023/")
    sign = page.locator("#s2-2 + .policy-address")
    sign.evaluate(where)
    before = page.evaluate("scrollY")
    sign.click()
    panel = page.locator(".cite-panel")
    assert_whole(page, panel)
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    assert page.evaluate("scrollY") == before


def test_on_a_phone_the_sign_of_a_paragraph_is_where_it_was_touched(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=server, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto("policies/youxian-2023/")
    block = page.locator("#s3-5-1-p1")
    block.scroll_into_view_if_needed()
    spot = block.bounding_box()
    assert spot
    for share in (0.2, 0.7):
        y = spot["y"] + spot["height"] * share
        page.touchscreen.tap(40, y)
        page.keyboard.press("Escape")
        sign = block.locator("> .policy-address").bounding_box()
        assert sign
        assert abs(sign["y"] + sign["height"] / 2 - y) <= 14
        assert spot["x"] + spot["width"] - 14 < sign["x"] + 10 < sign["x"] + sign["width"] <= PHONE["width"]
    block.locator("> .policy-address").tap()
    expect(page.locator(".cite-panel")).to_be_visible()
    context.close()


def test_the_title_of_a_box_has_a_line_of_its_own(page: Page) -> None:
    page.goto("policies/youxian-2023/")
    tops = page.evaluate(
        "[...document.querySelectorAll('.policy-box > :first-child')].map((title) => title.nextElementSibling"
        ".getBoundingClientRect().top - title.getBoundingClientRect().bottom)"
    )
    assert len(tops) > 3
    assert min(tops) >= -1


def test_the_files_close_by_escape_and_by_a_click_elsewhere(page: Page) -> None:
    page.goto("policies/jinan-2018/")
    files, summary = page.locator(".policy-files"), page.locator(".policy-files > summary")
    summary.click()
    expect(files).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(files).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    summary.click()
    page.locator("h1").click()
    expect(files).not_to_have_attribute("open", "")


def test_the_line_under_the_way_of_reading_ends_where_the_column_does(page: Page) -> None:
    page.goto("policies/jinan-2018/")
    bar = page.locator(".modes").bounding_box()
    current = page.locator(".modes [aria-current]").bounding_box()
    last = page.locator(".mode-script").bounding_box()
    assert bar
    assert current
    assert last
    assert abs(current["x"] - bar["x"]) < 1
    assert abs(last["x"] + last["width"] - bar["x"] - bar["width"]) < 1


def test_what_titles_quote_stays_on_one_line_in_lists_and_answers(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for path in ("", "policies/", "policies/youxian-2023/", "search/?query=十四五"):
        page.goto(path)
        quoted = page.locator(".unbroken", has_text="“十四五”")
        quoted.first.wait_for()
        assert max(quoted.evaluate_all(LINES)) == 1, path


def test_no_line_of_facts_begins_with_a_dot(site: Path) -> None:
    for path in ("", "en/", "policies/youxian-2023/", "en/policies/jinan-2018/"):
        facts = FACTS_PATTERN.findall((site / path / "index.html").read_text(encoding="utf-8"))
        assert facts, path
        assert not [line for line in facts if " ·" in line], path
