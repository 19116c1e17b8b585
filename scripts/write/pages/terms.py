"""The glossary's terms → their list, and a page each with every place at which an exact search finds them."""

import json
from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive
from scripts.model.glossary import Term
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.markup.links import in_context, place_link
from scripts.write.pages.lists import Entry, by_letter, render_entries
from scripts.write.words.strings import LANG_TAGS, TERM_KINDS, pick, say

MEANINGS = "meanings.js"
ZH_TAG = LANG_TAGS[Language.ZH]


def write_term_pages(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the list of terms and the page of each."""
    archive = lookup.archive
    if not archive.glossary.terms:
        return
    yield Page("terms/index.md", ("terms/",), partial(render_list, archive, lookup, language))
    yield Page(f"terms/{MEANINGS}", (), partial(render_meanings, archive, language))
    for term in archive.glossary.terms.values():
        yield Page(f"terms/{term.id}/index.md", (f"terms/{term.id}",), partial(render_term, term, lookup, language))


def render_list(archive: Archive, lookup: Lookup, language: Language) -> str:
    """Return the list of terms, by their first letters."""
    terms = archive.glossary.terms.values()
    lead = (say("terms-lead", language, n=len(terms)), say("terms-numbers", language))
    groups = by_letter((list_entry(term, lookup) for term in terms), language)
    blocks = [
        f"# {say('terms', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(LANGUAGES[language].word_space.join(lead))),
        render_entries(groups, "letter use", language, MEANINGS),
    ]
    return md.page({"title": say("terms", language), "layout": "wide", "hide": ["navigation", "toc"]}, blocks)


def list_entry(term: Term, lookup: Lookup) -> Entry:
    """Return a term's entry in the list."""
    places = lookup.occurrences(term.id)
    return Entry(
        name=Bilingual(term.zh, term.en),
        address=f"{term.id}/index.md",
        use=len(places),
        spread=len({place.policy for place in places}),
        syllables=term.pinyin,
        forms=(*term.forms, *filter(None, (term.full,))),
        anchor=f"term-{term.id}",
    )


def render_meanings(archive: Archive, language: Language) -> str:
    """Return the script that has what each term means, which loads online and from a folder alike."""
    meanings = {term.id: pick(term.meaning, language) for term in archive.glossary.terms.values()}
    return f"var ArchiveMeanings = {json.dumps(meanings, ensure_ascii=False, indent=0)}\n"


def render_term(term: Term, lookup: Lookup, language: Language) -> str:
    """Return a term's page."""
    places = lookup.occurrences(term.id)
    facts = [(say("term-english", language), md.span(md.escape(term.en), lang="en"))] if language is ORIGINAL else []
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
            md.html_cell("td", in_context(place, language, (term.en, *term.en_variants))),
        ]
        rows.append(md.html_row(cells))
    head = [say(key, language) for key in ("where", "in-context")]
    lang = "" if language is ORIGINAL else ZH_TAG
    blocks = [
        f"# {md.span(md.escape(term.zh), lang=lang)} {md.attribute_list('title')}",
        *translated_name(term, language),
        md.paragraph(md.text(pick(term.meaning, language)), classes="term-meaning"),
        md.description_list(facts),
        md.paragraph(md.escape(say("our-definition", language)), classes="policy-condition"),
        md.heading(2, md.escape(say("occurrences-of", language, n=len(places))), "occurrences"),
        md.data_table(say("occurrences", language), head, rows) if rows else "",
        md.paragraph(md.link(md.escape(say("all-terms", language)), "../index.md")),
    ]
    return md.page({"title": md.escape_html(term.zh), "hide": ["navigation", "toc"]}, blocks)


def translated_name(term: Term, language: Language) -> Iterator[str]:
    """Yield, on pages of the translation, the agreed name below the printed one."""
    if language is not ORIGINAL:
        yield md.paragraph(md.escape(term.en), classes="policy-other-title")
