"""The lines of a web page → which are its document's, and which certainly the page's: menus, ways, footers, links.

1. What stands in the element of the document (`evidence.py`) is the document's, but for parts that are the page's.
2. Above it: from the first line that prints its title, or is one of its particulars.
3. Below it: what is not certainly the page's, up to the first line with which a page goes on; files that it links.

In doubt a line is the document's: what of it is the page's after all is told line by line when the text is cleaned.
"""

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from scripts.read.clean.head_labels import TITLE_LIKE_PATTERN
from scripts.read.extract.blocks import Place
from scripts.read.extract.html.evidence import Evidence, around, find_body, gather, prose_of
from scripts.read.extract.html.lines import Line
from scripts.read.extract.html.particulars import label_in
from scripts.text import page_lines

Tree = etree._Element
PAGE_TAGS = frozenset(("nav", "footer", "aside", "header"))
# class="mainNav", class="breadcrumb", id="article-share", class="content_qrcode", class="dqwz"
PAGE_PATTERN = re.compile(
    r"(?:^|[\s_-])(?:main|top|sub|side|left|right|head|foot|wap|pc)?(?:nav|menu|header|head|foot|footer|bottom)(?:$|[\s_\d-])"
    r"|nav(?:bar|igation)?(?:$|[\s_\d-])|menu|crumb|foot(?:er)?|share|related|extended|sidebar|log(?:in|out|info)"
    r"|copyright|qr_?code|qr_container|ewm|search|toolbar|dqwz|wzdh|pageslide|easybtn|friend_?link|xgxw|xgwz|xgyd|xglj|"
    r"(?:^|[\s_-])(?:location|position|tools?|others?|curb|lang|wza|slh|setfont|weizhi)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
MOST_PROSE = 60
"""So many characters of running text may stand in a part that is the page's by its name."""
LINK_SHARE = 0.6
"""From this share of links on, a group of lines is a list of links."""
GROUPS = frozenset(("ul", "ol", "dl", "tr", "table", "nav", "div", "td", "section"))
TITLE_LENGTH, LONGEST_TITLE, LONGEST_WORD = 8, 300, 60
NOT_WORD_PATTERN = re.compile(r"[\W_]+")
SITE_PATTERN = re.compile(r"\s*[-_|–—>]\s*|\s{2,}")
LOOKS = (page_lines.is_widget, page_lines.is_foot_line, page_lines.is_head_line)
"""How a line looks that may be the page's."""
# 附件：1.水渠名录; 上一条：关于放假的通知
ATTACHED_PATTERN = re.compile("附件|附表|附录")
NEIGHBOUR_PATTERN = re.compile("(?:上|下)一(?:篇|条|页|个|则)(?:[:：]|$)")


@dataclass(slots=True)
class Sorting:
    """What is known of a page while its lines are sorted."""

    found: Evidence
    body: Tree
    outer: frozenset[Tree]
    """The elements around the document's."""
    inner: frozenset[Tree]
    """It, and those in it."""
    titles: frozenset[str]
    cache: dict[Tree, bool]

    def is_inside(self, line: Line) -> bool:
        """Whether a line stands in the element of the document."""
        return line.element in self.inner

    def is_head(self, line: Line) -> bool:
        """Whether a line prints the title of the document, or is one of its particulars."""
        if line.table or len(line.text) > LONGEST_TITLE or line.linked > len(line.text) // 2:
            return False
        if label_in(line.text) is not None:
            return True
        words = squeeze(line.text)
        is_title = any(words in title for title in self.titles) or bool(TITLE_LIKE_PATTERN.search(line.text))
        return len(words) >= TITLE_LENGTH and is_title

    def is_named_page(self, line: Line) -> bool:
        """Whether a line stands in a part that is the page's by its name, in the document's element or beside it."""
        passed, found = [], False
        for element in around(line.element):
            passed.append(element)
            found = self.cache[element] if element in self.cache else self.is_page_part(element)
            if found or element in self.cache or element in self.outer or element is self.body:
                break
        self.cache.update(dict.fromkeys(passed, found))
        return found

    def is_page_part(self, element: Tree) -> bool:
        """Whether an element is a part of the page by its name, and holds nothing of the document."""
        if element in self.outer or element is self.body:
            return False
        name = f"{element.get('class', '')} {element.get('id', '')}".strip()
        if element.tag not in PAGE_TAGS and not PAGE_PATTERN.search(name):
            return False
        return self.found.prose.get(element, 0) <= MOST_PROSE

    def is_list_of_links(self, line: Line) -> bool:
        """Whether a line is a link, or stands in a group of lines that mostly are."""
        if line.files or not line.words():
            return False
        if line.linked >= 0.8 * len(line.words()):
            return True
        for element in around(line.element):
            if element in self.outer:
                return False
            if element.tag in GROUPS:
                return self.found.linked[element] >= LINK_SHARE * self.found.words[element]
        return False

    def is_page(self, line: Line) -> bool:
        """Whether a line beside the document's element is certainly the page's."""
        if self.is_head(line) and not page_lines.CRUMBS_PATTERN.search(line.text):
            return False
        return (
            self.is_named_page(line)
            or self.is_list_of_links(line)
            or page_lines.is_button(line.text)
            or bool(NEIGHBOUR_PATTERN.match(line.text))
            or page_lines.is_foot_line(line.text)
            or not any(map(str.isalnum, line.words()))
            or (len(line.text) <= page_lines.PAGE_LENGTH and bool(page_lines.CRUMBS_PATTERN.search(line.text)))
        )


def place_lines(root: Tree, lines: list[Line]) -> list[Place]:
    """Return of each line where it stands."""
    found = gather(root, lines)
    body = find_body(root, found)
    if body is None:
        pages = {element for part in root.iter(*PAGE_TAGS) for element in part.iter()}
        return [Place.AROUND if line.element in pages else Place.DOCUMENT for line in lines]
    outer, inner = frozenset(body.iterancestors()), frozenset(body.iter())
    sorting = Sorting(found, body, outer, inner, find_titles(root), {})
    inside = [number for number, line in enumerate(lines) if sorting.is_inside(line)]
    first, after = inside[0], inside[-1] + 1
    above = place_above(sorting, lines[:first])
    own = [Place.AROUND if is_page_inside(sorting, line) else Place.DOCUMENT for line in lines[first:after]]
    return [*above, *own, *place_below(sorting, lines[after:])]


def is_sentence(line: Line) -> bool:
    """Whether a line is running text."""
    return "。" in line.text and prose_of(line) > 0


def is_page_inside(sorting: Sorting, line: Line) -> bool:
    """Whether a line in the document's element is certainly the page's."""
    if not sorting.is_inside(line):
        return sorting.is_page(line)
    is_like_page = line.linked * 2 > len(line.text) or any(looks(line.text) for looks in LOOKS)
    return is_like_page and not line.files and not sorting.is_head(line) and sorting.is_named_page(line)


def place_above(sorting: Sorting, lines: list[Line]) -> list[Place]:
    """Return where the lines above the document's element stand."""
    certain = [sorting.is_page(line) for line in lines]
    heads = [n for n, line in enumerate(lines) if sorting.is_head(line) and not certain[n]]
    first = heads[0] if heads else len(lines)
    places = []
    for number, line in enumerate(lines):
        is_word = number < first and heads and any(certain) and len(line.text) <= LONGEST_WORD and not is_sentence(line)
        places.append(Place.AROUND if certain[number] or is_word else Place.DOCUMENT)
    return places


def place_below(sorting: Sorting, lines: list[Line]) -> list[Place]:
    """Return where the lines below the document's element stand."""
    places, has_ended = [], False
    for line in lines:
        is_attached = bool(line.files) or bool(ATTACHED_PATTERN.match(line.text))
        is_page = not is_attached and sorting.is_page(line)
        has_ended = has_ended or is_page
        is_rest = has_ended and not is_attached and prose_of(line) < MOST_PROSE
        places.append(Place.AROUND if is_page or is_rest else Place.DOCUMENT)
    return places


def find_titles(root: Tree) -> frozenset[str]:
    """Return what a page says that its title is, in its head and in its first heading, without signs."""
    texts = [element.text or "" for element in islice(root.iter("title"), 1)]
    texts += [meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "articletitle"]
    texts = [text[:LONGEST_TITLE] for text in texts]
    pieces = [piece for text in texts for piece in (text, *SITE_PATTERN.split(text))]
    titles = {words for text in pieces if len(words := squeeze(text)) >= TITLE_LENGTH}
    headings = [squeeze("".join(element.itertext())) for element in islice(root.iter("h1"), 3)]
    return frozenset(titles or {words for words in headings if len(words) >= TITLE_LENGTH})


def squeeze(text: str) -> str:
    """Return the words of a text without signs and blanks."""
    return NOT_WORD_PATTERN.sub("", text)
