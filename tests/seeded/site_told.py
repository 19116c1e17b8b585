"""The 59 kinds of faults in the site with which the archive was first attacked."""

import re

from tests.seeded.seeds import Draft, NothingToSpoilError, Row
from tests.seeded.ways import (
    add,
    before,
    cell,
    digit,
    drop,
    drop_line,
    exchange,
    gone,
    half,
    han,
    other_digit,
    put,
    say,
)

ZH, EN = "policies/*-20??/index.html", "en/policies/*-20??/index.html"
ANY, TERM = "*/index.html", "terms/*/index.html"
END = "</article>"
PARAGRAPH = r'<p id="s[^"]+">(?P<x>[^<]{20,})'
FOREIGN = "https://cdn.example"


def drop_anchor(draft: Draft) -> None:
    """Take an id off a page, and every link to it off all pages of the same policy."""
    for path in draft.matching(ZH):
        anchors = re.findall(r'<p id="(s[^"]+-p\d+)"', draft.text(path))
        anchor = draft.chance.choice(anchors)
        for page in (path, f"en/{path}"):
            text = draft.text(page).replace(f' id="{anchor}"', "")
            draft.write(page, re.sub(rf'<a [^>]*href="[^"]*#{anchor}"[^>]*>(.*?)</a>', r"\1", text))
        return


def drop_page(draft: Draft) -> None:
    """Take a page away in both languages."""
    path = draft.matching("about/*/index.html")[0]
    draft.remove(path)
    draft.remove(f"en/{path}")


def drop_page_of_one_language(draft: Draft) -> None:
    draft.remove(draft.matching("en/terms/*/index.html")[0])


def drop_image(draft: Draft) -> None:
    draft.remove(draft.matching("*/card.png")[0])


def drop_script(draft: Draft) -> None:
    if "assets/archive.js" not in draft.paths:
        raise NothingToSpoilError
    draft.remove("assets/archive.js")


def id_twice(draft: Draft) -> None:
    path = draft.matching(ZH)[0]
    text = draft.text(path)
    anchor = draft.chance.choice(re.findall(r'<p id="(s[^"]+)"', text))
    draft.write(path, text.replace(END, f'<p id="{anchor}"></p>{END}'))


