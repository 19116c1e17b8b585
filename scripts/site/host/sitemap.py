"""The pages of the site → `sitemap.xml`, and `robots.txt` that leads to it: what search engines read of an archive.

A page stands in it by its permanent address, with the same languages and addresses as in its head; one that only leads
to another does not. Where nobody knows when a page was changed, nothing is said of it.
"""

from collections.abc import Iterable, Iterator
from html import escape

from scripts.carry.links import INDEX
from scripts.site.host.dates import History
from scripts.site.host.heads import Head

OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)
MOST_PAGES = 50_000
"""So many pages a sitemap may name."""


def render_sitemap(heads: Iterable[Head], history: History, root: str) -> str:
    """Return the sitemap of a site at an address with a slash at its end."""
    pages = [head for head in heads if head.canonical == root + head.path.removesuffix(INDEX)]
    if len(pages) > MOST_PAGES:
        raise ValueError(f"sitemap.xml would name {len(pages)} pages; {MOST_PAGES} are read")
    lines = (line for head in pages for line in render_page(head, history.day_of(head.path)))
    return "\n".join([OPENING, *lines, "</urlset>"]) + "\n"


def render_page(head: Head, day: str) -> Iterator[str]:
    """Yield the lines of a page."""
    yield "<url>"
    yield f"<loc>{escape(head.canonical)}</loc>"
    if day:
        yield f"<lastmod>{day}</lastmod>"
    for tag, address in head.alternates:
        yield f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(address)}"/>'
    yield "</url>"


def render_robots(root: str) -> str:
    """Return what programs are asked: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {root}sitemap.xml\n"
