"""Which pages of the former site are still right: those whose Markdown, and all that is the same on every page, stayed.

A page of HTML comes from its Markdown, from the snippets that it includes, and from its *frame*: configuration,
templates, program, versions, the set of all pages, and the front matter of those in the navigation. While the frame is
the same, a page is rendered again only when its own Markdown changed. `overrides/kept_pages.py` does so in the builder.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

PLAN = "build/staged/kept-pages.json"
"""What the builder is told to keep."""
LOST_ANCHOR = 75
"""The exit code of the builder where a page that changed has lost an anchor: then every page is rendered."""
VARIABLES = ("SITE_URL", "SEARCH_SERVER", "REPORT_ADDRESS")
PACKAGES = ("Jinja2", "Markdown", "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pymdown-extensions")
SNIPPET = "--8<--"
# index.md and about/how-to-cite/index.md, in the navigation of mkdocs.yml
NAVIGATION_PATTERN = re.compile(r"[\w/-]*index\.md")
FRONT_MATTER_PATTERN = re.compile(r"---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made from, as fingerprints."""

    frame: str
    pages: dict[str, str]
    """For each page, by its path below `docs/`, its Markdown's, that of included snippets among it."""


def read_sources(root: Path, builder: str) -> Sources:
    """Return the fingerprints of all that the site is made from."""
    docs = root / "docs"
    texts = {path.relative_to(docs).as_posix(): path.read_bytes() for path in sorted(docs.rglob("*.md"))}
    snippets = {name: text for name, text in texts.items() if is_snippet(name)}
    pages = {name: text for name, text in texts.items() if name not in snippets}
    included = fingerprint(snippets.values())
    return Sources(
        fingerprint(frame_parts(root, builder, pages)),
        {
            name: fingerprint([text, included.encode()] if SNIPPET.encode() in text else [text])
            for name, text in pages.items()
        },
    )


def is_snippet(name: str) -> bool:
    """Whether a Markdown file is no page but only included by others: its name begins with a dot."""
    return name.rpartition("/")[2].startswith(".")


def frame_parts(root: Path, builder: str, pages: dict[str, bytes]) -> Iterator[bytes]:
    """Yield all that every page depends on."""
    yield builder.encode()
    yield sys.version.encode()
    yield from (f"{name}={os.environ.get(name)}".encode() for name in VARIABLES)
    yield from (f"{name}={version(name)}".encode() for name in PACKAGES)
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    yield configuration.encode()
    redirects = root / "corpus/redirects.txt"  # from which pages get targets (moved.py)
    yield redirects.read_bytes() if redirects.exists() else b""
    for folder in ("overrides", "scripts"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(root).as_posix().encode()
                yield path.read_bytes()
    yield from (name.encode() for name in pages)
    for name in sorted(set(NAVIGATION_PATTERN.findall(configuration))):
        for page in (f"{language}/{name}" for language in ("zh", "en")):
            head = FRONT_MATTER_PATTERN.match(pages.get(page, b"").decode())
            yield head[0].encode() if head else b""


def fingerprint(parts: Iterable[bytes]) -> str:
    """Return one fingerprint of all parts in their order."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def write_plan(root: Path, sources: Sources, former: Mapping[str, Any]) -> int:
    """Write which pages the builder shall take from the former site, and return how many these are.

    `former` is what was noted of its sources (`note_sources`); empty where none of its pages can be kept.
    """
    known = former.get("pages", {}) if former.get("frame") == sources.frame else {}
    kept = [name for name, print_ in sources.pages.items() if known.get(name) == print_]
    plan = {"former": str(root / "site"), "pages": kept}
    (root / PLAN).parent.mkdir(parents=True, exist_ok=True)
    (root / PLAN).write_text(json.dumps(plan), encoding="utf-8")
    return len(kept)


def note_sources(sources: Sources) -> dict[str, Any]:
    """Return what is kept of what a site was made from, for the next one."""
    return {"frame": sources.frame, "pages": sources.pages}
