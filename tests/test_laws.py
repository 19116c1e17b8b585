"""Laws that hold on every policy and on generated texts."""

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scripts.check.checks import check_policy
from scripts.link.inlines import InlineKind, find_inlines
from scripts.model import anchors
from scripts.model.archive import Archive
from scripts.model.edits import Alignment, undo
from scripts.model.lookup import Lookup
from scripts.model.policy import Policy, Section
from scripts.model.vocabulary import Rule
from scripts.problems import CorpusError
from scripts.read.clean.decode import read_source
from scripts.read.clean.draft import Change, Draft
from scripts.read.corpus.corpus import Corpus
from scripts.read.policy import read_policy
from scripts.text import numerals
from scripts.write.data.json_text import dump
from scripts.write.data.policy_json import policy_value
from tests.conftest import CITY, DISTRICT, IDS, ROOT
from tests.render import render_page, text_of

LAWS = ("undo", "edit-order", "tiling", "anchor")
PIECES = [
    "一、总体要求", "（一）", "(二)", "1.", "12．", "——", "专栏3：", "目录",
    "\n第一编 总则", "\n第二分编", "\n第三章 附则", "\n第一节", "\n第三条 ", "\n第三条之一（目的）", "\n（1）", "2）", "\n①", "\n1.1目的", "\n1总则", "\n1、", "\n", "\r\n", "\r", "\n\n", "　　", "\u00a0", " ", "，", ",", "?;", "。", "质量提升",
    "發展", "著力", "“", "”", "《", "》", "(", ")", "97%", "3.5", "*********", "\ufeff", "\u0000", "\u200b", "○", "二○三五年", "劣∨类", "来源:", "浏览量:",
    "责任编辑", "<script>", "{{ x }}", "{#id}", "# ", "| a |", "---", "😀", "\ud7ff", "2018年7月5日", "5大中型工程（%）", "98%", "预期性",
]  # fmt: skip
hostile_texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join)


def find_policy(corpus: Corpus, policy_id: str) -> Policy:
    return next(p for p in corpus.archive.policies if p.metadata and p.metadata.id == policy_id)


def read_hostile(text: str) -> Policy | None:
    """Return the policy that a text holds, or None where it holds none."""
    try:
        return read_policy(read_source(text.encode("utf-8", "replace"), "text"))[0]
    except CorpusError:
        return None


def law_breaches(policy: Policy) -> list[str]:
    return [str(problem) for problem in check_policy(policy, "text") if problem.rule in LAWS]


@pytest.mark.parametrize("policy_id", IDS)
def test_edits_undo_to_the_source_byte_for_byte(corpus: Corpus, policy_id: str) -> None:
    policy = find_policy(corpus, policy_id)
    data = (ROOT / "corpus/policies" / policy_id / "source.txt").read_bytes()
    assert undo(policy.text, policy.edits).encode(policy.source.encoding) == data


@pytest.mark.parametrize("policy_id", IDS)
def test_every_law_holds_on_the_policies(corpus: Corpus, policy_id: str) -> None:
    assert check_policy(find_policy(corpus, policy_id), policy_id) == []


@pytest.mark.parametrize("policy_id", [CITY, DISTRICT])
def test_every_law_holds_on_the_invented_policies(invented: Archive, policy_id: str) -> None:
    policy = next(p for p in invented.policies if p.metadata and p.metadata.id == policy_id)
    assert check_policy(policy, policy_id) == []


@settings(max_examples=200, deadline=None)
@given(hostile_texts)
def test_every_law_holds_on_generated_texts(text: str) -> None:
    policy = read_hostile(text)
    if policy:
        assert undo(policy.text, policy.edits).encode() == text.encode("utf-8", "replace")
        assert law_breaches(policy) == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(IDS), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), hostile_texts), max_size=8))
def test_every_law_holds_on_mutated_policies(policy_id: str, mutations: list[tuple[float, int, str]]) -> None:
    text = (ROOT / "corpus/policies" / policy_id / "source.txt").read_text(encoding="utf-8")
    for share, length, put_in in mutations:
        place = int(share * len(text))
        text = text[:place] + put_in + text[place + length :]
    policy = read_hostile(text)
    if policy:
        assert undo(policy.text, policy.edits) == policy.source.text
        assert law_breaches(policy) == []


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, list[list[tuple[int, int, str]]]]:
    source = draw(st.text("abc甲乙", max_size=20))
    rounds = draw(st.lists(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 5), st.text("xy丙", max_size=3)))))
    return source, rounds


