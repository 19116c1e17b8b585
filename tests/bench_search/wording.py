"""The words of the report, in both languages: its rows, what must be known to read it, and why a cell is empty."""

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
    "ours": "本馆",
}
"""The Chinese of the labels of rows and columns."""
SIZE = Bilingual(
    "### {size}份文件 {{#policies-{anchor}}}\n\n共{sections}节，中文{characters}字。",
    "### {size} policies {{#policies-{anchor}}}\n\n{sections} sections, {characters} characters of Chinese.",
)
FOUND = Bilingual("首条／前五／查全／无结果", "first / of five / recall / none")
COST = Bilingual("时间与大小", "time and size")
LABEL = Bilingual("{size}份文件：{table}", "{size} policies: {table}")
REASON = Bilingual("未测的原因", "why not measured")
NOTES_HEADING = Bilingual("### 怎样测的 {#how}", "### How it was measured {#how}")
MOST = Bilingual("{median}（最多{most}）", "{median} (most {most})")
HEADING = Bilingual("{date}；{machine}；随机种子{seed}。", "{date}; {machine}; seed {seed}.")
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
NOTES = (
    Bilingual(
        "查到的，每格四个数：第一条结果就是对的／前五条里有对的／全部应有的节中查到的比例／一节也没有查到的比例。一节的某一标题或段落里有所查的字串，就算对（两个词的，在同一节里即可；英文不论词形）。本馆结果里的词条和页面不计，因为另外两种没有收录这些；Material的整页结果也不计。括号里的数：规定时间里只查完了这么多。",
        "Lookup: how often the first section shown is right / one of the first five / the share of all "
        "right sections that is found / how often no section is found. A section is right when it holds what was typed, in "
        "the same passage or title (two terms: anywhere in it); in English, the words in any inflection. Truth is a plain "
        "scan of the texts. Entries of the glossary and pages among our results are passed over, for the peers index none; "
        "so are Material's results for whole pages. Numbers in brackets: only so many were answered in the time given.",
    ),
    Bilingual(
        "“英文术语→中文”：词表中的100个术语，键入英文；中文里有这一术语的节算对，不论以哪种语言显示。“中文显示”：在中文页面上键入，只算引向中文页面的结果。另一方向同理。",
        "“English term → its Chinese”: 100 terms of the glossary, typed in English; right is a section whose Chinese has the "
        "term, in whichever language it is shown. “shown in Chinese”: typed on a Chinese page; only results that lead to a "
        "Chinese page count. Likewise the other way round.",
    ),
    Bilingual(
        "Material：语言zh，`lang: [en]`，`pipeline: [stopWordFilter]`，分隔符含中文标点，jieba分词；中英文在一个索引里，每节一条；结果按显示次序，折叠的排在后面。英文短语不加引号，加了查到的更少。",
        "Material: language zh, `lang: [en]`, `pipeline: [stopWordFilter]`, a separator for Chinese punctuation, jieba; both "
        "languages in one index, an entry for each section; results in the order shown, those folded under a page last. "
        "English phrases without quotes, with which it finds less.",
    ),
    Bilingual(
        "Pagefind：扩展版，每节一页，比整份文件一页排得更好；中英文各一个索引，按页面语言选用。它的检索框在我们写的空白页上，显示十条结果，没有主题，所以下载量只有检索部分可比。",
        "Pagefind: extended, a page for each section, which ranks better than pages of whole policies; its Chinese and its "
        "English index are two, and the page's language says which is searched. Its box is a page of ours, which shows ten "
        "results; it has no theme, so only the bytes of the search compare.",
    ),
    Bilingual(
        "键入：五类共20个词，逐字键入，从按键到结果出现在页面里，再到画面更新（每帧16.7毫秒）；先是第二次键入，再是头一次，那时索引可能还要下载。首次打开：新读者打开带检索词的网址，从请求到首批结果显示，服务器在同一台机器上，没有网络延迟；五次取中位数。",
        "Typing: 20 texts of five kinds, a character at a time, from the event of the key to the results in the document, "
        "and to the end of the frame that shows them (frames are 16.7 ms apart); for the second time, and for the first, "
        "when parts of the index may still have to come. Cold: a new visitor opens an address with the query in it; from "
        "the request to the results on the screen, from a server on the same machine, without delay; the median of five.",
    ),
    Bilingual(
        "内存：键入之后页面所在进程的内存，含后台线程。下载量是压缩后的（gzip）。",
        "Memory: the page's process after typing, its workers included. Bytes on the way are compressed (gzip).",
    ),
)


def failure_in_chinese(failure: str) -> str:
    """Return the Chinese of what is said of an empty cell.

    >>> failure_in_chinese("left out: with 1,000 policies not ready after 120 s")
    '未测：1,000份文件时已120秒后仍未就绪'
    """
    for pattern, chinese in FAILURES:
        if match := re.fullmatch(pattern, failure):
            return chinese.format(*(failure_in_chinese(part) for part in match.groups()))
    return failure
