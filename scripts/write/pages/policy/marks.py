"""An inline → a link: where a mark leads, by its kind. How marks of a kind look is added when a page is rendered."""

from collections.abc import Callable

from scripts.link.inlines import Inline, InlineKind
from scripts.model.archive import Archive
from scripts.model.policy import Policy
from scripts.write.markup import markdown as md


class Marks:
    """Draws the inlines of one policy."""

    def __init__(self, policy: Policy, archive: Archive) -> None:
        self.own = policy.metadata.id if policy.metadata else ""
        self.documents = archive.glossary.documents

    def draw(self, inline: Inline, words: str) -> str:
        """Return words that are already Markdown as a link to what they mean."""
        classes = inline.kind if inline.kind in CLASSED else ""
        return md.link(words, ADDRESSES[inline.kind](self, inline.target), classes=classes)

    def note(self, target: str) -> str:
        """Return the address of an editors' note."""
        return f"#note-{target}"

    def term(self, target: str) -> str:
        """Return the name of a term's entry at the page's end, from where its popover is opened."""
        return f"#{target}"

    def citation(self, target: str) -> str:
        """Return the address of a document's entry, or of its page where the archive has it."""
        policy = self.documents[target].policy
        if policy and policy != self.own:
            return f"../../policies/{policy}/index.md"
        return f"../../documents/index.md#{target}"

    def figure(self, target: str) -> str:
        """Return the address of an indicator, where the other policies' figures stand beside this one."""
        return f"../../indicators/{target}/index.md" if target else "../../indicators/index.md"

    def annex(self, target: str) -> str:
        """Return the address of an annex on the same page."""
        return f"#{target}"


ADDRESSES: dict[InlineKind, Callable[[Marks, str], str]] = {
    InlineKind.EMENDED: Marks.note,
    InlineKind.DOUBTFUL: Marks.note,
    InlineKind.TERM: Marks.term,
    InlineKind.CITATION: Marks.citation,
    InlineKind.FIGURE: Marks.figure,
    InlineKind.ANNEX: Marks.annex,
}
CLASSED = (InlineKind.DOUBTFUL, InlineKind.ANNEX)
"""Their address alone does not say what they are."""
