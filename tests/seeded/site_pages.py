"""Further faults in the pages of the site: their words, by kind and language, and their heads."""

import re

from tests.seeded.seeds import Draft, Row
from tests.seeded.site_told import ANY, EN, END, TERM, ZH
from tests.seeded.ways import before, digit, double, drop, exchange, half, han, put, say

WORDS = r"<p[^>]*>(?P<x>[^<]{20,})"


def exchange_languages(draft: Draft) -> None:
    """The Chinese and the English page of a topic have each other's article."""
    chinese = draft.matching("topics/*/index.html")[0]
    english = f"en/{chinese}"
    pattern = re.compile(r"<article.*</article>", re.DOTALL)
    one, other = draft.text(chinese), draft.text(english)
    first, second = pattern.search(one), pattern.search(other)
    assert first
    assert second
    draft.write(chinese, one.replace(first[0], second[0]))
    draft.write(english, other.replace(second[0], first[0]))


def exchange_two_pages(draft: Draft) -> None:
    """Two terms have each other's page."""
    one, other = draft.matching(TERM)[:2]
    draft.changes |= {one: draft.read(other), other: draft.read(one)}


def older_page(draft: Draft) -> None:
    """A page of another build: another version of the program's file is named."""
    path = draft.matching("organisations/*/index.html")[0]
    draft.write(path, draft.text(path).replace("theme.e05f86aa", "theme.deadbeef"))


