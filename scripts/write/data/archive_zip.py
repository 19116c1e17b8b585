"""All data files → one zip to keep, with a README in both languages, the licence, and the fingerprint of every file."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.model.languages import LANGUAGES
from scripts.model.release import Release
from scripts.model.vocabulary import Language
from scripts.write.data.catalogue import offered
from scripts.write.disk.zip_stream import render_zip
from scripts.write.words.addresses import page_address
from scripts.write.words.dates import say_date
from scripts.write.words.strings import pick, say

FOLDER = "quality-policy-archive-data"
OF_THE_SITE = (".js", "index.md", "archive.zip")
"""How files end that stand among the data and serve the site's pages alone."""
SUMS = "SHA256SUMS"


def render_archive(folder: Path, find: Callable[[str], Path], release: Release) -> bytes:
    """Return the zip of the data files in a folder, which unpacks into a folder of its own."""
    files = dict(data_files(folder))
    files["README.md"] = render_readme(find, release).encode()
    if release.licence:
        files["LICENSE"] = release.licence.encode()
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    files[SUMS] = sums.encode()
    return render_zip(((f"{FOLDER}/{name}", data) for name, data in sorted(files.items())), release.moment)


def data_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the data files of a folder and those below it."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.endswith(OF_THE_SITE) and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def render_readme(find: Callable[[str], Path], release: Release) -> str:
    """Return what the zip says of itself, in one language after the other."""
    return "\n".join(line for language in Language for line in readme_lines(find, release, language))


def readme_lines(find: Callable[[str], Path], release: Release, language: Language) -> Iterator[str]:
    """Yield the lines of the README in one language."""
    colon = LANGUAGES[language].colon
    yield f"# {say('data-readme', language)}\n"
    date = say_date(release.date, language)
    address = page_address("data/", language)
    yield say("data-readme-lead", language, version=release.version, date=date, address=f"<{address}>") + "\n"
    yield f"## {say('data-readme-files', language)}\n"
    for offer in offered(find):
        if not offer.name.endswith(OF_THE_SITE):
            yield f"- `{offer.name}`{colon}{pick(offer.words, language)}"
    yield f"- `policies/`{colon}{say('data-policy-files', language)}"
    yield f"- `{SUMS}`{colon}{say('data-sums', language)}\n"
    yield f"## {say('rights', language)}\n"
    yield say("data-readme-rights", language) + "\n"
