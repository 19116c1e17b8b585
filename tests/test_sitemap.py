"""What search engines read: every page once, in all its languages, with the day on which it really changed; robots.txt."""

import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from scripts.carry.bundle import LEFT_OUT
from scripts.carry.stamp import Stamp
from scripts.site.host.dates import History, read_history
from scripts.site.host.heads import Head
from scripts.site.host.security_text import render_security_text
from scripts.site.host.sitemap import render_sitemap
from scripts.write.words.reports import Reports
from tests.conftest import IDS, SITE_URL

SITEMAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
ORDER = ("loc", "lastmod", "link", "link", "link")
"""The elements of a page, by the schema of sitemaps.org: its own in this order, then those of others."""


def pages_of(sitemap: bytes) -> dict[str, list[etree._Element]]:
    """Return the elements of each page by its address."""
    root = etree.fromstring(sitemap)
    assert root.tag == f"{SITEMAP}urlset"
    assert not root.attrib
    assert all(page.tag == f"{SITEMAP}url" for page in root)
    assert len(root) <= 50_000
    assert len(sitemap) <= 50_000_000
    return {page[0].text or "": list(page) for page in root}


def test_the_sitemap_keeps_to_its_schema(site: Path) -> None:
    for address, elements in pages_of((site / "sitemap.xml").read_bytes()).items():
        tags = [str(element.tag) for element in elements]
        names = [tag.rpartition("}")[2] for tag in tags]
        assert names == [name for name in ORDER if name != "lastmod" or "lastmod" in names]
        assert tags == [f"{XHTML if name == 'link' else SITEMAP}{name}" for name in names]
        assert len(address) < 2048
        assert urlsplit(address).scheme == "https"
        assert address.isascii()
        for element in elements[1:]:
            if element.tag == f"{SITEMAP}lastmod":
                assert date.fromisoformat(element.text or "") <= datetime.now(tz=UTC).date()


def test_it_has_every_page_once_with_the_languages_of_its_head(site: Path) -> None:
    pages = pages_of((site / "sitemap.xml").read_bytes())
    found = set()
    for file in site.rglob("index.html"):
        head = html.fromstring(file.read_text(encoding="utf-8").partition("</head>")[0] + "</head></html>")
        own = SITE_URL + file.relative_to(site).as_posix().removesuffix("index.html")
        if head.xpath("string(//link[@rel='canonical']/@href)") != own:
            continue
        found.add(own)
        links = [
            (link.get("hreflang"), link.get("href"))
            for link in head.xpath("//link[contains(@rel, 'alternate')][@hreflang]")
        ]
        assert [(e.get("hreflang"), e.get("href")) for e in pages[own] if e.tag == f"{XHTML}link"] == links
        assert {tag for tag, _ in links} == {"zh-Hans", "en", "x-default"}
        assert all(address in pages for _, address in links)
    assert pages.keys() == found


def test_a_page_that_leads_to_another_is_not_in_it() -> None:
    heads = [
        Head("a/index.html", "", f"{SITE_URL}a/", ()),
        Head("id/a/index.html", "", f"{SITE_URL}a/", ()),
        Head("404.html", "", "", ()),
    ]
    assert list(pages_of(render_sitemap(heads, History({}), SITE_URL).encode())) == [f"{SITE_URL}a/"]


def run_git(folder: Path, *arguments: str, day: str = "2030-01-02") -> None:
    moment = f"{day}T23:30:00-0300"  # the next day, in UTC
    names = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "a"), ("EMAIL", "a@b.c"), ("DATE", moment))
    }
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", **names}
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_a_day_is_that_of_the_last_change_of_what_people_wrote(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name in (
        "corpus/policies/a-1/source.txt",
        "corpus/policies/a-1/en.po",
        "docs/zh/about/index.md",
        "docs/en/about/index.md",
    ):
        write(project / name, "1")
    run_git(tmp_path, "init", "-q", str(project))
    run_git(project, "add", ".")
    run_git(project, "commit", "-qm", "1")
    write(project / "corpus/policies/a-1/en.po", "2")
    write(project / "docs/zh/about/index.md", "2")
    run_git(project, "commit", "-qam", "2", day="2031-04-05")
    write(project / "docs/zh/about/index.md", "3")
    history = read_history(project)
    assert (
        history.day_of("policies/a-1/index.html")
        == history.day_of("en/policies/a-1/parallel/index.html")
        == "2031-04-06"
    )
    assert history.day_of("en/about/index.html") == "2030-01-03"
    assert history.day_of("about/index.html") == ""  # changed, and not committed
    assert (
        history.day_of("terms/index.html")
        == history.day_of("policies/index.html")
        == history.day_of("policies/a-2/index.html")
        == ""
    )
    run_git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), "shallow")
    assert read_history(tmp_path / "shallow") == read_history(tmp_path) == History({})


def test_days_are_known_of_policies_and_pages_written_by_hand_alone(site: Path) -> None:
    pages = pages_of((site / "sitemap.xml").read_bytes())
    dated = {
        address.removeprefix(SITE_URL).removeprefix("en/")
        for address, elements in pages.items()
        if elements[1].tag == f"{SITEMAP}lastmod"
    }
    assert dated
    assert all(path == "" or path.split("/")[0] in ("about", "search") or path.split("/")[1] in IDS for path in dated)


def test_robots_may_read_all_and_find_the_sitemap(site: Path) -> None:
    lines = (site / "robots.txt").read_text().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE_URL}sitemap.xml"]


def test_security_txt_is_as_its_standard_has_it(site: Path) -> None:
    """RFC 9116: lines of name and value; one Expires, in the future of the release and under a year away; one Preferred-Languages."""
    lines = (site / ".well-known/security.txt").read_text().splitlines()
    fields = [re.fullmatch(r"([A-Z][A-Za-z-]*): (\S.*)", line) for line in lines]
    assert [field[1] for field in fields if field] == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    stamp = Stamp("1", datetime(2031, 5, 6, 7, 8, 10, tzinfo=UTC), "", SITE_URL)
    text = render_security_text(stamp, Reports("https://host.test/new", "x"))
    assert text.splitlines() == [
        "Contact: https://host.test/new",
        "Expires: 2032-05-04T07:08:10Z",
        "Preferred-Languages: zh, en",
        f"Canonical: {SITE_URL}.well-known/security.txt",
    ]


@pytest.mark.parametrize("name", ["robots.txt", "_headers", ".well-known/security.txt", "404.html"])
def test_what_hosts_read_is_no_part_of_a_copy(name: str) -> None:
    assert name.endswith(LEFT_OUT)
