"""Headings behind which nothing stands and that end as sentences do → the text of their sections.

（二）由市水务局组织实施。 is what is to be done, and no heading of it; in front of a paragraph, or of a list, it
would be one.
"""

from scripts.model.tree import Tree
from scripts.model.vocabulary import BlockKind

STOP = "。"


def settle_sentences(tree: Tree, first: int) -> None:
    """Make a block of every heading, of the sections from this place on, that is a sentence alone under its number."""
    owners = bytearray(len(tree.kinds))
    for owner in tree.owners:
        owners[owner] = 1
    for place in range(first, len(tree.kinds)):
        is_leaf = not owners[place] and (place + 1 == len(tree.kinds) or tree.parents[place + 1] != place)
        start, end = tree.titles[2 * place], tree.heading_ends[place]
        if is_leaf and start < tree.titles[2 * place + 1] < end and tree.text[end - 1] == STOP:
            label_end = tree.labels[2 * place + 1]
            tree.heading_ends[place] = tree.titles[2 * place] = tree.titles[2 * place + 1] = label_end
            tree.add_block(place, BlockKind.PARAGRAPH, start, end)
