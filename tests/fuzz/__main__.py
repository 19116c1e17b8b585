"""`make fuzz`: every field of every file of the corpus spoilt in every way, what the archive makes of it, as a table.

python -m tests.fuzz [--count 5000] [--seed 1]     so many mutations
python -m tests.fuzz --only 1234 [--seed 1]        one of them, with what comes of it
"""

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.conftest import ROOT
from tests.fuzz.corpus import make_corpus
from tests.fuzz.plan import make_plan, read_files
from tests.fuzz.table import Tally
from tests.fuzz.watch import Team


def main(arguments: Sequence[str] | None = None) -> int:
    """Try out the mutations that are asked for, and return 1 where one of them fails."""
    options = make_parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        corpus = make_corpus(Path(folder) / "corpus")
        dictionary = (ROOT / "corpus/README.md").read_text(encoding="utf-8")
        plan = make_plan(dictionary, read_files(corpus), max(options.count, options.only or 0), options.seed)
        wanted = [mutation for mutation in plan if options.only in (None, mutation.number)]
        tally = Tally(wanted, options.seed, options.only is not None)
        with Team(corpus, min(options.jobs, len(wanted))) as team, suppress(KeyboardInterrupt):
            for outcome in team.try_all(wanted):
                tally.take(outcome)
            for outcome in team.try_all(tally.sample(options.sites), is_shown=True):
                tally.show(outcome)
    print(tally.render())
    return 1 if tally.failures else 0


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="The corpus, spoilt in every way.")
    parser.add_argument("--count", type=int, default=5_000, help="mutations; default: %(default)s")
    parser.add_argument("--seed", type=int, default=1, help="default: %(default)s")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="this mutation of the plan alone")
    parser.add_argument(
        "--sites",
        type=int,
        default=100,
        help="of so many that are built MkDocs makes the site; default: %(default)s",
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes; default: %(default)s")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was found by then is shown
    sys.exit(main())
