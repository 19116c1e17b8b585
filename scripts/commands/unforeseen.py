"""What no command foresees: a console that lacks characters, and an error of the program itself."""

import sys
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

from scripts.problems import CorpusError

MOST_WORDS = 300
"""So much of an error's own words is shown."""


def accept_any_console() -> None:
    """Let a console that cannot print a character show its number: no command fails of what it has to say."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def carry_out(command: Callable[[], int]) -> int:
    """Return the exit code of a command: 2 where its input cannot be used, 3 where the program itself is at fault."""
    try:
        return int(command())
    except CorpusError as error:
        sys.stderr.write(f"{error.problem}\n")
        return 2
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        sys.stderr.write(f"{describe(error)}\n")
        return 3


def describe(error: Exception) -> str:
    """Return what is said of an unforeseen error: what, where in the program, and which file was being read."""
    *_, frame = traceback.extract_tb(error.__traceback__)
    place = ", ".join([f"{Path(frame.filename).name}:{frame.lineno}", *getattr(error, "__notes__", [])])
    words = (str(error).splitlines() or [""])[0][:MOST_WORDS]
    return f"The program is at fault: {type(error).__name__}: {words} ({place}); `python -X dev` shows more"
