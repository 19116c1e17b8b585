"""The archive → the page of all permanent addresses: a policy a line, and what `id.json` holds, field by field."""

from collections.abc import Iterator
from functools import partial

from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.permanent.fields import FIELDS, SCHEMA, render_schema
from scripts.write.words.addresses import permanent_address
from scripts.write.words.strings import pick, say


def write_id_list(lookup: Lookup, language: Language) -> Iterator[Page]:
    """Yield the page of all policies' permanent addresses."""
    yield Page("id/index.md", ("policies",), partial(render_id_list, lookup, language))


def write_id_schema() -> Iterator[Page]:
    """Yield the schema of `id.json`."""
    yield Page(SCHEMA, (), render_schema)


def render_id_list(lookup: Lookup, language: Language) -> str:
    """Return the Markdown of the page."""
    head = [md.html_cell("th", md.escape(say(key, language)), scope="col") for key in ("title", "permanent-address")]
    rows = [
        md.html_row(
            [
                md.html_cell("td", md.raw_link(md.escape(pick(metadata.title, language)), f"{metadata.id}/?list")),
                md.html_cell("td", f"<code>{permanent_address(metadata.id)}</code>"),
            ]
        )
        for metadata in (digest.metadata for digest in lookup.policies.values())
    ]
    root = "../" * (1 + LANGUAGES[language].folder.count("/"))
    promise = md.link(md.escape(say("addresses-promise", language)), "../about/what-never-changes/index.md")
    schema = md.raw_link("schema.json", f"{root}{SCHEMA}")
    blocks = [
        f"# {md.escape(say('addresses', language))} {md.attribute_list('title')}",
        md.paragraph(md.escape(say("addresses-list-lead", language)) + promise + LANGUAGES[language].stop),
        md.html_table(say("addresses", language), head, rows, classes="saveable"),
        md.heading(2, "id.json", "id-json"),
        md.paragraph(md.escape(say("addresses-file-lead", language)) + schema + LANGUAGES[language].stop),
        field_table(language),
    ]
    front_matter = {"title": say("addresses", language), "description": say("addresses-list-lead", language)}
    return md.page(front_matter | {"hide": ["navigation"]}, blocks)


def field_table(language: Language) -> str:
    """Return the table of the fields of `id.json`."""
    head = [md.html_cell("th", md.escape(say(key, language)), scope="col") for key in ("column", "meaning")]
    rows = [
        md.html_row(
            [
                md.html_cell("th", f"<code>{field.name}</code>", scope="row"),
                md.html_cell("td", md.escape(pick(field.meaning, language))),
            ]
        )
        for field in FIELDS
    ]
    return md.html_table("id.json", head, rows)
