"""What a host and search engines read of a site: `sitemap.xml`, `robots.txt`, and that every page has its twin."""

import gzip
import re
from collections.abc import Iterator
from datetime import date, timedelta

from lxml import etree

from scripts.check.site.heads import alternates_of, own_address
from scripts.check.site.pages import INDEX, Site
from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.problems import Problem

MAP, ROBOTS = "sitemap.xml", "robots.txt"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
PACKAGE = "data/datapackage.json"
# "created": "2026-11-29T09:27:40Z"
CREATED_PATTERN = re.compile(r'"created": "(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d))')
YEAR = timedelta(366)
"""So long after the day that the builder was told a page may have changed: that day may be set to an earlier one."""
EARLIEST = date(2020, 1, 1)
"""Before this day no page of the archive was there."""


def check_pairs(site: Site) -> Iterator[Problem]:
    """Every page exists in every language."""
    english = LANGUAGES[Language.EN].folder
    chinese = {path for path in site.pages if not path.startswith(english)}
    twins = {path.removeprefix(english) for path in site.pages if path.startswith(english)}
    for path in sorted(chinese - twins):
        yield Problem(f"site/{path}", 0, "language", f"has no English page; write docs/en/{source_of(path)}")
    for path in sorted(twins - chinese):
        yield Problem(f"site/{english}{path}", 0, "language", f"has no Chinese page; write docs/zh/{source_of(path)}")


def source_of(path: str) -> str:
    """Return the Markdown file from which a page is made."""
    return path.removesuffix(".html") + ".md"


def check_robots(site: Site) -> Iterator[Problem]:
    """Programs may read everything, and are told where the list of pages is."""
    expected = f"User-agent: *\nAllow: /\n\nSitemap: {site.address}{MAP}\n"
    if INDEX in site.pages and (ROBOTS not in site.files or site.text(ROBOTS) != expected):
        yield Problem(f"site/{ROBOTS}", 0, "map", f"must be exactly {expected!r}; build the site again")


def check_map(site: Site) -> Iterator[Problem]:
    """The list of pages has each page once, with its languages and a possible day; packed, it is the same."""
    if INDEX not in site.pages:
        return
    try:
        data = (site.folder / MAP).read_bytes()
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        if gzip.decompress((site.folder / f"{MAP}.gz").read_bytes()) != data:
            yield Problem(f"site/{MAP}.gz", 0, "map", f"is not {MAP}, packed; build the site again")
    except (OSError, EOFError, ValueError, etree.LxmlError) as error:
        yield Problem(f"site/{MAP}", 0, "map", f"cannot be read ({error}); build the site again")
        return
    yield from check_urls(site, root)


def check_urls(site: Site, root: etree._Element) -> Iterator[Problem]:
    """The list of pages has each page once, with its languages and a day that can be."""
    expected = {
        own_address(page, site): alternates_of(page, site)
        for page in site.pages.values()
        if page.is_framed
        and not page.is_lost
        and own_address(page, site) == site.address + page.path.removesuffix(INDEX)
    }
    latest = latest_day(site)
    for url in root.iter(f"{SPACE}url"):
        place, line = url.findtext(f"{SPACE}loc") or "", int(url.sourceline or 0)
        alternates = [(link.get("hreflang"), link.get("href")) for link in url.iter(LINK)]
        if place not in expected:
            yield Problem(f"site/{MAP}", line, "map", f"{place!r} is no page, or stands twice; build again")
        elif alternates != expected.pop(place):
            yield Problem(f"site/{MAP}", line, "map", f"{place!r} has not its page's languages; build again")
        day = url.findtext(f"{SPACE}lastmod")
        if day is not None and not is_day(day, latest):
            yield Problem(
                f"site/{MAP}", line, "map", f"{day!r} is no day on which a page can have changed; build again"
            )
    for place in expected:
        yield Problem(f"site/{MAP}", 0, "map", f"{place!r} is missing; build the site again")


def is_day(words: str, latest: date) -> bool:
    """Whether words are a day, as 2026-11-29, that a page of the archive can have changed on."""
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", words)) and EARLIEST <= date.fromisoformat(words) <= latest
    except ValueError:
        return False


def latest_day(site: Site) -> date:
    """Return a day that is later than any change: a year after the state that the data say they are of."""
    match = CREATED_PATTERN.search(site.text(PACKAGE)) if PACKAGE in site.files else None
    return date.fromisoformat(match[1]) + YEAR if match else date.max
