"""A page of the site → the page that offers what is there: a link to a PDF that was not made is no link.

The page's Markdown names every PDF that can be made. Where one is not there, its link becomes a comment, and a link
again once it is; so a page that is kept from the former site can be mended too.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

PDF = ".pdf"
# 、<a href="x.pdf">PDF</a> or <!--、<a href="x.pdf">PDF</a>-->: the link with what joins it to others, where it leads
OFFER_PATTERN = re.compile(r'(?:<!--)?((?:、|, )<a href="((?:\.\./)?[\w-]+\.pdf)">[^<>]*</a>)(?:-->)?')


def without_offers(page: str) -> str:
    """Return a page without what it may offer: the same, whatever was made.

    >>> without_offers('<a href="a.html">A</a>, <a href="a.pdf">PDF</a>, or')
    '<a href="a.html">A</a>, or'
    """
    return OFFER_PATTERN.sub("", page)


def without_comments(page: str) -> str:
    """Return a page whose offers stay as they are, without a trace of those that are none.

    >>> without_comments('<a href="a.html">A</a><!--, <a href="a.pdf">PDF</a>-->, or')
    '<a href="a.html">A</a>, or'
    """
    return OFFER_PATTERN.sub(lambda match: "" if match[0].startswith("<!--") else match[0], page)


def offer_pdfs(site: Path) -> None:
    """Let every page of a policy offer the PDFs that stand beside it, and no other."""
    for path, page in mended_pages(site):
        path.unlink()  # the former site may share its bytes
        path.write_text(page, encoding="utf-8")


def mended_pages(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield every page that has to offer more or less than it does, as it must be."""
    for path in sorted([*site.glob("**/policies/*/index.html"), *site.glob("**/policies/*/parallel/index.html")]):
        page = path.read_text(encoding="utf-8")
        mended = OFFER_PATTERN.sub(partial(offer, folder=path.parent), page)
        if mended != page:
            yield path, mended


def offer(match: re.Match[str], folder: Path) -> str:
    """Return the link to a PDF from a page in a folder, or a comment where it was not made."""
    return match[1] if (folder / match[2]).is_file() else f"<!--{match[1]}-->"
