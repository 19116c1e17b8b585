"""The slides: a page to read, and one section at a time by keys and touch, on their page and in one file, from a folder."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from scripts.carry.slides import NAME, SCRIPTS, SLIDES
from tests.conftest import ROOT, SITE_URL, find_browser
from tests.test_training import FOLDERS, SLIDE_COUNT, plain, read

LARGEST = 200_000


@pytest.mark.parametrize("folder", FOLDERS)
def test_slides_are_a_page_to_read_without_scripts(browser: Browser, server: str, folder: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{folder}{SLIDES}#slide-3")
    headings = page.locator(".slides h2")
    assert headings.count() == SLIDE_COUNT
    assert all(headings.nth(number).is_visible() for number in range(SLIDE_COUNT))
    assert page.locator("dialog, .slides-start").count() == 0
    context.close()


@pytest.fixture(params=[f"{folder}{SLIDES}{name}" for folder in FOLDERS for name in ("index.html", NAME)])
def show(browser: Browser, site: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of slides, or the slides in one file, opened from a folder; it must end without a fault."""
    path = site / request.param
    if request.param.endswith(NAME):
        path = tmp_path / "幻灯片 100%#1.html"
        path.write_bytes((site / request.param).read_bytes())
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert faults == []


def shown(page: Page) -> str:
    expect(page.locator(".slide-show[open]")).to_be_visible()
    visible = page.locator(".slides section:visible")
    expect(visible).to_have_count(1)
    return visible.locator("h2").get_attribute("id") or ""


def test_slides_go_by_keys(show: Page) -> None:
    show.locator(".slides-start").click()
    assert shown(show) == "slide-1"
    steps = (
        ("ArrowRight", 2),
        ("Space", 3),
        ("PageDown", 4),
        ("ArrowDown", 5),
        ("PageUp", 4),
        ("ArrowLeft", 3),
        ("Shift+Space", 2),
        ("End", SLIDE_COUNT),
        ("ArrowRight", SLIDE_COUNT),
        ("Home", 1),
        ("ArrowUp", 1),
    )
    for key, number in steps:
        show.keyboard.press(key)
        assert shown(show) == f"slide-{number}"
        expect(show.get_by_role("status").filter(has_text="/")).to_have_text(f"{number} / {SLIDE_COUNT}")
        assert show.evaluate("document.activeElement.id") == f"slide-{number}"
        assert show.evaluate("location.hash") == f"#slide-{number}"


def test_the_show_ends_and_the_page_is_as_it_was(show: Page) -> None:
    before = show.locator(".slides").inner_html()
    show.locator(".slides-start").click()
    assert shown(show) == "slide-1"
    show.keyboard.press("ArrowRight")
    show.locator(".slide-next").click()
    assert shown(show) == "slide-3"
    show.locator(".slide-stop").click()
    expect(show.locator("dialog .slides")).to_have_count(0)
    assert show.locator(".slides").inner_html().replace(' class=""', "") == before
    assert show.locator(".slides section:visible").count() == SLIDE_COUNT
    expect(show.locator(".slides-start")).to_be_focused()
    assert show.evaluate("location.hash") == ""


def test_an_address_opens_at_its_slide_and_escape_ends_the_show(show: Page) -> None:
    show.goto(f"{show.url.partition('#')[0]}#slide-5")
    show.reload()
    assert shown(show) == "slide-5"
    show.keyboard.press("Escape")
    expect(show.locator(".slide-show[open]")).to_have_count(0)
    expect(show.locator("#slide-5")).to_be_in_viewport()


def test_every_slide_fits_the_window(show: Page) -> None:
    show.locator(".slides-start").click()
    window = show.locator(".slide-show")
    for number in range(1, SLIDE_COUNT + 1):
        assert shown(show) == f"slide-{number}"
        for width, height in ((1280, 720), (1024, 768), (1920, 1080)):
            show.set_viewport_size({"width": width, "height": height})
            assert window.evaluate("(window) => window.scrollHeight <= window.clientHeight"), (number, width)
        show.keyboard.press("ArrowRight")


def test_a_phone_goes_by_swiping_and_tapping(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 667}, has_touch=True)
    page = context.new_page()
    page.goto(f"{(site / SLIDES / NAME).as_uri()}#slide-2")
    assert shown(page) == "slide-2"
    page.touchscreen.tap(300, 620)
    assert shown(page) == "slide-3"
    page.touchscreen.tap(30, 620)
    assert shown(page) == "slide-2"
    session = context.new_cdp_session(page)
    for kind, x in (("touchStart", 300), ("touchMove", 150), ("touchEnd", None)):
        points = [] if x is None else [{"x": x, "y": 500}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert shown(page) == "slide-3"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize("folder", FOLDERS)
def test_slides_in_one_file_need_no_other_and_say_what_the_page_says(site: Path, folder: str) -> None:
    path = site / folder / SLIDES / NAME
    assert path.stat().st_size <= LARGEST
    page = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    assert page.xpath("//@src | //link[not(@rel='canonical')]") == []
    assert "url(" not in "".join(page.xpath("//style/text()"))
    links = page.xpath("//article//a/@href")
    assert links
    assert all(link.startswith(SITE_URL) for link in links)
    assert plain(page.xpath("//article")[0]) == plain(read(site, f"{folder}{SLIDES}"))


def test_the_script_of_slides_keeps_to_the_javascript_of_2015() -> None:
    program = """
        const { parse } = require("acorn")
        for (const path of process.argv.slice(1))
            parse(require("fs").readFileSync(path, "utf8"), { ecmaVersion: 2015, sourceType: "script" })
    """
    done = subprocess.run(["node", "-e", program, *SCRIPTS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_slides_run_in_firefox_from_a_folder(site: Path) -> None:
    addresses = [(site / folder / SLIDES / name).as_uri() for folder in FOLDERS for name in ("index.html", NAME)]
    program = [str(ROOT / "tests/bundle/slides.mjs"), "firefox", find_browser("firefox"), *addresses]
    done = subprocess.run(["node", *program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
