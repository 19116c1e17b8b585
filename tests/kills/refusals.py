"""What the disk refuses: it is full, rights are missing, a link or a file stands where a folder belongs."""

import argparse
import os
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.kills.project import copy, names, prints, run
from tests.kills.states import Count, States

SIZES = 5
"""So many full disks of each command."""
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
Table = dict[tuple[str, str], Count]


def fill_disks(states: States, table: Table, options: argparse.Namespace) -> None:
    """Run a command on disks that are full sooner or later."""
    count = table.setdefault((states.scenario.name, "full disk"), Count())
    disk = states.work.with_name("disk")
    disk.mkdir()
    largest = 2 * needed(states)
    for step in range(SIZES):
        room = largest * step // SIZES + 16
        mount(disk, f"size={room + used(states.before)}k")
        try:
            project = disk / "work"
            shutil.copytree(states.before, project, symlinks=True)
            (disk / "raw.txt").write_bytes(states.work.with_name("raw.txt").read_bytes())
            done = run(project, states.scenario.command)
            faults = refused(states, project, done) if done.returncode else []
            subprocess.run(["mount", "-o", "remount,size=1g", str(disk)], check=True)
            count_it(states, count, f"{room} KB free", faults + end(states, project))
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    disk.rmdir()


def needed(states: States) -> int:
    """Return how many KB more a project has while a command runs, or less."""
    return (
        512 + sum((states.work / name).stat().st_size for name in states.new if (states.work / name).is_file()) // 512
    )


def used(project: Path) -> int:
    """Return the KB of a project on such a disk."""
    done = subprocess.run(["du", "-sk", "--apparent-size", str(project)], capture_output=True, check=True)
    blocks = sum(-(-path.lstat().st_size // 4096) * 4 + 1 for path in project.rglob("*"))
    return max(blocks, int(done.stdout.split()[0]))


def mount(disk: Path, options: str) -> None:
    """Have a disk in memory."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)


def refused(states: States, project: Path, done: "subprocess.CompletedProcess[bytes]") -> list[str]:
    """Return what is wrong with a run that was refused something."""
    said = done.stderr.decode("utf-8", "replace")
    faults = []
    if "Traceback" in said or not said.strip():
        faults.append(f"it does not say in a line why: {said.strip().splitlines()[-1:]}")
    if prints(project, *states.scenario.trees) not in (states.former, states.new):
        faults.append("neither the former nor the new state")
    return faults


def end(states: States, project: Path) -> list[str]:
    """Run it again without what refused, and return what is not as it must be."""
    done = run(project, states.scenario.command)
    is_there = states.scenario.name == "new" and b"is there already" in done.stderr
    if done.returncode and not is_there:
        return [f"the next run ends with {done.returncode}: {done.stderr.decode().strip()[-300:]}"]
    if prints(project, *states.scenario.trees) != states.new:
        return ["after the next run it is not the new state"]
    odd = sorted(names(project) ^ states.all_names)
    return [f"left over or gone: {odd[:4]}"] if odd else []


def count_it(states: States, count: Count, what: str, faults: list[str]) -> None:
    """Count an attempt."""
    count.tried += 1
    count.whole += not faults
    count.faults += [f"{states.scenario.name}, {what}: {fault}" for fault in faults]


def read_only(name: str) -> Callable[[Path], None]:
    """Return what takes away the right to write into a folder."""
    return lambda project: (project / name).chmod(0o555)


def as_file(name: str) -> Callable[[Path], None]:
    """Return what has a file where a folder belongs."""

    def change(project: Path) -> None:
        (project / name).rename(project.with_name("put-away"))
        (project / name).write_text("a file", encoding="utf-8")

    return change


def as_link(name: str) -> Callable[[Path], None]:
    """Return what has a link where a folder belongs."""

    def change(project: Path) -> None:
        (project / name).rename(project.with_name("put-away"))
        (project / name).symlink_to(project.with_name("put-away"))

    return change


Refusal = tuple[str, str, Callable[[Path], None]]
REFUSALS: list[Refusal] = [
    *((f"{name} read-only", name, read_only(name)) for name in ("docs/zh", "corpus/policies", "dist", "build", ".")),
    *((f"{name} a file", name, as_file(name)) for name in ("docs", "docs/en/terms", "site", "dist", "build")),
    *((f"{name} a link", name, as_link(name)) for name in ("docs", "docs/en/terms", "site", "dist", "build")),
]


def concerns(states: States, refusal: Refusal) -> bool:
    """Whether a command writes where something is refused."""
    name = refusal[1]
    return name in {".", "build"} or any(f"{tree}/".startswith(name) or name in tree for tree in states.scenario.trees)


def refuse_rights(states: States, table: Table, options: argparse.Namespace) -> None:
    """Run a command as somebody without a right, and with strange things in the place of folders."""
    count = table.setdefault((states.scenario.name, "refused"), Count())
    away = states.work.with_name("put-away")
    for what, name, change in filter(partial(concerns, states), REFUSALS):
        copy(states.before, states.work)
        subprocess.run(["chown", "-R", "65534:65534", str(states.work)], check=True)
        change(states.work)
        done = run(states.work, states.scenario.command, *NOBODY)
        said = done.stderr.decode("utf-8", "replace")
        faults = []
        if "Traceback" in said or (done.returncode and not said.strip()):
            faults.append(f"it ends with {done.returncode} and {said.strip().splitlines()[-1:]}")
        if os.path.lexists(away):
            (states.work / name).unlink()
            away.rename(states.work / name)
        subprocess.run(["chmod", "-R", "u+w", str(states.work)], check=True)
        present = prints(states.work, *states.scenario.trees)
        if {k: v.split()[0] for k, v in present.items()} not in [
            {k: v.split()[0] for k, v in state.items()} for state in (states.former, states.new)
        ]:
            faults.append("neither the former nor the new state")
        subprocess.run(["chown", "-R", "0:0", str(states.work)], check=True)
        count_it(states, count, what, faults + end(states, states.work))
