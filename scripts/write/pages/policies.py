"""The archive → the list of its policies, as a sortable table."""

from collections.abc import Iterator
from functools import partial

from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.shares import Digest
from scripts.model.vocabulary import Language, TargetKind
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.facts import date_text, place_name
from scripts.write.pages.policy.status import say_years
from scripts.write.words.strings import LANG_TAGS, LEVELS, pick, say

NOTHING = "—"
"""What a cell sorts by of which nothing is known: it stands last, whichever way."""
ZH_TAG = LANG_TAGS[Language.ZH]


def write_policy_list(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the list of policies."""
    yield Page("policies/index.md", ("policies",), partial(render_list_page, lookup, language))


def render_list_page(lookup: Lookup, language: Language) -> str:
    """Return the Markdown of the list of policies."""
    keys = ("title", "place", "number", "date", "planned-for", "policy-parts", "characters", "targets")
    head = [md.html_cell("th", say(key, language), scope="col") for key in keys]
    rows = [list_row(digest, lookup.archive, language) for digest in lookup.policies.values()]
    words = {"title": say("policies", language), "description": say("policies-description", language)}
    blocks = [
        f"# {say('policies', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("policies-lead", language))),
        md.html_table(say("policies", language), head, rows, classes="sortable"),
    ]
    return md.page(words | {"layout": "wide", "hide": ["navigation", "toc"]}, blocks)


def list_row(digest: Digest, archive: Archive, language: Language) -> md.Row:
    """Return a policy's row; `data-value` holds what a column sorts by, where that is not its text."""
    metadata = digest.metadata
    number = md.span(md.escape(metadata.number), lang=ZH_TAG) if metadata.number else say("number-unknown", language)
    level = list(LEVELS).index(metadata.place.level)
    place = place_name(metadata.place, archive, language)
    issuers = LANGUAGES[language].join_names(md.escape(pick(issuer, language)) for issuer in metadata.issuers)
    title = md.link(md.escape(pick(metadata.title, language)), f"{metadata.id}/index.md")
    until = metadata.status.until
    years = say_years(metadata.status, language) or say("planned-unknown", language)
    counts = (digest.parts, digest.characters, digest.figures.get(TargetKind.TARGET, 0))
    cells = [
        md.html_cell("td", title + md.span(issuers, classes="held")),
        md.html_cell("td", md.escape(place), data_value=f"{level} {metadata.place.id}"),
        md.html_cell("td", number, **({} if metadata.number else {"data_value": NOTHING})),
        md.html_cell("td", md.escape(date_text(metadata, language)), data_value=metadata.date.value),
        md.html_cell("td", years, data_value=str(until) if until else NOTHING),
        *(md.html_cell("td", f"{count:,}", data_value=str(count), classes="number") for count in counts),
    ]
    return md.html_row(cells)
