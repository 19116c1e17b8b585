"""What keeps the cost in proportion to the text: work done once, and the same results as the plain way of doing it."""

import json
import math
import os
import random
import re
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

import opencc
import pytest

from scripts.__main__ import main
from scripts.check.checks import check_policy
from scripts.commands import convert_many
from scripts.commands.gather import link_corpus
from scripts.link.figures.quantities import DIGITS, find_quantities
from scripts.link.figures.sentences import find_clauses
from scripts.link.figures.targets import find_targets
from scripts.link.figures.wording import (
    CHANGE_RULES,
    COMPARATOR_RULES,
    GROWTH_ENDS,
    GROWTH_PATTERN,
    LONGEST_NAME,
    MAKING,
    MAKING_AT_END_PATTERN,
    MAKING_ENDS,
    VERB_ENDS,
    VERB_PATTERN,
    change,
    comparator,
)
from scripts.link.links import link_policy
from scripts.link.names import names_of
from scripts.link.related import LIKENESS, MOST, MOST_HOLDERS, TITLE_WEIGHT, Related, count_items, find_related
from scripts.model.edits import undo
from scripts.model.glossary import Glossary
from scripts.model.policy import Policy
from scripts.model.vocabulary import Comparator, Rule, SectionKind
from scripts.read.clean.decode import read_source
from scripts.read.clean.draft import Change, Draft
from scripts.read.clean.layout import BARE_SPACES, BLANKS, CONTROLS
from scripts.read.corpus import corpus
from scripts.read.corpus.corpus import read_corpus
from scripts.read.corpus.glossary import read_glossary
from scripts.read.policy import read_policy
from scripts.read.structure.head import BLOCK_RULES, BODY_ENDS, TITLE_ENDS, name_block
from scripts.read.structure.lines import LABELLED_RULES, is_labelled
from scripts.text import characters, readings, standard
from scripts.text.characters import CharacterClass
from scripts.text.spans import FormFinder, find_all
from scripts.write.data.json_text import Lines, dump, encode, literal
from scripts.write.data.policy_json import policy_value
from tests import bench_inputs

ROOT = Path(__file__).resolve().parent.parent


def read(text: str) -> Policy:
    return read_policy(read_source(text.encode(), "test"))[0]


def test_all_forms_are_found_where_each_is_found_alone() -> None:
    rng = random.Random(1)
    for _ in range(300):
        letters = "质量强市\U00020000."
        forms = {"".join(rng.choice(letters) for _ in range(rng.randint(0, 4))) for _ in range(rng.randint(0, 9))}
        text = "".join(rng.choice(letters) for _ in range(rng.randint(0, 30)))
        alone = sorted((start, start + len(form)) for form in forms for start in find_all(text, form))
        assert FormFinder(forms).find(text) == alone


def test_opencc_is_begun_once_for_all_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    converter = opencc.OpenCC

    def count(table: str) -> opencc.OpenCC:
        asked.append(table)
        return converter(table)

    monkeypatch.setattr(opencc, "OpenCC", count)
    for made in (characters.simplified_forms, standard.plain_forms, readings.converter):
        made.cache_clear()
    for text in ("質量發展", "关于品质", "標準體系"):
        check_policy(read(text), "test")
    assert sorted(asked) == ["hk2s", "t2s", "t2s", "tw2s"]


def test_names_are_made_once_for_a_glossary() -> None:
    first, second = Glossary(), Glossary()
    assert names_of(first) is names_of(first)
    assert names_of(first) is not names_of(second)


def test_what_all_texts_share_is_read_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = []

    def count(*arguments: Any) -> Any:
        asked.append(arguments)
        return read_glossary(*arguments)

    monkeypatch.setattr(corpus, "read_glossary", count)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)  # each process reads it once, and here there is one
    convert_many.shared_of.cache_clear()
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for file in files:
        file.write_text("一、总体要求\n（一）指导思想。以质量为本。\n", encoding="utf-8")
    assert main(["convert", "--out", str(tmp_path / "out"), *map(str, files)]) == 0
    assert len(asked) == 1


def test_no_row_of_verbs_takes_longer_than_its_length() -> None:
    assert not VERB_PATTERN.search("保持达到提高到" * 200 + "着")
    match = VERB_PATTERN.search("合格率" + "保持达到" * 200)
    assert match
    assert match.start() == 3


def test_what_is_longer_than_a_name_is_none() -> None:
    shortest, longest = "一、目标\n（一）质量。{}率达到98%。", "甲" * LONGEST_NAME
    assert [target.name for target in find_targets(read(shortest.format("合格")))] == ["合格率"]
    assert list(find_targets(read(shortest.format(longest)))) == []


