"""`python scripts/site/builder.py mkdocs …`: MkDocs or ProperDocs, which ends when the process that began it does.

Otherwise it would go on writing after that was killed. What the disk refuses it says in one line.
"""

import os
import runpy
import sys
import threading
from pathlib import Path

REFUSED = 74
"""The exit code where a file cannot be read or written."""


def watch() -> None:
    """End this process when the other end of its standard input is gone."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)


def main() -> None:
    """Run the builder that is named, with the arguments that follow."""
    threading.Thread(target=watch, daemon=True).start()
    sys.path[0] = str(Path.cwd())  # as `python -m mkdocs` has it
    del sys.argv[0]
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except OSError as error:
        print(f"ERROR   -  {error.filename or sys.argv[0]}: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        sys.exit(REFUSED)


if __name__ == "__main__":
    main()
