"""The archive → the list of its policies, as a sortable table and as the cards of the home page."""

from collections.abc import Iterator

from scripts.model.archive import Archive
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language, SectionKind, TargetKind
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.facts import date_text, place_name
from scripts.write.words.figures import make_figures, of_kind
from scripts.write.words.strings import LANG_TAGS, LEVELS, pick, say

COUNTS = {TargetKind.TARGET: "targets-count", TargetKind.BASELINE: "baselines-count"}
ZH_TAG = LANG_TAGS[Language.ZH]


def identified(archive: Archive) -> Iterator[tuple[Policy, Metadata]]:
    """Yield the policies of the corpus with their metadata, in the order of their ids."""
    for policy in archive.policies:
        if policy.metadata:
            yield policy, policy.metadata


def render_list_page(archive: Archive, language: Language) -> str:
    """Return the Markdown of the list of policies."""
    keys = ("place", "title", "issuers", "number", "date", "characters")
    head = [md.html_cell("th", say(key, language), scope="col") for key in keys]
    rows = [list_row(policy, metadata, archive, language) for policy, metadata in identified(archive)]
    front_matter = {"title": say("policies", language), "description": say("policies-description", language)}
    blocks = [
        f"# {say('policies', language)} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("policies-lead", language))),
        md.html_table(say("policies", language), head, rows, classes="sortable"),
    ]
    return md.page(front_matter, blocks)


def list_row(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> md.Row:
    """Return a policy's row; `data-value` holds what a column sorts by, where that is not its text."""
    separator = "、" if language is Language.ZH else "; "
    number = md.span(md.escape(metadata.number), lang=ZH_TAG) if metadata.number else say("number-unknown", language)
    level = list(LEVELS).index(metadata.place.level)
    place = place_name(metadata.place, archive, language)
    cells = [
        md.html_cell("td", md.escape(place), data_value=f"{level} {metadata.place.id}"),
        md.html_cell("td", md.link(md.escape(pick(metadata.title, language)), f"{metadata.id}/index.md")),
        md.html_cell("td", separator.join(md.escape(pick(issuer, language)) for issuer in metadata.issuers)),
        md.html_cell("td", number),
        md.html_cell("td", md.escape(date_text(metadata, language)), data_value=metadata.date.value),
        md.html_cell("td", f"{len(policy.text):,}", data_value=str(len(policy.text)), classes="number"),
    ]
    return md.html_row(cells)


def render_cards(archive: Archive, language: Language) -> str:
    """Return the policies as cards, for the home page to include."""
    cards = []
    for policy, metadata in identified(archive):
        parts = sum(1 for section in policy.sections if section.kind is SectionKind.PART)
        separator = "、" if language is Language.ZH else "; "
        figures = make_figures(archive.findings[metadata.id].targets) if metadata.id in archive.findings else []
        counts = ((kind, len(of_kind(figures, kind))) for kind in TargetKind)
        targets = "".join(" · " + say(COUNTS[kind], language, n=count) for kind, count in counts if count)
        lines = (
            separator.join(md.escape(pick(issuer, language)) for issuer in metadata.issuers),
            md.escape(date_text(metadata, language)),
            say("parts-count", language, n=parts)
            + " · "
            + say("characters-count", language, n=f"{len(policy.text):,}")
            + targets,
        )
        title = md.link(md.escape(pick(metadata.title, language)), f"policies/{metadata.id}/index.md")
        inner = [
            md.paragraph(md.escape(place_name(metadata.place, archive, language)), classes="card-place"),
            md.paragraph(title, classes="card-title"),
            *(md.paragraph(line, classes="card-line") for line in lines),
        ]
        cards.append(md.division(inner, tag="li"))
    return md.division(cards, tag="ul", classes="cards") + "\n"
