"""The benchmark of the search judges what a system answers by a plain scan, and its tables say what was measured."""

import json
from collections.abc import Iterator
from dataclasses import asdict

import pytest

from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language, ResultKind
from scripts.write.search.collections import NOTHING, Collection, SearchPassage, SearchSection
from tests.bench_search.corpora import Corpus
from tests.bench_search.glance import from_folder, glance_size, most_policies
from tests.bench_search.in_former import load
from tests.bench_search.judge import judge
from tests.bench_search.measure import Figures
from tests.bench_search.minisearch import lines
from tests.bench_search.queries import SETS, Query
from tests.bench_search.ratios import render_ratios
from tests.bench_search.report import Extent, Heading, Report
from tests.bench_search.systems import Answer, Built
from tests.bench_search.truth import Scan, inflections, stem

ZH, EN = Language.ZH, Language.EN
TEXTS = (
    Bilingual("推进质量强市建设。", "Build a city of quality."),
    Bilingual("质量提升，强市有方。", "Cities study quality; standards are kept."),
    Bilingual("完善标准体系。", "Improve the system of standards."),
)


class Texts(Corpus):
    """One policy with a section for each of the texts."""

    def __init__(self) -> None:
        self.size, self.is_real = 1, False

    def policies(self) -> Iterator[Collection]:
        """Yield it."""
        sections = tuple(
            SearchSection(f"s{n}", NOTHING, (NOTHING,), (SearchPassage(f"s{n}-p1", text),))
            for n, text in enumerate(TEXTS, 1)
        )
        yield Collection(ResultKind.POLICY, "policies/harbour-2020/", Bilingual("港城", "Harbour"), sections)


def verdict(query: Query, found: dict[Language, list[int]]) -> dict[str, float | None]:
    """Return what the benchmark makes of one answer."""
    scan = Scan(Texts(), query.chinese, [query.english] if query.english else [])
    masks = {language: sum(1 << number for number in numbers) for language, numbers in found.items()}
    best = [(number, language) for language, numbers in found.items() for number in numbers]
    quality = judge([query], [Answer(masks, best)], scan)
    return {name: getattr(quality, name) for name in ("first", "five", "recall", "precision", "none")}


def test_what_is_found_beside_the_right_lowers_precision_alone() -> None:
    found = verdict(Query("质量强市", ZH, ("质量强市",)), {ZH: [0, 1]})
    assert found == {"first": 1, "five": 1, "recall": 1, "precision": 0.5, "none": 0}


def test_where_nothing_is_found_there_is_no_precision() -> None:
    found = verdict(Query("质量", ZH, ("质量",)), {})
    assert found == {"first": 0, "five": 0, "recall": 0, "precision": None, "none": 1}


def test_an_inflected_word_is_right_to_show_but_not_missed() -> None:
    found = verdict(Query("city", EN, english="city"), {EN: [1, 0]})  # “Cities study …” first
    assert found == {"first": 1, "five": 1, "recall": 1, "precision": 1, "none": 0}
    assert verdict(Query("city", EN, english="city"), {EN: [0]})["recall"] == 1


def test_results_in_another_language_than_the_one_asked_for_do_not_count() -> None:
    query = Query("standards", ZH, ("标准",), shown=ZH)
    assert verdict(query, {EN: [2]}) == {"first": 0, "five": 0, "recall": 0, "precision": None, "none": 1}
    assert verdict(query, {EN: [1], ZH: [2]}) == {"first": 1, "five": 1, "recall": 1, "precision": 1, "none": 0}


@pytest.mark.parametrize("word", ["study", "use", "governing", "policies", "controlling"])
def test_every_inflection_begins_with_the_stem(word: str) -> None:
    assert stem(word)
    assert all(form.startswith(stem(word)) for form in inflections(word))


def measured(seconds: float, recall: float = 1.0) -> Figures:
    """Return the figures of a system of which little was measured."""
    figures = Figures(version="Finder 1.0", built=Built(seconds, 100))
    scan = Scan(Texts(), ["质量"], [])
    held = [Query("质量", ZH, ("质量",))]
    quality = judge(held, [Answer({ZH: 0b11 if recall == 1 else 0b1}, [(0, ZH)])], scan)
    figures.quality, figures.asked = {SETS[0][0]: quality}, {SETS[0][0]: (1, 2)}
    return figures


def test_the_report_says_versions_and_why_a_cell_is_empty_in_both_languages() -> None:
    failed = Figures(version="ours 1234567", failure="not ready after 120 s")
    results = {5: {"ours": failed, "Finder": measured(2)}}
    heading = Heading("2026-11-30", 2, 25, "156", 2026)
    reports = {lang: Report(results, {5: Extent(3, 24)}, ["ours", "Finder"], lang).render(heading) for lang in Language}
    assert "Versions: ours 1234567, Finder 1.0." in reports[EN]
    assert "所测版本：本馆 1234567、Finder 1.0。" in reports[ZH]
    assert "| not ready after 120 s |" in reports[EN]
    assert "120秒后仍未就绪" in reports[ZH]
    assert "100 / 100 / 0 (1/2)" in reports[EN]


def test_the_first_table_is_of_the_largest_set_that_all_systems_got_through() -> None:
    failed = Figures(failure="the page crashed")
    results = {5: {"a": Figures(from_folder=True), "b": Figures()}, 100: {"a": Figures(), "b": failed}}
    assert glance_size(results, ["a", "b"]) == 5
    assert [most_policies(results, name) for name in "ab"] == ["100", "5"]
    assert [from_folder(results, name) for name in "ab"] == ["yes", "–"]


def test_ratios_to_a_former_commit_say_what_was_given_up() -> None:
    text = render_ratios({5: {"ours": measured(1, recall=0.5), "then": measured(4)}}, "ours", "then")
    assert "0.25 (1.0 / 4.0)" in text
    assert f"- 5 policies, {SETS[0][0]}: recall 50 (100) %" in text
    slow = measured(4)
    slow.asked = {SETS[0][0]: (2, 2)}
    text = render_ratios({5: {"ours": measured(1, recall=0.5), "then": slow}}, "ours", "then")
    assert "not compared, 1 (2) of 2 were answered in the time" in text
    assert "recall" not in text


def test_sections_are_numbered_for_minisearch_as_for_the_scan() -> None:
    assert [line.split(",")[0] for line in lines(Texts(), EN)] == ['{"id": 0', '{"id": 1', '{"id": 2']


def test_todays_texts_reach_a_former_commit_without_the_fields_that_it_does_not_know() -> None:
    for policy in Texts().policies():
        row = json.loads(json.dumps(asdict(policy) | {"of_tomorrow": 1}))
        assert load(Collection, row) == policy
