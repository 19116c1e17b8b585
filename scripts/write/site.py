"""What is generated into `docs/`: of each policy its shares and its own files; then what looks over many policies."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from scripts.link.related import count_items
from scripts.link.shares import make_shares
from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata, Policy
from scripts.model.release import Release
from scripts.model.vocabulary import Language
from scripts.write.citing.files import draw_citations, write_records
from scripts.write.data.files import data_shares, draw_data, write_data
from scripts.write.data.worksheets import FOLDER, draw_worksheet_data, write_worksheet_index
from scripts.write.disk.page import Page
from scripts.write.pages.data.page import write_data_page
from scripts.write.pages.documents import write_document_page
from scripts.write.pages.home import write_home
from scripts.write.pages.indicators import write_indicator_pages
from scripts.write.pages.log import write_log
from scripts.write.pages.organisations import write_organisation_pages
from scripts.write.pages.permanent import write_id_list, write_id_schema
from scripts.write.pages.policies import write_policy_list
from scripts.write.pages.policy.cards import draw_policy_card, write_archive_card
from scripts.write.pages.policy.citing import render_examples
from scripts.write.pages.policy.edits import find_changes, render_edits_page
from scripts.write.pages.policy.glossary import draw_glossary
from scripts.write.pages.policy.history import render_history_page
from scripts.write.pages.policy.notes_page import PAGE, render_notes_page
from scripts.write.pages.policy.page import render_policy_page
from scripts.write.pages.policy.parallel import render_parallel_page
from scripts.write.pages.policy.permanent import render_id_page
from scripts.write.pages.policy.received import render_received_page
from scripts.write.pages.policy.samples import render_samples
from scripts.write.pages.search import write_search_choices
from scripts.write.pages.terms import write_term_pages
from scripts.write.pages.topics import write_topic_pages
from scripts.write.permanent.id_file import render_id_file
from scripts.write.permanent.signposts import LINKSET, render_linkset
from scripts.write.search.collections import policy_collection
from scripts.write.search.share import Cut, make_share

File = tuple[str, str | bytes]
"""Path below the project's root, and content."""

Writer = Callable[[Lookup, Language], Iterator[Page]]
WRITERS: tuple[tuple[str, Writer], ...] = (
    ("policies", write_home),
    ("policies", write_policy_list),
    ("data", write_search_choices),
    ("indicators", write_indicator_pages),
    ("terms", write_term_pages),
    ("organisations", write_organisation_pages),
    ("documents", write_document_page),
    ("topics", write_topic_pages),
    ("id", write_id_list),
    ("log", write_log),
)
"""The folder below a language's root, and who writes the pages over many policies that it holds."""
TREES = tuple(f"docs/{language}/{folder}" for language in Language for folder, _ in WRITERS)
"""The folders that hold generated files and nothing else."""


def policy_shares(policy: Policy, metadata: Metadata, archive: Archive, cut: Cut) -> dict[str, Any]:
    """Return what a policy adds to all that looks over many policies, by the keys of its shares."""
    return {
        **make_shares(policy, metadata, archive),
        **data_shares(policy, metadata.id, archive),
        "search": make_share(policy_collection(policy, metadata, archive), cut),
        "counts": count_items(policy),
    }


def draw_policy(policy: Policy, metadata: Metadata, lookup: Lookup) -> Iterator[File]:
    """Yield the files of one policy: its data, then its pages in each language."""
    yield from draw_policy_data(policy, metadata, lookup.archive)
    for language in Language:
        yield from draw_policy_pages(policy, metadata, lookup, language)


def draw_policy_data(policy: Policy, metadata: Metadata, archive: Archive) -> Iterator[File]:
    """Yield the files of one policy that are no pages."""
    yield from ((f"docs/zh/{path}", content) for path, content in draw_data(policy, metadata, archive))
    yield f"docs/zh/{FOLDER}/{metadata.id}.js", draw_worksheet_data(policy, metadata, archive)
    yield from (
        (f"docs/zh/{path}", content) for path, content in draw_citations(policy, metadata, archive.drafts(metadata.id))
    )
    yield from ((f"docs/zh/{path}", content) for path, content in draw_glossary(policy, archive))
    yield f"docs/zh/id/{metadata.id}/id.json", render_id_file(policy, metadata, archive)
    yield f"docs/zh/id/{metadata.id}/{LINKSET}", render_linkset(metadata, archive)


def draw_policy_pages(policy: Policy, metadata: Metadata, lookup: Lookup, language: Language) -> Iterator[File]:
    """Yield the pages of one policy in a language: the text, its edits, its notes, its addresses, both texts."""
    archive = lookup.archive
    folder = f"docs/{language}/policies/{metadata.id}"
    yield f"{folder}/index.md", render_policy_page(policy, metadata, lookup, language)
    if archive.is_translated(metadata.id):
        yield f"{folder}/parallel/index.md", render_parallel_page(policy, metadata, archive, language)
    yield f"{folder}/edits/index.md", render_edits_page(policy, metadata, find_changes(policy), language)
    yield f"{folder}/{PAGE}", render_notes_page(policy, metadata, archive, language)
    yield from ((f"docs/{language}/{path}", data) for path, data in draw_policy_card(metadata, archive, language))
    if metadata.editions:
        redirects = archive.redirects.get(metadata.id, {})
        yield f"{folder}/history/index.md", render_history_page(metadata, redirects, language)
    samples = render_samples(policy, metadata, archive, language)
    for name, example in chain(render_examples(policy, metadata, language), samples):
        yield f"{folder}/{name}", example
    yield f"docs/{language}/id/{metadata.id}/index.md", render_id_page(policy, metadata, archive, language)
    yield f"{folder}/received/index.md", render_received_page(policy, metadata, archive, language)


def write_over_all(lookup: Lookup, find: Callable[[str], Path], release: Release) -> Iterable[tuple[str, Page]]:
    """Yield the root of a language, and a page or file over many policies that stands below it; data come first."""
    for page in chain(
        write_worksheet_index(lookup), write_records(lookup), write_id_schema(), write_data(lookup, find, release)
    ):
        yield "docs/zh", page
    for language in Language:
        for page in chain(write_data_page(lookup, language, find, release), write_archive_card(language)):
            yield f"docs/{language}", page
    for _, writer in WRITERS:  # a page in all languages one after the other, for they show the same shares
        for pages in zip(*(writer(lookup, language) for language in Language), strict=True):
            yield from zip((f"docs/{language}" for language in Language), pages, strict=True)
