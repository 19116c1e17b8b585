"""Addresses that are gone lead on: online, on any host, in a folder, with scripts and without."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from lxml import html
from playwright.sync_api import Browser

from scripts.carry.bundle import render
from scripts.carry.content_security import policy_of
from scripts.carry.links import Links
from scripts.check.site.laws import check_site
from scripts.commands.addresses import find_present
from scripts.model.addresses import KINDS, addresses_of
from scripts.model.lookup import Lookup
from scripts.model.register import make_seal
from scripts.read.corpus.corpus import Corpus
from scripts.read.corpus.register_file import REDIRECTS, REGISTER, read_register
from scripts.site.host.dates import History
from scripts.site.host.heads import read_heads
from scripts.site.host.moved import render_redirects, write_moved
from scripts.site.host.nginx import render_nginx
from scripts.site.host.sitemap import render_sitemap
from tests.conftest import IDS, ROOT, SITE_URL, serve
from tests.nginx import run_nginx
from tests.test_bundle import STAMP

GONE = (
    "policy old-2018",
    "term old",
    "document old-law",
    "document moved-law",
    "figures rate/targets",
    "indicator rate",
)
MOVES = (
    "policy old-2018 -> new-2018",
    "term old -> new",
    "document old-law -> new-law",
    "document moved-law -> policy new-2018",
    "figures rate/targets -> indicator rate",
)
TREES = {"": "zh-Hans", "en/": "en"}
PAGE = '<!doctype html><html lang="{tag}"><head><meta charset="utf-8"></head><body><article>{words}</article></body></html>'


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A small site of a project in which much has moved, and the moves of its pages and files."""
    root = tmp_path_factory.mktemp("moved")
    (root / "corpus").mkdir()
    forms = [line for line in (ROOT / REGISTER).read_text(encoding="utf-8").splitlines() if line.startswith("form ")]
    lines = [*forms, *GONE]
    (root / REGISTER).write_text("\n".join([*lines, f"sealed {make_seal('', lines)}"]), encoding="utf-8")
    (root / REDIRECTS).write_text("\n".join(MOVES), encoding="utf-8")
    words = {
        "terms/new": '<h1 id="title">new</h1>',
        "policies/new-2018": '<h1 id="title">new</h1><p id="s2">2</p>',
        "documents": '<ul><li id="new-law">A</li></ul><table><tr id="row"><td>B</td></tr></table>',
        "indicators/rate": '<h1 id="title">rate</h1>',
    }
    for tree, tag in TREES.items():
        for name, text in words.items():
            file = root / "site" / tree / name / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(PAGE.format(tag=tag, words=text), encoding="utf-8")
    (root / "site/data/policies").mkdir(parents=True)
    (root / "site/data/policies/new-2018.json").write_text("{}", encoding="utf-8")
    shutil.copytree(ROOT / "docs/assets/javascripts", root / "site/assets/javascripts")
    return root / "site", write_moved(root, root / "site")


