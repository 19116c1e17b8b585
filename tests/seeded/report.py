"""Verdicts on seeds → the table of the seeds caught by family, with and without the record of published words, and what is missed."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from tests.seeded.catalogue import SEEDS
from tests.seeded.measure import Verdict
from tests.seeded.seeds import Seed

RECORD = frozenset(
    (
        *("words-changed", "history-altered", "edition-new", "history", "anchor-gone", "anchor-new"),
        "anchor-order",
        *("address-altered", "address-gone", "address-new"),
    )
)
"""Rules of the corpus that only compare with what was published: they say nothing of a policy that is new."""
AGAIN = frozenset(("differs", "missing-file", "foreign-file", "site-altered", "docs-altered", "site-outdated"))
"""Rules of the site that only compare with what is made anew: they say nothing where the program itself is at fault."""
COMPARING = {"site": AGAIN, "corpus": RECORD}
BEFORE = Path(__file__).with_name("before.json")
"""What was caught before the checks were made to see: for each seed the rules that did."""
Caught: TypeAlias = dict[str, list[str]]
"""For each seed, by subject and name, the rules that caught it."""


def name_of(seed: Seed) -> str:
    """Return the name by which a seed is known in a table."""
    return f"{seed.subject}: {seed.name}"


def caught(verdicts: Iterable[Verdict]) -> Caught:
    """Return the rules that caught each seed; a check that falls itself catches nothing."""
    return {name_of(verdict.seed): [] if verdict.failure else list(verdict.rules) for verdict in verdicts}


def count(seeds: Iterable[Seed], found: Caught, *, is_compared: bool = True) -> int:
    """Return how many seeds were caught; without comparing, by rules that know nothing but what stands there."""
    return sum(bool(set(found.get(name_of(s), ())) - (set() if is_compared else COMPARING[s.subject])) for s in seeds)


def render(now: Caught, before: Caught) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'':52}{'tried':>6}{'before':>16}{'now':>14}   (without comparing)"
    for subject in ("site", "corpus"):
        for group in ("told", "further"):
            own = [s for s in SEEDS if s.subject == subject and s.group == group and name_of(s) in now]
            for family in dict.fromkeys(seed.family for seed in own):
                yield row(f"{subject}, {group}: {family}", [s for s in own if s.family == family], now, before)
    for group in ("told", "further"):
        yield row(f"all {group}", [s for s in SEEDS if s.group == group and name_of(s) in now], now, before)


def row(head: str, seeds: list[Seed], now: Caught, before: Caught) -> str:
    """Return one line of the table."""
    former = f"{count(seeds, before)} ({count(seeds, before, is_compared=False)})"
    return f"{head:52}{len(seeds):>6}{former:>16}{f'{count(seeds, now)} ({count(seeds, now, is_compared=False)})':>14}"


def missed(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Yield a line for each seed that is missed, with what a reader suffers."""
    for verdict in verdicts:
        rules, told = set(verdict.rules), f"{name_of(verdict.seed)} ({', '.join(verdict.touched[:2])})"
        if verdict.failure:
            yield f"the check falls: {told}: {verdict.failure}"
        elif not rules:
            yield f"missed: {told}: a reader {verdict.seed.suffers}"
        elif not rules - COMPARING[verdict.seed.subject]:
            yield f"only by comparing: {told}: {', '.join(sorted(rules))}"


def write(found: Caught, path: Path) -> None:
    """Write what was caught, a line a seed."""
    lines = (f"{json.dumps(name)}: {json.dumps(rules)}" for name, rules in found.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def read(path: Path) -> Caught:
    """Read what was caught; nothing where that is not known."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
