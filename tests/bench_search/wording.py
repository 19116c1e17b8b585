"""The words of the report's tables, in both languages: headings, rows, and why a cell is empty."""

import re

from scripts.model.policy import Bilingual

CHINESE = {
    "phrases": "短语",
    "strings of 2–4 characters": "任意2至4字的字串",
    "two terms": "两个词",
    "phrases in Traditional": "繁体短语",
    "English words": "英文单词",
    "English phrases": "英文短语",
    "English term → its Chinese": "英文术语→中文",
    "Chinese term → its English": "中文术语→英文",
    "English term, shown in Chinese": "英文术语，中文显示",
    "Chinese term, shown in English": "中文术语，英文显示",
    "key → results changed, ms p50 / p95": "按键→结果更新，毫秒，p50／p95",
    "key → painted, ms p50 / p95": "按键→显示完毕，毫秒，p50／p95",
    "the same, first time": "同上，头一次键入",
    "cold → first results, ms": "首次打开→首批结果，毫秒",
    "search bytes until then, KB": "首次检索前下载（检索部分），KB",
    "page and theme bytes, KB": "首次检索前下载（页面和主题），KB",
    "search ready, s": "检索就绪，秒",
    "browser memory, MB": "浏览器内存，MB",
    "index: files": "索引：文件数",
    "index: MB, compressed": "索引：MB，压缩后",
    "build: s, peak MB": "生成：秒，内存峰值MB",
    "any 2–4 characters: recall / precision, %": "任意2至4字：查全／查准，%",
    "phrases: first result right, %": "短语：首条正确，%",
    "Traditional typed, Simplified found: recall, %": "键入繁体，找到简体：查全，%",
    "English phrases: first result right, %": "英文短语：首条正确，%",
    "English term, Chinese text: one of five right, %": "键入英文术语，找到中文：前五条有正确的，%",
    "key → results, ms p95": "按键→结果更新，毫秒，p95",
    "downloaded before the first results, KB": "首批结果之前的下载量，KB",
    "index: files / MB, compressed": "索引：文件数／MB，压缩后",
    "build: s / peak MB": "生成：秒／内存峰值MB",
    "works from a folder, without a server": "不用服务器，从文件夹打开也能检索",
    "most policies that it searched here": "本次最多测到多少份文件",
    "yes": "能",
    "no": "不能",
    "ours": "本馆",
}
"""The Chinese of labels and cells."""
SIZE = Bilingual(
    "### {size}份文件 {{#policies-{anchor}}}\n\n共{sections}节，中文{characters}字。",
    "### {size} policies {{#policies-{anchor}}}\n\n{sections} sections, {characters} characters of Chinese.",
)
FOUND_FIRST = Bilingual("首条正确／前五条有正确的，%", "first right / one of five right, %")
FOUND_ALL = Bilingual("查全／查准／无结果，%", "recall / precision / nothing found, %")
GLANCE_HEADING = Bilingual(
    "### 一览 {{#glance}}\n\n{size}份文件，共{sections}节；这是各种检索都测完了的最大一组。",
    "### At a glance {{#glance}}\n\n{size} policies, {sections} sections: the largest set that all of them got through.",
)
GLANCE = Bilingual("选择时要问的", "what a chooser asks")
COST = Bilingual("时间与大小", "time and size")
LABEL = Bilingual("{size}份文件：{table}", "{size} policies: {table}")
REASON = Bilingual("未测的原因", "why not measured")
MOST = Bilingual("{median}（最多{most}）", "{median} (most {most})")
HEADING = Bilingual("{date}；{machine}；随机种子{seed}。", "{date}; {machine}; seed {seed}.")
VERSIONS = Bilingual("所测版本：{versions}。", "Versions: {versions}.")
MACHINE = Bilingual("{cores}核，内存{memory} GB，Chromium {browser}", "{cores} cores, {memory} GB, Chromium {browser}")
FAILURES = (
    (r"left out: with ([\d,]+) policies (.*)", "未测：{0}份文件时已{1}"),
    (
        r"left out: by its growth since ([\d,]+) the build would need (\S+) GB of memory",
        "未测：按{0}份文件时推算，生成需内存{1} GB",
    ),
    (r"not ready after (\d+) s", "{0}秒后仍未就绪"),
    (r"not built after (\d+) s", "{0}秒后仍未生成"),
)
"""What is said of a cell that is empty, and its Chinese."""


def failure_in_chinese(failure: str) -> str:
    """Return the Chinese of what is said of an empty cell.

    >>> failure_in_chinese("left out: with 1,000 policies not ready after 120 s")
    '未测：1,000份文件时已120秒后仍未就绪'
    """
    for pattern, chinese in FAILURES:
        if match := re.fullmatch(pattern, failure):
            return chinese.format(*(failure_in_chinese(part) for part in match.groups()))
    return failure
