"""What the contents of a policy's page list: its headings, and among them what is numbered and has none."""

from types import SimpleNamespace as Made
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import jinja2
import pytest

from scripts.model.archive import Archive
from scripts.model.policy import Bilingual, Place, Policy
from scripts.model.vocabulary import Language, Level
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from scripts.write.markup.around import link_parts
from scripts.write.markup.foreign import speak
from scripts.write.markup.surroundings import Surroundings
from scripts.write.pages.policy.contents import untitled_entries
from scripts.write.pages.policy.facts import place_name
from scripts.write.pages.policy.head import LONGEST, describe
from tests.conftest import ROOT

LAW = """某市水渠管理办法
第一章 总则
第一条 为了管好水渠，保障灌溉，制定本办法。
第二条 下列水渠适用本办法：
（一）东渠；
（二）西渠。
第二章 附则
第三条 本办法自2031年1月1日起施行。
"""
MIXED = """关于水渠的意见
一、清淤
（一）普查。逐渠检查。
（二）各区要在每年汛期到来以前对辖区内所有水渠和涵洞逐一开展全面的检查并且建立台账报市水务局备案公示。
（三）抽查。重点检查。
二、各区要在每年汛期到来以前把清淤所需要的人员设备和经费全部落实到位并且向社会公布监督电话号码以备群众查询。
"""


def read(text: str) -> Policy:
    return read_policy(read_source(text.encode(), "text"))[0]


def lists_of(text: str, archive: Archive) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Return what the contents list, by where it stands: the anchor of each entry and what it says."""
    lists = untitled_entries(read(text), archive, Language.ZH)
    return {
        place: {heading: [(entry["to"], entry["label"] + entry["words"]) for entry in own] for heading, own in all_.items()}
        for place, all_ in lists.items()
    }  # fmt: skip


def test_articles_stand_in_the_contents_under_their_chapter_and_their_items_do_not(lookup: Any) -> None:
    assert lists_of(LAW, lookup.archive) == {
        "in": {
            "ch1": [("a1", "第一条 为了管好水渠…"), ("a2", "第二条 下列水渠适用本办法…")],
            "ch2": [("a3", "第三条 本办法自2031年1月1日起施行")],
        }
    }


def test_a_sentence_with_a_number_stands_in_the_contents_where_it_is_printed(lookup: Any) -> None:
    found = lists_of(MIXED, lookup.archive)
    assert found == {
        "after": {
            "s1-1": [("s1-2", "（二）各区要在每年汛期到来以前对辖区内所有水渠…")],
            "s1": [("s2", "二、各区要在每年汛期到来以前把清淤所需要的人…")],
        }
    }


def test_a_policy_whose_sections_all_have_headings_adds_nothing_to_its_contents(lookup: Any) -> None:
    assert all(
        not untitled_entries(policy, lookup.archive, language)
        for policy in lookup.archive.policies
        for language in Language
    )


@pytest.fixture(scope="module")
def contents() -> jinja2.Template:
    """The template of the contents, as the site has it."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "overrides"))
    environment.globals["frame"] = Made(say=lambda words: words, speak=speak, tag="zh-Hans")
    return environment.get_template("partials/contents.html")


def drawn(contents: jinja2.Template, headings: list[Any], untitled: dict[str, Any]) -> str:
    """Return the contents of a page without its blanks."""
    page = Made(toc=[Made(children=headings)], meta={"text_lang": "zh-Hans", "untitled": untitled})
    return "".join(line.strip() for line in contents.render(page=page).splitlines())


def heading(anchor: str, title: str, *children: Any) -> Any:
    return Made(id=anchor, url=f"#{anchor}", title=title, children=children)


def test_the_contents_fold_a_list_of_articles_and_not_a_list_with_headings(contents: jinja2.Template) -> None:
    entry = {"to": "a1", "label": "第一条 ", "words": "为了管好水渠…"}
    last = {"to": "a9", "label": "第九条", "words": ""}
    line = '<li><a href="#a1" lang="zh-Hans">第一条 <span class="contents-words">为了管好水渠…</span></a></li>'
    folded = drawn(contents, [heading("ch1", "第一章 总则")], {"in": {"ch1": [entry, last]}})
    assert '<details><summary><span lang="zh-Hans">第一条–第九条</span></summary><ul>' + line in folded
    mixed = drawn(
        contents, [heading("ch1", "第一章", heading("s1", "一"))], {"in": {"ch1": [entry]}, "after": {"s1": [last]}}
    )
    assert "<details>" not in mixed
    assert mixed.index('href="#a1"') < mixed.index('href="#s1"') < mixed.index('href="#a9"')


def test_a_law_without_chapters_lists_its_articles_before_all_else(contents: jinja2.Template) -> None:
    page = drawn(
        contents, [heading("about-text", "关于这份文本")], {"in": {"": [{"to": "a1", "label": "第一条", "words": ""}]}}
    )
    assert 0 < page.index('href="#a1"') < page.index('href="#about-text"')


@pytest.mark.parametrize(
    ("elements", "ways"),
    [("h2 p h2 p closing", [2, 5]), ("p closing h2 p h2 p", [4, 7]), ("p closing h2 p h2 p closing", [4, 7])],
)
def test_the_ways_from_part_to_part_stand_at_their_ends_though_a_notice_closes_before_its_plans(
    elements: str, ways: list[int]
) -> None:
    text = Element("div", {"lang": "zh-Hans"})
    for name in elements.split():
        SubElement(text, *(("div", {"class": "policy-closing"}) if name == "closing" else (name, {"id": name})))
    link_parts(text, Surroundings("zh/policies/x-2031/index.md"))
    places = [place for place, element in enumerate(text) if "part-links" in element.get("class", "")]
    assert places == sorted(ways)


def test_what_the_state_issued_says_so_where_others_name_their_place(lookup: Any) -> None:
    state = Place(id="cn", name=Bilingual("中国", "China"), level=Level.STATE, within=None)
    assert [place_name(state, lookup.archive, language) for language in Language] == ["中国", "China"]
    inner = next(place for place in lookup.archive.glossary.places.values() if place.within == "cn")
    assert place_name(inner, lookup.archive, Language.ZH) == inner.name.zh


def test_a_policy_without_headings_is_described_by_how_its_articles_begin(lookup: Any) -> None:
    metadata = lookup.archive.policies[0].metadata
    law = read(LAW.replace("第一章 总则\n", "").replace("第二章 附则\n", ""))
    words = describe(law, metadata, lookup.archive, Language.ZH)
    assert words.endswith("正文：为了管好水渠…；下列水渠适用本办法…；本办法自2031年1月1日起施行")
    long = read("\n".join(f"第{number}条 水渠由县水务局统一管理，各镇配合。" for number in range(1, 99)))
    assert len(describe(long, metadata, lookup.archive, Language.ZH)) <= LONGEST
