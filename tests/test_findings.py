"""What is found: the laws on every policy, and examples on the invented ones: figures, terms, bodies, citations, related items, topics."""

import itertools
import json
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from scripts.commands.gather import link_corpus
from scripts.link.links import EditorsRows, link_archive
from scripts.link.shares import lookup_of
from scripts.model.archive import Archive, Findings, Target
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy
from scripts.model.target_list import TargetList
from scripts.model.vocabulary import Language, MentionKind, Role, SectionKind
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.write.markup import markdown as md
from scripts.write.pages.organisations import render_organisation
from scripts.write.pages.terms import render_term
from tests.conftest import CITY, DISTRICT, IDS, INVENTED, run_scripts


@pytest.fixture(scope="session")
def archive(corpus: Corpus) -> Archive:
    linked, misfits = link_corpus(corpus)
    assert misfits == ()
    return linked


@pytest.fixture(scope="session")
def lookup(archive: Archive) -> Lookup:
    return lookup_of(archive)


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


@pytest.mark.parametrize("policy_id", IDS)
def test_figures_that_are_kept_as_numbers_are_those_that_were_given(archive: Archive, policy_id: str) -> None:
    policy, given = policy_of(archive, policy_id), list(archive.findings[policy_id].targets)
    given += [
        given[0]._replace(value=Decimal("98.0"), quote="of an editor"),
        given[0]._replace(value=Decimal(98), value_max=Decimal("99.10")),
    ]
    kept = TargetList(policy.text, given, TargetList(policy.text, given[::-1]))
    assert list(map(repr, kept)) == list(map(repr, given))  # to the last zero
    assert (kept[-1], kept[1:3]) == (given[-1], tuple(given[1:3]))
    assert list(kept.in_order()) == sorted(given, key=lambda target: (target.start, target.end))


def test_comparators_units_years_and_changes_follow_the_wording(invented: Archive) -> None:
    goals = figures(invented, CITY, "s1-3-p1")
    assert ("全市产品质量合格率", ">=", Decimal(95), "%", 2035) in goals
    assert ("服务质量满意度", "=", Decimal(85), "分", 2035) in goals
    assert ("制造业产值年均增长", ">=", Decimal(4), "%", 2035) in goals
    assert ("全区产品质量合格率", "~", Decimal(98), "%", 2036) in figures(invented, DISTRICT, "s1-1-p1")


def test_an_editors_row_has_the_last_word(invented: Archive) -> None:
    def named(targets: Sequence[Target]) -> list[str]:
        return [target.name for target in targets if target.anchor == "s2-1-2-p1"]

    assert named(invented.findings[CITY].rule_targets)[0] == "每年开展质量培训"
    assert named(invented.findings[CITY].targets)[0] == "质量培训"


def test_the_rows_of_the_table_are_targets(invented: Archive) -> None:
    rows = [t for t in invented.findings[CITY].targets if t.anchor.startswith("t1-")]
    assert [(str(t.value), t.unit, t.year) for t in rows] == [("95", "%", 2035), ("90", "%", 2035), ("85", "分", 2035)]


def test_what_was_reached_is_told_from_what_is_promised(invented: Archive) -> None:
    kinds = {t.name: str(t.kind) for t in invented.findings[CITY].targets if t.anchor == "s1-3-p1"}
    assert kinds["全市有效发明专利"] == "baseline"
    assert kinds["服务质量满意度"] == "target"


def test_an_emended_figure_shows_both_values(invented: Archive) -> None:
    both = {(t.value, t.other_value) for t in invented.findings[CITY].targets if t.other_value is not None}
    assert both == {
        (Decimal(4), Decimal(40)),  # emended: what the source has
        (Decimal(35), Decimal("3.5")),  # doubtful: what the editors propose
    }


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
        ("- {action: confirm, anchor: s1-1-p1, quote: 以企业为主体}", "the rules find no figure at"),
        (
            "- {action: mend, anchor: s1-3-p1, quote: 95%以上, value: many, reason: {zh: 甲, en: a}}",
            "it must be a number",
        ),
        ("- {action: praise, anchor: s1-3-p1, quote: 95%以上}", "must be one of: confirm, mend, add, drop"),
    ],
)
def test_an_editors_row_that_no_longer_fits_fails_the_check(project: Path, row: str, expected: str) -> None:
    (project / "corpus/policies" / CITY / "targets.yml").write_text(row + "\n", encoding="utf-8")
    result = run_scripts("check", cwd=project)
    assert result.returncode == 1
    assert re.search(f"corpus/policies/{CITY}/targets.yml:1: .*" + re.escape(expected), result.stdout.decode())


