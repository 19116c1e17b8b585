"""What was found in the five policies: figures, terms, bodies, citations, related items, topics."""

import itertools
import re
from decimal import Decimal
from pathlib import Path

import pytest

from scripts.commands.gather import link_corpus
from scripts.link.figures.quantities import find_quantities
from scripts.link.links import EditorsRows, link_archive
from scripts.model.archive import Archive, Findings, Target
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy
from scripts.model.vocabulary import MentionKind, Role, SectionKind
from scripts.read.corpus.corpus import Corpus
from tests.conftest import IDS, ROOT, run_scripts


@pytest.fixture(scope="session")
def archive(corpus: Corpus) -> Archive:
    linked, misfits = link_corpus(corpus)
    assert misfits == ()
    return linked


@pytest.fixture(scope="session")
def lookup(archive: Archive) -> Lookup:
    return Lookup(archive)


def policy_of(archive: Archive, policy_id: str) -> Policy:
    return next(p for p in archive.policies if p.metadata and p.metadata.id == policy_id)


def figures(
    archive: Archive, policy_id: str, anchor: str
) -> list[tuple[str, str, Decimal | None, str | None, int | None]]:
    targets = archive.findings[policy_id].targets
    return [(t.name, str(t.comparator), t.value, t.unit, t.year) for t in targets if t.anchor == anchor]


@pytest.mark.parametrize("policy_id", IDS)
def test_every_figure_stands_on_a_quotation_in_its_block(archive: Archive, policy_id: str) -> None:
    policy = policy_of(archive, policy_id)
    blocks = {block.anchor: block for block in policy.blocks()}
    assert archive.findings[policy_id].targets
    for target in archive.findings[policy_id].targets:
        block = blocks[target.anchor]
        assert block.start <= target.start < target.end <= block.end
        assert target.indicator in archive.glossary.indicators
        quote = policy.text[target.start : target.end]
        assert target.value is None or re.search(r"[\d零一二三四五六七八九十百千万亿]", quote)


def test_comparators_units_years_and_kinds_follow_the_wording(archive: Archive) -> None:
    jinan = figures(archive, "jinan-2018", "s1-3-1-p3")
    assert ("全市工业产品质量监督抽查合格率", ">=", Decimal(97), "%", 2020) in jinan
    assert ("制造业质量竞争力指数", ">=", Decimal(90), None, 2020) in jinan
    assert ("全市建筑业总产值", ">", Decimal(300_000_000_000), "元", 2020) in figures(
        archive, "jinan-2018", "s1-3-1-p4"
    )
    assert ("食品抽检合格率", "~", Decimal(98), "%", 2020) in figures(archive, "yantai-2018", "s1-2-d1-p1")
    assert ("绿化提升山体绿化提升面积", "=", Decimal(18600), "亩", 2020) in figures(archive, "jinan-2018", "s2-8-p1")
    paired = figures(archive, "hangzhou-2018", "s2-1-p2")
    assert ("规模以上工业亩均税收", "=", Decimal(300_000), "元/亩", 2022) in paired
    assert ("规模以上工业全员劳动生产率", "=", Decimal(300_000), "元/人·年", 2022) in paired
    assert ("规模以上工业亩均增加值", "=", Decimal(1_400_000), "元/亩", 2022) in paired
    assert ("现代农业产业园", "=", Decimal(10), None, 2021) in figures(archive, "jinan-2018", "s2-1-p1")


def test_the_rows_of_the_table_are_targets(archive: Archive) -> None:
    rows = [t for t in archive.findings["youxian-2023"].targets if t.anchor.startswith("t1-")]
    assert len(rows) == 11
    assert {t.year for t in rows} == {2025}
    assert [str(t.value) for t in rows] == ["98", "95", "95", "1", "100", "100", "100", "90", "None", "100", "None"]


def test_what_was_reached_is_told_from_what_is_promised(archive: Archive) -> None:
    kinds = {t.anchor: str(t.kind) for t in archive.findings["youxian-2023"].targets}
    assert kinds["s1-1-p4"] == "baseline"
    assert kinds["s2-3-2-d1-p1"] == "target"


def test_names_and_slogans_with_numbers_are_no_figures(archive: Archive) -> None:
    text = "深入推进“四个全面”，创建5A级景区3个，通过ISO9001认证，拨打12345热线，按照国发〔2018〕3号，2018年7月5日，《中国制造2025》，“1351”工程，十三五。"
    found = [(quantity.value, quantity.unit) for quantity in find_quantities(text, 0, len(text))]
    assert found == [(Decimal(3), "个")]


def test_an_emended_figure_shows_both_values(archive: Archive) -> None:
    both = {(t.value, t.other_value) for t in archive.findings["jinan-2018"].targets if t.other_value is not None}
    assert (Decimal("8.8"), Decimal(88)) in both  # emended: what the source has
    assert (Decimal(35), Decimal("3.5")) in both  # doubtful: what the editors propose


def matches(rule: Target, edited: Target) -> bool:
    return (
        rule.anchor == edited.anchor
        and rule.value == edited.value
        and rule.start < edited.end
        and edited.start < rule.end
    )


