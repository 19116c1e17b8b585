"""The table of headers → `_headers` in the site, which Cloudflare Pages, Netlify and others read.

Cloudflare reads 100 rules, 2,000 characters a line and one * in a pattern; where a header stands in two rules that hold
for one file, it joins their values.
"""

from collections.abc import Iterable, Iterator

from scripts.site.host.headers import CACHE, FOREVER, HASHED_PATTERN, Row, header_rows
from scripts.site.host.types import LINKSET, LINKSETS, SOURCES, TYPES, UNUSUAL, type_of

MOST_RULES, LONGEST_LINE = 100, 2000


def render_headers(policy: str, files: Iterable[str], base: str = "/") -> str:
    """Return the file for a site of these files, whose address ends in `base`."""
    rows = [*header_rows(policy), *hashed_rows(files), *type_rows()]
    lines = [line for row in rows for line in render_row(row, base)]
    if len(rows) > MOST_RULES or any(len(line) > LONGEST_LINE for line in lines):
        message = f"_headers has {len(rows)} rules, the longest line {max(map(len, lines))}; {MOST_RULES} and"
        raise ValueError(f"{message} {LONGEST_LINE} are read")
    return "\n".join(lines) + "\n"


def render_row(row: Row, base: str) -> Iterator[str]:
    """Yield the lines of a row."""
    yield base.rstrip("/") + row.pattern
    yield from (f"  {name}: {value}" for name, value in row.headers)


def hashed_rows(files: Iterable[str]) -> Iterator[Row]:
    """Yield a row for each file whose name has its fingerprint; how long others are kept, hosts say well themselves."""
    for file in sorted(files):
        if HASHED_PATTERN.search(file):
            yield Row(f"/{file}", ((CACHE, FOREVER),))


def type_rows() -> Iterator[Row]:
    """Yield a row for each ending of which hosts know no type."""
    for ending in UNUSUAL:
        yield Row(f"/*.{ending}", (("Content-Type", type_of(ending)),))
    yield Row(LINKSETS, (("Content-Type", LINKSET),))
    yield Row(SOURCES, (("Content-Type", TYPES["txt"]),))
