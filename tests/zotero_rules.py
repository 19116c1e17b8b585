"""A page → the item that Zotero saves of it: our own account of what its translators read, for the tags that we write.

Written from what two of them do, `Embedded Metadata.js` and `RDF.js` of https://github.com/zotero/translators at 28143701
(26 June 2026), as far as our heads have anything to do with it. The order matters: statements with a known prefix come
first (Dublin Core, Open Graph, Zotero's own), then the tags that begin with `citation_`, then what is left.
"""

import re
from dataclasses import dataclass, field

from lxml import html

PREFIXES = {
    "bib": "http://purl.org/net/biblio#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "z": "http://www.zotero.org/namespaces/export#",
    "og": "http://ogp.me/ns#",
    "article": "http://ogp.me/ns/article#",
    "so": "http://schema.org/",
}
HIGHWIRE = (
    ("citation_title", "title"),
    ("citation_publication_date", "date"),
    ("citation_cover_date", "date"),
    ("citation_date", "date"),
    ("citation_journal_title", "publicationTitle"),
    ("citation_technical_report_institution", "institution"),
    ("citation_technical_report_number", "number"),
    ("citation_publisher", "publisher"),
    ("citation_abstract", "abstractNote"),
    ("citation_public_url", "url"),
    ("citation_language", "language"),
)
"""The last part of a tag's name, and the field that its first value fills, over whatever was there."""
TYPES_BY_TAG = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
"""Tags that settle the type, whatever else is said."""
TYPES = frozenset(("statute", "report", "webpage", "journalArticle", "book", "document", "bill", "case", "thesis"))
FIELDS_BY_STATEMENT = (
    ("title", ("dc:title", "dcterms:title", "og:title")),
    ("date", ("og:published_time", "article:published_time", "dc:date", "dcterms:issued", "dcterms:date")),
    ("url", ("og:url", "so:url")),
    ("section", ("article:section", "so:genre")),
    ("rights", ("dc:rights", "dcterms:rights")),
    ("archiveLocation", ("dc:coverage", "dcterms:coverage")),
    ("abstractNote", ("og:description", "dcterms:abstract", "dc:description")),
    ("language", ("dc:language", "dcterms:language")),
)
"""For each field the statements that fill it, the strongest first."""


@dataclass(slots=True)
class Item:
    """What Zotero saves."""

    type: str
    creators: list[tuple[str, str]]
    """First and last name; of a body that came whole the first is empty."""
    fields: dict[str, str] = field(default_factory=dict)


def read_item(page: html.HtmlElement, address: str) -> Item:
    """Return the item that is saved of a page at this address."""
    tags = [(tag.get("name") or tag.get("property"), tag.get("content")) for tag in page.xpath("//meta")]
    named = [(name, content) for name, content in tags if name and content]
    said = dict[str, str]()
    for name, content in named:
        for word in name.split():
            key = statement_of(word, prefixes_of(page))
            if key:
                said.setdefault(key, content)
    fields = {key: said[first] for key, names in FIELDS_BY_STATEMENT if (first := next(filter(said.get, names), ""))}
    fields |= {
        key.partition(":")[2]: value for key, value in said.items() if key.startswith("z:") and key != "z:itemType"
    }
    for ending, key in HIGHWIRE:
        if first := next((content for name, content in named if name.endswith(ending)), ""):
            fields[key] = " ".join(first.split())
    fill_rest(fields, page, address, dict(reversed(named)))
    authors = [content for name, content in named if name.endswith("citation_author")]
    return Item(type_of(named, said), creators_of(authors), fields)


def prefixes_of(page: html.HtmlElement) -> set[str]:
    """Return the prefixes that are known, those of the head's own attribute among them."""
    own = " ".join(page.xpath("/html/@prefix | /html/head/@prefix"))
    return {*PREFIXES, *(prefix.lower() for prefix in re.findall(r"(\w+):\s+\S+", own))}


def statement_of(name: str, prefixes: set[str]) -> str:
    """Return the statement that a tag makes, as `prefix:property`; nothing where its prefix is not known.

    >>> statement_of("DC.type", {"dc"}), statement_of("og:image:alt", {"og"}), statement_of("viewport", {"og"})
    ('dc:type', 'og:image:alt', '')
    """
    parts = re.split(r"[.:_]", name)
    prefix, length = parts[0].lower(), len(parts[0])
    if len(parts) > 2 and parts[1].lower() in prefixes:
        prefix, length = parts[1].lower(), len(parts[0]) + len(parts[1]) + 1
    if prefix not in prefixes:
        return ""
    rest = name[length + 1 :]
    return f"{prefix}:{rest[:1].lower()}{rest[1:]}"


def type_of(named: list[tuple[str, str]], said: dict[str, str]) -> str:
    """Return the type: a telling `citation_` tag, Zotero's own word, Open Graph's, Dublin Core's, else a guess."""
    settled = [TYPES_BY_TAG[name] for name, _ in named if name in TYPES_BY_TAG]
    if settled:
        return settled[-1]
    for key in ("z:itemType", "z:type"):
        if said.get(key) in TYPES:
            return said[key]
    by_graph = {"book": "book", "website": "webpage"}.get(said.get("og:type", ""))
    by_core = next((said[key] for key in ("dc:type", "dcterms:type") if said.get(key) in TYPES), None)
    guess = "journalArticle" if any(name == "citation_title" for name, _ in named) else "webpage"
    return by_graph or by_core or guess


def creators_of(authors: list[str]) -> list[tuple[str, str]]:
    """Return names as they are taken apart: at semicolons, at the comma, else at the last blank."""
    names = [name.strip() for author in authors for name in re.split(r"\s*;\s*", author)]
    if len(names) == 1 and all(" " in part for part in [*names[0].split(",")[:2], ""][:2]):
        names = re.split(r"\s*,\s*", names[0])
    return [split_name(name) for name in names if re.search(r"[^\s,.;-]", name)]


def split_name(name: str) -> tuple[str, str]:
    """Return first and last name.

    >>> split_name("济南市人民政府"), split_name("CPC Jinan Committee"), split_name("CPC Jinan Committee,")
    (('', '济南市人民政府'), ('CPC Jinan', 'Committee'), ('', 'CPC Jinan Committee'))
    """
    if "," in name:
        last, _, first = name.partition(",")
        return first.strip(), last.strip()
    first, _, last = name.rpartition(" ")
    return first, last


def fill_rest(fields: dict[str, str], page: html.HtmlElement, address: str, tags: dict[str, str]) -> None:
    """Fill what is still empty: the address, the abstract, the language."""
    canonical = page.xpath("string(//head/link[@rel='canonical']/@href)")
    ways = ("citation_abstract_html_url", "citation_fulltext_html_url")
    fields.setdefault("url", next(filter(None, map(tags.get, ways)), "") or canonical or address)
    fields.setdefault("title", page.xpath("string(//title)"))
    fields.setdefault("abstractNote", tags.get("description", ""))
    fields.setdefault("language", page.xpath("string(/html/@lang)"))