def test_the_rules_alone_find_most_figures_and_little_else(archive: Archive) -> None:
    found = edited = hits = 0
    for findings in archive.findings.values():
        found, edited = found + len(findings.rule_targets), edited + len(findings.targets)
        hits += sum(1 for e in findings.targets if any(matches(r, e) for r in findings.rule_targets))
    assert hits / edited > 0.85
    assert hits / found > 0.95


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("- {action: drop, anchor: s9-9-p1, quote: x, reason: {zh: 甲, en: a}}", "there is no block s9-9-p1"),
        ("- {action: drop, anchor: s1-3-p1, quote: 不在文中, reason: {zh: 甲, en: a}}", "does not stand in s1-3-p1"),
        ("- {action: confirm, anchor: s1-1-p1, quote: 以习近平}", "the rules find no figure at"),
        (
            "- {action: mend, anchor: s1-3-p1, quote: 94%以上, value: many, reason: {zh: 甲, en: a}}",
            "it must be a number",
        ),
        ("- {action: praise, anchor: s1-3-p1, quote: 94%以上}", "must be one of: confirm, mend, add, drop"),
    ],
)
def test_an_editors_row_that_no_longer_fits_fails_the_check(project: Path, row: str, expected: str) -> None:
    (project / "corpus/policies/jilin-2018/targets.yml").write_text(row + "\n", encoding="utf-8")
    result = run_scripts("check", cwd=project)
    assert result.returncode == 1
    assert re.search(r"corpus/policies/jilin-2018/targets.yml:1: .*" + re.escape(expected), result.stdout.decode())


def test_term_counts_are_those_of_an_exact_search(archive: Archive, lookup: Lookup) -> None:
    assert len(archive.glossary.terms) >= 150
    for term in archive.glossary.terms.values():
        occurrences = list(lookup.occurrences(term))
        assert occurrences
        for policy_id, start, end in occurrences:
            assert policy_of(archive, policy_id).text[start:end] in (term.zh, *term.forms)
        if not term.forms:
            assert len(occurrences) == sum(policy.text.count(term.zh) for policy in archive.policies)


def test_no_mark_stands_inside_a_title_or_a_body_or_another_mark(archive: Archive) -> None:
    for policy_id, findings in archive.findings.items():
        mentions = sorted(findings.mentions, key=lambda mention: mention.start)
        assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
        text = policy_of(archive, policy_id).text
        titles = [match.span() for match in re.finditer("《[^《》\n]*》", text)]
        for mention in mentions:
            if mention.kind is not MentionKind.DOCUMENT:
                assert not any(start < mention.start and mention.end < end for start, end in titles)


def test_every_name_in_a_responsibility_note_is_resolved_to_a_body_of_the_place(archive: Archive) -> None:
    rows = [row for findings in archive.findings.values() for row in findings.responsibilities]
    assert len(rows) > 200
    assert [row for row in rows if row.organisation is None] == []
    lead = {
        row.organisation
        for row in rows
        if row.policy == "jinan-2018" and row.section == "s2-1" and row.role is Role.LEAD
    }
    assert {archive.glossary.organisations[body or ""].name.zh for body in lead} == {"济南市农业局"}
    assert {
        archive.glossary.organisations[row.organisation or ""].place for row in rows if row.policy == "yantai-2018"
    } == {"yantai"}


def test_citations_are_resolved_or_listed(archive: Archive) -> None:
    cited = {
        m.target for findings in archive.findings.values() for m in findings.mentions if m.kind is MentionKind.DOCUMENT
    }
    assert "zhongfa-2017-24" in cited
    unresolved = [
        policy_of(archive, m.policy).text[m.start : m.end]
        for findings in archive.findings.values()
        for m in findings.mentions
        if m.kind is MentionKind.DOCUMENT and m.target is None
    ]
    assert "《企业质量信用报告》" in unresolved


def test_related_items_are_of_other_policies_and_at_most_three_of_each(archive: Archive) -> None:
    items = {
        (p.metadata.id, s.anchor)
        for p in archive.policies
        if p.metadata
        for s in p.walk()
        if s.kind is SectionKind.ITEM
    }
    total = 0
    for policy_id, findings in archive.findings.items():
        for related in findings.related.values():
            total += len(related)
            others = [other for other, _ in related]
            assert policy_id not in others
            assert all(others.count(other) <= 3 for other in others)
            assert set(related) <= items
    assert total > 50
    assert ("yantai-2018", "s2-1") in archive.findings["jinan-2018"].related["s2-2"]


def test_every_topic_says_of_every_policy_what_treats_it(archive: Archive) -> None:
    assert 28 <= len(archive.glossary.topics) <= 40
    for topic in archive.glossary.topics.values():
        assert set(topic.sections) == set(IDS)
    assert any(places == () for topic in archive.glossary.topics.values() for places in topic.sections.values())


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("documents.yml", "implements: [lufa-2018-28]", "implements: [nothing]", "document"),
        ("organisations.yml", "forms: [市农业局]", "forms: [市农业居]", "form"),
        ("terms.yml", "- id: ", "- id: X", "field"),
        ("indicators.yml", "topic: agriculture", "topic: poetry", "field"),
    ],
)
def test_a_glossary_that_does_not_fit_the_texts_fails_the_check(
    project: Path, file: str, old: str, new: str, rule: str
) -> None:
    path = project / "corpus/glossary" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = run_scripts("check", cwd=project)
    assert f"[{rule}]" in result.stdout.decode()


def test_a_text_without_metadata_has_findings_too() -> None:
    result = run_scripts("convert", str(ROOT / "corpus/policies/jilin-2018/source.txt"))
    value = __import__("json").loads(result.stdout)
    assert len(value["targets"]) == 7
    assert value["terms"]
    assert value["responsibilities"][0]["organisation"] is None  # the place is not known


def test_findings_of_a_policy_do_not_depend_on_the_others(archive: Archive, corpus: Corpus) -> None:
    policy = policy_of(archive, "yantai-2018")
    alone = Archive((policy,), corpus.archive.glossary)
    folder = corpus.folders["yantai-2018"]
    linked, _ = link_archive(alone, {"yantai-2018": EditorsRows(folder.corrections, folder.figures)})
    both = archive.findings["yantai-2018"], linked.findings["yantai-2018"]
    assert isinstance(both[1], Findings)
    assert both[0].targets == both[1].targets
    assert both[0].mentions == both[1].mentions
