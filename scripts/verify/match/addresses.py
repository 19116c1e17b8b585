"""An address, in any of the forms in which people have it → the policy and the place that it names.

Read are whole online addresses of either language, those of copies opened from a folder, `/id/…`, paths, and
`jinan-2018#s2-1-p1`; words that an address carries (`?quote=`) are read too. On a host that is not the archive's, only
policies that the archive has count, for other sites have policies as well.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from scripts.model.vocabulary import Language
from scripts.write.words.addresses import policy_address, site_root

ID = r"(?P<policy>[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[0-9]{4})"
# /archive/en/policies/jinan-2018/parallel/  /id/jinan-2018/  policies/jinan-2018/index.html
PATH_PATTERN = re.compile(rf"(?:.*?/)??(?P<language>en/)?(?:policies|id)/{ID}(?:[/.].*)?")
# edition-2-s1-1-p1, edition-2, edition-2-title
FORMER_PATTERN = re.compile(r"edition-\d+(?:-(?!title)(?P<anchor>.+)|-title)?$")
BARE_PATTERN = re.compile(ID)  # jinan-2018


@dataclass(frozen=True, slots=True)
class Address:
    """What an address names."""

    written: str
    policy: str
    anchor: str = ""
    language: Language | None = None
    quote: str = ""
    """The words that it carries."""
    is_former: bool = False
    """Whether it leads to what stood there before, on the page of the policy's editions."""

    def permanent(self, anchor: str = "") -> str:
        """Return the permanent address of the policy, or of a place in it, in the language of this one."""
        return policy_address(self.policy, self.language or Language.ZH, anchor)


def read_address(written: str, is_known: Callable[[str], bool]) -> Address | None:
    """Return what an address names; None where it is none of the archive's.

    >>> read_address("https://x.org/en/policies/jinan-2018/#s2-1-p1", lambda policy: True).language
    <Language.EN: 'en'>
    >>> read_address("jinan-2018#s2", lambda policy: True).anchor, read_address("s2", lambda policy: True)
    ('s2', None)
    """
    try:
        parts = urlsplit(written.strip())
    except ValueError:  # [ in a host
        return None
    match = BARE_PATTERN.fullmatch(parts.path) if not parts.netloc else None
    match = match or PATH_PATTERN.fullmatch(unquote(parts.path))
    if not match or not (is_known(match["policy"]) or is_ours(written.strip())):
        return None
    groups = match.groupdict()
    language = Language.EN if groups.get("language") else Language.ZH if groups.keys() > {"policy"} else None
    quotes = parse_qs(parts.query).get("quote", [""])
    former = FORMER_PATTERN.match(read_anchor(parts.fragment))
    anchor = former["anchor"] or "" if former else read_anchor(parts.fragment)
    return Address(written.strip(), match["policy"], anchor, language, quotes[0], bool(former))


def read_anchor(fragment: str) -> str:
    """Return the anchor that a fragment means: without a text fragment, and without what a sentence puts around it.

    >>> read_anchor("S2-1-p1:~:text=abc"), read_anchor("s2-1。")
    ('s2-1-p1', 's2-1')
    """
    text = unquote(fragment).split(":~:")[0].lower()
    return re.sub(r"^[^a-z0-9]+|[^a-z0-9]+$", "", text)


def is_ours(written: str) -> bool:
    """Whether an address is on the archive's own host, or names no host."""
    return "//" not in written or written.startswith(site_root())
