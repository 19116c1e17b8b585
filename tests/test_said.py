"""What a text that nobody described yet says of itself: read whatever the shape of its head and foot, each with its place."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model.archive import Archive
from scripts.model.glossary import Glossary
from scripts.model.policy import Policy
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from scripts.write.corpus.new_policy_file import Known, draft_metadata
from scripts.write.data.json_text import dump
from scripts.write.data.policy_json import policy_value
from tests.conftest import IDS, ROOT

BODIES = (
    "某省人民政府",
    "国务院办公厅",
    "某市水务局",
    "中共某市委",
    "某市发展和改革委员会",
    "某县人民政府办公室",
    "国务院",
)
SUBJECTS = ("加强水渠管护", "推进水渠清淤和护坡", "印发《某市水渠管护方案》", "做好2031年水渠工作")
KINDS = ("意见", "通知", "决定", "实施方案", "若干措施", "指导意见", "通告", "批复", "报告")
NUMBERS = ("某政发〔2031〕3号", "国办发[2031]12号", "某水规字〔2031〕第7号", None)
DAYS = {"2031年1月2日": "2031-01-02", "二〇三一年十一月二十日": "2031-11-20", "2031年 3月 4 日": "2031-03-04"}
BODIES_OF_TEXTS = ("一、要求\n（一）清淤。清渠。\n（二）护坡。护渠。\n", "一、清渠。\n二、护渠。\n", "清渠。\n护渠。\n")


def read(text: str) -> Policy:
    return read_policy(read_source(text.encode(), "text"))[0]


def value_of(policy: Policy) -> Any:
    return json.loads(dump(policy_value(policy, Archive((policy,), Glossary()))))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Return a document in one of the shapes that offices print, and what it says of itself."""
    bodies = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique=True))
    subject, kind, number = (
        draw(st.sampled_from(SUBJECTS)),
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(NUMBERS)),
    )
    day = draw(st.sampled_from(sorted(DAYS)))
    issuers, rest = " ".join(bodies), f"关于{subject}的{kind}"
    lines = draw(st.sampled_from([[issuers + rest], [issuers, rest], [rest], [issuers + rest[:6], rest[6:]]]))
    head = [
        *lines,
        *([number] if number else []),
        *draw(st.sampled_from([[], ["各县人民政府："]])),
        "现就水渠工作说明如下。",
    ]
    signed = draw(st.sampled_from([[issuers], bodies]))
    note = draw(st.sampled_from([[], ["（此件公开发布）"], ["抄送：各部门。", f"{bodies[0]} 2031年12月31日印发"]]))
    text = "\n".join([*head, draw(st.sampled_from(BODIES_OF_TEXTS)) + "\n".join([*signed, day, *note])])
    title = "".join(lines) if lines[0] != rest else rest
    return text, {
        "title": title,
        "issuers": bodies,
        "number": number,
        "date": DAYS[day],
        "count": len([*signed, day, *note]),
    }


@settings(max_examples=60)
@given(documents())
def test_whatever_the_shape_of_head_and_foot_what_they_say_is_read_and_the_foot_closes_the_text(
    given_document: tuple[str, dict[str, Any]],
) -> None:
    text, expected = given_document
    policy = read(text)
    value = value_of(policy)
    assert value["title"]["zh"] == expected["title"]
    assert [issuer["zh"] for issuer in value["issuers"]] == expected["issuers"]
    assert (value["number"], value["date"]) == (expected["number"], expected["date"])
    closing = policy.sections[-1]
    assert (closing.anchor, len(closing.blocks)) == ("closing", expected["count"])


def places(found: Any) -> list[Any]:
    """Return every place in what was found."""
    if isinstance(found, list):
        return [place for each in found for place in places(each)]
    if not isinstance(found, dict):
        return []
    return [found] if "quote" in found else [place for each in found.values() for place in places(each)]


@settings(max_examples=20)
@given(documents())
def test_each_thing_found_has_the_words_and_the_place_from_which_it_was_read(
    given_document: tuple[str, dict[str, Any]],
) -> None:
    value = value_of(read(given_document[0]))
    found = places(value["found"])
    assert len(found) >= 3
    blocks = {block["anchor"]: block for section in value["sections"] for block in section["blocks"]}
    for place in found:
        assert value["text"][place["start"] : place["end"]] == place["quote"]
        block = blocks[place["anchor"]]
        assert block["start"] <= place["start"] < block["end"]


def test_what_the_table_above_a_document_says_points_into_the_source() -> None:
    source = "发文机关：某局\n成文日期：2031-01-02\n文号：某发〔2031〕3号\n关于水渠的通知\n一、清渠。\n"
    value = value_of(read(source))
    assert (value["date"], value["number"], value["issuers"]) == (
        "2031-01-02",
        "某发〔2031〕3号",
        [{"zh": "某局", "en": None}],
    )
    place = value["found"]["date"]
    assert (place["in"], place["anchor"]) == ("source", None)
    assert source[place["start"] : place["end"]] == "2031-01-02"


@pytest.mark.parametrize("policy_id", IDS)
def test_of_a_described_policy_the_editors_word_alone_is_published(policy_id: str) -> None:
    folder = ROOT / "corpus/policies" / policy_id
    known = yaml.safe_load((folder / "policy.yml").read_text(encoding="utf-8"))
    said = read_policy(read_source((folder / "source.txt").read_bytes(), policy_id))[0].said
    issuers = {issuer["zh"] for issuer in known["issuers"]}
    assert {issuer.value for issuer in said.issuers} <= issuers  # what it prints of itself is what the editor says
    assert said.number is None or said.number.value == known["number"]
    assert said.date is None or said.date.value == known["date"]


def test_a_drafted_description_has_all_that_was_found_and_is_read_again() -> None:
    policy = read(
        "某县水务局 某县财政局\n关于印发水渠规划（2031—2035年）的通知\n各镇：\n"
        "为贯彻落实《某省水渠条例》，印发本规划。\n某县水务局\n某县财政局\n2031年1月2日\n"
        "某县水渠规划\n一、附则\n本规划自2031年2月1日起施行。\n"
    )
    drafted = draft_metadata(policy, Known("moxian-2031", "", "2031-03-01", ("moxian", "by the issuer"), {}))
    value = yaml.safe_load(drafted)
    assert [issuer["zh"] for issuer in value["issuers"]] == ["某县水务局", "某县财政局"]
    assert value["date"] == "2031-01-02"
    assert (value["period"]["from"], value["period"]["until"]) == (2031, 2035)
    assert value["in_force"] == {"from": "2031-02-01", "anchor": "s1-p1", "quote": "本规划自2031年2月1日起施行"}
    assert value["place"] == "moxian"
    assert "# It rests on 某省水渠条例 (p4)" in drafted
