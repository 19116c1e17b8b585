"""The styles, programs and data of a site: what they load is of the site and there, and data hold no program."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from scripts.check.site.addresses import resolve
from scripts.check.site.pages import Site
from scripts.problems import Problem

# url(a.svg), url("a.svg"), @import "a.css", image-set("a.png" 1x), src("a.woff")
STYLE_PATTERN = re.compile(
    r"""(?:url|src)\(\s*["']?\s*(?P<url>[^"')\s]+)|@import\s+["'](?P<import>[^"']+)|image-set\(\s*["'](?P<set>[^"']+)""",
    re.IGNORECASE,
)
ESCAPE_PATTERN = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
COMMENT_PATTERN = re.compile(r"/\*.*?\*/", re.DOTALL)
QUOTED_PATTERN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
MAP_PATTERN = re.compile(r"[#@]\s*sourceMappingURL\s*=\s*(\S+)")
# "https://a.example/x", '//a.example', `wss://…
HOST_PATTERN = re.compile(r"""["'`]\s*((?:[a-z][a-z0-9+.-]*:)?//[\w\[][^"'`\s]*)""", re.IGNORECASE)
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml")
"""What looks like an address in a program and only names a language."""
CALLS = ("eval(", "new Function(", "WebSocket(", "EventSource(", "RTCPeerConnection(", "sendBeacon(", "document.write(")
"""What no program of the archive does: run words as a program, or talk to a host by itself."""
# import("./a.js"), importScripts("a.js"), from "./a.js", new Worker("a.js"), fetch("a.json")
LOAD_PATTERN = re.compile(
    r"""(?:import\(|importScripts\(|\bfrom\s|new (?:Shared)?Worker\(|fetch\()\s*["']([^"']+)["']"""
)
# ArchiveGlossary.put({…}), ArchiveSearchData.put("en-0","bc40",[…]), var ArchiveMeanings = {…}, archiveForms = {…}
DATA_PATTERN = re.compile(
    r"(?:(?:var )?[A-Za-z]+ = (?P<value>.*?);?|[A-Z][A-Za-z]+\.[a-z][A-Za-z]*\((?P<values>.*)\);?)\s*", re.DOTALL
)
PROGRAMS = ("data/search/search.js", "data/search/asking.js")
"""The programs among the data."""


def check_styles(site: Site) -> Iterator[Problem]:
    """No style, of a file or within a page, loads anything that is not of the site and there."""
    for path in site.files:
        if path.endswith(".css"):
            yield from check_style(site, path, site.text(path), 1)
    for page in site.pages.values():
        for element in page.root.iter("style"):
            yield from check_style(site, page.path, element.text or "", int(element.sourceline or 1))


def check_style(site: Site, path: str, words: str, first: int) -> Iterator[Problem]:
    """A style loads nothing that is not of the site and there."""
    plain = ESCAPE_PATTERN.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), words)
    bare = COMMENT_PATTERN.sub(lambda match: "\n" * match[0].count("\n"), plain)
    if QUOTED_PATTERN.sub("", bare).count("{") != QUOTED_PATTERN.sub("", bare).count("}"):
        yield Problem(f"site/{path}", first, "form", "is not whole: a brace is not closed; build the site again")
    for pattern, text in ((STYLE_PATTERN, bare), (MAP_PATTERN, plain)):
        for match in pattern.finditer(text):
            address = str(match[match.lastindex or 0])
            yield from check_address(site, path, first + text.count("\n", 0, match.start()), address)


def check_address(site: Site, path: str, line: int, address: str) -> Iterator[Problem]:
    """What a file loads from an address is of the site and there."""
    if address.startswith(("data:", "#")):
        return
    lead = resolve(site, path, address)
    if lead.host or lead.fault:
        yield Problem(f"site/{path}", line, "host", f"{address!r} is loaded from elsewhere; put it into docs/assets")
    elif lead.path not in site.files:
        message = f"loads {address!r}, but site/{lead.path} is not there; build the site again"
        yield Problem(f"site/{path}", line, "dead-load", message)


def check_programs(site: Site) -> Iterator[Problem]:
    """No program names another host, runs words as a program, or loads what is not there; data are data alone."""
    for path in site.files:
        if path.endswith((".js", ".mjs")):
            is_data = is_of_data(path)
            yield from check_values(site, path) if is_data else check_program(site, path, site.text(path))


def is_of_data(path: str) -> bool:
    """Whether a script holds data alone."""
    folder, name = path.split("/", maxsplit=1)[0], PurePosixPath(path).name
    return (folder == "data" and path not in PROGRAMS) or name in ("meanings.js", "traditional.js")


def check_program(site: Site, path: str, words: str) -> Iterator[Problem]:
    """A program loads nothing that is not of the site and there."""
    for match in HOST_PATTERN.finditer(words):
        if match[1] not in NAMESPACES and not match[1].startswith(site.address):
            line = words.count("\n", 0, match.start()) + 1
            message = f"{match[1]!r} is an address of another host; no program of the archive needs one"
            yield Problem(f"site/{path}", line, "host", message)
    for call in CALLS:
        if call in words:
            line = words.count("\n", 0, words.index(call)) + 1
            message = f"{call}…) runs words as a program or talks to a host; write it without"
            yield Problem(f"site/{path}", line, "inline", message)
    for pattern in (LOAD_PATTERN, MAP_PATTERN):
        for match in pattern.finditer(words):
            yield from check_address(site, path, words.count("\n", 0, match.start()) + 1, match[1])


def check_values(site: Site, path: str) -> Iterator[Problem]:
    """A script of data is one value, or one call with values, and nothing else that would run."""
    match = DATA_PATTERN.fullmatch(site.text(path))
    words = match[match.lastgroup or 0] if match else ""
    try:
        json.loads(f"[{words}]")
    except ValueError:
        message = "is no script of data: it must be one call with values as JSON; build docs/ and site/ again"
        yield Problem(f"site/{path}", 0, "program", message)
