"""A walk through the site as readers take it, in a browser that writes down all that the pages' policies forbid.

`python -m tests.bench walk` walks through every page of `site/`; a test through one of each kind (test_content_security.py).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, expect

LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  forbidden(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
})
"""
# policies/jinan-2018/…, terms/five-cs/…: all that one program makes
ONE_OF_MANY_PATTERN = re.compile(r"(policies|terms|indicators|organisations|topics)/(?!matrix/)[\w-]+/")
# about/how-to-cite/: written by hand, with nothing on them that acts
WRITTEN_PATTERN = re.compile(r"about/(?!for-trainers/(?:slides|worksheets)/).*")
# jinan-2018-parallel.html
COPY_PATTERN = re.compile(r"[\w-]+?(-parallel)?\.html$")


@dataclass
class Walk:
    """A page that goes through the site."""

    page: Page
    root: str
    forbidden: list[str] = field(default_factory=list)
    """What a policy forbade, with the page on which it did."""

    def open(self, path: str) -> None:
        """Open a page."""
        self.page.goto(self.root + path)

    def note(self, words: str) -> None:
        self.forbidden.append(f"{self.page.url}: {words}")

    def note_failure(self, request: Request) -> None:
        if "BLOCKED" in (request.failure or ""):
            self.note(f"{request.failure} {request.url}")


@contextmanager
def walking(browser: Browser, root: str) -> Iterator[Walk]:
    """Give a walk through the site at an address; what the console says of a policy counts too, a worker's also."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    walk = Walk(context.new_page(), root)
    context.expose_function("forbidden", walk.note)
    context.add_init_script(LISTEN)
    context.on("console", lambda m: walk.note(m.text) if "Content Security Policy" in m.text else None)
    context.on("requestfailed", walk.note_failure)
    yield walk
    context.close()


def pages_of(site: Path) -> list[str]:
    """Return the path of every page and file of HTML, in order."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def one_of_each_kind(paths: Iterable[str]) -> list[str]:
    """Return the first page of each kind, by turns in the one language and the other."""
    kinds: dict[str, str] = {}
    for path in paths:
        kinds.setdefault(kind_of(path), path)
    chinese = sorted(kind for kind in kinds if not kind.startswith("en/"))
    return [kinds[f"en/{kind}" if place % 2 else kind] for place, kind in enumerate(chinese)]


def kind_of(path: str) -> str:
    """Return what a page has in common with others that the same program makes.

    >>> kind_of("en/terms/five-cs/index.html")
    'en/terms/*/index.html'
    """
    path = WRITTEN_PATTERN.sub("about/*", ONE_OF_MANY_PATTERN.sub(r"\1/*/", path))
    return path if path.endswith(("index.html", "404.html", "slides.html")) else COPY_PATTERN.sub(r"*\1.html", path)


def search_in_box(page: Page) -> None:
    page.locator(".site-search-input").fill("质量")
    expect(page.locator(".site-search-item").first).to_be_visible(timeout=20_000)


def search_on_page(page: Page) -> None:
    expect(page.locator(".bars .bar").first).to_be_visible(timeout=20_000)
    page.locator(".concordance, details").first.click()


def cite(page: Page) -> None:
    page.locator("a.policy-address").first.click()
    expect(page.locator(".cite-panel")).to_be_visible()
    with page.expect_download():
        page.locator(".cite-records button").first.click()


def open_note_and_term(page: Page) -> None:
    for mark in (".policy-text sup a", "a.policy-term"):
        page.locator(mark).first.dispatch_event("click")
    page.locator("a.policy-term").first.hover()
    expect(page.locator(".archive-popover").first).to_be_visible()


def turn_dark(page: Page) -> None:
    for choice in ("dark", "light", "auto"):
        page.locator(f".appearance [value={choice}]").check()


def make_worksheet(page: Page) -> None:
    expect(page.locator(".worksheet-status")).to_contain_text(re.compile(r"\d"), timeout=20_000)
    for medium in ("print", "screen"):
        page.emulate_media(media=medium)


def show_slides(page: Page) -> None:
    page.locator(".slides-start").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")


def find_in_copy(page: Page) -> None:
    page.locator("#find").fill("质量")
    page.keyboard.press("Enter")


ACTIONS: tuple[tuple[str, Callable[[Page], None]], ...] = (
    ("about/index.html", search_in_box),
    ("en/index.html", turn_dark),
    ("search/index.html?query=质量强市", search_on_page),
    ("policies/jinan-2018/?quote=质量强市#s1", cite),
    ("en/policies/jinan-2018/", open_note_and_term),
    ("about/for-trainers/worksheets/?jinan-2018=s1-1.s1-3-1&indicators=farm-produce-pass-rate", make_worksheet),
    ("en/about/for-trainers/slides/", show_slides),
    ("about/for-trainers/slides/slides.html", show_slides),
    ("policies/jinan-2018/jinan-2018.html", find_in_copy),
)
"""What readers do, and where."""


def take(walk: Walk, paths: Iterable[str]) -> int:
    """Open pages and do all that readers do; return how many pages were opened."""
    opened = 0
    for path in paths:
        walk.open(path)
        opened += 1
    for path, act in ACTIONS:
        walk.open(path)
        act(walk.page)
        opened += 1
    return opened
