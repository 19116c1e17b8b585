"""The laws of a built site, in the order in which their problems are shown: of each page, then of all together."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.check.site.data import check_forms, check_package, check_policies
from scripts.check.site.figures import check_indicators
from scripts.check.site.files import check_programs as check_program_files
from scripts.check.site.files import check_styles
from scripts.check.site.frames import check_frame, check_twin
from scripts.check.site.heads import check_heads
from scripts.check.site.ids import (
    check_damage,
    check_ids,
    check_language,
    check_pictures,
    check_references,
    check_speech,
)
from scripts.check.site.links import check_links
from scripts.check.site.loads import check_elements, check_loads, check_policy, check_programs
from scripts.check.site.maps import check_map, check_pairs, check_robots
from scripts.check.site.pages import Page, Site, read_site
from scripts.check.site.texts import check_texts
from scripts.model.archive import Archive
from scripts.problems import Problem

PAGE_LAWS: tuple[Callable[[Page, Site], Iterator[Problem]], ...] = (
    check_ids,
    check_references,
    check_language,
    check_speech,
    check_pictures,
    check_damage,
    check_links,
    check_loads,
    check_elements,
    check_programs,
    check_policy,
    check_heads,
    check_frame,
    check_twin,
)
SITE_LAWS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    check_pairs,
    check_styles,
    check_program_files,
    check_robots,
    check_map,
    check_forms,
    check_package,
    check_policies,
    check_texts,
    check_indicators,
)
CORPUS_RULES = ("text", "anchor", "data", "source", "head", "figure")
"""The rules that say that a site is not what the corpus says: of no use where it is known to be older."""


def check_site(folder: Path, archive: Archive | None = None, address: str = "") -> Iterator[Problem]:
    """Yield every problem of the site in a folder; where the archive is given, that it does not say what that says."""
    site = read_site(folder, archive, address)
    yield from site.problems
    for page in site.pages.values():
        for law in PAGE_LAWS:
            yield from law(page, site)
    for each in SITE_LAWS:
        yield from each(site)
