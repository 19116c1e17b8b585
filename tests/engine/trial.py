"""Longer trials of the search server: `python -m tests.engine.trial` says what was asked, what was lost, and how long it took.

- `kill`: three nodes; one is killed while twenty readers search and the index is loaded anew; it comes back.
- `backup`: a snapshot is taken, the index removed, and brought back.
- `elasticsearch`: the cases of `test_laws.py` are put to Elasticsearch (`tests/engine/fetch elasticsearch` brings it).
- `size`: an archive of so many policies, on one node and then on three: time to load, bytes, and how long searches take.
"""

import argparse
import json
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.conftest import run_scripts
from tests.engine.cluster import FULL, Cluster, Node, ask, run_nodes
from tests.engine.grown import grow
from tests.engine.proxy import run_proxy
from tests.engine.readers import READERS, Readers, ask_right, paths_of, told_times
from tests.engine.test_laws import ask_both
from tests.engine.test_refusals import send


def say(words: str) -> None:
    """Print a line, with the time."""
    print(f"{time.strftime('%H:%M:%S')} {words}", flush=True)  # noqa: T201 - what a trial is for


def load(file: Path, node: Node, replicas: int) -> bool:
    """Load a file, say how long that took, and return whether it was loaded."""
    begin = time.monotonic()
    result = run_scripts("load", str(file), node.address, "--replicas", str(replicas))
    words = (result.stdout + result.stderr).decode().strip().replace("\n", "; ")
    say(f"load: {time.monotonic() - begin:.1f} s, {words}")
    return result.returncode == 0


def edition_of(file: Path) -> str:
    """Return the edition that a bulk file is of."""
    mapping = json.loads(file.with_name(f"{file.name}.mapping.json").read_text("utf-8"))
    return str(mapping["mappings"]["_meta"]["edition"])


def try_kill(file: Path, folder: Path) -> None:
    """Kill one node of three while readers search and the index is loaded anew."""
    with (
        run_nodes(folder / "nodes", 3) as cluster,
        run_proxy(folder, [each.http for each in cluster.nodes], folder) as site,
    ):
        load(file, cluster.nodes[0], 1)
        right = ask_right(site, edition_of(file))
        readers = Readers(site, right)
        threads = readers.start()
        loading = threading.Thread(target=load, args=(file, cluster.nodes[0], 1))
        time.sleep(3)
        loading.start()
        time.sleep(2)
        say("a node is killed")
        cluster.nodes[2].kill()
        watch_health(cluster)
        loading.join()
        load(file, cluster.nodes[0], 1)
        say(f"until then: {dict(readers.told)}")
        cluster.start(cluster.nodes[2])
        cluster.wait()
        ask(cluster.nodes[0].address, "_cluster/health?wait_for_status=green&timeout=60s")
        say("the node is back")
        time.sleep(5)
        readers.is_over.set()
        for thread in threads:
            thread.join()
        say(f"{READERS} readers: {dict(readers.told)}; {told_times(readers.times)}")


def watch_health(cluster: Cluster) -> None:
    """Say what the nodes that are left say of themselves."""
    for _ in range(3):
        begin = time.monotonic()
        try:
            health = ask(cluster.nodes[1].address, "_cluster/health?timeout=2s")
            say(
                f"_cluster/health: {health['status']}, {health['number_of_nodes']} nodes ({time.monotonic() - begin:.1f} s)"
            )
        except (OSError, AssertionError) as error:
            say(f"_cluster/health: {str(error)[:80]} ({time.monotonic() - begin:.1f} s)")
        time.sleep(2)


