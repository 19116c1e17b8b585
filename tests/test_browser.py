"""The site in a real browser: what a reader does, with no console error and no request to another host."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.conftest import SITE_URL, Watched


def is_in_view(page: Page, anchor: str) -> bool:
    """Whether the element with this id has its first line inside the window, below the header."""
    box = page.locator(f"#{anchor}").bounding_box()
    height = page.viewport_size["height"] if page.viewport_size else 0
    return box is not None and 40 <= box["y"] < height


def test_the_home_page_leads_to_every_policy(watched: Watched) -> None:
    page = watched.page
    page.goto("")
    expect(page.locator("h1")).to_have_text("质量政策档案")
    expect(page.locator(".cards:not(.cards-readers) > li")).to_have_count(5)
    page.get_by_role("link", name="绵阳市游仙区“十四五”质量发展规划").click()
    expect(page).to_have_url(re.compile("/policies/youxian-2023/$"))


@pytest.mark.parametrize("anchor", ["s3-2-1-d2-p1", "box3-8", "t1-r9", "closing-p1", "s2-10-p1"])
def test_a_deep_address_opens_at_its_place(watched: Watched, anchor: str) -> None:
    policy = "youxian-2023" if anchor[0] in "bt" or "d2" in anchor else "jinan-2018"
    page = watched.page
    page.goto(f"policies/{policy}/#{anchor}")
    page.wait_for_timeout(300)
    assert is_in_view(page, anchor)


@pytest.mark.parametrize("page_name", ["", "parallel/"])
def test_switching_the_language_keeps_the_place(watched: Watched, page_name: str) -> None:
    page = watched.page
    page.goto(f"policies/jinan-2018/{page_name}#s2-3-p1")
    page.wait_for_timeout(200)
    page.locator(".md-select").hover()
    page.locator("a.md-select__link[hreflang=en]").click()
    expect(page).to_have_url(re.compile(f"/en/policies/jinan-2018/{page_name}#s2-3-p1$"))
    expect(page.locator("h1")).to_contain_text("Implementation Plan")
    page.wait_for_timeout(300)
    assert is_in_view(page, "s2-3-p1")
    page.locator(".md-select").hover()
    page.locator("a.md-select__link[hreflang=zh]").click()
    expect(page).to_have_url(re.compile(f"[0-9]/policies/jinan-2018/{page_name}#s2-3-p1$"))


def test_an_address_is_copied_as_the_online_one(watched: Watched) -> None:
    page = watched.page
    page.goto("policies/yantai-2018/")
    link = page.locator("#s1-1-p1 .policy-address")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expected = f"{SITE_URL}policies/yantai-2018/#s1-1-p1"
    expect(page.locator(".archive-toast")).to_have_text(f"已复制：{expected}")
    assert page.evaluate("navigator.clipboard.readText()") == expected
    assert page.url.endswith("#s1-1-p1")


def test_a_note_opens_at_its_mark_and_closes_by_escape(watched: Watched) -> None:
    page = watched.page
    page.goto("en/policies/jinan-2018/")
    mark = page.locator("#spot-s2-3-p1-1")
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(".archive-popover")
    expect(note).to_be_visible()
    expect(note).to_contain_text("The source has “*********”; we print “国家级”.")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_term_is_explained_by_pointer_focus_and_tap(watched: Watched) -> None:
    page = watched.page
    page.goto("policies/jinan-2018/")
    mark = page.locator("#s2-2-p1 .policy-term").first
    tooltip = page.locator(".archive-popover")
    mark.hover()
    expect(tooltip).to_contain_text(mark.inner_text())
    tooltip.hover()  # hoverable: it stays while the pointer is on it
    page.wait_for_timeout(400)
    expect(tooltip).to_be_visible()
    page.keyboard.press("Escape")  # dismissible without moving the pointer
    expect(tooltip).to_be_hidden()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    mark.focus()
    expect(tooltip).to_be_visible()
    expect(mark).to_have_attribute("aria-describedby", "archive-popover")
    page.wait_for_timeout(600)  # persistent: it does not go away by itself
    expect(tooltip).to_be_visible()
    mark.click()
    expect(tooltip.get_by_role("button", name="关闭")).to_be_focused()
    page.locator("h1").click()
    expect(tooltip).to_be_hidden()


def test_the_matrix_filters_and_saves_what_is_shown(watched: Watched) -> None:
    page = watched.page
    page.goto("en/indicators/matrix/")
    rows = page.locator("table.filterable tbody tr:visible")
    every = rows.count()
    page.get_by_label("Only indicators in two or more policies").check()
    shared = rows.count()
    assert 20 <= shared < every
    page.locator("select[name=topic]").select_option("construction")
    assert 0 < rows.count() < shared
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this table (CSV)").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) >= rows.count() + 1
    assert text.startswith("Indicator")


def test_the_list_sorts_by_any_column(watched: Watched) -> None:
    page = watched.page
    page.goto("policies/")
    ids = "[...document.querySelectorAll('tbody tr a')].map(a => a.getAttribute('href').split('/').at(-2))"
    page.get_by_role("button", name="日期").click()
    assert page.evaluate(ids) == ["jinan-2018", "jilin-2018", "yantai-2018", "hangzhou-2018", "youxian-2023"]
    page.get_by_role("button", name="日期").click()
    assert page.evaluate(ids)[0] == "youxian-2023"
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    page.get_by_role("button", name="字数").click()
    assert page.evaluate(ids) == ["jilin-2018", "hangzhou-2018", "yantai-2018", "jinan-2018", "youxian-2023"]


def test_only_the_terms_of_a_policy_are_left_out_of_print(watched: Watched) -> None:
    page = watched.page
    page.emulate_media(media="print")
    page.goto("data/")
    expect(page.locator("#terms")).to_be_visible()
    page.goto("policies/jinan-2018/")
    expect(page.locator("#terms")).to_be_hidden()
    expect(page.locator(".page-terms")).to_be_hidden()


def test_pages_read_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server)
    page = context.new_page()
    page.goto("policies/jinan-2018/#s2-3-p1")
    expect(page.locator("#s2-3-p1")).to_be_visible()
    page.locator("#spot-s2-3-p1-1").click()
    expect(page.locator("#note-s2-3-p1-1")).to_be_in_viewport()
    context.close()


PAGES = (
    "",
    "policies/",
    "policies/youxian-2023/",
    "policies/jilin-2018/edits/",
    "policies/jilin-2018/parallel/",
    "about/how-it-is-made/",
    "about/search-benchmark/",
    "indicators/",
    "indicators/first-acceptance-rate/",
    "indicators/matrix/",
    "terms/fangguanfu/",
    "organisations/jinan-agriculture/",
    "documents/",
    "topics/food-drugs/",
    "data/",
    "search/?query=%E9%A3%9F%E5%93%81",
    "404.html",
)


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_phone(browser: Browser, server: str, path: str, prefix: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, base_url=server, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(prefix + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("path", [prefix + page for prefix in ("", "en/") for page in PAGES[:-1]])
def test_axe_finds_nothing(browser: Browser, server: str, path: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, base_url=server, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(path)
    results = Axe().run(page)
    context.close()
    found = [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    assert found == []
