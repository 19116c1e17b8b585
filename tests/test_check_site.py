"""What `check` says of a built site that is not what the corpus gives, or that breaks a law of its pages."""

import gzip
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from scripts.check.site.few import MOST, few_of_each
from scripts.check.site.files import check_styles
from scripts.check.site.ids import DAMAGE_PATTERN, check_damage
from scripts.check.site.laws import PAGE_LAWS, SITE_LAWS, check_site
from scripts.check.site.pages import Page, Site, read_page, read_site
from scripts.check.site.same import FEW, Trees, check_same, few_or_one
from scripts.check.site.texts import check_texts
from scripts.commands.again import Settings, check_settings, make_again, offer_same, read_settings
from scripts.model.lookup import Lookup
from scripts.problems import Problem
from tests.conftest import IDS

DAMAGE = [chr(point) for point in range(1, 0x10000) if DAMAGE_PATTERN.match(chr(point))]
"""Characters that no page says."""
MADE = {
    "index.html": "<p>甲：乙。</p>\n<p>The city shall act.</p>\n".encode(),
    "data/targets.csv": b"policy,value\njinan-2018,97\n",
    "data/a.zip": b"PK\0\1\2",
    "policies/a/a.html": b"<p>a</p>",
    "sitemap.xml": b"<url>\n<loc>a</loc>\n</url>\n",
    "sitemap.xml.gz": gzip.compress(b"<url>\n<loc>a</loc>\n</url>\n"),
}


@pytest.fixture
def trees(tmp_path: Path) -> Trees:
    """Two trees that are the same."""
    for folder in ("made", "present"):
        for name, data in MADE.items():
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return Trees(tmp_path / "made", tmp_path / "present", "site", "`build`")


def found(trees: Trees) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.rule) for problem in check_same(trees)]


def test_two_trees_that_are_the_same_have_no_problem(trees: Trees) -> None:
    assert found(trees) == []


def test_the_first_line_that_differs_is_shown_with_what_must_stand_there(trees: Trees) -> None:
    (trees.present / "index.html").write_bytes(MADE["index.html"].replace(b"shall", b"may"))
    (problem,) = check_same(trees)
    assert (problem.path, problem.line, problem.rule) == ("site/index.html", 2, "differs")
    assert "shall act" in problem.message
    assert "`build`" in problem.message
    assert problem.excerpt[problem.column :].startswith("may act")


