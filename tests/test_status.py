"""The status of policies: only what is stated somewhere, with its ground; and that years are over by the reader's day."""

import dataclasses
import json
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from scripts.check.status import check_status
from scripts.model.policy import Bilingual, Policy
from scripts.model.status import Force, Goal, Ground, Period, Status, Successor
from scripts.model.vocabulary import Ending, Language
from scripts.read.corpus.corpus import Corpus
from scripts.read.corpus.record import Record
from scripts.read.corpus.status_fields import read_status
from scripts.read.corpus.yaml_file import YamlFile, read_value
from scripts.write.pages.policy.status import status_line
from tests.conftest import IDS, Watched

WEB = Ground(7, url="https://gov.example/notice?a=1&b=2", retrieved="2031-05-06")
FROM_WEB = 'source: "https://gov.example/notice", retrieved: "2031-05-06"'


def policy_of(corpus: Corpus, policy_id: str = "jinan-2018") -> Policy:
    return next(policy for policy in corpus.archive.policies if policy.metadata and policy.metadata.id == policy_id)


def read(text: str) -> tuple[Status, list[str]]:
    """Return the status that some fields of a policy.yml state, and the problems with them."""
    file = YamlFile("policy.yml")
    read_value(f"id: moxiang-2031\n{text}", file)
    status = read_status(Record(file, file.value))
    return status, [str(problem) for problem in file.problems]


def test_nothing_stated_is_nothing_known() -> None:
    assert read("") == (Status(), [])
    assert Status().years == ()
    assert Status().until is None


def test_every_field_is_read_with_its_ground() -> None:
    status, problems = read(
        "period: {from: 2031, until: 2035, anchor: p3, quote: 规划期为2031—2035年}\n"
        "goals:\n"
        "  - {year: 2033, anchor: s1-p1, quote: 到2033年}\n"
        f'in_force: {{from: "2031-04", until: "2036-03-31", ending: expired, {FROM_WEB}}}\n'
        f"replaced_by: {{title: {{zh: 新方案, en: New Plan}}, url: http://moxiang.example/new, {FROM_WEB}}}\n"
    )
    assert problems == []
    web = Ground(url="https://gov.example/notice", retrieved="2031-05-06")
    assert status.period == Period(2031, 2035, Ground(2, "p3", "规划期为2031—2035年"))
    assert status.goals == (Goal(2033, Ground(4, "s1-p1", "到2033年")),)
    assert status.force == Force("2031-04", "2036-03-31", Ending.EXPIRED, dataclasses.replace(web, line=5))
    new = Bilingual("新方案", "New Plan")
    assert status.successor == Successor(new, None, "http://moxiang.example/new", dataclasses.replace(web, line=6))
    assert status.years == (2031, 2035)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("period: {from: 2035, until: 2031, anchor: p3, quote: x}", "2: [field] `until` (2031) is before `from` (2035)"),
        ("period: {from: 2031, until: 2035}", "2: [missing-field] `anchor` is missing"),
        (f"period: {{from: 2031, until: 2035, {FROM_WEB}}}", "[unknown-field] `source` is no field here"),
        ("period: {from: soon, until: 2035, anchor: p3, quote: x}", "`from` is 'soon'; it must be a year"),
        ("period: 2031-2035", "2: [yaml] must be a mapping"),
        ("goals: {year: 2033}", "`goals` must be a list of entries"),
        ("goals:\n- {year: 2035, anchor: p3, quote: x}\n- {year: 2033, anchor: p3, quote: x}", "order of their years"),
        (f"in_force: {{{FROM_WEB}}}", "needs `from` or `until`"),
        (f'in_force: {{until: "2035", {FROM_WEB}}}', "`ending` is missing"),
        (f'in_force: {{until: "2035", ending: over, {FROM_WEB}}}', "must be one of: expired, repealed"),
        (f'in_force: {{from: "2035-02", until: "2034", ending: expired, {FROM_WEB}}}', "(2034) is before `from` (2035-02)"),
        (f'in_force: {{from: "2035", ending: expired, {FROM_WEB}}}', "`ending` is no field here"),
        ('in_force: {from: "2035"}', "needs `anchor` and `quote` of the text, or `source` and `retrieved`"),
        ('in_force: {from: "2035", source: "http://a.example"}', "`retrieved` is missing"),
        (f"replaced_by: {{id: other-2035, {FROM_WEB}}}", "`title` is missing"),
        (f"replaced_by: {{title: {{zh: 新, en: New}}, id: moxiang-2031, {FROM_WEB}}}", "cannot have taken its own place"),
        (f"replaced_by: {{title: {{zh: 新, en: New}}, id: a-2035, url: http://x.example, {FROM_WEB}}}", "drop one"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_so_is_a_problem_at_its_line(text: str, expected: str) -> None:
    _, problems = read(text)
    assert any(expected in problem for problem in problems), problems


def faults(corpus: Corpus, status: Status) -> list[str]:
    policy = policy_of(corpus)
    assert policy.metadata
    spoilt = dataclasses.replace(policy, metadata=dataclasses.replace(policy.metadata, status=status))
    return [str(problem) for problem in check_status(spoilt, corpus.archive, "policy.yml")]


def test_years_stand_in_words_that_stand_where_they_are_said_to(corpus: Corpus) -> None:
    good = Ground(9, "s1-3-p1", "到2020年，供给质量明显改善")
    assert faults(corpus, Status(goals=(Goal(2020, good),))) == []
    assert "does not say 2021" in faults(corpus, Status(goals=(Goal(2021, good),)))[0]
    moved = dataclasses.replace(good, anchor="s1-1-p1")
    assert faults(corpus, Status(goals=(Goal(2020, moved),)))[0].startswith("policy.yml:9: [status]")
    gone = dataclasses.replace(good, anchor="s77")
    assert "s77 is no block" in faults(corpus, Status(goals=(Goal(2020, gone),)))[0]
    assert len(faults(corpus, Status(period=Period(2018, 2021, good)))) == 2


def test_a_successor_is_known_by_its_own_title(corpus: Corpus) -> None:
    other = policy_of(corpus, "youxian-2023").metadata
    assert other
    assert faults(corpus, Status(successor=Successor(other.title, other.id, None, WEB))) == []
    assert "another title" in faults(corpus, Status(successor=Successor(Bilingual("a", "b"), other.id, None, WEB)))[0]


def said(corpus: Corpus, status: Status, language: Language) -> str:
    metadata = policy_of(corpus).metadata
    assert metadata
    line = status_line(dataclasses.replace(metadata, status=status), language)
    assert "&b" not in line["known"]
    return html.fromstring(f"<p>{line.get('planned', '')}{line['known']}</p>").text_content()


def test_expired_repealed_and_replaced_are_three_things(corpus: Corpus) -> None:
    new = Bilingual("新方案", "New Plan")
    expired = Status(force=Force("2031-04-01", "2036-03-31", Ending.EXPIRED, WEB))
    repealed = Status(force=Force(None, "2034", Ending.REPEALED, WEB))
    replaced = Status(successor=Successor(new, None, None, WEB))
    assert said(corpus, expired, Language.ZH) == (
        "2031年4月1日起施行（据这一网页，2031年5月6日查阅）。有效期至2036年3月31日（据这一网页，2031年5月6日查阅）。"
    )
    assert said(corpus, repealed, Language.EN) == "Repealed on 2034 (according to this page, read on 6 May 2031)."
    assert said(corpus, replaced, Language.ZH) == "已由新方案取代（据这一网页，2031年5月6日查阅）。"


def test_what_is_not_known_of_force_is_said_to_be_unknown(corpus: Corpus) -> None:
    own_text = Status(force=Force("2031-04-01", None, None, Ground(3, "p1", "自2031年4月1日起施行")))
    assert said(corpus, own_text, Language.EN).endswith("whether the policy is still in force.")
    assert said(corpus, Status(), Language.ZH) == "文件现在是否有效，本馆尚未查证。"


@pytest.mark.parametrize("policy_id", IDS)
def test_the_published_data_say_what_the_corpus_says(corpus: Corpus, site: Path, policy_id: str) -> None:
    metadata = policy_of(corpus, policy_id).metadata
    assert metadata
    status = metadata.status
    one = json.loads((site / f"data/policies/{policy_id}.json").read_text(encoding="utf-8"))
    listed = json.loads((site / "data/policies.json").read_text(encoding="utf-8"))
    (other,) = (value for value in listed if value["id"] == policy_id)
    for value in (one, other):
        assert [goal["year"] for goal in value["goals"]] == [goal.year for goal in status.goals]
        assert (value["period"] or {}).get("until") == (status.period and status.period.last)
        assert (value["in_force"], value["replaced_by"]) == (None, None)  # nobody looked these up
    for folder, language in (("", Language.ZH), ("en/", Language.EN)):
        page = html.fromstring((site / f"{folder}policies/{policy_id}/index.html").read_bytes())
        (line,) = page.xpath("//p[@class='policy-status']")
        assert said_by_page(line) == said(corpus, status, language)
        assert all(page.xpath("//*[@id=$id]", id=link[1:]) for link in line.xpath(".//a/@href"))
        head = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))
        period = status.period
        assert head.get("temporalCoverage") == (f"{period.first}/{period.last}" if period else None)


