"""What the head of a page says to programs: its title, its addresses, its languages, its policy's names."""

import json
import re
from collections.abc import Iterator

from scripts.check.site.addresses import resolve
from scripts.check.site.ids import language_of
from scripts.check.site.pages import INDEX, Page, Site, problem
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language
from scripts.problems import Problem

LOADED = ("assets/head.js", "assets/archive.js", "assets/archive.css", "assets/paper.css")
"""What every page in the frame loads."""
# policies/jinan-2018/, id/jinan-2018/
POLICY_PATTERN = re.compile(r"(?P<kind>policies|id)/(?P<id>[\w-]+)/(?:parallel/)?")
# the size of a picture in PNG stands after its first sixteen bytes
CARD = (1200, 630)
NAMELESS = "x-default"

Row = tuple[str, object, object]
"""What it is, what was found, and what must stand there."""
CANONICAL = "//link[@rel='canonical']/@href"


def check_heads(page: Page, site: Site) -> Iterator[Problem]:
    """A page says of itself what its place among the others says of it."""
    rows: list[Row]
    if page.leads_on:
        rows = [("the robots that it keeps away", content(page, "name", "robots"), [])]
    elif not page.is_framed:
        rows = [*copy_rows(page, site)]
    elif page.is_lost:
        rows = [("meta name=robots", content(page, "name", "robots"), ["noindex"])]
    else:
        rows = [*address_rows(page, site), *title_rows(page, site), *load_rows(page, site), *policy_rows(page, site)]
    for what, found, expected in rows:
        if found != expected:
            yield problem(page, None, "head", f"{what} is {found!r}; it must be {expected!r}")


def below_of(page: Page) -> str:
    """Return the address of a page below the root of its language."""
    return page.path.removesuffix(INDEX).removeprefix(LANGUAGES[language_of(page)].folder)


def own_address(page: Page, site: Site) -> str:
    """Return the permanent address of a page; the list of a policy's addresses has one for all languages."""
    below = below_of(page)
    is_list = below.startswith("id/") and below != "id/"
    return site.address + (below if is_list else page.path.removesuffix(INDEX))


def address_rows(page: Page, site: Site) -> Iterator[Row]:
    """Yield what the head says of where the page stands, and where it stands in other languages."""
    place = site.address + page.path.removesuffix(INDEX)
    yield "link rel=canonical", page.root.xpath("//link[@rel='canonical']/@href"), [own_address(page, site)]
    yield "og:url", content(page, "property", "og:url"), [place]
    yield "data-address", page.root.get("data-address"), place
    yield "data-root", page.root.get("data-root"), "/".join([".."] * page.path.count("/")) or "."
    found = page.root.xpath("//link[@rel='alternate'][@hreflang]")
    alternates = [(str(link.get("hreflang")), str(link.get("href"))) for link in found]
    yield "link hreflang", alternates, alternates_of(page, site)
    folder = LANGUAGES[language_of(page)].folder
    feeds = page.root.xpath("//head/link[@type='application/atom+xml'][@rel='alternate']/@href")
    yield "link of the feed", [resolve(site, page.path, str(each)).path for each in feeds], [f"{folder}log/feed.xml"]
    yield "meta name=robots", content(page, "name", "robots"), []


def alternates_of(page: Page, site: Site) -> list[tuple[str, str]]:
    """Return the languages of a page with their addresses; what has no language leads to the reader's."""
    below, nameless = below_of(page), ""
    match = POLICY_PATTERN.fullmatch(below)
    if match and match["kind"] == "id":
        if language_of(page) is not Language.ZH:
            return []
        below, nameless = f"policies/{match['id']}/", below
    elif match and "parallel" not in below:
        nameless = f"id/{match['id']}/"
    pairs = [(writing.tag, site.address + writing.folder + below) for writing in LANGUAGES.values()]
    return [*pairs, (NAMELESS, site.address + (nameless or below))]


def title_rows(page: Page, site: Site) -> Iterator[Row]:
    """Yield what the head says that the page is called."""
    home = site.pages.get(LANGUAGES[language_of(page)].folder + INDEX, page)
    (name, *_) = [*content(home, "property", "og:site_name"), ""]
    (title, *_) = [*content(page, "property", "og:title"), ""]
    heads = [" ".join(head.text_content().split()) for head in page.root.iter("h1")]
    yield "og:site_name", content(page, "property", "og:site_name"), [name]
    yield "title", page.root.xpath("//head/title/text()"), [name if page is home else f"{title} - {name}"]
    yield "the number of h1", len(heads), 1
    if page is not home and heads and heads[0].casefold() not in title.casefold():
        yield "og:title", title, heads[0]
    described = content(page, "name", "description")
    yield "og:description", content(page, "property", "og:description"), described
    yield "a description", len([words for words in described if words.strip()]), 1
    yield "og:type", content(page, "property", "og:type"), ["article"]
    size = [str(number) for number in CARD]
    found = [*content(page, "property", "og:image:width"), *content(page, "property", "og:image:height")]
    yield "the size of og:image", found, size


