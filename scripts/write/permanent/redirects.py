"""Permanent addresses → what a web server may do before a page is sent: lead to the reader's language at once.

A server need not: the page at the address does it by itself. Where one does,

1. it answers `302` with `Vary: Accept-Language`: the answer is right for this reader only, and never for good;
2. it takes the first of the reader's languages (`Accept-Language`) that begins with one of a row's `languages`, and
   the row without any where none does; without that header it sends the page itself;
3. it hands the query on (`?quote=`), and names no place: a browser keeps the `#s2-3` of the address it asked for;
4. it sends the page itself where the query has `list`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from scripts.model.vocabulary import Language
from scripts.write.words.addresses import permanent_address, policy_address


class Redirect(NamedTuple):
    """Where one permanent address leads readers of a language; both paths begin at the root of the host."""

    path: str
    to: str
    languages: tuple[str, ...]
    """How the reader's language may begin; none for all other readers."""


def language_redirects(policy_ids: Iterable[str]) -> Iterator[Redirect]:
    """Yield the redirects of these policies' permanent addresses, the one for all other readers last."""
    for policy_id in policy_ids:
        path = urlsplit(permanent_address(policy_id)).path
        for language, begins in ((Language.ZH, ("zh",)), (Language.EN, ())):
            yield Redirect(path, urlsplit(policy_address(policy_id, language)).path, begins)
