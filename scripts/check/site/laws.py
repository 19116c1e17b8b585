"""The built site: ids, links, languages, and nothing from another host."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree, html

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.problems import Problem

LOADED = dict.fromkeys(("script", "img", "iframe", "source", "video", "audio", "embed"), "src")
SIGNPOSTS = {"cite-as", "describedby", "item", "type", "author", "linkset"}
UNLOADED_RELS = {"canonical", "alternate", "next", "prev", "license", *SIGNPOSTS}
"""What a `<link>` only names and no browser loads; neither does any load one that has none."""
BASE = "http://site/"
# _1, 文字_2: ids that Markdown made from position; not s2-3_2, which the printed number made
POSITIONAL_PATTERN = re.compile(r"_\d+|[^_]*[^0-9_]_\d+")
CSS_ADDRESS_PATTERN = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\"')\s]+)")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its path below `site/`, and what is on it."""

    path: str
    root: html.HtmlElement
    ids: dict[str, int]
    """With the line on which each stands first."""


def check_site(site: Path) -> Iterator[Problem]:
    """Yield every problem of the site below this folder."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path: read_page(site, path) for path in sorted(files) if path.endswith(".html")}
    for page in pages.values():
        yield from check_ids(page)
        yield from check_language(page)
        yield from check_links(page, pages, files)
        yield from check_hosts(page)
    yield from check_pairs(set(pages))
    for path in sorted(files):
        if path.endswith(".css"):
            yield from check_stylesheet(site, path)


def read_page(site: Path, path: str) -> Page:
    """Return a page of the site."""
    root = html.fromstring((site / path).read_bytes(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    ids: dict[str, int] = {}
    for element in root.iter(etree.Element):
        identity = element.get("id")
        if identity is not None:
            ids.setdefault(identity, element.sourceline or 0)
    return Page(path, root, ids)


def problem(page: Page, element: html.HtmlElement | None, rule: str, message: str) -> Problem:
    """Return a problem at an element of a page."""
    line = element.sourceline if element is not None else 0
    return Problem(f"site/{page.path}", int(line or 0), rule, message)


def check_ids(page: Page) -> Iterator[Problem]:
    """Ids are ASCII, stand once, and in the article none comes from its position."""
    seen: set[str] = set()
    for element in page.root.xpath("//*[@id]"):
        identity = str(element.get("id"))
        if identity in seen:
            yield problem(page, element, "id", f"id {identity!r} stands twice; every id must be its own")
        seen.add(identity)
        if not identity.isascii():
            yield problem(page, element, "id", f"id {identity!r} is not ASCII; give the heading an id of its own")
    for element in page.root.xpath("//article//*[@id]"):
        if POSITIONAL_PATTERN.fullmatch(str(element.get("id"))):
            message = f"id {element.get('id')!r} comes from the heading's position; give it an id of its own: {{#name}}"
            yield problem(page, element, "id", message)


def check_language(page: Page) -> Iterator[Problem]:
    """Every page names its language, the one of its folder."""
    expected = LANGUAGES[Language.EN if page.path.startswith("en/") else Language.ZH].tag
    if page.root.get("lang") != expected:
        yield problem(page, page.root, "lang", f"lang is {page.root.get('lang')!r}; it must be {expected!r}")


def check_links(page: Page, pages: dict[str, Page], files: set[str]) -> Iterator[Problem]:
    """Every link within the site leads to a page or file that is there, and to an id on it."""
    for element in page.root.xpath("//a[@href] | //link[@href]"):
        href = str(element.get("href"))
        if urlsplit(href).scheme or href.startswith("//") or page.path.endswith("404.html"):
            continue
        address, fragment = urldefrag(urljoin(BASE + page.path, href))
        path = unquote(address.removeprefix(BASE).partition("?")[0])
        target = path + "index.html" if not path or path.endswith("/") else path
        if target not in files:
            yield problem(page, element, "dead-link", f"{href!r} leads to site/{target}, which is not there")
        elif fragment and target in pages and unquote(fragment) not in pages[target].ids:
            yield problem(page, element, "dead-anchor", f"{href!r}: there is no id {fragment!r} on site/{target}")


def check_hosts(page: Page) -> Iterator[Problem]:
    """No page loads anything from another host."""
    for element in page.root.iter(*LOADED, "link"):
        is_link = element.tag == "link"
        address = str(element.get("href" if is_link else LOADED[str(element.tag)]) or "")
        rels = set(str(element.get("rel") or "").split())
        is_loaded = not is_link or (bool(rels) and not UNLOADED_RELS & rels)
        if is_loaded and (urlsplit(address).netloc or address.startswith("//")):
            yield problem(page, element, "host", f"{address!r} is loaded from another host; put it into docs/assets")


def check_stylesheet(site: Path, path: str) -> Iterator[Problem]:
    """No stylesheet loads anything from another host."""
    for match in CSS_ADDRESS_PATTERN.finditer((site / path).read_text(encoding="utf-8")):
        yield Problem(f"site/{path}", 0, "host", f"{match[1]!r} is loaded from another host; put it into docs/assets")


def check_pairs(paths: set[str]) -> Iterator[Problem]:
    """Every page exists in every language."""
    chinese = {path for path in paths if not path.startswith("en/")}
    english = {path.removeprefix("en/") for path in paths if path.startswith("en/")}
    for path in sorted(chinese - english):
        yield Problem(f"site/{path}", 0, "language", f"has no English page; write docs/en/{source_of(path)}")
    for path in sorted(english - chinese):
        yield Problem(f"site/en/{path}", 0, "language", f"has no Chinese page; write docs/zh/{source_of(path)}")


def source_of(path: str) -> str:
    """Return the Markdown file from which a page is made."""
    return path.removesuffix(".html") + ".md"
