"""Further faults in the data of the site: tables, JSON, exchange formats, what is searched."""

import gzip

from tests.seeded.seeds import Draft, Row
from tests.seeded.ways import (
    always,
    cell,
    digit,
    double_line,
    drop,
    drop_line,
    empty,
    exchange,
    flip,
    gone,
    half,
    han,
    last_char,
    other_digit,
    put,
    say,
)

JSON = "data/policies/*-20??.json"


def exchange_two_files(draft: Draft) -> None:
    """Two files of the search have each other's name."""
    one, other = draft.matching("data/search/text-zh-*.js")[:2]
    draft.changes |= {one: draft.read(other), other: draft.read(one)}


def put_in_turned_table(draft: Draft) -> None:
    """The titles in Chinese and English of the table of policies are exchanged in the header alone."""
    path = "data/policies.csv"
    draft.write(path, draft.text(path).replace("title_zh,title_en", "title_en,title_zh", 1))


TARGETS: tuple[Row, ...] = (
    ("targets: another unit", "compares what cannot be compared", "data/targets.csv", cell("unit", always("亿元"))),
    ("targets: another year", "expects a goal too late", "data/targets.csv", cell("year", always("2035"))),
    ("targets: the comparator turned", "takes a floor for a ceiling", "data/targets.csv", cell("comparator", always("<="), fit=">=")),
    ("targets: the change turned", "reads a fall for a rise", "data/targets.csv", cell("change", always("decrease"), fit="increase")),
    ("targets: a quotation changed", "quotes what is not there", "data/targets.csv", cell("quote", last_char)),
    ("targets: the address of another place", "is led to other words", "data/targets.csv", cell("url", other_digit)),
    ("targets: another indicator", "puts a figure to the wrong measure", "data/targets.csv", cell("indicator", always("china-quality-award"))),
    ("targets: a goal called a baseline", "thinks that it was reached", "data/targets.csv", cell("kind", always("baseline"), fit="target")),
    ("targets: a row gone", "misses a goal", "data/targets.csv", drop_line("^jinan")),
    ("targets: a row twice", "counts a goal twice", "data/targets.csv", double_line("^yantai")),
    ("targets: an English name changed", "cites a wrong name", "data/targets.csv", cell("name_en", always("rate"))),
    ("targets: a place in the text off by one", "cuts a quotation wrongly", "data/targets.csv", cell("start", other_digit)),
    ("targets: a noughts lost", "cites a tenth of a figure", "data/targets.csv", cell("value", last_char, fit="000$")),
    ("targets: an empty value", "thinks that no figure is set", "data/targets.csv", cell("value", always(""))),
)  # fmt: skip
TABLES: tuple[Row, ...] = (
    ("terms: another English", "translates wrongly", "data/terms.csv", cell("en", always("quality work"))),
    ("terms: a meaning cut short", "misses half of a meaning", "data/terms.csv", cell("meaning_en", lambda text: text[: len(text) // 2])),
    ("terms: another pinyin", "cannot find a term", "data/terms.csv", cell("pinyin", always("zhi liang"))),
    ("terms: a number of occurrences", "cites a wrong count", "data/terms.csv", cell("occurrences", other_digit)),
    ("terms: a row gone", "misses a term", "data/terms.csv", drop_line("^[x-z]")),
    ("policies: another date", "dates a policy wrongly", "data/policies.csv", cell("date", other_digit)),
    ("policies: another sha256", "thinks that the source was altered", "data/policies.csv", cell("sha256", other_digit)),
    ("policies: another document number", "cites a wrong number", "data/policies.csv", cell("number", other_digit, fit="〔")),
    ("policies: a title of another language", "cites the wrong title", "data/policies.csv", cell("title_en", always("关于开展质量提升行动的实施意见"))),
    ("policies: headers exchanged", "takes Chinese for English", "", put_in_turned_table),
    ("policies: the end of its goals", "thinks that it plans on", "data/policies.csv", cell("planned_until", other_digit)),
    ("places: within another place", "finds a city in the wrong province", "data/places.csv", cell("within", always("jilin"), fit="shandong")),
    ("bodies: what became of one", "believes a wrong history", "data/organisation_list.csv", cell("became_en", last_char)),
    ("bodies: another role", "takes a helper for the leader", "data/organisations.csv", cell("role", always("lead"), fit="responsible")),
    ("citations: another document", "believes a wrong citation", "data/citations.csv", cell("document", always("guofa-2013-37"))),
    ("documents: another address", "is led to a wrong page", "data/document_list.csv", cell("url", lambda text: f"{text}x")),
    ("editions: another fingerprint", "thinks that words were altered", "data/editions.csv", cell("fingerprint", other_digit)),
    ("editions: a date", "cites a wrong edition", "data/editions.csv", cell("date", other_digit)),
    ("indicators: the direction turned", "takes worse for better", "data/indicators.csv", cell("direction", always("down"), fit="up")),
    ("topics: another place", "is led to other words", "data/topics.csv", cell("anchor", other_digit)),
    ("occurrences: off by one", "cuts a term wrongly", "data/occurrences.csv", cell("end", other_digit)),
    ("dictionary: another meaning of a column", "reads a column wrongly", "data/dictionary.csv", cell("meaning_en", last_char)),
    ("list of topics: a description", "reads a wrong description", "data/topic_list.csv", cell("description_zh", last_char)),
    ("a table without its byte order mark", "sees nonsense in a spreadsheet", "data/indicators.csv", say("\ufeff", "")),
    ("a table in another encoding", "sees nonsense", "data/places.csv", lambda data, _: data.decode("utf-8-sig").encode("gb18030")),
    ("a table that is empty", "finds nothing", "data/topics.csv", empty),
    ("a column renamed", "a program finds no column", "data/citations.csv", say("title_zh", "title")),
)  # fmt: skip
FILES: tuple[Row, ...] = (
    ("metadata: another type of a column", "a program reads words as numbers", "data/targets.csv-metadata.json", say('"integer"', '"string"')),
    ("metadata: gone", "a program cannot read a table", "data/terms.csv-metadata.json", gone),
    ("package: another size", "takes a good file for a damaged one", "data/datapackage.json", digit(r'"bytes": \d+')),
    ("package: a table left out", "a program misses a table", "data/datapackage.json", drop_line(r'"name": "places"')),
    ("package: a path that is not there", "a program ends in an error", "data/datapackage.json", say('"path": "terms.csv"', '"path": "term.csv"')),
    ("list of policies: another title", "cites a wrong title", "data/policies.json", han(r'"title": \{"zh": "[^"]*"')),
    ("JSON: another anchor of a section", "an address leads nowhere", JSON, put(r'("anchor": "s[^"]*)"(?=, "kind": "item")', r'\g<1>9"')),
    ("JSON: an edit left out", "cannot undo the edits", JSON, drop(r'^\{"rule": "[^\n]*\},\n')),
    ("JSON: the end of a block", "cuts a paragraph wrongly", JSON, digit(r'"kind": "paragraph".*?"end": \d+')),
    ("JSON: the sha256 of the source", "thinks that the source was altered", JSON, digit(r'"sha256": "[0-9a-f]{64}"')),
    ("JSON: another year of a target", "expects a goal too late", JSON, put(r'"year": 2020', '"year": 2030')),
    ("JSON: not a number", "a program ends in an error", JSON, put(r'"value": \d+', '"value": NaN')),
    ("JSON: a date", "dates a policy wrongly", JSON, digit(r'^"date": "[^"]*"')),
    ("JSON: gone", "cannot get a policy", JSON, gone),
    ("Markdown: a Chinese paragraph changed", "quotes what is not there", "data/policies/*-20??.md", han(r"^[^#\-<].{60,}")),
    ("Markdown: an English paragraph left out", "misses a paragraph", "data/policies/*.en.md", drop_line(r"^[A-Z].{80,}")),
    ("Akoma Ntoso: a text changed", "quotes what is not there", "data/policies/*-20??.akn.xml", han(r"<p>[^<]{20,}|<p eId=[^>]*>[^<]{20,}|<content.{0,200}?<p[^>]*>[^<]{20,}")),
    ("Akoma Ntoso: another id", "an address leads nowhere", "data/policies/*.parallel.akn.xml", put(r'eId="(s[^"]*)"', r'eId="\g<1>x"')),
    ("Akoma Ntoso: another date", "dates a policy wrongly", "data/policies/*.en.akn.xml", put(r'(<FRBRdate date="20)..', r"\g<1>31")),
    ("Akoma Ntoso: not well formed", "a program ends in an error", "data/policies/*-20??.akn.xml", put(r"</p>", "")),
    ("source: one byte of it", "cannot trust the source", "data/policies/*/source.txt", flip),
    ("source: gone", "cannot see what was received", "data/policies/*/source.txt", gone),
    ("TMX: two translations exchanged", "translates wrongly", "data/parallel.tmx", exchange(r"<seg>(?P<x>[A-Z][^<]{30,})</seg>")),
    ("TMX: a language", "a program takes Chinese for English", "data/parallel.tmx", put(r'<tuv xml:lang="zh-CN">', '<tuv xml:lang="en">')),
    ("TBX: another term", "translates wrongly", "data/terms.tbx", put(r"<term>[a-z][^<]+</term>", "<term>quality work</term>")),
    ("TBX of 2002: cut in half", "cannot load the terms", "data/terms-v2.tbx", half),
    ("database: cut in half", "cannot open it", "data/archive.sqlite", half),
    ("database: a word changed", "quotes what is not there", "data/archive.sqlite", lambda data, _: data.replace("质量提升".encode(), "数量提升".encode(), 1)),
    ("workbook: a damaged byte", "cannot open it", "data/archive.xlsx", flip),
    ("workbook: gone", "cannot get it", "data/archive.xlsx", gone),
    ("zip of the data: cut in half", "cannot open it", "data/archive.zip", half),
    ("EPUB: a damaged byte", "cannot read it", "policies/*.epub", flip),
    ("EPUB: empty", "cannot read it", "en/policies/*.epub", empty),
    ("sections.jsonl: a text changed", "quotes what is not there", "data/sections.jsonl", han(r'"lang": "zh".*"text": "[^"]+')),
    ("sections.jsonl: the last line cut", "a program ends in an error", "data/sections.jsonl", lambda data, _: data[:-40]),
    ("CSL: another title", "cites a wrong title", "data/citations/*-20??.csl.json", han(r'"title": "[^"]*"')),
    ("RIS: another year", "dates a policy wrongly", "data/citations/*-20??.ris", digit(r"^PY  - \d+")),
    ("BibTeX: another number", "cites a wrong number", "data/citations/*-20??.bib", digit(r"^  (?:number|url) = .*")),
    ("BibTeX of all: an entry left out", "misses a policy", "data/citations/all.bib", drop(r"^@techreport\{yantai(?:.|\n)*?^\}\n")),
    ("citing: another form of a reference", "cites wrongly", "data/citations/*-20??.js", digit(r"〔20\d\d〕|（20\d\d[^）]*）")),
    ("citing: former words changed", "believes that other words stood there", "data/citations/*.former.js", put(r" the ", " a ")),
    ("glossary of a page: another meaning", "reads a wrong meaning", "data/glossary/*.zh.js", han(r'"[^"]{20,}"')),
    ("notes of a page: another reason", "believes a wrong reason", "data/notes/*.en.js", say("Reason:", "Reason: none.")),
    ("worksheets: another heading", "hands out wrong words", "data/worksheets/*-20??.js", han(r'"[^"]{6,}"')),
    ("id.json: another byte of a place", "cuts the source wrongly", "id/*/id.json", digit(r'"last_byte": \d+')),
    ("linkset: a file that is not there", "a program is led nowhere", "id/*/linkset.json", put(r"\.akn\.xml", ".xml")),
    ("schema: gone", "a program cannot check id.json", "id/schema.json", gone),
)  # fmt: skip
SEARCH: tuple[Row, ...] = (
    ("search: a passage changed", "reads a hit that is not there", "data/search/pieces-zh.js", han(r'"[^"]{2,}"')),
    ("search: an English passage changed", "reads a hit that is not there", "data/search/pieces-en.js", put('" quality"', '" quantity"')),
    ("search: a word left out of the list", "finds nothing for a word", "data/search/en-*.js", put(r"(?<= )[a-z]{6,} (?=[a-z])", "")),
    ("search: a filter of another city", "a filter gives the wrong policies", "data/search/filters.js", say('"济南市","Jinan"', '"烟台市","Yantai"')),
    ("search: a file of another build", "the search mixes two builds", "data/search/places-0.js", digit(r'"places-0","[0-9a-f]+"')),
    ("search: an empty file", "the search never answers", "data/search/zh-*.js", empty),
    ("search: two files exchanged", "reads hits of other places", "", exchange_two_files),
    ("search: an address of a hit", "is led to other words", "data/search/text-zh-*.js", put(r"(?<=[A-Za-z0-9]{40})[A-Ya-y](?=[A-Za-z0-9])", "z")),
    ("search: its program cut in half", "the search does nothing", "data/search/search.js", half),
    ("search: a word of its page", "reads a wrong hint", "data/search/words.js", han(r'"[^"]+"')),
    ("search: a weight changed in its program", "the best hit is not the first", "data/search/server.js", say("WHOLE_NAME = 1000", "WHOLE_NAME = 1")),
)  # fmt: skip


def older_list(data: bytes, _: object) -> bytes:
    """Return the packed list of pages as of another time: one page less."""
    text = gzip.decompress(data).decode("utf-8")
    return gzip.compress(text.replace("/about/accessibility/", "/about/access/").encode("utf-8"), mtime=0)


LISTS: tuple[Row, ...] = (
    ("sitemap: a page left out", "the page is not found", "sitemap.xml", drop(r"<url>\n<loc>[^<]*terms/[^<]*</loc>(?:.|\n)*?</url>\n")),
    ("sitemap: another date", "a change is not noticed", "sitemap.xml", say("<lastmod>2026", "<lastmod>1970")),
    ("sitemap: the page of another language", "is shown the wrong language", "sitemap.xml", put(r'hreflang="en" href="https://archive.test/en/', 'hreflang="en" href="https://archive.test/')),
    ("sitemap: a page that is not there", "is led nowhere", "sitemap.xml", put(r"<loc>https://archive.test/terms/", "<loc>https://archive.test/term/")),
    ("sitemap: another host", "is led to a stranger", "sitemap.xml", put(r"<loc>https://archive.test/", "<loc>https://archive.example/")),
    ("packed sitemap: of another time", "a page is not found", "sitemap.xml.gz", older_list),
    ("feed: another date", "a correction comes too late", "log/feed.xml", digit(r"<updated>[^<]*</updated>")),
    ("feed: another id", "all entries come again", "log/feed.xml", digit(r"<id>urn:uuid:[^<]*</id>")),
    ("feed: not well formed", "hears of nothing any more", "en/log/feed.xml", half),
    ("feed: an entry left out", "misses a correction", "log/feed.xml", drop(r"  <entry>(?:.|\n)*?</entry>\n")),
    ("feed: gone", "hears of nothing any more", "en/log/feed.xml", gone),
    ("robots: everything forbidden", "the archive is not found", "robots.txt", say("Allow: /", "Disallow: /")),
    ("llms.txt: a link that is not there", "a program is led nowhere", "llms.txt", put(r"\.en\.md", ".english.md")),
    ("llms.txt: other words", "a program believes what is not so", "llms.txt", say("alone is authoritative", "is not authoritative")),
)  # fmt: skip
FAMILIES = (
    ("targets.csv", TARGETS),
    ("tables", TABLES),
    ("files of data", FILES),
    ("search", SEARCH),
    ("lists", LISTS),
)
