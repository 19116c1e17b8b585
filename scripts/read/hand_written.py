"""The pages written by hand below `docs/` → their words in both languages, for the search.

Markdown becomes HTML by the same library that the site uses, so that what is found is what readers see.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import lxml.html
from markdown import Markdown

from scripts.model.archive import Page, PageSection
from scripts.model.policy import Bilingual
from scripts.problems import CorpusError, Problem
from scripts.read.regular_file import character_problem, read_text_of
from scripts.text.gate import find_faults

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "meta", "tables")
PLACES = ("index.md", "about/**/index.md", "search/index.md")
HEADINGS = ("h1", "h2", "h3", "h4")
BLOCKS = ("p", "li", "dt", "dd", "tr", "summary")
LANGUAGES = ("zh", "en")
# what the library takes level by level: an indent of more than ten, a quotation in quotations
# ```console, what it prints, ```; each fence alone on its line
CODE_PATTERN = re.compile(r"^```[a-z]*\n(?:(?!```).*\n)*```$", re.MULTILINE)
DEEP_PATTERN = re.compile(r"(?:\t| {4}){11}|(?: {0,3}> ?){11}")
# <kbd>, <a href="#top">; not </kbd>
OPENING_PATTERN = re.compile(r"<[a-z]")
MOST_TAGS = 100
"""So many elements may begin on a line."""
Sections = dict[str, tuple[str, list[str]]]
"""For each anchor of a page, the heading and the paragraphs under it."""


def read_pages(root: Path) -> tuple[Page, ...]:
    """Return every hand-written page that stands in both languages, in the order of their addresses."""
    return tuple(page for address in page_addresses(root) if (page := read_page(root, address)))


def page_addresses(root: Path) -> Iterator[str]:
    """Yield the address of each page below the root of its language; the home page's is empty."""
    for place in PLACES:
        for path in sorted((root / "docs/zh").glob(place)):
            folder = path.parent.relative_to(root / "docs/zh").as_posix()
            yield "" if folder == "." else f"{folder}/"


def read_page(root: Path, address: str) -> Page | None:
    """Return a page, or None where it does not stand in both languages with a title."""
    files = [root / "docs" / language / address / "index.md" for language in LANGUAGES]
    texts = [read_markdown(file, file.relative_to(root).as_posix()) for file in files]
    if not all(texts):
        return None
    zh, en = map(read_sections, texts)
    sections = tuple(pair(anchor, zh[anchor], en[anchor]) for anchor in zh if anchor in en)
    return Page(address, sections[0].title, sections) if sections else None


def read_markdown(file: Path, name: str) -> str:
    """Return the text of a page, empty where there is none; raise CorpusError for what may not stand in a page."""
    text, problems = read_text_of(file, name)
    faults = [
        character_problem(name, number, fault, line)
        for number, line in enumerate((text or "").split("\n"), start=1)
        for fault in find_faults(line, permitted="\t\u00a0")
    ]
    depths = [
        Problem(name, number, "markdown", "is set in too deep; a page has few levels")
        for number, line in enumerate(without_code(text or "").split("\n"), start=1)
        if DEEP_PATTERN.match(line) or len(OPENING_PATTERN.findall(line)) > MOST_TAGS
    ]
    for problem in (*problems, *faults, *depths):
        raise CorpusError(name, problem.message, problem.line, problem.rule)
    return text or ""


def without_code(text: str) -> str:
    """Return a page with empty lines in the place of its blocks of code, in which nothing is set in."""
    return CODE_PATTERN.sub(lambda block: "\n" * block[0].count("\n"), text)


def pair(anchor: str, zh: tuple[str, list[str]], en: tuple[str, list[str]]) -> PageSection:
    """Return a section in both languages; paragraphs that do not correspond one to one are taken as one."""
    (title_zh, texts_zh), (title_en, texts_en) = zh, en
    if len(texts_zh) != len(texts_en):
        texts_zh, texts_en = ["".join(texts_zh)], [" ".join(texts_en)]
    paragraphs = tuple(Bilingual(a, b) for a, b in zip_longest(texts_zh, texts_en, fillvalue=""))
    return PageSection(anchor, Bilingual(title_zh, title_en), paragraphs)


def read_sections(markdown: str) -> Sections:
    r"""Return what stands under each heading that has an anchor, as plain text without blocks of code.

    >>> read_sections("# 怎样引用 {#title}\n\n用**永久地址**。\n\n- 一\n- 二")
    {'title': ('怎样引用', ['用永久地址。', '一', '二'])}
    """
    html = Markdown(extensions=list(EXTENSIONS)).convert(without_code(markdown))
    sections: Sections = {}
    texts: list[str] = []
    for element in lxml.html.fragment_fromstring(html, create_parent="div").iter(*HEADINGS, *BLOCKS):
        anchor = element.get("id")
        if element.tag in HEADINGS:
            texts = []
            if anchor:
                sections[anchor] = (plain(element), texts)
        elif is_searched(element) and (text := plain(element)):
            texts.append(text)
    return sections


def is_searched(element: lxml.html.HtmlElement) -> bool:
    """Whether a block holds words itself, not further blocks, and is not kept out of the search, nor one around it."""
    has_blocks = any(child.tag in BLOCKS for child in element.iterdescendants())
    is_excluded = any("data-search-exclude" in around.attrib for around in (element, *element.iterancestors()))
    is_form = any(True for _ in element.iterdescendants("input", "select"))
    return not (has_blocks or is_excluded or is_form)


def plain(element: lxml.html.HtmlElement) -> str:
    """Return an element's words, white space evened; without what only scripts show and what includes a file."""
    cells = element.findall("td") or element.findall("th") or [element]
    text = " ".join(" ".join(cell.text_content().split()) for cell in cells)
    return "" if "--8<--" in text else text
