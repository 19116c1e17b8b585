"""What the process does that makes pages: it is asked for addresses and answers, until nobody asks any more."""

import gc
import logging
from multiprocessing.connection import Connection
from pathlib import Path

from scripts.commands.collection import collect_rarely
from scripts.serve.preview import Preview


def work(asked: Connection, root: Path) -> None:
    """Answer until the other end is closed: `answer` an address, `renew` after a change."""
    logging.getLogger("mkdocs").propagate = False  # what it warns of is shown with the page
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    collect_rarely()
    preview = Preview(root)
    while True:
        try:
            order, *given = asked.recv()
        except (EOFError, OSError):
            return
        if order == "renew":
            preview.renew(*given)
            gc.collect()
        else:
            asked.send(preview.answer(*given))
