"""Further faults in the site: what pages, styles and scripts load; ids, links, files and their rights."""

import re

from tests.seeded.seeds import Draft, Row
from tests.seeded.site_told import ANY, EN, END, FOREIGN, TERM, ZH
from tests.seeded.ways import add, before, drop, empty, flip, gone, half, put, say

BODY = "en/terms/*/index.html"


def inserted(name: str, markup: str, suffers: str = "is known to a stranger", mark: str = END) -> Row:
    """Return the row of a seed that puts markup into a page."""
    return (name, suffers, BODY, before(mark, markup))


HEAD = "</head>"
LOADS: tuple[Row, ...] = (
    inserted("preload of another host", f'<link rel="preload" as="image" href="{FOREIGN}/x.png">', mark=HEAD),
    inserted("prefetch of another host", f'<link rel="prefetch" href="{FOREIGN}/x">', mark=HEAD),
    inserted("dns-prefetch", '<link rel="dns-prefetch" href="//cdn.example">', mark=HEAD),
    inserted("preconnect beside a name", f'<link rel="alternate preconnect" href="{FOREIGN}">', mark=HEAD),
    inserted("modulepreload", f'<link rel="modulepreload" href="{FOREIGN}/x.js">', mark=HEAD),
    inserted("manifest of another host", f'<link rel="manifest" href="{FOREIGN}/m.json">', mark=HEAD),
    inserted("icon of another host", f'<link rel="icon" href="{FOREIGN}/i.ico">', mark=HEAD),
    inserted("imagesrcset", f'<link rel="preload" as="image" imagesrcset="{FOREIGN}/x.png 2x">', mark=HEAD),
    inserted("an alternate stylesheet", f'<link rel="alternate stylesheet" href="{FOREIGN}/x.css">', mark=HEAD),
    inserted("second candidate of srcset", f'<img alt="" srcset="a.png 1x, {FOREIGN}/x.png 2x">'),
    inserted("source of a picture", f'<picture><source srcset="{FOREIGN}/x.webp"><img alt="" src="a.png"></picture>'),
    inserted("a track of another host", f'<video><track src="{FOREIGN}/x.vtt"></video>'),
    inserted("an image as a button", f'<input type="image" alt="x" src="{FOREIGN}/x.png">'),
    inserted("a button that sends elsewhere", f'<form><button formaction="{FOREIGN}/">.</button></form>'),
    inserted("use of an SVG of another host", f'<svg><use xlink:href="{FOREIGN}/x.svg#a"/></svg>'),
    inserted("an SVG filter of another host", f'<svg><filter><feImage href="{FOREIGN}/x.png"/></filter></svg>'),
    inserted("a page within a page", '<iframe srcdoc="&lt;img src=https://cdn.example/x.png&gt;"></iframe>'),
    inserted("a style of a page", f"<style>p{{background:image-set('{FOREIGN}/x.png' 1x)}}</style>", mark=HEAD),
    inserted("a background attribute", f'<table background="{FOREIGN}/x.png"></table>'),
    inserted("a script that is a module", f'<script type="module">import "{FOREIGN}/x.js"</script>', mark=HEAD),
    inserted("an inline script", "<script>document.title = document.cookie</script>", "runs a stranger's program"),
    inserted("a handler in an attribute", '<p onclick="location=\'//cdn.example\'">.</p>', "runs a stranger's program"),
    inserted("a link that is a script", '<a href="javascript:alert(1)">.</a>', "runs a stranger's program"),
    inserted("a link that is data", '<a href="data:text/html,x">.</a>', "is led to a stranger's page"),
    inserted("a script by its protocol alone", '<script src="//cdn.example/x.js"></script>', "runs a stranger's program"),
    inserted("a script with a backslash", '<script src="\\\\cdn.example/x.js"></script>', "runs a stranger's program"),
    inserted("a script with a line end in its address", '<script src="ht\ntps://cdn.example/x.js"></script>', "runs a stranger's program"),
    inserted("an import map", f'<script type="importmap">{{"imports": {{"a": "{FOREIGN}/a.js"}}}}</script>', mark=HEAD),
    inserted("rules of speculation", f'<script type="speculationrules">{{"prefetch": [{{"urls": ["{FOREIGN}/"]}}]}}</script>', mark=HEAD),
    inserted("an attribution of an image", f'<img alt="" src="a.png" attributionsrc="{FOREIGN}/a">'),
    inserted("a base that moves all links", '<base href="/elsewhere/">', "every link leads nowhere", "<meta charset"),
    inserted("a refresh to a page of the site", '<meta http-equiv="refresh" content="0; url=../">', "is led away", HEAD),
    ("CSS: @import without url()", "is known to a stranger", "assets/slides.css", lambda data, _: b'@import "//cdn.example/x.css" screen;\n' + data),
    ("CSS: a font of another host", "is known to a stranger", "assets/verify.css", add(f'\n@font-face{{font-family:x;src:local("a"),url("{FOREIGN}/x.woff2")}}\n')),
    ("CSS: image-set", "is known to a stranger", "assets/worksheets.css", add(f'\np{{background:image-set("{FOREIGN}/x.png" 1x)}}\n')),
    ("CSS: an escaped address", "is known to a stranger", "assets/paper.css", add("\np{background:u\\72l(https\\3a //cdn.example/x.png)}\n")),
    ("JS: fetch of an address put together", "is known to a stranger", "assets/archive.js", add(';fetch(["https:", "", "cdn.example", "x"].join("/"));\n')),
    ("JS: an image made", "is known to a stranger", "assets/head.js", add(f';new Image().src = "{FOREIGN}/x.png?" + location.href;\n')),
    ("JS: a beacon", "is known to a stranger", "assets/javascripts/archive-search-page.js", add(f';navigator.sendBeacon("{FOREIGN}/q", "x");\n')),
    ("JS: a socket", "is known to a stranger", "assets/javascripts/workers/archive-search-worker.js", add(';new WebSocket("wss://cdn.example/");\n')),
    ("JS: an import", "runs a stranger's program", "assets/javascripts/archive-worksheets.js", add(f';import("{FOREIGN}/x.js");\n')),
    ("JS: a script element", "runs a stranger's program", "data/search/search.js", add(f';document.head.append(Object.assign(document.createElement("script"), {{src: "{FOREIGN}/x.js"}}));\n')),
    ("JS: an event source in the data", "is known to a stranger", "data/glossary/*.js", add(f';new EventSource("{FOREIGN}/e");\n')),
    ("SVG: a script in the icon", "runs a stranger's program", "assets/favicon.svg", say("</svg>", f'<script href="{FOREIGN}/x.js"/></svg>')),
    ("the headers lose their policy", "is open to strangers' scripts", "_headers", drop(r"  Content-Security-Policy: .*\n")),
    ("the headers allow any script", "is open to strangers' scripts", "_headers", put(r"script-src 'self'", "script-src * 'self'")),
)  # fmt: skip


