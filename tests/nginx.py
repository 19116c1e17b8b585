"""The site as Debian's nginx serves it, with the file that the build makes for it: on free ports, without rights, in a folder."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = """\
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{plain};
        listen 127.0.0.1:{secure} ssl;
        ssl_certificate {folder}/server.pem;
        ssl_certificate_key {folder}/server.key;
        root {site};
        include {included};
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a site is served; both addresses have a slash at their end."""

    plain: str
    secure: str


def find_nginx() -> str:
    """Return the path of nginx, which `tests/browser/install` made sure of."""
    path = os.environ.get("NGINX") or shutil.which("nginx")
    assert path, "nginx is missing; type: tests/browser/install"
    return path


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def run_nginx(site: Path, included: Path, folder: Path) -> Iterator[Server]:
    """Serve a site by a file made for nginx; `folder` is its own."""
    plain, secure = free_port(), free_port()
    user = "user root;" if os.getuid() == 0 else ""  # which lets it read what root alone may read
    values = {"plain": plain, "secure": secure, "user": user, "site": site, "included": included, "folder": folder}
    (folder / "nginx.conf").write_text(CONFIGURATION.format(**values), encoding="utf-8")
    make_certificate(folder)
    command = [find_nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        wait_for(plain, running)
        yield Server(f"http://127.0.0.1:{plain}/", f"https://127.0.0.1:{secure}/")
    finally:
        running.terminate()
        running.wait(10)


def make_certificate(folder: Path) -> None:
    """Make a key and a certificate that says nothing true."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "1", "-subj", "/CN=archive.test", "-keyout", "server.key", "-out", "server.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    """Return once somebody listens at a port; AssertionError where nginx ends before."""
    for _ in range(200):
        assert running.poll() is None, running.stderr.read().decode() if running.stderr else ""
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nobody listens at port {port}")
