"""nginx as the documentation sets it up before a search server: the site, and the one path by which it is searched."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT
from tests.nginx import find_nginx, free_port, wait_for

HOSTING = ROOT / "hosting"
CONFIGURATION = """\
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 512; }}
http {{
    access_log off;
    types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; application/json json; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/search-nodes.conf;
    include {folder}/search-http.conf;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        location = /search/ {{
            try_files /search/index.html =404;
            sub_filter '</head>' '<meta name="archive-search-server" content="/opensearch/policy-archive"></head>';
        }}
        location = /en/search/ {{
            try_files /en/search/index.html =404;
            sub_filter '</head>' '<meta name="archive-search-server" content="/opensearch/policy-archive"></head>';
        }}
        include {hosting}/search-server.conf;
    }}
}}
"""


@contextmanager
def run_proxy(site: Path, ports: list[int], folder: Path, rate: str | None = None) -> Iterator[str]:
    """Serve a site before nodes; the address has a slash at its end. Without a rate, a reader may ask as often as any."""
    port = free_port()
    nodes = (HOSTING / "search-nodes.conf").read_text("utf-8")
    own = next(line for line in nodes.splitlines() if "server " in line)
    lines = "\n".join(own.replace("9200", str(each)) for each in ports)
    (folder / "search-nodes.conf").write_text(nodes.replace(own, lines), encoding="utf-8")
    limits = (HOSTING / "search-http.conf").read_text("utf-8").replace("rate=30r/s", f"rate={rate or '9000r/s'}")
    (folder / "search-http.conf").write_text(limits, encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    values = {"folder": folder, "site": site, "port": port, "user": user, "hosting": HOSTING}
    (folder / "nginx.conf").write_text(CONFIGURATION.format(**values), encoding="utf-8")
    command = [find_nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        wait_for(port, running)
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(10)
