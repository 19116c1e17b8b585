"""What a page loads or runs: files of the site that are there, and nothing of another host, by whatever attribute."""

import base64
import hashlib
import re
from collections.abc import Iterator

from lxml import html

from scripts.check.site.addresses import candidates, resolve
from scripts.check.site.pages import Page, Site, problem
from scripts.problems import Problem

NAMED_RELS = {"canonical", "alternate", "next", "prev", "license", "archive-language"}
"""What a `<link>` only names and no browser loads; neither does any load one that has none."""
NAMED_RELS |= {"cite-as", "describedby", "item", "type", "author", "linkset"}
ADDRESSES = (
    "src",
    "data",
    "poster",
    "background",
    "ping",
    "manifest",
    "codebase",
    "classid",
    "archive",
    "code",
    "dynsrc",
)
LISTS = ("srcset", "imagesrcset")
XLINK = "xlink:href"
SHAPES = ("image", "use", "feimage", "script", "pattern", "mpath", "textpath", "lineargradient", "radialgradient")
"""Elements of pictures in SVG that load what their href names."""
NEVER = (
    "base",
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "portal",
    "video",
    "audio",
    "source",
    "track",
)
"""Elements that load, run or lead elsewhere, of which no page has one."""
KINDS = ("", "text/javascript", "module", "application/ld+json", "application/json")
DATA_KINDS = KINDS[-2:]
DIRECTIVES = {
    "default-src": "'none'", "script-src": "{own} {scripts}", "style-src": "{own} {styles}", "img-src": "{own} data:",
    "connect-src": "{own}", "worker-src": "{own}", "form-action": "{own}", "base-uri": "'none'", "object-src": "'none'",
}  # fmt: skip
"""What a page allows; `own` is the site for a page in its frame, nothing for a copy that carries all within itself."""
CSP = "Content-Security-Policy"
REFRESH_PATTERN = re.compile(r"\s*[\d.]+\s*[;,]?\s*(?:url\s*=)?\s*['\"]?(.*?)['\"]?\s*$", re.IGNORECASE)


def check_loads(page: Page, site: Site) -> Iterator[Problem]:
    """Whatever an element loads is a file of the site that is there."""
    names = (*ADDRESSES, *LISTS)
    for element in page.root.xpath(f"//*[{' or '.join(f'@{name}' for name in names)} or @*[name()='xlink:href']]"):
        for name in (*names, XLINK):
            words = str(element.get(name) or "") if name in element.attrib else ""
            for address in candidates(words) if name in LISTS else [words] if name in element.attrib else ():
                yield from check_load(page, site, element, address)
    for element in page.root.iter("link", *SHAPES):
        rels = set(str(element.get("rel") or "").lower().split())
        is_named = element.tag == "link" and (not rels or bool(NAMED_RELS & rels))
        if element.get("href") is not None and not is_named:
            yield from check_load(page, site, element, str(element.get("href")))


def check_load(page: Page, site: Site, element: html.HtmlElement, address: str) -> Iterator[Problem]:
    """What is loaded from an address is of the site, and is there."""
    if address.startswith("data:image/"):
        return
    lead = resolve(site, page.path, address)
    if lead.host:
        yield problem(page, element, "host", f"{address!r} is loaded from another host; put it into docs/assets")
    elif lead.fault:
        yield problem(page, element, "address", f"{address!r} {lead.fault}; load a file of the site")
    elif lead.path not in site.files:
        message = f"<{element.tag!s}> loads {address!r}, but site/{lead.path} is not there; build the site again"
        yield problem(page, element, "dead-load", message)


def check_elements(page: Page, site: Site) -> Iterator[Problem]:
    """No page has an element that shows, runs or turns to what is not of the site."""
    for tag in NEVER:
        for element in page.root.iter(tag):
            yield problem(page, element, "element", f"<{tag}> stands on no page of the archive; take it away")
    for element in page.root.xpath("//meta[@http-equiv]"):
        kind = str(element.get("http-equiv"))
        match = REFRESH_PATTERN.match(element.get("content") or "") if kind.lower() == "refresh" else None
        if match and resolve(site, page.path, match[1]).path not in site.files:
            message = f"the page turns to {match[1]!r}, which is not of the site; lead to a page that is"
            yield problem(page, element, "host", message)
        elif match and page.root.xpath("//article"):
            yield problem(page, element, "element", "a page that is read turns to no other; take the refresh away")
        elif not match and kind != CSP:
            yield problem(page, element, "element", f"http-equiv={kind!r} stands on no page; take it away")


def check_programs(page: Page, _: Site) -> Iterator[Problem]:
    """Nothing runs and nothing is styled within a page but what its policy names; no attribute holds a program."""
    for element in page.root.xpath("//*[@*[starts-with(name(), 'on') or name()='style' or name()='srcdoc']]"):
        names = [name for name in element.attrib if name.startswith("on") or name in ("style", "srcdoc")]
        message = f"{names[0]}=… does nothing under the page's policy, and must not; put it into docs/assets"
        yield problem(page, element, "inline", message)
    for element in page.root.xpath("//script | //style"):
        kind = str(element.get("type") or "").strip().lower()
        is_data = kind in DATA_KINDS
        if element.tag == "script" and kind not in KINDS:
            yield problem(page, element, "inline", f"a script of the type {kind!r} is none of ours; take it away")
        if page.is_framed and not is_data and element.get("src") is None:
            message = f"<{element.tag}> stands within the page; put it into a file below docs/assets"
            yield problem(page, element, "inline", message)


def check_policy(page: Page, _: Site) -> Iterator[Problem]:
    """A page says first of all what it may load and run: files of the site, and the words that stand in it."""
    found = page.root.xpath(f"/html/head/meta[translate(@http-equiv, 'CSP', 'csp')='{CSP.lower()}']")
    expected = render_policy(page)
    if len(found) != 1 or found[0].get("content") != expected:
        message = f"the page must say once, before it loads anything, that it may load: {expected}"
        yield problem(page, found[0] if found else page.root, "policy", message)
    elif found[0].xpath("preceding-sibling::*[not(self::meta[@charset])]"):
        yield problem(page, found[0], "policy", "what may be loaded is said behind what may load; say it first")


def render_policy(page: Page) -> str:
    """Return what the page must say that it may load and run."""
    own, none = ("'self'" if page.is_framed or page.leads_on else ""), "'none'"
    inline = {tag: sorted({name_of(element) for element in inline_of(page, tag)}) for tag in ("script", "style")}
    values = {"own": own, "scripts": " ".join(inline["script"]), "styles": " ".join(inline["style"])}
    rows = ((name, sources.format(**values).strip()) for name, sources in DIRECTIVES.items())
    return "; ".join(f"{name} {sources or none}" for name, sources in rows)


def inline_of(page: Page, tag: str) -> Iterator[html.HtmlElement]:
    """Yield the elements that hold a program or a style themselves."""
    for element in page.root.iter(tag):
        if element.get("src") is None and element.get("type") not in DATA_KINDS:
            yield element


def name_of(element: html.HtmlElement) -> str:
    """Return what names the words of an inline script or style: their fingerprint."""
    digest = hashlib.sha256((element.text or "").encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