def id_gone_with_its_links(draft: Draft) -> None:
    """A heading of a hand-written page loses the address at which it was cited."""
    path = draft.matching("about/*/index.html")[0]
    found = draft.chance.choice(re.findall(r'<h2 id="([^"]+)"', draft.text(path)))
    for page in (path, f"en/{path}"):
        draft.write(page, draft.text(page).replace(f' id="{found}"', "", 1).replace(f'href="#{found}"', 'href="#main"'))


def id_twice_elsewhere(draft: Draft) -> None:
    path = draft.matching("en/documents/index.html")[0]
    first = re.findall(r'<li [^>]*id="([^"]+)"', draft.text(path))
    draft.write(path, draft.text(path).replace(f'id="{first[1]}"', f'id="{first[0]}"', 1))


def stray_file(draft: Draft) -> None:
    draft.write("policies/index.html.bak", "<p>draft</p>")


def stray_page(draft: Draft) -> None:
    """A draft in both languages that nobody meant to publish."""
    for prefix, language in (("", "zh-Hans"), ("en/", "en")):
        draft.write(
            f"{prefix}drafts/index.html", f'<!doctype html><html lang="{language}"><title>x</title><p>draft</p></html>'
        )


def page_of_one_owner(draft: Draft) -> None:
    draft.modes[draft.matching("topics/*/index.html")[0]] = 0o600


def page_that_all_may_write(draft: Draft) -> None:
    draft.modes[draft.matching("en/topics/*/index.html")[0]] = 0o666


def drop_policy(draft: Draft) -> None:
    """All pages of a policy in both languages are gone, and every link to it."""
    gone_id = "yantai-2018"
    for path in draft.paths:
        if path.startswith((f"policies/{gone_id}/", f"en/policies/{gone_id}/")):
            draft.remove(path)