@settings(max_examples=400)
@given(drafts())
def test_steps_compose(case: tuple[str, list[list[tuple[int, int, str]]]]) -> None:
    source, rounds = case
    draft = Draft(source, source)
    for rules in rounds:
        draft = draft.apply(Rule.SPACE, sound_changes(draft.text, rules))
        assert undo(draft.text, draft.edits) == source
        assert all(a.end <= b.start for a, b in zip(draft.edits, draft.edits[1:], strict=False))
        assert all(source[edit.start : edit.end] == edit.before != edit.after for edit in draft.edits)


def sound_changes(text: str, wishes: list[tuple[int, int, str]]) -> Iterator[Change]:
    """Yield the wished changes that come in order and without overlap."""
    place = 0
    for start, length, after in sorted(wishes):
        end = min(start + length, len(text))
        if place <= start <= end and (start, end) != (place, place):
            yield Change(start, end, after)
            place = end


@pytest.mark.parametrize("policy_id", IDS)
def test_every_place_of_the_text_knows_its_source(corpus: Corpus, policy_id: str) -> None:
    policy = find_policy(corpus, policy_id)
    alignment = Alignment(policy.edits)
    touched = {place for edit in policy.edits for place in range(edit.start, edit.end)}
    for place, char in enumerate(policy.text):
        start, end = alignment.source_span(place, place + 1)
        assert 0 <= start <= end <= len(policy.source.text)  # equal where the editors put something in
        if start not in touched and end - start == 1:
            assert policy.source.text[start] == char


@pytest.mark.parametrize("policy_id", IDS)
def test_sections_nest(corpus: Corpus, policy_id: str) -> None:
    def check(section: Section) -> None:
        for block in section.blocks:
            assert section.start <= block.start < block.end <= section.end
        for child in section.children:
            assert section.start <= child.start <= child.end <= section.end
            check(child)

    for section in find_policy(corpus, policy_id).sections:
        check(section)


@pytest.mark.parametrize("policy_id", IDS)
def test_json_spans_point_at_their_words(corpus: Corpus, policy_id: str) -> None:
    value = json.loads(dump(policy_value(find_policy(corpus, policy_id), corpus.archive)))

    def check(section: dict[str, object]) -> None:
        blocks, children = section["blocks"], section["children"]
        assert isinstance(blocks, list)
        assert isinstance(children, list)
        for block in blocks:
            assert value["text"][block["start"] : block["end"]] == block["text"]
        for child in children:
            check(child)

    for section in value["sections"]:
        check(section)
    for note in value["notes"]:
        assert value["text"][note["start"] : note["end"]] == note["printed"]


@pytest.mark.parametrize("policy_id", IDS)
def test_inlines_do_not_overlap_and_every_note_has_its_own(lookup: Lookup, policy_id: str) -> None:
    archive = lookup.archive
    policy = next(p for p in archive.policies if p.metadata and p.metadata.id == policy_id)
    inlines = find_inlines(policy, archive.findings[policy_id], archive.glossary)
    assert {inline.kind for inline in inlines} >= {"term", "citation", "figure"}
    for first, second in pairwise(inlines):
        assert first.start < first.end <= second.start
    noted = [inline.start for inline in inlines if inline.kind in (InlineKind.EMENDED, InlineKind.DOUBTFUL)]
    assert noted == sorted(note.start for note in policy.notes)


@given(st.integers(0, 9999))
def test_numerals_are_inverse(number: int) -> None:
    assert numerals.parse_numeral(numerals.format_numeral(number)) == number


@pytest.mark.parametrize(
    "text", ["s2", "s2-3-1", "s2-3-d2", "box3-8", "t1-r9", "p1", "s2-3-p1", "closing-p2", "s2-3_2", "preamble"]
)
def test_anchors_are_inverse(text: str) -> None:
    assert anchors.make(anchors.parse(text)) == text


@given(st.text("s0123456789-_dpboxtr", max_size=12))
def test_what_parses_as_an_anchor_is_written_the_same(text: str) -> None:
    try:
        parsed = anchors.parse(text)
    except ValueError:
        return
    assert anchors.make(parsed) == text


@settings(max_examples=100, deadline=None)
@given(hostile_texts)
def test_a_page_without_its_markup_is_the_text(text: str) -> None:
    policy = read_hostile(text)
    if not policy:
        return
    page = html.fromstring(render_page(policy))
    for block in policy.blocks():
        assert text_of(page, block.anchor) == normal(policy.text[block.start : block.end])


def normal(text: str) -> str:
    """Return a text as a browser shows it: runs of blanks are one, none at the ends."""
    return " ".join(text.split())
