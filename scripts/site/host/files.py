"""The built site → what a host reads: `_headers`, `robots.txt`, `sitemap.xml`, `security.txt`, and a file for nginx."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from scripts.carry.content_security import join_policies
from scripts.carry.stamp import Stamp
from scripts.site.host.dates import read_history
from scripts.site.host.headers_file import render_headers
from scripts.site.host.heads import Head, read_heads
from scripts.site.host.moved import render_redirects, write_moved
from scripts.site.host.nginx import render_nginx
from scripts.site.host.security_text import PATH as SECURITY
from scripts.site.host.security_text import render_security_text
from scripts.site.host.sitemap import render_robots, render_sitemap
from scripts.write.words.reports import read_reports

NGINX = "build/nginx.conf"
SITEMAP = "sitemap.xml"


def write_host_files(root: Path, site: Path, stamp: Stamp) -> str:
    """Write into a site what its host reads, and return the file for nginx, which belongs into no site."""
    moves = write_moved(root, site)
    heads = list(read_heads(site))
    for name, data in host_files(root, site, stamp, heads):
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # a file of its own: the former may share its bytes
        path.write_bytes(data)
    redirects = site / "_redirects"
    redirects.unlink(missing_ok=True)
    if moves:
        redirects.write_text(render_redirects(moves), encoding="utf-8")
    return render_nginx(site_policy_of(heads), urlsplit(stamp.address).path, moves)


def site_policy_of(heads: list[Head]) -> str:
    """Return the policy that holds for all pages of a site."""
    return join_policies(head.policy for head in heads)


def host_files(root: Path, site: Path, stamp: Stamp, heads: list[Head]) -> Iterator[tuple[str, bytes]]:
    """Yield every file with its path from the site's root."""
    base = urlsplit(stamp.address).path
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    sitemap = render_sitemap(heads, read_history(root), stamp.address).encode()
    yield "_headers", render_headers(site_policy_of(heads), files, base).encode()
    yield "robots.txt", render_robots(stamp.address).encode()
    yield SITEMAP, sitemap
    yield f"{SITEMAP}.gz", gzip.compress(sitemap, mtime=0)
    reports = read_reports()
    if reports.contact and stamp.moment:  # it has to say until when it holds
        yield SECURITY, render_security_text(stamp, reports).encode()
