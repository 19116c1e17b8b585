"""Plain CommonMark: with the markup taken off, the Markdown of a policy is its text, in every viewer."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.model.kinds import has_heading
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import Language, SectionKind
from scripts.read.corpus.corpus import Corpus
from scripts.write.data.policy_markdown import draw_policy_texts, render_policy_text
from scripts.write.markup import commonmark as cm
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import english_label
from tests.conftest import IDS, ROOT, SITE_URL
from tests.test_laws import PIECES, find_policy, read_hostile

VIEWERS = {
    "plain CommonMark": MarkdownIt("commonmark"),
    "with tables and strikethrough": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}
STRUCTURE = {"heading", "paragraph", "blockquote", "bullet_list", "list_item"}
MARKS = ["*", "**", "_", "~", "~~", "`", "```", "[", "]", "](", "]:", "!", "<", ">", "&", ";", "\\", "#", " #", "-", "- ", "+ ", "=", "1. ", "1)", "|", "a", "甲", "\n", " ", "\t", "http://a.cn", "<a@b.cn>", "&amp;", "<!--", "<b>", "</a>"]  # fmt: skip
marked_texts = st.lists(st.sampled_from(MARKS), max_size=12).map("".join)
hostile_texts = st.lists(st.one_of(st.sampled_from(PIECES + MARKS), st.text(max_size=4)), max_size=60).map("".join)


class Cells(HTMLParser):
    """The words of every cell of an HTML table."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_inside = False
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base has it
        assert tag in {"table", "thead", "tbody", "tr", "th", "td"}
        self.is_inside = tag in {"th", "td"}
        if self.is_inside:
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag not in {"th", "td"}

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.words[-1] += data


def words_of(inline: Token) -> str:
    """Return the words of a heading or paragraph, in which nothing but addresses and our own targets is markup."""
    words = ""
    for token in inline.children or []:
        if token.type == "html_inline":
            assert token.content == "</a>" or token.content.startswith('<a id="')
            continue
        assert token.type in {"text", "softbreak"}, token
        words += "\n" if token.type == "softbreak" else token.content
    return words


def shown(markdown: str, viewer: MarkdownIt) -> Iterator[str]:
    """Yield the words of every heading, paragraph and cell that a viewer shows."""
    for token in viewer.parse(markdown):
        if token.type == "inline":
            yield words_of(token)
        elif token.type == "html_block":
            yield from Cells(token.content).words
        else:
            assert token.type.rpartition("_")[0] in STRUCTURE, token


def printed(policy: Policy) -> Iterator[str]:
    """Yield the words of every heading and block; the number of a section without a title stands before its first."""
    for section in policy.sections:
        yield from printed_section(policy.text, section)


def printed_section(text: str, section: Section) -> Iterator[str]:
    heading = text[section.start : section.heading_end]
    blocks = [(block.start, text[block.start : block.end]) for block in section.blocks]
    is_titled = section.title or section.kind is SectionKind.BOX
    if is_titled and section.kind is not SectionKind.ROW:
        yield heading
    elif section.kind not in (SectionKind.TABLE, SectionKind.ROW):
        lead = section.lead
        gap = " " if lead and lead.start > section.heading_end and not heading.endswith(" ") else ""
        yield heading + gap + (blocks.pop(0)[1] if lead else "")
    members: list[tuple[int, str | Section]] = [*blocks, *((child.start, child) for child in section.children)]
    for _, member in sorted(members, key=lambda pair: pair[0]):
        if isinstance(member, str):
            yield member
        else:
            yield from printed_section(text, member)


def joined(text: str) -> str:
    """Return a text without what only stands between its blocks."""
    return text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("viewer", VIEWERS.values(), ids=VIEWERS)
@pytest.mark.parametrize("policy_id", IDS)
def test_the_markdown_of_a_policy_shows_exactly_its_blocks(corpus: Corpus, policy_id: str, viewer: MarkdownIt) -> None:
    policy = find_policy(corpus, policy_id)
    _, line, body = render_policy_text(policy, "").partition("\n\n---\n\n")
    assert line
    words = list(shown(body, viewer))
    assert words == list(printed(policy))
    assert joined("".join(words)) == joined(policy.text)


@settings(max_examples=300, deadline=None)
@given(hostile_texts, st.sampled_from(list(VIEWERS.values())))
def test_the_markdown_of_any_text_shows_exactly_its_blocks(text: str, viewer: MarkdownIt) -> None:
    policy = read_hostile(text)
    if policy:
        words = list(shown(render_policy_text(policy, ""), viewer))
        assert words == list(printed(policy))
        assert joined("".join(words)) == joined(policy.text)


