"""The archive → `llms.txt` (llmstxt.org): what it is, the clean text of every policy, the data, how to cite.

The form has one language: English, in which most such programs are told what to do, with the titles in Chinese too.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from scripts.model.languages import LANGUAGES, OTHER
from scripts.model.lookup import Lookup
from scripts.model.release import LICENCE
from scripts.model.vocabulary import Language
from scripts.write.data.catalogue import offered
from scripts.write.disk.page import Page
from scripts.write.markup import commonmark as cm
from scripts.write.words.addresses import page_address
from scripts.write.words.strings import pick, say

LANGUAGE = Language.EN
NAME = "data/.llms.txt"
"""Where it waits to be published at the site's root (overrides/hooks.py)."""
SUMMARY = (
    "The quality-improvement and quality-development plans of Chinese cities and provinces: the Chinese texts, edited "
    "from damaged copies found on the web, with every change on record, and our unofficial English translation. Every "
    "section and paragraph has a permanent address."
)
NOTES = (
    "The Chinese text alone is authoritative; the English is the archive's own and unofficial. Where the copy is "
    "damaged or doubtful, the editors say so in a note on the policy's page; the Markdown has the text without notes.",
    'In the Markdown, `<a id="s2-3"></a>` before a heading is its anchor: part 二, item （三）. The address of the '
    "section is that of the policy's page with the anchor behind it, `{page}#s2-3`; `{page}#s2-3-p1` is its first "
    "paragraph. Anchors are the same in both languages and in every file, and never change.",
    "To cite, give issuer, title, document number, date, the address of the place, and the edition or the day on which "
    "it was read; quote Chinese from the Chinese file. A quotation must stand at its address, letter for letter.",
    "The policies are official documents, to which copyright law does not apply. Translation, notes and data: "
    f"CC BY 4.0, <{LICENCE}>.",
)
GUIDES = (
    ("about/how-to-cite/", "How to cite", "addresses and reference formats, down to the paragraph"),
    ("about/what-never-changes/", "Permanent commitments", "what a footnote can rely on"),
    (
        "about/how-it-is-made/",
        "Editorial method",
        "from the file as received to the page, and the rules that always hold",
    ),
    ("data/", "Data", "every table with every column described, and all files"),
)
OPTIONAL = (".tmx", ".tbx", ".xlsx", ".sqlite", ".zip", ".ris", ".bib", ".csl.json")
"""How the names of those files end that say nothing which the others do not say."""


def write_llms(lookup: Lookup, find: Callable[[str], Path]) -> Iterator[Page]:
    """Yield the file; `find` leads to the files that were written before."""
    yield Page(NAME, ("policies", "linked"), partial(render_llms, lookup, find))


def render_llms(lookup: Lookup, find: Callable[[str], Path]) -> str:
    """Return the file, which names what is there."""
    names = (say("archive-name", LANGUAGE), say("archive-name", OTHER[LANGUAGE]))
    example = page_address("policies/" + next(iter(lookup.policies), "…") + "/")
    blocks = [
        cm.heading(1, "{} ({})".format(*names)),
        cm.quotation([SUMMARY]),
        *(note.format(page=example) for note in NOTES),
        cm.heading(2, "Policies"),
        "\n".join(policy_lines(lookup, find)),
        cm.heading(2, "Data"),
        "\n".join(data_lines(find, is_optional=False)),
        cm.heading(2, "Guides"),
        "\n".join(link(title, page_address(path, LANGUAGE), words) for path, title, words in GUIDES),
        cm.heading(2, "Optional"),
        "\n".join([*akoma_ntoso_lines(lookup, find), *data_lines(find, is_optional=True)]),
    ]
    return "\n\n".join(blocks) + "\n"


def policy_lines(lookup: Lookup, find: Callable[[str], Path]) -> Iterator[str]:
    """Yield the text of each policy, in Chinese and in English."""
    for own, digest in lookup.policies.items():
        metadata = digest.metadata
        issuers = LANGUAGES[LANGUAGE].join_clauses([pick(issuer, LANGUAGE) for issuer in metadata.issuers])
        facts = ", ".join(filter(None, [issuers, metadata.number, metadata.date.value]))
        files = (
            (f"{own}.md", metadata.title.zh, f"the Chinese text. {facts}"),
            (f"{own}.en.md", metadata.title.en, "our English translation of the above"),
        )
        for name, title, words in files:
            if find(f"data/policies/{name}").is_file():
                yield link(title, page_address(f"data/policies/{name}"), words)


def akoma_ntoso_lines(lookup: Lookup, find: Callable[[str], Path]) -> Iterator[str]:
    """Yield the Akoma Ntoso of each policy: both languages side by side, or the Chinese where there is no other."""
    for own in lookup.policies:
        files = (
            (f"{own}.parallel.akn.xml", "Chinese and English, paragraph by paragraph (Akoma Ntoso 3.0)"),
            (f"{own}.akn.xml", "the Chinese text (Akoma Ntoso 3.0)"),
        )
        name, words = next(file for file in files if find(f"data/policies/{file[0]}").is_file())
        yield link(name, page_address(f"data/policies/{name}"), words)


def data_lines(find: Callable[[str], Path], *, is_optional: bool) -> Iterator[str]:
    """Yield the files of the data page with what is said of them there: those to read first, or the others."""
    for offer in offered(find):
        if offer.name.endswith(OPTIONAL) == is_optional:
            name = offer.name.rpartition("/")[2]
            yield link(name, page_address(f"data/{offer.name}"), pick(offer.words, LANGUAGE))


def link(name: str, address: str, words: str) -> str:
    """Return a line of a list as the form has it: a link, a colon, what is there."""
    return f"- [{cm.escape(name)}]({address}): {cm.escape(words)}"
