"""What a host says with the files of the site: nginx, served as anybody would, and the file that other hosts read."""

import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPResponse
from pathlib import Path
from typing import Any, cast

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from scripts.carry.content_security import join_policies, policy_of
from scripts.site.host.headers import ASK, FOR_ALL, FOREVER, HASHED_PATTERN, header_rows, site_policy
from scripts.site.host.headers_file import LONGEST_LINE, MOST_RULES, render_headers
from scripts.site.host.nginx import render_nginx
from scripts.site.host.types import DOUBLE, TYPES, type_of
from tests.conftest import IDS, nginx_file
from tests.nginx import Server, run_nginx
from tests.walk import walking

TRANSPORT = "Strict-Transport-Security"


class KeepRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, so that it can be looked at."""

    def redirect_request(self, *_: Any) -> None:
        return None


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return the status, the headers and the bytes with which an address answers."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), KeepRedirect)
    try:
        answer = cast("HTTPResponse", opener.open(urllib.request.Request(address, headers=headers), timeout=20))
    except urllib.error.HTTPError as error:
        return error.code, joined(error.headers), error.read()
    with answer:
        return answer.status, joined(answer.headers), answer.read()


def joined(headers: Message) -> dict[str, str]:
    """Return the headers, one that was sent twice as one."""
    return {name: ", ".join(headers.get_all(name, [])) for name in headers}


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site as nginx serves it."""
    with run_nginx(site, nginx_file(site), tmp_path_factory.mktemp("nginx")) as server:
        yield server


def test_every_answer_of_nginx_has_the_headers_of_the_table(nginx: Server, site: Path) -> None:
    policy = site_policy(join_policies(policy_of(page.read_text("utf-8")) for page in site.rglob("*.html")))
    for path in ("", "en/policies/", "data/targets.csv", "assets/archive.js", "nowhere/", "en/nowhere"):
        _, headers, _ = get(nginx.plain + path)
        assert headers["Content-Security-Policy"] == policy
        for name, value in FOR_ALL:
            assert headers.get(name) == (value if name != TRANSPORT else None), f"{path}: {name}"
        assert headers["Server"] == "nginx"  # and no version
    assert get(nginx.secure)[1][TRANSPORT] == dict(FOR_ALL)[TRANSPORT]


def test_data_are_for_programs_on_other_sites_and_assets_are_not(nginx: Server) -> None:
    for path, origin, resources in (
        ("data/targets.csv", "*", "cross-origin"),
        (f"data/policies/{IDS[0]}.json", "*", "cross-origin"),
        ("assets/archive.js", None, "same-origin"),
        ("policies/", None, None),
    ):
        _, headers, _ = get(nginx.plain + path)
        assert headers.get("Access-Control-Allow-Origin") == origin
        assert headers.get("Cross-Origin-Resource-Policy") == resources


def test_what_is_named_by_its_fingerprint_is_kept_for_ever_and_all_else_asked_for(nginx: Server, site: Path) -> None:
    hashed = [p.relative_to(site).as_posix() for p in site.rglob("*") if HASHED_PATTERN.search(p.name)]
    assert hashed
    for path in hashed:
        assert get(nginx.plain + path)[1]["Cache-Control"] == FOREVER
    for path in ("", "assets/archive.css", "data/targets.csv", "assets/gone.0123abcd.min.js"):
        assert get(nginx.plain + path)[1]["Cache-Control"] == ASK
    _, headers, _ = get(nginx.plain)
    assert get(nginx.plain, **{"If-None-Match": headers["ETag"]})[0] == 304


def test_every_file_has_a_type_and_nginx_says_it(nginx: Server, site: Path) -> None:
    found: dict[str, str] = {}
    for path in sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()):
        name = path.rpartition("/")[2]
        ending = next((end for end in DOUBLE if name.endswith(f".{end}")), name.rpartition(".")[2])
        if path != "_headers" and not path.endswith("source.txt"):
            found.setdefault(ending, path)
    assert found.keys() <= TYPES.keys() | DOUBLE.keys()
    for ending, path in found.items():
        assert get(nginx.plain + path)[1]["Content-Type"] == type_of(ending)


