"""The command line: `python -m scripts COMMAND`; without a command it lists them all.

Exit codes: 0 done, 1 there are problems (all of them printed), 2 the command or its input cannot be used, 3 the program
itself is at fault.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

from scripts.carry.bundle import write_bundles
from scripts.carry.mirror import write_mirror
from scripts.carry.stamp import read_stamp
from scripts.commands.build import build
from scripts.commands.check import check_all
from scripts.commands.collection import rare_collection
from scripts.commands.convert import CONVERT_ARGUMENTS, TEXT_HELP, convert
from scripts.commands.convert_many import Job, Summary, convert_all, find_texts, plan_outputs
from scripts.commands.exchange import RETURNED, SENT
from scripts.commands.export import EXPORT_ARGUMENTS, EXPORTS, write_exports
from scripts.commands.load import LOAD_ARGUMENTS, load_bulk
from scripts.commands.new import start
from scripts.commands.publish import publish_named
from scripts.commands.said import Said
from scripts.commands.translate import OUTPUTS, send, take_back, update_all
from scripts.commands.unforeseen import accept_any_console, carry_out
from scripts.commands.verify import VERIFY_ARGUMENTS, verify
from scripts.commands.work_list import make_work_list
from scripts.problems import CorpusError, Problem
from scripts.serve.server import SERVE_ARGUMENTS, serve
from scripts.site.copies import write_pdfs
from scripts.write.disk.lock import writing, writing_into
from scripts.write.disk.replacing import STAGED, put_in_place

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run one command and return the exit code."""
    accept_any_console()
    options = make_parser().parse_args(arguments)
    return carry_out(partial(run, options, root))


def run(options: argparse.Namespace, root: Path) -> int:
    """Run a command and return the exit code; where it writes into the project, nobody else does meanwhile."""
    with lock_for(options, root):
        return int(options.command(options, root))


def lock_for(options: argparse.Namespace, root: Path) -> AbstractContextManager[object]:
    """Return the lock that a command needs: that of the project where it writes into it, else none."""
    if options.command in WRITERS:
        return writing(root)
    names = ("out", *OUTPUTS, *EXPORTS)
    return writing_into(root, [target for name in names if (target := getattr(options, name, None))])


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description="The quality policy archive.")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for name, words, run, arguments in COMMANDS:
        command = subparsers.add_parser(name, help=words)
        for argument, options in arguments.items():
            command.add_argument(argument, **options)
        command.set_defaults(command=run)
    return parser


def run_build(_: argparse.Namespace, root: Path) -> int:
    """Write docs/ and say what changed."""
    built = build(root)
    if built.problems:
        show(built.problems)
        print("docs/ was left as it was.", file=sys.stderr)
        return 1
    show(built.gaps)
    print(f"{built.policies} policies, {built.changed} files changed")
    return 0


