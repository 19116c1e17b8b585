"""`load`: a file of `export --opensearch` → an index of a search server, which is searched once it is whole.

1. The searches are stored, and a new index is made, whose name nobody searches.
2. The documents are sent in parts, a few at a time, and counted when all are there.
3. One request gives the index the name by which the pages of this edition search, and takes it from a former one.
4. Indexes of other editions go, but for the newest, from whose pages readers may still be searching.

Whatever fails before the third step leaves what is searched as it is; the index that was begun is removed, at the
latest by the next run. An error says which index is searched.
"""

import json
import re
import urllib.error
import urllib.request
from argparse import Namespace
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

from scripts.commands.said import Said
from scripts.problems import CorpusError

NAME = "policy-archive"
PART = 4_000_000
"""So many characters, and the line that passes them, are sent at once."""
LEFT = "what is searched was left as it is"
"""What came of it, as long as no index has taken the place of another."""
SENDERS = 3
"""So many parts are under way at a time."""
WAIT = 120
"""Seconds after which a server that says nothing has not answered."""
# policy-archive-0123456789-3, not: policy-archive-0123456789, by which it is searched
INDEX_PATTERN = re.compile(rf"{NAME}-[0-9a-f]{{10}}-(?P<number>[0-9]+)")
LOAD_ARGUMENTS: dict[str, dict[str, Any]] = {
    "file": {"type": Path, "metavar": "FILE", "help": "what export --opensearch wrote, its other files beside it"},
    "server": {"metavar": "ADDRESS", "help": "of a node of the server, such as http://127.0.0.1:9200"},
    "--replicas": {"type": int, "default": 0, "metavar": "N", "help": "copies beside the first: 1 for three nodes"},
    "--shards": {"type": int, "default": 1, "metavar": "N", "help": "parts of the index; one does to 10,000 policies"},
}


class SearchServer:
    """A node of a search server, asked over HTTP."""

    def __init__(self, address: str) -> None:
        if not address.startswith(("http://", "https://")):
            raise CorpusError(
                address, "is no address of a server; give one such as http://127.0.0.1:9200", 0, "search-server"
            )
        self.address = address.rstrip("/")
        self.outcome = LEFT
        """What is searched now, for the error that ends the run."""

    def ask(self, method: str, path: str, content: str | None = None) -> Any:
        """Return what the server answers; CorpusError with its reason where it refuses, or does not answer."""
        kind = "application/x-ndjson" if path.endswith("/_bulk") else "application/json"
        data = content.encode() if content is not None else None
        request = urllib.request.Request(  # noqa: S310 - http alone
            f"{self.address}/{path}", data, {"Content-Type": kind}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=WAIT) as answer:  # noqa: S310 - likewise
                return json.load(answer)
        except urllib.error.HTTPError as error:
            said = error.read(300).decode("utf-8", "replace")
            raise self.refusal(f"{method} {path} is refused with {error.code}: {said}") from error
        except (OSError, ValueError) as error:
            raise self.refusal(f"{method} {path} is not answered ({error})") from error

    def refusal(self, words: str) -> CorpusError:
        """Return the error that says so."""
        return CorpusError(self.address, f"{words}; {self.outcome}", 0, "search-server")


def load_bulk(options: Namespace, _: Path) -> Said:
    """Load the file, and say which index is searched now."""
    server, file = SearchServer(options.server), options.file
    mapping, searches = read_beside(file, "mapping"), read_beside(file, "searches")
    edition = mapping["mappings"]["_meta"]["edition"]
    former = find_indexes(server)
    index = f"{NAME}-{edition}-{1 + max([number_of(name) for name in former], default=0)}"
    for name, source in searches.items():
        stored = {"script": {"lang": "mustache", "source": source}}
        server.ask("PUT", f"_scripts/{NAME}-{name}", json.dumps(stored))
    health = fill(server, index, mapping, options)
    swap(server, index, edition)
    removed = remove_old(server, former, edition)
    count = mapping["mappings"]["_meta"]["documents"]
    lines = [f"{index}: {count:,} documents, searched now", *(f"{name}: removed" for name in removed)]
    return Said([*lines, *(["some copies of it are not there yet"] if health == "yellow" else [])])


