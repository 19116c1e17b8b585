"""What a text says of its annexes leads to them, and what it says of those of others does not."""

import pytest
from lxml import html

from scripts.link.annexes import find_annex_references
from scripts.link.inlines import find_english_annexes
from scripts.model.policy import Policy
from scripts.read.clean.decode import read_source
from scripts.read.policy import read_policy
from tests.render import render_page

NOTICE = """墨乡市人民政府关于印发查坝办法的通知
墨政发〔2031〕5号
各区人民政府：
{sentence}
附件：1．查坝任务清单
2．查坝责任书
墨乡市人民政府
2031年3月4日
附件1
查坝任务清单
一、查坝。每周查坝。
二、修坝。每年修坝。
附件2
查坝责任书
一、坝主负责。坝主负责查坝。
二、坝主报告。坝主按附件1报告。
"""


def read_notice(sentence: str) -> Policy:
    return read_policy(read_source(NOTICE.format(sentence=sentence).encode(), "case"))[0]


def references(policy: Policy, low: int = 0, high: int | None = None) -> list[tuple[str, str]]:
    found = sorted(find_annex_references(policy))
    end = len(policy.text) if high is None else high
    return [(policy.text[hit.start : hit.end], hit.target) for hit in found if low <= hit.start < end]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("任务详见附件1，责任书见附 件 二。", [("附件1", "x1"), ("附 件 二", "x2")]),
        ("附件一并印发，附件3另发，附件1-2见网站。", []),
        ("按照《水库管理办法》附件1执行，按照墨政发〔2030〕2号（附件2）执行。", []),
        ("请按附件填写。", []),  # which of the two, nothing says
    ],
)
def test_a_number_leads_to_the_annex_that_prints_it(sentence: str, found: list[tuple[str, str]]) -> None:
    policy = read_notice(sentence)
    block = next(block for block in policy.blocks() if policy.text.startswith(sentence, block.start))
    assert references(policy, block.start, block.end) == found


def test_the_list_of_annexes_leads_to_each_by_its_title() -> None:
    policy = read_notice("请认真落实。")
    assert references(policy) == [("查坝任务清单", "x1"), ("查坝责任书", "x2"), ("附件1", "x1")]


def test_without_a_number_the_only_annex_is_meant() -> None:
    text = (
        NOTICE.format(sentence="清单见附件。").partition("附件2\n")[0].replace("2．查坝责任书\n", "").replace("1．", "")
    )
    policy = read_policy(read_source(text.replace("附件1", "附件").encode(), "case"))[0]
    assert ("附件", "x1") in references(policy)


def test_english_names_the_same_annexes() -> None:
    policy = read_notice("任务详见附件1，责任书见附件2。")
    block = next(block for block in policy.blocks() if policy.text.startswith("任务详见", block.start))
    english = "For the tasks see Annex 1, for the form Appendix 2 and Annex 10."
    found = find_english_annexes(policy, find_annex_references(policy), block, english)
    assert [(english[one.start : one.end], one.target) for one in found] == [("Annex 1", "x1"), ("Appendix 2", "x2")]


def test_the_page_has_links_to_places_that_it_has() -> None:
    page = html.fromstring(render_page(read_notice("任务详见附件1。")))
    links = page.xpath("//a[@class='policy-citation']")
    assert [link.text for link in links] == ["附件1", "查坝任务清单", "查坝责任书", "附件1"]
    assert all(page.get_element_by_id(link.get("href")[1:]) is not None for link in links)
