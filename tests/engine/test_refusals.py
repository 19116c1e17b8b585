"""What comes through to the search server: the searches of the page, and nothing else that anybody thinks of."""

import http.client
import re
import socket
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from scripts.write.search.templates import TIME
from tests.conftest import ROOT
from tests.engine.cluster import Loaded, ask
from tests.engine.proxy import run_proxy

MUST = quote('[{"share":"1","string":"质量"}]', safe="")
WITHIN = "{edition}/"
"""Stands before what is asked of the edition that is there."""
QUERY = '{"query":{"match_all":{}}}'
ATTEMPTS = {
    "an aggregation": ("POST", WITHIN + "counts", '{"aggs":{"a":{"terms":{"field":"kind","size":65000}}}}'),
    "a script": ("POST", WITHIN + "counts", '{"script_fields":{"a":{"script":"while(true){}"}}}'),
    "a query in the address": (
        "GET",
        WITHIN + "hits?source=" + quote(QUERY) + "&source_content_type=application/json",
        "",
    ),
    "a size": ("GET", f"{WITHIN}hits?must={MUST}&size=10000", ""),
    "a deep page": ("GET", f"{WITHIN}hits?must={MUST}&from=100000", ""),
    "a page beyond the window": ("GET", f"{WITHIN}hits?must={MUST}&from=9999", ""),
    "an edition that is not there": ("GET", f"0000000000/counts?must={MUST}", ""),
    "another index": ("GET", f"../.kibana/counts?must={MUST}", ""),
    "every index": ("GET", f"*/counts?must={MUST}", ""),
    "the bare search": ("GET", WITHIN + "_search", ""),
    "the bare search, posted": ("POST", WITHIN + "_search", QUERY),
    "a search that is not kept": ("GET", f"{WITHIN}everything?must={MUST}", ""),
    "the cluster": ("GET", "../../_cluster/health", ""),
    "the cluster, in other letters": ("GET", "..%2f..%2f_cluster/health", ""),
    "all nodes": ("GET", WITHIN + "counts/../../../_nodes", ""),
    "a document": ("PUT", WITHIN + "counts", "{}"),
    "a deletion": ("DELETE", WITHIN + "counts", ""),
    "options": ("OPTIONS", WITHIN + "counts", ""),
    "a huge body": ("POST", WITHIN + "counts", "x" * 100_000),
    "a quotation mark in a word": (
        "GET",
        WITHIN + "counts?must=" + quote('[{"string":"a"},{"string":"b\\""}]', safe=""),
        "",
    ),
    "a query in a word": ("GET", WITHIN + "counts?must=" + quote('[{"string":{"match_all":{}}}]', safe=""), ""),
    "a line end in a word": ("GET", WITHIN + "counts?must=" + quote('[{"string":"a\nb"}]', safe=""), ""),
    "a parameter with more behind it": ("GET", WITHIN + "counts?lang=" + quote('zh","size":9999,"a":"', safe=""), ""),
    "another part": ("GET", f"{WITHIN}hits?must={MUST}&part=everything", ""),
    "another field": ("GET", f"{WITHIN}ranked?must={MUST}&near=_id", ""),
    "a page that is no number": ("GET", f"{WITHIN}hits?must={MUST}&among=" + quote('[1,"a"]', safe=""), ""),
    "a very long address": ("GET", f"{WITHIN}counts?must=" + "%41" * 9000, ""),
}


def send(
    address: str, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    """Send a request as it is, and return the status and what comes back."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request(method, path, body.encode() or None, headers or {})
    answer = connection.getresponse()
    status, content = answer.status, answer.read()
    connection.close()
    return status, content


@pytest.mark.parametrize("name", ATTEMPTS)
def test_whatever_is_no_search_of_the_page_is_refused(loaded: Loaded, name: str) -> None:
    method, path, body = ATTEMPTS[name]
    status, content = send(
        loaded.site, method, f"/opensearch/policy-archive/{path.format(edition=loaded.edition)}", body
    )
    assert status in {400, 404, 405, 413, 414}, content
    assert b"_shards" not in content
    assert b"error" not in content
    assert b"opensearch" not in content.lower()


def test_the_searches_of_the_page_come_through(loaded: Loaded) -> None:
    for name in ("counts", "ranked", "hits", "following", "most"):
        status, content = send(loaded.site, "GET", f"/opensearch/policy-archive/{loaded.edition}/{name}?must={MUST}")
        assert status == 200, name
        assert b'"timed_out":false' in content


def test_neither_headers_nor_a_body_change_what_is_asked(loaded: Loaded) -> None:
    path = f"/opensearch/policy-archive/{loaded.edition}/counts?must={MUST}"
    plain = send(loaded.site, "GET", path)
    headers = {"X-HTTP-Method-Override": "DELETE", "X-HTTP-Method": "PUT", "Content-Type": "application/json"}
    headers |= {"Authorization": "Basic YWRtaW46YWRtaW4=", "X-Opaque-Id": "x"}
    assert send(loaded.site, "GET", path, '{"size":10000}', headers) == plain
    assert ask(loaded.cluster.nodes[0].address, f"policy-archive-{loaded.edition}/_count")["count"]


@pytest.mark.parametrize(
    "text",
    [
        ".*.*.*.*.*x",
        "(a+)+$",
        "*a*b*c*d*",
        "?" * 60,
        "~{}[]<>&#@" * 9,
        "{{#toJson}}must{{/toJson}}",
        "{{string}}",
        "%22",
        "\\u0022",
    ],
)
def test_signs_that_other_queries_read_are_words_here(loaded: Loaded, text: str) -> None:
    words = f'[{{"share":"1","wordshare":"1","string":"{text}","prefix":"{text}","both":"{text}","exact":"{text}"}}]'
    path = f"/opensearch/policy-archive/{loaded.edition}/counts?must={quote(words, safe='')}"
    status, content = send(loaded.site, "GET", path)
    assert status in {200, 400}
    assert status == 400 or b'"value":0' in content


def test_who_asks_too_often_is_told_to_wait(loaded: Loaded, tmp_path: Path) -> None:
    with run_proxy(tmp_path, [loaded.cluster.nodes[0].http], tmp_path, rate="30r/s") as address:
        path = f"/opensearch/policy-archive/{loaded.edition}/most?must={MUST}"
        told = [send(address, "GET", path)[0] for _ in range(400)]
    assert set(told) == {200, 429}
    assert told[:60] == [200] * 60


def test_a_node_that_takes_a_request_and_says_nothing_is_left_for_another(loaded: Loaded, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        nodes = [silent.getsockname()[1], loaded.cluster.nodes[0].http]
        with run_proxy(tmp_path, nodes, tmp_path) as address:
            path = f"/opensearch/policy-archive/{loaded.edition}/most?must={MUST}"
            assert send(address, "GET", path)[0] == 200


def test_a_search_ends_before_nginx_asks_another_node_and_that_before_the_page_goes_on() -> None:
    proxy = (ROOT / "hosting/search-server.conf").read_text("utf-8")
    page = (ROOT / "docs/assets/javascripts/search/server.js").read_text("utf-8")
    read, retry = (re.findall(rf"proxy_{name}_timeout (\d+)ms", proxy)[0] for name in ("read", "next_upstream"))
    limit = re.findall(r"const LIMIT = (\d+)", page)[0]
    assert int(TIME.removesuffix("s")) * 1000 < int(read) < int(retry) < int(limit)
