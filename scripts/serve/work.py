"""What the process does that makes pages: it is asked for addresses and answers, until nobody asks any more.

After a change of the program it is followed by its child, as a nursery is: that keeps what it knows of the files.
"""

import importlib
import logging
from multiprocessing.connection import Connection
from pathlib import Path

from scripts.commands.collection import collect_rarely
from scripts.serve.nursery import is_followed
from scripts.serve.preview import Known, Preview


def work(asked: Connection, root: Path, known: Known | None = None) -> None:
    """Answer until the other end is closed: `answer` an address, `renew` after a change, `load` what changed."""
    logging.getLogger("mkdocs").propagate = False  # what it warns of is shown with the page
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    collect_rarely()
    preview = Preview(root, known)
    while True:
        try:
            order, *given = asked.recv()
        except (EOFError, OSError):
            return
        if order == "renew":
            preview.renew(*given)
        elif order == "answer":
            asked.send(preview.answer(*given))
        elif is_followed(asked, root, given[0], lambda: work_anew(asked, root, preview.known())):
            return


def work_anew(asked: Connection, root: Path, known: Known) -> None:
    """Go on with the program that is loaded now."""
    importlib.import_module(__name__).work(asked, root, known)
