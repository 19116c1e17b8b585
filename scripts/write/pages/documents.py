"""Cited documents → one page: each with who cites it, then the families of plans that carry out the same document."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from scripts.model.glossary import Document
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Certainty, Language
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.markup.links import place_link
from scripts.write.pages.lists import Entry, render_entries
from scripts.write.words.strings import DOCUMENT_KINDS, LANG_TAGS, pick, say

ZH_TAG = LANG_TAGS[Language.ZH]


def write_document_page(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the page of cited documents."""
    if lookup.archive.glossary.documents:
        yield Page("documents/index.md", ("documents/",), partial(render_documents, lookup, language))


def render_documents(lookup: Lookup, language: Language) -> str:
    """Return the page of cited documents."""
    documents = lookup.archive.glossary.documents
    lead = (say("documents-lead", language, n=len(documents)), say("documents-numbers", language))
    blocks = [
        f"# {say('documents', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(LANGUAGES[language].word_space.join(lead))),
        md.heading(2, md.escape(say("all-documents", language)), "all"),
        render_entries(
            [("", "", [list_entry(each, lookup, language) for each in sorted(documents.values(), key=latest)])],
            "date letter cited",
            language,
        ),
        *families(documents, language),
        *unlisted(lookup, language),
    ]
    return md.page({"title": say("documents", language), "layout": "wide", "hide": ["navigation", "toc"]}, blocks)


def order(document: Document) -> tuple[str, str]:
    """Return what documents are ordered by: date, then id."""
    return document.date or "9999", document.id


def families(documents: dict[str, Document], language: Language) -> Iterator[str]:
    """Yield, for each document that others carry out and that carries out none itself, the tree of those below it."""
    superiors = {superior for document in documents.values() for superior in document.implements}
    roots = [documents[root] for root in sorted(superiors) if root in documents and not documents[root].implements]
    if not roots:
        return
    yield md.heading(2, md.escape(say("families", language)), "families")
    yield md.paragraph(md.escape(say("families-lead", language)))
    below: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents.values(), key=order):
        for superior in document.implements:
            below[superior].append(document)
    for root in sorted(roots, key=order):
        yield "\n".join(tree(root, below, language, 0))


def tree(document: Document, below: Mapping[str, list[Document]], language: Language, depth: int) -> Iterator[str]:
    """Yield a document and those that carry it out, as lines of a nested list."""
    yield "    " * depth + "- " + named(document, language)
    for inferior in below.get(document.id, ()):
        yield from tree(inferior, below, language, depth + 1)


def named(document: Document, language: Language) -> str:
    """Return a document's title, linked to its entry or to its page in the archive, with number and date."""
    target = f"../policies/{document.policy}/index.md" if document.policy else f"#{document.id}"
    number = md.span(md.escape(document.number), lang=ZH_TAG) if document.number else ""
    known = [part for part in (number, document.date or "") if part]
    writing = LANGUAGES[language]
    tail = writing.bracket(writing.comma.join(known)) if known else ""
    return md.link(md.escape(pick(document.title, language)), target) + tail


def latest(document: Document) -> tuple[bool, int, str]:
    """Return what the list is ordered by: the latest first, those without a date last."""
    return not document.date, -int((document.date or "0").replace("-", "").ljust(8, "0")), document.id


def list_entry(document: Document, lookup: Lookup, language: Language) -> Entry:
    """Return a document's entry in the list: number, date and kind; what else is known of it folds away."""
    number = md.span(md.escape(document.number), lang=ZH_TAG) if document.number else ""
    known = [number, document.date or "", md.escape(pick(DOCUMENT_KINDS[document.kind], language))]
    places = [place for place in lookup.citing(document.id) if place.policy != document.policy]
    return Entry(
        name=document.title,
        use=len(places),
        spread=len({place.policy for place in places}),
        forms=tuple(form.strip("《》") for form in document.forms),
        text=md.DOT.join(filter(None, known)),
        anchor=document.id,
        details=tuple(facts(document, lookup, language)),
    )


def facts(document: Document, lookup: Lookup, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what is known of a document besides, and who cites it."""
    if document.issuers:
        issuers = LANGUAGES[language].join_names(md.escape(pick(issuer, language)) for issuer in document.issuers)
        yield say("issuers", language), issuers
    if document.date_note:
        yield say("date", language), md.escape(pick(document.date_note, language))
    if document.url:
        yield say("address", language), md.link(md.escape(document.url), document.url)
    if document.policy:
        link = md.link(md.escape(say("in-this-archive", language)), f"../policies/{document.policy}/index.md")
        yield say("text", language), link
    if document.certainty is not Certainty.CERTAIN:
        yield say("note", language), md.escape(say("document-doubt", language))
    yield say("cited-by", language), cited_by(document, lookup, language)


def cited_by(document: Document, lookup: Lookup, language: Language) -> str:
    """Return the places that cite a document, as links; where a policy means itself, that is no citation."""
    links: dict[str, None] = {}
    for place in lookup.citing(document.id):
        if place.policy != document.policy:
            links[place_link(lookup, place.policy, place.anchor, language, "../")] = None
    return LANGUAGES[language].join_names(links) or md.escape(say("cited-by-none", language))


def unlisted(lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield the titles and numbers that no document of the list claims."""
    places = lookup.citing("")
    if not places:
        return
    yield md.heading(2, md.escape(say("unresolved-citations", language)), "unresolved")
    yield md.paragraph(md.escape(say("unresolved-lead", language)))
    lines = []
    for place in places:
        words = md.span(md.escape(place.words), lang=ZH_TAG)
        lines.append(f"- {words} — {place_link(lookup, place.policy, place.anchor, language, '../')}")
    yield "\n".join(lines)
