"""What must be known to read the tables of the report, in both languages."""

from scripts.model.policy import Bilingual

NOTES_HEADING = Bilingual("### 怎样测的 {#how}", "### How it was measured {#how}")
NOTES = (
    Bilingual(
        "**正确**：一节的某一标题或段落里有所键入的字串，就是正确的结果；键入两个词的，两个词都在这一节里即可；英文不论词形。哪些节正确，由另一段程序逐字扫描原文得出。**查全**是正确的节中找到了多少，**查准**是找到的节中有多少正确（一节也没有找到的检索不计），**无结果**是一节也没有找到的检索占多少。百分数一律舍去尾数，所以100就是一条不差。只以所键入的词开头的英文词（machine，machinery）算错；有几种检索有意列出，因为读者也许还没有键完。括号里的数：规定时间里只查完了这么多。",
        "**Right** is a section that holds what was typed, in one passage or title; with two terms, anywhere in it; in "
        "English, in any inflection. Which sections are right comes from a plain scan of the texts. **Recall** is the share of the "
        "right sections that is found; **precision** is the share of what is found that is right, over the queries that "
        "find anything; **nothing found** is the share of queries that do not. Percentages are rounded down: 100 means "
        "without exception. An English word that only begins with the one typed (machine, machinery) is wrong, though "
        "some of the searches show it on purpose, as a reader may still be typing. Numbers in brackets: only so many queries were answered in the time given.",
    ),
    Bilingual(
        "本馆结果里的词条和页面不计，因为其他几种没有收录这些；Material的整页结果也不计。",
        "Entries of the glossary and pages among our results are passed over, for the others index none; so are Material's "
        "results for whole pages.",
    ),
    Bilingual(
        "“英文术语→中文”：词表中的100个术语，键入英文；中文里有这一术语的节算对，不论以哪种语言显示。“中文显示”：在中文页面上键入，只算引向中文页面的结果。另一方向同理。",
        "“English term → its Chinese”: 100 terms of the glossary, typed in English; right is a section whose Chinese has the "
        "term, in whichever language it is shown. “shown in Chinese”: typed on a Chinese page; only results that lead to a "
        "Chinese page count. Likewise the other way round.",
    ),
    Bilingual(
        "Material：语言zh，`lang: [en]`，`pipeline: [stopWordFilter]`，分隔符含中文标点，jieba分词；中英文在一个索引里，每节一条；结果按显示次序，折叠的排在后面。英文短语不加引号，加了查到的更少。它的离线插件（offline）没有试，那要从别的服务器取一段程序。",
        "Material: language zh, `lang: [en]`, `pipeline: [stopWordFilter]`, a separator for Chinese punctuation, jieba; both "
        "languages in one index, an entry for each section; results in the order shown, those folded under a page last. "
        "English phrases without quotes, with which it finds less. Its offline plugin was not tried: it takes a program "
        "from another server.",
    ),
    Bilingual(
        "Pagefind：扩展版，每节一页，比整份文件一页排得更好；中英文各一个索引，按页面语言选用；英文短语加引号，其余不加。中文加引号则不多查，却漏得多：2026年11月30日在5份文件里试，任意2至4字的字串有一半查不到，短语查全95%。它的检索框在我们写的空白页上，显示十条结果，没有主题，所以下载量只有检索部分可比。",
        "Pagefind: extended, a page for each section, which ranks better than pages of whole policies; its Chinese and its "
        "English index are two, and the page's language says which is searched; English phrases in quotes, nothing else. "
        "Chinese in quotes finds nothing wrong and misses much: on 30 November 2026, with 5 policies, nothing was found for "
        "half of the strings of 2–4 characters, and 95 % of what holds a phrase. "
        "Its box is a page of ours, which shows ten results; it has no theme, so only the bytes of the search compare.",
    ),
    Bilingual(
        "MiniSearch：设置同VitePress（前缀、近似拼写、标题加权），中英文各一个索引；中文按两字一切，这是其用户在项目讨论区（第201号）给出的办法；所键入的各部分须都有，不然查到的节多出十倍左右，几乎都不对。它是程序库，没有检索框，所以也用我们写的空白页，只显示标题。",
        "MiniSearch: set up as in VitePress (prefixes, close spellings, titles weigh more), an index for each language; Chinese "
        "in pairs of characters, the way that its users give in the project's issue 201; every part of what is typed must "
        "be there, for otherwise some ten times as many sections are found, nearly all of them wrong. It is a library without a box, so it too stands on an "
        "empty page of ours, which shows titles only.",
    ),
    Bilingual(
        "键入：五类共20个词，逐字键入，从按键到结果出现在页面里，再到画面更新（每帧16.7毫秒）；先是第二次键入，再是头一次，那时索引可能还要下载。首次打开：新读者打开带检索词的网址，从请求到首批结果显示，服务器在同一台机器上，没有网络延迟；五次取中位数。",
        "Typing: 20 texts of five kinds, a character at a time, from the event of the key to the results in the document, "
        "and to the end of the frame that shows them (frames are 16.7 ms apart); for the second time, and for the first, "
        "when parts of the index may still have to come. Cold: a new visitor opens an address with the query in it; from "
        "the request to the results on the screen, from a server on the same machine, without delay; the median of five.",
    ),
    Bilingual(
        "从文件夹：把网页和索引放进一个文件夹，在浏览器里直接打开其中一页（`file:`），键入一个短语，看有没有结果。内存：键入之后页面所在进程的内存，含后台线程。下载量是压缩后的（gzip）。生成：不含准备文本的时间。",
        "From a folder: pages and index are laid out in a folder, a page is opened from there (`file:`), and a phrase is typed. "
        "Memory: the page's process after typing, its workers included. Bytes on the way are compressed (gzip). Build: "
        "without the making of the texts.",
    ),
)
