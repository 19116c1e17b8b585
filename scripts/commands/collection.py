"""How often Python looks for values that can be thrown away, while a command makes many that stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

COLLECT_AFTER = 50_000
"""So many new values there are before circles among them are looked for; to look after every 700, as Python does by
itself, takes a quarter of the time that a large text takes."""


@contextmanager
def rare_collection() -> Iterator[None]:
    """Look but rarely for circles of values that nothing else holds: texts have many lines, and few circles."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def collect_rarely() -> None:
    """Look but rarely for circles from now on."""
    gc.freeze()  # what the program itself consists of
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])
