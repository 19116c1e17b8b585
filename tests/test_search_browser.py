"""The search in a real browser: a seeded thousand of strings in the real worker, the box, the page, and a folder."""

import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import opencc
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.write.search.collections import Collection, SearchSection
from tests.conftest import SITE_URL, Watched, serve

MANY = 1000
# opens a worker as the theme does, and asks it for all sections
QUERY_SCRIPT = """async (queries) => {
  const config = JSON.parse(document.querySelector('#__config').textContent)
  const worker = new Worker(new URL(config.search, location.href))
  const answer = () => new Promise((resolve) => worker.addEventListener('message', (event) => resolve(event.data), { once: true }))
  const found = []
  for (const query of queries) {
    worker.postMessage({ type: 4, data: query })
    found.push((await answer()).data.sections)
  }
  worker.terminate()
  return found
}"""


def plain(text: str) -> str:
    """A text's characters that count, by rules of this test's own."""
    wide = unicodedata.normalize("NFKC", text).lower().replace("○", "〇")
    pointed = re.sub(r"(?<=[0-9])\.(?=[0-9])", "\0", wide)
    return "".join(char for char in pointed if char.isalnum() or char in "%+\0").replace("\0", ".")


def texts_of(section: SearchSection) -> list[str]:
    both = [*section.names, *(passage.text for passage in section.passages)]
    return [plain(text) for bilingual in both for text in (bilingual.zh, bilingual.en)]


@pytest.fixture
def home(browser: Browser, server: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(server)
    yield page
    page.close()


def ask(page: Page, queries: list[str]) -> list[list[int]]:
    answers: list[list[int]] = page.evaluate(QUERY_SCRIPT, queries)
    return answers


def test_strings_of_the_corpus_are_found_by_the_worker_in_every_form(home: Page, collections: list[Collection]) -> None:
    chance = random.Random(2026)
    held = [texts_of(section) for collection in collections for section in collection.sections]
    pool = [text for texts in held for text in texts if text]
    queries: list[str] = []
    while len(queries) < MANY:
        text = chance.choice(pool)
        start = chance.randrange(len(text))
        string = text[start : start + chance.randint(1, 6)].strip(".")
        if re.search("[\u4e00-\u9fff]", string) and not re.search("[關於]", string):
            queries.append(string)
    expected = [[n for n, texts in enumerate(held) if any(string in text for text in texts)] for string in queries]
    assert ask(home, queries) == expected
    traditional = opencc.OpenCC("s2t").convert("\n".join(queries)).split("\n")
    assert ask(home, traditional) == expected
    wide = ["".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in string) for string in queries]
    spaced = [f'"{" ".join(string)}"' if "．" not in string else string for string in wide]
    assert ask(home, spaced) == expected


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [("", "品牌建设", "policies/"), ("en/", "how to cite", "en/about/how-to-cite/"), ("en/", "质量强市", "policies/")],
)
def test_the_box_finds_words_of_both_languages(watched: Watched, path: str, query: str, expected: str) -> None:
    page = watched.page
    page.goto(path)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)
    expect(page.locator(f'.md-search-result__link[href*="{expected}"]').first).to_be_visible(timeout=10_000)


def test_a_result_has_its_policy_its_number_the_passage_and_leads_to_the_paragraph(watched: Watched) -> None:
    page = watched.page
    page.goto("")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("首席质量官")
    items = page.locator(".md-search-result__item")
    expect(items.first.locator("h1")).to_have_text("首席质量官")  # the entry whose name it is
    expect(items.first.locator("mark").first).to_have_text("首席质量官")
    policy = items.nth(1)
    expect(policy.locator("h1")).to_contain_text("·")
    section = policy.locator(".md-search-result__link").nth(1)
    expect(section.locator("mark").first).to_have_text("首席质量官")
    expect(section).to_contain_text(re.compile("[一二三四五六]"))
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"^找到\d+条$"))
    expect(page.locator(".md-search-result__meta")).to_have_attribute("role", "status")
    href = section.get_attribute("href") or ""
    section.click()
    expect(page).to_have_url(re.compile(re.escape(href.split("?")[0].rsplit("/", 3)[1])))
    anchor = href.split("#")[1]
    expect(page.locator(f"#{anchor}")).to_contain_text("首席质量官")
    expect(page.locator(f"#{anchor} mark[data-md-highlight]").first).to_have_text("首席质量官")


