"""What a host says with the files of the site: one table, from which the file of each host is written.

Addresses are not upgraded to https, for all within the site are relative: a mirror in a local network may do without.
No header stands in two rows that hold for one file: some hosts join the two values, others take one of them.
"""

import re
from dataclasses import dataclass

from scripts.carry.content_security import NONE

POLICY = "Content-Security-Policy"
CACHE, TRANSPORT = "Cache-Control", "Strict-Transport-Security"
FOREVER = "public, max-age=31536000, immutable"
ASK = "public, max-age=0, must-revalidate"
"""How long a file is kept: for ever where its name has its fingerprint, else until the host says that it changed."""
# main.57a0d79d.min.css, bundle.a5f9d56c.min.js.map
HASHED_PATTERN = re.compile(r"\.[0-9a-f]{8}\.min\.(?:css|js)(?:\.map)?$")
FOR_ALL = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),  # no other host hears what was searched for
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (TRANSPORT, "max-age=31536000"),  # not for other names below the same one: they may not be ours
)


@dataclass(frozen=True, slots=True)
class Row:
    """What holds for some files."""

    pattern: str
    """Their path from the site's root; * stands for anything, once at most."""
    headers: tuple[tuple[str, str], ...]


def site_policy(policy: str) -> str:
    """Return the policy of the site as a header: none of its pages may be framed, which no page can say itself."""
    return f"{policy}; frame-ancestors {NONE}"


def header_rows(policy: str) -> tuple[Row, ...]:
    """Return what a host says beside how long and of what type a file is, by the policy that holds for all pages."""
    return (
        Row("/*", ((POLICY, site_policy(policy)), *FOR_ALL)),
        Row("/assets/*", (("Cross-Origin-Resource-Policy", "same-origin"),)),
        Row("/id/*", (("Vary", "Accept-Language"),)),  # where a host leads readers on in their language (nginx.py)
        # data are for everybody's programs, those on other sites too
        Row("/data/*", (("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin"))),
    )