def try_backup(file: Path, folder: Path) -> None:
    """Take a snapshot, remove the index, and bring it back."""
    edition = edition_of(file)
    with run_nodes(folder / "nodes") as cluster, run_proxy(folder, [cluster.nodes[0].http], folder) as site:
        address = cluster.nodes[0].address
        load(file, cluster.nodes[0], 0)
        right = ask_right(site, edition)
        place = {"type": "fs", "settings": {"location": str(folder / "nodes/kept")}}
        ask(address, "_snapshot/kept", "PUT", place)
        begin = time.monotonic()
        body = {"indices": "policy-archive-*", "include_global_state": False}
        taken = ask(address, "_snapshot/kept/first?wait_for_completion=true", "PUT", body)["snapshot"]["state"]
        say(f"snapshot: {taken}, {time.monotonic() - begin:.1f} s, {bytes_below(folder / 'nodes/kept'):,} bytes")
        [index] = ask(address, f"policy-archive-{edition}/_alias")
        ask(address, index, "DELETE")
        say(f"removed: a search is answered with {send(site, 'GET', next(iter(right)))[0]}")
        begin = time.monotonic()
        ask(address, "_snapshot/kept/first/_restore?wait_for_completion=true", "POST", body)
        same = sum(send(site, "GET", path)[1] == content for path, content in right.items())
        say(f"restored: {time.monotonic() - begin:.1f} s, {same} of {len(right)} answers are the same")


def try_elasticsearch(file: Path, folder: Path) -> None:
    """Put every case to Elasticsearch and to the files."""
    with (
        run_nodes(folder / "nodes", engine="elasticsearch") as cluster,
        run_proxy(folder, [cluster.nodes[0].http], folder) as site,
    ):
        version = ask(cluster.nodes[0].address, "")["version"]["number"]
        load(file, cluster.nodes[0], 0)
        load(file, cluster.nodes[0], 0)
        told = ask_both(site)
        same = sum(each["server"] == each["files"] for each in told)
        say(f"Elasticsearch {version}: {same} of {len(told)} cases are answered as by the files")


def bytes_below(folder: Path) -> int:
    """Return how many bytes the files in a folder have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def try_size(file: Path, folder: Path, policies: int, counts: list[int]) -> None:
    """Load many policies on so many nodes, and say how long searches take, alone and with many readers."""
    big = folder / "grown.ndjson"
    sections = grow(file, big, policies, edition_of(file))
    say(f"{policies:,} policies: {sections:,} sections, {big.stat().st_size:,} bytes")
    for nodes in counts:
        with (
            run_nodes(folder / f"nodes-{nodes}", nodes, FULL) as cluster,
            run_proxy(folder, [each.http for each in cluster.nodes], folder) as site,
        ):
            if not load(big, cluster.nodes[0], 1 if nodes > 1 else 0):
                return
            store = ask(cluster.nodes[0].address, "_stats/store")["_all"]["primaries"]["store"]["size_in_bytes"]
            paths = paths_of(edition_of(file))
            right = [ask_right(site, edition_of(file)) for _ in range(3)][-1]
            times = []
            for path in paths * 3:
                begin = time.monotonic()
                send(site, "GET", path)
                times.append(time.monotonic() - begin)
            say(f"{nodes} nodes: index {store:,} bytes; one reader: {told_times(times)}")
            readers = Readers(site, right)
            threads = readers.start()
            time.sleep(20)
            readers.is_over.set()
            for thread in threads:
                thread.join()
            rate = len(readers.times) / 20
            say(
                f"{nodes} nodes: {READERS} readers: {dict(readers.told)}, {rate:.0f} a second; {told_times(readers.times)}"
            )


TRIALS = {"kill": try_kill, "backup": try_backup, "elasticsearch": try_elasticsearch}


def main() -> int:
    """Run the trials that are named, or all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("trials", nargs="*", default=["kill", "backup", "size"])
    parser.add_argument("--policies", type=int, default=1000)
    parser.add_argument("--nodes", default="1,3", help="on how many nodes, one number after the other")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive.ndjson"
        assert run_scripts("export", "--opensearch", str(file)).returncode == 0
        for name in options.trials:
            own = Path(folder) / name
            own.mkdir()
            say(name)
            if name == "size":
                try_size(file, own, options.policies, [int(count) for count in options.nodes.split(",")])
            else:
                TRIALS[name](file, own)
    return 0


if __name__ == "__main__":
    sys.exit(main())
