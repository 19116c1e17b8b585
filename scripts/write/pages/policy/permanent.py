"""A policy → the page of its permanent address: every address that was ever published, in both languages.

Opened as it is, the page in the first language leads on to the reader's (docs/assets/javascripts/archive-id.js); so
it must say all by itself to whoever stays: readers without scripts, readers who ask for the list, paper.
"""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.editions import Edition
from scripts.model.languages import LANGUAGES, ORIGINAL, OTHER
from scripts.model.policy import Bilingual, Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.permanent.id_file import source_bytes
from scripts.write.permanent.places import Place, find_places
from scripts.write.permanent.signposts import LINKSET, alternates, head_links
from scripts.write.permanent.swhid import content_id
from scripts.write.words.addresses import page_address, permanent_address
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import LANG_TAGS, pick, say


def render_id_page(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> str:
    """Return the Markdown of the page."""
    other, title = OTHER[language], pick(metadata.title, language)
    way = Ways(metadata.id, language, has_both=archive.is_translated(metadata.id))
    own = permanent_address(metadata.id)
    address = own if language is ORIGINAL else page_address(f"id/{metadata.id}/", language)
    front_matter: dict[str, object] = {
        "title": md.escape_html(say("addresses-title", language, title=title)),
        "description": md.escape_html(say("addresses-description", language, title=title)),
        "hide": ["navigation", "toc"],
        "signposts": head_links(metadata, archive, own),
        "address": address,
    }
    if language is ORIGINAL:
        front_matter["alternates"] = alternates(metadata.id)
        front_matter["leads"] = [{"tag": LANGUAGES[to].tag, "href": way.page(to)} for to in Language]
    else:  # the same list in a frame of another language
        front_matter |= {"alternates": [], "canonical": own}
    shown = f"<code>{own}</code>"
    blocks = [
        f"# {md.escape(say('addresses-title', language, title=title))} {md.attribute_list('title')}",
        md.paragraph(" · ".join(way.links()), classes="policy-parallel"),
        md.paragraph(say("addresses-lead", language, address=shown)),
        md.paragraph(say("addresses-lead", other, address=shown), lang=LANG_TAGS[other]),
        md.description_list(facts(policy, metadata, way)),
        table(policy, archive, way),
    ]
    return md.page(front_matter, blocks)


class Ways:
    """The ways from the page to the pages and files of the policy, which stand in the trees of both languages."""

    def __init__(self, policy_id: str, language: Language, *, has_both: bool) -> None:
        self.policy_id, self.language, self.has_both = policy_id, language, has_both
        self.root = "../" * (2 + LANGUAGES[language].folder.count("/"))

    def page(self, language: Language, anchor: str = "", below: str = "") -> str:
        """Return the way to the policy's page in a language, or to a page below it."""
        place = f"#{anchor}" if anchor else ""
        return f"{self.root}{LANGUAGES[language].folder}policies/{self.policy_id}/{below}{place}"

    def both(self, anchor: str = "") -> str:
        """Return the link to both texts side by side, in the frame of the page's language."""
        return md.raw_link(
            md.escape(say("addresses-both", self.language)), self.page(self.language, anchor, "parallel/")
        )

    def links(self) -> Iterator[str]:
        """Yield the links to the policy's pages."""
        for language in Language:
            name = md.escape(say("addresses-page", language))
            yield md.raw_link(name, self.page(language), hreflang=LANG_TAGS[language], lang=LANG_TAGS[language])
        if self.has_both:
            yield md.raw_link(md.escape(say("parallel", self.language)), self.page(self.language, below="parallel/"))


def facts(policy: Policy, metadata: Metadata, way: Ways) -> Iterator[tuple[str, str]]:
    """Yield what stands above the list: name and value, as Markdown."""
    language, files = way.language, f"{way.root}id/{metadata.id}/"
    yield say("permanent-address", language), f"<code>{permanent_address(metadata.id)}</code>"
    first = metadata.editions[0] if metadata.editions else None
    if first:
        yield say("addresses-first", language), since(first, language)
    source = md.raw_link("source.txt", f"{way.root}data/policies/{metadata.id}/source.txt")
    identity = f"<code>{content_id(source_bytes(policy))}</code>"
    yield say("received", language), f"{source}{LANGUAGES[language].colon}{identity}"
    names = ("id.json", LINKSET)
    yield say("data", language), LANGUAGES[language].join(md.raw_link(name, files + name) for name in names)


def since(edition: Edition, language: Language) -> str:
    """Return an edition by its day and its number, as Markdown."""
    return md.escape(say("addresses-since", language, date=say_date(edition.date, language), n=edition.number))


def table(policy: Policy, archive: Archive, way: Ways) -> str:
    """Return the table of all addresses; each row stands at its anchor, those of places that moved at the end."""
    language, policy_id = way.language, way.policy_id
    head = [md.html_cell("th", md.escape(say("addresses-anchor", language)), scope="col")]
    head += [md.html_cell("th", md.escape(say("addresses-language", each)), scope="col") for each in Language]
    head += [md.html_cell("th", md.escape(say("parallel", language)), scope="col")] if way.has_both else []
    places = {place.anchor: place for place in find_places(policy, archive)}
    rows = [row(place.anchor, place, way) for place in places.values()]
    moved = archive.redirects.get(policy_id, {})
    rows += [row(old, places[new], way) for old, new in moved.items() if new in places]
    return md.html_table(say("addresses", language), head, rows, classes="saveable policy-addresses")


def row(anchor: str, place: Place, way: Ways) -> md.Row:
    """Return the row of an address; `place` is where it leads now."""
    is_later = place.since and place.since.number > 1 and anchor == place.anchor
    note = f" {since(place.since, way.language)}" if place.since and is_later else ""
    cells = [md.html_cell("th", f"<code>{anchor}</code>{note}", scope="row")]
    for language in Language:
        link = md.raw_link(md.escape(place_label(place.anchor, language)), way.page(language, place.anchor))
        words = link if anchor == place.anchor else say("addresses-moved", language, place=link)
        words += md.escape(heading_of(place.title, language))
        lang = LANG_TAGS[language] if language is not way.language else ""
        cells.append(md.html_cell("td", words, lang=lang))
    if way.has_both:
        cells.append(md.html_cell("td", way.both(place.begins_at)))
    return md.html_row(cells, id=anchor)


def heading_of(title: Bilingual | None, language: Language) -> str:
    """Return what stands behind a place's name: its heading, where it has one in the language."""
    words = pick(title, language) if title else ""
    return LANGUAGES[language].colon + words.rstrip("。") if words else ""
