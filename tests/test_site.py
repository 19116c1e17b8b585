"""The real site, built strictly: whole, the same twice, and what its pages say is the text."""

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from overrides import hooks
from scripts.carry.stamp import read_stamp
from scripts.check.site.laws import check_site
from scripts.check.site.same import Trees, check_same
from scripts.commands.again import Settings, make_again
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import SectionKind
from scripts.read.corpus.corpus import Corpus
from scripts.write.disk.bare import bare_program
from scripts.write.site import TREES
from scripts.write.words.place_labels import english_label
from tests.conftest import IDS, ROOT, SITE_URL


def read_page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def find_policy(corpus: Corpus, policy_id: str) -> Policy:
    return next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)


def test_the_site_has_no_problem(site: Path, lookup: Lookup) -> None:
    assert [str(problem) for problem in check_site(site, lookup.archive)] == []


def test_a_site_made_anew_from_the_corpus_alone_is_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Which `check` relies on; only the days in the list of pages come from the project's history."""
    made = read_stamp(ROOT).moment
    assert made
    moment = str(int(made.timestamp()))
    values = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": moment, "REPORT_ADDRESS": os.environ["REPORT_ADDRESS"]}
    assert list(make_again(ROOT, tmp_path, Settings(SITE_URL, values))) == []
    assert [str(problem) for problem in check_same(Trees(tmp_path / "docs", ROOT / "docs", "docs", "build"))] == []
    assert [str(problem) for problem in check_same(Trees(tmp_path / "site", site, "site", "build"))] == []


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("policy_id", IDS)
def test_every_section_and_block_stands_at_its_address_with_its_text(
    corpus: Corpus, site: Path, policy_id: str, prefix: str
) -> None:
    policy = find_policy(corpus, policy_id)
    english = corpus.archive.english[policy_id] if prefix else {}
    page = read_page(site, f"{prefix}policies/{policy_id}")
    for sign in page.xpath("//article//sup"):
        sign.drop_tree()
    shown = {str(element.get("id")): element for element in page.xpath("//article//*[@id]")}
    for section in policy.walk():
        check_heading(shown[section.anchor], section, policy.text, english)
        for block in section.blocks:
            element = shown[block.anchor]
            for label in element.find_class("policy-label"):
                label.drop_tree()
            expected = english[block.anchor] if prefix else policy.text[block.start : block.end]
            assert squeeze(element.text_content()) == squeeze(expected)


def check_heading(element: html.HtmlElement, section: Section, text: str, english: dict[str, str]) -> None:
    heading = squeeze(text[section.start : section.heading_end])
    if english and heading:
        heading = squeeze(english_label(section) + english.get(section.anchor, ""))
    if section.kind in (SectionKind.PREAMBLE, SectionKind.CLOSING, SectionKind.ROW):
        assert heading == ""
    elif section.title:
        assert element.tag in ("h2", "h3", "h4", "h5", "h6")
        assert squeeze(element.text_content()) == heading
    else:
        assert squeeze(element.text_content()) == heading


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("policy_id", IDS)
def test_the_page_without_its_markup_is_the_text(corpus: Corpus, site: Path, policy_id: str) -> None:
    (body,) = read_page(site, f"policies/{policy_id}").find_class("policy-text")
    for lines in body.find_class("policy-links"):
        lines.drop_tree()
    assert squeeze(body.text_content()) == squeeze(find_policy(corpus, policy_id).text)


def test_a_flattened_table_is_a_table_again(corpus: Corpus, site: Path) -> None:
    for policy_id in IDS:
        tables = [s for s in find_policy(corpus, policy_id).walk() if s.kind is SectionKind.TABLE]
        shown = read_page(site, f"policies/{policy_id}").xpath("//table[contains(@class, 'policy-table')]")
        for section, table in zip(tables, shown, strict=True):
            rows = table.xpath(".//tbody/tr")
            assert [row.get("id") for row in rows] == [row.anchor for row in section.children]
            assert len(table.xpath(".//th")) == len(section.blocks)
            for row, element in zip(section.children, rows, strict=True):
                spans = [int(cell.get("rowspan", 1)) for cell in element.xpath("./td")]
                assert spans == [cell.row_span for cell in row.blocks]


@pytest.mark.parametrize(("prefix", "lang", "other"), [("", "zh-Hans", "en"), ("en/", "en", "zh-Hans")])
@pytest.mark.parametrize("policy_id", IDS)
def test_a_policy_page_says_what_is_known_of_it(
    corpus: Corpus, site: Path, policy_id: str, prefix: str, lang: str, other: str
) -> None:
    metadata = find_policy(corpus, policy_id).metadata
    assert metadata
    page = read_page(site, f"{prefix}policies/{policy_id}")
    assert page.get("lang") == lang
    facts = squeeze(page.find_class("policy-facts")[0].text_content())
    for fact in (metadata.number or "", urlsplit(metadata.url).hostname or "", metadata.sha256):
        assert fact in facts
    assert page.find_class("policy-text")[0].get("lang") == lang
    assert page.find_class("policy-other-title")[0].xpath(".//span/@lang") == [other]
    notices = [element.text_content() for element in page.find_class("policy-notice")]
    assert bool(notices) == (lang == "en")
    assert all("unofficial reference translation" in words for words in notices)
    assert page.xpath("//meta[@name='citation_title']/@content") == [metadata.title.zh]
    assert page.xpath("//meta[@name='citation_author']/@content") == [issuer.zh for issuer in metadata.issuers]
    assert page.xpath("//meta[@name='archive-address']/@content") == [f"{SITE_URL}{prefix}policies/{policy_id}/"]


