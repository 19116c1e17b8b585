"""A web server that serves a site and passes searches on to nginx, well, or with one of the faults that servers have."""

import functools
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import QuietHandler, QuietServer

META = b'<meta name="archive-search-server" content="/opensearch/policy-archive"></head>'
SLOW = 6
"""Seconds after which a slow server answers: longer than a page waits."""
PARTIAL = b'{"timed_out":true,"_shards":{"failed":1},"hits":{"total":{"value":7},"hits":[]}}'
ANSWERS: dict[str, tuple[int, str, bytes]] = {
    "busy": (429, "text/html", b"<h1>429 Too Many Requests</h1>"),
    "bad gateway": (502, "text/html", b"<h1>502 Bad Gateway</h1>"),
    "other edition": (404, "text/html", b""),
    "a page": (200, "text/html", b"<!doctype html><p>Please sign in"),
    "wrong JSON": (200, "application/json", b'{"hits": [], "total": "seven"}'),
    "no JSON": (200, "application/json", b'{"timed_out": fal'),
    "a part": (200, "application/json", PARTIAL),
}
FAULTS = (*ANSWERS, "cut off", "closed", "slow")


@dataclass(slots=True)
class Faulty:
    """Such a server: where it is, what it passes searches on to, its fault, and what it was asked."""

    behind: str
    """With a slash at its end."""
    fault: str | None = None
    failing_after: int | None = None
    """So many searches are answered before the fault shows."""
    asked: list[str] = field(default_factory=list)
    address: str = ""


class FaultyHandler(QuietHandler):
    """Answers one request."""

    def __init__(self, faulty: Faulty, *arguments: object, directory: str) -> None:
        self.faulty = faulty
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - as its base calls it
        """Answer a search by the fault, a search page with the server's name in its head, all else as a file."""
        if self.path.startswith("/opensearch/"):
            self.search()
        elif self.path.partition("?")[0] in {"/search/", "/en/search/"}:
            folder = Path(self.directory) / self.path.partition("?")[0].strip("/")
            self.send(
                200, "text/html; charset=utf-8", (folder / "index.html").read_bytes().replace(b"</head>", META, 1)
            )
        else:
            super().do_GET()

    def search(self) -> None:
        """Answer a search."""
        self.faulty.asked.append(self.path)
        fault = self.faulty.fault
        if self.faulty.failing_after is not None and len(self.faulty.asked) <= self.faulty.failing_after:
            fault = None
        if fault in ANSWERS:
            self.send(*ANSWERS[fault])
        elif fault == "closed":
            self.close_connection = True
        elif fault == "slow":
            time.sleep(SLOW)
        else:
            status, kind, content = self.pass_on()
            self.send(status, kind, content, short=len(content) // 2 if fault == "cut off" else 0)

    def pass_on(self) -> tuple[int, str, bytes]:
        """Return what stands behind answers."""
        try:
            with urllib.request.urlopen(f"{self.faulty.behind.rstrip('/')}{self.path}") as answer:
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            return error.code, "text/html", b""

    def send(self, status: int, kind: str, content: bytes, short: int = 0) -> None:
        """Send an answer, without its last bytes where it is to be short of them."""
        with suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) - short])
            self.close_connection = bool(short)


@contextmanager
def run_faulty(site: Path, behind: str) -> Iterator[Faulty]:
    """Serve a site, and searches as long as there is no fault."""
    faulty = Faulty(behind)
    handler: Callable[..., FaultyHandler] = functools.partial(FaultyHandler, faulty, directory=str(site))
    with QuietServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        faulty.address = f"http://127.0.0.1:{running.server_port}/"
        yield faulty
        running.shutdown()
