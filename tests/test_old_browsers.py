"""Scripts run in the browsers of 2019, also where nothing may be stored; where none runs, a page is still a good document."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, Watched

PARSE = """
const { parse } = require("acorn")
const { readFileSync } = require("fs")
for (const path of readFileSync(0, "utf8").split("\\n").filter(Boolean))
  try {
    parse(readFileSync(path, "utf8"), { ecmaVersion: 2017, sourceType: "script" })
  } catch (error) {
    console.log(`${path}: ${error.message}`)
  }
"""
YOUNGER = (
    ".replaceChildren(",
    "structuredClone(",
    ".requestSubmit(",
    ".showPopover(",
    "scrollend",
    "randomUUID",
    ":is(",
    ":where(",
    ":has(",
)
"""What pages learned after 2019, which the checker of types does not know."""
OLD = """
for (const [owner, names] of [
  [Array.prototype, ["flat", "flatMap", "at", "findLast", "toSorted"]],
  [String.prototype, ["matchAll", "replaceAll", "at", "trimStart", "trimEnd"]],
  [Object, ["fromEntries", "hasOwn"]],
  [Promise, ["allSettled", "any"]],
  [Promise.prototype, ["finally"]],
  [Element.prototype, ["replaceChildren", "checkVisibility"]],
  [window, ["structuredClone", "queueMicrotask"]],
]) for (const name of names) delete owner[name]
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("forbidden", "SecurityError") } })
"""
"""Makes of a page one in a browser of 2019 that lets it store nothing."""
COMMENT_PATTERN = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE_PATTERN = re.compile(r"([^{}]+)\{")
# :is(a, b), :where(a), :not(a, b), inset: 0
UNKNOWN_PATTERN = re.compile(r":(?:is|where)\(|:not\([^()]*,|\binset:")
PAGES = (
    "",
    "en/policies/jilin-2018/?quote=quality#s1-1-p1",
    "policies/jinan-2018/parallel/",
    "en/indicators/matrix/",
    "terms/",
    "search/?query=%E9%A3%9F%E5%93%81",
    "en/about/check-a-quotation/?address=jinan-2018%23s2-1-p1&quote=%E8%B4%A8%E9%87%8F%E5%85%B4%E5%86%9C",
    "about/for-trainers/worksheets/?jinan-2018=s1-1&codes=yes",
    "en/about/for-trainers/slides/",
)
"""Pages that have all our scripts between them, each at work."""


def test_scripts_are_written_in_the_javascript_of_2017(site: Path) -> None:
    paths = "\n".join(str(path) for path in sorted(site.rglob("*.js")))
    command = ["node", "-e", PARSE]
    done = subprocess.run(command, cwd=ROOT, input=paths, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_types_are_checked_against_what_browsers_of_2019_have(site: Path) -> None:
    options = json.loads((ROOT / "tsconfig.json").read_text(encoding="utf-8"))["compilerOptions"]
    assert options["lib"] == ["ES2017", "DOM", "DOM.Iterable"]
    scripts = [*site.glob("assets/**/*.js"), site / "data/search/search.js"]
    found = {path.name: [name for name in YOUNGER if name in path.read_text(encoding="utf-8")] for path in scripts}
    assert {name: names for name, names in found.items() if names} == {}


def test_no_rule_of_the_style_is_lost_on_an_old_browser(site: Path) -> None:
    styles = [
        site / "assets/archive.css",
        *(site / f"assets/{name}.css" for name in ("slides", "verify", "worksheets")),
    ]
    for path in styles:
        text = COMMENT_PATTERN.sub("", path.read_text(encoding="utf-8"))
        assert not UNKNOWN_PATTERN.search(text), path.name
        selectors = [match[1] for match in RULE_PATTERN.finditer(text)]
        lists = [selector for selector in selectors if ":has(" in selector and "," in selector.partition(":has(")[0]]
        assert lists == [], path.name  # a browser that does not know one selector of a list drops the rule


@pytest.mark.parametrize("path", PAGES)
def test_pages_work_in_a_browser_of_2019_that_stores_nothing(watched: Watched, path: str) -> None:
    watched.page.add_init_script(OLD)
    watched.page.goto(path, wait_until="networkidle")
    assert watched.page.locator("html.js").count() == 1


@pytest.fixture(scope="module", params=["no scripts", "a browser of 2015"])
def bare(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone without scripts, and one whose browser cannot read ours."""
    context = browser.new_context(
        base_url=server, java_script_enabled=request.param != "no scripts", viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.add_init_script("delete String.prototype.padStart")
    page.route("**/*.js", lambda route: route.continue_() if "head" in route.request.url else route.abort())
    yield page
    context.close()


@pytest.mark.parametrize("path", ["about/check-a-quotation/", "en/about/for-trainers/worksheets/", "search/"])
def test_what_needs_scripts_says_so_where_there_are_none(bare: Page, path: str) -> None:
    bare.goto(path)
    expect(bare.locator(".without-scripts, .search-page-unready")).to_be_visible()


def test_the_menu_is_there_without_scripts_and_no_button_that_does_nothing(bare: Page) -> None:
    bare.goto("policies/jinan-2018/")
    expect(bare.locator(".site-menu a").first).to_be_visible()
    for button in bare.locator("button:visible").all():
        assert button.get_attribute("type") == "submit", button.inner_text()