POLICY: tuple[Row, ...] = (
    ("a Chinese heading changed", "quotes what is not there", ZH, han(r'<h3 id="s[^"]*">[^<]+')),
    ("an English heading changed", "quotes what is not there", EN, put(r'(<h3 id="s[^"]*">)[^<]+', r"\g<1>(1) Other matters")),
    ("two Chinese headings exchanged", "reads a section for another", ZH, exchange(r'<h3 id="s[^"]*">（.）(?P<x>[^<]+)')),
    ("a paragraph twice", "reads words that stand once", ZH, double(r'(?<=\n)<p id="s[^"]+">[^\n]*</p>')),
    ("a paragraph without its words", "misses a paragraph", EN, put(r'(<p id="s[^"]+">)[^\n]{80,}?</p>', r"\g<1></p>")),
    ("half of a paragraph", "misses half of a paragraph", ZH, put(r'(<p id="s[^"]+">[^<]{20})[^<]{10,}', r"\g<1>")),
    ("a cell of a table changed", "cites a figure that no policy sets", "*policies/youxian-2023/index.html", digit(r"<td[^>]*>[^<]*\d+[^<]*</td>")),
    ("two rows of a table exchanged", "reads the figures of another row", "policies/youxian-2023/index.html", exchange(r'<tr id="t1-r\d+">(?P<x>(?:.|\n)*?)</tr>')),
    ("a number of a heading changed", "cites a wrong section", ZH, say("（二）", "（三）")),
    ("a note's mark lost", "does not learn that the text is doubtful", ZH, put(r'<a class="policy-emended"[^>]*>(.*?)</a>', r"\g<1>")),
    ("a target's link to another indicator", "is led to another measure", ZH, put(r'(href="../../indicators/)[a-z-]+/', r"\g<1>china-quality-award/")),
    ("who is responsible changed", "asks the wrong office", ZH, put(r"牵头<a", "配合<a")),
    ("the date in the facts", "dates a policy wrongly", "*policies/*-20??/index.html", digit(r"<dt>(?:日期|Date)</dt>\n<dd>[^<]*")),
    ("the number in the facts", "cites a wrong number", ZH, digit(r"<dd><span lang=\"zh-Hans\">[^<]*〔[^<]*")),
    ("the title of a policy", "cites a wrong title", ZH, han(r'<h1 id="title">[^\n]*')),
    ("the title in the other language", "cites a wrong title", EN, han(r'<p class="policy-other-title">.*')),
    ("the notice of the translation lost", "takes the translation for the law", EN, drop(r'<p class="policy-notice">.*?</p>')),
    ("the order of two sections", "reads a wrong order", ZH, exchange(r'(?P<x><p id="s\d-\d-p1">[^\n]*</p>)')),
    ("a related place of another policy", "is led to other words", ZH, put(r'(href="../../policies/[a-z]+-20\d\d/#s)\d', r"\g<1>1")),
    ("a term linked to another", "reads a wrong meaning", EN, put(r'(class="policy-term" href="../../terms/)[a-z-]+', r"\g<1>vocs")),
    ("the words of the condition", "trusts a damaged text", ZH, put(r"(\d+)处", "0处")),
    ("an entry of the contents", "is led to another section", ZH, put(r'(<li><a href="#s)\d-\d', r"\g<1>1-1")),
)  # fmt: skip
AROUND: tuple[Row, ...] = (
    ("notes: another reason", "believes a wrong reason", "policies/*/notes/index.html", han(r"^理由：.*")),
    ("notes in English: a note gone", "does not learn of a doubt", "en/policies/*/notes/index.html", drop(r'<p class="policy-note"(?:.|\n)*?</p>\n')),
    ("edits: a wrong sum", "cites a wrong count", "policies/*/edits/index.html", digit(r'<td class="number"[^>]*>[\d,]+</td>')),
    ("received: the source changed", "cannot trust the source", "policies/*/received/index.html", han(r'<p class="received-before"[^>]*>[^<]+')),
    ("history: another fingerprint", "thinks that words were altered", "policies/*/history/index.html", digit(r"<code>[0-9a-f]{64}</code>")),
    ("history: what was changed", "believes a wrong history", "en/policies/*/history/index.html", put(r"(<strong>What:</strong>|<p><strong>[^<]*</strong>)[^<]+", r"\g<1> Nothing.")),
    ("parallel: a Chinese row changed", "quotes what is not there", "policies/*/parallel/index.html", han(r'<p class="parallel-zh"[^>]*>[^<]{20,}')),
    ("parallel: two English rows exchanged", "compares what does not belong together", "en/policies/*/parallel/index.html", exchange(r'<p class="parallel-en" lang="en">(?P<x>[^<]{40,})')),
    ("single file: a paragraph changed", "quotes what is not there", "policies/*/*-20??.html", han(r'<p id="s[^"]+">[^<]{20,}')),
    ("single file of both languages: cut in half", "misses half of a policy", "policies/*/*-parallel.html", half),
    ("term: another meaning", "reads a wrong meaning", TERM, han(r'<p class="term-meaning">[^<]+')),
    ("term in English: the meaning of another", "reads a wrong meaning", "en/terms/*/index.html", put(r'(<p class="term-meaning">)[^<]+', r"\g<1>A kind of quality work.")),
    ("term: its context changed", "quotes what is not there", TERM, han(r'<td data-label="上下文">[^\n]*')),
    ("term: a wrong count", "cites a wrong count", "en/terms/*/index.html", digit(r'<h2 id="occurrences">[^<]*')),
    ("term: another agreed English", "translates wrongly", TERM, put(r'(<dt>英译</dt>\n<dd>)(?:.|\n)*?</dd>', r"\g<1>quality work</dd>")),
    ("indicator: another definition", "compares what cannot be compared", "indicators/*/index.html", han(r'<p class="term-meaning">[^<]+')),
    ("indicator in English: another year", "expects a goal too late", "en/indicators/*/index.html", put(r'(<td data-label="Year"[^>]*>)\d+', r"\g<1>2035")),
    ("indicator: another place", "takes a city for another", "indicators/*/index.html", put(r'(<td data-label="地区">)[^<]+', r"\g<1>北京市")),
    ("matrix: another figure", "cites a figure that no policy sets", "*indicators/matrix/index.html", digit(r'<a href="../../policies/[^>]*>[^<]*\d[^<]*</a>')),
    ("topic: what a policy says", "quotes what is not there", "topics/*/index.html", han(r'<p class="said"><span[^>]*>[^<]+')),
    ("topic in English: a policy left out", "thinks that a policy is silent", "en/topics/*/index.html", drop(r'<section class="topic-place">(?:.|\n)*?</section>')),
    ("body: another place", "asks the wrong office", "organisations/*/index.html", put(r"(<dt>地区</dt>\n<dd>)[^<]+", r"\g<1>北京市")),
    ("body in English: its context", "quotes what is not there", "en/organisations/*/index.html", han(r'<td data-label="Context">[^\n]*|<mark>[^<]+')),
    ("documents: another date", "dates a document wrongly", "*documents/index.html", digit(r'<span class="entry-text"[^>]*>\d[^<]*')),
    ("list of terms: a term left out", "misses a term", "terms/index.html", drop(r"<li data-(?:.|\n)*?</li>\n?")),
    ("list of indicators in English: a name", "takes a measure for another", "en/indicators/index.html", put(r"(<a href=\"[a-z-]+/\">)[^<]{8,}", r"\g<1>something else")),
    ("list of policies: a title", "cites a wrong title", "policies/index.html", han(r"关于[^<]*的实施(?:意见|方案)")),
    ("home: a wrong count", "believes a wrong count", "index.html", digit(r">[^<]*\d+[^<]*(?:项|条|处|份|部分)[^<]*<")),
    ("home in English: an empty article", "sees an empty page", "en/index.html", put(r"<article[^>]*>(?:.|\n)*</article>", "<article></article>")),
    ("data: another size of a file", "waits for the wrong file", "*data/index.html", digit(r"\d[\d.,]* (?:KB|MB|kB)")),
    ("log: another date", "believes a wrong history", "log/index.html", digit(r"\d{4}年\d+月\d+日")),
    ("about: a sentence changed", "believes what is not promised", "about/what-never-changes/index.html", han(WORDS)),
    ("about in English: a sentence gone", "does not learn of a limit", "en/about/how-it-is-made/index.html", put(r"<p>[^<]{60,}</p>", "<p></p>")),
    ("for trainers: a slide gone", "teaches with half a set", "about/for-trainers/slides/slides.html", half),
    ("search page: no field", "cannot search", "search/index.html", drop(r'<input [^>]*name="query"[^>]*>')),
    ("404: in the wrong language", "does not understand", "en/404.html", say('<html lang="en"', '<html lang="zh-Hans"')),
    ("id: its page without words", "sees an empty page", "id/index.html", put(r"<article[^>]*>(?:.|\n)*</article>", "<article></article>")),
    ("a page in the other language", "does not understand", "", exchange_languages),
    ("two pages exchanged", "reads of another matter", "", exchange_two_pages),
    ("a page of another build", "sees a page without its look", "", older_page),
    ("a mark of a template", "sees the works", ANY, before(END, "<p>{{ page.title }}</p>")),
    ("None where words belong", "sees the works", "organisations/*/index.html", put(r"(<dd>)[^<]+", r"\g<1>None")),
    ("an object where words belong", "sees the works", "en/terms/*/index.html", before(END, "<p>[object Object]</p>")),
    ("words twice decoded", "sees nonsense", "en/topics/*/index.html", put("“", "â€œ")),
    ("an empty article", "sees an empty page", "en/organisations/*/index.html", put(r"<article[^>]*>(?:.|\n)*</article>", "<article></article>")),
    ("a sentence smuggled in", "believes a stranger", "en/indicators/*/index.html", before(END, "<p>Certified by the State Council; fees apply.</p>")),
    ("a page cut in half", "misses half of a page", "en/topics/*/index.html", half),
    ("two words doubled", "stumbles", "en/about/*/index.html", put(r"(?<= )the (?=[a-z])", "the the ")),
    ("mark of Markdown left", "sees the works", "about/*/index.html", before(END, "<p>**重要** [见此](x.md)</p>")),
    ("the way to the other language", "finds another page", "terms/*/index.html", put(r'(class="language-link" href=")[^"]*', r"\g<1>../../en/")),
)  # fmt: skip
HEAD: tuple[Row, ...] = (
    ("description lost", "a search engine shows nothing", ANY, drop(r'<meta name="description"[^>]*>\n')),
    ("description of another page", "is told of another matter", TERM, put(r'(<meta name="description" content=")[^"]*', r"\g<1>质量政策档案")),
    ("charset lost", "sees nonsense from a folder", ANY, drop(r'<meta charset="utf-8">\n')),
    ("viewport lost", "reads tiny letters on a phone", ANY, drop(r'<meta name="viewport"[^>]*>\n')),
    ("the page's policy of what it loads lost", "is open to strangers' scripts", ANY, drop(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')),
    ("the page's policy of what it loads weakened", "is open to strangers' scripts", ANY, put(r"script-src 'self'", "script-src 'self' 'unsafe-inline' https:")),
    ("og:title of another page", "a shared link says another thing", ZH, put(r'(property="og:title" content=")[^"]*', r"\g<1>未命名")),
    ("og:url of another page", "a shared link leads elsewhere", ANY, put(r'(property="og:url" content=")[^"]*', r"\g<1>https://archive.test/x/")),
    ("og:image that is not there", "a shared link shows no picture", ANY, put(r'(property="og:image" content="[^"]*)card.png', r"\g<1>cards.png")),
    ("og:image without words", "hears nothing of a picture", ANY, drop(r'<meta property="og:image:alt"[^>]*>\n')),
    ("JSON-LD not well formed", "a program reads nothing", EN, put(r'"@context":', '"@context"')),
    ("JSON-LD with another date", "dates a policy wrongly", ZH, put(r'("legislationDate": "20)\d\d', r"\g<1>31")),
    ("JSON-LD with another name", "cites a wrong title", EN, put(r'("name": ")General requirements', r"\g<1>Other requirements")),
    ("citation_author lost", "cites without an author", ZH, drop(r'<meta name="citation_author"[^>]*>\n')),
    ("citation_author in English", "cites a person that is none", EN, put(r'(name="citation_author" content=")[^"]*', r"\g<1>CPC Jinan Municipal Committee")),
    ("citation date wrong", "dates a policy wrongly", ZH, digit(r'name="citation_publication_date" content="[^"]*"')),
    ("address of the full text", "cites an address that is not there", EN, put(r'(name="citation_fulltext_html_url" content=")[^"]*', r"\g<1>https://archive.test/x/")),
    ("document number in the head", "cites a wrong number", "policies/*-2018/index.html", digit(r'name="z.publicLawNumber" content="[^"]*"')),
    ("edition in the head", "cites a wrong edition", EN, digit(r'name="archive-edition" content="[^"]*"')),
    ("cite-as of another policy", "cites another policy", ZH, put(r'(rel="cite-as" href="https://archive.test/id/)[a-z]+', r"\g<1>other")),
    ("licence of another kind", "breaks the licence", ZH, put(r"licenses/by/4.0", "licenses/by-nd/4.0")),
    ("describedby a file that is not there", "a program is led nowhere", ZH, put(r'(rel="describedby" href="[^"]*)\.ris"', r'\g<1>.enw"')),
    ("linkset lost", "a program finds no list", EN, drop(r'<link rel="linkset"[^>]*>\n')),
    ("ELI: another language", "a program takes English for Chinese", ZH, put(r"authority/language/ZHO", "authority/language/ENG")),
    ("ELI: a part left out", "a program misses a part", EN, drop(r'<link about="[^"]*" property="eli:has_part"[^>]*>\n')),
    ("canonical of the other language", "a search engine drops the page", EN, put(r'(rel="canonical" href="https://archive.test/)en/', r"\g<1>")),
    ("x-default lost", "is shown a wrong language", ANY, drop(r'<link rel="alternate" href="[^"]*" hreflang="x-default">\n')),
    ("feed of the other language", "hears in the wrong language", EN, put(r'(type="application/atom\+xml"[^>]*href=")[^"]*', r"\g<1>../../../log/feed.xml")),
    ("address of the page in its root", "cites an address that is not there", ANY, put(r'(<html [^>]*data-address=")[^"]*', r"\g<1>https://archive.test/")),
    ("the way to the root", "the search finds nothing", "terms/*/index.html", put(r'(<html [^>]*data-root=")[^"]*', r"\g<1>..")),
    ("two titles", "cannot tell the tabs apart", ANY, before("</head>", "<title>Archive</title>")),
    ("the title of the former page", "takes a page for another", "en/organisations/*/index.html", put(r"<title>[^<]* - ", "<title>State Council - ")),
)  # fmt: skip
FAMILIES = (("policy pages", POLICY), ("other pages", AROUND), ("further heads", HEAD))
