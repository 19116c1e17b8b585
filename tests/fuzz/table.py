"""What became of the mutations, as a table by file, and each failure with the command that repeats it."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from tests.fuzz.case import ACCEPTED, OBJECTED, REFUSED, Outcome
from tests.fuzz.mutation import Mutation

SHOWN, ALL = "of these in a site", "all files"
COLUMNS = ("tried", REFUSED, OBJECTED, ACCEPTED, SHOWN, "failures")
EVERY, MOST = 500, 4
"""After so many mutations is said how far it is; and of one that fails so many faults."""


class Tally:
    """Counts what became of mutations."""

    def __init__(self, plan: Sequence[Mutation], seed: int, is_talkative: bool) -> None:
        self.plan = {mutation.number: mutation for mutation in plan}
        self.seed, self.is_talkative = seed, is_talkative
        self.rows: dict[str, Counter[str]] = defaultdict(Counter)
        self.failures: list[Outcome] = []
        self.built: list[int] = []
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
            self.fail(outcome)
        elif outcome.result != REFUSED:
            self.built.append(outcome.number)

    def sample(self, count: int) -> list[Mutation]:
        """Return so many of the mutations that were built, always the same for a seed."""
        numbers = sorted(self.built)
        chosen = random.Random(self.seed).sample(numbers, min(count, len(numbers)))
        return [self.plan[number] for number in sorted(chosen)]

    def show(self, outcome: Outcome) -> None:
        """Count one that is in a site."""
        for name in (row_of(self.plan[outcome.number].file), ALL):
            self.rows[name][SHOWN] += outcome.is_shown
            if outcome.faults:
                self.rows[name].update({"failures": 1, outcome.result: -1})
        if outcome.faults:
            self.fail(outcome)

    def fail(self, outcome: Outcome) -> None:
        """Say what must not be, and how to see it again."""
        self.failures.append(outcome)
        print(self.plan[outcome.number])
        for fault in outcome.faults[:MOST]:
            print(f"    {fault}")
        print(f"    python -m tests.fuzz --seed {self.seed} --only {outcome.number}", flush=True)

    def render(self) -> str:
        """Return the table."""
        lines = ["", "| file | " + " | ".join(COLUMNS) + " |", "| --- |" + " ---: |" * len(COLUMNS)]
        names = sorted(self.rows, key=lambda name: (name == ALL, name))
        lines += [" | ".join([f"| {name}", *(f"{self.rows[name][c]:,}" for c in COLUMNS)]) + " |" for name in names]
        return "\n".join(lines)


def row_of(file: str) -> str:
    """Return the row of the table in which a file is counted: those of all policies share one."""
    folder, _, name = file.rpartition("/")
    return file if folder == "glossary" else f"policies/…/{name}"
