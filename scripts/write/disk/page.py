"""A page or data file that looks over many policies: where it stands, what it is drawn from, and how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from scripts.write.disk.files import Content


@dataclass(frozen=True, slots=True)
class Page:
    """A page or file, drawn when it is needed: while nothing that it is drawn from changes, it stays as it is."""

    path: str
    """Below `docs/<language>/`; of data, below that of the first language."""
    needs: tuple[str, ...]
    """The keys of the shares that it shows; one that ends with a slash stands for all that begin with it."""
    draw: Callable[[], Content]
    """Returns it, whole or part by part."""
    also: str = ""
    """What it is drawn from besides."""
