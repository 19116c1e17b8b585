"""Readers who search a server all at once, and what each of their searches has to be answered with."""

import random
import statistics
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.engine.test_refusals import send

READERS, PAUSE = 20, 0.5
"""So many readers search, each again so many seconds after an answer."""
OK = 200
QUERIES = (
    "质量",
    "质量强市",
    "食品安全",
    "首席质量官",
    "品牌",
    "标准化",
    "监督抽查",
    "双随机一公开",
    "名牌",
    "创新驱动",
)
NAMES = ("counts", "ranked", "following")


@dataclass(slots=True)
class Readers:
    """Readers who search until they are told to stop, and compare what they are told with what is right."""

    address: str
    right: dict[str, bytes]
    told: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    def read(self, seed: int) -> None:
        """Search for one thing after another."""
        chance = random.Random(seed)
        while not self.is_over.is_set():
            path = chance.choice(list(self.right))
            begin = time.monotonic()
            try:
                status, content = send(self.address, "GET", path)
            except OSError:
                status, content = 0, b""
            self.times.append(time.monotonic() - begin)
            is_right = status == OK and content == self.right[path]
            self.told["right" if is_right else "wrong" if status == OK else f"failed ({status})"] += 1
            time.sleep(PAUSE)

    def start(self) -> list[threading.Thread]:
        """Begin to search."""
        threads = [threading.Thread(target=self.read, args=(i,), daemon=True) for i in range(READERS)]
        for thread in threads:
            thread.start()
        return threads


def paths_of(edition: str) -> list[str]:
    """Return the addresses of searches."""
    found = []
    for query in QUERIES:
        words = f'[{{"share":"{1 / (len(query) - 1)}","string":"{query}"}}]'
        must = quote(words, safe="")
        found += [f"/opensearch/policy-archive/{edition}/{name}?must={must}&part=policies" for name in NAMES]
    return found


def ask_right(site: str, edition: str) -> dict[str, bytes]:
    """Return what every search is answered with."""
    told = {path: send(site, "GET", path) for path in paths_of(edition)}
    assert {status for status, _ in told.values()} == {OK}, told
    return {path: content for path, (_, content) in told.items()}


def told_times(times: list[float]) -> str:
    """Return the middle and the slow end of some times."""
    ordered = sorted(times)
    p95, most = ordered[int(len(ordered) * 0.95)], ordered[-1]
    return f"p50 {statistics.median(ordered) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms, longest {most * 1000:.0f} ms"