def run_check(options: argparse.Namespace, root: Path) -> int:
    """Print every problem; with the id of a policy, what is left to do on it."""
    if options.id:
        print(work := make_work_list(root, options.id))
        return 1 if work.problems else 0
    checked = check_all(root)
    problems = checked.problems
    for problem in problems:
        print(problem)
    show(checked.states)
    if not (root / "site").is_dir():
        print("site/ is not there and was not checked; `make site` builds it", file=sys.stderr)
    print(f"{len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


@rare_collection()
def run_convert(options: argparse.Namespace, root: Path) -> int:
    """Print the policy, or write one for every file; problems go to standard error and keep nothing back."""
    texts = find_texts(options.files, options.out)
    if options.id is not None and len(texts) > 1:
        raise CorpusError("--id", f"names one policy, but {len(texts)} files are given; give one", 0, "id")
    if options.out is not None:
        return convert_each(options, texts, root)
    if list(texts) != options.files[:1]:
        raise CorpusError(
            "--out", f"names the folder for the {len(texts)} files; without it, give one file", 0, "output"
        )
    converted = convert(options.files[0], options.to, options.id, root)
    show(converted.problems)
    print(converted.structure, file=sys.stderr)
    sys.stdout.buffer.writelines(piece.encode("utf-8", "surrogatepass") for piece in converted.output)
    return 0


def convert_each(options: argparse.Namespace, texts: dict[Path, Path], root: Path) -> int:
    """Write a policy for every text that can be read, and say where it is; return 2 where one cannot."""
    summary = Summary()
    outputs = plan_outputs(texts, options.to, options.out)
    for read, output in convert_all(outputs, Job(options.out, options.to, options.id, root), summary):
        show(read.problems)
        if read.output is not None:
            print(read.structure, file=sys.stderr)
            print(output, flush=True)
    if len(texts) > 1:
        print(summary, file=sys.stderr)
    return 2 if summary.failed else 0


def run_work(work: Callable[[argparse.Namespace, Path], Said], options: argparse.Namespace, root: Path) -> int:
    """Do the work of a command that says at its end what became of it."""
    said = work(options, root)
    show(said.problems)
    print("".join(f"{line}\n" for line in said.lines), end="")
    print(said.refusal, end="\n" * bool(said.refusal), file=sys.stderr)
    return 1 if said.problems else 0


run_new, run_export, run_publish = (partial(run_work, work) for work in (start, write_exports, publish_named))
run_load = partial(run_work, load_bulk)
run_translate_template, run_translate_export, run_translate_import = (
    partial(run_work, work) for work in (update_all, send, take_back)
)


def run_pdf(_: argparse.Namespace, root: Path) -> int:
    """Make the PDFs that the site lacks, and say how large all are."""
    sizes = [path.stat().st_size for path in write_pdfs(root, root / "site", print)]
    print(f"{len(sizes)} PDFs in site/, {sum(sizes):,} bytes")
    return 0


def run_bundle(options: argparse.Namespace, root: Path) -> int:
    """Write the bundles of the site as it is, and say how large they are."""
    print("site/ → dist/, all languages and each …")
    bundles = list(write_bundles(root / "site", root / STAGED / "dist", read_stamp(root), with_pdf=options.pdf))
    put_in_place(root, [f"dist/{bundle.path.name}" for bundle in bundles])
    for bundle in bundles:
        print(f"  dist/{bundle.path.name}: {bundle.files:,} files, {bundle.bytes:,} bytes")
    return 0


def run_verify(options: argparse.Namespace, root: Path) -> int:
    """Print the verdict on a quotation, or those on all that a manuscript cites; return 1 where one fails."""
    verified = verify(options.given, options.quotation, root, as_json=options.json)
    show(verified.problems)
    print(verified.output)
    return 0 if verified.passes else 1


def run_mirror(_: argparse.Namespace, root: Path) -> int:
    """Write the copy for libraries, and say how large it is."""
    mirror = write_mirror(root, read_stamp(root))
    print(f"{mirror.path.relative_to(root)}: {mirror.files:,} files, {mirror.bytes:,} bytes")
    return 0


def run_serve(options: argparse.Namespace, root: Path) -> int:
    """Show the archive as it is being edited, until the keyboard says that it is over."""
    serve(root, options.port, partial(print, flush=True))
    return 0


def show(problems: Sequence[Problem]) -> None:
    """Print problems to standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)


WRITERS = (
    run_build,
    run_translate_template,
    run_translate_import,
    run_new,
    run_publish,
    run_pdf,
    run_bundle,
    run_mirror,
)
"""The commands that write into the project, whatever is given to them."""
Run = Callable[[argparse.Namespace, Path], int]
Arguments = dict[str, dict[str, Any]]
WITH_PDFS: Arguments = {"--pdf": {"action": "store_true", "help": "with the PDFs that are in site/"}}
ONE_POLICY: Arguments = {"id": {"nargs": "?", "metavar": "ID", "help": "of the corpus: only what concerns this policy"}}
SOME_POLICIES: Arguments = {"ids": {"nargs": "*", "metavar": "ID", "help": "of the corpus; without one, all policies"}}

COMMANDS: tuple[tuple[str, str, Run, Arguments], ...] = (
    ("build", "corpus → docs/", run_build, {}),
    (
        "check",
        "print every problem of corpus, archive and site, or all that is left to do on one policy",
        run_check,
        ONE_POLICY,
    ),
    ("convert", "raw texts → policies, one on standard output, or each a file", run_convert, CONVERT_ARGUMENTS),
    (
        "new",
        "start a policy's folder from a raw text",
        run_new,
        {
            "file": {"type": Path, "metavar": "FILE", "help": TEXT_HELP},
            "--id": {"help": "place and year, such as jinan-2018; without it, those that the text says for certain"},
        },
    ),
    ("translate-template", "create or update the en.po of policies", run_translate_template, SOME_POLICIES),
    ("translate-export", "a policy's English → XLIFF or TMX, for translators' tools", run_translate_export, SENT),
    ("translate-import", "XLIFF or TMX of a translator's tool → a policy's en.po", run_translate_import, RETURNED),
    ("publish", "make the addresses of policies permanent, once check finds nothing else", run_publish, SOME_POLICIES),
    ("pdf", "the policies as PDFs, into site/", run_pdf, {}),
    ("bundle", "site/ → dist/: the archive in a zip, to open from a folder without a network", run_bundle, WITH_PDFS),
    ("serve", "show the site while it is edited, each change as it is saved", run_serve, SERVE_ARGUMENTS),
    ("verify", "whether quotations stand where an address or a manuscript says", run_verify, VERIFY_ARGUMENTS),
    ("mirror", "site/ and the project → dist/: a complete copy for libraries, which checks itself", run_mirror, {}),
    ("export", "write the archive for a search server, as a database, as tables", run_export, EXPORT_ARGUMENTS),
    ("load", "what export --opensearch wrote → a search server, searched once whole", run_load, LOAD_ARGUMENTS),
)
"""Every command with what it does, how it is run, and what may be given to it."""


if __name__ == "__main__":
    sys.exit(main())
