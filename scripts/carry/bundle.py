"""`site/` → `dist/quality-policy-archive-<version>.zip`, and one a language: to unzip and open without a network."""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Set
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scripts.carry.content_security import for_folder
from scripts.carry.links import INDEX, Links
from scripts.carry.offers import PDF, without_comments
from scripts.carry.stamp import Stamp
from scripts.carry.zip_file import write_zip
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError
from scripts.write.disk.lock import end_with_parent
from scripts.write.words.strings import say

NAME = "quality-policy-archive"
SHARED = ("assets", "data")
"""The folders that a copy in any language needs."""
LEFT_OUT = (
    *(
        ".map",
        "sitemap.xml",
        "sitemap.xml.gz",
        "404.html",
        "_headers",
        "_redirects",
        "robots.txt",
        "security.txt",
        "card.png",
    ),
    *(".akn.xml", "data/archive.zip", "data/archive.sqlite"),
)
"""What only a server, a messenger, a developer or a researcher asks for; links to it lead to the network."""
CARD_PATTERN = re.compile(r'<meta (?:property="og:image|name="twitter:card)[^>]*>\n?')
"""What names a page's card, which is not in a copy; of all pages together it would be a quarter of a megabyte."""
COPYRIGHT = '<div class="foot-rights">'
# <p class="archive-report"><a href="mailto:a@example.org?subject=…&amp;body=…" data-report="…">
REPORT_PATTERN = re.compile(r'(<p class="archive-report"><a href="[^"?]*)\?[^"]*(?=" data-report=)')


@dataclass(frozen=True, slots=True)
class Bundle:
    """A zip that was written."""

    path: Path
    files: int
    bytes: int


def write_bundles(site: Path, target: Path, stamp: Stamp, *, with_pdf: bool = False) -> Iterator[Bundle]:
    """Write the bundle of all languages and that of each, side by side, and yield each once it is there.

    CorpusError where there is no site, or a link of it leads nowhere; the former bundles are left whole then.
    """
    if not (site / INDEX).is_file():
        raise CorpusError("site", "there is no site to bundle; `make bundle` builds it first", 0, "site")
    chosen = [tuple(Language), *((language,) for language in Language)]
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(chosen)), initializer=end_with_parent) as pool:
        yield from pool.map(partial(write_bundle, site, target, stamp, with_pdf=with_pdf), chosen)


def write_bundle(site: Path, target: Path, stamp: Stamp, languages: tuple[Language, ...], *, with_pdf: bool) -> Bundle:
    """Write the bundle of some languages."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    left_out = LEFT_OUT if with_pdf else (*LEFT_OUT, PDF)  # with them a bundle is too large for most
    carried = {name: path for name, path in paths.items() if not name.endswith(left_out)}
    parts = [NAME, stamp.version, *(languages if len(languages) == 1 else ()), *(["pdf"] if with_pdf else [])]
    name = "-".join(parts)
    content = make_content(carried, paths.keys() - carried.keys(), languages, stamp)
    path = target / f"{name}.zip"
    write_zip(path, [(f"{name}/{file}", data) for file, data in sorted(content.items())], stamp.moment)
    return Bundle(path, len(content), path.stat().st_size)


def make_content(
    carried: dict[str, Path], elsewhere: Set[str], languages: tuple[Language, ...], stamp: Stamp
) -> dict[str, bytes]:
    """Return every file of a copy in some languages, by its path in it.

    `carried` are the files that may be in one; the links to those `elsewhere` lead to the network.
    """
    chosen = {file: path for file, path in carried.items() if belongs(file, languages)}
    links = Links(chosen.keys() | {INDEX}, elsewhere | (carried.keys() - chosen.keys()), stamp.address)
    content = dict(render(chosen, links, stamp))
    if INDEX not in content:
        content[INDEX] = render_entrance(languages[0]).encode("utf-8")
    return content | describe(content, languages, stamp)


def belongs(file: str, languages: tuple[Language, ...]) -> bool:
    """Whether a file of the site is needed by a copy in some languages."""
    folder = file.partition("/")[0]
    if folder in SHARED and not file.endswith(INDEX):
        return True
    return language_of(file) in languages


def language_of(file: str) -> Language:
    """Return the language of a page, by its path in the site."""
    found = (language for language, writing in LANGUAGES.items() if writing.folder and file.startswith(writing.folder))
    return next(found, ORIGINAL)


def render(paths: dict[str, Path], links: Links, stamp: Stamp) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a copy, its pages with links that work there and with the stamp."""
    for name, path in paths.items():
        data = path.read_bytes()
        if name.endswith(INDEX):  # other files of HTML need nothing else, and say themselves what they are
            page = links.mend(name, CARD_PATTERN.sub("", without_comments(data.decode("utf-8"))))
            data = for_folder(set_stamp(name, shorten_report(page), stamp)).encode("utf-8")
        yield name, data


def shorten_report(page: str) -> str:
    """Return a page whose link for reports says without scripts only to whom: the stamp beside it says of which page.

    That page's address, encoded, in every link would make a copy 1% larger.
    """
    return REPORT_PATTERN.sub(r"\1", page, count=1)


def set_stamp(name: str, html: str, stamp: Stamp) -> str:
    """Return a page that says at its end which copy it belongs to, and where it stands online."""
    before, mark, after = html.rpartition(COPYRIGHT)
    if not mark:
        raise ValueError(f"{name}: the theme has no {COPYRIGHT} any more, before which the stamp stands")
    address = stamp.address + name.removesuffix(INDEX)
    language = language_of(name)
    date = stamp.date or say("date-unknown", language)
    words = say("copy-stamp", language, version=stamp.version, date=date, commit=stamp.commit)
    if not stamp.commit:
        words = words.replace("（）", "").replace(" ()", "")
    line = f'<p class="archive-stamp">{words}<a href="{address}">{address}</a></p>'
    return f"{before}{line}{mark}{after}"


def render_entrance(language: Language) -> str:
    """Return the page at the root of a copy whose only language has a folder of its own: it leads on."""
    target = f"{LANGUAGES[language].folder}{INDEX}"
    title = say("archive-name", language)
    return (
        f'<!doctype html>\n<html lang="{LANGUAGES[language].tag}"><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n<p><a href="{target}">{title}</a></p></html>\n'
    )


def describe(content: dict[str, bytes], languages: tuple[Language, ...], stamp: Stamp) -> dict[str, bytes]:
    """Return the files by which a copy can be told and checked: `bundle.json` and `SHA256SUMS`."""
    value = {
        "name": NAME,
        "version": stamp.version,
        **{name: value for name, value in (("date", stamp.date), ("commit", stamp.commit)) if value},
        "address": stamp.address,
        "languages": [LANGUAGES[language].tag for language in languages],
        "files": len(content),
        "bytes": sum(map(len, content.values())),
    }
    files = content | {"bundle.json": (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return {"bundle.json": files["bundle.json"], "SHA256SUMS": sums.encode()}
