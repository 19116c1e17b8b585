"""Our forms of Markdown: what is written is read again, and a page is about as long as the words that it shows."""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown import blockprocessors, inlinepatterns, preprocessors, serializers, treeprocessors

from scripts.write.markup import markdown as md
from scripts.write.markup.forms import read_flags, write_flags
from scripts.write.markup.lines import QuickHtmlBlocks, QuickWhitespace
from scripts.write.markup.serialize import serialize
from scripts.write.markup.surroundings import Surroundings, shorten
from tests.conftest import ROOT

LONGEST = 1.6
"""A page's Markdown has at most so many times the characters that the page shows."""
BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "aside",
        "details",
        "summary",
        "figure",
        "desc",
        "text",
        "br",
    ]
)
values = st.text(
    st.characters(exclude_characters="\n\r\x00\x02\x03", exclude_categories=["Cs"]), min_size=1, max_size=8
)


def converter(path: str) -> markdown.Markdown:
    extension = "scripts.write.markup.extension"
    return markdown.Markdown(extensions=["attr_list", extension], extension_configs={extension: {"path": path}})


def render(text: str, path: str = "zh/terms/some/index.md") -> html.HtmlElement:
    return html.fromstring(f"<main>{converter(path).convert(text)}</main>")


# what marks are made of, whole and torn
PIECES = [*"质a[]()*_`&!'", '"', "\\", "](b)", "](<b>)", "](b 'c')", "{zh}", "[质]{zh}", "[a](b#c)"]
TAGS = ["<br>", "<b>", "</b>", "<div>", '<span class="a">', "<https://a.b>", "&amp;", "**", " ", "  \n"]
marks = st.lists(st.sampled_from([*PIECES, *TAGS]), max_size=12).map("".join)


@given(marks)
@pytest.mark.parametrize("path", ["zh/terms/some/index.md", "zh/about/some/index.md"])
def test_the_quick_search_finds_the_marks_that_the_patient_one_finds(path: str, text: str) -> None:
    quick, patient = converter(path), converter(path)
    patient.treeprocessors.register(treeprocessors.InlineProcessor(patient), "inline", 20)
    link = inlinepatterns.LinkInlineProcessor(inlinepatterns.LINK_RE, patient)
    patient.inlinePatterns.register(link, "link", 160)
    assert quick.convert(text) == patient.convert(text)


def plain_converter(path: str) -> markdown.Markdown:
    """A converter with our forms, and all else that Python-Markdown reads as it comes."""
    plain = converter(path)
    for names, own in (
        ("blockprocessors", blockprocessors.build_block_parser(plain).blockprocessors),
        ("preprocessors", preprocessors.build_preprocessors(plain)),
        ("inlinePatterns", inlinepatterns.build_inlinepatterns(plain)),
        ("treeprocessors", treeprocessors.build_treeprocessors(plain)),
    ):
        kept = plain.parser.blockprocessors if names == "blockprocessors" else getattr(plain, names)
        for item in own._priority:
            kept.register(own[item.name], item.name, item.priority)
    plain.serializer = serializers.to_xhtml_string
    return plain.registerExtensions(["def_list", "tables"], {})


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("start", range(4))
def test_pages_are_the_same_when_python_markdown_reads_them_in_full(start: int) -> None:
    for file in sorted((ROOT / "docs").glob("*/*/**/index.md"))[start * 5 :: 20]:
        path, text = file.relative_to(ROOT / "docs").as_posix(), file.read_text().split("---\n", 2)[2]
        if Surroundings(path).is_generated:
            assert converter(path).convert(text) == plain_converter(path).convert(text), path


@given(marks)
def test_what_is_written_is_what_python_markdown_writes(text: str) -> None:
    root = Element("div", {"title": text, "open": "open"})
    for tag in ("p", "br", "script"):
        child = SubElement(root, tag, {"class": "a", "id": text})
        child.text, child.tail = text, text
    root[0].set("hidden", None)  # type: ignore[arg-type]
    assert serialize(root) == serializers.to_xhtml_string(root)


@given(marks)
def test_blocks_of_html_are_those_that_python_markdown_finds(text: str) -> None:
    quick, patient = markdown.Markdown(), markdown.Markdown()
    lines = ["质", *text.split("\n"), "", "<b>量</b>"]
    assert QuickHtmlBlocks(quick).run(lines) == preprocessors.HtmlBlockPreprocessor(patient).run(lines)
    assert quick.htmlStash.rawHtmlBlocks == patient.htmlStash.rawHtmlBlocks


@given(st.lists(st.sampled_from(["质", " ", "\t", "\r", "\x02", "\n"]), max_size=9).map("".join))
def test_white_space_is_evened_out_as_python_markdown_does(text: str) -> None:
    md, lines = markdown.Markdown(), text.split("\n")
    assert QuickWhitespace(md).run(lines) == preprocessors.NormalizeWhitespace(md).run(lines)


