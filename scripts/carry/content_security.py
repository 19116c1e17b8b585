"""A page → the policy in its head that keeps a browser to what the page is made of.

An inline script or style is named by the fingerprint of its words, taken from the finished page, so that none is named
that is not there and none is forgotten. Beside these a page of the site may load files of the same host; a file that
carries all within itself may load none. The pages of a copy in a folder say less: that nothing comes from the network.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape, unescape

OWN, NONE = "'self'", "'none'"
"""The sources of a page of the site, and of nothing."""
FOLDER = f"default-src {OWN} file: data: 'unsafe-inline'"
"""The policy in a folder, whose files not every browser counts as its page's; fingerprints would add 3% to a copy."""
DIRECTIVES = (
    ("default-src", NONE),
    ("script-src", "{own} {scripts}"),
    ("style-src", "{own} {styles}"),
    ("img-src", "{own} data:"),  # the shapes of icons stand in the style
    ("connect-src", "{own}"),
    ("worker-src", "{own}"),
    ("form-action", "{own}"),
    ("base-uri", NONE),
    ("object-src", NONE),
)
"""What is allowed, by what it is for; a directive with nothing in it allows nothing."""
# <script>…</script>, <style media="print">…</style>
INLINE_PATTERN = re.compile(r"<(script|style)\b([^<>]*)>(.*?)</\1>", re.DOTALL)
# <script src="a.js"> is no inline script, <script type="application/json"> none at all
OTHER_PATTERN = re.compile(r'\ssrc=|type="application/(?:ld\+)?json"')
CHARSET = '<meta charset="utf-8">'
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
META_PATTERN = re.compile(re.escape(META).replace(r"\{\}", '([^"]*)'))
HASH_PATTERN = re.compile(r"'sha256-[\w+/]+=*'")


def fingerprint(words: str) -> str:
    """Return what names an inline script or style.

    >>> fingerprint("a()")
    "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(words.encode('utf-8')).digest()).decode()}'"


def inline_parts(page: str) -> dict[str, list[str]]:
    """Return the fingerprints of a page's inline scripts and styles, by the names of their elements."""
    found: dict[str, list[str]] = {"script": [], "style": []}
    for match in INLINE_PATTERN.finditer(page):
        if not OTHER_PATTERN.search(match[2]):
            found[match[1]].append(fingerprint(match[3]))
    return {tag: sorted(set(names)) for tag, names in found.items()}


def render_policy(own: str, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return a policy by what may be loaded, and the fingerprints of what stands inline."""
    values = {"own": own, "scripts": " ".join(scripts), "styles": " ".join(styles)}
    rows = ((name, sources.format(**values).strip()) for name, sources in DIRECTIVES)
    return "; ".join(f"{name} {sources}" if sources else f"{name} {NONE}" for name, sources in rows)


def secure(page: str, own: str = OWN) -> str:
    """Return a page that says its policy before anything that it loads."""
    if page.count(CHARSET) != 1:
        raise ValueError(f"a page has no {CHARSET} behind which its policy can stand")
    parts = inline_parts(page)
    policy = render_policy(own, parts["script"], parts["style"])
    return page.replace(CHARSET, CHARSET + "\n" + META.format(escape(policy, quote=False)), 1)


def for_folder(page: str) -> str:
    """Return a page with the policy of a copy in a folder."""
    return META_PATTERN.sub(META.format(FOLDER), page, count=1)


def policy_of(page: str) -> str:
    """Return the policy that a page says; nothing where it says none."""
    match = META_PATTERN.search(page)
    return unescape(match[1]) if match else ""


def join_policies(policies: Iterable[str]) -> str:
    """Return the policy of a whole site: that of a page with the inline scripts and styles of all."""
    names: dict[str, set[str]] = {"script-src": set(), "style-src": set()}
    for policy in policies:
        for directive in policy.split("; "):
            names.get(directive.partition(" ")[0], set()).update(HASH_PATTERN.findall(directive))
    return render_policy(OWN, sorted(names["script-src"]), sorted(names["style-src"]))
