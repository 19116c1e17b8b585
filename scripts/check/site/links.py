"""What a page leads to: every link of every kind leads to a page or file that is there, and to an id on it."""

from collections.abc import Iterator

from lxml import html

from scripts.check.site.addresses import resolve
from scripts.check.site.pages import Lead, Page, Site, problem
from scripts.problems import Problem

LINKS = {"a": "href", "area": "href", "link": "href", "form": "action"}
"""Elements that lead somewhere, by which attribute."""
OTHERS = ("formaction", "cite", "longdesc")
"""Attributes of any element that do."""
NAMES = {"og:url", "og:image", "archive-address", "citation_fulltext_html_url"}
"""What the head names by an address."""
FROM_PAGE, FROM_ROOT = ("data-address", "data-meanings"), ("data-glossary", "data-notes")
"""Attributes of ours that a program leads to or loads: from where the page stands, or from the site's root."""


def check_links(page: Page, site: Site) -> Iterator[Problem]:
    """Every link within the site leads to a page or file that is there, and to an id on it."""
    for element in page.root.iter(*LINKS):
        address = element.get(LINKS[str(element.tag)])
        if address is not None and (element.tag != "link" or element.get("rel")):
            yield from check_link(page, site, element, address, page.path)
    for element in page.root.iter("meta"):
        if NAMES & {element.get("name"), element.get("property")}:
            yield from check_link(page, site, element, str(element.get("content")), page.path)
    own = (*FROM_PAGE, *FROM_ROOT) if page.is_framed else ()
    names = (*OTHERS, *own)
    for element in page.root.xpath(f"//*[{' or '.join(f'@{name}' for name in names)}]"):
        for name in names:
            if name in element.attrib:
                base = "" if name in FROM_ROOT else page.path
                yield from check_link(page, site, element, str(element.get(name)), base)


def check_link(page: Page, site: Site, element: html.HtmlElement, address: str, base: str) -> Iterator[Problem]:
    """A link leads somewhere; one into the site leads to what is there."""
    lead = resolve(site, base, address)
    if lead.fault:
        yield problem(page, element, "address", f"{address!r} {lead.fault}; write one that leads somewhere")
    elif lead.path:
        yield from check_lead(page, site, element, address, lead)


def check_lead(page: Page, site: Site, element: html.HtmlElement, address: str, lead: Lead) -> Iterator[Problem]:
    """What an address within the site leads to is there."""
    target = lead.path
    if target not in site.files:
        yield problem(page, element, "dead-link", f"{address!r} leads to site/{target}, which is not there")
    elif lead.fragment and target in site.pages and lead.fragment not in site.pages[target].ids:
        yield problem(page, element, "dead-anchor", f"{address!r}: there is no id {lead.fragment!r} on site/{target}")
    if address.startswith("/") and element.xpath("ancestor::article") and not page.is_lost:
        message = f"{address!r} begins with a slash, which leads nowhere in a copy on a disk; write it from this page"
        yield problem(page, element, "address", message)