def test_only_pages_written_by_hand_bear_what_they_alone_need() -> None:
    names = ["markdown_block" in converter(f"zh/{room}/index.md").parser.blockprocessors for room in ("terms", "about")]
    assert names == [False, True]


@given(st.dictionaries(st.sampled_from(["data_topic", "aria_label", "data_value"]), values))
def test_flags_are_read_as_written(given: dict[str, str]) -> None:
    assert read_flags(write_flags(given)) == {name.replace("_", "-"): value for name, value in given.items()}


@pytest.mark.parametrize(
    "address",
    [
        "../../policies/jinan-2018/index.md#s2-1-p1",
        "../../policies/jinan-food-2018/index.md",
        "../../documents/index.md#lufa-2018-28",
        "../../terms/beds-per-1000/index.md",
        "../../indicators/index.md",
        "../index.md",
        "../beds-per-1000/index.md",
        "edits/index.md",
        "#notes",
        "https://example.org/a/",
    ],
)
def test_a_short_address_leads_where_the_long_one_does(address: str) -> None:
    assert Surroundings("zh/policies/some/index.md").resolve(shorten(address)) == address


def test_a_table_is_read_as_written() -> None:
    head = [md.html_cell("th", name, scope="col") for name in ("地区", "数值", "原文")]
    rows = [
        [("th", "济南", {}), ("td", "2,000个", {"data_value": "2000"}), ("td", "[质量]{zh}", {})],
        [("th", "1. 烟台", {}), ("td", "约1.86万", {"data_value": "18600"}), ("td", "", {})],
        [("td", "", {"classes": "empty"}), ("td", "—", {"data_value": ""}), ("td", "[强市]{zh}", {"id": "x"})],
    ]
    lines = [md.html_row([md.html_cell(tag, words, **own) for tag, words, own in row]) for row in rows]
    (table,) = render(md.html_table("数字", head, lines, classes="sortable saveable")).xpath(".//table")
    assert table.get("aria-label") == "数字"
    cells = [cell for row in table.xpath(".//tbody/tr") for cell in row]
    given = [cell for row in rows for cell in row]
    for cell, (tag, words, own) in zip(cells, given, strict=True):
        assert (cell.tag, cell.text_content()) == (tag, words.removeprefix("[").removesuffix("]{zh}"))
        assert cell.get("data-value") == (own.get("data_value") or None)
        assert (cell.get("class"), cell.get("id")) == (own.get("classes"), own.get("id"))
        assert (cell.get("scope") == "row") == (tag == "th")
    assert [span.text for span in table.xpath(".//span[@lang='zh-Hans']")] == ["质量", "强市"]


def test_a_fence_without_an_end_is_printed() -> None:
    assert render("/// text\n\n一").text_content().split() == ["///", "text", "一"]


def test_chinese_among_english_words_has_its_language() -> None:
    page = render("The campaign (质量强市) goes on.", "en/terms/some/index.md")
    assert [span.text for span in page.xpath(".//span[@lang='zh-Hans']")] == ["质量强市"]


def pages_of(site: Path, language: str, pattern: str) -> dict[str, tuple[int, int]]:
    """The characters of each page's Markdown, and of what it shows."""
    lengths = {}
    for file in sorted((ROOT / "docs" / language).glob(pattern)):
        folder = file.parent.relative_to(ROOT / "docs" / language)
        page = html.parse(site / ("" if language == "zh" else language) / folder / "index.html").getroot()
        lengths[str(folder)] = (len(file.read_text().split("---\n", 2)[2]), len(shown(page.xpath("//article")[0])))
    return lengths


def shown(article: html.HtmlElement) -> str:
    """What a reader sees, white space evened; blocks and cells are apart."""
    for element in article.iter(*BLOCKS):
        element.text = " " + (element.text or "")
        element.tail = " " + (element.tail or "")
    return " ".join(article.text_content().split())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("pattern", ["policies/*/index.md", "policies/*/parallel/index.md"])
def test_a_policy_is_written_as_a_person_would(site: Path, language: str, pattern: str) -> None:
    for name, (written, seen) in pages_of(site, language, pattern).items():
        assert written <= LONGEST * seen, name


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("pattern", "longest"),
    [
        ("policies/*/edits/index.md", LONGEST),
        ("terms/*/index.md", LONGEST),
        ("indicators/*[!x]/index.md", 1.9),  # in Chinese a figure's row is half an address, and most pages are one row
        ("**/index.md", LONGEST),
    ],
)
def test_pages_of_a_kind_are_written_as_a_person_would(site: Path, language: str, pattern: str, longest: float) -> None:
    lengths = pages_of(site, language, pattern).values()
    assert sum(written for written, _ in lengths) <= longest * sum(seen for _, seen in lengths)
