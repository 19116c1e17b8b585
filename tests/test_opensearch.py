"""The export for a search server and the queries for it, against the rules of bulk, mapping and search; none can run here."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scripts.write.search.collections import Collection
from tests.conftest import run_scripts
from tests.opensearch_rules import Server, flatten

BUILT_IN = {"cjk_width", "lowercase", "asciifolding"}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    file = tmp_path_factory.mktemp("opensearch") / "bulk.ndjson"
    result = run_scripts("export", "--opensearch", str(file))
    assert result.returncode == 0, result.stderr.decode()
    return file, file.with_name("bulk.ndjson.mapping.json")


@pytest.fixture(scope="module")
def search_server(exported: tuple[Path, Path]) -> Server:
    bulk, mapping = (file.read_text(encoding="utf-8") for file in exported)
    return Server(json.loads(mapping), bulk)


def test_the_bulk_file_alternates_actions_and_documents_and_ends_with_a_line_end(
    exported: tuple[Path, Path], collections: list[Collection]
) -> None:
    text = exported[0].read_text(encoding="utf-8")
    assert text.endswith("\n")
    lines = [json.loads(line) for line in text.splitlines()]
    actions, documents = lines[::2], lines[1::2]
    assert len(actions) == len(documents) == sum(len(collection.sections) for collection in collections)
    ids = [action["index"]["_id"] for action in actions]
    assert len(set(ids)) == len(ids)
    assert all(set(action) == {"index"} and set(action["index"]) == {"_index", "_id"} for action in actions)
    assert [document["ordinal"] for document in documents] == list(range(len(documents)))
    assert all(len(document["zh"]) == len(document["en"]) == len(document["anchors"]) for document in documents)


def test_every_field_of_a_document_is_mapped_and_the_other_way_round(exported: tuple[Path, Path]) -> None:
    mapping = json.loads(exported[1].read_text(encoding="utf-8"))
    document = json.loads(exported[0].read_text(encoding="utf-8").splitlines()[1])
    assert mapping["mappings"]["dynamic"] == "strict"
    assert set(mapping["mappings"]["properties"]) == set(document)


def test_every_analyzer_tokenizer_and_filter_that_is_named_is_defined(exported: tuple[Path, Path]) -> None:
    mapping = json.loads(exported[1].read_text(encoding="utf-8"))
    analysis = mapping["settings"]["analysis"]
    for analyzer in analysis["analyzer"].values():
        assert analyzer["tokenizer"] in {"standard", *analysis["tokenizer"]}
        assert set(analyzer["filter"]) <= BUILT_IN | set(analysis["filter"])
        assert set(analyzer["char_filter"]) <= set(analysis["char_filter"])
    fields = dict(flatten(mapping["mappings"]["properties"])).values()
    named = {field["analyzer"] for field in fields if "analyzer" in field}
    assert named <= set(analysis["analyzer"])
    for tokenizer in analysis["tokenizer"].values():
        assert tokenizer["max_gram"] - tokenizer["min_gram"] <= mapping["settings"]["index"]["max_ngram_diff"]


def test_synonyms_and_character_rules_follow_their_formats(exported: tuple[Path, Path]) -> None:
    analysis = json.loads(exported[1].read_text(encoding="utf-8"))["settings"]["analysis"]
    rules = analysis["char_filter"]["fold"]["mappings"]
    assert {"質 => 质", "％ => %", "Ａ => A"} <= set(rules)
    assert all(re.fullmatch(r"[^\\] => [^\\]", rule) for rule in rules)
    assert len({rule[0] for rule in rules}) == len(rules)
    for name in ("zh_glossary", "en_glossary"):
        synonyms = analysis["filter"][name]["synonyms"]
        assert synonyms
        assert all(len(line.split(", ")) > 1 and "=>" not in line for line in synonyms)


def configure(route: Route) -> None:
    """Give the page what overrides/main.html writes where SEARCH_SERVER is set."""
    html = route.fetch().text()
    meta = '<meta name="archive-search-server" content="/opensearch/policy-archive">'
    route.fulfill(body=html.replace("</head>", f"{meta}</head>", 1), content_type="text/html; charset=utf-8")


@pytest.fixture
def page(browser: Browser, server: str, search_server: Server) -> Iterator[Page]:
    """The search page of a site whose configuration names a search server, which the rules stand in for."""
    context = browser.new_context(base_url=server)
    page = context.new_page()

    def answer(route: Route) -> None:
        assert route.request.method == "POST"
        assert route.request.headers["content-type"] == "application/json"
        route.fulfill(json=search_server.search(json.loads(route.request.post_data or "")))

    page.route("**/opensearch/policy-archive/_search", answer)
    page.route(re.compile(r"/search/(\?|$)"), configure)
    yield page
    context.close()


# with the server: sections, in the order of the archive; the engine's own answer beside it
BOTH_SCRIPT = """async ([text, state]) => {
  const { hits } = await (await fetch('/opensearch/policy-archive/_search', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(ArchiveServer.makeBody(ArchiveServer.makeQuery(ArchiveText.parse(text), state), { kind: null, size: 2000, isByArchive: true, after: null })),
  })).json()
  const language = state.lang
  const { hits: own } = await ArchiveSearch.search(text, { language, isWanted: await ArchiveResults.filter(state) })
  return [hits.hits.map((hit) => hit._source.ordinal), [...own.sections.subarray(0, own.count)]]
}"""


@pytest.mark.parametrize(
    ("query", "state"),
    [
        ("智能", {}),
        ("質量強市", {}),
        ("质", {}),
        ("食品 药品", {}),
        ("食品 -药品", {}),
        ("双随机、一公开", {}),
        ("中发［2017］24号", {}),
        ("质量", {"place": "济南市", "kind": "policy"}),
        ("质量", {"topic": "food-drugs"}),
        ("五创", {"lang": "en"}),
        ("五创", {"lang": "zh"}),
        ('"food safety"', {"lang": "en"}),
        ("8.8%", {"lang": "zh"}),
    ],
)
def test_a_server_finds_what_the_engine_finds(page: Page, query: str, state: dict[str, str]) -> None:
    page.goto(f"search/?query={quote('质量')}")
    expect(page.locator(".hits a").first).to_be_visible(timeout=60_000)
    theirs, ours = page.evaluate(BOTH_SCRIPT, [query, state])
    assert theirs == ours
    assert ours


def test_the_search_page_shows_what_a_server_answers(page: Page) -> None:
    page.goto(f"search/?query={quote('首席质量官')}")
    expect(page.locator(".hit-entries a").first).to_have_text("首席质量官")
    expect(page.locator(".hits a").first).to_be_visible()
    expect(page.locator(".hits mark").first).to_have_text("首席质量官")
    expect(page.locator(".search-page-status")).to_contain_text("政策文件")
    page.locator("select[name=view]").select_option("lines")
    expect(page.locator(".kwic-match").first).to_have_text("首席质量官")
    page.goto(f"search/?query={quote('质量')}&kind=policy")
    count = re.search(r"(\d+)节", page.locator(".search-page-status", has_text="节").inner_text())
    assert count
    more = page.locator("button", has_text=re.compile("再显示.*节"))
    while more.is_visible():
        shown = page.locator(".hits > li").count()
        more.click()
        expect(page.locator(".hits > li")).not_to_have_count(shown)
    expect(page.locator(".hits > li")).to_have_count(int(count[1]))


@pytest.mark.parametrize(
    ("query", "expected"),
    [("著力提昇", re.compile("已改查：着力提升")), ("简政放权、放管结合、优化服务", re.compile("政策文件[1-9]"))],
)
def test_what_a_server_does_not_find_is_read_otherwise_or_tried_with_synonyms(
    page: Page, query: str, expected: re.Pattern[str]
) -> None:
    page.goto(f"search/?query={quote(query)}")
    expect(page.locator(".search-page-status")).to_have_text(expected, timeout=60_000)


def test_a_server_on_another_host_is_refused(page: Page) -> None:
    page.goto("search/")
    page.evaluate(
        """document.querySelector('meta[name=archive-search-server]').content = 'https://elsewhere.example/index'"""
    )
    page.locator("#search-q").fill("质量")
    expect(page.locator(".search-page-status")).to_contain_text("未能载入检索数据")
