"""Quotations: an address carries the quoted words, and whoever opens it is shown them, and told how they were found."""

import random
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from tests.conftest import IDS, SITE_URL, Watched

STRINGS = 200
"""Random strings of each policy; a thousand in all."""
SHOW_EACH = """(quoted) => quoted.map(([words, hash]) => {
  for (const mark of document.querySelectorAll("mark.quote-mark")) {
    const around = mark.parentElement
    mark.replaceWith(...mark.childNodes)
    around.normalize()
  }
  document.querySelector(".quote-notice")?.remove()
  history.replaceState(null, "", `?quote=${encodeURIComponent(words)}#${hash}`)
  ArchiveQuotes.show()
  return [document.querySelector(".quote-notice")?.textContent,
    [...document.querySelectorAll("mark.quote-mark")].map((mark) => mark.textContent).join("")]
})"""
"""What is said of each quotation, and what is marked."""


def marked(page: Page) -> str:
    return "".join(page.locator("mark.quote-mark").all_inner_texts())


def open_quotation(page: Page, policy_id: str, words: str, anchor: str) -> str:
    """Open the address of a quotation, and return what is said of it."""
    page.goto(f"policies/{policy_id}/?quote={quote(words)}#{anchor}")
    return page.locator(".quote-notice").inner_text()


@pytest.mark.parametrize("policy_id", IDS)
def test_every_quotation_of_the_text_is_found_at_its_address(watched: Watched, corpus: Corpus, policy_id: str) -> None:
    policy = next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)
    page, chance = watched.page, random.Random(7714)
    blocks = [block for block in policy.blocks() if block.end - block.start >= 8]
    page.goto(f"policies/{policy_id}/")
    page.evaluate("scrollTo = () => {}; Element.prototype.scrollIntoView = () => {}")
    quoted = []
    for _ in range(STRINGS):
        block = chance.choice(blocks)
        start = chance.randrange(block.start, block.end - 6)
        quoted.append((policy.text[start : min(start + chance.randint(4, 60), block.end)].strip(), block.anchor))
    said = page.evaluate(SHOW_EACH, quoted)
    told = [["引文见下方标出处，一字不差。", words] for words, _ in quoted]
    assert [each for each in zip(quoted, said, told, strict=True) if each[1] != each[2]] == []


def test_who_opens_an_address_is_told_how_the_words_were_found(watched: Watched) -> None:
    page = watched.page
    assert open_quotation(page, "jinan-2018", "推动经济社会高质量发展", "p1") == "引文见下方标出处，一字不差。"
    assert marked(page) == "推动经济社会高质量发展"
    expect(page.locator("mark.quote-mark").first).to_be_in_viewport()
    assert "只有繁简、标点" in open_quotation(page, "jinan-2018", "助力新旧动能转换 加快质量强市建设,推动", "p1")
    assert marked(page) == "助力新旧动能转换，加快质量强市建设，推动"
    assert "另一处" in open_quotation(page, "jinan-2018", "推动经济社会高质量发展", "s2-1-p1")
    assert open_quotation(page, "jinan-2018", "推动经济社会高质量", "") == "引文见下方标出处，一字不差。"
    assert "最为接近" in open_quotation(page, "jinan-2018", "推动经济社会高质量发展的新篇章", "p1")
    assert marked(page)
    assert "没有这段引文" in open_quotation(page, "jinan-2018", "天地玄黄宇宙洪荒日月盈昃", "p1")
    assert marked(page) == ""


@pytest.mark.parametrize(
    ("policy_id", "words", "anchor", "said", "shown"),
    [
        ("jinan-2018", "推動經濟社會高品質發展", "p1", "最为接近", ""),  # 高品質 is another word, not another spelling
        ("jinan-2018", "推動經濟社會高質量發展", "p1", "只有繁简", "推动经济社会高质量发展"),
        ("jinan-2018", "規?;洜I率", "s2-1-p1", "来源文件的写法", "规模化经营率"),
        ("jinan-2018", "高官寨甜瓜", "s2-1-p1", "编者注中的读法", "高官甜瓜"),
        ("jinan-2018", "高官寨甜瓜", "p1", "编者注中的读法", "高官甜瓜"),
        ("youxian-2023", "截至2020年底", "s1-1-p4", "编者注中的读法", "截止2020年底"),
    ],
)
def test_words_of_the_source_or_of_a_note_lead_to_what_is_printed(
    watched: Watched, policy_id: str, words: str, anchor: str, said: str, shown: str
) -> None:
    notice = open_quotation(watched.page, policy_id, words, anchor)
    assert said in notice
    assert ("另一处" in notice) == (anchor == "p1" and shown == "高官甜瓜")
    assert not shown or marked(watched.page) == shown


def test_words_of_an_earlier_edition_lead_to_what_was_changed(watched: Watched, corpus: Corpus) -> None:
    policy, change = next(
        (policy.metadata.id, change)
        for policy in corpus.archive.policies
        if policy.metadata
        for change in policy.metadata.editions[1].changes
        if change.language is Language.EN and change.anchor and len(change.before) > 5
    )
    first = next(i for i, pair in enumerate(zip(change.before, change.after, strict=False)) if pair[0] != pair[1])
    words = change.before[max(first - 20, 0) : first + 40]
    watched.page.goto(f"en/policies/{policy}/?quote={quote(words)}#{change.anchor}")
    notice = watched.page.locator(".quote-notice")
    expect(notice).to_contain_text("The quotation has the words of edition 1; since")
    notice.get_by_role("link", name="See what was changed").click()
    expect(watched.page.locator(f"[id='edition-2-{change.anchor}']")).to_be_in_viewport()


def test_marked_words_are_cited_with_an_address_that_finds_them(watched: Watched) -> None:
    page = watched.page
    page.goto("en/policies/yantai-2018/")
    words = page.evaluate(
        """() => {
          const block = document.querySelector("#s1-1-p1")
          const [from, to] = [block.firstChild, block.lastElementChild.previousSibling ?? block.firstChild]
          const range = document.createRange()
          range.setStart(from, 0)
          range.setEnd(from, Math.min(40, from.data.length))
          getSelection().removeAllRanges()
          getSelection().addRange(range)
          return range.toString().trim()
        }"""
    )
    page.get_by_role("button", name="Cite the marked words").click()
    page.locator(".cite-text").first.wait_for()
    texts = page.locator(".cite-text").all_inner_texts()
    assert any(text.startswith(f"“{words}” (") for text in texts)
    address = texts[-1]
    assert address.startswith(f"{SITE_URL}en/policies/yantai-2018/?quote=")
    assert address.endswith("#s1-1-p1")
    page.goto(address.removeprefix(SITE_URL))
    assert page.locator(".quote-notice").inner_text() == "The quotation is marked below, letter for letter."
    assert marked(page) == words
