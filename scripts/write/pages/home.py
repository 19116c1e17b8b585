"""The archive → what the home page includes: how much there is, and the policies as a short list."""

from collections.abc import Iterator
from functools import partial

from scripts.model.lookup import Lookup
from scripts.model.shares import Digest
from scripts.model.vocabulary import Language, TargetKind
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.words.dates import say_date
from scripts.write.words.strings import pick, say

COUNTS = {TargetKind.TARGET: "targets-count", TargetKind.BASELINE: "baselines-count"}


def write_home(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the snippets."""
    needs = ("policies",)
    also = f"{len(lookup.archive.glossary.indicators)} {len(lookup.archive.glossary.terms)}"
    yield Page("policies/.amount.md", needs, partial(render_amount, lookup, language), also)
    yield Page("policies/.list.md", needs, partial(render_list, lookup, language))


def render_amount(lookup: Lookup, language: Language) -> str:
    """Return how many policies, indicators and terms there are, and of which years, each leading to its list."""
    glossary, digests = lookup.archive.glossary, lookup.policies.values()
    years = sorted({digest.metadata.date.value[:4] for digest in digests})
    span = (
        years[0] if len(years) == 1 else say("period-years", language, first=years[0], last=years[-1]) if years else ""
    )
    counts = (
        ("home-policies", len(digests), "policies/index.md"),
        ("home-indicators", len(glossary.indicators), "indicators/index.md"),
        ("home-terms", len(glossary.terms), "terms/index.md"),
    )
    items = [md.link(md.escape(say(key, language, n=count)), path) for key, count, path in counts if count]
    return md.division([md.paragraph(item) for item in (*items, md.escape(span)) if item], classes="home-amount") + "\n"


def render_list(lookup: Lookup, language: Language) -> str:
    """Return the policies: place, title, and what each holds in a few words."""
    rows = [md.division(list(row(digest, language)), tag="li") for digest in lookup.policies.values()]
    return md.division(rows, tag="ul", classes="home-policies") + "\n"


def row(digest: Digest, language: Language) -> Iterator[str]:
    """Yield the parts of a policy's row."""
    metadata = digest.metadata
    counts = [say(COUNTS[kind], language, n=count) for kind, count in digest.figures.items() if count]
    facts = [say_date(metadata.date.value, language), *counts]
    yield md.paragraph(md.escape(pick(metadata.place.name, language)), classes="home-place")
    yield md.paragraph(md.link(md.escape(pick(metadata.title, language)), f"policies/{metadata.id}/index.md"))
    yield md.paragraph(md.escape(md.DOT.join(facts)), classes="home-facts")