def load_rows(page: Page, site: Site) -> Iterator[Row]:
    """Yield what the page loads of what every page loads, and whether it can be read on a phone."""
    up = "../" * page.path.count("/")
    loaded = {str(value) for value in page.root.xpath("//script/@src | //link[@rel='stylesheet']/@href")}
    yield "what it loads of the frame", [name for name in LOADED if up + name in loaded], list(LOADED)
    begins = f"{up}assets/theme."
    themes = [name for name in loaded if name.startswith(begins) and name.removeprefix(up) in site.files]
    yield "how many styles of text it loads", len(themes), 1
    yield "meta charset", page.root.xpath("//head/meta/@charset"), ["utf-8"]
    yield "meta name=viewport", content(page, "name", "viewport"), ["width=device-width,initial-scale=1"]
    yield "the number of main", len(list(page.root.iter("main"))), 1
    yield "the number of article", len(list(page.root.iter("article"))), 1


def policy_rows(page: Page, site: Site) -> Iterator[Row]:
    """Yield what the head of a policy's page says of the policy."""
    match = POLICY_PATTERN.fullmatch(below_of(page))
    metadata = metadata_of(site, match["id"]) if match else None
    if not match or not metadata or below_of(page).endswith("parallel/"):
        yield "archive-address", content(page, "name", "archive-address"), []
        yield "citation_title", content(page, "name", "citation_title"), []
        return
    place = site.address + page.path.removesuffix(INDEX)
    yield "archive-address", content(page, "name", "archive-address"), [place]
    if match["kind"] == "policies":
        yield "citation_title", content(page, "name", "citation_title"), [metadata.title.zh]
        yield "citation_author", content(page, "name", "citation_author"), [issuer.zh for issuer in metadata.issuers]
        number = [metadata.number] if metadata.number else []
        yield "z.publicLawNumber", content(page, "name", "z.publicLawNumber"), number
        yield "citation_language", content(page, "name", "citation_language"), ["zh-CN"]
        yield (
            "citation_fulltext_html_url",
            content(page, "name", "citation_fulltext_html_url"),
            [own_address(page, site)],
        )
        yield "h1", [str(head.text_content()).strip() for head in page.root.iter("h1")], [title_of(metadata, page)]
        permanent = f"{site.address}id/{match['id']}/"
        yield from statement_rows(page, permanent if language_of(page) is Language.ZH else place)
        yield "link rel=cite-as", page.root.xpath("//head/link[@rel='cite-as']/@href"), [permanent]


def statement_rows(page: Page, address: str) -> Iterator[Row]:
    """Yield what the page says in JSON-LD: which law, or form of it, it is about."""
    found = page.root.xpath("//script[@type='application/ld+json']/text()")
    try:
        names = [json.loads(words).get("@id") for words in found]
    except (ValueError, AttributeError):
        names = ["no JSON"]
    yield "@id in application/ld+json", names, [address]


def copy_rows(page: Page, site: Site) -> Iterator[Row]:
    """Yield what the head of a copy says: it leads to the page of which it is one, or to which that one leads on."""
    folder = page.path.rpartition("/")[0] + "/"
    below = "parallel/" if page.path.endswith("-parallel.html") else ""
    whole = site.pages.get(folder + below + INDEX)
    expected = whole.root.xpath(CANONICAL) if whole and whole.leads_on else [site.address + folder + below]
    yield "link rel=canonical", page.root.xpath(CANONICAL), expected
    yield "the number of title", len(page.root.xpath("//head/title[normalize-space()]")), 1
    yield "meta name=robots", content(page, "name", "robots"), []


def content(page: Page, kind: str, name: str) -> list[str]:
    """Return what the head says under a name."""
    return [str(value) for value in page.root.xpath(f"/html/head/meta[@{kind}='{name}']/@content")]


def metadata_of(site: Site, policy_id: str) -> Metadata | None:
    """Return what the corpus knows of a policy."""
    policies = site.archive.policies if site.archive else ()
    return next((each.metadata for each in policies if each.metadata and each.metadata.id == policy_id), None)


def title_of(metadata: Metadata, page: Page) -> str:
    """Return the title of a policy in the language of a page."""
    return metadata.title.zh if language_of(page) is Language.ZH else str(metadata.title.en or metadata.title.zh)
