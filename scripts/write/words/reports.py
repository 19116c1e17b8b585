"""Where readers report problems: one setting, a mail address or the page of an issue tracker → links that say what of.

`REPORT_ADDRESS` is `archive@example.org`, or `https://example.org/issues/new`, to which `title` and `body` are added; a
tracker that calls these otherwise is given with their places: `https://example.org/new?issue={title}&text={body}`.
"""

import os
import re
from dataclasses import dataclass
from urllib.parse import quote

from scripts.model.vocabulary import Language
from scripts.write.words.strings import say

SETTING = "REPORT_ADDRESS"
TITLE, BODY = "{title}", "{body}"
"""The places of what a report is about, and of what it says."""
# archive@example.org
MAIL_PATTERN = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# https://example.org/issues/new?labels=text
PAGE_PATTERN = re.compile(r"https://[A-Za-z0-9.-]+(?::\d+)?(?:/[^\s\"<>]*)?")


@dataclass(frozen=True, slots=True)
class Reports:
    """Where readers report problems; nowhere, if `template` is empty."""

    contact: str
    """`mailto:` with the mail address, or the address of the tracker."""
    template: str
    """The address of a report, with the places of its title and its body."""

    def link(self, address: str, language: Language) -> str:
        """Return the address of a report on a page."""
        values = {TITLE: report_words(language), BODY: say("report-body", language, address=address)}
        link = self.template
        for place, words in values.items():
            link = link.replace(place, quote(words, safe=""))
        return link


NOWHERE = Reports("", "")


def report_words(language: Language) -> str:
    """Return what a report is called, and the link to it."""
    return say("report", language)


def read_reports() -> Reports:
    """Return where the environment says that problems are reported; ValueError where it says no address."""
    value = os.environ.get(SETTING, "").strip()
    if not value:
        return NOWHERE
    if MAIL_PATTERN.fullmatch(value.removeprefix("mailto:")):
        contact = f"mailto:{value.removeprefix('mailto:')}"
        return Reports(contact, f"{contact}?subject={TITLE}&body={BODY}")
    if not PAGE_PATTERN.fullmatch(value):
        raise ValueError(f"{SETTING} is {value!r}; it must be a mail address, or an address that begins with https://")
    if BODY in value:
        return Reports(value.partition("?")[0], value)
    return Reports(value, f"{value}{'&' if '?' in value else '?'}title={TITLE}&body={BODY}")
