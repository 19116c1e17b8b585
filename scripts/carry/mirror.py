"""`site/` and the project's files → a copy for libraries in `dist/`: a bag (BagIt 1.0, RFC 8493) that checks itself.

It holds the site as it is, which any web server can show from any place, and all that it was built from. A state of the
archive is always the same bytes.
"""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.carry.bundle import NAME
from scripts.carry.links import INDEX
from scripts.carry.stamp import Stamp, git
from scripts.model.vocabulary import Language
from scripts.problems import CorpusError
from scripts.write.disk.replacing import put_in_place, stage
from scripts.write.words.strings import say

SITE, PROJECT = "data/site", "data/project"
"""Where the site and the project's files stand in the bag."""
CORPUS = "corpus"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"


@dataclass(frozen=True, slots=True)
class Mirror:
    """A bag that was written."""

    path: Path
    files: int
    """Those that it holds, without those that describe it."""
    bytes: int


def write_mirror(root: Path, stamp: Stamp) -> Mirror:
    """Write the bag in the place of the former one of this version, and return it; CorpusError where no site is."""
    if not (root / "site" / INDEX).is_file():
        raise CorpusError("site", "there is no site to mirror; `make mirror` builds it first", 0, "site")
    tree = f"dist/{NAME}-{stamp.version}-mirror"
    bag, sums, size = stage(root, tree), dict[str, str](), 0
    for name, file in contents(root):
        target = bag / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        data = target.read_bytes()
        sums[name], size = hashlib.sha256(data).hexdigest(), size + len(data)
    tags = describe(stamp, sums, size)
    for name, text in tags.items():
        (bag / name).write_text(text, encoding="utf-8", newline="\n")
    put_in_place(root, [tree])
    return Mirror(root / tree, len(sums), size)


def contents(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file of the bag by its path in it, in order; ValueError where a manifest could not name one."""
    site = sorted(path for path in (root / "site").rglob("*") if path.is_file())
    found = [(f"{SITE}/{path.relative_to(root / 'site').as_posix()}", path) for path in site]
    found += [(f"{PROJECT}/{name}", root / name) for name in project_files(root)]
    for name, path in sorted(found):
        if not name.isascii() or "%" in name or "\n" in name:
            raise ValueError(f"{name}: a path in a bag is ASCII without % or line ends; rename the file")
        yield name, path


def project_files(root: Path) -> list[str]:
    """Return the files from which the site is built, as git knows them; without git, those of the corpus alone."""
    known = git(root, "ls-files").splitlines()
    corpus = (path.relative_to(root).as_posix() for path in (root / CORPUS).rglob("*") if path.is_file())
    return sorted(name for name in known or corpus if (root / name).is_file())


def describe(stamp: Stamp, sums: dict[str, str], size: int) -> dict[str, str]:
    """Return the files by which the bag is told and checked."""
    fields = (
        ("Source-Organization", " · ".join(say("archive-name", language) for language in Language)),
        ("External-Identifier", stamp.address),
        ("External-Description", say("mirror-description", Language.EN)),
        *([("Bagging-Date", stamp.date)] if stamp.date else []),
        ("Internal-Sender-Identifier", f"{stamp.version} ({stamp.commit})" if stamp.commit else stamp.version),
        ("Payload-Oxum", f"{size}.{len(sums)}"),
    )
    readme = (say("mirror-readme", language, address=stamp.address) for language in Language)
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in fields),
        "README.txt": "\n\n".join(readme) + "\n",
        MANIFEST: manifest(sums),
    }
    own = {name: hashlib.sha256(text.encode("utf-8")).hexdigest() for name, text in sorted(tags.items())}
    return tags | {TAG_MANIFEST: manifest(own)}


def manifest(sums: dict[str, str]) -> str:
    """Return the list of files with their checksums; `sha256sum -c` reads it too."""
    return "".join(f"{digest}  {name}\n" for name, digest in sums.items())
