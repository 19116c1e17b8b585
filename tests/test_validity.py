"""Pages are valid HTML: one of each kind in both languages here, all of them by `make look`."""

from pathlib import Path

from tests.pictures import FOLDERS, KINDS
from tests.valid_html import find_invalid


def kinds_in(site: Path) -> list[Path]:
    """Return a page of each kind in each language."""
    paths = {kind.partition("#")[0].partition("?")[0] for kind in KINDS.values()}
    pages = [site / folder / path for folder in FOLDERS.values() for path in sorted(paths)]
    return [page if page.suffix else page / "index.html" for page in pages]


def test_a_page_of_each_kind_is_valid(site: Path) -> None:
    singles = [*site.glob("policies/*/*-2018.html"), *site.glob("en/policies/*/*-2018-parallel.html")]
    assert find_invalid([*kinds_in(site), *singles[:1], *singles[-1:]]) == []
