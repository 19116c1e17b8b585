"""What a careless or hostile editor may write: texts by kind, and text that no YAML, JSON or PO writer would write."""

TEXTS: dict[str, tuple[str, ...]] = {
    "blank": (" ", "   ", "\t", "\u3000", "\xa0", "\u2003", "\n", "\n\n"),
    "control": ("\x00", "\x01", "\x02", "\x03", "\x07", "\x08", "\x1b[31m", "\x7f", "\x80", "\x9b", "\x1f"),
    "invisible": ("\u200b", "\u200d", "\u2060", "\ufeff", "\xad", "\u180e", "\u3164", "\U000e0041", "\ufe0f", "\u115f"),
    "direction": ("\u202e", "\u202a", "\u2066", "\u2067", "\u2069", "\u200f", "\u061c", "\u202c"),
    "no character": ("\ufffe", "\uffff", "\ufdd0", "\U0001ffff", "\U0010ffff", "\ufffd", "\ue000", "\ufff9"),
    "surrogate": ("\ud800", "\udfff", "\udcff", "\ud83d"),
    "line": ("\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\n\n", "\n    "),
    "markup": (
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</script><script>alert(1)//", "<b onmouseover=x>甲</b>",
        "<svg/onload=alert(1)>", "<iframe src=//evil.example>", "<!--", "-->", "]]>", "</title>", "</textarea>", "</h1>", "</main>",
        "&lt;i&gt;", "&#60;b&#62;", "&amp;amp;", "<style>*{display:none}</style>", "<base href=//evil.example/>", "<meta http-equiv=refresh>",
    ),
    "markdown": (
        "\n# 标题", "\n\n## x {#s1}", "\n---\n", "\n***\n", "\n* 条目", "\n1. 甲", "\n> 丙", "\n    缩进", "\n```\n", "\n~~~", "\n| a | b |\n|---|---|",
        "_强调_ **强调**", "`码`", "[链接](javascript:alert(1))", "![图](//evil.example/x.png)", "[^1]", "\n[x]: //evil.example", "{#s1 .x onclick=y}",
        "{: onclick=y }", "*[HTML]: x", "[质]{zh}", "\n::: x\n", "\n!!! note", "--8<-- \"README.md\"", "|", "\\", "[TOC]", "\n: 定义", "<https://x.example>",
        "{", "}", "[", "]", "(", ")", "](b)", "*", "_", "`", "~", "^", "#", "+", "!", "$$x$$", "==己==",
    ),
    "template": ("{{ 7 * 7 }}", "{% raw %}", "{# 注释 #}", "{{", "}}", "{title}", "{place}", "{0}", "%s", "%(x)s", "${x}", "\\1", "\\g<0>"),
    "quotes": ('"', "'", "''", '"""', "“", "”", "‘", '" onclick="x', "' onclick='x", "&quot;", '\\"', "\\'", "`", "«"),
    "address": (
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//evil.example/x",
        "http://", "https://", "http://a b", "http://a\"b", "http://[::1", "http://a:b@c.example:99999/", "https://例え.example/", "http://x.example/%00%zz",
        "http://x.example/'onclick='y", "mailto:a@b", "ftp://x.example", "https://user@evil.example/?a=<b>&c=d#e|f", "http://x.example/" + "a" * 3000,
    ),
    "path": ("../x", "../../../etc/passwd", "/etc/passwd", "..", ".", "a/b", "a\\b", "C:\\x", "~", "con", "nul.", "x\x00y", "%2e%2e%2f", "a" * 300),
    "formula": ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"//evil.example\")", "\t=1", "=cmd|' /C calc'!A0", "'=1", "\"=1"),
    "letters": ("jin\u0430n", "\u0455cope", "ｊｉｎａｎ", "ＡＢＣ１２３", "é" * 3, "a\u0301\u0301", "Z\u0335\u0322" * 20, "\u0660\u0661", "①", "ﬁ", "İı", "ß", "㐀", "𠀀", "臺灣", "１２", "²"),
    "number": (
        "0", "-1", "+1", "007", "1e9", "1e999", "-0", "0x10", "0o7", "1_000", "1.5", ".5", "1.", "NaN", "inf", "-.inf", "1,000", "一", "½", "٣",
        "9" * 19, "9" * 400, "9" * 5_000, "1" * 4_301, "0." + "3" * 5_000, "1" + "0" * 100_000,
    ),
    "date": (
        "2018-02-31", "2019-02-29", "2018-00-10", "2018-13", "2018-04-31", "2999", "2999-12-31", "1000", "1000-01-01", "0000", "9999-99-99", "18-07-05", "2018-7-5",
        "2018/07/05", "2018-07-05T00:00:00Z", "20180705", "2018年7月5日", "２０１８", "2018-07-", "-2018", " 2018", "2018\n", "2026-11-30", "2900-02-29",
    ),
    "id": (
        "matrix", "search", "data", "index", "zh", "en", "id", "log", "about", "assets", "policies", "terms", "404", "con", "nul", "aux", "index.html", "index-md", "x-",
        "-x", "a--b", "A", "a_b", "a.b", "a b", "1", "2018", "x-2018", "jinan-2018", "moxiang-2031", "yunting-2032", "moxiang", "targets", "s1", "s99-9", "box9", "p0",
        "__proto__", "constructor", "toString", "true", "null", "no", "a" * 300, "a-" * 5_000 + "a", "", "s1-1 -> s1-2", "s1 -> s1", "zh", "sitemap", "title", "top",
    ),
    "long": ("质" * 100_000, "x" * 100_000, "a " * 50_000, "质，" * 50_000, "甲。\n" * 30_000, "(" * 100_000, "“" * 50_000, "*" * 50_000, "[" * 50_000, "<" * 50_000, "&" * 50_000),
}  # fmt: skip
"""Texts by kind: each stands in a value as a whole, or is put into its middle, its front or its end."""
WHOLE = ("number", "date", "id")
"""Kinds that only make sense as the whole of a value."""

