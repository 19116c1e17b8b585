"""The bundle: every link ends in a file, nothing is lost, the same bytes each time, and it works in browsers from a folder."""

import functools
import hashlib
import json
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from scripts.carry import bundle as bundle_module
from scripts.carry.bundle import NAME, write_bundle, write_bundles
from scripts.carry.links import Links
from scripts.carry.stamp import Stamp, read_stamp
from scripts.carry.zip_file import LONGEST, write_zip
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError
from tests.conftest import ROOT, SITE_URL, do_once, find_browser, serve

STAMP = Stamp("1.2.3", datetime(2031, 5, 6, 7, 8, 10, tzinfo=UTC), "0123456789ab", SITE_URL)
FOLDER = "培训 资料 100%#1（新）"
"""Where trainers unzip: every sign in it has a meaning in addresses."""
LARGEST = 20_000_000
COPIES = ("", "-zh", "-en")


def make_bundles(site: Path, target: Path) -> None:
    bundles = [bundle.path.name for bundle in write_bundles(site, target, STAMP)]
    assert bundles == [f"{NAME}-1.2.3{copy}.zip" for copy in COPIES]


@pytest.fixture(scope="session")
def zips(site: Path, shared: Path) -> Path:
    """The folder of the bundles of the real site."""
    target = shared / "dist"
    do_once(shared / "bundled", lambda: make_bundles(site, target))
    return target


def unzip(zips: Path, folder: Path) -> None:
    for path in zips.iterdir():
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)


@pytest.fixture(scope="session")
def copies(zips: Path, shared: Path) -> dict[str, Path]:
    """The unzipped bundles."""
    folder = shared / "x" / FOLDER
    do_once(shared / "unzipped", lambda: unzip(zips, folder))
    return {copy: folder / f"{NAME}-1.2.3{copy}" for copy in COPIES}


@functools.cache
def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def links_of(page: html.HtmlElement) -> Iterator[str]:
    """Yield every address that a page names in any way."""
    for element in page.iter():
        yield from (value for name, value in element.attrib.items() if name in {"href", "src", "action", "poster"})


@pytest.mark.parametrize(
    ("page", "link", "there"),
    [
        ("index.html", "policies/", "policies/index.html"),
        ("index.html", ".", "index.html"),
        ("index.html", "search/?query=a#top", "search/index.html?query=a#top"),
        ("en/terms/x/index.html", "../../..", "../../../index.html"),
        ("en/terms/x/index.html", "../../../policies/#s1", "../../../policies/index.html#s1"),
        ("en/terms/x/index.html", "./", "index.html"),
        ("en/terms/x/index.html", "#title", "#title"),
        ("policies/index.html", "../a%20b.csv", "../a%20b.csv"),
        ("policies/index.html", "/archive/policies/", "index.html"),
        ("policies/index.html", "https://example.org/", "https://example.org/"),
        ("policies/index.html", "mailto:a@example.org", "mailto:a@example.org"),
        ("policies/index.html", "../away/#s1", "https://host.test/archive/away/#s1"),
    ],
)
def test_a_link_leads_to_a_file_or_to_the_network(page: str, link: str, there: str) -> None:
    files = {"index.html", "policies/index.html", "search/index.html", "en/terms/x/index.html", "a b.csv"}
    links = Links(files, {"away/index.html"}, "https://host.test/archive/")
    assert links.local(page, link) == there


def test_nothing_but_where_links_lead_is_changed() -> None:
    links = Links({"index.html", "a/index.html"}, set(), SITE_URL)
    page = '<p title="a > href=\'b/\'">code: href="a/" &lt;a href="a/"&gt; <a class="x>y"\n href="a/">a/</a></p>'
    assert links.mend("index.html", page) == page.replace('\n href="a/"', '\n href="a/index.html"')


