"""`python -m tests.sweep DIR`: reads every text below a folder, and prints what was recognised and what was not.

It ends with 1 where a text breaks a law; whatever else it prints is for eyes.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from scripts.read.corpus.corpus import Shared, read_shared
from tests.conftest import ROOT
from tests.sweep.cases import print_cases
from tests.sweep.forms import FORMS
from tests.sweep.text import Seen, see

LISTS = ("unused", "unseen", "dropped", "targets", "metadata")
SUFFIXES = (".txt", ".md", ".html", ".htm")


def main() -> int:
    """Sweep over a folder and print."""
    options = read_options()
    if options.cases:
        return int(not print_cases(options.folder, shared()))
    files = sorted(file for file in options.folder.rglob("*") if file.suffix in SUFFIXES and file.is_file())
    if not files:
        print(f"{options.folder} holds no text ({' '.join(SUFFIXES)}); name another folder", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(options.jobs) as pool:
        seen = list(pool.map(see_here, files, chunksize=4))
    for each in seen if options.files or options.lists else ():
        print(describe(each))
        print_lists(each, options.lists)
    print_sums(seen)
    return int(any(each.fault for each in seen))


def read_options() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.sweep", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--files", action="store_true", help="a line for each text")
    parser.add_argument("--lists", nargs="*", choices=LISTS, default=(), help="of each text, these lines too")
    parser.add_argument(
        "--cases", action="store_true", help="small invented texts: whether each is read as it should be"
    )
    parser.add_argument("--jobs", type=int, default=None)
    return parser.parse_args()


@cache
def shared() -> Shared:
    """Return what all texts share, read once by each process."""
    return read_shared(ROOT)


def see_here(file: Path) -> Seen:
    """Read a text with the glossary of this archive."""
    return see(file, shared())


def describe(seen: Seen) -> str:
    """Return a line about a text."""
    numbers = f"{seen.recognised.total()} of {seen.printed.total()} numbers"
    rest = f"{len(seen.unseen)} other headings, {len(seen.dropped)} lines dropped, {len(seen.targets)} figures"
    return f"{seen.file}: {numbers}, {rest}, {seen.seconds:.2f} s{seen.fault and f'; {seen.fault}'}"


def print_lists(seen: Seen, names: Sequence[str]) -> None:
    """Print the lines of a text that are asked for."""
    for name in names:
        rows = getattr(seen, name)
        for row in rows.items() if isinstance(rows, dict) else rows:
            print(f"    {name}: {': '.join(map(str, row)) if isinstance(row, tuple) else row}"[:160])


def print_sums(seen: Sequence[Seen]) -> None:
    """Print what holds of all texts together."""
    printed, recognised, left_out = (
        add(getattr(each, name) for each in seen) for name in ("printed", "recognised", "left_out")
    )
    print(f"{'number':8} {'printed':>8} {'read':>8} {'share':>7} {'left out':>9} {'in texts':>9}")
    for name, _ in FORMS:
        if printed[name] or left_out[name]:
            print(
                row(
                    name, printed[name], recognised[name], left_out[name], sum(1 for each in seen if each.printed[name])
                )
            )
    print(row("all", printed.total(), recognised.total(), left_out.total(), len(seen)))
    found = add(Counter(each.metadata.keys()) for each in seen)
    print("said of themselves:", ", ".join(f"{name} {number}" for name, number in found.items()), f"of {len(seen)}")
    flat = sum(1 for each in seen if each.printed.total() and not each.recognised.total())
    sums = {name: sum(len(getattr(each, name)) for each in seen) for name in ("unused", "unseen", "dropped", "targets")}
    print(
        "lines:",
        ", ".join(f"{name} {number}" for name, number in sums.items()),
        f"; texts with numbers and no section: {flat}",
    )
    size = sum(each.size for each in seen)
    print(
        f"{len(seen)} texts, {size / 1e6:.2f} MB, {sum(each.seconds for each in seen):.1f} s of reading; slowest: {slowest(seen)}"
    )
    for each in seen:
        if each.fault:
            print(f"{each.file}: {each.fault}")


def row(name: str, printed: int, recognised: int, left_out: int, texts: int) -> str:
    """Return a row of the table."""
    share = f"{recognised / printed:.1%}" if printed else ""
    return f"{name:8} {printed:8} {recognised:8} {share:>7} {left_out:9} {texts:9}"


def slowest(seen: Sequence[Seen]) -> str:
    """Return which text took longest."""
    worst = max(seen, key=lambda each: each.seconds)
    return f"{worst.file}, {worst.seconds:.2f} s for {worst.size / 1e6:.2f} MB"


def add(counts: Iterable[Counter[str]]) -> Counter[str]:
    """Return the sum of counts."""
    return sum(counts, Counter())


if __name__ == "__main__":
    sys.exit(main())