@pytest.mark.parametrize("name", MADE)
def test_a_file_that_is_gone_cut_short_empty_or_longer_is_a_problem(trees: Trees, name: str) -> None:
    file, data = trees.present / name, MADE[name]
    for spoilt in (data[: len(data) // 2], b"", data + b"\n\n", bytes([data[0] ^ 1]) + data[1:]):
        file.write_bytes(spoilt)
        assert [(path, rule) for path, _, rule in found(trees)] == [(f"site/{name}", "differs")]
    file.unlink()
    assert found(trees) == [(f"site/{name}", 0, "missing-file")]


def test_a_file_that_nothing_makes_is_a_problem_but_for_a_pdf_beside_its_page(trees: Trees) -> None:
    for name in ("policies/a/a.pdf", "policies/a/b.pdf", ".DS_Store"):
        (trees.present / name).write_bytes(b"%PDF")
    (trees.present / "empty").mkdir()
    rules = {"site/.DS_Store": "foreign-file", "site/empty": "foreign-file", "site/policies/a/b.pdf": "foreign-file"}
    assert {path: rule for path, _, rule in found(trees)} == rules


def test_a_folder_a_link_or_a_pipe_in_the_place_of_a_file_is_a_problem(trees: Trees) -> None:
    for name in ("index.html", "data/targets.csv", "data/a.zip"):
        (trees.present / name).unlink()
    (trees.present / "index.html").mkdir()
    (trees.present / "data/targets.csv").symlink_to(trees.made / "data/targets.csv")
    os.mkfifo(trees.present / "data/a.zip")
    assert {rule for _, _, rule in found(trees)} == {"differs"}
    assert len(found(trees)) == 3


def test_only_the_days_of_the_list_of_pages_come_from_elsewhere(trees: Trees) -> None:
    dated = b"<url>\n<loc>a</loc>\n<lastmod>2026-11-29</lastmod>\n</url>\n"
    (trees.present / "sitemap.xml").write_bytes(dated)
    (trees.present / "sitemap.xml.gz").write_bytes(gzip.compress(dated))
    assert found(trees) == []
    (trees.present / "sitemap.xml.gz").write_bytes(gzip.compress(dated.replace(b">a<", b">b<")))
    assert found(trees) == [("site/sitemap.xml.gz", 0, "differs")]


def test_a_tree_older_than_what_it_is_made_from_is_one_problem_and_not_thousands(trees: Trees) -> None:
    corpus = trees.made.parent / "corpus"
    corpus.mkdir()
    (corpus / "a.yml").touch()
    problems = [Problem(f"site/{number}.html", 1, "differs", "is not the same") for number in range(FEW + 1)]
    for file in trees.present.rglob("*"):
        os.utime(file, (0, 0))
    (told,) = few_or_one(problems, trees.present, {"corpus": corpus}, "`build`")
    assert (told.rule, f"{len(problems)} files differ" in told.message, "corpus" in told.message) == (
        "outdated",
        True,
        True,
    )
    assert few_or_one(problems[:FEW], trees.present, {"corpus": corpus}, "`build`") == problems[:FEW]
    os.utime(corpus / "a.yml", (-1, -1))
    assert few_or_one(problems, trees.present, {"corpus": corpus}, "`build`") == problems


def test_of_many_problems_of_one_rule_the_first_are_told_and_how_many_more_there_are() -> None:
    problems = [Problem(f"site/{number}", 0, "a", "x") for number in range(MOST + 5)]
    told = list(few_of_each([*problems, Problem("site/b", 0, "b", "y")]))
    assert told[:MOST] == problems[:MOST]
    assert [(problem.rule, problem.message[:12]) for problem in told[MOST:]] == [("b", "y"), ("a", "… and 5 more")]


def test_the_settings_of_a_build_are_read_from_what_it_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE_URL", "SEARCH_SERVER", "REPORT_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    package, home = tmp_path / "docs/zh/data/datapackage.json", tmp_path / "site/index.html"
    for file in (package, home):
        file.parent.mkdir(parents=True)
    package.write_text('{"created": "2026-11-29T09:27:40Z", "homepage": "https://a.example/b/data/"}', "utf-8")
    report = "mailto:x@a.example?subject={title}&amp;body={body}"
    home.write_text(f'<meta name="archive-search-server" content="/search"><a data-report="{report}"></a>', "utf-8")
    settings = read_settings(tmp_path)
    values = {"SOURCE_DATE_EPOCH": "1795944460", "SEARCH_SERVER": "/search", "REPORT_ADDRESS": "x@a.example"}
    assert settings == Settings("https://a.example/b/", {"SITE_URL": "https://a.example/b/", **values})
    assert list(check_settings(settings)) == []
    monkeypatch.setenv("SITE_URL", "https://a.example")
    (problem,) = check_settings(settings)
    assert (problem.rule, "https://a.example/b/" in problem.message) == ("address", True)


def test_one_damaged_address_among_three_does_not_make_all_others_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    texts = {
        "docs/zh/data/datapackage.json": '{"homepage": "https://mirror.example/data/"}',
        "site/data/datapackage.json": '{"homepage": "https://a.example/data/"}',
        "site/index.html": '<link rel="canonical" href="https://a.example/">',
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_settings(tmp_path).address == "https://a.example/"


def test_pages_made_anew_offer_the_pdfs_that_the_site_has_and_no_others(trees: Trees) -> None:
    page = '<p><a href="a.html">A</a><!--, <a href="a.pdf">PDF</a>--></p>'
    for folder in (trees.made, trees.present):
        (folder / "policies/a/index.html").write_text(page, encoding="utf-8")
    offer_same(trees.present, trees.made)
    assert found(trees) == []
    (trees.present / "policies/a/a.pdf").write_bytes(b"%PDF-1.7")
    offer_same(trees.present, trees.made)
    assert found(trees) == [("site/policies/a/index.html", 1, "differs")]
    assert "<!--" not in (trees.made / "policies/a/index.html").read_text(encoding="utf-8")


def test_what_cannot_be_copied_to_be_made_anew_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "root/docs").mkdir(parents=True)
    os.mkfifo(tmp_path / "root/docs/pipe")
    (tmp_path / "again").mkdir()
    (told,) = make_again(tmp_path / "root", tmp_path / "again", Settings("https://a.example/", {}))
    assert (told.rule, "pipe" in told.message) == ("render", True)


POLICY = f"policies/{IDS[0]}"
ZH, EN = f"{POLICY}/index.html", f"en/{POLICY}/index.html"
SIDES, COPY = f"{POLICY}/parallel/index.html", f"{POLICY}/{IDS[0]}.html"
END, HEAD = "</article>", "</head>"
PAGE_FAULTS = [
    ("id", ZH, '<h1 id="title">', '<h1 id="题">'),
    ("id", ZH, '<h1 id="title">', '<h1 id="s1">'),
    ("id", ZH, '<h1 id="title">', '<h1 id="_1">'),
    ("dead-anchor", ZH, 'href="#s2"', 'href="#s99"'),
    ("dead-link", ZH, 'href="edits/"', 'href="nowhere/"'),
    ("dead-link", ZH, END, '<form action="nowhere/"></form></article>'),
    ("dead-link", ZH, END, '<q cite="nowhere/">x</q></article>'),
    ("dead-link", ZH, END, '<map><area alt="x" href="nowhere/"></map></article>'),
    ("address", ZH, 'href="edits/"', 'href="javascript:alert(1)"'),
    ("address", ZH, 'href="edits/"', 'href="http://["'),
    ("address", ZH, 'href="edits/"', 'href="//elsewhere.example/"'),
    ("address", ZH, 'href="edits/"', 'href="/policies/"'),
    ("dead-id", ZH, END, '<label for="nothing">x</label></article>'),
    ("lang", ZH, '<html lang="zh-Hans"', '<html lang="zh"'),
    ("lang", EN, '<span lang="zh-Hans">', '<span lang="en">'),
    ("lang", EN, 'class="policy-text" lang="en"', 'class="policy-text" lang="zh-Hans"'),
    ("lang", ZH, END, '<p lang="fr">x</p></article>'),
    ("alt", ZH, END, '<img src="../../assets/favicon.svg"></article>'),
    ("damage", ZH, "质量提升", "质量\ufffd升"),
    ("damage", EN, "quality", "qua\u200blity"),
    ("host", ZH, END, '<img alt="" src="https://cdn.example/x.png"></article>'),
    ("host", ZH, END, '<img alt="" srcset="../../assets/favicon.svg 1x, https://cdn.example/x.png 2x"></article>'),
    ("host", ZH, END, '<svg><image href="https://cdn.example/x.png"/></svg></article>'),
    ("host", ZH, END, '<svg><use xlink:href="https://cdn.example/x.svg#a"/></svg></article>'),
    ("host", ZH, END, '<a href="edits/" ping="https://cdn.example/">x</a></article>'),
    ("host", ZH, HEAD, '<link rel="preload" imagesrcset="https://cdn.example/x.png 1x"></head>'),
    ("host", ZH, HEAD, '<link rel="preconnect" href="https://cdn.example/"></head>'),
    ("host", ZH, HEAD, '<meta http-equiv="refresh" content="0; url=https://cdn.example/"></head>'),
    ("host", COPY, HEAD, "<style>p { background: url(https://cdn.example/x) }</style></head>"),
    ("host", COPY, HEAD, "<style>@import '//cdn.example/x.css';</style></head>"),
    ("dead-load", ZH, "assets/head.js", "assets/heads.js"),
    *(("element", ZH, END, f"<{tag}></{tag}></article>") for tag in ("iframe", "object", "video", "embed", "base")),
    ("inline", ZH, END, "<script>alert(1)</script></article>"),
    ("inline", ZH, END, '<p onclick="alert(1)">x</p></article>'),
    ("inline", ZH, END, '<p style="background: url(https://cdn.example/x)">x</p></article>'),
    ("policy", ZH, "default-src 'none'", "default-src *"),
    ("policy", COPY, "</script>", ";alert(1)</script>"),
    ("head", ZH, 'rel="canonical" href="https://archive.test/', 'rel="canonical" href="https://mirror.example/'),
    ("head", ZH, 'hreflang="x-default"', 'hreflang="fr"'),
    ("head", ZH, "<title>", "<title>新"),
    ("head", ZH, 'name="citation_title" content="', 'name="citation_title" content="新'),
    (
        "head",
        ZH,
        'name="archive-address" content="https://archive.test/',
        'name="archive-address" content="https://a.example/',
    ),
    ("head", ZH, HEAD, '<meta name="robots" content="noindex"></head>'),
    ("head", ZH, 'property="og:description" content="', 'property="og:description" content="新'),
    ("head", ZH, '"@id": "https://archive.test/id/', '"@id": "https://archive.test/di/'),
    ("head", ZH, '<link rel="stylesheet" href="../../assets/archive.css">', ""),
    ("frame", ZH, "检索", "搜索"),
    ("frame", ZH, '<footer class="site-foot">', '<footer class="site-foot">新'),
    ("frame", ZH, 'class="language-link" href="../../en/policies/', 'class="language-link" href="../../en/terms/'),
    ("anchor", ZH, ' id="s1-1-p1"', ""),
    ("text", ZH, "质量提升", "质量改善"),
    ("text", EN, ' id="s1-1-p1">', ' id="s1-1-p1">More. '),
    ("text", SIDES, '<p class="parallel-zh" lang="zh-Hans">', '<p class="parallel-zh" lang="zh-Hans">又，'),
    ("text", SIDES, '<p class="parallel-en" lang="en">', '<p class="parallel-en" lang="en">More. '),
    ("text", COPY, "。", "."),
]
"""Of each a rule, a page, what stands there, and what is put into its place."""
FILE_FAULTS = [
    ("host", "assets/archive.css", b"@import 'https://cdn.example/x.css';"),
    ("host", "assets/archive.css", b"p { background: u\\72l(\\68ttps://cdn.example/x) }"),
    ("dead-load", "assets/archive.css", b"p { background: url(nothing.png) }"),
    ("host", "assets/archive.js", b'fetch("https://cdn.example/")'),
    ("inline", "assets/archive.js", b'eval("1")'),
    ("dead-load", "assets/archive.js", b"//# sourceMappingURL=archive.js.map"),
    ("program", f"data/worksheets/{IDS[0]}.js", b"\nalert(1)"),
    ("form", "data/targets.csv", b"a,b\n"),
    ("package", "data/targets.csv", b"\n"),
    ("form", "assets/archive.css", b"p {"),
    ("form", "data/policies.json", b"}"),
    ("form", "data/sections.jsonl", b'{"a": 1'),
    ("form", "data/parallel.tmx", b"<tu>"),
    ("source", f"data/{POLICY}/source.txt", b"\n"),
    ("map", "robots.txt", b"Disallow: /\n"),
    ("map", "sitemap.xml", b"<url>"),
]
"""Of each a rule, a file, and what is added to its end."""


@pytest.fixture(scope="module")
def small(site: Path, lookup: Lookup, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A part of the site, in a folder of its own, that must say what one policy says."""
    folder = tmp_path_factory.mktemp("small") / "site"
    pages = {path for page in (ZH, SIDES, COPY, "index.html") for path in (page, f"en/{page}")}
    files = {name for _, name, _ in FILE_FAULTS} | {"sitemap.xml.gz", "data/datapackage.json", "assets/head.js"}
    for name in sorted({*pages, *files, "assets/favicon.svg"}):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, folder / name)
    policies = tuple(each for each in lookup.archive.policies if each.metadata and each.metadata.id == IDS[0])
    return read_site(folder, replace(lookup.archive, policies=policies))


AS_IT_IS: dict[str, set[tuple[str, str, str]]] = {}


def look(small: Site, name: str, data: bytes) -> set[tuple[str, str, str]]:
    """Return what the laws say of a site in which a file holds these bytes, and put the former back."""
    file = small.folder / name
    former = file.read_bytes()
    site = replace(small, files=dict(small.files), pages=dict(small.pages), problems=[])
    try:
        file.write_bytes(data)
        pages = [read_page(site, name)] if name in small.pages else []
        site.pages.update({page.path: page for page in pages})
        laws = (check_styles, check_texts) if pages else SITE_LAWS
        of_page = [problem for page in pages for law in PAGE_LAWS for problem in law(page, site)]
        found = [*of_page, *(problem for law in laws for problem in law(site))]
        return {(problem.path, problem.rule, problem.message) for problem in found}
    finally:
        file.write_bytes(former)


def as_it_is(small: Site, name: str) -> set[tuple[str, str, str]]:
    """Return what the laws say of a site of which most is missing."""
    if name not in AS_IT_IS:
        AS_IT_IS[name] = look(small, name, (small.folder / name).read_bytes())
    return AS_IT_IS[name]


@pytest.mark.parametrize(("rule", "page", "old", "new"), PAGE_FAULTS)
def test_a_fault_of_a_page_is_found_where_it_stands(small: Site, rule: str, page: str, old: str, new: str) -> None:
    text = small.text(page)
    place = max(text.find('class="policy-text"'), 0)
    at = text.index(old, place if old in text[place:] else 0)
    found = look(small, page, (text[:at] + new + text[at + len(old) :]).encode())
    assert (f"site/{page}", rule) in {each[:2] for each in found - as_it_is(small, page)}


@pytest.mark.parametrize(("rule", "name", "more"), FILE_FAULTS)
def test_a_fault_of_a_file_is_found_where_it_stands(small: Site, rule: str, name: str, more: bytes) -> None:
    found = look(small, name, (small.folder / name).read_bytes() + more)
    assert (f"site/{name}", rule) in {each[:2] for each in found - as_it_is(small, "robots.txt")}


@pytest.mark.parametrize("data", [b"", b"\0\1\2\xff\xfe", b"<html>", b"<html>\xed\xa0\x80</html>", b"<html>\0</html>"])
def test_a_page_that_is_none_is_a_problem_and_stops_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.html").write_bytes(data)
    assert {problem.rule for problem in check_site(tmp_path)} == {"unreadable"}


def test_a_folder_a_link_a_huge_page_and_one_without_rights_are_problems_and_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "link.html").symlink_to(tmp_path / "folder.html")
    os.mkfifo(tmp_path / "pipe.html")
    with (tmp_path / "huge.html").open("wb") as stream:
        stream.truncate(50_000_000)
    (tmp_path / "closed.html").write_text("<html></html>", encoding="utf-8")
    (tmp_path / "closed.html").chmod(0)
    found = {problem.path for problem in check_site(tmp_path) if problem.rule == "unreadable"}
    assert found == {f"site/{name}.html" for name in ("folder", "link", "pipe", "huge", "closed")}


def test_a_page_in_one_language_only_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<html lang="zh-Hans"></html>', encoding="utf-8")
    (told,) = [problem for problem in check_site(tmp_path) if problem.rule == "language"]
    assert told.message == "has no English page; write docs/en/a.md"


@pytest.mark.parametrize(
    "around", ["<p>a{}b</p>", "<p title='a{}b'>c</p>", "<p><a href='/a{}b'>c</a></p>", "<p>a<b>b</b>c{}</p>"]
)
def test_a_character_that_no_page_says_is_found_wherever_it_stands(tmp_path: Path, around: str) -> None:
    """Those that HTML's reader leaves on the page; and what is well is not taken for one."""
    site = Site.__new__(Site)
    for character in DAMAGE:
        root = html.document_fromstring(around.format(character))
        said = [words for each in root.iter() for words in (each.text, each.tail, *each.attrib.values()) if words]
        is_there = any(character in words for words in said)
        assert len(list(check_damage(Page("a.html", root, {}), site))) == int(is_there), hex(ord(character))
    assert not list(check_damage(Page("a.html", html.document_fromstring(around.format("质")), {}), site))
