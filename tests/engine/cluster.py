"""Nodes of the search engine in a folder of their own, on free ports of loopback, stopped when nobody needs them."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.nginx import free_port

PATIENCE = 240
"""Seconds in which a node has to answer."""
LEAN = ("-Xms384m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""For a Java that starts soon, on a machine that has other things to do."""
FULL = ("-Xms1g", "-Xmx1g")
"""As the unit in `hosting/` runs it."""


@dataclass(slots=True)
class Node:
    """One node: its name, its ports, and its process once it is started."""

    name: str
    http: int
    transport: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.http}"

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it, at once."""
        if self.process:
            self.process.send_signal(how)
            self.process.wait(30)
            self.process = None


@dataclass(slots=True)
class Cluster:
    """Nodes that know each other."""

    engine: Path
    """Where `tests/engine/fetch` put it."""
    folder: Path
    java: tuple[str, ...]
    """How Java runs it."""
    nodes: list[Node] = field(default_factory=list)

    def start(self, node: Node) -> None:
        """Start a node, without waiting for it."""
        seeds = ",".join(f"127.0.0.1:{each.transport}" for each in self.nodes)
        command = ["java", *self.java, "-Dlog4j2.disable.jmx=true"]
        command += [f"-Dlog4j2.configurationFile={ROOT / 'tests/engine/log4j2.properties'}"]
        command += ["-cp", f"{self.engine / 'classes'}{os.pathsep}{self.engine / 'jars'}/*", "Engine", str(self.folder)]
        command += [node.name, str(node.http), str(node.transport), seeds]
        with (self.folder / f"{node.name}.log").open("ab") as log:
            node.process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def wait(self, nodes: int | None = None) -> None:
        """Return once so many nodes, or all, are together; AssertionError where they are not in time."""
        wanted = nodes or len(self.nodes)
        path = f"_cluster/health?wait_for_nodes=>={wanted}&timeout=1s"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for node in self.nodes:
                if node.process and node.process.poll() is not None:
                    raise AssertionError((self.folder / f"{node.name}.log").read_text("utf-8")[-2000:])
            with suppress(OSError, AssertionError):
                if ask(self.alive().address, path)["number_of_nodes"] >= wanted:
                    return
            time.sleep(0.2)
        raise AssertionError(f"{wanted} nodes did not come together")

    def alive(self) -> Node:
        """Return a node that runs."""
        return next(node for node in self.nodes if node.process)


def ask(address: str, path: str, method: str = "GET", body: object = None) -> Any:
    """Return what a node answers; AssertionError with its words where it refuses."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{address}/{path}", data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{method} {path}: {error.code} {error.read(2000).decode()}") from error


@contextmanager
def run_nodes(
    folder: Path, count: int = 1, java: tuple[str, ...] = LEAN, engine: str = "opensearch"
) -> Iterator[Cluster]:
    """Run so many nodes that know each other, and end them."""
    there = ROOT / "build" / engine
    assert (there / "classes/Engine.class").exists(), f"{engine} is missing; type: tests/engine/fetch {engine}"
    (folder / "config").mkdir(parents=True)
    cluster = Cluster(there, folder, java, [Node(f"node-{i}", free_port(), free_port()) for i in range(count)])
    try:
        for node in cluster.nodes:
            cluster.start(node)
        cluster.wait()
        yield cluster
    finally:
        for node in cluster.nodes:
            node.kill()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The archive in a search server, behind nginx."""

    cluster: Cluster
    bulk: Path
    site: str
    """The address of nginx, with a slash at its end."""

    @property
    def edition(self) -> str:
        """The edition that was loaded."""
        mapping = json.loads(self.bulk.with_name("archive.ndjson.mapping.json").read_text("utf-8"))
        found: str = mapping["mappings"]["_meta"]["edition"]
        return found

    @property
    def searches(self) -> str:
        """Where the searches of this edition are asked."""
        return f"{self.site}opensearch/policy-archive/{self.edition}/"
