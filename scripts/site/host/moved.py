"""The register and the editors' redirects → what the site shows at addresses that are gone; it needs no script.

Where a page was, a page leads on to its successor, and where a file was, the successor's bytes stand. An id that is
gone is an empty target at its new place, on the same page; where that place is on another page, a line says so.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from posixpath import relpath
from urllib.parse import urlsplit

from scripts.carry.bundle import COPYRIGHT
from scripts.carry.content_security import secure
from scripts.carry.links import INDEX
from scripts.model.addresses import moved_addresses
from scripts.model.languages import LANGUAGES, ORIGINAL, OTHER
from scripts.model.vocabulary import Language
from scripts.read.corpus.register_file import read_redirects, read_register
from scripts.write.words.addresses import site_root
from scripts.write.words.strings import LANG_TAGS, say

SCRIPT = "assets/javascripts/archive-moved.js"
"""Takes the place behind # and what stands behind ? along, where scripts run."""
TEMPLATE = """\
<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>
</head>
<body>
<h1>{title}</h1>
{lines}
<script src="{script}"></script>
{foot}</div>
</body>
</html>
"""
"""The foot is empty, and stands where a copy says which it is."""
END = "</article>"
# <tr id="s2">: a row holds cells alone; its first one takes the target
ROW_TAGS = ("table", "tbody", "thead", "tr")


def find_moves(root: Path) -> dict[str, str]:
    """Return where each address that is gone leads, both from the site's root, in every language that has them."""
    moved = moved_addresses(read_register(root)[0].lines, read_redirects(root)[0].moves)
    return {old_there: new_there for old, new in moved.items() for old_there, new_there in in_languages(old, new)}


def in_languages(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield an address and its successor in every language in which pages have it."""
    own = [language for language in Language if old.startswith(f"/{LANGUAGES[language].folder}")]
    if not old.partition("#")[0].endswith("/") or any(LANGUAGES[language].folder for language in own):
        yield old, new
        return
    for language in Language:
        folder = LANGUAGES[language].folder
        yield f"/{folder}{old[1:]}", f"/{folder}{new[1:]}" if new.partition("#")[0].endswith("/") else new


def write_moved(root: Path, site: Path) -> dict[str, str]:
    """Write what a site shows at addresses that are gone; return the moves of pages and files, for its hosts."""
    moves = find_moves(root)
    for old, new in moves.items():
        file = site / old[1:]
        if "#" in old:
            if old.partition("#")[0] not in moves:  # else the page leads on itself
                mark_place(site, old, new)
        elif old.endswith("/"):
            put(file / INDEX, render_moved(old, new).encode())
        elif (site / new[1:]).is_file() and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / new[1:], file)
    return {old: new for old, new in moves.items() if "#" not in old}


def put(file: Path, data: bytes) -> None:
    """Write a page, unless there is one."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def render_moved(old: str, new: str) -> str:
    """Return the page that leads on from an address, in the language in which it stands, with the other's words."""
    language = language_of(old)
    root, way = way_from(old, "/"), way_from(old, new)
    shown = f'<a href="{escape(way)}">{escape(site_root() + new[1:])}</a>'
    lines = [f"<p>{say('moved-page', language, page=shown)}</p>"]
    lines.append(f'<p lang="{LANG_TAGS[OTHER[language]]}">{say("moved-page", OTHER[language], page=shown)}</p>')
    return secure(
        TEMPLATE.format(
            tag=LANG_TAGS[language],
            title=escape(say("moved-title", language)),
            canonical=escape(site_root() + new[1:].partition("#")[0]),
            way=escape(way),
            lines="\n".join(lines),
            script=root + SCRIPT,
            foot=COPYRIGHT,
        )
    )


def language_of(address: str) -> Language:
    """Return the language of the page at an address."""
    folders = {language: LANGUAGES[language].folder for language in Language}
    return next((each for each, own in folders.items() if own and address.startswith(f"/{own}")), ORIGINAL)


def way_from(old: str, new: str) -> str:
    """Return the way from a page to an address, as the archive's pages have it: it works in any folder.

    >>> way_from("/terms/old/", "/terms/new/"), way_from("/en/about/old/", "/about/#a")
    ('../new/', '../../../about/#a')
    """
    path, sign, place = new.partition("#")
    way = relpath(path, old if old.endswith("/") else old.rpartition("/")[0])
    return way + "/" * path.endswith("/") + sign + place


def mark_place(site: Path, old: str, new: str) -> None:
    """Let an id that is gone lead to its new place: on its page as an empty target there, else as a line at the end."""
    path, _, gone = old.partition("#")
    file = site / path[1:] / INDEX
    page = file.read_text(encoding="utf-8") if file.is_file() else ""
    if END not in page or f'id="{gone}"' in page:
        return
    target, _, place = new.partition("#")
    marked = add_target(page, place, gone) if target == path and place else page
    if marked == page:
        shown = f'<a href="{escape(way_from(path, new))}">{escape(site_root() + new[1:])}</a>'
        line = f'<p id="{gone}">{say("moved-place", language_of(old), page=shown)}</p>'
        before, end, behind = page.rpartition(END)
        marked = before + line + end + behind
    file.unlink()  # a file of its own: the former may share its bytes
    file.write_text(marked, encoding="utf-8")


def add_target(page: str, place: str, gone: str) -> str:
    """Return a page with an empty target in the element that has an id; of a table, in the first cell behind it.

    >>> add_target('<li id="b">B</li>', "b", "a")
    '<li id="b"><span id="a"></span>B</li>'
    """
    match = re.search(rf'<(\w+)\b[^<>]*\sid="{re.escape(place)}"[^<>]*>', page)
    if match and match[1] in ROW_TAGS:
        match = re.compile(r"<t[dh]\b[^<>]*>").search(page, match.end())
    return f'{page[: match.end()]}<span id="{gone}"></span>{page[match.end() :]}' if match else page


def base_path() -> str:
    """Return the path at which the archive stands on its host, without a slash at its end."""
    return urlsplit(site_root()).path.rstrip("/")


def render_redirects(moves: Mapping[str, str]) -> str:
    """Return `_redirects`, which Cloudflare Pages, Netlify and others read; beside it the pages lead on as well.

    Cloudflare reads 2,000 lines.
    """
    base = base_path()
    return "".join(f"{base}{old} {base}{new} 301\n" for old, new in moves.items())
