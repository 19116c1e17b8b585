"""With colours forced by the system, whatever colour alone told apart can still be told apart."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

COLOURS = """([selector, pseudo, property]) => {
  const element = document.querySelector(selector)
  return element && [getComputedStyle(element, pseudo)[property], getComputedStyle(document.body).backgroundColor]
}"""
SHOWN = (
    ("policies/jinan-2018/", ".site-seal path", "", "fill"),
    ("policies/jinan-2018/", ".policy-address", "::after", "backgroundColor"),
    ("indicators/first-acceptance-rate/", ".picture .target path", "", "fill"),
    ("search/?query=%E8%B4%A8%E9%87%8F", ".bars .bar", "", "backgroundColor"),
)
"""Shapes that have no words: on which page, which element of it or what stands beside it, and what draws them."""


@pytest.fixture(scope="module", params=["light", "dark"])
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with the system's colours, on a light and on a dark ground."""
    context = browser.new_context(base_url=server, forced_colors="active", color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("path", "selector", "pseudo", "drawn_by"), SHOWN)
def test_a_shape_stands_out_from_its_ground(page: Page, path: str, selector: str, pseudo: str, drawn_by: str) -> None:
    page.goto(path)
    page.wait_for_selector(selector, state="attached")
    colour, ground = page.evaluate(COLOURS, [selector, pseudo, drawn_by])
    assert colour not in (ground, "none", "rgba(0, 0, 0, 0)")


def test_the_place_of_an_address_and_marked_words_are_outlined(page: Page) -> None:
    page.goto("policies/jinan-2018/?quote=%E8%B4%A8%E9%87%8F#s2-1-p1")
    for selector in (":target", "mark"):
        page.wait_for_selector(selector)
        assert page.locator(selector).first.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


def test_the_current_page_and_section_are_marked(page: Page) -> None:
    page.goto("about/how-to-cite/")
    current = page.locator("[aria-current]")
    assert current.count()
    borders = current.evaluate_all("links => links.map((link) => getComputedStyle(link).borderInlineStartStyle)")
    assert set(borders) == {"solid"}
