"""The frame of a page: its head and foot say and lead to what those of the first page do, and the way to its twin."""

from collections.abc import Iterator

from lxml import html

from scripts.check.site.addresses import resolve
from scripts.check.site.ids import language_of
from scripts.check.site.pages import INDEX, Page, Site, problem
from scripts.model.languages import LANGUAGES
from scripts.problems import Problem

PARTS = ("header", "footer")
SHOWN = 30


def check_frame(page: Page, site: Site) -> Iterator[Problem]:
    """The head and the foot of a page say what those of the first page of its language say, and lead where they do."""
    home = site.pages.get(LANGUAGES[language_of(page)].folder + INDEX)
    if not page.is_framed or home is None or home is page:
        return
    for part in PARTS:
        own, model = parts_of(page, part), parts_of(home, part)
        if len(own) != len(model):
            yield problem(page, None, "frame", f"has {len(own)} <{part}>, the first page {len(model)}; build again")
            continue
        for element, pattern in zip(own, model, strict=True):
            yield from check_words(page, element, words_of(element), words_of(pattern))
            missing = leads_of(site, home, pattern) - leads_of(site, page, element)
            if missing:
                message = f"does not lead to {', '.join(sorted(missing))}, as the first page does; build again"
                yield problem(page, element, "frame", message)


def check_words(page: Page, element: html.HtmlElement, said: str, wanted: str) -> Iterator[Problem]:
    """A part of a frame says what it must."""
    if said != wanted:
        start = next((n for n, (a, b) in enumerate(zip(said, wanted, strict=False)) if a != b), 0)
        there, must = said[start : start + SHOWN], wanted[start : start + SHOWN]
        message = f"<{element.tag!s}> says {there!r}, where the first page says {must!r}; build the site again"
        yield problem(page, element, "frame", message)


def check_twin(page: Page, site: Site) -> Iterator[Problem]:
    """The head of a page leads to the same page in each other language."""
    if not page.is_framed or page.is_lost:
        return
    own = LANGUAGES[language_of(page)]
    twins = {writing.folder + page.path.removeprefix(own.folder) for writing in LANGUAGES.values() if writing != own}
    found = {resolve(site, page.path, str(a)).path for a in page.root.xpath("//header//a[@hreflang]/@href")}
    if found != twins:
        message = f"leads to {sorted(found)} in other languages; it must be {sorted(twins)}"
        yield problem(page, None, "frame", message)


def parts_of(page: Page, tag: str) -> list[html.HtmlElement]:
    """Return the heads or the feet of a page that stand around its article."""
    return [element for element in page.root.iter(tag) if not element.xpath("ancestor::article")]


def words_of(element: html.HtmlElement) -> str:
    """Return what an element says, without blanks."""
    return "".join(str(element.text_content()).split())


def leads_of(site: Site, page: Page, element: html.HtmlElement) -> set[str]:
    """Return the pages to which an element leads, in whatever language but by the way to the twin."""
    links = element.xpath(".//a[@href][not(@hreflang)][not(@data-report)]/@href")
    return {lead.path for lead in (resolve(site, page.path, str(link)) for link in links) if lead.path}
