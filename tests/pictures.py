"""Pictures of every kind of page, as readers on a phone, at a desk and before a wide screen see it, into build/pictures/.

`make pictures` takes them all and lays those of a kind on one sheet; `OPTIONS="policy home"` does these kinds alone,
`OPTIONS=readme` takes the pictures of the README. They are looked at by people: what can be measured, tests measure.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM_ARGUMENTS, ROOT, find_browser, serve

TARGET = "build/pictures"
README = "docs/pictures"
KINDS: dict[str, str] = {
    "home": "",
    "policy": "policies/jinan-2018/",
    "policy-deep": "policies/youxian-2023/#s3-1-2",
    "parallel": "policies/jinan-2018/parallel/#s2-1",
    "edits": "policies/jinan-2018/edits/",
    "history": "policies/jinan-2018/history/",
    "policies": "policies/",
    "indicators": "indicators/",
    "indicator": "indicators/food-sampling-pass-rate/",
    "matrix": "indicators/matrix/",
    "topics": "topics/",
    "topic": "topics/food-drugs/",
    "terms": "terms/",
    "term": "terms/chief-quality-officer/",
    "organisations": "organisations/",
    "organisation": "organisations/jilin-commerce/",
    "documents": "documents/",
    "search": "search/",
    "search-found": "search/?query=%E9%A3%9F%E5%93%81%E5%AE%89%E5%85%A8",
    "data": "data/",
    "about": "about/",
    "guide": "about/how-it-is-made/",
    "check": "about/check-a-quotation/",
    "slides": "about/for-trainers/slides/",
    "worksheets": "about/for-trainers/worksheets/",
    "log": "log/",
    "addresses": "id/jinan-2018/?list",
    "not-found": "404.html",
}
"""A page of each kind, below the root of a language."""
FOLDERS = {"zh": "", "en": "en/"}


class View(NamedTuple):
    """How a page is looked at."""

    name: str
    width: int
    height: int
    scheme: Literal["dark", "light"] = "light"
    forced: Literal["active", "none"] = "none"


VIEWS = (
    View("320", 320, 1400),
    View("390", 390, 1400),
    View("390-dark", 390, 1400, "dark"),
    View("1440", 1440, 1400),
    View("1440-dark", 1440, 1400, "dark"),
    View("1440-forced", 1440, 1400, "dark", "active"),
    View("2560", 2560, 1400),
)
SHOWN = (("policy", "zh", View("desktop", 1280, 860)), ("indicator", "en", View("desktop", 1280, 860)))
"""What the README shows."""
PHONE = 500
"""A screen narrower than this is a phone's, touched and not clicked."""


class Picture(NamedTuple):
    """A picture to take."""

    kind: str
    language: str
    view: View


def all_pictures(kinds: list[str]) -> Iterator[Picture]:
    """Yield every picture of these kinds of page, of all where none is named."""
    for kind in kinds or KINDS:
        yield from (Picture(kind, language, view) for language in FOLDERS for view in VIEWS)


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Give a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser("chromium"), args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def take(browser: Browser, root: str, picture: Picture, target: Path) -> Path:
    """Take one picture into a folder, and return its file."""
    view = picture.view
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,
        forced_colors=view.forced,
        has_touch=view.width < PHONE,
        is_mobile=view.width < PHONE,
    )
    page = context.new_page()
    page.goto(root + FOLDERS[picture.language] + KINDS[picture.kind], wait_until="networkidle")
    path = target / f"{picture.kind}-{picture.language}-{view.name}.png"
    page.screenshot(path=path)
    context.close()
    return path


def lay_out(paths: list[Path], target: Path) -> None:
    """Lay pictures side by side on one sheet, each half as large."""
    pictures = [Image.open(path).convert("RGB") for path in paths]
    halves = [picture.resize((picture.width // 2, picture.height // 2)) for picture in pictures]
    sheet = Image.new("RGB", (sum(half.width + 8 for half in halves), max(half.height for half in halves)), "#888")
    place = 0
    for half in halves:
        sheet.paste(half, (place, 0))
        place += half.width + 8
    sheet.save(target)


def main(arguments: list[str]) -> None:
    """Take the pictures that are asked for."""
    is_readme = arguments == ["readme"]
    wanted = [Picture(*shown) for shown in SHOWN] if is_readme else list(all_pictures(arguments))
    target = ROOT / (README if is_readme else TARGET)
    target.mkdir(parents=True, exist_ok=True)
    with serve(ROOT / "site") as root, opened_browser() as browser:
        for (kind, language), group in groupby(wanted, lambda picture: picture[:2]):
            paths = [take(browser, root, picture, target) for picture in group]
            if is_readme:
                Image.open(paths[0]).convert("RGB").quantize(64).save(paths[0], optimize=True)
            else:
                lay_out(paths, target / f"sheet-{kind}-{language}.png")
    sys.stdout.write(f"{len(wanted)} pictures in {target.relative_to(ROOT)}/\n")


if __name__ == "__main__":
    main(sys.argv[1:])
