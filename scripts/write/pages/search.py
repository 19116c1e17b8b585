"""The choices of the search page, in both languages: what its form filters, shows and sorts by.

The page itself is written by hand and includes them. What depends on the archive (policies, places, years, topics) is
filled in by its script, from the data that it has anyway.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.write.disk.page import Page
from scripts.write.markup.choices import choice
from scripts.write.words.strings import LEVELS, STRINGS, pick
from scripts.write.words.strings_search import LANGUAGE_CHOICES, RESULT_KIND_CHOICES
from scripts.write.words.strings_status import PERIOD_CHOICES

FORM = "search-form"
"""The id of the page's form, beside which the choices stand."""
Options = Iterable[tuple[str, Bilingual]]
VIEWS = {"lines": STRINGS["search-lines"]}
SORTS = {
    "archive": STRINGS["search-by-archive"],
    "left": STRINGS["search-by-left"],
    "right": STRINGS["search-by-right"],
}
CHOICES: tuple[tuple[str, str, str, Options], ...] = (
    ("policy", "search-policy", "all", ()),
    ("place", "place", "all", ()),
    ("year", "year", "all", ()),
    ("period", "planned-for", "all", PERIOD_CHOICES.items()),
    ("level", "level", "all", LEVELS.items()),
    ("kind", "kind", "all", RESULT_KIND_CHOICES.items()),
    ("topic", "topic", "all", ()),
    ("lang", "search-language", "search-both-languages", LANGUAGE_CHOICES.items()),
    ("view", "search-view", "search-passages", VIEWS.items()),
    ("sort", "search-sort", "search-by-relevance", SORTS.items()),
)
"""Of each choice its name in the address, the keys of its label and of what stands chosen, and the other options."""


def write_search_choices(lookup: Lookup, language: Language) -> Iterator[Page]:  # noqa: ARG001 - as every writer
    """Yield the choices, for the search page to include."""
    yield Page("data/.search-choices.md", (), partial(render_choices, language))


def render_choices(language: Language) -> str:
    """Return the choices of the search page's form."""
    lines = []
    for name, label, first, options in CHOICES:
        listed = [("", STRINGS[first]), *options]
        words = [(value, pick(text, language)) for value, text in listed]
        lines.append(choice(pick(STRINGS[label], language), name, words, FORM))
    return "\n".join(lines)