def said_by_page(line: html.HtmlElement) -> str:
    return " ".join(line.text_content().split())


@pytest.mark.parametrize("path", ["policies/youxian-2023/", "policies/youxian-2023/youxian-2023.html"])
def test_years_are_over_by_the_readers_day(browser: Browser, server: str, path: str) -> None:
    page = browser.new_page()
    line = page.locator(".policy-status")
    page.clock.set_fixed_time("2025-12-31T12:00:00")
    page.goto(server + path)
    expect(line).to_have_text("规划期为2021—2025年（开头第13段）。文件现在是否有效，本馆尚未查证。")
    page.clock.set_fixed_time("2040-01-01T12:00:00")
    page.goto(server + path)
    expect(line).to_have_text("规划期为2021—2025年（开头第13段）。规划期已经结束。文件现在是否有效，本馆尚未查证。")
    page.close()


@pytest.mark.parametrize(
    ("period", "wanted"),
    [("running", ["jinan-2018", "youxian-2023"]), ("over", ["hangzhou-2018", "jilin-2018", "yantai-2018"])],
)
def test_the_search_tells_plans_that_are_over_by_the_readers_day(
    watched: Watched, period: str, wanted: list[str]
) -> None:
    page = watched.page
    page.clock.set_fixed_time("2024-06-01T12:00:00")
    page.goto(f"search/?query=获得感&period={period}&kind=policy")
    expect(page.locator("section:has(> .hits)")).to_have_count(len(wanted))
    links = page.locator(".hits a").evaluate_all("links => links.map(link => link.pathname)")
    assert sorted({link.partition("/policies/")[2].split("/")[0] for link in links}) == wanted
