"""What became of the mutations, as a table by file, and each failure with the command that repeats it."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from tests.fuzz.case import ACCEPTED, OBJECTED, REFUSED, Outcome
from tests.fuzz.mutation import Mutation

SHOWN, ALL = "of these in a site", "all files"
COLUMNS = ("tried", REFUSED, OBJECTED, ACCEPTED, SHOWN, "failures")
EVERY = 500
"""After so many mutations is said how far it is."""


class Tally:
    """Counts what became of mutations."""

    def __init__(self, plan: Sequence[Mutation], seed: int, is_talkative: bool) -> None:
        self.plan = {mutation.number: mutation for mutation in plan}
        self.seed, self.is_talkative = seed, is_talkative
        self.rows: dict[str, Counter[str]] = defaultdict(Counter)
        self.failures: list[Outcome] = []
        self.accepted: list[int] = []
        self.count = 0

    def take(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.count += 1
        if self.is_talkative:
            mutation = self.plan[outcome.number]
            print(f"{mutation}\n{outcome.result}: {', '.join(outcome.rules)}")
        elif self.count % EVERY == 0:
            print(f"{self.count:,} of {len(self.plan):,}, failures: {len(self.failures)}", flush=True)
        for name in (row_of(self.plan[outcome.number].file), ALL):
            self.rows[name]["tried"] += 1
            self.rows[name]["failures" if outcome.faults else outcome.result] += 1
        if outcome.faults:
            self.failures.append(outcome)
        elif outcome.result == ACCEPTED:
            self.accepted.append(outcome.number)

    def sample(self, count: int) -> list[Mutation]:
        """Return so many of the mutations that were accepted, always the same for a seed."""
        numbers = sorted(self.accepted)
        chosen = random.Random(self.seed).sample(numbers, min(count, len(numbers)))
        return [self.plan[number] for number in sorted(chosen)]

    def show(self, outcome: Outcome) -> None:
        """Count one that was accepted, and is in a site."""
        for name in (row_of(self.plan[outcome.number].file), ALL):
            self.rows[name][SHOWN] += outcome.is_shown
            if outcome.faults:
                self.rows[name].update({"failures": 1, ACCEPTED: -1})
        if outcome.faults:
            self.failures.append(outcome)

    def render(self) -> str:
        """Return the failures and the table."""
        lines = []
        for outcome in sorted(self.failures, key=lambda outcome: outcome.number):
            lines.append(f"{self.plan[outcome.number]}")
            lines += [f"    {fault}" for fault in outcome.faults[:4]]
            lines.append(f"    python -m tests.fuzz --seed {self.seed} --only {outcome.number}")
        lines += ["", "| file | " + " | ".join(COLUMNS) + " |", "| --- |" + " ---: |" * len(COLUMNS)]
        for name in sorted(self.rows, key=lambda name: (name == ALL, name)):
            lines.append(f"| {name} | " + " | ".join(f"{self.rows[name][column]:,}" for column in COLUMNS) + " |")
        return "\n".join(lines)


def row_of(file: str) -> str:
    """Return the row of the table in which a file is counted: those of all policies share one."""
    folder, _, name = file.rpartition("/")
    return file if folder == "glossary" else f"policies/…/{name}"
