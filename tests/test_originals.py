"""Texts that were written in Traditional characters stay so, and what is found in Simplified ones is found in them."""

from dataclasses import replace
from pathlib import Path

import opencc
import pytest

from overrides.traditional import is_original
from scripts.check.checks import check_policy
from scripts.check.english.texts import Kind, Text
from scripts.check.english.wording import check_chinese_setting
from scripts.commands.new import start_policy
from scripts.link.links import link_policy
from scripts.model.edits import undo
from scripts.model.glossary import Glossary
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual, LineRange, Metadata, Policy
from scripts.model.vocabulary import Language, LayoutAction, Script, SectionKind
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from scripts.write.corpus.new_policy_file import Known, draft_metadata
from scripts.write.pages.policy.page import render_text_page, text_lang

TAIWAN = """品質提升計畫編審辦法
中華民國一百二十年三月五日訂定
   第 一 章 總則
第 1 條
為管理品質提升計畫，訂定本辦法。
第 2 條
計畫應載明下列事項：
一、產品合格率達到95%以上，新增檢驗機構20家。
二、經費（經濟部負責）。
   第 二 章 附則
第 2-1 條
依《標準綱要》審查，皇后里余先生之著作權除外。
"""
PLAN = """臺北市品質提升計畫
一、總體目標
到2036年，產品合格率達到95%以上，新增檢驗機構20家。（經濟局負責）
二、重點工作
依《標準綱要》推動「示範企業」，綠化面積達1.86萬畝。
"""
HONG_KONG = """《品質標誌（標準）規例》
1. 釋義
在本規例中，「署長」指衞生署署長，公眾可參閱憲報公告。
2. 標準
(1) 署長可藉公告修訂附表，並須提交立法會。
"""
MACAU = """澳門特別行政區
第15/2031號行政法規
產品質量檢測制度
行政長官經徵詢行政會的意見，制定本行政法規。
第一條
標的
本行政法規訂定檢測的制度。
"""


def read(text: str, metadata: Metadata | None = None, *layout: LineRange) -> Policy:
    return read_policy(read_source(text.encode(), "source.txt"), (), metadata, layout)[0]


def told(policy: Policy) -> list[str]:
    return [problem.message for problem in check_policy(policy, "source.txt") if problem.rule == "script"]


@pytest.mark.parametrize("text", [TAIWAN, HONG_KONG, MACAU])
def test_an_original_keeps_every_character(text: str) -> None:
    policy = read(text)
    assert policy.script is Script.HANT
    assert [char for char in policy.text if char.isalpha()] == [char for char in text if char.isalpha()]
    assert undo(policy.text, policy.edits) == text
    assert told(policy) == []


def test_the_structure_of_an_original_is_read_and_printed() -> None:
    policy = read(TAIWAN)
    chapters = [section for section in policy.walk() if section.kind is SectionKind.CHAPTER]
    assert [(section.label, section.title) for section in chapters] == [("第一章", "總則"), ("第二章", "附則")]
    assert [section.anchor for section in policy.walk() if section.kind is SectionKind.ARTICLE] == ["a1", "a2", "a2z1"]
    assert [section.anchor for section in policy.plain.walk()] == [section.anchor for section in policy.walk()]


def test_what_an_original_says_of_itself_is_as_printed() -> None:
    said = read(TAIWAN).said
    assert [found and found.value for found in (said.title, said.kind, said.date)] == [
        *("品質提升計畫編審辦法", "辦法", "2031-03-05"),
    ]
    title = read(HONG_KONG).said.title
    assert title is not None
    assert title.value == "《品質標誌（標準）規例》"


def test_what_is_found_in_an_original_is_as_printed() -> None:
    policy = read(PLAN)
    found = link_policy(policy, Glossary())[0]
    assert [(target.name, target.quote, int(target.value or 0), target.year) for target in found.targets] == [
        ("產品合格率", "產品合格率達到95%以上", 95, 2036),
        ("檢驗機構", "新增檢驗機構20家", 20, 2036),
        ("綠化面積", "綠化面積達1.86萬畝", 18600, None),
    ]
    assert [policy.text[mention.start : mention.end] for mention in found.mentions] == ["《標準綱要》"]
    assert [(row.words, row.section_title) for row in found.responsibilities] == [("經濟局", "總體目標")]


