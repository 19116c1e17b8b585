"""Traditional back to Simplified: the lists it goes by, and what cannot be known."""

from itertools import pairwise

from scripts.check.checks import check_policy
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from scripts.text.characters import HAN_RUN_PATTERN
from scripts.text.dictionary import TOTAL, dictionary_text, first_place, look_up
from scripts.text.readings import READINGS, SETTLED, find_readings
from scripts.text.standard import STANDARD, plain_forms, standard_characters, variants
from tests.bench.script import count, policy_texts, turns, words
from tests.conftest import ROOT


def test_the_table_has_its_three_levels() -> None:
    levels = STANDARD.read_text(encoding="utf-8").split()
    assert [len(level) for level in levels] == [3500, 3000, 1605]
    assert len(standard_characters()) == sum(map(len, levels))


def test_what_stands_for_other_characters_is_in_the_table_and_they_are_not() -> None:
    assert not variants().keys() & (standard_characters() | plain_forms().keys())
    assert set("".join(variants().values())) <= standard_characters()
    assert {reading for row in READINGS.values() for reading in "".join(row)} <= standard_characters()
    assert {len(before) == len(after) for before, after in SETTLED.items()} == {True}


def test_the_dictionary_is_sorted_from_its_first_chinese_word_on() -> None:
    rows = [line.split(" ") for line in dictionary_text().split("\n")[1:-1]]
    words = [row[0] for row in rows if row[0] >= "一" and HAN_RUN_PATTERN.fullmatch(row[0])]
    assert [pair for pair in pairwise(words) if pair[0] > pair[1]] == [("吉林工业大学", "吉林"), ("高富帅", "高姓大名")]
    assert dictionary_text()[first_place() + 1 :].split(" ", 1)[0] == words[0]
    assert sum(int(row[1]) for row in rows) == TOTAL
    assert all(look_up(word) for word in words[::997])


def test_characters_come_back_whichever_way_they_were_turned() -> None:
    texts = [*policy_texts(ROOT / "tests"), *words(8105, 500)]
    found = {kind: count(texts, turn) for kind, turn in turns(8105).items()}
    assert {kind: dict(each.wrong) for kind, each in found.items() if each.wrong} == {}
    assert {kind: dict(each.listed) for kind, each in found.items() if each.listed} == {}


def test_a_simplified_text_has_no_other_reading() -> None:
    text = "显著提升，沿着道路，乾隆年间，瞭望塔，沈阳，想象，仿佛，答复，覆盖，画像，慰藉，氾水"
    assert [(text[place], written, others) for place, written, others in find_readings(text)] == []


def test_what_is_not_certain_stays_and_is_told_with_its_line() -> None:
    source = read_source("關於質量發展的實施方案\n李乾與馀某負責囍事，乾部落實".encode(), "source.txt")
    policy, _ = read_policy(source)
    assert policy.text == "关于质量发展的实施方案\n李乾与馀某负责囍事，干部落实"
    told = [(problem.line, problem.message) for problem in check_policy(policy, "") if problem.rule == "script"]
    assert [(line, message.split(";")[0]) for line, message in told] == [
        (2, "乾 may stand for 干 here, and was left"),
        (2, "馀 may stand for 余 here, and was left"),
        (2, "囍 is outside the 通用规范汉字表, and was left"),
    ]