def test_the_box_shows_the_other_language_where_it_was_found_there(watched: Watched) -> None:
    page = watched.page
    page.goto("en/")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("计量")
    section = page.locator('.md-search-result__link[href*="policies/"][href*="#"]').first
    expect(section.locator('[lang="zh-Hans"] mark').first).to_have_text("计量")
    expect(section).to_contain_text(re.compile("[a-z]{4}"))


def test_typing_by_input_method_paste_and_dictation_are_searched(watched: Watched) -> None:
    page = watched.page
    page.goto("")
    box = page.locator(".md-search__input")
    box.click()
    results = page.locator(".md-search-result__item")
    compose = """(input, [kind, value, isComposing]) => {
      input.value = value
      input.dispatchEvent(kind === 'input' ? new InputEvent('input', { isComposing, bubbles: true }) : new CompositionEvent(kind, { bubbles: true }))
    }"""
    box.evaluate(compose, ["compositionstart", "", True])
    box.evaluate(compose, ["input", "zhi'liang", True])  # what the input method shows is not searched
    page.wait_for_timeout(300)
    expect(results).to_have_count(0)
    box.evaluate(compose, ["compositionend", "质量强市", False])
    expect(results.first).to_contain_text("质量强市")
    page.keyboard.press("ControlOrMeta+A")
    page.evaluate("navigator.clipboard.writeText('标准化')")
    page.keyboard.press("ControlOrMeta+V")
    expect(results.first).to_contain_text("标准化")
    box.evaluate(compose, ["input", "计量", False])  # dictation and paste by mouse give no key
    expect(results.first).to_contain_text("计量")


def test_the_home_search_opens_with_the_query(watched: Watched) -> None:
    page = watched.page
    page.goto("")
    page.locator("#home-query").fill("质量强市")
    page.locator("#home-query").press("Enter")
    expect(page.locator("#search-q")).to_have_value("质量强市")
    expect(page.locator(".hits a").first).to_be_visible(timeout=10_000)


def test_q_opens_the_box_on_a_page_and_the_search_on_its_own(watched: Watched) -> None:
    page = watched.page
    page.goto(f"policies/?q={quote('放管服')}")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("放管服")
    page.goto(f"search/?q={quote('放管服')}")
    expect(page.locator("#search-q")).to_have_value("放管服")
    expect(page).to_have_url(re.compile(r"\?query="))
    expect(page.locator(".hit-entries a").first).to_have_text("放管服")
    expect(page.locator("#__search")).not_to_be_checked()  # the box stays closed


def test_the_search_page_filters_aligns_saves_and_keeps_its_state_in_the_address(watched: Watched) -> None:
    page = watched.page
    page.goto(f"search/?query={quote('食品安全')}&place={quote('济南市')}&view=lines")
    expect(page.locator("#search-q")).to_have_value("食品安全")
    expect(page.locator("select[name=place]")).to_have_value("济南市")
    expect(page.locator(".kwic tr").first).to_be_visible()
    places = page.locator(".kwic tr td:last-child").all_inner_texts()
    assert all(place.startswith("济南市") for place in places)
    assert set(page.locator(".kwic-match").all_inner_texts()) == {"食品安全"}
    page.locator("select[name=place]").select_option("")
    expect(page.locator(".bars tr").nth(1)).to_be_visible()  # the filter is gone: other places too
    page.locator("#search-q").fill("食品安全 -追溯")
    expect(page).to_have_url(re.compile("query=%E9%A3%9F%E5%93%81%E5%AE%89%E5%85%A8\\+-"))
    expect(page.locator(".search-page-status")).to_contain_text("处")
    with page.expect_download() as download:
        page.get_by_role("button", name="保存全部结果（CSV）").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert all(f"{SITE_URL}policies/" in line for line in lines[1:])
    counted = re.search(r"(\d+)处", page.locator(".search-page-status").inner_text())
    assert counted
    assert len(lines) - 1 == int(counted[1])