def test_a_text_is_read_alike_in_either_script(lookup: Lookup) -> None:
    policy = min(lookup.archive.policies, key=lambda policy: len(policy.text))
    assert policy.metadata
    turned = read(opencc.OpenCC("s2tw").convert(policy.text), replace(policy.metadata, script=Script.HANT))
    again = read(policy.text, policy.metadata)
    assert [*turned.anchors()] == [*again.anchors()]
    figures = [
        [
            (target.anchor, target.value, target.year, len(target.quote))
            for target in link_policy(each, Glossary())[0].targets
        ]
        for each in (turned, again)
    ]
    assert figures[0] == figures[1] != []


@pytest.mark.parametrize("form", ["s2t", "s2tw", "s2hk"])
def test_a_text_of_the_mainland_is_turned_back(form: str) -> None:
    text = "某市质量提升行动方案\n一、总体要求\n各县（市、区）人民政府要着力落实，建设示范基地，覆盖乡镇。\n"
    policy = read(opencc.OpenCC(form).convert(text))
    assert (policy.text, policy.script) == (text.strip(), Script.HANS)
    assert told(policy) == []


def test_where_nothing_is_sure_the_editors_are_asked_and_decide(lookup: Lookup) -> None:
    text = "水庫計畫\n為管理水庫，應填具申請書，備齊圖說。"
    assert told(read(text))[0].startswith("nothing says for certain")
    known = next(policy.metadata for policy in lookup.archive.policies if policy.metadata)
    kept, turned = (read(text, replace(known, script=script)) for script in (Script.HANT, Script.HANS))
    assert (kept.text, told(kept)) == (text, [])
    assert (turned.text, told(turned)) == ("水库计划\n为管理水库，应填具申请书，备齐图说。", [])


def test_no_editor_calls_a_simplified_text_traditional(lookup: Lookup) -> None:
    known = next(policy.metadata for policy in lookup.archive.policies if policy.metadata)
    policy = read("一、总体要求\n提升质量。", replace(known, script=Script.HANT))
    assert policy.script is Script.HANS
    assert [message.split(";")[0] for message in told(policy)] == [
        "this is a Simplified text, but policy.yml says `script: Hant`"
    ]


def test_the_title_of_an_original_may_be_traditional() -> None:
    title = Text("policy.yml", "taibei-2031 (title)", Bilingual("品質辦法", "Quality Regulations"), Kind.TITLE)
    assert [*check_chinese_setting(title)] == ["質 is Traditional; write 质", "辦 is Traditional; write 办"]
    assert [*check_chinese_setting(title._replace(is_original=True))] == []


def drafted(policy_id: str, text: str) -> str:
    """Return the draft of policy.yml of a text."""
    return draft_metadata(read(text), Known(policy_id, "", "2031-01-01", ("", ""), {}))


def test_the_draft_of_a_policy_says_how_its_script_was_read() -> None:
    assert "# script: Hant  # taken for" in drafted("taibei-2031", TAIWAN)
    assert "# script: Hans  # turned back" in drafted("jinan-2031", "關於質量發展的實施方案，中共市委")
    assert "script:" not in drafted("jinan-2031", "关于质量发展的实施方案")


def test_the_table_of_conversion_is_made_without_words_that_are_traditional() -> None:
    assert is_original("為管理品質提升計畫，訂定本辦法。")
    assert not is_original("为管理质量提升计划，订定本办法。")
    assert not is_original("按“繁體”")


def test_no_emendation_is_drafted_where_only_the_script_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "raw.txt"
    file.write_text("水庫計畫\n為管理水庫，應填具申請書，備齊圖說。", encoding="utf-8")
    start_policy(file, "shuiku-2031", tmp_path)
    drafted = tmp_path / "corpus/policies/shuiku-2031/emendations.yml"
    assert drafted.read_text(encoding="utf-8").endswith("[]\n")
    assert "- line" not in drafted.read_text(encoding="utf-8")


def test_lines_of_an_original_are_left_out_and_kept_as_the_editors_say() -> None:
    reason = Bilingual("", "")
    policy = read(TAIWAN, None, LineRange(LayoutAction.DROP, 2, 2, reason))
    assert "中華民國" not in policy.text
    assert undo(policy.text, policy.edits) == TAIWAN


def test_a_page_says_that_its_text_is_traditional(lookup: Lookup) -> None:
    policy = read(TAIWAN)
    page = render_text_page(policy, "品質提升計畫編審辦法", lookup)
    assert page.count("lang=zh-Hant") == 2
    assert text_lang(policy, lookup.archive, Language.ZH) == "zh-Hant"
    assert {text_lang(known, lookup.archive, Language.ZH) for known in lookup.archive.policies} == {"zh-Hans"}