def test_a_source_is_served_in_whatever_encoding_it_came(nginx: Server, site: Path) -> None:
    path = f"data/policies/{IDS[0]}/source.txt"
    _, headers, data = get(nginx.plain + path)
    assert headers["Content-Type"] == "text/plain"
    assert data == (site / path).read_bytes()


def test_akoma_ntoso_has_its_own_type(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.akn.xml").write_text("<akomaNtoso/>")
    (tmp_path / "included.conf").write_text(render_nginx("default-src 'none'"))
    with run_nginx(tmp_path / "site", tmp_path / "included.conf", tmp_path) as server:
        assert get(f"{server.plain}a.akn.xml")[1]["Content-Type"] == type_of("akn.xml")


def test_a_site_below_the_root_of_its_host_has_its_headers_there(tmp_path: Path) -> None:
    for name in ("archive/data/a.csv", "archive/404.html", "archive/en/404.html", "data/a.csv"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name)
    (tmp_path / "included.conf").write_text(render_nginx("default-src 'none'", "/archive/"))
    with run_nginx(tmp_path / "site", tmp_path / "included.conf", tmp_path) as server:
        assert get(f"{server.plain}archive/data/a.csv")[1]["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Origin" not in get(f"{server.plain}data/a.csv")[1]
        assert get(f"{server.plain}archive/x")[2] == b"archive/404.html"
        assert get(f"{server.plain}archive/en/x")[2] == b"archive/en/404.html"


@pytest.mark.parametrize(("path", "folder"), [("nowhere/", ""), ("policies/x", ""), ("en/nowhere/", "en/")])
def test_what_is_not_there_is_said_in_the_language_of_its_folder(
    nginx: Server, site: Path, path: str, folder: str
) -> None:
    status, headers, data = get(nginx.plain + path)
    assert status == 404
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert data == (site / folder / "404.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "query", "offered"),
    [
        (
            f"policies/{IDS[0]}/。",
            IDS[0].replace("-", " "),
            [f"policies/{IDS[0]}/", "policies/"],
        ),
        ("en/policies/jinan2018#s1-1", "jinan2018", ["en/policies/jinan-2018/#s1-1", "en/policies/"]),
        ("terms/质量强市/index.html", "质量强市", ["terms/"]),
        (
            "Policies//JINAN-2018/parallel/x",
            "x",
            ["policies/jinan-2018/parallel/", "policies/jinan-2018/", "policies/"],
        ),
        ("%", "", []),
    ],
)
def test_the_page_for_what_is_not_there_offers_what_is_near(
    browser: Browser, nginx: Server, path: str, query: str, offered: list[str]
) -> None:
    with walking(browser, nginx.plain) as walk:
        walk.open(path.replace("%", "%25"))
        page = walk.page
        if offered:
            expect(page.locator(".not-found-near")).to_be_visible()
        assert page.locator(".not-found-near a").evaluate_all("links => links.map((link) => link.href)") == [
            nginx.plain + near for near in offered
        ]
        assert page.locator("#not-found-query").input_value() == query
        assert page.locator(".archive-no-place").count() == 0
        assert page.locator(".site-head").evaluate("element => getComputedStyle(element).position") == "sticky"
        assert walk.forbidden == []


def test_the_page_for_what_is_not_there_says_so_in_both_languages(site: Path) -> None:
    for name, own, other in (("404.html", "zh-Hans", "en"), ("en/404.html", "en", "zh-Hans")):
        page = html.fromstring((site / name).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        words = {"zh-Hans": "没有这个页面", "en": "There is no such page"}
        assert page.get("lang") == own
        assert page.xpath("string(//h1)") == words[own]
        assert page.xpath("string(//title)").startswith(words[own])
        assert page.xpath(f"string(//section[@lang='{other}']/h2)") == words[other]
        for link in page.xpath("//article//a/@href | //article//form/@action | //article//script/@src"):
            assert (site / link.removeprefix("/") / ("index.html" if link.endswith("/") else "")).exists()
            assert link.startswith("/")


@pytest.mark.parametrize("path", ["data/search/", "assets/", "_headers", ".git/config", "data/.hidden"])
def test_no_folder_is_listed_and_nothing_hidden_is_shown(nginx: Server, path: str) -> None:
    assert get(nginx.plain + path)[0] == 404


def test_a_folder_without_its_slash_leads_to_the_one_with_it(nginx: Server) -> None:
    status, headers, _ = get(f"{nginx.plain}policies/{IDS[0]}?quote=a")
    assert (status, headers["Location"]) == (301, f"/policies/{IDS[0]}/?quote=a")


def test_texts_are_packed_and_what_is_packed_is_not(nginx: Server) -> None:
    for path, packed in (("policies/", "gzip"), ("data/targets.csv", "gzip"), ("data/archive-zh.epub", None)):
        assert get(nginx.plain + path, **{"Accept-Encoding": "gzip"})[1].get("Content-Encoding") == packed


def test_the_fault_of_security_is_told_under_its_well_known_address(nginx: Server) -> None:
    status, headers, data = get(f"{nginx.plain}.well-known/security.txt")
    assert (status, headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert data.startswith(b"Contact: mailto:editors@archive.test\n")


def parse_headers(text: str) -> list[tuple[str, dict[str, str]]]:
    """Return the rules of `_headers` as its readers do: a pattern, then its headers set in."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, {}))
        else:
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
    return rules


def matches(pattern: str, path: str) -> bool:
    before, star, after = pattern.partition("*")
    return path == pattern if not star else path.startswith(before) and path.removeprefix(before).endswith(after)


def test_other_hosts_read_the_same_table_within_their_limits(site: Path) -> None:
    text = (site / "_headers").read_text("utf-8")
    rules = parse_headers(text)
    assert len(rules) <= MOST_RULES
    assert max(map(len, text.splitlines())) <= LONGEST_LINE
    assert all(pattern.count("*") <= 1 for pattern, _ in rules)
    policy = join_policies(policy_of(page.read_text("utf-8")) for page in site.rglob("*.html"))
    table = [(row.pattern, dict(row.headers)) for row in header_rows(policy)]
    assert rules[: len(table)] == table
    hashed = {f"/{p.relative_to(site).as_posix()}" for p in site.rglob("*") if HASHED_PATTERN.search(p.name)}
    assert {pattern for pattern, headers in rules if headers.get("Cache-Control") == FOREVER} == hashed


def test_no_header_holds_twice_for_a_file(site: Path) -> None:
    rules = parse_headers((site / "_headers").read_text("utf-8"))
    files = [f"/{p.relative_to(site).as_posix()}" for p in site.rglob("*") if p.is_file()]
    for path in [*files, "/data/policies/x.akn.xml", "/data/archive.sqlite"]:
        names = [name for pattern, headers in rules if matches(pattern, path) for name in headers]
        assert len(names) == len(set(names)), path


def test_headers_beyond_what_hosts_read_stop_the_build() -> None:
    with pytest.raises(ValueError, match=r"_headers has 1\d\d rules"):
        render_headers("default-src 'none'", (f"a{n}.{n:08x}.min.js" for n in range(103)))
    with pytest.raises(ValueError, match="the longest line 20"):
        render_headers("x" * 1970, ())


@pytest.mark.parametrize(
    ("languages", "query", "to"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "", "/policies/jinan-2018/"),
        ("fr-FR, zh-TW;q=0.8, en;q=0.5", "", "/policies/jinan-2018/"),
        ("en-GB,en;q=0.9,zh;q=0.8", "?quote=%E8%B4%A8", "/en/policies/jinan-2018/?quote=%E8%B4%A8"),
        ("fr,enx,zho", "", "/en/policies/jinan-2018/"),
        ("zh", "?list", None),
        ("zh", "?a=1&list=", None),
        ("", "", None),
    ],
)
def test_a_permanent_address_leads_on_in_the_readers_language(
    nginx: Server, languages: str, query: str, to: str | None
) -> None:
    status, headers, _ = get(f"{nginx.plain}id/jinan-2018/{query}", **{"Accept-Language": languages})
    assert (status, headers.get("Location")) == ((302, to) if to else (200, None))
    assert "Accept-Language" in headers["Vary"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_set_of_links_has_a_type_of_its_own(nginx: Server) -> None:
    assert get(nginx.plain + "id/jinan-2018/linkset.json")[1]["Content-Type"] == "application/linkset+json"
    assert get(nginx.plain + "id/jinan-2018/id.json")[1]["Content-Type"].startswith("application/json")
