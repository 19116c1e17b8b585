"""`make kills`: real runs are killed, meet each other, a full disk and missing rights; prints what was tried and whole.

1. At every renaming, and at seeded ones of the other calls that change the disk (strace kills there).
2. At seeded moments: the process, a process that it began, or all.
3. Two runs at once. 4. Disks that are full after so many kilobytes. 5. Rights that are missing, links and files in the
   place of folders.

After each the former or the new state must stand there whole, the next run must end well with the bytes of a clean
build, and nothing may be left over. It needs Linux, strace and root.
"""

import argparse
import os
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from random import Random

from tests.conftest import ROOT
from tests.kills.collisions import collide
from tests.kills.kill import CALLS, WAYS, count_calls, kill_at_call, kill_at_moment, measure
from tests.kills.project import SCENARIOS, copy, make_project
from tests.kills.refusals import fill_disks, refuse_rights
from tests.kills.states import Count, States, look, make_states

EXHAUSTIVE = ("rename",)
Table = dict[tuple[str, str], Count]
FAILING = 0.2
"""After so many of the kills the next run fails, and only the one after it ends."""


def main() -> int:
    """Run it all and print the table; return 1 where anything was not whole."""
    options = read_options()
    if not shutil.which("strace"):
        print("strace is not there; install it with your system's packages", file=sys.stderr)
        return 2
    table: Table = {}
    with tempfile.TemporaryDirectory(prefix="kills-") as work, ProcessPoolExecutor(options.jobs) as pool:
        Path(work).chmod(0o755)  # so that somebody without rights gets there
        make_project(Path(work, "base"), options.program)
        chosen = [scenario.name for scenario in SCENARIOS if not options.only or scenario.name in options.only]
        tasks = [(name, part) for part in options.parts for name in chosen]
        running = [pool.submit(attempt, *task, Path(work), options) for task in tasks]
        for done in as_completed(running):
            rows = done.result()
            print_rows(rows)
            table |= rows
    return report(table)


def attempt(name: str, part: str, folder: Path, options: argparse.Namespace) -> Table:
    """Try one part on one command, and return what was counted."""
    scenario = next(scenario for scenario in SCENARIOS if scenario.name == name)
    table = Table()
    try:
        states = make_states(scenario, folder / "base", folder / part, options.program)
    except AssertionError as error:  # so that the others are tried nevertheless
        return {(name, part): Count(1, faults=[f"{name} cannot be run at all: {error}"])}
    PARTS[part](states, table, options)
    return table


def read_options() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--kills", type=int, default=200, help="at seeded moments and calls, of all commands together")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", nargs="*", default=(), help="these commands alone")
    parser.add_argument("--parts", nargs="*", default=tuple(PARTS), choices=tuple(PARTS))
    parser.add_argument("--program", type=Path, default=ROOT, help="the clone whose program is tried")
    return parser.parse_args()


def kill_calls(states: States, table: Table, options: argparse.Namespace) -> None:
    """Kill a command at its calls: at every renaming, at seeded ones of the others."""
    chance = Random(f"{options.seed} calls {states.scenario.name}")
    share = max(1, options.kills // (2 * len(SCENARIOS) * len(CALLS)))
    for kind in CALLS:
        copy(states.before, states.work)
        last = count_calls(states.work, states.scenario.command, kind)
        every = range(1, last + 1)
        chosen = every if kind in EXHAUSTIVE else sorted(chance.sample(every, min(last, share)))
        for number in chosen:
            copy(states.before, states.work)
            count = table.setdefault((states.scenario.name, f"killed at a {kind}"), Count())
            if not kill_at_call(states.work, states.scenario.command, kind, number):
                count.missed += 1
            else:
                look(states, count, f"{kind} {number} of {last}", fails_first=chance.random() < FAILING)


def kill_moments(states: States, table: Table, options: argparse.Namespace) -> None:
    """Kill a command at seeded moments."""
    chance = Random(f"{options.seed} moments {states.scenario.name}")
    copy(states.before, states.work)
    whole = measure(states.work, states.scenario.command)
    left = -(-options.kills // (2 * len(SCENARIOS)))
    while left:
        part, way = chance.uniform(0.1, 1.0), chance.choice(WAYS)
        copy(states.before, states.work)
        ended = kill_at_moment(states.work, states.scenario.command, part * whole, way)
        if ended:  # before it could be killed: the machine is faster now
            whole = (whole + ended) / 2
            continue
        left -= 1
        count = table.setdefault((states.scenario.name, f"killed at a moment: {way}"), Count())
        look(states, count, f"after {part:.2f} of {whole:.2f} s: {way}", fails_first=chance.random() < FAILING)


def print_rows(table: Table) -> None:
    """Print what was counted."""
    for (scenario, kind), count in table.items():
        seen = f"{count.former:5} {count.new:5} {count.between:5} {count.missed:5}"
        print(f"{scenario:19} {kind:32} {count.tried:5} {count.whole:5}   {seen}", flush=True)
        for fault in count.faults[:5]:
            print(f"    {fault}", flush=True)


def report(table: Table) -> int:
    """Print the sum; return 1 where anything was not whole."""
    tried, whole = (sum(getattr(count, name) for count in table.values()) for name in ("tried", "whole"))
    print(f"{'together':52} {tried:5} {whole:5}")
    return int(tried != whole or not tried)


PARTS = {
    "calls": kill_calls,
    "moments": kill_moments,
    "collisions": collide,
    "disks": fill_disks,
    "rights": refuse_rights,
}

if __name__ == "__main__":
    sys.exit(main())
