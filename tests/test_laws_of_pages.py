"""A page of each kind, and the heaviest ones, keep the laws that `make look` looks for on every page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.laws_of_pages import SCRIPT, faults_of
from tests.pictures import FOLDERS, KINDS

HEAVIEST = ("en/policies/youxian-2023/", "policies/youxian-2023/parallel/", "en/terms/")
PAGES = [
    *(list(FOLDERS.values())[index % 2] + path for index, path in enumerate(KINDS.values())),
    *HEAVIEST,
]
"""The languages by turns."""


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page of a browser in which every page is looked at."""
    page = browser.new_page()
    page.add_init_script(SCRIPT)
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_every_law(page: Page, server: str, path: str) -> None:
    found = list(faults_of(page, server, path))
    if found:  # a machine that is busy may draw a page before its scripts have come: what is seen twice is ours
        found = list(faults_of(page, server, path))
    assert [f"{fault.law}: {fault.words}" for fault in found] == []
