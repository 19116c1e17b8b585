"""The tree of a text as nesting leaves it, and the same with the words of the text of which this was a copy."""

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from scripts.model.policy import Section
from scripts.model.tree import NONE, Children, Tree


class Nested(NamedTuple):
    """The tree of a text."""

    sections: Sequence[Section]
    odd: Sequence[int]
    """Where the lines begin that look like headings and are none."""
    tree: Tree

    def printed(self, text: str) -> Sequence[Section]:
        """Return the sections with the words of another text, of which this is the copy that the rules read."""
        tree = copy(self.tree)
        tree.text = text
        return Children(tree, NONE, "")
