"""The archive → every file that is generated into `docs/`: the table of writers, and the loop that runs it."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from scripts.archive import Archive
from scripts.vocabulary import Language
from scripts.write.citing import render_examples
from scripts.write.data import write_data
from scripts.write.data_page import write_data_page
from scripts.write.document_page import write_document_page
from scripts.write.edits_page import render_edits_page
from scripts.write.found import Found
from scripts.write.indicator_pages import write_indicator_pages
from scripts.write.list_page import identified, render_cards, render_list_page
from scripts.write.organisation_pages import write_organisation_pages
from scripts.write.parallel_page import render_parallel_page
from scripts.write.policy_page import render_policy_page
from scripts.write.policy_text import is_translated
from scripts.write.search_data import Programs, write_search
from scripts.write.term_pages import write_term_pages
from scripts.write.topic_pages import write_topic_pages

FOLDERS = ("policies", "data", "indicators", "terms", "organisations", "documents", "topics")
TREES = tuple(f"docs/{language}/{folder}" for language in Language for folder in FOLDERS)
"""The folders that hold generated files and nothing else."""

Page = tuple[str, str]
"""Path below `docs/<language>/`, and Markdown."""


def write_policy_pages(found: Found, language: Language) -> Iterator[Page]:
    """Yield the list of policies, and for every policy its page and the page of its edits."""
    archive = found.archive
    yield "policies/index.md", render_list_page(archive, language)
    yield "policies/.cards.md", render_cards(archive, language)
    for policy, metadata in identified(archive):
        yield f"policies/{metadata.id}/index.md", render_policy_page(policy, metadata, found, language)
        yield f"policies/{metadata.id}/edits/index.md", render_edits_page(policy, metadata, language)
        for name, example in render_examples(policy, metadata, language):
            yield f"policies/{metadata.id}/{name}", example
        if is_translated(policy, archive):
            yield f"policies/{metadata.id}/parallel/index.md", render_parallel_page(policy, metadata, archive, language)


WRITERS: tuple[Callable[[Found, Language], Iterator[Page]], ...] = (
    write_policy_pages,
    write_indicator_pages,
    write_term_pages,
    write_organisation_pages,
    write_document_page,
    write_topic_pages,
)


def write_site(archive: Archive, engine: Programs) -> dict[str, str | bytes]:
    """Return all generated files by their path below the project's root; `engine` has the programs of the search."""
    found = Found(archive)
    files: dict[str, str | bytes] = dict(write_data(found))
    files |= {f"docs/zh/data/search/{path}": content for path, content in write_search(found, engine).items()}
    tables = {PurePosixPath(path).stem: text for path, text in files.items() if path.endswith(".csv")}
    counts = {name: text.count("\r\n") - 1 for name, text in tables.items() if isinstance(text, str)}
    for language in Language:
        files |= {f"docs/{language}/{path}": text for path, text in write_data_page(archive, language, counts)}
        for writer in WRITERS:
            files |= {f"docs/{language}/{path}": text for path, text in writer(found, language)}
    return files
