"""The one module that knows Markdown and HTML: text goes in, and comes out as markup that shows exactly this text.

Corpus text is hostile: it may hold HTML, Markdown, attribute lists, template code. Here every character that could
mean something is made to stand for itself.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from scripts.write.markup.forms import COLONS, FENCES, quoted, write_flags
from scripts.write.markup.surroundings import shorten
from scripts.write.markup.tables import DEFAULT_CLASSES, Cell, Row, html_cell, html_row, html_table

__all__ = ["Cell", "Row", "html_cell", "html_row", "html_table"]  # which writers find here, with all that is below

# Inline: what Python-Markdown and the extensions in mkdocs.yml read as markup anywhere in a line.
INLINE_PATTERN = re.compile(r"[\\`*_{}\[\]<>&|~^=!]")
# At the start of a block: # - + > : 1. 1) and fences are markup there alone.
BLOCK_START_PATTERN = re.compile(r"^(?:[#+\-:;'\"/?]|[0-9]+(?=[.)]))")

# http://amr.jinan.gov.cn/art.html, without the bracket or stop after it
ADDRESS_PATTERN = re.compile(r"(https?://[!-'*-~]*[\w/])", re.ASCII)
# an address that needs no brackets around it
PLAIN_ADDRESS_PATTERN = re.compile(r"[\w./#:?=&%~+@,;-]*", re.ASCII)
LABEL_PATTERN = re.compile(r'\{(?P<flags>[^{}]*?)label=(?P<label>[^ "]+|"[^"]*")\}')
DOT = "\u00a0· "
"""What stands between short facts on a line; no line begins with it."""
HEADING_PATTERN = re.compile(r"#+ (?P<words>.*?)(?: \{#[\w-]+\})?")


def escape(text: str) -> str:
    """Return one line of text as inline Markdown.

    >>> escape("a*b <i>")
    'a&#42;b &lt;i&gt;'
    """
    return INLINE_PATTERN.sub(entity_of, text)


def entity_of(match: re.Match[str]) -> str:
    """Return what stands for a character that would be markup."""
    return ENTITIES.get(match[0]) or f"&#{ord(match[0])};"


ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def guard(markdown: str) -> str:
    """Return an inline run as the start of a block, where `#`, `-`, `1.` would be markup.

    >>> guard("1.发展目标")
    '1&#46;发展目标'
    """
    match = BLOCK_START_PATTERN.match(markdown)
    if not match:
        return markdown
    digits = match[0] if match[0].isdigit() else ""
    rest = markdown[len(digits) :]
    return f"{digits}&#{ord(rest[0])};{rest[1:]}"


def escape_html(text: str) -> str:
    """Return a text as HTML text or as an attribute's value."""
    return html.escape(text, quote=True)


def attributes(values: Mapping[str, str]) -> str:
    """Return an HTML tag's attributes, each with a space before it; those without a value are left out.

    >>> attributes({"id": "s1", "lang": "", "classes": "cell", "data_value": "3"})
    ' id="s1" class="cell" data-value="3"'
    """
    names = {name: "class" if name == "classes" else name.replace("_", "-") for name in values}
    return "".join(f' {names[name]}="{escape_html(value)}"' for name, value in values.items() if value)


def attribute_list(anchor: str = "", classes: str = "", **values: str) -> str:
    """Return what stands in braces behind a block or an inline element: `{#id .class name="value"}`."""
    return "{" + write_flags({"id": anchor, "classes": classes} | values) + "}"


def heading(level: int, markdown: str, anchor: str) -> str:
    """Return a heading with its id."""
    return f"{'#' * min(level, 6)} {markdown} {attribute_list(anchor)}"


def paragraph(markdown: str, anchor: str = "", classes: str = "", **values: str) -> str:
    """Return a paragraph; what stands in braces has a line of its own under it, or readers would see it."""
    attributed = anchor or classes or values
    return guard(markdown) + (f"\n{attribute_list(anchor, classes, **values)}" if attributed else "")


def bold(markdown: str) -> str:
    """Return Markdown in bold; a blank at its end stands behind it, where it does not hinder."""
    words = markdown.rstrip(" ")
    return f"**{words}**{markdown[len(words) :]}"


