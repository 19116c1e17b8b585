"""The files that stand beside a policy's pages and are made from them: each policy in one file."""

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from scripts.carry.article import read_article
from scripts.carry.single import render_single, single_paths
from scripts.carry.stamp import read_version
from scripts.write.words.addresses import site_root

STATE = "build/copies.json"
"""What each file was made from, so that it is taken over where that stayed."""
ASSETS = "docs/assets/single"


def write_copies(root: Path, site: Path, former: Path) -> int:
    """Write the files of every policy into a new site, or take over the former; return how many there are."""
    style, script = ((root / ASSETS / f"single.{end}").read_text(encoding="utf-8") for end in ("css", "js"))
    base = [site_root(), read_version(root), style, script]
    known = json.loads((root / STATE).read_text()) if (root / STATE).exists() else {}
    marks = {}
    for page, path in single_paths(site):
        marks[path] = fingerprint([*base, (site / page).read_text(encoding="utf-8")])
        if known.get(path) == marks[path] and (former / path).is_file():
            shutil.copyfile(former / path, site / path)
            continue
        article = read_article(site, page, site_root())
        (site / path).write_text(render_single(article, style, script, read_version(root)), encoding="utf-8")
    (root / STATE).parent.mkdir(exist_ok=True)
    (root / STATE).write_text(json.dumps(marks, indent=0))
    return len(marks)


def fingerprint(parts: Iterable[str]) -> str:
    """Return the fingerprint of texts."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
