"""The archive as it is being edited → a browser on this machine: pages, and news of them as they change.

It is for the person who edits: it listens on this machine alone, answers no page of another host that a browser was
led to (the `Host` is looked at), and reads nothing but what a site has.
"""

import json
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from scripts.problems import CorpusError
from scripts.serve.editing import Editing
from scripts.serve.preview import Answer
from scripts.site.host.types import DOUBLE, TYPES, type_of

SERVE_ARGUMENTS: dict[str, dict[str, Any]] = {
    "--port": {"type": int, "default": 8000, "help": "of this machine (8000)"}
}
"""What may be given to the command."""
ADDRESS = "127.0.0.1"
HOSTS = ("127.0.0.1", "localhost")
"""By which names a browser may call this machine; a name of another that leads here is a trick."""
NEWS, SCRIPT = "/-/changes", "/-/preview.js"
"""Addresses that no site has."""
PROGRAM = Path(__file__).with_name("preview.js")
MOST_WAITING = 100
"""So many pages may wait for news."""
QUIET = 15.0
"""Seconds after which a connection is tried on which there was no news."""
LONGEST = 2_000
"""Of an address, in characters."""
BODY_END = b"</body>"
TAG = '<script src="{script}" data-mark="{mark}" data-problem="{problem}"></script>'
EMPTY = (
    b"<!doctype html><html lang=en><meta charset=utf-8><title>Preview</title><body><p>docs/ is being built ...</body>"
)
"""Shown until there is anything else; the script replaces it."""
PLAIN = "text/plain; charset=utf-8"


class Server(ThreadingHTTPServer):
    """Gives out the archive as it is being edited."""

    daemon_threads = True

    def __init__(self, editing: Editing, port: int) -> None:
        self.editing, self.waiting = editing, threading.BoundedSemaphore(MOST_WAITING)
        try:
            super().__init__((ADDRESS, port), Handler)
        except OSError as error:
            message = f"cannot be used ({(error.strerror or str(error)).lower()}); give another one"
            raise CorpusError(f"--port {port}", message, 0, "port") from error


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    server: Server
    timeout = 30

    def do_GET(self) -> None:
        """Send what is asked for."""
        with suppress(ConnectionError, TimeoutError):
            self.answer()

    def answer(self) -> None:
        """Send what stands at the address, or why nothing does."""
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        address = urlsplit(self.path)
        path = clean_path(address.path)
        if host not in HOSTS:
            self.send(HTTPStatus.FORBIDDEN, PLAIN, b"This preview is for the machine on which it runs.\n")
        elif path is None:
            self.send(HTTPStatus.BAD_REQUEST, PLAIN, b"No page of a site has such an address.\n")
        elif address.path == SCRIPT:
            self.send(HTTPStatus.OK, type_of("js"), PROGRAM.read_bytes())
        elif address.path == NEWS:
            self.send_news(parse_qs(address.query))
        else:
            self.send_answer(self.server.editing.answer(path), address.query)

    def send_answer(self, answer: Answer, query: str) -> None:
        """Send what stands at an address; a page with the script that follows its changes."""
        if answer.status == HTTPStatus.FOUND:
            target = "/" + quote(answer.path, safe="/#%") + (f"?{query}" if query else "")
            self.send(HTTPStatus.FOUND, PLAIN, b"", ("Location", target))
        elif answer.is_page:
            self.send(HTTPStatus(answer.status), type_of("html"), with_script(answer, self.server.editing.mark(answer)))
        else:
            self.send(HTTPStatus(answer.status), type_of_file(answer.path), answer.body)

    def send(self, status: HTTPStatus, kind: str, body: bytes, *headers: tuple[str, str]) -> None:
        """Send an answer that no browser keeps."""
        self.send_response(status)
        rows = (("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"))
        for name, value in (*rows, ("X-Content-Type-Options", "nosniff"), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_news(self, query: dict[str, list[str]]) -> None:
        """Send news of a page until the browser leaves it."""
        path, mark = clean_path(query.get("path", [""])[0]), query.get("mark", [""])[0]
        if path is None or not self.server.waiting.acquire(blocking=False):
            self.send(HTTPStatus.SERVICE_UNAVAILABLE, PLAIN, b"")
            return
        try:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            for event in news_of(self.server.editing, path, mark):
                self.wfile.write(event.encode())
        finally:
            self.server.waiting.release()

    def version_string(self) -> str:
        """Return what the server says that it is."""
        return "preview"

    def log_message(self, *_: object) -> None:
        """Say nothing: a page asks for much."""


def news_of(editing: Editing, path: str, mark: str) -> Iterator[str]:
    """Yield what happens to a page that a browser shows, as events: it has changed, or what is wrong changed."""
    editing.open[path] = editing.open.get(path, 0) + 1
    try:
        seen, told = -1, None
        while not editing.is_over:
            with editing.news:
                is_new = editing.news.wait_for(partial(has_news, editing, seen), QUIET)
                seen = editing.generation
            if not is_new:
                yield ": nothing new\n\n"
                continue
            answer = editing.answer(path)
            if answer.problem != told:
                told = answer.problem
                yield f"event: problem\ndata: {json.dumps(told)}\n\n"
            if answer.body and editing.mark(answer) != mark:
                yield "event: changed\ndata: \n\n"
    finally:
        editing.open[path] -= 1
        if not editing.open[path]:
            del editing.open[path]


def has_news(editing: Editing, seen: int) -> bool:
    """Whether anything became another since it was last looked at."""
    return editing.is_over or editing.generation != seen


def with_script(answer: Answer, mark: str) -> bytes:
    """Return a page with the script that follows its changes, and that says what is wrong."""
    page = answer.body or EMPTY
    tag = TAG.format(script=SCRIPT, mark=mark, problem=escape(answer.problem))
    before, end, after = page.rpartition(BODY_END)
    return before + tag.encode() + end + after if end else page + tag.encode()


def clean_path(path: str) -> str | None:
    """Return what stands behind the first slash of an address; None where no page of a site has such a one.

    >>> clean_path("/en/terms/"), clean_path("/../corpus/"), clean_path("/%2e%2e/corpus/")
    ('en/terms/', None, None)
    """
    words = unquote(path)
    below = words.removeprefix("/")
    odd = any(part in {".", ".."} for part in below.split("/")) or not words.isprintable() or "\\" in words
    return None if odd or below == words or below.startswith("/") or len(words) > LONGEST else below


def type_of_file(path: str) -> str:
    """Return the type of a file of the site."""
    _, *endings = path.rpartition("/")[2].split(".")
    known = (".".join(endings[place:]) for place in range(len(endings)))
    return next((type_of(each) for each in known if each in {**TYPES, **DOUBLE}), "application/octet-stream")


def serve(root: Path, port: int, tell: Callable[[str], None]) -> None:
    """Show the archive as it is being edited until Ctrl-C or an end is asked for; CorpusError where the port is taken.

    `tell` hears where it is shown, and what is wrong.
    """
    editing = Editing(root, tell)
    for ending in (signal.SIGINT, signal.SIGTERM):  # a shell's background ignores the first, and it would go on
        signal.signal(ending, signal.default_int_handler)
    try:
        with Server(editing, port) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://{HOSTS[1]}:{server.server_port}/"
            tell(f"{address} shows what is saved, policies in preparation too; Ctrl-C ends it")
            with suppress(KeyboardInterrupt):
                editing.run()
            server.shutdown()
    finally:
        editing.stop()
