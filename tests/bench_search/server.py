"""A server of folders that compresses as hosts do, keeps connections open, and writes down what it sent."""

import gzip
import http.server
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What is sent compressed; all else goes as it is."""
LEVEL = 6


class Server(http.server.ThreadingHTTPServer):
    """Serves folders below prefixes, the first that fits; a prefix ends with a slash."""

    daemon_threads = True

    def __init__(self, mounts: Mapping[str, Path]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.mounts = mounts
        self.kept: dict[Path, bytes] = {}
        self.sent: list[tuple[str, int]] = []
        """The path and the bytes of the body of every answer."""

    @property
    def address(self) -> str:
        """The root, with a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, unless a page was closed before it had all."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def find(self, path: str) -> Path | None:
        """Return the file for a path."""
        for prefix, folder in self.mounts.items():
            if path.startswith(prefix):
                file = folder / path.removeprefix(prefix)
                file = file / "index.html" if file.is_dir() else file
                if file.is_file():
                    return file
        return None

    def body(self, file: Path) -> bytes:
        """Return what is sent of a file; it is compressed once."""
        if file.suffix not in TYPES:
            return file.read_bytes()
        if file not in self.kept:
            self.kept[file] = gzip.compress(file.read_bytes(), LEVEL)
        return self.kept[file]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers a request."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Send a file, or 404."""
        path = unquote(urlsplit(self.path).path)
        file = self.server.find(path)
        body = self.server.body(file) if file else b""
        self.send_response(200 if file else 404)
        if file:
            self.send_header("Cache-Control", "max-age=3600")
            self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
            if file.suffix in TYPES:
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append((path, len(body)))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(mounts: Mapping[str, Path]) -> Iterator[Server]:
    """Run a server for a while."""
    with Server(mounts) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