PLACES: tuple[Row, ...] = (
    ("an id renamed", "an address that was cited leads nowhere", ZH, put(r'<h3 id="s(\d-\d)"', r'<h3 id="sec\g<1>"')),
    ("an id of a page by hand gone with its links", "an address that was cited leads nowhere", "", id_gone_with_its_links),
    ("two documents with one id", "is led to the wrong document", "", id_twice_elsewhere),
    ("an id with a blank", "an address breaks in a mail", EN, put(r'<h2 id="s3"', '<h2 id="s 3"')),
    ("an empty id", "is led nowhere", TERM, put(r'<h2 id="occurrences"', '<h2 id=""')),
    ("a label of a field that is not there", "hears no name of a field", ANY, put(r'for="site-query"', 'for="query"')),
    ("what a button controls is not there", "hears of nothing", ANY, put(r'aria-controls="site-menu"', 'aria-controls="menu"')),
    ("a link with too many steps up", "is led out of a folder", TERM, put(r'href="../../policies/', 'href="../../../policies/')),
    ("a link from the root", "is led nowhere from a folder", TERM, put(r'href="../../policies/', 'href="/policies/')),
    ("a link to the machine that built it", "is led nowhere", TERM, put(r'href="../../policies/', 'href="http://localhost:8000/policies/')),
    ("a link to a file on a disk", "is led nowhere", "en/topics/*/index.html", put(r'href="../../policies/', 'href="file:///home/editor/site/policies/')),
    ("an empty link", "stays where it was", BODY, put(r'href="../../policies/[^"]*"', 'href=""')),
    ("a link without its slash", "is sent on, and sees a listing in a folder", "en/topics/*/index.html", put(r'(href="../../policies/[a-z]+-20\d\d)/#', r"\g<1>#")),
    ("a link with other case", "is led nowhere on most servers", "topics/*/index.html", put(r'href="../../policies/j', 'href="../../policies/J')),
    ("a link to a Markdown file", "sees the works", "about/*/index.html", put(r'(href="(?:\.\./)+[a-z/-]+/)"', r'\g<1>index.md"')),
    ("a note without the way back", "loses the place", "policies/*/notes/index.html", put(r'href="../#spot-[^"]*"', 'href="../#main"')),
    ("a link of a malformed host", "is led nowhere", "topics/*/index.html", put(r'href="../../policies/', 'href="http://[policies/')),
)  # fmt: skip
FILES: tuple[Row, ...] = (
    ("the look cut in half", "sees a page without half its look", "assets/archive.css", half),
    ("the look gone", "sees a page without its look", "assets/archive.css", gone),
    ("a rule of the look changed", "cannot read grey on grey", "assets/archive.css", say("#8c2a21", "#f8f0f0")),
    ("the look on paper empty", "prints the works", "assets/paper.css", empty),
    ("a script cut in half", "nothing works", "assets/archive.js", half),
    ("a script changed", "copies another address", "assets/archive.js", say('"zh" : "en"', '"en" : "zh"')),
    ("a part of the script changed", "a right quotation is called wrong", "assets/javascripts/verify/verdict.js", flip),
    ("a worker gone", "the search never answers", "assets/javascripts/workers/archive-search-worker.js", gone),
    ("the theme's look gone", "sees a page without its look", "assets/theme.*.min.css", gone),
    ("the table of Traditional characters changed", "reads wrong characters", "assets/traditional.js", say("万萬", "万万")),
    ("the icon gone", "sees no icon", "assets/favicon.svg", gone),
    ("an empty card", "a shared link shows no picture", "policies/*/card.png", empty),
    ("a damaged card", "a shared link shows no picture", "en/policies/*/card.png", half),
    ("an empty page", "sees nothing", "organisations/*/index.html", empty),
    ("404 gone", "sees the server's own words", "404.html", gone),
    ("a file left over", "finds a draft", "", stray_file),
    ("a page left over", "finds a draft", "", stray_page),
    ("a page that only its owner may read", "is refused", "", page_of_one_owner),
    ("a page that all may write", "reads what anybody wrote", "", page_that_all_may_write),
    ("a policy gone with all its pages", "a cited policy is gone", "", drop_policy),
    ("the headers for the server gone", "is open to strangers' scripts", "_headers", gone),
    ("a page of bytes that are no text", "sees nonsense", "terms/*/index.html", lambda data, _: data[:4000] + b"\xff\xfe\x81" + data[4000:]),
)  # fmt: skip
FAMILIES = (("loads", LOADS), ("ids and links", PLACES), ("files", FILES))