@settings(max_examples=500, deadline=None)
@given(marked_texts, st.sampled_from(["", "s1-2"]), st.sampled_from(list(VIEWERS.values())))
@example("*a*", "", VIEWERS["plain CommonMark"])
@example("5~~10，20~~30", "", VIEWERS["with tables and strikethrough"])
@example("a #", "", VIEWERS["plain CommonMark"])
def test_a_paragraph_and_a_heading_show_exactly_their_words(text: str, anchor: str, viewer: MarkdownIt) -> None:
    line = text.replace("\n", "")
    (paragraph,) = shown(cm.paragraph(line, anchor), viewer) if line or anchor else [""]
    assert paragraph == line
    (heading,) = shown(cm.heading(2, text, anchor), viewer)
    assert heading == text
    (quoted,) = shown(cm.quotation([cm.heading(3, text, anchor)]), viewer)
    assert quoted == text
    (cell,) = shown(cm.table("t1", [], [("t1-r1", [cm.cell("td", text)])]), viewer)
    assert cell == text


@pytest.mark.parametrize("policy_id", IDS)
def test_every_section_has_its_target(corpus: Corpus, policy_id: str) -> None:
    policy = find_policy(corpus, policy_id)
    markdown = render_policy_text(policy, "")
    for section in policy.walk():
        if section.kind is not SectionKind.TABLE or not section.title:
            tag = "tr" if section.kind is SectionKind.ROW else "a"
            assert markdown.count(f'<{tag} id="{section.anchor}"') == 1


@pytest.mark.parametrize("policy_id", IDS)
def test_the_policies_need_no_backslash(corpus: Corpus, policy_id: str) -> None:
    assert "\\" not in render_policy_text(find_policy(corpus, policy_id), "")


def test_the_published_markdown_says_what_the_text_is_and_where_it_is_kept(corpus: Corpus, docs: Path) -> None:
    metadata = find_policy(corpus, "jinan-2018").metadata
    assert metadata
    latest = metadata.editions[-1]
    text = (docs / "zh/data/policies/jinan-2018.md").read_text(encoding="utf-8")
    head = text.partition("\n\n---\n\n")[0].splitlines()
    assert head == [
        "# 关于开展质量提升行动加快质量强市建设的实施方案",
        "",
        "- 发文机关：中共济南市委、济南市人民政府",
        "- 发文字号：济发〔2018〕36号",
        "- 日期：2018",
        f"- 版次：第{latest.number}版，{say_date(latest.date, Language.ZH)}",
        "- 文本来源：<http://www.gallerymute.com/serviceinfo.aspx?baseinfoid=120&baseinfocateid=9>",
        f"- 永久地址：<{SITE_URL}policies/jinan-2018/>",
        "- 权利：官方文件，依法不适用著作权法；编者的校改采用CC BY 4.0许可，<https://creativecommons.org/licenses/by/4.0/>",
    ]


def english_of(policy: Policy, english: dict[str, str]) -> Iterator[str]:
    """Yield the English of every heading and block; the number of a section without a title stands before its first."""
    text = policy.text
    for section in policy.walk():
        blocks = [english.get(block.anchor, text[block.start : block.end]) for block in section.blocks]
        label = english_label(section)
        if has_heading(section):
            title = english.get(section.anchor)
            yield label + title if title else text[section.start : section.heading_end]
        elif section.kind not in (SectionKind.TABLE, SectionKind.ROW) and (label or blocks):
            blocks[:1] = [label + "".join(blocks[:1])]
        yield from blocks


@pytest.mark.parametrize("policy_id", IDS)
def test_the_english_markdown_shows_exactly_the_english(corpus: Corpus, policy_id: str) -> None:
    policy = find_policy(corpus, policy_id)
    assert policy.metadata
    files = dict(draw_policy_texts(policy, policy.metadata, corpus.archive))
    assert list(files) == [".md", ".en.md"]
    head, line, body = files[".en.md"].partition("\n\n---\n\n")
    assert line
    assert "&#" not in head
    words = list(shown(body, VIEWERS["plain CommonMark"]))
    assert sorted(words) == sorted(english_of(policy, corpus.archive.english[policy_id]))
    anchors = [line.partition("</a>")[0] for line in files[".md"].splitlines() if "<a id=" in line]
    assert [line.partition("</a>")[0] for line in files[".en.md"].splitlines() if "<a id=" in line] == anchors


def test_the_site_publishes_the_markdown_as_it_is(site: Path) -> None:
    for policy_id in IDS:
        for name in (f"{policy_id}.md", f"{policy_id}.en.md"):
            assert (site / "data/policies" / name).read_bytes() == (ROOT / "docs/zh/data/policies" / name).read_bytes()
        assert not (site / "data/policies" / policy_id / "index.html").exists()
    for page in ("data/index.html", "en/data/index.html"):
        assert {"jinan-2018.md", "jinan-2018.en.md"} <= set(re.findall(r"jinan[\w.-]+", (site / page).read_text()))
