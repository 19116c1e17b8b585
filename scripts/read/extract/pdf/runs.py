"""The characters of a page → the runs that are seen, and how many are not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scripts.model.vocabulary import Leaving
from scripts.read.extract.layout.page import DESCENT, Run
from scripts.read.extract.pdf.characters import PRIVATE, UNKNOWN, Character
from scripts.read.extract.pdf.drawn import Drawn
from scripts.read.extract.pdf.turning import Turn, make_turn

TOUCHING, OVERLAPPING = 0.15, 0.6
"""Characters of one run stand no farther apart, and no more over each other, than so much of their size."""
LEVEL = 0.05
"""The characters of a run stand on one line, but for so much of their size."""
SMALLEST = 0.5
"""Characters that are smaller, in points, nobody sees."""
BLANKS = " \u00a0\u3000"


@dataclass(slots=True)
class Piece:
    """Characters of a run that is being put together, on a page that is turned for them."""

    x0: float
    x1: float
    end: float
    """Where it ends, and where it does with the blanks behind it."""
    base: float
    size: float
    texts: list[str]

    def takes(self, x: float, base: float, size: float) -> bool:
        """Whether a character that stands there goes on with it."""
        is_level = abs(base - self.base) < LEVEL * size and abs(size - self.size) < LEVEL * size
        return is_level and -OVERLAPPING * size < x - self.end < TOUCHING * size


@dataclass(slots=True)
class Written:
    """What is written on a page."""

    turn: Turn
    runs: list[Run] = field(default_factory=list)
    slanting: str = ""
    """What is written across the page, as a watermark is."""
    characters: int = 0
    left_out: Counter[Leaving] = field(default_factory=Counter)
    is_ocr: bool = False


def read_written(characters: Iterable[Character], drawn: Drawn) -> Written:
    """Return what is written on a page, turned so that most of it runs from left to right."""
    groups: dict[int, list[Character]] = {}
    written = Written(make_turn(0, drawn.box))
    was_hidden = False
    for one in characters:
        hidden = is_hidden(one, drawn)
        written.left_out[Leaving.HIDDEN] += hidden and not was_hidden and bool(one.text.strip())
        was_hidden = hidden
        if hidden or not one.text:
            continue
        written.characters += 1
        written.left_out[Leaving.GLYPH] += is_unknown(one.text)
        written.is_ocr = written.is_ocr or not one.look.is_drawn
        if one.look.direction is None:
            written.slanting += one.text
        else:
            groups.setdefault(one.look.direction, []).append(one)
    add_runs(written, groups, drawn)
    return written


def add_runs(written: Written, groups: dict[int, list[Character]], drawn: Drawn) -> None:
    """Add the runs of each direction, those of the most frequent one lying flat."""
    if not groups:
        return
    main = max(groups, key=lambda direction: (len(groups[direction]), -direction))
    written.turn = make_turn(main, drawn.box)
    for direction, members in sorted(groups.items()):
        turn = make_turn(direction, drawn.box)
        runs = join_characters(members, turn, direction)
        written.runs += runs if direction == main else stand_up(runs, (direction - main) % 4, written.turn)


def is_hidden(one: Character, drawn: Drawn) -> bool:
    """Whether nobody sees a character: it is outside the page, white on white, or not drawn and over no picture."""
    if not drawn.box.holds(one.x, one.y) or one.look.size < SMALLEST:
        return True
    if not one.look.is_drawn:
        return not drawn.is_scan
    return one.look.is_white and not drawn.is_dark_at(one.x + one.look.size / 3, one.y + one.look.size / 3)


def is_unknown(text: str) -> bool:
    """Whether the file does not name a character."""
    return text == UNKNOWN or ord(text) in PRIVATE


def join_characters(characters: Iterable[Character], turn: Turn, direction: int) -> Iterator[Run]:
    """Yield characters of one direction as runs."""
    piece: Piece | None = None
    for one in characters:
        x, base = turn.place(one.x, one.y)
        ends = (one.x, one.end) if direction % 2 else (one.end, one.y)
        end, size = max(x, turn.place(*ends)[0]), one.look.size
        if piece is None or not piece.takes(x, base, size):
            if piece is not None:
                yield make_run(piece)
            piece = None if one.text in BLANKS else Piece(x, end, end, base, size, [one.text])
            continue
        piece.texts.append(one.text)
        piece.end = end
        piece.x1 = piece.x1 if one.text in BLANKS else end
    if piece is not None:
        yield make_run(piece)


def make_run(piece: Piece) -> Run:
    """Return a piece as a run."""
    above, below = (1 - DESCENT) * piece.size, DESCENT * piece.size
    return Run("".join(piece.texts), piece.x0, piece.base - above, piece.x1, piece.base + below, piece.size)


def stand_up(runs: Iterable[Run], turns: int, turn: Turn) -> Iterator[Run]:
    """Yield runs of another direction as they stand on a page: `turns` quarters clockwise to its lines."""
    for text, x0, y0, x1, y1, size in runs:
        if turns == 1:
            yield Run(text, turn.width - y1, x0, turn.width - y0, x1, size)
        elif turns == 3:
            yield Run(text, y0, turn.height - x1, y1, turn.height - x0, size)
        else:
            yield Run(text, turn.width - x1, turn.height - y1, turn.width - x0, turn.height - y0, size)
