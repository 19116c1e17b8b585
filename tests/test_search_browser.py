"""The search in a real browser: seeded strings in the real worker, the box, the page, and a folder."""

import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import opencc
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scripts.write.search.collections import Collection, SearchSection
from tests.conftest import SITE_URL, Watched, serve

MANY = 200
"""So many strings: all of them are asked in node (tests/search/laws.test.js); here the worker, and that it hands on what is found."""
# opens a worker as the box does, and asks it for all sections
QUERY_SCRIPT = """async (queries) => {
  const worker = new Worker(`${ArchiveAnswers.root}assets/javascripts/workers/archive-search-worker.js?lang=zh`)
  const answer = () => new Promise((resolve) => worker.addEventListener('message', (event) => resolve(event.data), { once: true }))
  await answer() // that it is ready
  const found = []
  for (const [turn, query] of queries.entries()) {
    worker.postMessage({ turn: turn + 1, find: query })
    found.push((await answer()).found.sections)
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


def answer_of(page: Page) -> str:
    """What the search page says of its last query, once all that belongs to it stands on the page."""
    expect(page.locator(".search-page-output:not([aria-busy])")).to_be_attached()
    expect(page.locator(".search-page-status")).to_have_text(re.compile(r"\d"))
    return page.locator(".search-page-status").inner_text()


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
    [
        ("terms/", "品牌建设", "policies/"),
        ("en/terms/", "how to cite", "en/about/how-to-cite/"),
        ("en/terms/", "质量强市", "policies/"),
    ],
)
def test_the_box_finds_words_of_both_languages(watched: Watched, path: str, query: str, expected: str) -> None:
    page = watched.page
    page.goto(path)
    page.locator(".site-search-input").fill(query)
    expect(page.locator(f'.site-search-item[href*="{expected}"]').first).to_be_visible(timeout=10_000)


def test_a_result_has_its_policy_its_number_the_passage_and_leads_to_the_paragraph(watched: Watched) -> None:
    page = watched.page
    page.goto("terms/")
    page.locator(".site-search-input").fill("首席质量官")
    items = page.locator(".site-search-item")
    expect(items.first.locator(".site-search-title")).to_have_text("首席质量官")  # the entry whose name it is
    expect(items.first.locator("mark").first).to_have_text("首席质量官")
    expect(page.locator(".site-search-head").first).to_contain_text("·")
    section = page.locator(".site-search-head + ul .site-search-item").first
    expect(section.locator("mark").first).to_have_text("首席质量官")
    expect(section).to_contain_text(re.compile("[一二三四五六]"))
    href = section.get_attribute("href") or ""
    section.click()
    anchor = href.split("#")[1]
    expect(page.locator(f"#{anchor}")).to_contain_text("首席质量官")
    expect(page.locator(f"#{anchor} mark.found-mark").first).to_have_text("首席质量官")
    expect(page).to_have_url(href.split("?")[0] + f"#{anchor}")  # clean, for who cites it
    page.locator(".found-clear").click()
    expect(page.locator(".found-mark")).to_have_count(0)
    expect(page.locator(f"#{anchor}")).to_contain_text("首席质量官")


def test_the_box_shows_the_other_language_where_it_was_found_there(watched: Watched) -> None:
    page = watched.page
    page.goto("en/terms/")
    page.locator(".site-search-input").fill("计量")
    section = page.locator('.site-search-item[href*="policies/"][href*="#"]').first
    expect(section.locator('[lang="zh-Hans"] mark').first).to_have_text("计量")
    expect(section).to_contain_text(re.compile("[a-z]{4}"))


def test_typing_by_input_method_paste_and_dictation_are_searched(watched: Watched) -> None:
    page = watched.page
    page.goto("terms/")
    box = page.locator(".site-search-input")
    box.click()
    results = page.locator(".site-search-item")
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
    expect(page.locator(".site-search-title").first).to_have_text("放管服")
    page.goto(f"search/?q={quote('放管服')}")
    expect(page.locator("#search-q")).to_have_value("放管服")
    expect(page).to_have_url(re.compile(r"\?query="))
    expect(page.locator(".hit-entries a").first).to_have_text("放管服")
    expect(page.locator("#site-search-panel")).to_be_hidden()  # the box stays closed


def test_the_search_page_filters_aligns_saves_and_keeps_its_state_in_the_address(watched: Watched) -> None:
    page = watched.page
    page.goto(f"search/?query={quote('食品安全')}&place={quote('济南市')}&view=lines")
    expect(page.locator("#search-q")).to_have_value("食品安全")
    expect(page.locator("select[name=place]")).to_have_value("济南市")
    expect(page.locator(".kwic li").first).to_be_visible()
    answer_of(page)
    places = page.locator(".kwic-place").all_inner_texts()
    assert all(place.startswith("济南市") for place in places)
    assert set(page.locator(".kwic-match").all_inner_texts()) == {"食品安全"}
    page.locator("select[name=place]").select_option("")
    expect(page.locator(".bars tr").nth(1)).to_be_visible()  # the filter is gone: other places too
    page.locator("#search-q").fill("食品安全 -追溯")
    expect(page).to_have_url(re.compile("query=%E9%A3%9F%E5%93%81%E5%AE%89%E5%85%A8\\+-"))
    counted = re.search(r"(\d+)处", answer_of(page))
    with page.expect_download() as download:
        page.get_by_role("button", name="保存全部结果（CSV）").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert all(f"{SITE_URL}policies/" in line for line in lines[1:])
    assert counted
    assert len(lines) - 1 == int(counted[1])


def test_each_filter_keeps_what_it_names(watched: Watched) -> None:
    page = watched.page
    page.goto(f"en/search/?query={quote('quality ')}")
    status = page.locator(".search-page-status")
    every = answer_of(page)
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
        assert answer_of(page) != every
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
    answer_of(page)
    compare = "(texts) => texts.every((text, i) => !i || new Intl.Collator('zh').compare(texts[i - 1], text) <= 0)"
    after = page.locator(".kwic-after").all_text_contents()
    assert len(after) > 20
    assert page.evaluate(compare, after)
    page.locator("select[name=sort]").select_option("left")
    expect(page).to_have_url(re.compile("sort=left"))
    answer_of(page)
    before = [text[::-1] for text in page.locator(".kwic-before").all_text_contents()]
    assert page.evaluate(compare, before)


def test_all_hits_can_be_seen(watched: Watched) -> None:
    page = watched.page
    page.goto(f"search/?query={quote('质量')}&policy=youxian-2023")
    counted = re.search(r"(\d+)节", answer_of(page))
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
    expect(page.locator(".search-page-status")).not_to_have_text(re.compile("^(正在检索…)?$"))
    page.goto("policies/")
    page.locator(".site-search-input").fill(query)
    expect(page.locator(".site-search-all a")).to_be_visible()


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
        page.locator(".site-search-input").fill("首席质量官")
        section = page.locator('.site-search-item[href*="/policies/"][href*="#"]').first
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
    page.goto((site / "terms/index.html").as_uri())
    page.locator(".site-search-input").fill("放管服")
    expect(page.locator(".site-search-title").first).to_have_text("放管服")
    page.goto((site / "en/policies/jinan-2018/index.html").as_uri())
    page.locator(".site-search-input").fill("food safety")
    section = page.locator('.site-search-item[href*="index.html"][href*="#"]').first
    expect(section).to_be_visible()
    section.click()
    expect(page.locator("h1").first).to_be_visible()
    assert page.url.startswith("file:")
    page.close()
    assert faults == []


QUERIES = (
    *(
        "质量",
        "食品安全",
        "首席质量官",
        "质量强市",
        "标准化",
        "计量",
        "品牌建设",
        "食品 药品",
        "食品 -药品",
        "放管服",
        "97%",
        "8.8",
    ),
    *(
        "人工智能",
        "质亮",
        "著力提昇",
        "品牌建设标准化体系创新发展",
        "fangguanfu",
        "fgf",
        "GDP",
        "三品一标",
        "2025年",
        "监督",
        "抽查",
    ),
    *(
        "food safety",
        "quality",
        "quality award",
        "metrology",
        "supervision",
        "standard",
        "policy",
        "organisation",
        "brand",
    ),
    *("chief quality officer", "the quality of products", "inspect", "zzqx", "consumer rights", "credit", "a", "of"),
)
# types each query into the box, waits for its list, and counts: what is said, what is shown, what the engine found
COUNT_SCRIPT = """async (queries) => {
  const field = document.querySelector('.site-search-input')
  const panel = document.querySelector('#site-search-panel')
  const said = []
  for (const query of queries) {
    const shown = new Promise((resolve) => new MutationObserver((_, seen) => {
      if (panel.querySelector(`.site-search-all a[href$="query=${encodeURIComponent(query)}"]`)) resolve(seen.disconnect())
    }).observe(panel, { childList: true }))
    field.value = query
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await shown
    const items = panel.querySelectorAll('.site-search-groups .site-search-item').length
    said.push([panel.querySelector('.site-search-count').textContent, panel.querySelector('.site-search-all').textContent, items])
  }
  return said
}"""


def numbers(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"[0-9][0-9,]*", text)]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_what_the_box_says_is_what_it_shows_and_what_the_page_finds(watched: Watched, prefix: str) -> None:
    page = watched.page
    page.goto(f"{prefix}policies/")
    queries = QUERIES[bool(prefix) :: 2]
    for query, (message, all_of_them, items) in zip(queries, page.evaluate(COUNT_SCRIPT, queries), strict=True):
        counts = numbers(message)
        cut = counts.pop() if "先列" in message or "listed" in message else sum(counts)
        assert items == cut, (query, message)
        assert sum(numbers(all_of_them)) == sum(counts), (query, message)
    page.goto(f"{prefix}search/?query=quality")
    sections, _, entries = numbers(answer_of(page))
    page.goto(f"{prefix}policies/")
    page.locator(".site-search-input").fill("quality")
    expect(page.locator(".site-search [role=status]").first).to_have_text(re.compile(r"\d"))
    assert numbers(page.locator(".site-search [role=status]").first.inner_text())[:2] == [sections, entries]


def test_the_box_is_used_by_keyboard(watched: Watched) -> None:
    page = watched.page
    page.goto("policies/")
    field, panel = page.locator(".site-search-input"), page.locator("#site-search-panel")
    field.fill("质量")
    expect(panel).to_be_visible()
    links = panel.locator("a")
    expect(panel.locator("li a").first).to_be_attached()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("质量")
    field.fill("质量强市")
    expect(panel).to_be_visible()
    page.keyboard.press("Enter")  # in the field it leads to the page, as without a script
    expect(page).to_have_url(re.compile(r"/search/\?query="))
    page.goto("policies/")
    page.keyboard.press("/")  # no key by itself does anything
    expect(field).not_to_be_focused()


def test_a_reader_who_steps_into_the_list_before_the_answer_is_there_is_not_lost(watched: Watched) -> None:
    page = watched.page
    held, is_held = list[Route](), True
    page.route("**/data/search/**", lambda route: held.append(route) if is_held else route.continue_())
    page.goto("policies/")
    page.locator(".site-search-input").fill("质量")
    waiting = page.get_by_role("link", name="打开检索页")
    expect(waiting).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(waiting).to_be_focused()
    is_held = False
    for route in held:
        route.continue_()
    expect(page.locator("#site-search-panel li a").first).to_be_visible()
    expect(page.locator("form.site-search :focus")).to_be_attached()  # at the same way out, or in the field


def test_what_was_typed_before_the_program_came_is_searched(watched: Watched) -> None:
    page = watched.page
    held = list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/archive.js*", hold)
    page.goto("policies/", wait_until="commit")
    field = page.locator(".site-search-input")
    field.press_sequentially("质量")
    held[0].continue_()
    expect(page.locator("#site-search-panel li a").first).to_be_visible()
    expect(field).to_be_focused()


FORBID = """
for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError') } })
}
delete Intl.Segmenter
"""


def test_the_box_answers_with_storage_blocked_and_without_a_worker(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    context.add_init_script(FORBID)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.route("**/archive-search-worker.js*", lambda route: route.abort())
    page.goto("en/policies/")
    page.locator(".site-search-input").fill("food safety")
    expect(page.locator(".site-search-item").first).to_be_visible()
    page.goto("search/?query=质量")
    expect(page.locator(".hits a").first).to_be_visible()
    context.close()
    assert faults == []


def test_where_the_data_is_not_had_the_box_says_so_and_the_form_works(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route("**/data/search/*", lambda route: route.abort())
    page.goto("policies/")
    page.locator(".site-search-input").fill("质量")
    expect(page.locator(".site-search-count")).to_contain_text("未能载入")
    expect(page.locator(".site-search-count a")).to_have_attribute("href", re.compile(r"/search/\?query="))
    page.locator(".site-search-input").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?query="))
    expect(page.locator(".search-page-output")).to_contain_text("检索须由浏览器运行脚本")
    context.close()


def test_without_scripts_the_form_leads_to_the_page_which_says_what_it_needs(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("en/policies/jinan-2018/")
    page.locator(".site-search-input").fill("food")
    page.locator(".site-search-button").click()
    expect(page).to_have_url(f"{server}en/search/?query=food")
    expect(page.locator(".search-page-unready")).to_contain_text("The search needs scripts")
    context.close()


SHIFT_SCRIPT = """() => new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 100)
})"""


@pytest.mark.parametrize("size", [(390, 844), (1440, 900)], ids=["phone", "desktop"])
def test_nothing_jumps_on_the_search_page_and_a_passage_is_on_the_first_screen(
    browser: Browser, server: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(base_url=server, viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    for path, passage in [
        (f"search/?query={quote('食品安全')}", ".hits p"),
        ("en/search/?query=food+safety", ".hits p"),
        (f"search/?query={quote('质量')}&place={quote('济南市')}&view=lines", ".kwic li"),
        ("en/search/", ".search-page-help li"),
    ]:
        page.goto(path)
        expect(page.locator(passage).first).to_be_in_viewport()
        shift = page.evaluate(SHIFT_SCRIPT)
        assert shift < 0.02, path
    context.close()


def test_on_a_phone_the_keyword_is_in_sight_and_the_list_fits_the_screen(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in (f"search/?query={quote('质量')}&view=lines", "en/search/?query=supervision&view=lines"):
        page.goto(path)
        expect(page.locator(".kwic li").nth(20)).to_be_attached()
        boxes = page.locator(".kwic-match").evaluate_all(
            "(all) => all.map((e) => [e.getBoundingClientRect().left, e.getBoundingClientRect().right])"
        )
        assert all(0 <= left < right <= 320 for left, right in boxes)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto("policies/jinan-2018/")
    page.locator(".site-search-input").fill("质量")
    panel = page.locator("#site-search-panel")
    expect(panel).to_be_visible()
    box = panel.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] + box["height"] <= 640
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_where_nothing_is_found_something_is_suggested_and_said(watched: Watched) -> None:
    page = watched.page
    page.goto("en/search/?query=qualty+supervison")
    status = page.locator(".search-page-status")
    expect(status).to_have_text(re.compile(r"^Nothing found\. \d suggestions follow\.$"))
    expect(page.locator(".search-suggestions li")).to_have_count(numbers(status.inner_text())[0])
    page.locator(".search-suggestions a").first.click()
    expect(page.locator("#search-q")).to_have_value("quality supervision")
    expect(page.locator(".hits a").first).to_be_visible()
    page.goto(f"search/?query={quote('食品安全')}&year=1999&kind=page")
    page.goto("search/?query=zzqxzzqx")
    expect(status).to_have_text("未检索到相符的结果。")
    expect(page.locator(".search-ways a").first).to_have_attribute("href", "../policies/")


def test_several_words_are_counted_by_themselves_and_together(watched: Watched) -> None:
    page = watched.page
    page.goto("en/search/?query=food+safety")
    expect(page.locator(".search-page-phrase")).to_contain_text("Each word is counted by itself")
    together = numbers(page.locator(".search-page-phrase").inner_text())
    caption = page.locator(".bars caption")
    expect(caption).to_have_text("Occurrences by policy")
    counted = numbers(answer_of(page))
    assert counted[1] == sum(map(int, page.locator(".bars .number").all_inner_texts()))
    page.locator(".search-page-phrase a").click()
    expect(page.locator("#search-q")).to_have_value("“food safety”")
    expect(page.locator(".search-page-phrase")).to_have_count(0)
    assert numbers(answer_of(page))[:2] == together


def test_filters_that_were_typed_stand_as_buttons_and_in_the_address(watched: Watched) -> None:
    page = watched.page
    page.goto("en/search/?query=" + quote("place:Jinan year:2018 place:Nowhere food"))
    chips = page.locator(".search-chip")
    expect(chips).to_have_count(2)
    expect(page.locator(".search-page-status")).to_contain_text("no place “Nowhere”")
    chips.first.click()
    expect(page.locator("#search-q")).to_have_value("year:2018 place:Nowhere food")
    expect(chips).to_have_count(1)
    expect(page).not_to_have_url(re.compile("Jinan"))


def test_what_was_meant_and_other_names_are_offered_and_not_mixed_in(watched: Watched) -> None:
    page = watched.page
    page.goto("search/?query=" + quote("质量墙市"))
    expect(page.locator(".search-page-note a").first).to_have_text("质量强市")
    page.goto("search/?query=" + quote("三品一标"))
    also = page.locator(".search-page-note a")
    expect(also.filter(has_text="无公害农产品").first).to_be_visible()
    expect(page.locator(".hits mark").first).to_have_text("三品一标")


def test_the_last_queries_are_called_back_removed_and_cleared(watched: Watched) -> None:
    page = watched.page
    for query in ("食品", "质量"):
        page.goto("search/?query=" + quote(query))
    page.goto("terms/")
    field, recent = page.locator(".site-search-input"), page.locator(".recent-queries")
    field.focus()
    expect(recent.first.locator("a")).to_have_text(["质量", "食品"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")  # the button that removes the first
    expect(recent.first.locator("a")).to_have_text(["食品"])
    recent.first.locator(".recent-clear").click()
    expect(recent.first).to_be_hidden()
    expect(field).to_be_focused()
    assert page.evaluate("localStorage.getItem('archive.queries')") == "[]"
