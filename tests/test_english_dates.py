"""Dates and terms in English, as editors write them, pass; those that say another day, or another side of it, do not."""

import pytest

from scripts.check.english.pairs import Pair, check_pair

GOOD: dict[str, tuple[str, ...]] = {
    "11月30日前完成。": (
        "Complete it by 30 November.",
        "Complete it by November 30.",
        "Complete it before November 30.",
        "Complete it before 30 November.",
        "Complete it no later than 30 November.",
        "Complete it not later than 30 November.",
        "Complete it on or before 30 November.",
        "Complete it up to 30 November.",
        "Complete it by the 30th of November.",
        "Complete it by 30th November.",
    ),
    "2025年11月30日前完成。": (
        "Complete it by November 30, 2025.",
        "Complete it by 30 November 2025.",
    ),
    "11月30日之前完成。": ("Complete it by 30 November.",),
    "11月底前完成。": ("Complete it by the end of November.",),
    "2026年6月底前完成。": (
        "Complete it by the end of June 2026.",
        "Complete it by end-June 2026.",
        "Complete it by 30 June 2026.",
    ),
    "年底前完成。": (
        "Complete it by year-end.",
        "Complete it by the end of the year.",
        "Complete it before the end of the year.",
    ),
    "今年年底前完成。": ("Complete it by the end of this year.",),
    "2025年底前完成。": (
        "Complete it by the end of 2025.",
        "Complete it by year-end 2025.",
    ),
    "2025年年底前完成。": ("Complete it by the end of 2025.",),
    "2025年12月底前完成。": (
        "Complete it by the end of December 2025.",
        "Complete it by the end of 2025.",
    ),
    "自2026年1月1日起施行。": (
        "It takes effect from 1 January 2026.",
        "It takes effect on January 1, 2026.",
        "It comes into force on 1 January 2026.",
    ),
    "本办法自印发之日起施行。": ("These measures take effect on the day they are issued.",),
    "自2026年1月1日起至2030年12月31日止有效。": ("It is valid from 1 January 2026 to 31 December 2030.",),
    "上半年完成。": ("Complete it in the first half of the year.",),
    "2026年上半年完成。": ("Complete it in the first half of 2026.",),
    "下半年完成。": ("Complete it in the second half of the year.",),
    "2026年下半年完成。": ("Complete it in the latter half of 2026.",),
    "20个工作日内办结。": (
        "Settle it within 20 working days.",
        "Settle it within twenty working days.",
        "Settle it in no more than 20 working days.",
        "Settle it within 20 business days.",
    ),
    "30日内办结。": ("Settle it within 30 days.",),
    "三个月内办结。": ("Settle it within three months.",),
    "到2025年，建成园区。": ("By 2025, parks are built.",),
    "2025年前建成园区。": (
        "Build the parks by 2025.",
        "Build the parks before 2025.",
    ),
    "2025年以前建成园区。": ("Build the parks by 2025.",),
    "2025—2027年建成园区。": (
        "Build the parks in 2025–2027.",
        "Build the parks from 2025 to 2027.",
    ),
    "2025年至2027年建成园区。": ("Build the parks between 2025 and 2027.",),
    "“十四五”时期建成园区。": (
        "Build the parks during the 14th Five-Year Plan period.",
        "Build the parks in the period of the 14th Five-Year Plan (2021–2025).",
    ),
    "“十四五”末建成园区。": (
        "Build the parks by the end of the 14th Five-Year Plan.",
        "Build the parks by the end of the Fourteenth Five-Year Plan.",
    ),
    "“十五五”期间建成园区。": ("Build the parks during the 15th Five-Year Plan period.",),
    "每年1月底前报送。": (
        "Report it each year by the end of January.",
        "Report it by 31 January each year.",
    ),
    "每年1月15日前报送。": ("Report it by January 15 of each year.",),
    "每季度末报送。": ("Report it at the end of each quarter.",),
    "第一季度完成。": ("Complete it in the first quarter.",),
    "三季度完成。": ("Complete it in the third quarter.",),
    "6月上旬完成。": ("Complete it in early June.",),
    "6月中旬完成。": ("Complete it in mid-June.",),
    "6月下旬完成。": ("Complete it in late June.",),
    "截至2024年底，园区建成。": ("By the end of 2024, the parks had been built.",),
    "截至11月30日，园区建成。": ("As of November 30, the parks had been built.",),
    "2025年起实行。": (
        "It is carried out from 2025.",
        "It is carried out starting in 2025.",
    ),
    "自2025年9月1日起实行。": ("It is carried out as of September 1, 2025.",),
    "9月1日起实行。": ("It is carried out as from 1 September.",),
    "11月30日后完成。": ("Complete it after 30 November.",),
    "3月15日后报送。": ("Report it after March 15.",),
    "次年1月底前报送。": ("Report it by the end of January of the following year.",),
    "次年3月1日前报送。": ("Report it by March 1 of the next year.",),
    "5日内报送。": (
        "Report it within 5 days.",
        "Report it within five days.",
    ),
    "一年内完成。": (
        "Complete it within one year.",
        "Complete it within a year.",
    ),
    "两年内完成。": ("Complete it within two years.",),
    "近三年建成园区。": ("Parks have been built in the past three years.",),
    "2026年6月30日前完成。": ("Complete it by the end of June 2026.",),
    "2025年12月31日前完成。": ("Complete it by the end of 2025.",),
    "2030年左右建成。": ("Built around 2030.",),
    "本世纪中叶建成。": ("Built by the middle of the century.",),
    "2026年底以前完成。": ("Complete it by the end of 2026.",),
    "10月1日至12月31日开展。": ("Carry it out from 1 October to 31 December.",),
    "10月1日—12月31日开展。": ("Carry it out from October 1 through December 31.",),
    "三年内完成。": ("Complete it inside three years.",),
    "6月底前完成。": ("Complete it by 30 June.",),
    "6月末完成。": ("Complete it at the end of June.",),
    "6月前完成。": (
        "Complete it before June.",
        "Complete it by June.",
    ),
    "今年6月前完成。": ("Complete it by June this year.",),
    "年内完成。": (
        "Complete it within the year.",
        "Complete it by the end of the year.",
        "Complete it this year.",
    ),
    "月底前完成。": ("Complete it by the end of the month.",),
    "2025年前后建成。": ("Built around 2025.",),
    "2025年后建成。": ("Built after 2025.",),
}
"""Chinese, and English that says the same."""
WRONG: dict[str, tuple[str, ...]] = {
    "11月30日前完成。": (
        "Complete it by 31 November.",
        "Complete it by November 3.",
        "Complete it by 30 October.",
        "Complete it by December 30.",
        "Complete it after 30 November.",
        "Complete it on 30 November.",
        "Complete it from 30 November.",
        "Complete it before 1 December.",
        "Complete it by the end of December.",
    ),
    "6月底前完成。": (
        "Complete it by the end of July.",
        "Complete it by June.",
        "Complete it after the end of June.",
        "Complete it by 31 June.",
        "Complete it by 30 July.",
    ),
    "年底前完成。": (
        "Complete it by the middle of the year.",
        "Complete it after the end of the year.",
        "Complete it this year.",
    ),
    "上半年完成。": ("Complete it in the second half of the year.",),
    "下半年完成。": ("Complete it in the first half of the year.",),
    "20个工作日内办结。": (
        "Settle it within 20 days.",
        "Settle it after 20 working days.",
        "Settle it within 30 working days.",
        "Settle it within 20 weeks.",
    ),
    "到2025年，建成园区。": ("By 2035, parks are built.",),
    "2025—2027年建成园区。": (
        "Build the parks in 2025–2028.",
        "Build the parks in 2025.",
    ),
    "“十四五”时期建成园区。": ("Build the parks during the 13th Five-Year Plan period.",),
    "自2026年1月1日起施行。": (
        "It takes effect before 1 January 2026.",
        "It takes effect from 1 July 2026.",
        "It is in effect until 1 January 2026.",
    ),
    "2025年前建成园区。": ("Build the parks after 2025.",),
    "2025年后建成园区。": ("Build the parks before 2025.",),
    "11月30日后完成。": ("Complete it by 30 November.",),
    "第一季度完成。": ("Complete it in the second quarter.",),
    "6月上旬完成。": ("Complete it in late June.",),
    "每年1月底前报送。": ("Report it by the end of January.",),
    "三个月内办结。": (
        "Settle it within three days.",
        "Settle it within four months.",
    ),
    "2026年6月30日前完成。": ("Complete it by the end of July 2026.",),
    "2025年12月底前完成。": (
        "Complete it by the end of 2026.",
        "Complete it by the end of June 2025.",
    ),
    "截至11月30日，园区建成。": ("After November 30, the parks were built.",),
    "2020年底前完成。": ("Complete it by late 2020.",),
}
"""Chinese, and English that says something else."""


def rules_of(zh: str, en: str) -> list[str]:
    """Return the rules that English breaks."""
    return [rule for rule, _ in check_pair(Pair("s1-p1", zh, en, ()))]


@pytest.mark.parametrize("zh", GOOD)
def test_a_date_may_be_written_as_editors_write_it(zh: str) -> None:
    assert {en: rules_of(zh, en) for en in GOOD[zh]} == {en: [] for en in GOOD[zh]}


@pytest.mark.parametrize("zh", WRONG)
def test_another_date_is_refused(zh: str) -> None:
    assert [en for en in WRONG[zh] if not rules_of(zh, en)] == []


def test_both_dates_are_named_where_they_differ() -> None:
    pair = Pair("s1-p1", "自2031年3月1日起施行。", "It takes effect from 1 July 2031.", ())
    messages = [message for rule, message in check_pair(pair) if rule == "english-dates"]
    assert messages == ["2031年3月1日 is not “1 July 2031”; write the date of the Chinese"]
