"""The archive → every file that is generated into `docs/`: the table of writers, and the loop that runs it."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.data.files import write_data
from scripts.write.pages.data import write_data_page
from scripts.write.pages.documents import write_document_page
from scripts.write.pages.indicators import write_indicator_pages
from scripts.write.pages.organisations import write_organisation_pages
from scripts.write.pages.policies import identified, render_cards, render_list_page
from scripts.write.pages.policy.body import is_translated
from scripts.write.pages.policy.citing import render_examples
from scripts.write.pages.policy.edits import render_edits_page
from scripts.write.pages.policy.page import render_policy_page
from scripts.write.pages.policy.parallel import render_parallel_page
from scripts.write.pages.search import write_search_choices
from scripts.write.pages.terms import write_term_pages
from scripts.write.pages.topics import write_topic_pages
from scripts.write.search.collections import make_collections
from scripts.write.search.files import Programs, write_search
from scripts.write.search.segmenter import Segmenter
from scripts.write.search.share import make_share

FOLDERS = ("policies", "data", "indicators", "terms", "organisations", "documents", "topics")
TREES = tuple(f"docs/{language}/{folder}" for language in Language for folder in FOLDERS)
"""The folders that hold generated files and nothing else."""

Page = tuple[str, str]
"""Path below `docs/<language>/`, and Markdown."""


def write_policy_pages(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the list of policies, and for every policy its page and the page of its edits."""
    archive = lookup.archive
    yield "policies/index.md", render_list_page(archive, language)
    yield "policies/.cards.md", render_cards(archive, language)
    for policy, metadata in identified(archive):
        yield f"policies/{metadata.id}/index.md", render_policy_page(policy, metadata, lookup, language)
        yield f"policies/{metadata.id}/edits/index.md", render_edits_page(policy, metadata, language)
        for name, example in render_examples(policy, metadata, language):
            yield f"policies/{metadata.id}/{name}", example
        if is_translated(policy, archive):
            yield f"policies/{metadata.id}/parallel/index.md", render_parallel_page(policy, metadata, archive, language)


WRITERS: tuple[Callable[[Lookup, Language], Iterator[Page]], ...] = (
    write_policy_pages,
    write_indicator_pages,
    write_term_pages,
    write_organisation_pages,
    write_document_page,
    write_topic_pages,
    write_search_choices,
)


def write_site(archive: Archive, engine: Programs, segmenter: Segmenter) -> dict[str, str | bytes]:
    """Return all generated files by their path below the project's root; `engine` has the programs of the search."""
    lookup = Lookup(archive)
    files: dict[str, str | bytes] = dict(write_data(lookup))
    shares = [make_share(collection, segmenter.cut) for collection in make_collections(lookup)]
    searched = write_search(shares, archive.glossary.topics.values(), engine)
    files |= {f"docs/zh/data/search/{path}": content for path, content in searched}
    tables = {PurePosixPath(path).stem: text for path, text in files.items() if path.endswith(".csv")}
    counts = {name: text.count("\r\n") - 1 for name, text in tables.items() if isinstance(text, str)}
    for language in Language:
        files |= {f"docs/{language}/{path}": text for path, text in write_data_page(archive, language, counts)}
        for writer in WRITERS:
            files |= {f"docs/{language}/{path}": text for path, text in writer(lookup, language)}
    return files
