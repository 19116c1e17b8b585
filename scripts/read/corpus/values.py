"""Values that make sense: dates that a calendar has, addresses that lead somewhere, words in their own language.

Each function returns what is wrong with a value, and the remedy, to follow the value in a message; nothing if it fits.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from scripts.model.anchors import parse
from scripts.text.characters import HAN

DATE_PATTERN = r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
DATE_HINT = 'an ISO date in quotes, as exact as is known: "2018", "2018-07" or "2018-07-05"'
DAY_PATTERN, DAY_HINT = "[12][0-9]{3}-[01][0-9]-[0-3][0-9]", 'the ISO date of a day in quotes, such as "2026-11-29"'
SLUG_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_HINT = "a name in lower-case ASCII with hyphens, such as fangguanfu"
URL_HINT = "the address of the page, with http:// or https://"
FIRST_YEAR, LAST_YEAR = 1949, 2100
"""Of whatever the archive has; a year outside is a slip of the pen."""
FIRST_WEB_YEAR = 1991
"""No page was read before there were any."""
LONGEST_ID, LONGEST_ANCHOR, LONGEST_URL, LONGEST_TEXT = 60, 60, 2_000, 10_000
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
"""Names that no folder can have on Windows, where the archive is read from a folder too."""
URL_PATTERN = re.compile(r"https?://(?P<host>[^/?#]*)[^\s]*")
# a.b, 121.40.1.2, www.gov.cn, xn--fiqs8s.cn; not localhost, -a.cn
LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HOST_PATTERN = re.compile(
    rf"(?:{LABEL}\.)+(?:[a-z]{{2,}}|xn--[a-z0-9-]+)|[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{3}}", re.IGNORECASE
)
PORT_PATTERN = re.compile("(?::(?P<port>[1-9][0-9]{0,4}))?$")
MOST_PORT = 65_535
# " < \ 质: what an address may not have as it is
NO_URL_PATTERN = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&()*+,;=%]|%(?![0-9A-Fa-f]{2})")
HAN_PATTERN, LATIN_PATTERN = re.compile(f"[{HAN}]"), re.compile("[A-Za-z\u00c0-\u024f]")


def date_fault(text: str, first_year: int = FIRST_YEAR) -> str:
    """Return what is wrong with a date of the right form.

    >>> date_fault("2018-02-31"), date_fault("2018-02")
    ('which no calendar has; mend it', '')
    """
    if not first_year <= int(text[:4]) <= LAST_YEAR:
        return f"which is not between {first_year} and {LAST_YEAR}; mend it"
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return "which no calendar has; mend it"
    return ""


def id_fault(text: str) -> str:
    """Return what is wrong with an id of the right form: it is the name of a folder."""
    if len(text) > LONGEST_ID:
        return f"which has {len(text):,} characters, and an id may have {LONGEST_ID}; shorten it"
    return "which no folder can be called on Windows; choose another" if text in DEVICES else ""


def url_fault(text: str) -> str:
    """Return what is wrong with an address.

    >>> url_fault("http://a.example/x"), url_fault("http://me:secret@a.example/")
    ('', 'which names a user; give the address without')
    """
    match = URL_PATTERN.fullmatch(text)
    if not match:
        return f"and must be {URL_HINT}"
    if len(text) > LONGEST_URL:
        return f"which has {len(text):,} characters, and an address may have {LONGEST_URL:,}; shorten it"
    if "@" in match["host"]:
        return "which names a user; give the address without"
    if bad := NO_URL_PATTERN.search(text):
        return f"in which {bad[0]!r} cannot stand; percent-encode it, or drop it"
    host, port = PORT_PATTERN.sub("", match["host"]), PORT_PATTERN.search(match["host"])
    is_number = host.replace(".", "").isdigit()
    if not HOST_PATTERN.fullmatch(host) or (is_number and max(map(int, host.split("."))) > 255):
        return f"in which {host!r} is no host; mend it"
    return "which has no such port; mend it" if port and int(port["port"] or 1) > MOST_PORT else ""


def chinese_fault(text: str) -> str:
    """Return what is wrong with words that must be Chinese.

    >>> chinese_fault("Moxiang")
    'which has no Chinese; write it in Chinese'
    """
    return "" if HAN_PATTERN.search(text) else "which has no Chinese; write it in Chinese"


def english_fault(text: str, *, is_name: bool = False) -> str:
    """Return what is wrong with English: a name has no Chinese, and prose quotes less of it than it says in English."""
    han, latin = len(HAN_PATTERN.findall(text)), len(LATIN_PATTERN.findall(text))
    if is_name and han:
        return "which has Chinese in it; write it in English"
    return "" if latin > han / 2 else "which is not English; write it in English"


def english_name_fault(text: str) -> str:
    """Return what is wrong with the English of a name."""
    return english_fault(text, is_name=True)


def not_chinese_fault(text: str) -> str:
    """Return what is wrong with words of no one language, of which only Chinese is none: ISO 9001, “12343”."""
    return "which has Chinese in it; write it in English" if HAN_PATTERN.search(text) else ""


def quoted_english_fault(text: str) -> str:
    """Return what is wrong with words of a translation: 98% has no letters, “Pinzibiao” (品字标) has Chinese too."""
    han, latin = len(HAN_PATTERN.findall(text)), len(LATIN_PATTERN.findall(text))
    return "which is not English; write it in English" if han > latin else ""


def anchor_fault(text: str) -> str:
    """Return what is wrong with the anchor of a place.

    >>> anchor_fault("s2-3-p1"), anchor_fault("s02")
    ('', 'which is no anchor, such as s2-3-p1; name a place of the text')
    """
    try:
        parse(text if len(text) <= LONGEST_ANCHOR else "")
    except ValueError:
        return "which is no anchor, such as s2-3-p1; name a place of the text"
    return ""


def repeated(texts: Iterable[str]) -> list[str]:
    """Return what stands more than once among texts, in their order."""
    return [text for text, count in Counter(texts).items() if count > 1]
