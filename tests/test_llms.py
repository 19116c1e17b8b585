"""`llms.txt`: of the form that llmstxt.org describes, and every link of it leads to a file of the site."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.model.lookup import Lookup
from scripts.write.data.llms import render_llms
from tests.conftest import IDS, ROOT, SITE_URL

LINE_PATTERN = re.compile(r"- \[[^\]]+\]\(https://\S+\): \S.*")


@pytest.fixture(scope="module")
def text(lookup: Lookup, site: Path) -> str:
    """The file as it is published, which is that which was written."""
    published = (site / "llms.txt").read_text(encoding="utf-8")
    assert published == render_llms(lookup, lambda path: ROOT / "docs/zh" / path)
    return published


@pytest.fixture(scope="module")
def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").parse(text)


def test_it_has_the_form(text: str, tokens: list[Token]) -> None:
    """A title, a summary, paragraphs, then lists of links under headings of the second level; the last may be left out."""
    assert text.startswith("# Quality Policy Archive (质量政策档案)\n\n> ")
    outline = [token.tag for token in tokens if token.level == 0 and token.nesting == 1]
    first_list = outline.index("h2")
    assert outline[:2] == ["h1", "blockquote"]
    assert set(outline[2:first_list]) == {"p"}
    assert outline[first_list:] == ["h2", "ul"] * ((len(outline) - first_list) // 2)
    headings = [tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[1:] == ["Policies", "Data", "Guides", "Optional"]
    lines = text.partition("\n## ")[2].splitlines()
    assert [line for line in lines if line.startswith("-") and not LINE_PATTERN.fullmatch(line)] == []


def test_every_link_leads_to_a_file_of_the_site(tokens: list[Token], site: Path) -> None:
    inline = [child for token in tokens for child in token.children or []]
    links = [str(child.attrs["href"]) for child in inline if child.type == "link_open"]
    own = [link.removeprefix(SITE_URL) for link in links if link.startswith(SITE_URL)]
    assert len(own) == len(links) - 1  # the licence is elsewhere
    assert [path for path in own if not (site / path / "index.html").is_file() and not (site / path).is_file()] == []
    for policy_id in IDS:
        assert {f"data/policies/{policy_id}.md", f"data/policies/{policy_id}.en.md"} <= set(own)


def test_the_example_is_an_address_of_the_archive(text: str, site: Path) -> None:
    addresses = re.findall(rf"`{SITE_URL}(\S+)#(\S+)`", text)
    assert len(addresses) == 2
    for page, anchor in addresses:
        assert f'id="{anchor}"' in (site / page / "index.html").read_text(encoding="utf-8")
