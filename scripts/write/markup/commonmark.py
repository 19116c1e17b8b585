"""Text → plain CommonMark, which every viewer shows as exactly this text and which reads well in an editor.

`markdown.py` writes for the site, whose extensions give a meaning to many characters, and replaces them all. Here a
backslash stands only before what CommonMark, or the strikethrough that most viewers add, would take for markup:
`10*20` and `〔2018〕` stay as they are, of `*a*` both stars are escaped, for only a pair means something.
"""

import re
from collections.abc import Iterable

from scripts.write.markup.markdown import attributes, escape_html

PAIRED = "*_~`"
"""Markup only where a second run of the same character stands in the text."""
# \  [a](b)  <b>  <a@b.cn>  &amp; — not < 5%, nor A&B
INLINE_PATTERN = re.compile(
    r"\\|[*_~`\[]|<(?=[A-Za-z/!?]|[!-;=?-~]*@)|&(?=(?:[A-Za-z][0-9A-Za-z]*|#[0-9]+|#[Xx][0-9A-Fa-f]+);)", re.ASCII
)
LINK_PATTERN = re.compile(r"\][(:]")
# "# a", "> a", "- a", "- - -", "===", "```", "1. a" — not "1.发展目标", nor "-5%"
START_PATTERN = re.compile(
    r"(?P<digits>[0-9]{1,9})(?=[.)](?:[ \t]|$))|#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$)"
    r"|(?P<rule>[-*_])(?:[ \t]*(?P=rule)){2,}[ \t]*$|[-=]+[ \t]*$|`{3}|~{3}"
)
CLOSING_PATTERN = re.compile(r"(^|[ \t])(#+)$")


def escape(text: str) -> str:
    r"""Return text as the inside of a paragraph or heading.

    >>> escape("5~10个，20~30个"), escape("a*b <i> < 5% &lt; 〔2018〕")
    ('5\\~10个，20\\~30个', 'a*b \\<i> < 5% \\&lt; 〔2018〕')
    """
    harmless = {char for char in PAIRED if len(re.findall(re.escape(char) + "+", text)) < 2}
    if not LINK_PATTERN.search(text):
        harmless.add("[")
    escaped = INLINE_PATTERN.sub(lambda match: match[0] if match[0] in harmless else f"\\{match[0]}", text)
    return "\n".join(keep_ends(line) for line in escaped.split("\n"))


def keep_ends(line: str) -> str:
    """Return a line with the spaces at its ends, which parsers drop, written as references.

    >>> keep_ends(" a b ")
    '&#32;a b&#32;'
    """
    body = line.strip()
    before, _, after = line.partition(body) if body else (line, "", "")
    return refer(before) + body + refer(after)


def refer(text: str) -> str:
    """Return every character as a numeric reference."""
    return "".join(f"&#{ord(char)};" for char in text)


def guard(line: str) -> str:
    r"""Return a line of a paragraph as it may stand at the margin, where `#`, `- ` or `1. ` would begin something else.

    >>> guard("1. 目标"), guard("1.目标"), guard("- 目标")
    ('1\\. 目标', '1.目标', '\\- 目标')
    """
    match = START_PATTERN.match(line)
    place = len(match["digits"] or "") if match else 0
    return f"{line[:place]}\\{line[place:]}" if match else line


def paragraph(text: str, anchor: str = "") -> str:
    """Return a paragraph, with a target for its address before its first word, where it has one."""
    first, *others = escape(text).split("\n")
    return "\n".join([target(anchor) + first if anchor else guard(first), *map(guard, others)])


def heading(level: int, text: str, anchor: str = "") -> str:
    """Return a heading, with a target for its address before its first word, where it has one."""
    words = CLOSING_PATTERN.sub(r"\1\\\2", escape(text)).replace("\n", refer("\n"))
    return f"{'#' * min(level, 6)} {target(anchor) if anchor else ''}{words}".rstrip()


def target(anchor: str) -> str:
    """Return the place to which an address leads."""
    return f"<a{attributes({'id': anchor})}></a>"


def address(url: str) -> str:
    """Return an address as a link to it."""
    return "<" + url.replace("<", "%3C").replace(">", "%3E") + ">"


def items(entries: Iterable[tuple[str, str]]) -> str:
    """Return a list of names and finished values."""
    return "\n".join(f"- {escape(name)}{value}" for name, value in entries)


def quotation(blocks: Iterable[str]) -> str:
    """Return blocks as a quotation, which every viewer sets off from the text around it."""
    return "\n".join(f"> {line}".rstrip(" ") for line in "\n\n".join(blocks).split("\n"))


def cell(tag: str, text: str, row_span: int = 1, column_span: int = 1) -> str:
    """Return a cell of a table."""
    spans = {"colspan": column_span, "rowspan": row_span}
    values = {name: str(span) if span > 1 else "" for name, span in spans.items()}
    return f"<{tag}{attributes(values)}>{escape_html(text).replace(chr(10), refer(chr(10)))}</{tag}>"


def table(anchor: str, head: list[list[str]], rows: Iterable[tuple[str, list[str]]]) -> str:
    """Return an HTML table of finished cells; each row has its anchor, the table one where no heading bears it."""
    lines = [f"<tr{attributes({'id': own})}>{''.join(cells)}</tr>" for own, cells in rows]
    heads = "".join(f"<tr>{''.join(cells)}</tr>" for cells in head)
    first = [f"<thead>{heads}</thead>"] if head else []
    return "\n".join([f"<table{attributes({'id': anchor})}>", *first, "<tbody>", *lines, "</tbody>", "</table>"])
