"""What editors say of spots and of lines of a source."""

from dataclasses import dataclass

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import Certainty, EmendationKind, LayoutAction

GAP = "□"
"""What stands for each character that is illegible and that nobody can restore (as editions of texts print it)."""


@dataclass(frozen=True, slots=True)
class Emendation:
    """An editor's judgement on a damaged or doubtful spot, as `emendations.yml` states it."""

    line: int
    """Line of `source.txt`, from 1, on which the spot begins."""
    before: str
    """The text as the rules left it, enough of it to stand once on its line."""
    after: str
    kind: EmendationKind
    certainty: Certainty
    reason: Bilingual
    evidence: Bilingual

    @property
    def is_applied(self) -> bool:
        """Whether readers see the repaired text first: only for certain repairs of damage."""
        return self.kind is EmendationKind.DAMAGE and self.certainty is Certainty.CERTAIN

    @property
    def leaves_gap(self) -> bool:
        """Whether some of it cannot be made out by anybody, and is not restored: 达到□□%."""
        return GAP in self.after


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines of a source of which an editor says what they are, as `layout.yml` states it."""

    action: LayoutAction
    first: int
    """Line of `source.txt`, from 1."""
    last: int
    """The last that is meant, not before the first."""
    reason: Bilingual

    @property
    def is_structure(self) -> bool:
        """Whether it says how the text is divided; else, whether it is text at all."""
        return self.action in (LayoutAction.TEXT, LayoutAction.CLOSING)

    def has(self, line: int) -> bool:
        """Return whether a line is one of them."""
        return self.first <= line <= self.last
