"""What the page of each indicator shows: the figures that were found, each with its value, its year and its place."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import html

from scripts.check.site.addresses import resolve
from scripts.check.site.pages import INDEX, Page, Site, problem
from scripts.model.archive import Target
from scripts.model.languages import LANGUAGES
from scripts.problems import Problem

Shown = tuple[str, str, Decimal | None]
"""A figure as a page shows it: the policy's page and the anchor to which it leads, and its value."""


def check_indicators(site: Site) -> Iterator[Problem]:
    """The page of each indicator shows exactly the figures of it that were found, in each language."""
    findings = site.archive.findings.values() if site.archive else ()
    targets = [target for each in findings for target in each.targets if target.indicator]
    for writing in LANGUAGES.values():
        found: dict[str, set[Shown]] = {}
        for target in targets:
            page = f"{writing.folder}indicators/{target.indicator}/{INDEX}"
            found.setdefault(page, set()).add(figure_of(target, writing.folder))
        for path, expected in found.items():
            if path in site.pages:
                yield from check_page(site, site.pages[path], expected)


def figure_of(target: Target, folder: str) -> Shown:
    """Return a figure as the page of a language must show it."""
    return f"{folder}policies/{target.policy}/{INDEX}", target.anchor, target.value


def check_page(site: Site, page: Page, expected: set[Shown]) -> Iterator[Problem]:
    """A page shows each figure, and none that was not found."""
    shown: Counter[Shown] = Counter()
    for row in page.root.xpath("//article//tr[td[@data-value] and .//a[contains(@href, '#')]]"):
        for figure in figures_in(site, page, row):
            shown[figure] += 1
            if figure not in expected:
                message = f"shows {figure[2]} at #{figure[1]} of {figure[0]}, which the corpus does not; build again"
                yield problem(page, row, "figure", message)
    for path, anchor, value in sorted(expected - shown.keys(), key=str):
        message = f"does not show {value} at #{anchor} of {path}, as the corpus does; build docs/ and site/ again"
        yield problem(page, None, "figure", message)


def figures_in(site: Site, page: Page, row: html.HtmlElement) -> Iterator[Shown]:
    """Yield the figures of a row of the table: its value, at each place that it leads to."""
    cells = row.xpath("./td[contains(@class, 'number')]")
    try:
        value = Decimal(cells[0].get("data-value")) if cells and cells[0].get("data-value") else None
    except InvalidOperation:
        value = Decimal(-1)
    for address in row.xpath(".//a[contains(@href, '#')]/@href"):
        lead = resolve(site, page.path, str(address))
        yield lead.path, lead.fragment, value