DATA: tuple[Row, ...] = (
    ("a wrong number in targets.csv", "cites a figure that no policy sets", "data/targets.csv", cell("value", other_digit)),
    ("terms.csv cut in half", "misses half of the terms, unaware", "data/terms.csv", half),
    ("a policy's JSON cut in half", "cannot read it", "data/policies/*-20??.json", half),
    ("parallel.tmx cut in half", "cannot load the translation memory", "data/parallel.tmx", half),
    ("a search file cut in half", "the search ends in an error", "data/search/zh-*.js", half),
    ("a search file missing", "the search never answers", "data/search/text-en-*.js", gone),
    ("a wrong posting in the search", "finds what does not hold the word", "data/search/zh-*.js", put(r"(?<=[A-Za-z])[A-Za-y](?=[A-Za-z ])(?=[^\"]{200})", "z")),
    ("sections.jsonl short", "misses sections, unaware", "data/sections.jsonl", drop_line()),
    ("a policy's JSON changed", "works with words that are not the policy's", "data/policies/*-20??.json", han(r'^"text": ".*"')),
    ("a wrong hash in datapackage.json", "takes a good file for a damaged one", "data/datapackage.json", digit(r"sha256:[0-9a-f]{64}")),
)  # fmt: skip
TEXT: tuple[Row, ...] = (
    ("a paragraph changed", "quotes what the policy does not say", ZH, han(PARAGRAPH)),
    ("two English paragraphs exchanged", "reads the words of another place", EN, exchange(r'<p id="s[^"]+">(?P<x>.{60,}?)(?=<a |</p>)')),
    ("an anchor removed together with its links", "an address that was cited leads nowhere", "", drop_anchor),
    ("a half-width comma in the Chinese", "copies a wrong character", ZH, put(r'(<p id="s[^"]+">[^<]*?[一-龥])，', r"\g<1>,")),
    ("a replacement character", "cannot tell what stood there", ZH, han(PARAGRAPH, "\ufffd")),
    ("a wrong sha256 shown", "thinks that the source was altered", ZH, digit(r"<code>[0-9a-f]{64}</code>")),
    ("a wrong number on an indicator's page", "cites a figure that no policy sets", "indicators/*/index.html", put(r'(data-label="数值"[^>]*>)[^<]+', r"\g<1>≥77")),
    ("a wrong lang inside a page", "hears Chinese read as English", ANY, put(r'(<span )lang="en"', r'\g<1>lang="zh-Hans"')),
)  # fmt: skip
HOSTS: tuple[Row, ...] = (
    ("srcset of another host", "is known to a stranger", TERM, before(END, f'<img alt="" src="x.png" srcset="{FOREIGN}/x.png 2x">')),
    ("a style attribute of another host", "is known to a stranger", TERM, before(END, f'<p style="background:url({FOREIGN}/x.png)">.</p>')),
    ("@import in a style of a page", "is known to a stranger", TERM, before("</head>", f'<style>@import "{FOREIGN}/x.css";</style>')),
    ("an object of another host", "is known to a stranger", TERM, before(END, f'<object data="{FOREIGN}/x.svg"></object>')),
    ("an SVG image of another host", "is known to a stranger", TERM, before(END, f'<svg><image href="{FOREIGN}/x.png"/></svg>')),
    ("a poster of another host", "is known to a stranger", TERM, before(END, f'<video poster="{FOREIGN}/x.png"></video>')),
    ("a request in a script", "is known to a stranger", "assets/archive.js", add(f';fetch("{FOREIGN}/count");\n')),
    ("a meta refresh", "is led away", TERM, before("</head>", f'<meta http-equiv="refresh" content="3; url={FOREIGN}/">')),
    ("a form that sends elsewhere", "gives a query to a stranger", TERM, put(r'action="[^"]*search/"', f'action="{FOREIGN}/search/"')),
    ("a base of another host", "every link leads away", TERM, before("<meta charset", f'<base href="{FOREIGN}/">')),
    ("a ping of another host", "every step is told to a stranger", TERM, put(r"<a (?=href=)", f'<a ping="{FOREIGN}/p" ')),
)  # fmt: skip
HEAD: tuple[Row, ...] = (
    ("hreflang lost", "a search engine shows the wrong language", ANY, drop(r'<link rel="alternate" href="[^"]*" hreflang="en">\n')),
    ("hreflang wrong", "is sent to a page of another matter", ANY, put(r'(<link rel="alternate" href="[^"]*)(" hreflang="en">)', r"\g<1>x/\g<2>")),
    ("canonical lost", "a copy is taken for the original", ANY, drop(r'<link rel="canonical" href="[^"]*">\n')),
    ("canonical wrong", "a search engine drops the page", ANY, put(r'(<link rel="canonical" href=")[^"]*', r"\g<1>https://archive.test/")),
    ("title lost", "cannot tell the tabs apart", ANY, drop(r"<title>[^<]*</title>\n")),
    ("title wrong", "takes the page for another", ANY, put(r"<title>[^<]*</title>", "<title>Untitled</title>")),
    ("citation_title wrong", "cites another title", ZH, put(r'(name="citation_title" content=")[^"]*', r"\g<1>关于质量工作的意见")),
    ("a wrong address to copy", "cites an address that is not there", ANY, put(r'(name="archive-address" content=")[^"]*', r"\g<1>https://archive.test/x/")),
    ("noindex", "never finds the page", ANY, before("</head>", '<meta name="robots" content="noindex">\n')),
    ("a broken sitemap", "new pages are not found", "sitemap.xml", say("</urlset>", "")),
    ("a script missing", "cannot copy an address", "", drop_script),
    ("an image missing", "a shared link shows no picture", "", drop_image),
    ("an alt missing", "hears nothing of a picture", "indicators/*/index.html", drop(r'(?<=role="img") aria-label="[^"]*"')),
    ("a page deleted in both languages", "a cited page is gone", "", drop_page),
)  # fmt: skip
SEEN: tuple[Row, ...] = (
    ("an id twice", "is led to the wrong place", "", id_twice),
    ("an id that is not ASCII", "an address breaks in a mail", ZH, put(r'id="s2"', 'id="第二"')),
    ("an id from its position", "an address changes with the next heading", TERM, put(r'<h2 id="occurrences"', '<h2 id="_2"')),
    ("the lang of a page wrong", "hears Chinese read as English", TERM, put(r'<html lang="zh-Hans"', '<html lang="en"')),
    ("a link to a page that is not there", "is led nowhere", TERM, put(r'href="../../policies/[^"#]*', 'href="../../policies/nowhere-2018/')),
    ("a link to an anchor that is not there", "is led to the top of a page", TERM, put(r'(href="../../policies/[^"#]*#)[^"]*', r"\g<1>s99-p9")),
    ("a page deleted in one language", "finds no English", "", drop_page_of_one_language),
    ("a script of another host", "runs a stranger's program", TERM, before("</head>", f'<script src="{FOREIGN}/x.js"></script>')),
    ("an image of another host", "is known to a stranger", TERM, before(END, f'<img src="{FOREIGN}/x.png" alt="">')),
    ("a frame of another host", "is known to a stranger", TERM, before(END, f'<iframe src="{FOREIGN}/"></iframe>')),
    ("a video of another host", "is known to a stranger", TERM, before(END, f'<video src="{FOREIGN}/x.mp4"></video>')),
    ("an audio source of another host", "is known to a stranger", TERM, before(END, f'<audio><source src="{FOREIGN}/x.mp3"></audio>')),
    ("an embed of another host", "is known to a stranger", TERM, before(END, f'<embed src="{FOREIGN}/x.svg">')),
    ("a stylesheet of another host", "is known to a stranger", TERM, before("</head>", f'<link rel="stylesheet" href="{FOREIGN}/x.css">')),
    ("an address in a stylesheet", "is known to a stranger", "assets/archive.css", add(f"\nbody{{background:url({FOREIGN}/x.png)}}\n")),
    ("an @import in a stylesheet", "is known to a stranger", "assets/paper.css", lambda data, _: f'@import "{FOREIGN}/x.css";\n'.encode() + data),
)  # fmt: skip
FAMILIES = (
    ("data", DATA),
    ("text of pages", TEXT),
    ("what pages load", HOSTS),
    ("heads", HEAD),
    ("ids, links, hosts (seen before)", SEEN),
)
