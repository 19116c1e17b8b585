"""Whom to tell of a fault that endangers readers → `.well-known/security.txt`, as RFC 9116 has it."""

from datetime import timedelta

from scripts.carry.stamp import Stamp
from scripts.model.languages import LANGUAGES
from scripts.write.words.reports import Reports

PATH = ".well-known/security.txt"
HOLDS = timedelta(days=364)
"""How long it holds: under a year is recommended, and every release makes it anew."""


def render_security_text(stamp: Stamp, reports: Reports) -> str:
    """Return the file for a state of the archive."""
    rows = (
        ("Contact", reports.contact),
        ("Expires", expiry(stamp)),
        ("Preferred-Languages", ", ".join(writing.tag.partition("-")[0] for writing in LANGUAGES.values())),
        ("Canonical", stamp.address + PATH),
    )
    return "".join(f"{name}: {value}\n" for name, value in rows)


def expiry(stamp: Stamp) -> str:
    """Return until when the file of a state holds; ValueError where nobody knows of when the state is."""
    if not stamp.moment:
        raise ValueError("security.txt has to say until when it holds, and the state of the archive has no date")
    return (stamp.moment + HOLDS).strftime("%Y-%m-%dT%H:%M:%SZ")
