"""Markdown as the site renders it, and the text that a reader sees of it."""

from functools import cache
from typing import Any

import markdown
import yaml
from lxml import html

from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy
from scripts.write.pages.policy.page import render_text_page
from tests.conftest import ROOT


class ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV` tags only MkDocs understands."""


def last_of(loader: ConfigLoader, node: yaml.SequenceNode) -> Any:
    """Return the default of an `!ENV` list."""
    return loader.construct_sequence(node)[-1]


ConfigLoader.add_constructor("!ENV", last_of)


@cache
def converter() -> markdown.Markdown:
    """Return Python-Markdown with the extensions of mkdocs.yml."""
    config: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), ConfigLoader)
    names, configs = [], {}
    for entry in config["markdown_extensions"]:
        name, options = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        names.append(name)
        configs[name] = options
    return markdown.Markdown(extensions=names, extension_configs=configs)


def render_page(policy: Policy) -> str:
    """Return the HTML of a text's page."""
    body = render_text_page(policy, "", Lookup(Archive((policy,)), {})).split("---\n", 2)[2]
    return f"<main>{converter().reset().convert(body)}</main>"


def text_of(page: html.HtmlElement, anchor: str) -> str:
    """Return what a reader sees of the element with this id, without the number that opens an untitled section."""
    (element,) = page.xpath("//*[@id=$anchor]", anchor=anchor)
    for label in element.xpath(".//*[contains(@class, 'policy-label')]"):
        label.drop_tree()
    return " ".join(element.text_content().split())
