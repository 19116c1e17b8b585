"""The ways of reading a policy: one bar, the place kept from one to another, one column selected, the file as received."""

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from scripts.model.policy import Policy
from scripts.model.received import received_rows
from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from scripts.write.pages.policy.modes import ways
from scripts.write.pages.policy.received import SIGNS
from tests.conftest import IDS, Watched

PAGES = (
    "policies/{}/",
    "en/policies/{}/",
    "policies/{}/parallel/",
    "en/policies/{}/parallel/",
    "policies/{}/received/",
)
TOP = "id => document.getElementById(id).getBoundingClientRect().top"
BACK = {sign: char for char, sign in SIGNS.items()}


def policy_of(corpus: Corpus, policy_id: str) -> Policy:
    return next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)


def read_page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("policy_id", IDS)
def test_every_page_of_a_policy_has_the_bar_and_marks_its_own_way(site: Path, policy_id: str) -> None:
    for path, own in zip(PAGES, ("zh", "en", "sides", "sides", "received"), strict=True):
        (bar,) = read_page(site, path.format(policy_id)).find_class("modes")
        assert bar.get("aria-label")
        current = bar.xpath(".//a[@aria-current='page']/../@class")
        assert current == [f"mode-{own}"]
        assert len(bar.xpath(".//a")) == 5


def test_a_policy_without_english_has_no_page_of_both() -> None:
    found = ways("a-2020", Language.EN, "zh", is_translated=False)
    assert [way["key"] for way in found] == ["zh", "en", "received"]


@pytest.mark.parametrize("policy_id", IDS)
def test_the_pieces_of_the_rows_are_the_source_and_the_text(corpus: Corpus, policy_id: str) -> None:
    policy = policy_of(corpus, policy_id)
    pieces = [piece for row in received_rows(policy) for piece in row.pieces]
    assert "".join(piece.before for piece in pieces) == policy.source.text
    assert "".join(piece.after for piece in pieces) == policy.text


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("policy_id", IDS)
def test_the_page_as_received_shows_the_whole_source(corpus: Corpus, site: Path, policy_id: str, prefix: str) -> None:
    policy = policy_of(corpus, policy_id)
    page = read_page(site, f"{prefix}policies/{policy_id}/received")
    for said in page.find_class("change-said"):
        said.drop_tree()
    for sign in page.find_class("sign"):
        sign.text = "".join(BACK[char] for char in sign.text or "")
    rows = page.xpath("//*[@class='received-row']")
    shown = "".join(cell.text_content() for row in rows for cell in row.find_class("received-before"))
    assert shown == policy.source.text
    edited = [cell.text_content() for row in rows for cell in row.find_class("received-after")]
    assert "".join("".join(edited).split()) == "".join(policy.text.split())
    anchors = {row.get("id") for row in rows} - {None}
    assert set(policy.anchors()) >= anchors
    assert {block.anchor for block in policy.blocks()} <= anchors


@pytest.mark.parametrize("policy_id", IDS)
def test_every_difference_on_the_page_as_received_leads_to_its_reason(site: Path, policy_id: str) -> None:
    page = read_page(site, f"policies/{policy_id}/received")
    for change in page.xpath("//*[@class='received']//*[self::del or self::ins]"):
        assert change.xpath("./span[@class='change-said']")
        (link,) = change.iter("a")
        path, _, place = link.get("href").partition("#")
        target = read_page(site, f"policies/{policy_id}/{'edits' if 'edits' in path else ''}")
        assert target.xpath("//*[@id=$id]", id=place), place


def settle(page: Page) -> None:
    """Wait until a page stands where it was meant to open."""
    page.wait_for_function("() => document.readyState === 'complete' && !location.search.includes('at=')")
    page.wait_for_timeout(200)


def follow(page: Page, link: str) -> None:
    """Follow a link as a reader does: the driver's own click first scrolls what stays at the top of the window."""
    page.locator(link).dispatch_event("click")


def read_down(page: Page, anchor: str, top: int) -> None:
    """Scroll, as a reader does, until a place stands at a height of the window."""
    page.evaluate(
        "([id, top]) => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - top)", [anchor, top]
    )
    page.wait_for_timeout(100)