def test_term_counts_are_those_of_an_exact_search(archive: Archive, lookup: Lookup) -> None:
    assert archive.glossary.terms
    for term in archive.glossary.terms.values():
        occurrences = lookup.occurrences(term.id)
        assert occurrences
        for place in occurrences:
            text = policy_of(archive, place.policy).text
            assert text[place.start : place.end] == place.words
            assert place.words in (term.zh, *term.forms)
            around = text[place.start - len(place.before.strip("…")) : place.end + len(place.after.strip("…"))]
            assert around == place.before.strip("…") + place.words + place.after.strip("…")
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


def test_every_name_in_a_responsibility_note_is_resolved(archive: Archive) -> None:
    rows = [row for findings in archive.findings.values() for row in findings.responsibilities]
    assert rows
    assert [row for row in rows if row.organisation is None] == []


def test_a_responsibility_note_names_bodies_of_the_place_and_of_those_around_it(invented: Archive) -> None:
    rows = [row for row in invented.findings[DISTRICT].responsibilities if row.section == "s2-1"]
    assert [(row.role, row.organisation) for row in rows] == [
        (Role.LEAD, "yunting-agriculture"),
        (Role.RESPONSIBLE, "yunting-market"),
        (Role.RESPONSIBLE, "moxiang-agriculture"),
    ]


def test_citations_are_resolved_or_listed(invented: Archive) -> None:
    cited = {
        policy_of(invented, m.policy).text[m.start : m.end]: (m.target, m.ground)
        for findings in invented.findings.values()
        for m in findings.mentions
        if m.kind is MentionKind.DOCUMENT
    }
    assert cited["《岚汀省质量强省建设纲要》"] == ("lanting-outline", "form")
    assert cited["岚政发〔2030〕12号"] == ("lanting-outline", "number")
    assert cited["墨政发〔2031〕7号"] == (CITY, "number")
    assert cited["本规划"] == (DISTRICT, "self")
    assert cited["《墨香市服务质量评价办法》"] == (None, "unlisted")
    assert cited["云教发〔2032〕3号"] == (None, "unlisted")


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
    assert total


def test_items_on_the_same_matter_are_related(invented: Archive) -> None:
    assert (DISTRICT, "s2-1") in invented.findings[CITY].related["s2-1"]
    assert (DISTRICT, "s2-2") in invented.findings[CITY].related["s2-2"]
    assert invented.findings[CITY].related["s3-1"] == ()


def test_every_topic_says_of_every_policy_what_treats_it(archive: Archive) -> None:
    for topic in archive.glossary.topics.values():
        assert set(topic.sections) == set(IDS)


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("documents.yml", "implements: [lanting-outline]", "implements: [nothing]", "document"),
        ("organisations.yml", "forms: [市农业局]", "forms: [市农业居]", "form"),
        ("terms.yml", "- id: ", "- id: X", "field"),
        ("indicators.yml", "topic: services", "topic: poetry", "field"),
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


def test_a_text_without_metadata_has_findings_too(project: Path) -> None:
    source = project / "corpus/policies" / CITY / "source.txt"
    value = json.loads(run_scripts("convert", str(source), cwd=project).stdout)
    assert value["targets"]
    assert value["terms"]
    assert value["responsibilities"][0]["organisation"] is None  # the place is not known


def test_findings_of_a_policy_do_not_depend_on_the_others(invented: Archive) -> None:
    corpus = read_corpus(INVENTED)
    alone = Archive((policy_of(invented, CITY),), corpus.archive.glossary)
    folder = corpus.folders[CITY]
    linked, _ = link_archive(alone, {CITY: EditorsRows(folder.corrections, folder.figures)})
    both = invented.findings[CITY], linked.findings[CITY]
    assert isinstance(both[1], Findings)
    assert both[0].targets == both[1].targets
    assert both[0].mentions == both[1].mentions


def test_sections_in_the_charge_of_a_body_have_their_titles_in_the_language_of_the_page(
    archive: Archive, lookup: Lookup
) -> None:
    for body in archive.glossary.organisations.values():
        page = render_organisation(body, archive, lookup, Language.EN)
        for row in lookup.charges(body.id):
            title = md.escape(archive.english[row.policy][row.section])
            assert f"#{row.section}) {title}\n" in page


def test_pages_of_terms_in_english_show_the_english_of_every_place_and_the_chinese_below(
    archive: Archive, lookup: Lookup
) -> None:
    for term in archive.glossary.terms.values():
        places = lookup.occurrences(term.id)
        assert all(place.english in archive.english[place.policy][place.anchor] and place.english for place in places)
        page = render_term(term, lookup, Language.EN)
        assert page.count("{zh .held}\n") == len(places)
        assert f"\n{md.escape(term.en)}\n{{.other}}" in page
