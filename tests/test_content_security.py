"""The policy of each page: it names the page's own inline scripts and no other, and nothing that readers do breaks it."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from scripts.carry.content_security import CHARSET, FOLDER, META_PATTERN, for_folder, join_policies, policy_of, secure
from tests.conftest import nginx_file
from tests.nginx import run_nginx
from tests.walk import kind_of, one_of_each_kind, pages_of, take, walking

SITE_FILES = {"connect-src": "'self'", "form-action": "'self'", "worker-src": "'self'", "img-src": "'self' data:"}
WITHIN = {"connect-src": "'none'", "form-action": "'none'", "worker-src": "'none'", "img-src": "data:"}


def directives(policy: str) -> dict[str, str]:
    """Return what a policy says, by directive."""
    return {name: sources for name, _, sources in (part.partition(" ") for part in policy.split("; "))}


def hashes_of(page: html.HtmlElement, path: str) -> set[str]:
    """Return the fingerprints of a page's inline elements, counted apart from the program."""
    words = (element.text_content() for element in page.xpath(path))
    return {f"'sha256-{base64.b64encode(hashlib.sha256(w.encode()).digest()).decode()}'" for w in words}


def test_the_policy_of_every_page_is_that_of_its_last_bytes(site: Path) -> None:
    for path in pages_of(site):
        text = (site / path).read_text(encoding="utf-8")
        found = META_PATTERN.findall(text)
        own = "'self'" if path.endswith(("index.html", "404.html")) else ""
        assert found == META_PATTERN.findall(secure(META_PATTERN.sub("", text), own)), path


def test_a_page_allows_its_own_inline_scripts_and_no_other(site: Path) -> None:
    script = "//script[not(@src) and not(contains(@type, 'json'))]"
    paths = pages_of(site)
    for path in one_of_each_kind(paths) + paths[::20]:
        text = (site / path).read_text(encoding="utf-8")
        page = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
        before = page.xpath("//meta[@http-equiv='Content-Security-Policy']/preceding-sibling::*")
        assert [html.tostring(element).strip() for element in before] == [b'<meta charset="utf-8">'], path
        found = directives(policy_of(text))
        is_whole = path.endswith(("index.html", "404.html"))
        own = {"'self'"} if is_whole else set()
        assert set(found["script-src"].split()) == own | hashes_of(page, script), path
        assert set(found["style-src"].split()) == own | hashes_of(page, "//style"), path
        assert found.items() >= (SITE_FILES if is_whole else WITHIN).items()
        assert (found["default-src"], found["base-uri"], found["object-src"]) == ("'none'", "'none'", "'none'")
        assert page.xpath("//@style | //@onclick | //@onload | //@onerror | //@onsubmit") == []


def test_the_policy_of_the_site_has_what_each_page_has(site: Path) -> None:
    policies = {policy_of((site / path).read_text(encoding="utf-8")) for path in pages_of(site)}
    whole = directives(join_policies(policies))
    named = {name: set[str]() for name in ("script-src", "style-src")}
    for policy in policies:
        for name, sources in named.items():
            sources |= set(directives(policy)[name].split())
    assert {name: set(whole[name].split()) for name in named} == named
    assert "'unsafe-inline'" not in str(whole)
    assert len(re.findall("sha256", whole["script-src"])) <= 20


def test_a_page_without_its_encoding_in_front_is_refused() -> None:
    with pytest.raises(ValueError, match="behind which its policy can stand"):
        secure("<head><script>a()</script></head>")


def test_a_copy_in_a_folder_asks_the_network_for_nothing() -> None:
    page = for_folder(secure(f"{CHARSET}<script>a()</script>"))
    assert policy_of(page) == FOLDER
    assert page.count("Content-Security-Policy") == 1
    assert "http" not in FOLDER
    assert "*" not in FOLDER


def test_the_walk_knows_the_kinds_of_pages() -> None:
    assert kind_of("en/terms/five-cs/index.html") == kind_of("en/terms/a/index.html") != kind_of("terms/a/index.html")
    assert kind_of("indicators/matrix/index.html") == "indicators/matrix/index.html"
    assert kind_of("policies/jinan-2018/jinan-2018-parallel.html") == "policies/*/*-parallel.html"
    assert kind_of("policies/jinan-2018/edits/index.html") == "policies/*/edits/index.html"
    assert kind_of("about/for-trainers/slides/slides.html") == "about/for-trainers/slides/slides.html"


def test_nothing_that_readers_do_is_forbidden(browser: Browser, site: Path, tmp_path: Path) -> None:
    paths = one_of_each_kind(pages_of(site))
    assert len(paths) > 20
    assert {path.startswith("en/") for path in paths} == {True, False}
    with run_nginx(site, nginx_file(site), tmp_path) as server, walking(browser, server.plain) as walk:
        assert take(walk, paths) > len(paths)
        assert walk.forbidden == []
        walk.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">a</p>')")
        walk.page.evaluate(
            "document.body.append(Object.assign(document.createElement('img'), {src: 'http://host.test/'}))"
        )
        walk.page.wait_for_timeout(200)
        assert {words.split(": ", 1)[1].split()[0] for words in walk.forbidden} >= {"style-src-attr", "img-src"}
