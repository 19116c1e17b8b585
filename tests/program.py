"""The command line in a process of its own, which need not load its modules each time: one process has them, and is forked."""

import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.__main__ import main

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.program", "tests.ready_program"])


def run_forked(arguments: tuple[str, ...], cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command of this program in a project, and return what it printed and how it ended."""
    with tempfile.TemporaryDirectory() as folder:
        printed = [Path(folder, name) for name in ("out", "err")]
        process = CONTEXT.Process(target=carry_out, args=(arguments, cwd, dict(os.environ), printed))
        process.start()
        process.join()
        out, err = (path.read_bytes() for path in printed)
    code = process.exitcode
    assert code is not None
    process.close()
    return subprocess.CompletedProcess([*arguments], code, out, err)


def carry_out(arguments: tuple[str, ...], cwd: Path, environment: dict[str, str], printed: list[Path]) -> None:
    """Be the program: with its own folder, environment, input and output."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    for place, path in ((0, Path(os.devnull)), *enumerate(printed, start=1)):
        file = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(file, place)
        os.close(file)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - as long as the process
    sys.exit(main(arguments, cwd))
