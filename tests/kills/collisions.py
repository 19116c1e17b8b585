"""Two runs at once: both end well, one after the other, and the result is that of one."""

import argparse
import subprocess
import sys

from tests.kills.project import SCENARIOS, copy, environment, names, prints
from tests.kills.states import Count, States

TIMES = 20
"""Of all commands together."""


def collide(states: States, table: dict[tuple[str, str], Count], options: argparse.Namespace) -> None:
    """Run a command twice at once, some times; where they met, one said that it waits: these are counted as between."""
    count = table.setdefault((states.scenario.name, "two at once"), Count())
    for _ in range(-(-TIMES // len(SCENARIOS))):
        copy(states.before, states.work)
        both = [begin(states) for _ in range(2)]
        said = [running.communicate()[0].decode("utf-8", "replace") for running in both]
        codes = sorted(running.returncode for running in both)
        faults = []
        if codes != ([0, 2] if states.scenario.name == "new" else [0, 0]):
            faults.append(f"they end with {codes}: {said}")
        if prints(states.work, *states.scenario.trees) != states.new or names(states.work) != states.all_names:
            faults.append("the result is not that of one run")
        count.tried += 1
        count.between += any("is writing" in words or "is running" in words for words in said)
        count.whole += not faults
        count.faults += [f"{states.scenario.name}, two at once: {fault}" for fault in faults]


def begin(states: States) -> "subprocess.Popen[bytes]":
    """Begin a run."""
    command = [sys.executable, "-m", *states.scenario.command]
    return subprocess.Popen(
        command, cwd=states.work, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
