"""What `verify` finds, as values: whether an address leads anywhere, and where words stand that are quoted from it."""

from dataclasses import dataclass
from enum import StrEnum

from scripts.model.editions import Edition
from scripts.model.vocabulary import Language
from scripts.verify.match.addresses import Address
from scripts.verify.match.alignment import Difference, find_differences
from scripts.verify.match.letters import fold_words


class Kind(StrEnum):
    """What is said of a quotation, or of an address without one."""

    HOLDS = "holds"
    DIFFERS = "holds with differences"
    HELD = "held in an earlier edition"
    ELSEWHERE = "stands elsewhere"
    NOWHERE = "stands nowhere"
    LEADS = "leads there"
    LOST = "leads nowhere"


class Fault(StrEnum):
    """What is wrong with an address."""

    NO_POLICY = "no policy"
    NO_ANCHOR = "no place"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand, or the words that are nearest to them."""

    policy: str
    anchor: str
    language: Language
    quoted: tuple[str, ...]
    """The parts of the quotation."""
    printed: tuple[str, ...]
    """For each part what the archive prints."""
    is_exact: bool
    """Letter for letter."""
    distance: int = 0
    """In folded characters; 0 where the words are the same."""
    size: int = 1
    """How many folded characters were compared."""
    others: int = 0
    """At how many other places the same words stand."""
    is_draft: bool = False
    """Whether they are English that nobody has confirmed yet, in whole or in part."""
    edition: Edition | None = None
    """The edition in which they stood, where that is not the present one."""

    @property
    def likeness(self) -> float:
        """How alike the words are: 1 where they are the same."""
        return max(0.0, 1 - self.distance / self.size)

    @property
    def differences(self) -> list[Difference]:
        """The differences of all parts, in order."""
        pairs = zip(self.quoted, self.printed, strict=True)
        return [difference for quoted, printed in pairs for difference in find_differences(quoted, printed)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of an address, and of words quoted from it."""

    kind: Kind
    address: Address | None
    """None where words are looked up without one."""
    quotation: str = ""
    found: Found | None = None
    fault: Fault | None = None
    instead: str = ""
    """Where the address is at fault, the anchor to use; may be empty."""

    @property
    def passes(self) -> bool:
        """Whether nothing has to be mended: differences of script, width, punctuation and blanks alone do not count."""
        if self.fault in (Fault.NO_POLICY, Fault.NO_ANCHOR):
            return False
        if self.kind is Kind.HELD:
            return self.address is not None and self.address.is_former
        same_words = self.kind is Kind.DIFFERS and self.found is not None and not self.found.distance
        return same_words or self.kind in (Kind.HOLDS, Kind.LEADS)


def has_words(quotation: str) -> bool:
    """Whether there is anything to compare."""
    return bool(fold_words(quotation))
