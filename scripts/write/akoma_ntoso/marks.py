"""An inline → an element of Akoma Ntoso around its words, by its kind; what is marked where, `link/inlines.py` says."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from scripts.link.inlines import Inline, InlineKind
from scripts.model.archive import Archive, Target
from scripts.model.vocabulary import SectionKind
from scripts.write.akoma_ntoso.addresses import work_address
from scripts.write.akoma_ntoso.ids import form_of, make_id
from scripts.write.akoma_ntoso.notes import Notes
from scripts.write.akoma_ntoso.references import References
from scripts.write.akoma_ntoso.xml import element
from scripts.write.words.values import plain


class Marks:
    """Draws the inlines of one policy."""

    def __init__(self, archive: Archive, references: References, notes: Notes) -> None:
        self.documents = archive.glossary.documents
        self.references, self.notes = references, notes

    def draw(self, inline: Inline, words: str, value: str = "") -> str:
        """Return finished words inside the element of their mark; `value` is that of a figure, where it has one."""
        return DRAWN[inline.kind](self, inline.target, words, value)

    def emended(self, target: str, words: str, _: str) -> str:
        """Return what the editors repaired, with the sign of their note."""
        return element("span", words, {"status": "edited"}) + self.notes.sign(f"note-{target}")

    def doubtful(self, target: str, words: str, _: str) -> str:
        """Return what is printed as received although something is wrong with it, with the sign of the note."""
        return element("span", words, {"status": "verbatim"}) + self.notes.sign(f"note-{target}")

    def term(self, target: str, words: str, _: str) -> str:
        """Return a term."""
        return element("term", words, {"refersTo": self.references.term(target)})

    def citation(self, target: str, words: str, _: str) -> str:
        """Return a reference: to the work, where the archive has it, else to what is known of the document."""
        policy = self.documents[target].policy
        href = work_address(policy) if policy else self.references.page(f"documents/#{target}")
        return element("ref", words, {"href": href})

    def figure(self, target: str, words: str, value: str) -> str:
        """Return a figure, with its value in full digits."""
        return element("quantity", words, {"refersTo": self.references.indicator(target), "normalized": value})

    def body(self, target: str, words: str, _: str) -> str:
        """Return a body."""
        return element("organization", words, {"refersTo": self.references.body(target)})

    def annex(self, target: str, words: str, _: str) -> str:
        """Return a reference to an annex of the same document."""
        return element("ref", words, {"href": f"#{make_id('', form_of(SectionKind.ANNEX).sign, target)}"})


DRAWN: dict[InlineKind, Callable[[Marks, str, str, str], str]] = {
    InlineKind.EMENDED: Marks.emended,
    InlineKind.DOUBTFUL: Marks.doubtful,
    InlineKind.TERM: Marks.term,
    InlineKind.CITATION: Marks.citation,
    InlineKind.FIGURE: Marks.figure,
    InlineKind.BODY: Marks.body,
    InlineKind.ANNEX: Marks.annex,
}


def value_of(targets: Iterable[Target]) -> str:
    """Return the one value that figures have, in digits; nothing where they have several, or a range."""
    values: set[Decimal | None] = set()
    for target in targets:
        values |= {target.value, target.value_max or target.value}
    (value, *others) = values or {None}
    return plain(value) if value is not None and not others else ""
