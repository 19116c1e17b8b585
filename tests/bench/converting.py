"""A folder of documents → what converting it costs, as it was and as it is, turn by turn on the same texts.

The former state reads one text a process, which `xargs` spreads over all processors; the present one is given the folder.
The former one is measured on a part, and the whole is in proportion to it. Where others use the machine too, the seconds of
the processor tell more than those of the clock.
"""

import os
import shutil
import statistics
import sys
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.bench.documents import Dice, make_document, write_documents
from tests.bench.processes import Cost, measure
from tests.bench.report import times
from tests.bench.rounds import SETTINGS
from tests.bench.trees import FOLDER, Tree

SINGLE = 1_000_000
"""Bytes of a text that is converted by itself."""
ONE_BY_ONE = f'find "$0" -type f -print0 | xargs -0 -P {os.cpu_count()} -n 1 sh -c "$1" "$2"'
# what cannot be read stops nothing
EACH = 'exec "$0" -m scripts convert "$1" > "${1##*/}.json" 2> /dev/null || true'
HEAD = f"{'texts':10} {'tree':4} {'files':>6} {'MB':>6} {'seconds':>9} {'processor':>9} {'MB held':>8} {'ms a text':>9}"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is converted."""

    name: str
    folder: Path
    files: int
    size: int
    """In bytes."""


def main(trees: tuple[Tree, Tree], files: int, size: int, share: int, rounds: int) -> None:
    """Print what both trees take for single texts and for every `share`-th of these files, and the present one for all."""
    old, new = trees
    for tree in trees:
        measure([sys.executable, "-m", "scripts", "--help"], tree.folder, SETTINGS)  # compiles the programs
    print(f"the middle of {rounds} rounds, old and new in turns, on {os.cpu_count()} processors\n{HEAD}", flush=True)
    for kind in ("law", "plan"):
        measure_both(trees, make_single(kind), rounds)
    whole = make_folder(files, size)
    part = choose_part(whole, share)
    costs = measure_both(trees, part, rounds)
    show(whole, old.name, times(costs[old.name], whole.files / part.files), "in proportion")
    own = middle([convert(new, whole) for _ in range(rounds)])
    show(whole, new.name, own)
    ratios = [costs[old.name].processor / costs[new.name].processor, costs[old.name].seconds / costs[new.name].seconds]
    print(f"the same part takes 1/{ratios[1]:.1f} of the seconds, 1/{ratios[0]:.1f} of the processor's")


def make_single(kind: str) -> Texts:
    """Return a folder with one large document of a kind."""
    folder = FOLDER / f"texts-{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    data = make_document(kind, SINGLE, Dice(kind)).encode()
    (folder / f"{kind}.txt").write_bytes(data)
    return Texts(f"one {kind}", folder, 1, len(data))


def make_folder(files: int, size: int) -> Texts:
    """Return a folder of documents, made once."""
    folder = FOLDER / f"texts-{files}-{size}"
    if not folder.exists():
        made = folder.with_suffix(".made")
        shutil.rmtree(made, ignore_errors=True)
        write_documents(made, files, size)
        made.rename(folder)
    return Texts("all", folder, files, sum(file.stat().st_size for file in folder.iterdir()))


def choose_part(whole: Texts, share: int) -> Texts:
    """Return a folder with every so-and-so-many-th of the files."""
    folder = FOLDER / "texts-part"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    chosen = sorted(whole.folder.iterdir())[::share]
    for file in chosen:
        shutil.copyfile(file, folder / file.name)
    return Texts("a part", folder, len(chosen), sum(file.stat().st_size for file in chosen))


def measure_both(trees: tuple[Tree, Tree], texts: Texts, rounds: int) -> dict[str, Cost]:
    """Print and return what converting the texts costs in each tree, which take turns."""
    taken: dict[str, list[Cost]] = {tree.name: [] for tree in trees}
    for _ in range(rounds):
        for tree in trees:
            taken[tree.name].append(convert(tree, texts))
    costs = {name: middle(own) for name, own in taken.items()}
    for name, cost in costs.items():
        show(texts, name, cost)
    return costs


def convert(tree: Tree, texts: Texts) -> Cost:
    """Convert the texts, each by a process of its own in the former tree; return the cost."""
    out = FOLDER / f"converted-{tree.name}"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    if tree.name == "old" or texts.files == 1:
        command = ["sh", "-c", ONE_BY_ONE, str(texts.folder), EACH, sys.executable]
    else:
        command = [sys.executable, "-m", "scripts", "convert", str(texts.folder), "--out", str(out)]
    return measure(command, out, SETTINGS | {"PYTHONPATH": str(tree.folder)})


def middle(costs: list[Cost]) -> Cost:
    """Return the median of each figure by itself."""
    seconds, processor, largest, together, written = map(statistics.median, zip(*map(astuple, costs), strict=True))
    return Cost(seconds, processor, largest, together, round(written))


def show(texts: Texts, tree: str, cost: Cost, note: str = "") -> None:
    """Print a row of the table."""
    row = (
        f"{texts.name:10} {tree:4} {texts.files:>6,} {texts.size / 10**6:>6.1f} {cost.seconds:>9.2f} "
        f"{cost.processor:>9.2f} {cost.together:>8.0f} {cost.seconds / texts.files * 1000:>9.1f}  {note}"
    )
    print(row.rstrip(), flush=True)
