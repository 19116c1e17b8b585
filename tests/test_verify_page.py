"""The command and the page say the same: of cases written by hand, of seeded quotations, of passages, of each place."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from scripts.model.vocabulary import Language
from scripts.read.corpus.corpus import Corpus
from scripts.verify.find.citings import find_citings
from scripts.verify.find.works import make_works
from scripts.verify.match.texts import make_texts
from scripts.verify.match.verdicts import Kind, Verdict
from scripts.verify.match.verifier import Verifier
from scripts.verify.read.plain import read_plain
from scripts.write.words.place_labels import place_label
from tests.bench.verify import Maker
from tests.conftest import ROOT, Watched
from tests.test_search import run_node

CASES = json.loads((ROOT / "tests/verify/cases.json").read_text(encoding="utf-8"))
NAMES = {"holds": Kind.HOLDS, "differs": Kind.DIFFERS, "elsewhere": Kind.ELSEWHERE, "nowhere": Kind.NOWHERE}
NAMES |= {"leads": Kind.LEADS, "lost": Kind.LOST, "held": Kind.HELD}
FAULTS = {"no policy": "no-policy", "no place": "no-anchor"}
"""What the page calls what the command names."""
SHOWN = {
    "zh": ("推动经济社会高品质发展", "有出入", "品质", "质量"),
    "en": ("carry out the quality upgrading campaign in full", "Holds with differences", "upgrading", "improvement"),
}
"""What is pasted, what is said of it, and how it differs."""
PASSAGES = (
    "济南提出“推动经济社会高质量发展”（https://archive.test/policies/jinan-2018/#p1）。另见https://archive.test/policies/jinan-2018/#s1。",
    "“加快质量强市建设”（《关于实施“品质品牌”战略全面开展质量提升行动的实施方案》，https://archive.test/policies/yantai-2018/）。",
    "The plan (jinan-2018#p1) says: “assist in replacing old growth drivers with new ones”. No “term” here.",
    "“甲乙丙丁”，又“戊己庚辛壬癸子丑”，见jinan-2018#s1-1",
    "https://archive.test/policies/jinan-2018/?quote=%E8%B4%A8%E9%87%8F#p1",
    "“no address at all”",
)


@pytest.fixture(scope="module")
def verifier(corpus: Corpus) -> Verifier:
    return Verifier(make_texts(corpus.archive))


def judge(verifier: Verifier, address: str, quotation: str) -> Verdict:
    return verifier.verify(verifier.read_address(address) if address else None, quotation)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["case"])
def test_each_case_has_its_verdict(verifier: Verifier, row: dict[str, Any]) -> None:
    verdict = judge(verifier, row["address"], row["quotation"])
    found = verdict.found
    differences = found.differences if found and not found.is_exact else []
    assert str(verdict.kind) == row["verdict"]
    assert (f"{found.policy}#{found.anchor}" if found else None) == row["at"]
    assert (str(verdict.fault) if verdict.fault else None) == row["fault"]
    assert [[difference.quoted, difference.printed] for difference in differences] == row["different"]


@pytest.fixture(scope="module")
def said(verifier: Verifier, docs: Path) -> dict[str, Any]:
    """What the page's engine says in node, of the cases, then of seeded quotations."""
    made = [(row["address"], row["quotation"]) for row in CASES] + seeded(verifier)
    output = run_node("tests/verify/page.js", text=json.dumps({"cases": made, "passages": PASSAGES}))
    said: dict[str, Any] = json.loads(output)
    return said


def seeded(verifier: Verifier) -> list[tuple[str, str]]:
    return [(made.address.written, made.words) for made in Maker(verifier.texts, 7714).make()][::4]


def test_the_page_says_what_the_command_says(verifier: Verifier, said: dict[str, Any]) -> None:
    rows = [(row["address"], row["quotation"]) for row in CASES] + seeded(verifier)
    assert len(said["verdicts"]) == len(rows) == len(CASES) + 50
    for (address, quotation), own in zip(rows, said["verdicts"], strict=True):
        verdict = judge(verifier, address, quotation)
        found = verdict.found
        assert NAMES[own["kind"]] is verdict.kind, (address, quotation)
        assert own["fault"] == (FAULTS[verdict.fault] if verdict.fault else None)
        assert own["instead"] == verdict.instead
        if found and verdict.kind is not Kind.NOWHERE:
            assert own["found"]["policy"] == found.policy
            assert own["found"]["anchor"] == found.anchor
            assert own["found"]["language"] == found.language
            assert own["found"]["isExact"] is found.is_exact
            assert own["found"]["distance"] == found.distance
            assert own["found"]["printed"] == list(found.printed)