def test_a_number_of_thousands_of_digits_counts_nothing() -> None:
    text = f"共{'7' * 5000}个，另有3个"
    assert [str(quantity.value) for quantity in find_quantities(text, 0, len(text))] == ["3"]


def test_letters_and_digits_are_names_only_together() -> None:
    text = "GB29490、5A级、abc、12个、3abc45"
    assert [str(quantity.value) for quantity in find_quantities(text, 0, len(text))] == ["12"]


def test_a_link_ends_a_clause_where_a_figure_follows_before_the_next_mark() -> None:
    pattern = re.compile("[，；：]|(?<=[个家%])[、和及](?=[^、，；。]*[0-9])")
    rng = random.Random(2)
    for _ in range(500):
        text = "".join(rng.choice("个家和及、，；：3质") for _ in range(20))
        clauses = [text[clause.start : clause.end] for clause in find_clauses(text, 0, len(text))]
        assert clauses == [part for part in pattern.split(text) if part]


def test_related_items_are_those_of_the_plain_definition() -> None:
    policies = read_corpus(ROOT).archive.policies
    assert find_related(map(count_items, policies)) == plainly_related(policies)


def plainly_related(policies: tuple[Policy, ...]) -> Related:
    """Return what `find_related` does, by comparing every item with every other."""
    weights = weigh(policies)
    holders = Counter(word for words in weights.values() for word in words)
    told = {key: {w: v for w, v in words.items() if holders[w] <= MOST_HOLDERS} for key, words in weights.items()}
    related: Related = {}
    for (policy, anchor), words in told.items():
        alike = [
            (-round(likeness, 6), *other)
            for other, others in told.items()
            if other[0] != policy and (likeness := sum(v * others.get(w, 0) for w, v in words.items())) >= LIKENESS
        ]
        taken: Counter[str] = Counter()
        chosen = []
        for _, other_policy, place in sorted(alike):
            taken[other_policy] += 1
            if taken[other_policy] <= MOST:
                chosen.append((other_policy, place))
        related.setdefault(policy, {})[anchor] = tuple(chosen)
    return related


def weigh(policies: tuple[Policy, ...]) -> dict[tuple[str, str], dict[str, float]]:
    counted = {}
    for policy in policies:
        for item in policy.walk():
            if policy.metadata and item.kind is SectionKind.ITEM:
                texts = [policy.text[item.start : item.end]] + [item.title] * (TITLE_WEIGHT - 1)
                runs = [run for text in texts for run in characters.HAN_RUN_PATTERN.findall(text)]
                words = Counter(run[i : i + 2] for run in runs for i in range(len(run) - 1))
                counted[policy.metadata.id, item.anchor] = words
    spread = Counter(word for words in counted.values() for word in words)
    weights = {}
    for key, words in counted.items():
        own = {w: (1 + math.log(n)) * math.log(len(counted) / spread[w]) for w, n in words.items() if spread[w] > 1}
        length = math.sqrt(sum(value * value for value in own.values()))
        weights[key] = {word: value / length for word, value in own.items()}
    return weights


def test_a_line_has_a_label_where_one_of_the_rules_says_so() -> None:
    rng = random.Random(3)
    for _ in range(3000):
        line = "".join(rng.choice("一二十、（）()12.．—专栏：级 质") for _ in range(rng.randint(0, 6)))
        assert is_labelled(line) == any(pattern.match(line) for pattern in LABELLED_RULES)


def test_a_line_of_the_head_is_what_the_first_rule_says() -> None:
    rng = random.Random(4)
    pieces = (*TITLE_ENDS, *BODY_ENDS, *"：:。）言号〔〕质", "2018", "年", "7月", "5日", "各部门", "前言")
    for _ in range(3000):
        line = "".join(rng.choice(pieces) for _ in range(rng.randint(0, 6)))
        named = [kind for kind, _, pattern in BLOCK_RULES if pattern.fullmatch(line)]
        assert name_block(line) == (named[0] if named else "paragraph")


def test_what_comes_before_a_number_ends_with_one_of_the_ends() -> None:
    verbs = re.findall("[\u4e00-\u9fff]+", VERB_PATTERN.pattern + GROWTH_PATTERN.pattern)
    for verb in verbs:
        assert not VERB_PATTERN.search(verb) or verb[-1] in VERB_ENDS
        assert not GROWTH_PATTERN.search(verb) or verb[-1] in GROWTH_ENDS