def link(markdown: str, target: str, anchor: str = "", classes: str = "", **values: str) -> str:
    """Return a link; the label is Markdown, the target an address."""
    attributed = attribute_list(anchor, classes, **values) if anchor or classes or values else ""
    return f"[{markdown}]({address_of(target)}){attributed}"


@lru_cache(maxsize=1 << 16)
def address_of(target: str) -> str:
    """Return an address as people write it, in brackets where it needs them."""
    address = shorten(target)
    return address if PLAIN_ADDRESS_PATTERN.fullmatch(address) else f"<{address}>"


@lru_cache(maxsize=1 << 12)
def text(words: str) -> str:
    """Return a line of our own words as inline Markdown, in which addresses are links.

    >>> text("截至 means as of; see https://example.org/a_b.")
    '截至 means as of; see <https://example.org/a_b>.'
    """
    pieces = ADDRESS_PATTERN.split(words)
    return "".join(f"<{piece}>" if i % 2 else escape(piece) for i, piece in enumerate(pieces))


def raw_link(markdown: str, target: str, **values: str) -> str:
    """Return a link to a file that is no page, such as a dataset of the other language's folder."""
    return f"<a{attributes({'href': target, **values})}>{markdown}</a>"


def span(markdown: str, anchor: str = "", classes: str = "", lang: str = "") -> str:
    """Return an inline element around Markdown; nothing around it where the element would say nothing.

    >>> span("质量", lang="zh-Hans")
    '[质量]{zh}'
    """
    flags = write_flags({"lang": lang, "id": anchor, "classes": classes})
    if "]{" in markdown:  # which holds such an element itself
        return f"<span{attributes({'id': anchor, 'classes': classes, 'lang': lang})}>{markdown}</span>"
    return f"[{markdown}]{{{flags}}}" if flags else markdown


def division(blocks: Iterable[str], tag: str = "div", **values: str) -> str:
    """Return a block element around Markdown blocks: a fence."""
    classes = values.pop("classes", "")
    names = [name for name, fence in FENCES.items() if (fence.tag, fence.classes) == (tag, classes)]
    flags = write_flags(values if names else {"classes": classes} | values)
    opening = f"/// {names[0] if names else tag}" + (f" {{{flags}}}" if flags else "")
    return "\n\n".join([opening, *blocks, "///"])


def page(front_matter: Mapping[str, object], blocks: Iterable[str]) -> str:
    """Return a page: front matter in YAML (as JSON, which is YAML), then the blocks with a blank line between."""
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front_matter.items())
    body = "\n\n".join(block for block in blocks if block)
    return f"---\n{head}---\n\n" + "\n".join(without_repetition(body.split("\n"))) + "\n"


def without_repetition(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a page without what the extension supplies: the title's id, the label that a heading says."""
    title = words = ""
    for line in lines:
        if match := HEADING_PATTERN.fullmatch(line):
            words = match["words"]
            title = title or words
            yield line.removesuffix(" {#title}")
        elif match := LABEL_PATTERN.fullmatch(line):
            short = {quoted(title + colon + words): f"label={key}" for key, colon in COLONS.items()}
            label = ({quoted(words): ""} | short).get(match["label"], f"label={match['label']}")
            flags = " ".join(filter(None, (match["flags"].strip(), label)))
            if flags:
                yield f"{{{flags}}}"
        elif line != "{}":
            yield line


def description_list(items: Iterable[tuple[str, str]]) -> str:
    """Return names and their values, both inline Markdown."""
    return "\n\n".join(f"{guard(name)}\n: {value}" for name, value in items)


def data_table(label: str, head: Iterable[str], rows: Iterable[Row], classes: str = "") -> str:
    """Return a table that readers may sort and save as CSV; the head holds plain words, the rows finished cells."""
    cells = [html_cell("th", escape(words), scope="col") for words in head]
    return html_table(label, cells, rows, classes=f"{DEFAULT_CLASSES} {classes}".strip())


def nothing(words: str) -> str:
    """Return the dash of an empty cell, with the words that ears hear for it."""
    return f"[—]{{{write_flags({'role': 'img', 'aria_label': words})}}}"
