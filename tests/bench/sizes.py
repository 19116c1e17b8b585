"""A text that has much of one thing → what converting it costs: time, how that grows, and memory, dimension by dimension.

Every text is converted by a process of its own, at half the size and at the whole. Its memory is the most that the process
held, less what it holds for a text of 1,000 bytes, over the bytes of the text; its time is that of the processor, less
that for those 1,000 bytes; the ratio is that of both times, and 2 where the time grows with the size.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.bench.processes import MEGABYTE
from tests.bench.rounds import SETTINGS
from tests.bench.trees import FOLDER, Tree
from tests.bench_dimensions import DIMENSIONS, make_dimension

FEW = 1000
"""Bytes of a text that costs nothing but the program itself."""
LEAST = 0.2
"""Seconds below which a ratio says nothing."""
PATIENCE = 300
"""Seconds after which a text is given up."""
# prints last how the program ended, the kilobytes that the process held at most, and its seconds of processor
PROGRAM = """
import os, pathlib, sys
from scripts.__main__ import main
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
code = main(["convert", sys.argv[1]])
sys.stdout.flush()
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
own = os.times()
pathlib.Path(sys.argv[2]).write_text(f"{code} {peak} {own.user + own.system}")
"""
HEAD = f"{'dimension':24} {'tree':4} {'bytes':>10} {'seconds':>8} {'ratio':>6} {'MB':>6} {'x bytes':>8}"


@dataclass(frozen=True, slots=True)
class Peak:
    """What a process took."""

    memory: int
    """In bytes."""
    seconds: float


def main(trees: Iterable[Tree], size: int, names: Iterable[str]) -> None:
    """Print what every dimension costs at this size, in each tree."""
    print(HEAD)
    worst: dict[str, float] = {}
    bare = {tree.name: convert(tree, make_dimension("document", FEW)) for tree in trees}
    for name in names:
        for tree in trees:
            own, least = measure(tree, name, size), bare[tree.name]
            if own is None or least is None:
                print(f"{name:24} {tree.name:4} stopped, not done after {PATIENCE} seconds", flush=True)
                continue
            read, half, whole = own
            times = (whole.memory - least.memory) / read
            seconds = [peak.seconds - least.seconds for peak in (half, whole)]
            ratio = f"{seconds[1] / seconds[0]:.2f}" if seconds[0] >= LEAST else ""
            worst[tree.name] = max(worst.get(tree.name, 0), times)
            print(
                f"{name:24} {tree.name:4} {read:>10,} {seconds[1]:>8.2f} {ratio:>6} "
                f"{whole.memory / MEGABYTE:>6.0f} {times:>8.1f}",
                flush=True,
            )
    print("\n".join(f"{tree}: at most {times:.1f} times the bytes" for tree, times in worst.items()))


def measure(tree: Tree, name: str, size: int) -> tuple[int, Peak, Peak] | None:
    """Return the bytes of a text, and what half of it and all of it take; None where that takes too long."""
    data = make_text(name, size)
    half, whole = convert(tree, make_text(name, size // 2)), convert(tree, data)
    return (len(data), half, whole) if half and whole else None


def make_text(name: str, size: int) -> bytes:
    """Return a text that has much of one thing, of at most so many bytes: the last piece may be cut."""
    return make_dimension(name, size)[:size].decode(errors="ignore").encode()


def convert(tree: Tree, data: bytes) -> Peak | None:
    """Return what converting a text takes; None where it takes too long."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file, told = FOLDER / f"size-{tree.name}.txt", FOLDER / f"size-{tree.name}.out"
    file.write_bytes(data)
    command = [sys.executable, "-c", PROGRAM, str(file), str(told)]
    try:
        subprocess.run(command, cwd=tree.folder, env=SETTINGS, check=True, stderr=subprocess.DEVNULL, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None
    code, kilobytes, seconds = told.read_text().split()
    if code != "0":
        raise ValueError(f"{file} was refused")
    return Peak(int(kilobytes) * 1024, float(seconds))


def chosen(only: str) -> Iterator[str]:
    """Yield the dimensions that are named, with commas between them; all where none is."""
    named = only.split(",") if only else DIMENSIONS
    unknown = set(named) - set(DIMENSIONS)
    if unknown:
        raise SystemExit(f"no dimensions: {', '.join(sorted(unknown))}; there are {', '.join(DIMENSIONS)}")
    yield from named
