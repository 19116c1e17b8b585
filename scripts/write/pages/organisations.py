"""Bodies → their list, and a page each with all that it leads, supports and is responsible for."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.glossary import Organisation
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Certainty, Language, MentionKind, Role
from scripts.write.markup import markdown as md
from scripts.write.markup.links import in_context, place_link
from scripts.write.words.strings import LANG_TAGS, ORGANISATION_KINDS, OTHER, ROLES, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def write_organisation_pages(lookup: Lookup, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the list of bodies and the page of each."""
    archive = lookup.archive
    if not archive.glossary.organisations:
        return
    yield "organisations/index.md", render_list(archive, lookup, language)
    for body in archive.glossary.organisations.values():
        yield f"organisations/{body.id}/index.md", render_organisation(body, archive, lookup, language)


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the list of bodies as a sortable table."""
    keys = ("organisation", "place", "kind", "leads", "supports", "responsible-for", "mentions")
    rows = []
    for body in archive.glossary.organisations.values():
        counts = [sum(1 for row in lookup.roles[body.id] if row.role is role) for role in Role]
        mentions = len(lookup.mentions[MentionKind.ORGANISATION, body.id])
        place = archive.glossary.places[body.place]
        cells = [
            md.html_cell("td", md.link(md.escape(pick(body.name, language)), f"{body.id}/index.md")),
            md.html_cell("td", md.escape(pick(place.name, language))),
            md.html_cell("td", pick(ORGANISATION_KINDS[body.kind], language)),
            *(
                md.html_cell("td", str(count or ""), classes="number", data_value=str(count))
                for count in [*counts, mentions]
            ),
        ]
        rows.append(md.html_row(cells))
    blocks = [
        f"# {say('organisations', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("organisations-lead", language, n=len(rows)))),
        md.data_table(say("organisations", language), [say(key, language) for key in keys], rows),
        *unresolved(lookup, language),
    ]
    return md.page({"title": say("organisations", language), "hide": ["navigation", "toc"]}, blocks)


def unresolved(lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield the names in responsibility notes that no body of the list claims; nothing where there are none."""
    if not lookup.roles[""]:
        return
    yield md.heading(2, md.escape(say("unresolved-names", language)), "unresolved")
    lines = []
    for row in lookup.roles[""]:
        name = md.span(md.escape(lookup.policies[row.policy].policy.text[row.start : row.end]), lang=ZH_TAG)
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
        rows = [row for row in lookup.roles[body.id] if row.role is role]
        if not rows:
            continue
        yield md.heading(2, md.escape(pick(ROLES[role], language)), role)
        lines = []
        for row in rows:
            link = place_link(lookup, row.policy, row.section, language, "../../")
            lines.append(f"- {link} {section_title(lookup, row.policy, row.section)}")
        yield "\n".join(lines)


def section_title(lookup: Lookup, policy_id: str, anchor: str) -> str:
    """Return a section's printed title, as Markdown."""
    section = next(s for s in lookup.policies[policy_id].policy.walk() if s.anchor == anchor)
    return md.span(md.escape(section.title), lang=ZH_TAG) if section.title else ""


def mention_list(body: Organisation, lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield every place at which the texts name the body."""
    rows = []
    for mention in lookup.mentions[MentionKind.ORGANISATION, body.id]:
        anchor = lookup.policies[mention.policy].finder.anchor_near(mention.start)
        cells = [
            md.html_cell("td", place_link(lookup, mention.policy, anchor, language, "../../")),
            md.html_cell("td", in_context(lookup, mention.policy, mention.start, mention.end)),
        ]
        rows.append(md.html_row(cells))
    if rows:
        yield md.heading(2, md.escape(say("mentions-of", language, n=len(rows))), "mentions")
        yield md.data_table(say("mentions", language), [say("where", language), say("in-context", language)], rows)
