"""Numbers that run through a document → whether they begin anew in its divisions, and what anchors then continue.

Where chapters begin anew in each book, the anchor of a chapter continues that of its book; else it stands by itself.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.model.kinds import KINDS, Numbering
from scripts.model.tree import NONE, SECTION_KINDS, Tree
from scripts.model.vocabulary import SectionKind

RUNNING = tuple(kind for kind in KINDS.values() if kind.numbering is Numbering.RUNNING)


def settle_running(tree: Tree, first: int, around: int) -> None:
    """Let the anchors of all sections from the first on whose numbers run on continue those that they should.

    `around` is the section that holds the whole document; NONE where none does.
    """
    kinds = {SECTION_KINDS.index(kind.name): kind for kind in RUNNING}
    places: dict[SectionKind, list[int]] = {}
    for place in range(first, len(tree.kinds)):
        kind = kinds.get(tree.kinds[place])
        if kind:
            places.setdefault(kind.name, []).append(place)
    for own in places.values():
        settle_kind(tree, own, around)


def settle_kind(tree: Tree, places: Sequence[int], around: int) -> None:
    """Let the anchors of one kind's sections continue the outermost divisions in which its numbers begin but once."""
    divisions = [list(divisions_around(tree, place, around)) for place in places]
    levels = sorted({KINDS[SECTION_KINDS[tree.kinds[row]]].level for rows in divisions for row in rows})
    choices = [
        [around] * len(places),
        *([scope_at(tree, rows, level, around) for rows in divisions] for level in levels),
    ]
    scopes = min(choices, key=lambda scopes: begun_anew(tree, places, scopes))
    repeats = Counter[tuple[int, int, int]]()
    for place, scope in zip(places, scopes, strict=True):
        key = scope, tree.numbers[place], tree.inserts.get(place, 0)
        repeats[key] += 1
        tree.scopes[place], tree.repeats[place] = scope, repeats[key]


def divisions_around(tree: Tree, place: int, around: int) -> Iterator[int]:
    """Yield the divisions in which a section stands, the innermost first."""
    parent = tree.parents[place]
    while parent not in (NONE, around):
        if KINDS[SECTION_KINDS[tree.kinds[parent]]].begins_anew:
            yield parent
        parent = tree.parents[parent]


def scope_at(tree: Tree, divisions: Sequence[int], level: int, around: int) -> int:
    """Return the innermost division of this level or of one further out."""
    return next((row for row in divisions if KINDS[SECTION_KINDS[tree.kinds[row]]].level <= level), around)


def begun_anew(tree: Tree, places: Sequence[int], scopes: Sequence[int]) -> int:
    """Return how often the number 1 stands again where it stood before in the same scope."""
    ones = [scope for place, scope in zip(places, scopes, strict=True) if is_first(tree, place)]
    return len(ones) - len(set(ones))


def is_first(tree: Tree, place: int) -> bool:
    """Whether a section has the number 1."""
    return tree.numbers[place] == 1 and place not in tree.inserts