OTHER_TYPES = (
    "12", "1.5", "-3", "0", "true", "no", "2018-01-01", "2018-01-01 10:00:00", "0x1F", "1:30", "!!int 3", "!!str 3", "!!null x", "~", "NaN", ".inf", "''", "\"\"", "[]",
    "{}", "[[]]", "[null]", "[~, ~]", "{zh: }", "{zh: x}", "{en: x, zh: [y]}", "[{}]", "{? [a, b] : c}", "{[a]: b}", "{null: x}", "? x", "1e3", "{\"zh\": 1, \"en\": 2}", "false",
)  # fmt: skip
"""Values of other types than a text, as they stand in the file."""
YAML = (
    "&a x", "*a", "&a [*a]", "&a {x: *a}", "!x y", "!!python/object/apply:os.system [ls]", "!!binary aGk=", "!!set {a}", "!!omap [a: 1]", "!<tag:x,2002:y> z", "<<: {a: b}",
    "{<<: {id: x}}", "|\n      a\n      b", ">-\n      a\n\n      b", "\"a\\x00b\"", "\"\\ud800\"", "\"\\U0010FFFF\"", "\"a\\\n  b\"", "'it''s'", "\"open", "[open", "{open: ", "a: b: c",
    "- x", "x # y", "#x", "%x", "@x", "`x`", "? ", ": ", "\tx", "x\t", "--- x", "...", "!", "&", "*", "\"a\" b", "[a, b]: c", "&a x\n      *a", "!!timestamp 2001-12-14", "\u2028x", "\x85x", "\x07",
)  # fmt: skip
"""What YAML can say besides plain values, as it stands in the file."""
AFTER = (
    "\n---\n- id: x\n",
    "\n...\nx: y\n",
    "\n%YAML 1.1\n---\nx\n",
    "\n\tx: y\n",
    "\nx\n",
    "\n- x\n",
    "\nx: y\n",
    "\n# 注\n",
    "\x00",
    "\n'",
    "\n&a *a\n",
    "\n\ufeff\n",
    "\n? x\n",
    "\n!!x\n",
)
"""What may stand behind all else in a file."""


def nest(depth: int, *, closed: bool = True) -> str:
    """Return lists within lists."""
    return "[" * depth + "]" * depth * closed


def laugh(levels: int) -> str:
    """Return a small text that stands for a value of `10 ** levels` items."""
    names = [f"&n{level} [{', '.join([f'*n{level - 1}' if level else 'x'] * 10)}]" for level in range(levels)]
    return f"[{', '.join(names)}]"


DEEP = (
    nest(40), nest(900), nest(10_000), nest(200_000, closed=False), "{a: " * 900 + "x" + "}" * 900, "{a: " * 20_000, "- " * 5_000 + "x", laugh(3), laugh(6), laugh(9),
    "! " * 1_000, "&a " * 100, "[" + "x," * 200_000 + "]", "{" + "".join(f"k{i}: x, " for i in range(20_000)) + "}", "[" + "&a x, " * 9_999 + "]",
)  # fmt: skip
"""Values nested, repeated or referred to more often than any parser should follow."""
