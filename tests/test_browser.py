"""The site in a real browser: what a reader does, with no console error and no request to another host."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.model.places_in_text import note_ids
from scripts.model.policy import Metadata, Note
from scripts.read.corpus.corpus import Corpus
from tests.axe import run_axe
from tests.conftest import IDS, SITE_URL, Watched


def is_in_view(page: Page, anchor: str) -> bool:
    """Whether the element with this id has its first line inside the window, below the header."""
    box = page.locator(f"#{anchor}").bounding_box()
    height = page.viewport_size["height"] if page.viewport_size else 0
    return box is not None and 40 <= box["y"] < height


def metadata_of(corpus: Corpus, policy_id: str) -> Metadata:
    """What is known of a policy."""
    return next(p.metadata for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)


def test_the_home_page_leads_to_every_policy(watched: Watched, corpus: Corpus) -> None:
    page = watched.page
    page.goto("")
    expect(page.locator("h1")).to_have_text("质量政策档案")
    expect(page.locator(".home-policies > li")).to_have_count(len(IDS))
    page.get_by_role("link", name=metadata_of(corpus, IDS[-1]).title.zh).click()
    expect(page).to_have_url(re.compile(f"/policies/{IDS[-1]}/$"))


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
    page.locator("a.language-link[hreflang=en]").dispatch_event("click")
    expect(page).to_have_url(re.compile(f"/en/policies/jinan-2018/{page_name}#s2-3-p1$"))
    expect(page.locator("h1")).to_contain_text("Implementation Plan")
    page.wait_for_timeout(300)
    assert is_in_view(page, "s2-3-p1")
    page.locator("a.language-link[hreflang^=zh]").dispatch_event("click")
    expect(page).to_have_url(re.compile(f"[0-9]/policies/jinan-2018/{page_name}#s2-3-p1$"))


def test_an_address_is_copied_as_the_online_one(watched: Watched) -> None:
    page = watched.page
    page.goto("policies/yantai-2018/")
    page.locator("#s1-1-p1").hover()
    link = page.locator("#s1-1-p1 .policy-address")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expected = f"{SITE_URL}policies/yantai-2018/#s1-1-p1"
    page.get_by_role("button", name="复制网址").click()
    expect(page.locator(".archive-toast")).to_have_text(f"已复制：{expected}")
    assert page.evaluate("navigator.clipboard.readText()") == expected
    assert page.url.endswith("#s1-1-p1")


def test_a_note_opens_at_its_mark_and_closes_by_escape(watched: Watched, corpus: Corpus) -> None:
    page = watched.page
    policy = next(p for p in corpus.archive.policies if p.metadata and any(is_repaired(note) for note in p.notes))
    note = next(note for note in policy.notes if is_repaired(note))
    page.goto(f"en/policies/{policy.metadata.id if policy.metadata else ''}/")
    mark = page.locator(f"#spot-{note_ids(policy)[note.index]}")
    mark.focus()
    page.keyboard.press("Enter")
    popover = page.locator(".archive-popover")
    expect(popover).to_be_visible()
    expect(popover).to_contain_text(f"The source has “{note.received}”; we print “{note.printed}”.")
    page.keyboard.press("Escape")
    expect(popover).to_be_hidden()
    expect(mark).to_be_focused()


def is_repaired(note: Note) -> bool:
    """Whether readers see the repaired text first, in place of other words."""
    return note.emendation.is_applied and bool(note.received and note.printed)


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


def test_the_list_sorts_by_any_column(watched: Watched, corpus: Corpus) -> None:
    page = watched.page
    page.goto("policies/")
    ids = "[...document.querySelectorAll('tbody tr a')].map(a => a.getAttribute('href').split('/').at(-2))"
    page.get_by_role("button", name="日期").click()
    dates = [metadata_of(corpus, policy_id).date.value for policy_id in page.evaluate(ids)]
    assert len(dates) == len(IDS)
    assert dates == sorted(dates)
    page.get_by_role("button", name="日期").click()
    assert [metadata_of(corpus, policy_id).date.value for policy_id in page.evaluate(ids)] == sorted(dates)[::-1]
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    page.get_by_role("button", name="字数").click()
    column = page.get_by_role("button", name="字数").evaluate("button => button.parentElement.cellIndex")
    cells = page.locator(f"tbody tr > :nth-child({column + 1})").all_inner_texts()
    lengths = [int(re.sub(r"\D", "", text)) for text in cells]
    assert lengths == sorted(lengths, reverse=True)  # of numbers the greatest first


def test_only_the_terms_of_a_policy_are_left_out_of_print(watched: Watched) -> None:
    page = watched.page
    page.emulate_media(media="print")
    page.goto("data/")
    expect(page.locator("#terms")).to_be_visible()
    page.goto("policies/jinan-2018/")
    expect(page.locator("#terms")).to_be_hidden()


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
    "policies/yantai-2018/received/",
    "policies/jilin-2018/history/",
    "id/jilin-2018/?list",
    "log/",
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


LOOKS = (("light", 1280), ("dark", 390))


@pytest.mark.parametrize(
    ("path", "scheme", "width"),
    [
        (prefix + page, *LOOKS[(index + turn) % 2])
        for index, page in enumerate(PAGES[:-1])
        for turn, prefix in enumerate(("", "en/"))
    ],
)
def test_axe_finds_nothing(browser: Browser, server: str, path: str, width: int, scheme: str) -> None:
    """Of each page in both languages, the one on a light desk, the other on a dark phone, by turns."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, base_url=server, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(path)
    found = run_axe(page)
    context.close()
    assert found == []
