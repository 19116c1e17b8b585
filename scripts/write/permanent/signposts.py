"""A policy → links by which programs find their way, in the heads of pages and as a set: FAIR Signposting, 2023-10-02.

Three pages lead to a policy: that of its permanent address, and its text in each language. Each names the permanent
address (`cite-as`), what describes the policy (`describedby`), and what holds its text (`item`).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Metadata
from scripts.model.release import LICENCE
from scripts.model.vocabulary import Language
from scripts.write.data.json_text import dump
from scripts.write.words.addresses import page_address, permanent_address, policy_address, site_root

LINKSET = "linkset.json"
LINKSET_TYPE, AKOMA_NTOSO = "application/linkset+json", "application/akn+xml"
WORK, LANDING = "https://schema.org/Legislation", "https://schema.org/AboutPage"


class Resource(NamedTuple):
    """A file of a policy, other than its pages."""

    rel: str
    """`describedby` of what describes the policy, `item` of what holds its text."""
    path: str
    """Below the site's root; `{id}` stands for the policy."""
    type: str
    """The media type."""
    is_translated: bool = False
    """Whether a policy without a translation has no such file."""
    is_extracted: bool = False
    """Whether only a policy has such a file whose text was extracted from another."""


RESOURCES = (
    Resource("describedby", "id/{id}/id.json", "application/json"),
    Resource("describedby", "data/citations/{id}.csl.json", "application/vnd.citationstyles.csl+json"),
    Resource("describedby", "data/citations/{id}.ris", "application/x-research-info-systems"),
    Resource("describedby", "data/citations/{id}.bib", "application/x-bibtex"),
    Resource("item", "data/policies/{id}.json", "application/json"),
    Resource("item", "data/policies/{id}.akn.xml", AKOMA_NTOSO),
    Resource("item", "data/policies/{id}.en.akn.xml", AKOMA_NTOSO, is_translated=True),
    Resource("item", "data/policies/{id}.parallel.akn.xml", AKOMA_NTOSO, is_translated=True),
    Resource("item", "data/policies/{id}.md", "text/markdown"),
    Resource("item", "data/policies/{id}.en.md", "text/markdown", is_translated=True),
    Resource("item", "data/policies/{id}/source.txt", "text/plain"),
    Resource("item", "data/policies/{id}/original.zip", "application/zip", is_extracted=True),
    Resource("item", "policies/{id}/{id}.epub", "application/epub+zip"),
    Resource("item", "en/policies/{id}/{id}.epub", "application/epub+zip"),
)
"""The files that policies have; a new format is a row here."""


class Signpost(NamedTuple):
    """A link: what it leads to, and what that is to the page."""

    rel: str
    href: str
    type: str = ""


def signposts(metadata: Metadata, archive: Archive, page: str) -> list[Signpost]:
    """Return the links of one of the pages that lead to a policy."""
    own = permanent_address(metadata.id)
    return [
        Signpost("cite-as", own),
        Signpost("type", WORK),
        *([Signpost("type", LANDING)] if page == own else []),  # the others show the text itself
        *(Signpost("author", address) for address in author_addresses(metadata, archive)),
        Signpost("license", LICENCE),
        *resources(metadata, archive, "describedby"),
        *(item for item in items(metadata, archive) if item.href != page),
        Signpost("linkset", own + LINKSET, LINKSET_TYPE),
    ]


def head_links(metadata: Metadata, archive: Archive, page: str) -> list[dict[str, str]]:
    """Return the links of a page as its front matter has them, for the template to write (overrides/main.html)."""
    return [
        {name: value for name, value in link._asdict().items() if value} for link in signposts(metadata, archive, page)
    ]


def alternates(policy_id: str) -> list[tuple[str, str]]:
    """Return the tag and the address of each language of a policy, and its permanent address for all other readers.

    Every page that names these is one of them, for search engines believe none that does not name itself.
    """
    languages = [(writing.tag, policy_address(policy_id, language)) for language, writing in LANGUAGES.items()]
    return [*languages, ("x-default", permanent_address(policy_id))]


def author_addresses(metadata: Metadata, archive: Archive) -> Iterator[str]:
    """Yield the address of each issuing body that has a page in the archive."""
    bodies = archive.glossary.organisations.values()
    for issuer in metadata.issuers:
        found = [body.id for body in bodies if issuer.zh == body.name.zh or issuer.zh in body.forms]
        if len(found) == 1:  # in doubt, none
            yield page_address(f"organisations/{found[0]}/")


def resources(metadata: Metadata, archive: Archive, rel: str) -> Iterator[Signpost]:
    """Yield the files of a policy that stand in one relation to it."""
    is_translated, is_extracted = archive.is_translated(metadata.id), metadata.original is not None
    for resource in RESOURCES:
        is_there = (is_translated or not resource.is_translated) and (is_extracted or not resource.is_extracted)
        if resource.rel == rel and is_there:
            yield Signpost(rel, site_root() + resource.path.format(id=metadata.id), resource.type)


def items(metadata: Metadata, archive: Archive) -> list[Signpost]:
    """Return all that holds the text of a policy: its page in each language, and its files."""
    pages = (Signpost("item", policy_address(metadata.id, language), "text/html") for language in Language)
    return [*pages, *resources(metadata, archive, "item")]


def render_linkset(metadata: Metadata, archive: Archive) -> str:
    """Return the links of all pages and files of a policy as one set (RFC 9264)."""
    own, held = permanent_address(metadata.id), items(metadata, archive)
    sets: dict[str, list[Signpost]] = {own: [], **{item.href: [] for item in held}}
    for page in (own, *(policy_address(metadata.id, language) for language in Language)):
        sets[page] = [link for link in signposts(metadata, archive, page) if link.rel != "linkset"]
    for item in held:
        sets[item.href].append(Signpost("collection", own, "text/html"))
    for about in resources(metadata, archive, "describedby"):
        sets[about.href] = [Signpost("describes", own, "text/html")]
    return dump({"linkset": [context(anchor, links) for anchor, links in sets.items()]})


def context(anchor: str, links: list[Signpost]) -> dict[str, Any]:
    """Return the links of one page or file, by their relation to it."""
    value: dict[str, Any] = {"anchor": anchor}
    for link in links:
        value.setdefault(link.rel, []).append(attributes(link))
    return value


def attributes(link: Signpost) -> dict[str, Any]:
    """Return a link without its relation."""
    return {"href": link.href, **({"type": link.type} if link.type else {})}