def test_each_filter_keeps_what_it_names(watched: Watched) -> None:
    page = watched.page
    page.goto(f"en/search/?query={quote('quality ')}")
    status = page.locator(".search-page-status")
    expect(status).to_contain_text("sections")
    every = status.inner_text()
    for name, value in [
        ("policy", "jilin-2018"),
        ("year", "2023"),
        ("level", "province"),
        ("kind", "term"),
        ("topic", "food-drugs"),
        ("lang", "zh"),
    ]:
        page.locator(f"select[name={name}]").select_option(value)
        expect(page).to_have_url(re.compile(f"{name}={value}"))
        expect(status).not_to_have_text(every)
        links = [link.get_attribute("href") or "" for link in page.locator(".hits a, .hit-entries a").all()]
        if name == "policy":
            assert all("jilin-2018" in link for link in links)
        if name == "kind":
            assert all(link.startswith("../terms/") for link in links)
        page.locator(f"select[name={name}]").select_option("")
        expect(status).to_have_text(every)


def test_the_concordance_sorts_by_either_side(watched: Watched) -> None:
    page = watched.page
    page.goto(f"search/?query={quote('质量')}&policy=jilin-2018&lang=zh&view=lines&sort=right")
    expect(page.locator(".kwic tr").first).to_be_visible()
    compare = "(texts) => texts.every((text, i) => !i || new Intl.Collator('zh').compare(texts[i - 1], text) <= 0)"
    after = page.locator(".kwic-after").all_text_contents()
    assert len(after) > 20
    assert page.evaluate(compare, after)
    page.locator("select[name=sort]").select_option("left")
    expect(page).to_have_url(re.compile("sort=left"))
    page.wait_for_timeout(300)
    before = [text[::-1] for text in page.locator(".kwic-before").all_text_contents()]
    assert page.evaluate(compare, before)


def test_all_hits_can_be_seen(watched: Watched) -> None:
    page = watched.page
    page.goto(f"search/?query={quote('质量')}&policy=youxian-2023")
    counted = re.search(r"(\d+)节", page.locator(".search-page-status", has_text="节").inner_text())
    more = page.locator("button", has_text=re.compile("再显示.*节"))
    while more.is_visible():
        shown = page.locator(".hits > li").count()
        more.click()
        expect(page.locator(".hits > li")).not_to_have_count(shown)
    assert counted
    expect(page.locator(".hits > li")).to_have_count(int(counted[1]))


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "\\", "质" * 2000, "😀", ".*", '"'])
def test_a_hostile_query_runs_nothing_and_breaks_nothing(watched: Watched, query: str) -> None:
    page = watched.page
    page.on("dialog", lambda dialog: watched.faults.append(dialog.message))
    page.goto("search/")
    page.locator("#search-q").fill(query)
    expect(page.locator(".search-page-status")).not_to_have_text("正在检索…")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)
    page.wait_for_timeout(400)


def test_a_failed_load_is_said_and_tried_again(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.goto("search/")
    page.route("**/data/search/zh-*.js*", lambda route: route.abort())
    page.locator("#search-q").fill("质量强市")
    expect(page.locator(".search-page-status")).to_contain_text("未能载入检索数据")
    page.unroute("**/data/search/zh-*.js*")
    page.locator("#search-q").fill("质量强市 ")
    expect(page.locator(".hits a").first).to_be_visible()
    context.close()


def test_the_search_works_below_a_path(browser: Browser, site: Path) -> None:
    with serve(site.parent) as address:
        page = browser.new_page()
        page.goto(f"{address}{site.name}/en/policies/jinan-2018/")
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").fill("首席质量官")
        section = page.locator('.md-search-result__link[href*="/policies/"][href*="#"]').first
        expect(section).to_have_attribute("href", re.compile(f"^{address}{site.name}/en/policies/"))
        page.goto(f"{address}{site.name}/search/?query={quote('首席质量官')}")
        page.locator(".hits a").first.click()
        expect(page).to_have_url(re.compile(f"^{address}{site.name}/policies/"))
        page.close()


def test_the_box_and_the_page_work_from_a_folder(browser: Browser, site: Path) -> None:
    faults: list[str] = []
    page = browser.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto((site / "search/index.html").as_uri() + "?query=" + quote("质量强市"))
    expect(page.locator(".hits a").first).to_be_visible(timeout=10_000)
    assert (page.locator(".hits a").first.get_attribute("href") or "").startswith("../policies/")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("放管服")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("放管服")
    page.goto((site / "en/policies/jinan-2018/index.html").as_uri())
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("food safety")
    section = page.locator('.md-search-result__link[href*="index.html"][href*="#"]').first
    expect(section).to_be_visible()
    section.click()
    expect(page.locator("h1").first).to_be_visible()
    assert page.url.startswith("file:")
    page.close()
    assert faults == []