def read_beside(file: Path, name: str) -> Any:
    """Return what stands in the JSON file of a name beside the bulk file."""
    path = file.with_name(f"{file.name}.{name}.json")
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorpusError(
            str(path), f"cannot be read ({error}); write it with export --opensearch", 0, "load"
        ) from error


def find_indexes(server: SearchServer) -> list[str]:
    """Return the indexes of all editions, the newest last."""
    found = server.ask("GET", f"{NAME}-*/_alias")
    return sorted(filter(INDEX_PATTERN.fullmatch, found), key=number_of)


def number_of(index: str) -> int:
    """Return the number of an index: a later one has a higher."""
    match = INDEX_PATTERN.fullmatch(index)
    return int(match["number"]) if match else 0


def fill(server: SearchServer, index: str, mapping: Any, options: Namespace) -> str:
    """Make an index of all documents, and return its health: yellow where copies are missing; else make none."""
    own = {"number_of_shards": options.shards, "number_of_replicas": options.replicas, "refresh_interval": "-1"}
    settings = mapping["settings"] | {"index": mapping["settings"]["index"] | own}
    server.ask("PUT", index, json.dumps(mapping | {"settings": settings}))
    meant = mapping["mappings"]["_meta"]["documents"]
    try:
        send_all(server, index, parts_of(options.file))
        server.ask("PUT", f"{index}/_settings", json.dumps({"index": {"refresh_interval": None}}))
        server.ask("POST", f"{index}/_refresh")
        health = server.ask("GET", f"_cluster/health/{index}?level=indices")["status"]
        count = server.ask("GET", f"{index}/_count")["count"]
        if count != meant or health == "red":
            raise server.refusal(f"{index} has {count} of {meant} documents and is {health}")
    except BaseException:
        server.ask("DELETE", index)
        raise
    return str(health)


def parts_of(file: Path) -> Iterator[str]:
    """Yield the lines of a bulk file, many at a time; an action and its document stay together."""
    part, size = list[str](), 0
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            part.append(line)
            size += len(line)
            if size > PART and len(part) % 2 == 0:
                yield "".join(part)
                part, size = [], 0
    if part:
        yield "".join(part)


def send_all(server: SearchServer, index: str, parts: Iterator[str]) -> None:
    """Send all parts, a few at a time, so that the server never waits for the next."""
    with ThreadPoolExecutor(SENDERS) as senders:
        sent = deque(senders.submit(send, server, index, part) for part in islice(parts, SENDERS))
        while sent:
            sent.popleft().result()
            sent.extend(senders.submit(send, server, index, part) for part in islice(parts, 1))


def send(server: SearchServer, index: str, part: str) -> None:
    """Send documents; CorpusError where one of them is not taken."""
    answer = server.ask("POST", f"{index}/_bulk", part)
    if answer["errors"]:
        reason = next(item["index"]["error"] for item in answer["items"] if "error" in item["index"])
        raise server.refusal(f"a document is not taken: {json.dumps(reason, ensure_ascii=False)[:300]}")


def swap(server: SearchServer, index: str, edition: str) -> None:
    """Have the pages of an edition search this index and no other, in one step."""
    alias = f"{NAME}-{edition}"
    found = server.ask("GET", f"{NAME}-*/_alias")
    former = [name for name, told in found.items() if alias in told["aliases"]]
    actions = [
        *({"remove": {"index": name, "alias": alias}} for name in former),
        {"add": {"index": index, "alias": alias}},
    ]
    server.outcome = f"it is not known whether {index} is searched; load it again"
    try:
        server.ask("POST", "_aliases", json.dumps({"actions": actions}))
    except CorpusError:
        if alias not in server.ask("GET", f"{index}/_alias")[index]["aliases"]:
            server.outcome = LEFT
            raise server.refusal(f"{index} did not get the name {alias}") from None
    server.outcome = f"{index} is searched now"


def remove_old(server: SearchServer, former: list[str], edition: str) -> list[str]:
    """Remove former indexes of this edition, and of others all but the newest that is searched; return their names."""
    found = server.ask("GET", f"{NAME}-*/_alias")
    others = [name for name in former if not name.startswith(f"{NAME}-{edition}-") and found[name]["aliases"]]
    old = [name for name in former if name not in others[-1:]]
    for name in old:
        server.ask("DELETE", name)
    return old
