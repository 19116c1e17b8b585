"""The editions of all policies → the log of the archive, as a page and as an Atom feed in each language.

The ids of the feed are made of the policy's id and the number of its edition alone, so that the archive may move to
another address without any reader of feeds taking old entries for new ones.
"""

import uuid
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from scripts.model.editions import Edition
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.words.addresses import page_address, policy_address
from scripts.write.words.dates import say_date
from scripts.write.words.strings import EDITION_KINDS, pick, say

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMES = uuid.UUID("5f0d2c1e-7a44-4c86-9c1b-2f6a1d9b7e30")
"""From this and its name comes the id of each entry (RFC 9562, 5.5), wherever the archive stands. It never changes."""
BEGINNING = "2026-11-23"
"""When a log without entries was changed last."""
FEED = "log/feed.xml"


class Entry(NamedTuple):
    """An edition of a policy in the log."""

    date: str
    policy: str
    number: int
    metadata: Metadata
    edition: Edition


def write_log(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the page of the log, and its feed."""
    yield Page("log/index.md", ("policies",), partial(render_log_page, lookup, language))
    yield Page(FEED, ("policies",), partial(render_feed, lookup, language))


def entries_of(lookup: Lookup) -> list[Entry]:
    """Return all editions that are published, the latest first; those of one day in the order of the policies."""
    entries = [
        Entry(edition.date, own, edition.number, digest.metadata, edition)
        for own, digest in lookup.policies.items()
        for edition in digest.metadata.editions
        if edition.fingerprint
    ]
    entries.sort(key=lambda entry: (entry.policy, -entry.number))
    return sorted(entries, key=lambda entry: entry.date, reverse=True)


def title_of(entry: Entry, language: Language) -> str:
    """Return what happened to which policy, and of which place: titles are much alike."""
    kind = pick(EDITION_KINDS[entry.edition.kind], language).capitalize()
    title, place = (pick(words, language) for words in (entry.metadata.title, entry.metadata.place.name))
    return say("log-entry", language, kind=kind, title=title, n=entry.number, place=place)


def render_log_page(lookup: Lookup, language: Language) -> str:
    """Return the Markdown of the log, under a heading for each day."""
    entries = entries_of(lookup)
    front_matter = {
        "title": say("log", language),
        "description": say("log-description", language),
        "last_change": entries[0].date if entries else BEGINNING,  # the foot of every page says it
    }
    feed = md.raw_link(md.escape(say("log-feed", language)), "feed.xml", type="application/atom+xml")
    blocks = [
        f"# {md.escape(say('log', language))} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("log-lead", language)) + LANGUAGES[language].word_space + feed),
    ]
    for date, group in groupby(entries, lambda entry: entry.date):
        blocks.append(md.heading(2, md.escape(say_date(date, language)), f"day-{date}"))
        blocks += [entry_block(entry, language) for entry in group]
    return md.page(front_matter, blocks)


def entry_block(entry: Entry, language: Language) -> str:
    """Return an entry of the page: what happened, what was changed and why."""
    target = f"../policies/{entry.policy}/history/index.md#edition-{entry.number}"
    space = LANGUAGES[language].word_space
    words = (pick(entry.edition.what, language), say("edition-why", language) + pick(entry.edition.why, language))
    return md.paragraph(f"{md.link(md.escape(title_of(entry, language)), target)}<br>{md.text(space.join(words))}")


def render_feed(lookup: Lookup, language: Language) -> str:
    """Return the log as an Atom feed (RFC 4287)."""
    entries = entries_of(lookup)
    feed = etree.Element(f"{{{ATOM}}}feed", {XML_LANG: LANGUAGES[language].tag}, nsmap={None: ATOM})
    add(feed, "id", make_id(f"log/{language}"))
    add(feed, "title", say("log-feed-title", language))
    add(feed, "subtitle", say("log-lead", language))
    add(feed, "updated", moment(entries[0].date if entries else BEGINNING))
    add_link(feed, "self", page_address(FEED, language), "application/atom+xml")
    add_link(feed, "alternate", page_address("log/", language), "text/html")
    add(etree.SubElement(feed, f"{{{ATOM}}}author"), "name", say("archive-name", language))
    for entry in entries:
        add_entry(feed, entry, language)
    etree.indent(feed)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8").decode("utf-8") + "\n"


def add_entry(feed: etree._Element, entry: Entry, language: Language) -> None:
    """Add an edition to the feed; it was updated when its words were."""
    element = etree.SubElement(feed, f"{{{ATOM}}}entry")
    add(element, "id", make_id(f"{entry.policy}/{entry.number}/{language}"))
    add(element, "title", title_of(entry, language))
    add(element, "updated", moment(entry.date))
    add(element, "published", moment(entry.date))
    address = page_address(f"policies/{entry.policy}/history/", language)
    add_link(element, "alternate", f"{address}#edition-{entry.number}", "text/html")
    add_link(element, "related", policy_address(entry.policy, language), "text/html")
    kind = {"term": str(entry.edition.kind), "label": pick(EDITION_KINDS[entry.edition.kind], language)}
    etree.SubElement(element, f"{{{ATOM}}}category", kind)
    why = say("edition-why", language) + pick(entry.edition.why, language)
    add(element, "summary", pick(entry.edition.what, language) + LANGUAGES[language].word_space + why)


def make_id(name: str) -> str:
    """Return the id of an entry or a feed."""
    return uuid.uuid5(NAMES, name).urn


def add(parent: etree._Element, name: str, text: str) -> None:
    """Add an element that holds a text."""
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def add_link(parent: etree._Element, relation: str, address: str, kind: str) -> None:
    """Add a link; of each relation an entry has one, for readers of feeds take the last."""
    etree.SubElement(parent, f"{{{ATOM}}}link", {"rel": relation, "type": kind, "href": address})


def moment(date: str) -> str:
    """Return the beginning of a day, as Atom has it."""
    return f"{date}T00:00:00Z"