def test_every_emended_spot_leads_to_its_note_and_back(corpus: Corpus, site: Path) -> None:
    for policy in corpus.archive.policies:
        assert policy.metadata
        page = read_page(site, f"policies/{policy.metadata.id}")
        marks = page.xpath("//a[@role='doc-noteref']")
        assert len(marks) == len(policy.notes)
        for mark in marks:
            (note,) = page.xpath("//*[@id=$id]", id=mark.get("href")[1:])
            assert f"#{mark.get('id')}" in note.xpath(".//a[@role='doc-backlink']/@href")
            assert mark.text_content() in note.text_content()
        english = read_page(site, f"en/policies/{policy.metadata.id}").xpath("//a[starts-with(@id, 'spot-')]/@id")
        assert sorted(english) == sorted(mark.get("id") for mark in marks)


@pytest.mark.parametrize("path", ["en/policies/{}", "policies/{}/parallel", "en/policies/{}/parallel"])
def test_every_note_of_the_translator_stands_beside_its_english(corpus: Corpus, site: Path, path: str) -> None:
    for policy_id, notes in corpus.archive.translator_notes.items():
        page = read_page(site, path.format(policy_id))
        beside = "" if path.endswith("parallel") else "notes/"
        entries = read_page(site, f"{path.format(policy_id)}/{beside}")
        marks = page.xpath("//a[starts-with(@id, 'translated-')]")
        assert [mark.get("id") for mark in marks] == [f"translated-{anchor}" for anchor in notes]
        for anchor, note in notes.items():
            assert page.xpath("//*[@id=$id]", id=f"translation-{anchor}")
            (entry,) = entries.xpath("//*[@id=$id]", id=f"translation-{anchor}")
            words = note.zh if not path.startswith("en/") and note.zh else note.en
            assert squeeze(words) in squeeze(entry.text_content())
            (mark,) = page.xpath("//a[@id=$id]", id=f"translated-{anchor}")
            assert mark.get("href") == f"{beside}#translation-{anchor}"
            assert mark.xpath("ancestor::*[@id=$id]", id=anchor)  # beside the English that it is about


def test_the_web_page_around_a_document_stands_only_among_the_evidence(corpus: Corpus, site: Path) -> None:
    """In the source as received, in the edits that drop it, and on the pages of edits and of the file as received: never as text, nor in the search."""
    dropped = [
        edit.before.strip()
        for policy in corpus.archive.policies
        for edit in policy.edits
        if edit.rule == "web-page" and len(edit.before.strip()) > 12
    ]
    assert dropped
    published = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    texts = {
        name: path.read_text(encoding="utf-8")
        for name, path in published.items()
        if path.suffix in {".html", ".json", ".jsonl", ".js", ".csv", ".tmx"}
        and not name.endswith(("/edits/index.html", "/received/index.html"))
        and not re.fullmatch("data/policies/[^/]+\\.json", name)
    }
    assert len(texts) > 1000
    assert [(words, name) for words in dropped for name, text in texts.items() if words in text] == []
    for policy_id in IDS:
        source = (ROOT / "corpus/policies" / policy_id / "source.txt").read_bytes()
        assert published[f"data/policies/{policy_id}/source.txt"].read_bytes() == source


def test_what_pages_do_and_their_look_are_published_joined_and_every_part_is_in_it_once(site: Path) -> None:
    scripts = [(site / "assets" / name).read_text(encoding="utf-8") for name in ("head.js", "archive.js")]
    parts = sorted((ROOT / "docs/assets/javascripts/page").glob("*.js"))
    assert parts
    for part in parts:
        text = part.read_text(encoding="utf-8")
        assert "// @ts-check\n" in text
        assert [bare_program(text) in script for script in scripts].count(True) == 1, part.name
    assert sorted(f"{name}.css" for name in hooks.STYLES) == sorted(
        path.name for path in (ROOT / "docs/assets/look").glob("*.css")
    )
    assert not (site / "assets/javascripts/page").exists()
    assert not (site / "assets/look").exists()


def test_each_language_has_its_own_404(site: Path) -> None:
    assert "没有这个页面" in (site / "404.html").read_text(encoding="utf-8")
    assert "There is no such page" in (site / "en/404.html").read_text(encoding="utf-8")


def test_the_sitemap_lists_every_page_in_both_languages(site: Path) -> None:
    """But a policy's addresses once, for the page in English has the same list."""
    root = etree.parse(site / "sitemap.xml").getroot()
    places = {str(element.text) for element in root.iter("{*}loc")}
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert len(places) == len(pages) - len(IDS)


def test_generated_pages_are_not_in_git() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.splitlines()
    assert tracked
    assert [path for path in tracked if path.startswith((*(f"{tree}/" for tree in TREES), "site/"))] == []


def test_a_numbered_list_of_a_hand_written_page_counts_as_its_source_does(site: Path) -> None:
    """What stands in an item and is not indented by four spaces ends the list, and the next item is the first again."""
    command = ["git", "ls-files", "docs/zh/**/index.md", "docs/en/**/index.md"]
    files = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    counts = {name: numbered(Path(ROOT, name).read_text(encoding="utf-8")) for name in files}
    assert sum(map(len, counts.values())) > 20
    for name, told in counts.items():
        page = site / name.removeprefix("docs/").removeprefix("zh/").replace("index.md", "index.html")
        shown = [len(each.findall("li")) for each in html.parse(page).iterfind(".//article//ol")]
        assert shown == told, name


def numbered(markdown: str) -> list[int]:
    """Return the last number of each numbered list."""
    lasts: list[int] = []
    is_code = False
    for line in markdown.splitlines():
        is_code ^= line.lstrip().startswith("```")
        item = None if is_code else re.match(r"(\d+)\. ", line)
        if item and item[1] == "1":
            lasts.append(1)
        elif item:
            lasts[-1] = int(item[1])
    return lasts
