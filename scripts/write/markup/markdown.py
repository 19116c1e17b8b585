"""The one module that knows Markdown and HTML: text goes in, and comes out as markup that shows exactly this text.

Corpus text is hostile: it may hold HTML, Markdown, attribute lists, template code. Here every character that could
mean something is made to stand for itself.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping

from scripts.text.characters import CJK, HAN

# Inline: what Python-Markdown and the extensions in mkdocs.yml read as markup anywhere in a line.
INLINE_PATTERN = re.compile(r"[\\`*_{}\[\]<>&|~^=!]")
# At the start of a block: # - + > : 1. 1) and fences are markup there alone.
BLOCK_START_PATTERN = re.compile(r"^(?:[#+\-:;'\"/?]|[0-9]+(?=[.)]))")

# 创建“中国制造2025”国家级示范区, 三（二）
CHINESE_PATTERN = re.compile(f"((?:[{HAN}][{CJK}0-9.%]*)?[{HAN}][、。《》（）…]*)")
# http://amr.jinan.gov.cn/art.html, without the bracket or stop after it
ADDRESS_PATTERN = re.compile(r"(https?://[!-'*-~]*[\w/])", re.ASCII)


def escape(text: str) -> str:
    """Return one line of text as inline Markdown.

    >>> escape("a*b <i>")
    'a&#42;b &lt;i&gt;'
    """
    return INLINE_PATTERN.sub(lambda match: ENTITIES.get(match[0]) or f"&#{ord(match[0])};", text)


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
    """Return an attribute list `{#id .class name="value"}`."""
    parts = [f"#{anchor}"] if anchor else []
    parts += [f".{name}" for name in classes.split()]
    parts += [f'{name.replace("_", "-")}="{escape_braces(value)}"' for name, value in values.items() if value]
    return "{" + " ".join(parts) + "}"


def escape_braces(value: str) -> str:
    """Return a value for an attribute list, which ends with a brace."""
    return escape_html(value).replace("{", "&#123;").replace("}", "&#125;")


def heading(level: int, markdown: str, anchor: str) -> str:
    """Return a heading with its id."""
    return f"{'#' * min(level, 6)} {markdown} {attribute_list(anchor)}"


def paragraph(markdown: str, anchor: str = "", classes: str = "", **values: str) -> str:
    """Return a paragraph; its attribute list stands on a line of its own under it, or readers would see it."""
    attributed = anchor or classes or values
    return guard(markdown) + (f"\n{attribute_list(anchor, classes, **values)}" if attributed else "")


def link(markdown: str, target: str, anchor: str = "", classes: str = "", **values: str) -> str:
    """Return a link; the label is Markdown, the target an address."""
    attributed = attribute_list(anchor, classes, **values) if anchor or classes or values else ""
    return f"[{markdown}](<{target}>){attributed}"


def text(words: str, lang: str) -> str:
    """Return a line of our own words as inline Markdown: addresses become links, Chinese in English is marked as such.

    >>> text("截至 means as of", "en")
    '<span lang="zh-Hans">截至</span> means as of'
    """
    pieces = ADDRESS_PATTERN.split(words)
    return "".join(link(escape(p), p) if i % 2 else tag_chinese(p, lang) for i, p in enumerate(pieces))


def tag_chinese(words: str, lang: str) -> str:
    """Return words as inline Markdown, with the Chinese among those of another language in elements of their own."""
    if lang.startswith("zh"):
        return escape(words)
    pieces = CHINESE_PATTERN.split(words)
    return "".join(span(escape(p), lang="zh-Hans") if i % 2 else escape(p) for i, p in enumerate(pieces))


def raw_link(markdown: str, target: str, **values: str) -> str:
    """Return a link to a file that is no page, such as a dataset of the other language's folder."""
    return f"<a{attributes({'href': target, **values})}>{markdown}</a>"


def span(markdown: str, anchor: str = "", classes: str = "", lang: str = "") -> str:
    """Return an inline element around Markdown."""
    return f"<span{attributes({'id': anchor, 'classes': classes, 'lang': lang})}>{markdown}</span>"


def division(blocks: Iterable[str], tag: str = "div", **values: str) -> str:
    """Return a block element around Markdown blocks."""
    return f'<{tag}{attributes(values)} markdown="block">\n\n' + "\n\n".join(blocks) + f"\n\n</{tag}>"


def html_table(label: str, head: Iterable[str], rows: Iterable[str], **values: str) -> str:
    """Return an HTML table of finished cells and rows, in a frame that scrolls where a screen is narrow.

    Each element says that it holds Markdown, or its cells would not.
    """
    frame = attributes({"classes": "table-scroll", "role": "region", "aria_label": label, "tabindex": "0"})
    return (
        f'<div{frame} markdown="1">\n<table{attributes(values)} markdown="1">\n'
        f'<thead markdown="1">\n{html_row(head)}\n</thead>\n'
        '<tbody markdown="1">\n' + "\n".join(rows) + "\n</tbody>\n</table>\n</div>"
    )


def html_row(cells: Iterable[str], **values: str) -> str:
    """Return a table row of finished cells."""
    return f'<tr{attributes(values)} markdown="1">{"".join(cells)}</tr>'


def html_cell(tag: str, markdown: str, **values: str) -> str:
    """Return a table cell of inline Markdown."""
    return f'<{tag}{attributes(values)} markdown="span">{markdown}</{tag}>'


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table of inline Markdown cells."""
    cells = list(head)
    lines = [cells, ["---"] * len(cells), *map(list, rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def page(front_matter: Mapping[str, object], blocks: Iterable[str]) -> str:
    """Return a page: front matter in YAML (as JSON, which is YAML), then the blocks with a blank line between."""
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front_matter.items())
    return f"---\n{head}---\n\n" + "\n\n".join(block for block in blocks if block) + "\n"


def description_list(items: Iterable[tuple[str, str]], **values: str) -> str:
    """Return names and their values, both inline Markdown."""
    rows = "\n".join(
        f'<div markdown="1"><dt markdown="span">{name}</dt><dd markdown="span">{value}</dd></div>'
        for name, value in items
    )
    return f'<dl{attributes(values)} markdown="1">\n{rows}\n</dl>'


def data_table(label: str, head: Iterable[str], rows: Iterable[str], classes: str = "") -> str:
    """Return a table that readers may sort and save as CSV; the head holds plain words, the rows finished cells."""
    cells = [html_cell("th", escape(words), scope="col") for words in head]
    return html_table(label, cells, rows, classes=f"sortable saveable {classes}".strip())


def filter_form(words: str, every: str, shared: str, topics: Iterable[tuple[str, str]]) -> str:
    """Return the form that filters a table by words, topic, and whether several policies share a row."""
    options = "".join(f'<option value="{escape_html(key)}">{escape_html(name)}</option>' for key, name in topics)
    return (
        '<form class="table-filter" hidden>'
        f'<label>{escape_html(words)} <input type="search" name="words"></label>'
        f'<label><select name="topic" aria-label="{escape_html(every)}"><option value="">{escape_html(every)}</option>'
        f'{options}</select></label><label><input type="checkbox" name="shared"> {escape_html(shared)}</label></form>'
    )
