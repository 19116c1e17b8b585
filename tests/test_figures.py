"""Figures: the bound and the change, targets apart from baselines, and each told from the others in English."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from scripts.link.figures.targets import find_targets
from scripts.link.figures.wording import SUFFIX_PATTERN
from scripts.model.archive import Archive, Target
from scripts.model.figures import make_figures, of_kind
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Change, Comparator, Language, TargetKind
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from scripts.write.words.values import render_value
from tests.conftest import CITY, DISTRICT, run_scripts
from tests.steps import count_steps


@pytest.fixture(scope="module")
def archive(lookup: Lookup) -> Archive:
    return lookup.archive


def targets_of(archive: Archive) -> list[tuple[str, Target]]:
    """Every figure with its quotation."""
    return [
        (policy.text[target.start : target.end], target)
        for policy in archive.policies
        for target in archive.findings[policy.metadata.id if policy.metadata else ""].targets
    ]


def test_no_quotation_stops_before_its_bound_and_the_comparator_says_it(archive: Archive) -> None:
    texts = {policy.metadata.id: policy.text for policy in archive.policies if policy.metadata}
    bounds = {
        "以上": Comparator.AT_LEAST,
        "以下": Comparator.AT_MOST,
        "以内": Comparator.AT_MOST,
        "左右": Comparator.ABOUT,
    }
    bounded = 0
    for quote, target in targets_of(archive):
        assert not SUFFIX_PATTERN.match(texts[target.policy], target.end), quote
        comparator = next((found for word, found in bounds.items() if quote.endswith(word)), None)
        bounded += comparator is not None
        assert comparator in (None, target.comparator), quote
        if re.search("(?:不少于|不低于|至少)[0-9]", quote):
            assert target.comparator is Comparator.AT_LEAST
    assert bounded


def test_a_change_keeps_its_bound(invented: Archive) -> None:
    found = {
        quote: (str(t.comparator), t.change, t.value and int(t.value)) for quote, t in targets_of(invented) if t.change
    }
    assert found == {
        "制造业产值年均增长4.0%以上": (">=", Change.INCREASE, 4),
        "新增标准化示范基地2个": ("=", Change.INCREASE, 2),
        "单位产值能耗下降10%": ("=", Change.DECREASE, 10),
    }


@pytest.mark.parametrize(
    ("comparator", "change", "unit", "zh", "en"),
    [
        (Comparator.AT_LEAST, Change.INCREASE, "%", "增长≥4%", "up ≥4%"),
        (Comparator.EQUAL, Change.DECREASE, "个百分点", "下降4个百分点", "down 4 percentage points"),
        (Comparator.AT_LEAST, Change.INCREASE, "家", "增加≥4家", "≥4 more"),
        (Comparator.AT_MOST, Change.DECREASE, "家", "减少≤4家", "≤4 fewer"),
        (Comparator.EQUAL, None, "%", "4%", "4%"),
    ],
)
def test_readers_see_change_and_bound(
    archive: Archive, comparator: Comparator, change: Change | None, unit: str, zh: str, en: str
) -> None:
    _, first = targets_of(archive)[0]
    target = first._replace(comparator=comparator, change=change, unit=unit, value=Decimal(4), value_max=None)
    assert (render_value(target, Language.ZH), render_value(target, Language.EN)) == (zh, en)


def test_every_figure_says_in_english_what_it_measures_and_quotes_its_text(archive: Archive) -> None:
    for quote, target in targets_of(archive):
        assert target.name_en, quote
        assert target.quote_en, quote
        assert target.quote_en in archive.english[target.policy][target.anchor]


def test_two_figures_of_one_indicator_can_be_told_apart_in_english(archive: Archive) -> None:
    figures = [figure.target for figure in make_figures(target for _, target in targets_of(archive))]
    shown = [(t.policy, t.indicator, t.year, t.kind, t.name_en) for t in figures]
    assert len(set(shown)) == len(shown)


def test_a_figure_stated_twice_is_one_with_two_places(invented: Archive) -> None:
    figures = make_figures(target for _, target in targets_of(invented))
    twice = {
        figure.target.name: [place.anchor for place in figure.places] for figure in figures if len(figure.places) > 1
    }
    assert twice == {"服务质量满意度": ["s1-3-p1", "s2-2-p1", "t1-r3-p3"]}


def read_page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize(
    ("prefix", "targets", "baselines"),
    [("", "目标", "基数（已达到）"), ("en/", "Targets", "Baselines (already reached)")],
)
def test_baselines_are_never_shown_as_targets(
    archive: Archive, site: Path, prefix: str, targets: str, baselines: str
) -> None:
    shown = 0
    for policy_id, findings in archive.findings.items():
        figures = make_figures(findings.targets)
        page = read_page(site, f"{prefix}policies/{policy_id}")
        lines = [line.text_content() for line in page.xpath("//aside[contains(@class, 'policy-links')]//p")]
        reached = [line for line in lines if line.startswith(baselines)]
        for figure in of_kind(figures, TargetKind.BASELINE):
            name = figure.target.name if not prefix else figure.target.name_en or ""
            value = render_value(figure.target, Language.EN if prefix else Language.ZH, name)
            assert any(f"{name} {value}" in line for line in reached), name
            assert not any(f"{name} {value}" in line for line in lines if line.startswith(targets))
            shown += 1
        cards = " ".join(read_page(site, prefix or ".").xpath("//ul[@class='home-policies']/li//text()"))
        assert all(str(len(of_kind(figures, kind))) in cards for kind in TargetKind)
    matrix = read_page(site, f"{prefix}indicators/matrix")
    marked = sum(
        "基数" in cell.text_content() or "baseline" in cell.text_content() for cell in matrix.xpath("//td[.//a]")
    )
    assert bool(marked) == bool(shown)


def test_an_indicator_page_has_a_table_for_targets_and_one_for_baselines(archive: Archive, site: Path) -> None:
    for indicator in archive.glossary.indicators.values():
        figures = make_figures(t for _, t in targets_of(archive) if t.indicator == indicator.id)
        for prefix in ("", "en/"):
            page = read_page(site, f"{prefix}indicators/{indicator.id}")
            for kind in TargetKind:
                own = of_kind(figures, kind)
                headings = page.xpath("//h2[@id=$id]", id=f"{kind}s")
                assert bool(headings) == bool(own)
                if own:
                    (table,) = headings[0].xpath("./following::table[1]")
                    assert len(table.xpath(".//tbody/tr")) == len(own)
                    quoted = table.xpath(".//td//span[@lang='zh-Hans']")
                    assert quoted  # the Chinese stands beside the English as evidence


@pytest.mark.parametrize("policy_id", [CITY, DISTRICT])
def test_a_row_that_names_no_figure_or_misquotes_fails_the_check(project: Path, policy_id: str) -> None:
    file = project / "corpus/policies" / policy_id / "figures_en.yml"
    text = file.read_text(encoding="utf-8")
    first = re.search('quote_en: "(.*)"', text)
    assert first
    file.write_text(
        text.replace(first[0], 'quote_en: "no such words"', 1) + "- {anchor: p1, quote: 无, name_en: x, quote_en: x}\n",
        encoding="utf-8",
    )
    result = run_scripts("check", cwd=project)
    assert result.returncode == 1
    line = text[: first.start()].count("\n") + 1 - 3  # the row begins three lines above, at its anchor
    assert f"figures_en.yml:{line}: [figure] " in result.stdout.decode()
    assert "does not stand in the English" in result.stdout.decode()
    assert "no figure of p1 has the quotation" in result.stdout.decode()


def test_a_quotation_that_stops_before_its_bound_fails_the_check(project: Path) -> None:
    file = project / "corpus/policies" / CITY / "targets.yml"
    text = file.read_text(encoding="utf-8")
    assert "增长4.0%以上" in text
    file.write_text(text.replace("增长4.0%以上", "增长4.0%"), encoding="utf-8")
    assert "stops before 以上" in run_scripts("check", cwd=project).stdout.decode()


@pytest.mark.parametrize(
    "shape",
    ["大坝巡查12次", "培育企业3家、", "合格率达到95%", "甲、乙分别达到3%、4%", "从5个", "...1", "x@1个", "（合格率9%"],
)
def test_the_figures_of_a_line_twice_as_long_take_twice_the_steps(shape: str) -> None:
    def cost(size: int) -> int:
        policy, _ = read_policy(read_source(f"一、目标\n{shape * (size // len(shape))}".encode(), "text"))
        return count_steps(lambda: list(find_targets(policy)))

    assert cost(2400) - cost(1200) < 1.3 * (cost(1200) - cost(0))
