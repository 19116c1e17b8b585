"""Bodies → their list, and a page each with all that it leads, supports and is responsible for."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive
from scripts.model.glossary import Organisation
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Certainty, Language, Level, Role
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.markup.links import in_context, place_link, title_in
from scripts.write.pages.lists import Entry, Group, render_entries, sort_key
from scripts.write.words.strings import LANG_TAGS, ORGANISATION_KINDS, OTHER, ROLES, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def write_organisation_pages(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the list of bodies and the page of each."""
    archive = lookup.archive
    if not archive.glossary.organisations:
        return
    yield Page(
        "organisations/index.md", ("charges/", "organisations/"), partial(render_list, archive, lookup, language)
    )
    for body in archive.glossary.organisations.values():
        needs = (f"charges/{body.id}", f"organisations/{body.id}")
        draw = partial(render_organisation, body, archive, lookup, language)
        yield Page(f"organisations/{body.id}/index.md", needs, draw)


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the list of bodies, by their places."""
    bodies = archive.glossary.organisations
    lead = (say("organisations-lead", language, n=len(bodies)), say("organisations-numbers", language))
    blocks = [
        f"# {say('organisations', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(LANGUAGES[language].word_space.join(lead))),
        render_entries(by_place(archive, lookup, language), "place letter mentions", language),
        *unresolved(lookup, language),
    ]
    return md.page({"title": say("organisations", language), "layout": "wide", "hide": ["navigation", "toc"]}, blocks)


def by_place(archive: Archive, lookup: Lookup, language: Language) -> Iterator[Group]:
    """Yield the bodies of each place, from the state down to districts."""
    places = archive.glossary.places.values()
    for place in sorted(places, key=lambda place: (list(Level).index(place.level), place.id)):
        here = [body for body in archive.glossary.organisations.values() if body.place == place.id]
        entries = [list_entry(body, archive, lookup, language) for body in here]
        if entries:
            entries.sort(key=lambda entry: sort_key(entry, language))
            yield pick(place.name, language), f"in-{place.id}", entries


def list_entry(body: Organisation, archive: Archive, lookup: Lookup, language: Language) -> Entry:
    """Return a body's entry in the list: its place, what it is, and of how many sections it is in charge."""
    charges = Counter(row.role for row in lookup.charges(body.id))
    counts = [say("charges-count", language, role=pick(ROLES[role], language), n=charges[role]) for role in Role]
    known = [
        pick(archive.glossary.places[body.place].name, language),
        pick(ORGANISATION_KINDS[body.kind], language),
        *(words for role, words in zip(Role, counts, strict=True) if charges[role]),
    ]
    return Entry(
        name=body.name,
        address=f"{body.id}/index.md",
        use=lookup.count_naming(body.id),
        forms=body.forms,
        text=md.escape(md.DOT.join(known)),
    )


def unresolved(lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield the names in responsibility notes that no body of the list claims; nothing where there are none."""
    names = lookup.charges("")
    if not names:
        return
    yield md.heading(2, md.escape(say("unresolved-names", language)), "unresolved")
    lines = []
    for row in names:
        name = md.span(md.escape(row.words), lang=ZH_TAG)
        lines.append(f"- {name} — {place_link(lookup, row.policy, row.section, language, '../')}")
    yield "\n".join(lines)


def render_organisation(body: Organisation, archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return a body's page."""
    other = OTHER[language]
    place = archive.glossary.places[body.place]
    facts = [
        (say("printed-as", language), md.span(md.escape("、".join(body.forms)), lang=ZH_TAG)),
        (say("place", language), md.escape(pick(place.name, language))),
        (say("kind", language), pick(ORGANISATION_KINDS[body.kind], language)),
    ]
    if body.became:
        facts.append((say("became", language), md.text(pick(body.became, language))))
    if body.certainty is not Certainty.CERTAIN:
        facts.append((say("note", language), md.escape(say("organisation-doubt", language))))
    blocks = [
        f"# {md.escape(pick(body.name, language))} {md.attribute_list('title')}",
        md.paragraph(md.span(md.escape(pick(body.name, other)), lang=LANG_TAGS[other]), classes="policy-other-title"),
        md.description_list(facts),
        *role_lists(body, lookup, language),
        *mention_list(body, lookup, language),
        md.paragraph(md.link(md.escape(say("all-organisations", language)), "../index.md")),
    ]
    return md.page({"title": md.escape_html(pick(body.name, language)), "hide": ["navigation", "toc"]}, blocks)


def role_lists(body: Organisation, lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield, for each role that the body has, the sections in which it has it."""
    for role in Role:
        rows = [row for row in lookup.charges(body.id) if row.role is role]
        if not rows:
            continue
        yield md.heading(2, md.escape(pick(ROLES[role], language)), role)
        lines = []
        for row in rows:
            link = place_link(lookup, row.policy, row.section, language, "../../")
            title, tag = title_in(lookup, row.policy, row.section, language)
            words = md.span(md.escape(title), lang=tag) if title and tag != LANG_TAGS[language] else md.escape(title)
            lines.append(f"- {link} {words}".rstrip())
        yield "\n".join(lines)


def mention_list(body: Organisation, lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield every place at which the texts name the body."""
    rows = []
    for place in lookup.naming(body.id):
        cells = [
            md.html_cell("td", place_link(lookup, place.policy, place.anchor, language, "../../")),
            md.html_cell("td", in_context(place, language, (body.name.en,))),
        ]
        rows.append(md.html_row(cells))
    if rows:
        yield md.heading(2, md.escape(say("mentions-of", language, n=len(rows))), "mentions")
        head = [say(key, language) for key in ("where", "in-context")]
        yield md.data_table(say("mentions", language), head, rows)
