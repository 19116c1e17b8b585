"""What holds of every section of a kind: the columns of the table in `kinds.py`."""

import re
from dataclasses import dataclass
from enum import StrEnum

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import SectionKind


class Numbering(StrEnum):
    """Where the numbers of a kind begin anew, and with that, what its anchor continues."""

    DOCUMENT = "document"  # nowhere: the anchor stands by itself
    RUNNING = "running"  # nowhere, or in each division around it, which its anchor then continues
    PARENT = "parent"  # under each parent: the anchor continues the parent's
    COUNTED = "counted"  # likewise, but no number is printed
    NONE = "none"  # there is at most one: the sign alone is the anchor, and no other continues it


class Drawing(StrEnum):
    """How a page shows a section."""

    HEADING = "heading"  # its title as a heading; without one, its number opens its first paragraph
    BOX = "box"
    TABLE = "table"
    PLAIN = "plain"  # its blocks alone


@dataclass(frozen=True, slots=True)
class LineForm:
    """How the line that begins a section looks."""

    pattern: re.Pattern[str]
    """Groups: `label`, what is printed as the number; `number`, the number in it, or empty. It may have two more:
    `insert`, the second number of 第十四条之一; `title`, a heading in brackets. What the group `unsure` matches is a
    number only where it continues those before it."""
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


PARAGRAPH = Bilingual("第{n}段", ", para. {n}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What holds of every section of a kind."""

    name: SectionKind
    sign: str
    """Before the number in its anchor; empty where its place among the steps says the kind."""
    level: int
    """A section closes what is open of its own level and of greater ones. There is room for kinds between."""
    numbering: Numbering
    place: Bilingual
    """Its step in the label of a place, behind those of the sections around it."""
    in_article: Bilingual | None = None
    """The same where it is a list's member in an article: 第十四条第二项."""
    paragraph: Bilingual = PARAGRAPH
    """The same for a block that stands directly under it."""
    number_en: str = "{n}. "
    """Its printed number as English writes it, with the blank after it."""
    line: LineForm | None = None
    """None where no line of its own begins it."""
    inside: SectionKind | None = None
    """The only kind under which it stands, if there is but one."""
    has_title: bool = True
    """Whether the words behind its number are its heading: then they have an English of their own."""
    begins_text: bool = False
    """Whether the first of them ends the preamble; before it, lines are blocks of the preamble, whatever they print.
    Its anchor may stand by itself."""
    begins_anew: tuple[Numbering, ...] = ()
    """Whether it is a division of a law: how what may begin anew in it is numbered."""
    is_inserted: bool = False
    """Whether an amendment may put one between two of them: 第十四条之一."""
    is_listed: bool = False
    """Whether its form of number stands on any level of a list: then its kind only says how deep it stands."""
    ends_with_first_block: bool = False
    """Whether a line without a label, after its first block, belongs to what is around it."""
    has_own_blocks: bool = True
    """Whether the anchors of its blocks continue its own; if not, they stand by themselves: `p1`."""
    is_document: bool = False
    """Whether it is a document of its own: what is numbered through a document is numbered through it alone."""
    is_compared: bool = False
    """Whether it is set beside its like in other policies, and what was found in it is summed up below it."""
    parallel_level: int | None = None
    """Level of its heading on the page that sets both languages side by side; None for a row in bold."""
    drawing: Drawing = Drawing.HEADING