def test_a_link_that_leads_nowhere_stops_the_bundle() -> None:
    with pytest.raises(CorpusError, match=r"site/index\.html: \[link\] the link 'b/' leads to no file"):
        Links({"index.html"}, set(), SITE_URL).mend("index.html", '<a href="b/">b</a>')


@pytest.mark.parametrize("copy", COPIES)
def test_every_link_of_every_page_ends_in_a_file(copies: dict[str, Path], copy: str) -> None:
    folder = copies[copy]
    files = files_of(folder)
    pages = {
        name: html.fromstring((folder / name).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        for name in files
        if name.endswith(".html")
    }
    ids = {name: {*page.xpath("//@id"), *page.xpath("//@name"), ""} for name, page in pages.items()}
    assert len(pages) > 1000
    for name, page in pages.items():
        for link in set(links_of(page)):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in {"https", "http", "mailto"}, link
                continue
            found = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            assert found in files, f"{name}: {link}"
            if found in ids and not parts.fragment.startswith(":~:"):
                assert unquote(parts.fragment) in ids[found], f"{name}: {link}"


def test_a_copy_in_one_language_leads_to_the_network_for_the_other(copies: dict[str, Path]) -> None:
    page = (copies["-zh"] / "policies/jinan-2018/index.html").read_text(encoding="utf-8")
    assert f'href="{SITE_URL}en/policies/jinan-2018/"' in page
    page = (copies["-en"] / "en/policies/jinan-2018/index.html").read_text(encoding="utf-8")
    assert f'href="{SITE_URL}policies/jinan-2018/"' in page
    assert "en/index.html" in (copies["-en"] / "index.html").read_text(encoding="utf-8")


def test_what_only_researchers_need_lies_on_the_network(copies: dict[str, Path]) -> None:
    for folder in copies.values():
        assert [name for name in files_of(folder) if name.endswith(".akn.xml")] == []
    page = (copies[""] / "data/index.html").read_text(encoding="utf-8")
    assert page.count(f'href="{STAMP.address}data/policies/jinan-2018') == 3
    assert page.count(f'href="{STAMP.address}data/policies/jinan-2018.akn.xml"') == 1


def test_names_are_plain_and_short_and_the_whole_is_small(zips: Path) -> None:
    for path in zips.iterdir():
        names = zipfile.ZipFile(path).namelist()
        assert all(name.isascii() for name in names)
        assert max(map(len, names)) < LONGEST
        assert path.stat().st_size <= LARGEST


def test_no_page_of_a_copy_names_a_card(copies: dict[str, Path]) -> None:
    for copy in copies.values():
        assert not list(copy.rglob("card.png"))
        page = next(copy.rglob("policies/jinan-2018/index.html")).read_text(encoding="utf-8")
        assert "og:image" not in page
        assert "og:url" in page  # reference managers read it, also from a folder


def test_the_bundle_can_be_checked(copies: dict[str, Path]) -> None:
    for folder in copies.values():
        sums = dict(line.split("  ")[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
        assert sums.keys() == files_of(folder) - {"SHA256SUMS"}
        for name, digest in sums.items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        value = json.loads((folder / "bundle.json").read_text())
        assert (value["version"], value["date"], value["commit"]) == ("1.2.3", "2031-05-06", "0123456789ab")
        assert value["files"] == len(sums) - 1


def test_every_page_says_which_copy_it_belongs_to_and_where_it_stands_online(copies: dict[str, Path]) -> None:
    folder = copies[""]
    for name in files_of(folder):
        if name.endswith("index.html"):  # a policy in one file says itself what it is (tests/test_single.py)
            page = (folder / name).read_text(encoding="utf-8")
            assert "1.2.3" in page, name
            assert "0123456789ab" in page, name
            assert f'<a href="{SITE_URL}{name.removesuffix("index.html")}">' in page, name


def test_the_same_site_gives_the_same_bytes(site: Path, zips: Path, tmp_path: Path) -> None:
    """Of the copy that has all kinds of files, the entrance too; the others are made by the same lines."""
    bundle = write_bundle(site, tmp_path, STAMP, (Language.EN,), with_pdf=False)
    assert bundle.path.read_bytes() == (zips / bundle.path.name).read_bytes()


def test_a_run_that_stops_leaves_the_former_bundle_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    write_zip(path, [("a", b"1")], STAMP.moment)
    former = path.read_bytes()

    def stopped() -> Iterator[tuple[str, bytes]]:
        yield "b", b"2"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_zip(path, stopped(), STAMP.moment)
    assert path.read_bytes() == former
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize("name", ["政策.html", "a" * LONGEST])
def test_a_zip_refuses_names_that_windows_cannot_take(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="ASCII and shorter"):
        write_zip(tmp_path / "a.zip", [(name, b"")], STAMP.moment)


def test_without_a_site_there_is_nothing_to_bundle(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="make bundle"):
        next(write_bundles(tmp_path / "site", tmp_path / "dist", STAMP))


def test_pdfs_are_carried_where_they_are_asked_for_and_else_lie_on_the_network(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(f'<a href="a.pdf">PDF</a>{bundle_module.COPYRIGHT}</div>')
    (site / "a.pdf").write_bytes(b"%PDF")
    for with_pdf, link in ((True, 'href="a.pdf"'), (False, f'href="{SITE_URL}a.pdf"')):
        bundle = next(write_bundles(site, tmp_path, STAMP, with_pdf=with_pdf))
        assert bundle.path.stem == f"{NAME}-1.2.3{'-pdf' if with_pdf else ''}"
        with zipfile.ZipFile(bundle.path) as archive:
            assert (f"{bundle.path.stem}/a.pdf" in archive.namelist()) == with_pdf
            assert link in archive.read(f"{bundle.path.stem}/index.html").decode()


def test_a_theme_without_the_place_of_the_stamp_is_noticed() -> None:
    with pytest.raises(ValueError, match="the stamp stands"):
        bundle_module.set_stamp("index.html", "<footer></footer>", STAMP)


def test_the_stamp_is_that_of_the_commit() -> None:
    stamp = read_stamp(ROOT)
    assert stamp.version == "0.1.0"
    assert stamp.address == SITE_URL
    assert replace(stamp, moment=STAMP.moment).date == "2031-05-06"


def go(browser: str, address: str) -> dict[str, Any]:
    """Return what came of all journeys of a trainer in a browser."""
    program = [str(ROOT / "tests/bundle/journeys.mjs"), browser, find_browser(browser), address, SITE_URL]
    done = subprocess.run(["node", *program], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    return value


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_a_trainer_goes_everywhere_from_a_folder_without_a_network(copies: dict[str, Path], browser: str) -> None:
    value = go(browser, copies[""].as_uri() + "/")
    assert [journey for journey in value["journeys"] if journey["error"]] == []
    assert len(value["journeys"]) >= 20
    assert value["requests"] == value["faults"] == []


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_every_link_that_a_browser_shows_leads_to_its_place(copies: dict[str, Path], browser: str) -> None:
    """On a page of each kind; all pages take a quarter of an hour (tests/bundle/crawl.mjs, with `all`)."""
    program = [str(ROOT / "tests/bundle/crawl.mjs"), browser, find_browser(browser), copies[""].as_uri() + "/", "kinds"]
    done = subprocess.run(["node", *program], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    value = json.loads(done.stdout)
    assert value["pages"] > 35
    assert value["links"] > 3000
    assert value["dead"] == value["requests"] == value["faults"] == []


def test_the_bundle_works_below_a_plain_server_too(copies: dict[str, Path]) -> None:
    with serve(copies[""].parent) as address:
        value = go("chromium", f"{address}{copies[''].name}/")
    assert [journey for journey in value["journeys"] if journey["error"]] == []
    assert value["requests"] == value["faults"] == []