def read(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("old", "new"), [("terms/old/", "terms/new/"), ("policies/old-2018/", "policies/new-2018/")])
def test_where_a_page_was_one_leads_on_in_its_language(
    moved: tuple[Path, dict[str, str]], tree: str, old: str, new: str
) -> None:
    page = read(moved[0], f"{tree}{old}index.html")
    assert page.get("lang") == TREES[tree]
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{SITE_URL}{tree}{new}"]
    (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
    ways = [refresh.removeprefix("0; url="), *page.xpath("//p/a/@href")]
    assert {urljoin(f"{SITE_URL}{tree}{old}", way) for way in ways} == {f"{SITE_URL}{tree}{new}"}
    assert [each.get("lang") for each in page.xpath("//p")] == [
        None,
        next(tag for tag in TREES.values() if tag != TREES[tree]),
    ]
    assert policy_of((moved[0] / f"{tree}{old}index.html").read_text(encoding="utf-8"))


def test_a_page_that_leads_on_stands_in_no_sitemap(moved: tuple[Path, dict[str, str]]) -> None:
    assert "/old" not in render_sitemap(read_heads(moved[0]), History({}), SITE_URL)


def test_the_laws_of_pages_know_one_that_leads_on(moved: tuple[Path, dict[str, str]]) -> None:
    """It is none of the frame; all else that a page must say and may do holds for it."""
    whole = {f"site/{tree}{old}index.html" for tree in TREES for old in ("terms/old/", "policies/old-2018/")}
    faults = [str(each) for each in check_site(moved[0], None, SITE_URL) if each.path in whole]
    assert faults == []


@pytest.mark.parametrize("tree", TREES)
def test_an_id_that_is_gone_is_a_target_at_its_new_place_or_a_line_that_says_where_it_is(
    moved: tuple[Path, dict[str, str]], tree: str
) -> None:
    page = read(moved[0], f"{tree}documents/index.html")
    assert page.xpath("//li[@id='new-law']/span/@id") == ["old-law"]
    (line,) = page.xpath("//p[@id='moved-law']")
    (way,) = line.xpath("a/@href")
    assert urljoin(f"{SITE_URL}{tree}documents/", way) == f"{SITE_URL}{tree}policies/new-2018/"
    assert read(moved[0], f"{tree}indicators/rate/index.html").xpath("//*[@id='targets']")


def test_a_site_is_marked_once(moved: tuple[Path, dict[str, str]]) -> None:
    site, moves = moved
    before = {path: path.read_bytes() for path in site.rglob("*.*")}
    assert write_moved(site.parent, site) == moves
    assert {path: path.read_bytes() for path in site.rglob("*.*")} == before


def test_where_a_file_was_its_successor_stands(moved: tuple[Path, dict[str, str]]) -> None:
    assert (moved[0] / "data/policies/old-2018.json").read_bytes() == b"{}"


def test_hosts_lead_on_themselves(moved: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    site, moves = moved
    lines = render_redirects(moves).splitlines()
    assert "/policies/old-2018/ /policies/new-2018/ 301" in lines
    assert "/en/terms/old/ /en/terms/new/ 301" in lines
    assert not any("#" in line for line in lines)
    included = tmp_path / "included.conf"
    included.write_text(render_nginx("default-src 'self'", "/", moves), encoding="utf-8")
    for old in ("terms/old/", "id/old-2018/"):  # taken away, so that nothing but nginx can lead on
        shutil.rmtree(site / old)
    with run_nginx(site, included, tmp_path) as server, urlopen(f"{server.plain}terms/old/?h=a") as answer:
        assert answer.url == f"{server.plain}terms/new/?h=a"
        assert answer.headers["Content-Security-Policy"]
    write_moved(site.parent, site)


def test_a_copy_in_a_folder_leads_on_to_files(moved: tuple[Path, dict[str, str]]) -> None:
    site, _ = moved
    names = ("terms/old/index.html", "terms/new/index.html", "assets/javascripts/archive-moved.js")
    links = Links({*names, "index.html"}, set(), SITE_URL)
    page = dict(render({names[0]: site / names[0]}, links, STAMP))[names[0]].decode()
    assert 'content="0; url=../new/index.html"' in page
    assert '<a href="../new/index.html">' in page
    assert f"{SITE_URL}terms/old/" in page  # the stamp says where it stands online


@pytest.mark.parametrize("scripts", [True, False])
def test_a_browser_is_led_on_and_with_scripts_to_the_very_place(
    moved: tuple[Path, dict[str, str]], browser: Browser, *, scripts: bool
) -> None:
    with serve(moved[0]) as server:
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{server}policies/old-2018/#s2")
        page.wait_for_url(f"{server}policies/new-2018/" + "#s2" * scripts)
        context.close()


@pytest.fixture(scope="module")
def present(corpus: Corpus, lookup: Lookup) -> set[str]:
    """Every address that there is, in every language."""
    entries = find_present(ROOT, corpus, lookup.archive)
    kinds = {"form", *KINDS} - {"original"}  # no policy of the archive came as another file
    assert {entry.kind for entry in entries.entries} == kinds
    assert entries.entries.keys() <= read_register(ROOT)[0].lines.keys()
    return set(in_all_languages(addresses_of(entries.entries)))


def in_all_languages(addresses: Iterator[str]) -> Iterator[str]:
    for address in addresses:
        yield address
        if not address.startswith("/en/") and address.partition("#")[0].endswith("/"):
            yield f"/en{address}"


def test_the_register_has_every_page_every_file_and_every_id_to_which_other_pages_lead(
    site: Path, present: set[str]
) -> None:
    """And nothing else: what it has is there. The places of policies stand in their anchors.txt."""
    ids, led_to = {}, set()
    for file in sorted(site.rglob("index.html")):
        own = f"/{file.relative_to(site).as_posix().removesuffix('index.html')}"
        root = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
        ids[own] = {str(each) for each in root.xpath("//@id")}
        ways = (urldefrag(urljoin(SITE_URL + own[1:], str(href))) for href in root.xpath("//a/@href"))
        led_to |= {
            f"/{page.removeprefix(SITE_URL).partition('?')[0]}#{place}"
            for page, place in ways
            if place and page.startswith(SITE_URL) and page != SITE_URL + own[1:]
        }
    assert ids.keys() <= present
    gone = [
        each for each in present if "#" in each and each.partition("#")[2] not in ids.get(each.partition("#")[0], ())
    ]
    assert gone == []
    files = {each for each in present if "#" not in each and not each.endswith("/")}
    assert [each for each in sorted(files) if not (site / each[1:]).is_file()] == []
    places = {
        f"{tree}/policies/{own}/{view}#{anchor}"
        for own in IDS
        for anchor in anchors(own)
        for tree in ("", "/en")
        for view in ("", "parallel/")
    }
    assert led_to - present - places == set()


def anchors(policy_id: str) -> list[str]:
    return (ROOT / f"corpus/policies/{policy_id}/anchors.txt").read_text(encoding="utf-8").splitlines()