def test_what_a_promise_begins_with_ends_with_one_of_the_ends() -> None:
    for words in MAKING.split("|"):
        for form in (words.replace("?", ""), re.sub(".[?]", "", words)):
            assert MAKING_AT_END_PATTERN.search(form)
            assert form[-1] in MAKING_ENDS


def test_comparator_and_change_are_what_the_first_rule_says() -> None:
    rng = random.Random(8)
    pieces = (*"不超过低少高于至约控制在", "突破", "新增", "再获得", "增长", "下降了", "质")
    for _ in range(3000):
        before = "".join(rng.choice(pieces) for _ in range(rng.randint(0, 5)))
        suffix = rng.choice(("", "以上", "以下", "以内", "左右"))
        compared = [found for found, pattern in COMPARATOR_RULES if pattern.search(f"{before}#{suffix}")]
        changed = [found for found, pattern in CHANGE_RULES if pattern.search(f"{before}#")]
        assert comparator(before, suffix) is (compared[0] if compared else Comparator.EQUAL)
        assert change(before) is (changed[0] if changed else None)


def test_what_a_policy_has_by_the_thousand_is_written_as_json_writes_it() -> None:
    archive, _ = link_corpus(read_corpus(ROOT))
    odd = read('一、"目标"\\\n（一）\t质量\x07 。“\u2028”合格率达到98.50%、产值1万亿元以上（"市\\局"负责）\n')
    for policy in (*archive.policies, odd):
        findings = archive.findings | {"": link_policy(odd, archive.glossary)[0]}
        value = policy_value(policy, replace(archive, findings=findings))
        lists = {key: lines for key, lines in value.items() if isinstance(lines, Lines)}
        assert {"sections", "edits", "targets", "citations", "responsibilities", "terms"} == set(lists)
        assert [encode(json.loads(line)) for lines in lists.values() for line in lines] == [*chain(*lists.values())]
        assert json.loads(dump(value))["text"] == policy.text
        assert value["sections"]
        assert value["edits"]
        assert value["targets"]


def test_numbers_are_written_as_json_writes_them() -> None:
    numbers = ("0", "98", "98.0", "1.86", "-3", "1E+3", "0.1", "1000000000000", "12345678901234567890", "0.00000001")
    for number in map(Decimal, numbers):
        plain = int(number) if number == number.to_integral_value() else float(number)
        assert literal(number) == json.dumps(plain)


def test_traditional_characters_are_found_where_they_stand() -> None:
    forms = characters.simplified_forms()
    text = "關於\U00020000質量" + "".join(forms) + "发展。"
    assert list(characters.find_traditional(text)) == [(i, forms[c]) for i, c in enumerate(text) if c in forms]


def test_changes_that_touch_nothing_are_the_same_made_at_once_or_one_after_the_other() -> None:
    rng = random.Random(9)
    for _ in range(300):
        text = "".join(rng.choice("质量a ") for _ in range(60))
        places = [place + rng.randint(0, 2) for place in range(0, 60, 6)]
        changes = [Change(place, place + rng.randint(1, 3), rng.choice(("", "x", "标准化"))) for place in places]
        once = Draft(text, text).apply(Rule.SPACE, changes)
        draft = Draft(text, text)
        for start, end, after, _ in sorted(changes, key=lambda _: rng.random()):
            shift = sum(len(edit.after) - len(edit.before) for edit in draft.edits if edit.start < start)
            draft = draft.apply(Rule.SPACE, [Change(start + shift, end + shift, after)])
        assert draft == once
        assert undo(draft.text, draft.edits) == text


@pytest.mark.parametrize("members", [each.members for each in (BLANKS, BARE_SPACES, CONTROLS, DIGITS)])
def test_runs_of_a_class_are_those_that_a_pattern_finds(members: str) -> None:
    rng = random.Random(7)
    pattern = re.compile(f"[{members}]+")
    some = [*members, *"质a-", "\u2005", "\ud800", "\u0665", "\U00020000", "\U0010ffff"]
    texts = ["".join(rng.choice(some) for _ in range(rng.randint(0, 9))) for _ in range(500)]
    for text in [*texts, "".join(map(chr, range(sys.maxunicode + 1)))]:
        assert list(CharacterClass(members).find_runs(text)) == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("name", bench_inputs.INPUTS)
def test_large_inputs_are_as_large_as_asked_and_undo_to_their_source(name: str) -> None:
    data = bench_inputs.make(name, 6000)
    assert data == bench_inputs.make(name, 6000)
    assert 5500 <= len(data) <= 12000
    policy = read_policy(read_source(data, name))[0]
    link_policy(policy, Glossary())
    assert not [problem for problem in check_policy(policy, name) if problem.rule in ("undo", "edit-order", "tiling")]
