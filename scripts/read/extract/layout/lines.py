"""Runs → the lines in which they stand: from left to right, what is raised on the line it belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scripts.read.extract.layout.page import DESCENT, Run
from scripts.read.extract.layout.words import join_runs

OVERLAP = 0.5
"""Two runs stand on one line where so much of the lower one's height is beside the other."""
TWIN = 0.3
"""Of one text printed twice for bold, the second is so little of its size away from the first."""
APART = 0.9
"""A gap so wide, in characters, may be one between columns."""
TALL = 1.6
"""A run so many times as high as its characters are stands upright, one below the other."""


class Line(NamedTuple):
    """Runs that stand on one line, from left to right."""

    runs: tuple[Run, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    """Of most of its characters."""
    text: str

    @property
    def base(self) -> float:
        """On what its characters stand."""
        return self.y1 - DESCENT * self.size


def make_line(runs: Iterable[Run]) -> Line:
    """Return runs as one line; at least one."""
    given = [*runs]
    if len(given) == 1:
        _, x0, y0, x1, y1, size = given[0]
        return Line((given[0],), x0, y0, x1, y1, size, join_runs(given))
    ordered = without_twins(sorted(given, key=lambda run: (run.x0, run.y0)))
    main = main_run(ordered)
    x1 = max(run.x1 for run in ordered)
    return Line(tuple(ordered), ordered[0].x0, main.y0, x1, main.y1, main.size, join_runs(ordered))


def main_run(runs: list[Run]) -> Run:
    """Return a run of the size that most characters have."""
    if len(runs) == 1:
        return runs[0]
    sizes = dict.fromkeys((run.size for run in runs), 0)
    for run in runs:
        sizes[run.size] += len(run.text)
    most = max(sizes, key=lambda size: (sizes[size], size))
    return next(run for run in runs if run.size == most)


def without_twins(runs: list[Run]) -> list[Run]:
    """Return the runs without those that only print another one's text again, a hair's breadth beside it."""
    kept: list[Run] = []
    for run in runs:
        near = reversed(kept[-4:])
        if not any(is_twin(run, other) for other in near):
            kept.append(run)
    return kept


def is_twin(run: Run, other: Run) -> bool:
    """Whether two runs print one text at one place."""
    reach = TWIN * run.size
    return run.text == other.text and abs(run.x0 - other.x0) < reach and abs(run.y1 - other.y1) < reach


def find_rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the runs that stand side by side over the whole page's width, row by row from the top."""
    row: list[Run] = []
    top = bottom = 0.0
    for run in sorted(runs, key=lambda run: (run.y1, run.x0)):
        if row and is_beside(run, top, bottom):
            row.append(run)
            if run.y1 - run.y0 > bottom - top and not is_upright(run):
                top, bottom = run.y0, run.y1
            continue
        if row:
            yield row
        row, top, bottom = [run], run.y0, run.y1
    if row:
        yield row


def is_beside(run: Run, top: float, bottom: float) -> bool:
    """Whether enough of a run is between a row's top and bottom."""
    _, _, y0, _, y1, size = run
    high = y1 - y0
    shared = min(y1, bottom) - max(y0, top)
    return shared > OVERLAP * min(high, bottom - top) and high <= TALL * size


def is_upright(run: Run) -> bool:
    """Whether the characters of a run stand one below the other."""
    return run.y1 - run.y0 > TALL * run.size


def find_pieces(runs: Iterable[Run]) -> list[list[Line]]:
    """Return of each row, from the top, the pieces of lines that wide gaps part."""
    return [[make_line(piece) for piece in part_row(row)] for row in find_rows(runs)]


def part_row(row: list[Run]) -> Iterator[list[Run]]:
    """Yield the parts of a row that wide gaps part, from left to right."""
    piece: list[Run] = []
    end = 0.0
    for run in sorted(row, key=lambda run: run.x0):
        if piece and run.x0 - end > APART * max(run.size, piece[-1].size):
            yield piece
            piece = []
        end = max(end, run.x1) if piece else run.x1
        piece.append(run)
    yield piece


def join_pieces(pieces: Iterable[Line]) -> list[Line]:
    """Return whole lines, from the top, of pieces that stand in one column."""
    whole = [*pieces]
    owners = {id(run): piece for piece in whole for run in piece.runs}
    rows = find_rows(run for piece in whole for run in piece.runs)
    return [join_row(row, owners) for row in rows]


def join_row(row: list[Run], owners: Mapping[int, Line]) -> Line:
    """Return the runs of a row as one line, which the piece that they are of may be already."""
    piece = owners[id(row[0])]
    if len(row) != len(piece.runs) or any(owners[id(run)] is not piece for run in row[1:]):
        return make_line(row)
    return piece
