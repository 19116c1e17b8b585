"""`make bench`: the archive as it was beside the archive as it is, at several sizes. Nothing here is a test: machines differ.

python -m tests.bench build --sizes 5,50,200 [--old c773b8f]   every work of both, measured
python -m tests.bench corpus --size 50 FOLDER                  a corpus of this size
python -m tests.bench found                                    what is found in the policies, and how well
python -m tests.bench verify [--size 1000]                     200 seeded quotations, and the verdicts on them
python -m tests.bench checks [--match TEXT]                    faults seeded in site/ and corpus/, and what the checks say
python -m tests.bench sizes [--old 609086f] [--only lines,items]   what a text with much of one thing costs
python -m tests.bench convert [--files 3500]   what converting a folder of documents costs, old and new
python -m tests.bench extract [--bytes 500000]                 what taking the text out of PDF, OFD and HTML costs
python -m tests.bench script [--texts FOLDER]                  texts turned Traditional, and how they come back
python -m tests.bench walk                                     what the pages' policies forbid on a walk through site/
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from scripts.read.clean.decode import MOST_BYTES
from tests.bench import converting, extracting, found, script, verify, walk
from tests.bench import sizes as sizes_of_texts
from tests.bench.corpus import write_corpus
from tests.bench.report import render, render_row, scale, write
from tests.bench.rounds import Result, run_rounds
from tests.bench.topics import has_own_topics
from tests.bench.trees import FOLDER, ROOT, Tree, find_trees
from tests.seeded import run

OLD = "c773b8f"
"""The state to compare with: the last one before the house was built anew."""
SLOW = "062ecfca"
"""The last state in which one process read a PDF, character by character."""


def main() -> None:
    """Run one command."""
    options = make_parser().parse_args()
    options.command(options)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="What building the archive costs.")
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("build", help="measure building, the site and convert, old and new")
    command.add_argument("--sizes", type=sizes, default=[5, 50, 200], help="policies; default: 5,50,200")
    command.add_argument("--old", default=OLD, metavar="COMMIT", help="default: %(default)s")
    command.add_argument(
        "--old-up-to", type=int, default=200, metavar="SIZE", help="larger sizes of the old are scaled"
    )
    command.add_argument("--trees", choices=("both", "old", "new"), default="both")
    command.add_argument("--texts", type=Path, metavar="FOLDER", help="what to convert; default: the corpus's texts")
    command.add_argument("--large", type=int, default=300_000, metavar="BYTES", help="of the large texts; 0 for none")
    command.add_argument("--keep", action="store_true", help="leave the built folders in build/bench/")
    command.set_defaults(command=bench)
    command = commands.add_parser("corpus", help="make a corpus of policies like those of this one")
    command.add_argument("folder", type=Path, metavar="FOLDER")
    command.add_argument("--size", type=int, required=True)
    command.set_defaults(command=make_corpus)
    command = commands.add_parser("found", help="what is found in the policies, and how well")
    command.set_defaults(command=lambda _: found.main())
    command = commands.add_parser("verify", help="seeded quotations, the verdicts on them, and the time")
    command.add_argument("--size", type=int, default=0, help="policies like those of this corpus; without it, its own")
    command.add_argument("--seed", type=int, default=7714, help="default: %(default)s")
    command.set_defaults(command=verify_quotations)
    command = commands.add_parser("checks", help="faults seeded in site/ and corpus/, and what the checks say of each")
    command.add_argument("--match", default="", metavar="TEXT", help="those whose subject, family or name holds this")
    command.add_argument("--keep", type=Path, metavar="FILE", help="write here which rules caught what")
    command.add_argument("--quick", action="store_true", help="what is missed among others is not tried again alone")
    command.set_defaults(command=lambda o: run.main(ROOT, o.match, o.keep, is_thorough=not o.quick))
    command = commands.add_parser("sizes", help="what a text with much of one thing costs: time, growth, memory")
    command.add_argument("--bytes", type=int, default=MOST_BYTES, help="of the texts; default: %(default)s, the limit")
    command.add_argument("--old", metavar="COMMIT", help="a former state to set beside this one")
    command.add_argument("--only", default="", metavar="NAMES", help="the dimensions, with commas between them")
    command.set_defaults(command=measure_sizes)
    add_convert(commands.add_parser("convert", help="what converting a folder of documents costs, old and new"))
    add_extract(commands.add_parser("extract", help="what taking the text out of files costs, old and new in turns"))
    command = commands.add_parser("script", help="texts turned Traditional, and how their characters come back")
    command.add_argument("--texts", type=Path, metavar="FOLDER", help="Simplified texts besides those of the corpus")
    command.add_argument("--seed", type=int, default=8105, help="default: %(default)s")
    command.set_defaults(command=lambda o: script.main(o.texts, o.seed))
    command = commands.add_parser("walk", help="what the pages' policies forbid on a walk through site/")
    command.set_defaults(command=lambda _: walk.main())
    return parser


def add_convert(command: argparse.ArgumentParser) -> None:
    """Add what may be said of a folder that is to be converted."""
    command.add_argument("--files", type=int, default=3_500, help="documents; default: %(default)s")
    command.add_argument("--bytes", type=int, default=58_000_000, help="of all of them; default: %(default)s")
    command.add_argument("--share", type=int, default=10, help="the former state reads one in so many; default: 10")
    command.add_argument("--rounds", type=int, default=3, help="default: %(default)s")
    command.add_argument("--old", default=OLD, metavar="COMMIT", help="default: %(default)s")
    command.set_defaults(command=lambda o: converting.main(find_trees(o.old), o.files, o.bytes, o.share, o.rounds))


def add_extract(command: argparse.ArgumentParser) -> None:
    """Add what may be said of files of which the text is taken out."""
    command.add_argument("--bytes", type=int, default=500_000, help="of the text in each; default: %(default)s")
    command.add_argument("--rounds", type=int, default=3, help="default: %(default)s")
    command.add_argument("--old", default=SLOW, metavar="COMMIT", help="default: %(default)s")
    command.set_defaults(command=lambda o: extracting.main(find_trees(o.old), o.bytes, o.rounds))


def sizes(text: str) -> list[int]:
    """Return numbers written with commas between them, in order."""
    return sorted(int(number) for number in text.split(","))


def make_corpus(options: argparse.Namespace) -> None:
    """Make a corpus of policies like those of this one."""
    model = ROOT / "corpus"
    write_corpus(model, options.folder, options.size, has_own=has_own_topics(model))


def verify_quotations(options: argparse.Namespace) -> None:
    """Print the verdicts on seeded quotations, of the policies or of a corpus of any size like theirs."""
    folder = FOLDER / f"verify-{options.size}" if options.size else None
    if folder and not (folder / "corpus").is_dir():
        write_corpus(ROOT / "corpus", folder / "corpus", options.size, has_own=has_own_topics(ROOT / "corpus"))
    verify.main(folder, options.seed)


def measure_sizes(options: argparse.Namespace) -> None:
    """Print what each dimension of a text costs, in a former state too where one is named."""
    trees = find_trees(options.old) if options.old else (Tree("new", ROOT),)
    sizes_of_texts.main(trees, options.bytes, sizes_of_texts.chosen(options.only))


def bench(options: argparse.Namespace) -> None:
    """Measure, print each figure as it is had, and the table at the end."""
    had = []
    for result in results(options):
        had.append(result)
        print(render_row(result), flush=True)
    had += list(scale(had, options.sizes, "old"))
    write(had, FOLDER / "results.json")
    print(f"\n{render(had)}\n\nAll figures: {(FOLDER / 'results.json').relative_to(ROOT)}")


def results(options: argparse.Namespace) -> Iterator[Result]:
    """Yield what every work costs, at every size, in both trees; the large texts are read at the first size alone."""
    for size in options.sizes:
        for tree in find_trees(options.old):
            if options.trees in ("both", tree.name) and (tree.name == "new" or size <= options.old_up_to):
                large = options.large if size == options.sizes[0] else 0
                yield from run_rounds(tree, size, options.texts, large, keep=options.keep)


if __name__ == "__main__":
    main()
