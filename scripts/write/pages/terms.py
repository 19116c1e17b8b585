"""The glossary's terms → their list, and a page each with every place at which an exact search finds them."""

from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive
from scripts.model.glossary import Term
from scripts.model.languages import ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.markup.links import in_context, place_link
from scripts.write.words.strings import LANG_TAGS, TERM_KINDS, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def write_term_pages(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the list of terms and the page of each."""
    archive = lookup.archive
    if not archive.glossary.terms:
        return
    yield Page("terms/index.md", ("terms/",), partial(render_list, archive, lookup, language))
    for term in archive.glossary.terms.values():
        yield Page(f"terms/{term.id}/index.md", (f"terms/{term.id}",), partial(render_term, term, lookup, language))


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the list of terms as a sortable table."""
    keys = ("term", "term-english", "kind", "meaning", "occurrences")
    rows = []
    for term in sorted(archive.glossary.terms.values(), key=lambda term: term.pinyin):
        name = md.link(md.escape(term.zh), f"{term.id}/index.md", lang=ZH_TAG)
        cells = [
            md.html_cell("td", name, id=f"term-{term.id}", data_value=term.pinyin),
            md.html_cell("td", md.escape(term.en), lang="en"),
            md.html_cell("td", pick(TERM_KINDS[term.kind], language)),
            md.html_cell("td", md.text(pick(term.meaning, language))),
            md.html_cell("td", str(lookup.count_occurrences(term.id)), classes="number"),
        ]
        rows.append(md.html_row(cells))
    blocks = [
        f"# {say('terms', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("terms-lead", language, n=len(rows)))),
        md.data_table(say("terms", language), [say(key, language) for key in keys], rows),
    ]
    return md.page({"title": say("terms", language), "hide": ["navigation", "toc"]}, blocks)


def render_term(term: Term, lookup: Lookup, language: Language) -> str:
    """Return a term's page."""
    places = lookup.occurrences(term.id)
    facts = [(say("term-english", language), md.span(md.escape(term.en), lang="en"))]
    if term.full:
        facts.append((say("full-form", language), md.span(md.escape(term.full), lang=ZH_TAG)))
    if term.forms:
        facts.append((say("other-forms", language), md.span(md.escape("、".join(term.forms)), lang=ZH_TAG)))
    facts.append((say("kind", language), pick(TERM_KINDS[term.kind], language)))
    if term.source:
        facts.append((say("term-source", language), md.text(pick(term.source, language))))
    rows = []
    for place in places:
        cells = [
            md.html_cell("td", place_link(lookup, place.policy, place.anchor, language, "../../")),
            md.html_cell("td", in_context(place)),
        ]
        rows.append(md.html_row(cells))
    head = [say("where", language), say("in-context", language)]
    lang = "" if language is ORIGINAL else ZH_TAG
    blocks = [
        f"# {md.span(md.escape(term.zh), lang=lang)} {md.attribute_list('title')}",
        md.paragraph(md.text(pick(term.meaning, language)), classes="term-meaning"),
        md.description_list(facts),
        md.paragraph(md.escape(say("our-definition", language)), classes="policy-condition"),
        md.heading(2, md.escape(say("occurrences-of", language, n=len(places))), "occurrences"),
        md.data_table(say("occurrences", language), head, rows) if rows else "",
        md.paragraph(md.link(md.escape(say("all-terms", language)), "../index.md")),
    ]
    return md.page({"title": md.escape_html(term.zh), "hide": ["navigation", "toc"]}, blocks)
