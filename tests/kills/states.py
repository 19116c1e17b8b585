"""Of a command: the project before it, and after it ran whole in a project made from nothing; then what a kill left."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.kills.project import RAW, Prints, Scenario, copy, make_project, names, prints, run

LIST = "build/replacing.json"
"""Where this is, the next run puts in place what is new."""


@dataclass(frozen=True, slots=True)
class States:
    """What a command makes of a project."""

    scenario: Scenario
    before: Path
    """The project, before the command."""
    work: Path
    """Where it is killed."""
    former: Prints
    new: Prints
    all_names: frozenset[str]
    """Everything that stands in the project after it."""


@dataclass(slots=True)
class Count:
    """How many attempts there were of a kind, and what was seen."""

    tried: int = 0
    whole: int = 0
    former: int = 0
    """Killed, and the former state stood there."""
    new: int = 0
    between: int = 0
    """Neither, but the next run, even one that fails, makes it one of them."""
    missed: int = 0
    """Those that could not be made, such as a kill at a call that did not come."""
    faults: list[str] = field(default_factory=list)


def make_states(scenario: Scenario, base: Path, folder: Path, program: Path) -> States:
    """Make the states of a command; what it makes is made in a project of its own, from nothing."""
    before, work, clean = (folder / scenario.name / name for name in ("before", "work", "clean"))
    folder.joinpath(scenario.name).mkdir(parents=True)
    folder.joinpath(scenario.name, "raw.txt").write_text(RAW, encoding="utf-8")
    copy(base, before)
    scenario.change(before)
    copy(before, work)
    done = run(work, scenario.command)
    assert done.returncode == 0, done.stderr.decode()
    new = prints(work, *scenario.trees)
    if scenario.name in {"build", "site"}:  # the same from nothing
        make_project(clean, program)
        scenario.change(clean)
        for tree in ("site", "build"):
            remove = clean / tree
            remove.rename(folder / scenario.name / f"gone-{tree}")
        assert run(clean, scenario.command if scenario.name == "build" else ("scripts", "build")).returncode == 0
        assert run(clean, scenario.command).returncode == 0
        assert prints(clean, *scenario.trees) == new
    return States(scenario, before, work, prints(before, *scenario.trees), new, frozenset(names(work)))


def look(states: States, count: Count, what: str, *, fails_first: bool) -> None:
    """Count what a killed run left, and what the next ones make of it: first one that fails, where that is asked."""
    scenario, work = states.scenario, states.work
    present = prints(work, *scenario.trees)
    is_listed = (work / LIST).exists()
    faults = []
    if present not in (states.former, states.new) and not is_listed:
        faults.append("neither the former nor the new state")
    if fails_first:
        faults += fail(states)
    faults += end(states)
    count.tried += 1
    count.whole += not faults
    count.former += present == states.former
    count.new += present == states.new
    count.between += present not in (states.former, states.new)
    count.faults += [f"{scenario.name}, {what}: {fault}" for fault in faults]


def fail(states: States) -> list[str]:
    """Let the next run fail; return what it breaks."""
    scenario, work = states.scenario, states.work
    held = {path: path.read_bytes() for path in work.rglob("*") if path.is_file() and ".git" not in path.parts}
    scenario.spoil(work)
    spoilt = [path for path, data in held.items() if not path.exists() or path.read_bytes() != data]
    run(work, scenario.command)
    present = prints(work, *scenario.trees)
    names_of_spoilt = {path.relative_to(work).as_posix() for path in spoilt}
    for path in spoilt:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held[path])
    states_without = [
        {name: mark for name, mark in state.items() if name not in names_of_spoilt}
        for state in (states.former, states.new)
    ]
    seen = {name: mark for name, mark in present.items() if name not in names_of_spoilt}
    return [] if seen in states_without else ["a failing run after it left neither state"]


def end(states: States) -> list[str]:
    """Run the command again, and return what is not as it must be then."""
    scenario, work = states.scenario, states.work
    done = run(work, scenario.command)
    faults = []
    is_there = scenario.name == "new" and done.returncode == 2 and b"is there already" in done.stderr
    if done.returncode and not is_there:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        faults.append(f"the next run ends with {done.returncode}: {' '.join(last)}")
    if prints(work, *scenario.trees) != states.new:
        faults.append("after the next run it is not the new state")
    if names(work) != states.all_names:
        odd = sorted(names(work) ^ states.all_names)
        faults.append(f"left over or gone: {', '.join(odd[:4])}")
    return faults
