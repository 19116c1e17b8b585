"""What a page leads to: every link of every kind leads to a page or file that is there, and to an id on it."""

from collections.abc import Iterator

from lxml import html

from scripts.check.site.addresses import Lead, resolve
from scripts.check.site.pages import Page, Site, problem
from scripts.problems import Problem

LINKS = ("a/@href", "area/@href", "form/@action", "*/@formaction", "*/@cite", "*/@longdesc")
NAMES = (
    "link[@rel]/@href",
    "meta[@property='og:url' or @property='og:image']/@content",
    "meta[@name='archive-address' or @name='citation_fulltext_html_url']/@content",
)
"""What the head names."""
FROM_PAGE, FROM_ROOT = ("data-address", "data-meanings"), ("data-glossary", "data-notes")
"""Attributes of ours that a program leads to or loads: from where the page stands, or from the site's root."""


def check_links(page: Page, site: Site) -> Iterator[Problem]:
    """Every link within the site leads to a page or file that is there, and to an id on it."""
    own = [f"*/@{name}" for name in (*FROM_PAGE, *FROM_ROOT)] if page.is_framed else []
    for kind in (*LINKS, *NAMES, *own):
        for value in page.root.xpath(f"//{kind}"):
            base = "" if value.attrname in FROM_ROOT else page.path
            yield from check_link(page, site, value.getparent(), str(value), base)


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