@pytest.mark.parametrize(("width", "stale"), [(1440, ""), (1440, "#s2-3-1"), (390, "#s2-3-1")])
def test_the_place_is_kept_from_one_way_of_reading_to_another(
    browser: Browser, server: str, width: int, stale: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=server)
    page = context.new_page()
    page.goto(f"policies/youxian-2023/{stale}")
    settle(page)
    read_down(page, "s3-4-2", 140)
    start = page.evaluate(TOP, "s3-4-2")
    for way in ("en", "sides", "lines", "received", "zh"):
        if width < 720 and way == "sides":
            continue  # there both are line by line
        follow(page, f".mode-{way} a")
        page.wait_for_function("way => document.querySelector(`.mode-${way} [aria-current]`)", arg=way)
        settle(page)
        assert page.evaluate("location.hash") == "#s3-4-2", way
        assert abs(page.evaluate(TOP, "s3-4-2") - start) < 4, way
    follow(page, "a.language-link[hreflang=en]")
    page.wait_for_url("**/en/**")
    settle(page)
    assert abs(page.evaluate(TOP, "s3-4-2") - start) < 4
    context.close()


def test_the_place_is_kept_in_a_list_too(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=server)
    page = context.new_page()
    page.goto("documents/")
    page.evaluate("scrollTo(0, 4000)")
    page.wait_for_timeout(100)
    tops = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('article [id]')].map((e) => [e.id, e.getBoundingClientRect().top]))"
    )
    follow(page, "a.language-link[hreflang=en]")
    page.wait_for_url("**/en/documents/**")
    settle(page)
    anchor = page.evaluate("location.hash.slice(1)")
    assert abs(page.evaluate(TOP, anchor) - tops[anchor]) < 4
    assert -600 < tops[anchor] < 600
    context.close()


def test_the_place_comes_along_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{(site / 'policies/yantai-2018/index.html').as_uri()}?at=gone.10,s2-1.133#gone")
    page.wait_for_timeout(300)
    assert abs(page.evaluate(TOP, "s2-1") - 133) < 4
    assert page.evaluate("location.href").endswith("policies/yantai-2018/index.html#s2-1")
    assert page.locator(".archive-no-place").count() == 0
    page.close()


def test_who_reads_line_by_line_finds_the_next_policy_so(watched: Watched) -> None:
    page = watched.page
    page.goto("policies/jilin-2018/parallel/?view=lines")
    page.goto("policies/")
    page.locator("article a[href*='jinan-2018/']").first.click()
    page.wait_for_url("**/policies/jinan-2018/parallel/?view=lines")
    assert page.locator(".reads-lines .parallel").count() == 1
    page.locator(".mode-zh a").click()
    page.wait_for_url(re.compile(r"policies/jinan-2018/(?:#.*)?$"))
    page.goto("policies/")
    page.locator("article a[href*='yantai-2018/']").first.click()
    page.wait_for_url(re.compile(r"policies/yantai-2018/$"))


@pytest.mark.parametrize("view", ["", "?view=lines"])
def test_a_selection_in_one_column_is_that_column_alone(watched: Watched, view: str) -> None:
    page = watched.page
    page.goto(f"policies/jilin-2018/parallel/{view}")
    first, last = (page.locator(f"#{anchor} > .parallel-zh").bounding_box() for anchor in ("p2", "s1-1-p1"))
    assert first
    assert last
    page.mouse.move(first["x"] + 2, first["y"] + 12)
    page.mouse.down()
    page.mouse.move(last["x"] + 60, last["y"] + 12, steps=5)
    page.mouse.up()
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "总体要求" in copied
    assert not re.search("[a-z]{3}", copied)


def test_a_side_can_be_hidden(watched: Watched) -> None:
    page = watched.page
    page.goto("en/policies/jilin-2018/parallel/")
    button = page.get_by_role("button", name="Hide the Chinese")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert not page.locator("#s1-1-p1 > .parallel-zh").is_visible()
    assert page.locator("#s1-1-p1 > .parallel-en").is_visible()
    page.get_by_role("button", name="Hide the English").click()
    assert page.locator("#s1-1-p1 > .parallel-zh").is_visible()
    assert not page.locator("#s1-1-p1 > .parallel-en").is_visible()


def test_without_scripts_both_orders_are_there(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False, base_url=server)
    page = context.new_page()
    tops = {}
    for way in ("sides", "lines"):
        page.goto("policies/jilin-2018/")
        page.locator(f".mode-{way} a").click()
        page.wait_for_url("**/parallel/**")
        chinese, english = (page.locator(f"#s1-1-p1 > .parallel-{side}").bounding_box() for side in ("zh", "en"))
        assert chinese
        assert english
        tops[way] = english["y"] - chinese["y"]
    assert tops["sides"] < 10 < tops["lines"]
    context.close()