def test_the_page_shows_the_differences_of_the_cases_as_the_command_does(said: dict[str, Any]) -> None:
    for row, own in zip(CASES, said["verdicts"], strict=False):
        if row["verdict"] == Kind.DIFFERS:
            assert own["found"]["differences"] == row["different"], row["case"]


def test_the_page_takes_each_place_for_the_same_words(verifier: Verifier, said: dict[str, Any]) -> None:
    for language in Language:
        for text in verifier.texts.streams[language].texts:
            spans = {anchor: [low - text.start, high - text.start] for anchor, (low, high) in text.spans.items()}
            assert said["spans"][f"{text.policy} {language}"] == spans


def test_the_page_finds_in_a_passage_what_the_command_finds_in_a_text(
    verifier: Verifier, corpus: Corpus, said: dict[str, Any]
) -> None:
    works = make_works(corpus.archive.policies)
    for passage, own in zip(PASSAGES, said["cited"], strict=True):
        citings = find_citings(read_plain(passage), verifier.read_address, works)
        assert own == [[c.address.policy, c.address.anchor, c.quotation] for c in citings], passage


def test_the_page_says_the_same_where_it_looks_into_few_of_many_policies(said: dict[str, Any]) -> None:
    for wide, narrow in zip(said["verdicts"], said["narrow"], strict=True):
        assert narrow["kind"] == wide["kind"]
        if wide["kind"] != "nowhere":
            assert narrow["found"] == wide["found"]


def test_the_page_calls_each_place_what_the_archive_calls_it(verifier: Verifier, said: dict[str, Any]) -> None:
    for language in Language:
        for text in verifier.texts.streams[language].texts:
            own = said["labels"][f"{text.policy} {language}"]
            assert own == {anchor: place_label(anchor, language) for anchor in text.spans}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_a_folder_the_page_marks_how_a_quotation_differs_and_leads_to_its_place(
    browser: Browser, site: Path, language: str
) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    folder = f"{site}/{'en/' if language == 'en' else ''}"
    page.goto(f"file://{folder}about/check-a-quotation/index.html")
    page.locator("#verify-quote").fill(SHOWN[language][0])
    page.locator("#verify-address").fill("jinan-2018#p1")
    page.locator("#verify-address").press("Enter")
    expect(page.locator(".verify-item h2")).to_have_text(SHOWN[language][1])
    assert page.locator(".verify-words del").all_inner_texts() == [SHOWN[language][2]]
    assert page.locator(".verify-words ins").all_inner_texts() == [SHOWN[language][3]]
    page.locator(".verify-place a").click()
    page.locator(".quote-notice").wait_for()
    assert page.url.startswith(f"file://{folder}policies/jinan-2018/index.html?quote=")
    assert page.url.endswith("#p1")
    assert SHOWN[language][3] in "".join(page.locator("mark.quote-mark").all_inner_texts())
    assert faults == []
    page.close()


def test_a_passage_is_checked_by_its_addresses_and_the_search_can_be_passed_on(watched: Watched) -> None:
    page = watched.page
    page.goto(f"about/check-a-quotation/?quote={quote(PASSAGES[0] + '“甲乙丙丁戊己”（/policies/nanjing-2018/#p1）')}")
    expect(page.locator(".verify-status")).to_have_text("共核对3处，1处需要改正。")
    assert page.locator(".verify-item h2").all_inner_texts() == ["一字不差", "网址有效", "本馆没有这段文字"]
    assert "nanjing-2018" in page.locator(".verify-item").last.inner_text()
    page.locator("#verify-quote").fill("")
    page.get_by_role("button", name="核对").click()
    expect(page.locator(".verify-status")).to_have_text("请粘贴引文，或填写带引文的网址。")
    page.locator("#verify-address").fill("https://example.org/")
    page.get_by_role("button", name="核对").click()
    expect(page.locator(".verify-status")).to_contain_text("这不是本馆的网址")
    assert "address=https" in page.url


def test_the_parts_of_the_page_are_those_that_are_tested() -> None:
    scripts = {path.stem for path in (ROOT / "docs/assets/javascripts/verify").glob("*.js")}
    tested = (Path(__file__).parent / "verify/page.js").read_text(encoding="utf-8")
    assert all(f'"{name}"' in tested for name in scripts)
