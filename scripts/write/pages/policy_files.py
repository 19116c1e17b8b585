"""The files of each policy, with their sizes, as a part of the data page; the policy's own page leads here."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language
from scripts.write.markup import markdown as md
from scripts.write.words.strings import pick, say

ENDINGS = (".json", ".md", ".en.md", ".akn.xml", ".en.akn.xml", ".parallel.akn.xml", "/source.txt", "/original.zip")
"""How the names of a policy's files end."""
NEEDS = ("policies", "linked")
"""What the sizes of these files depend on."""
UNITS = ((1_000_000, "data-megabytes"), (1_000, "data-kilobytes"))
"""The units of sizes, the largest first."""


def policy_files(lookup: Lookup, language: Language, find: Callable[[str], Path], up: str) -> Iterator[str]:
    """Yield a line for each policy, at the anchor of its id; `up` is the way to the data, `find` leads to a file."""
    for digest in lookup.policies.values():
        title = md.span(md.escape(pick(digest.metadata.title, language)), digest.metadata.id)
        links = LANGUAGES[language].join(file_links(digest.metadata, language, find, up))
        yield f"{title}{LANGUAGES[language].colon}{links}"


def file_links(metadata: Metadata, language: Language, find: Callable[[str], Path], up: str) -> Iterator[str]:
    """Yield a link to each file of a policy that there is, and its size."""
    for ending in ENDINGS:
        path = f"policies/{metadata.id}{ending}"
        file = find(f"data/{path}")
        if file.is_file():
            size = say_size(file.stat().st_size, language)
            yield md.raw_link(file.name, f"{up}{path}") + LANGUAGES[language].bracket(size)


def say_size(size: int, language: Language) -> str:
    """Return a size as people say it.

    >>> say_size(237_257, Language.EN), say_size(1_194_908, Language.ZH)
    ('237 KB', '1.2MB')
    """
    unit, key = next((row for row in UNITS if size >= row[0]), UNITS[-1])
    number = size / unit
    return say(key, language, n=f"{number:.1f}" if number < 10 else f"{number:.0f}")
