"""Laws that every page keeps, measured in a browser: one title, no page wider than a phone, targets, contrast, no shifts.

`make look` opens every page of `site/` and prints, by kind of page, how many break which law, and the first that do;
`OPTIONS="terms policies"` looks at what stands below these folders alone. The tests look at one page of each kind.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.conftest import CHROMIUM_ARGUMENTS, ROOT, find_browser, serve
from tests.valid_html import find_invalid

SCRIPT = (ROOT / "tests/laws_of_pages.js").read_text(encoding="utf-8")
LAWS = {
    390: ("shifts", "title", "headings", "targets"),
    320: ("overflow", "spacing"),
    1280: ("lines", "contrast", "darkContrast"),
}
"""The laws (laws_of_pages.js) that hold at each width of the window, in the order in which a page is looked at."""
HEIGHT = 844
SHOWN = 8
"""How many pages of a kind are named that break a law."""


class Fault(NamedTuple):
    """A law that a page breaks, and where."""

    page: str
    law: str
    words: str


def faults_of(page: Page, address: str, path: str) -> Iterator[Fault]:
    """Yield the faults of a page, opened in a browser's page that has SCRIPT."""
    first, *others = LAWS
    page.set_viewport_size({"width": first, "height": HEIGHT})
    page.goto(address + path, wait_until="load")
    page.wait_for_load_state("networkidle") if "?" in path else page.wait_for_timeout(60)
    for width in (first, *others):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found = page.evaluate("(laws) => laws.map((law) => [law, archiveLaws[law]()])", list(LAWS[width]))
        yield from (Fault(path, law, words) for law, faults in found for words in faults)


def kind_of(path: str) -> str:
    """Return what kind of page stands at a path.

    >>> kind_of("en/terms/food-safety/index.html"), kind_of("policies/jinan-2018/parallel/index.html")
    ('terms/*', 'policies/*/parallel')
    """
    steps = path.removeprefix("en/").removesuffix("index.html").strip("/").split("/")
    return "/".join([steps[0], *(["*", *steps[2:]] if len(steps) > 1 and steps[0] != "about" else steps[1:])]) or "home"


def pages_below(site: Path, folders: list[str]) -> Iterator[str]:
    """Yield the path of each page below these folders, of all where none is named; copies in one file are not looked at."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if file.name in ("index.html", "404.html") and path.removeprefix("en/").startswith(tuple(folders or [""])):
            yield path


def look(site: Path, paths: list[str]) -> Iterator[Fault]:
    """Yield the faults of pages of the site, those of their HTML last."""
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser("chromium"), args=CHROMIUM_ARGUMENTS)
        page = browser.new_page()
        page.add_init_script(SCRIPT)
        for path in paths:
            yield from faults_of(page, address, path)
    for name, words in find_invalid(site / path for path in paths):
        yield Fault(Path(name).relative_to(site).as_posix(), "valid", words)


def main(folders: list[str]) -> int:
    """Look at every page, and print what breaks which law."""
    paths = list(pages_below(ROOT / "site", folders))
    pages, broken = Counter(map(kind_of, paths)), defaultdict[tuple[str, str], list[Fault]](list)
    for fault in look(ROOT / "site", paths):
        broken[kind_of(fault.page), fault.law].append(fault)
    for kind, count in sorted(pages.items()):
        laws = {law: len({fault.page for fault in faults}) for (own, law), faults in broken.items() if own == kind}
        print(f"{kind:34} {count:5} pages", *(f"{law} {number}" for law, number in laws.items()))
    for (kind, law), faults in sorted(broken.items()):
        for fault in list({fault.page: fault for fault in faults}.values())[:SHOWN]:
            print(f"{kind} {law}: {fault.page}: {fault.words}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
