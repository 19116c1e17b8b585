"""The keyboard alone: no letter does anything by itself, and whatever has the focus is seen to have it, under nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789/?.,;[]-=+"
PAGES = (
    "policies/jinan-2018/",
    "en/policies/jilin-2018/parallel/",
    "search/?query=%E9%A3%9F%E5%93%81",
    "en/indicators/matrix/",
    "terms/",
    "en/about/for-trainers/worksheets/",
)
FETCHING = ("search/", "en/about/for-trainers/worksheets/")
"""Pages whose scripts fetch what they show."""
WALK = """(isBack) => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  const shown = all.filter((element) => !element.disabled && element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length)
  const step = Math.ceil(shown.length / 120) // of a long page every so many
  const some = shown.filter((_, index) => index % step === 0)
  const found = []
  for (const element of isBack ? some.reverse() : some) {
    element.focus({ focusVisible: true })
    if (document.activeElement !== element) continue
    const name = `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 20)}`
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    if (outlineStyle === "none" || (outlineStyle !== "auto" && parseFloat(outlineWidth) < 2)) found.push(`no outline: ${name}`)
    const box = element.getClientRects()[0]
    const label = element.closest("label")
    const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y])
    const tops = points.map(([x, y]) => document.elementFromPoint(x, y))
    const isSeen = (top) => top && (element.contains(top) || top.contains(element) || (label && label.contains(top)))
    if (box.width > 1 && !tops.some(isSeen)) found.push(`hidden: ${name} at ${Math.round(box.top)}`)
  }
  return found
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page of a browser that all tests share."""
    page = browser.new_page(base_url=server)
    yield page
    page.close()


def open_page(page: Page, path: str) -> None:
    """Open a page, and wait for what its scripts still fetch."""
    page.goto(path, wait_until="networkidle" if path.partition("?")[0] in FETCHING else "load")


@pytest.mark.parametrize(("path", "width"), [*((path, 390) for path in PAGES), (PAGES[0], 1280), (PAGES[4], 1280)])
def test_the_focus_is_seen_and_under_nothing(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, path)
    page.keyboard.press("Tab")  # from now on the focus is that of a keyboard
    assert page.evaluate(WALK, False) == []
    assert page.evaluate(WALK, True) == []


@pytest.mark.parametrize("path", PAGES[:3:2])
def test_no_letter_or_sign_does_anything_by_itself(page: Page, path: str) -> None:
    open_page(page, path)
    before = page.evaluate("[location.href, document.body.innerHTML.length, scrollY]")
    for sign in SIGNS:
        page.keyboard.press(sign)
    assert page.evaluate("[location.href, document.body.innerHTML.length, scrollY]") == before
    assert page.evaluate("document.activeElement === document.body")
