"""A policy's text → preamble, main body and conclusions.

Akoma Ntoso has text before subsections (`intro`), behind them (`wrapUp`), or without any (`content`), not between: what
stands between two of them is wrapped in a container of its own. A table is a block.

Line ends stand where the text has them. So all text of the three together, with the markup taken off, is the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scripts.model.grid import head_rows
from scripts.model.languages import LANGUAGES
from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import Language, SectionKind
from scripts.write.akoma_ntoso.ids import BLOCK, form_of, inside, make_id
from scripts.write.akoma_ntoso.words import Piece, Words, title_start
from scripts.write.akoma_ntoso.xml import element
from scripts.write.words.strings import LANG_TAGS

Member = Block | Section
SPANNED = "interposed"
"""The name of the container of what stands between two subsections."""


class BodyWriter:
    """Writes the text of one policy in one language, or in several side by side."""

    def __init__(self, policy: Policy, words: Sequence[Words], language: Language, period: str = "") -> None:
        self.policy, self.words, self.language, self.period = policy, words, language, period
        """`language` is that of the whole, the first of those side by side; `period` refers to when it is in force."""
        self.own = policy.metadata.id if policy.metadata else ""
        self.place = 0
        """Up to where the text is written."""
        self.joint = ""
        """What stands before the next words at least."""

    def write(self) -> Iterator[str]:
        """Yield the three containers, those that are there."""
        first, *others = self.policy.sections
        before = [first] if first.kind is SectionKind.PREAMBLE and others else []
        after = [others[-1]] if others and others[-1].kind is SectionKind.CLOSING else []
        main = self.policy.sections[len(before) : len(self.policy.sections) - len(after)]
        for section in before:
            yield self.container(section)
        content = "".join(map(self.section, main))
        rest = "" if after else self.gap(len(self.policy.text))
        yield element("mainBody", content + rest, {"xml:lang": LANG_TAGS[self.language], "period": self.period})
        for section in after:
            yield self.container(section)

    def container(self, section: Section) -> str:
        """Return the preamble or the conclusions, which hold blocks alone."""
        form = form_of(section.kind)
        own = make_id("", form.sign, section.anchor)
        content = self.gap(section.start) + "".join(self.flow(member, own) for member in members(section))
        if section == self.policy.sections[-1]:
            content += self.gap(len(self.policy.text))
        values = self.names(own, section.anchor) | {"xml:lang": LANG_TAGS[self.language]}
        return element(form.element, content, values)

    def section(self, section: Section, around: str = "") -> str:
        """Return a section that may hold others; `around` is the eId of what it stands in."""
        if section.kind is SectionKind.TABLE:
            return self.table(section, around)
        form = form_of(section.kind)
        name, sign = form.name, form.sign
        if form.element in {"preamble", "conclusions"}:  # of a text that has no parts
            name, sign = section.kind, "hcontainer_1"
        own = make_id(around, sign, section.anchor)
        before = self.gap(section.start)
        head = self.head(section, own)
        tag = "hcontainer" if name else form.element
        content = head + "".join(self.runs(section, own))
        return before + element(tag, content, self.names(own, section.anchor) | {"name": name})

    def head(self, section: Section, own: str) -> str:
        """Return a section's number and its heading."""
        head = self.leaf("num", [each.number(section) for each in self.words], inside(own, "num"))
        self.pass_over(title_start(section))
        heading = self.leaf("heading", [each.heading(section) for each in self.words], inside(own, "heading"))
        if heading:
            heading = self.gap(title_start(section)) + heading
        self.pass_over(section.heading_end)
        return head + heading

    def runs(self, section: Section, own: str) -> Iterator[str]:
        """Yield what stands in a section: its subsections, and before, between and behind them its blocks."""
        grouped = [(is_flow, list(run)) for is_flow, run in groupby(members(section), is_block)]
        last = len(grouped) - 1
        for index, (is_flow, run) in enumerate(grouped):
            if not is_flow:
                yield from (self.section(member, own) for member in run if isinstance(member, Section))
                continue
            before = self.gap(run[0].start)
            content = "".join(self.flow(member, own) for member in run)
            if last == 0:
                yield before + element("content", content)
            elif index in {0, last}:
                yield before + element("wrapUp" if index else "intro", content)
            else:
                yield before + element("hcontainer", element("content", content), {"name": SPANNED})

    def flow(self, member: Member, around: str) -> str:
        """Return a block or a table."""
        return self.table(member, around) if isinstance(member, Section) else self.block(member, around)

    def block(self, block: Block, around: str) -> str:
        """Return a block as a paragraph."""
        before = self.gap(block.start)
        own = make_id(around, BLOCK, block.anchor)
        pieces = [each.block(block) for each in self.words]
        self.pass_over(block.end)
        return before + self.leaf("p", pieces, own, block.anchor)

    def table(self, section: Section, around: str) -> str:
        """Return a table with its caption."""
        own = make_id(around, form_of(section.kind).sign, section.anchor)
        before = self.gap(section.start)
        caption = self.caption(section)
        rows = [element("tr", "".join(self.cells("th", blocks, own))) for blocks in head_rows(section)]
        for row in section.children:
            inner = make_id(own, form_of(row.kind).sign, row.anchor)
            rows.append(element("tr", "".join(self.cells("td", row.blocks, inner)), self.names(inner, row.anchor)))
        return before + element(form_of(section.kind).element, caption + "".join(rows), self.names(own, section.anchor))

    def caption(self, section: Section) -> str:
        """Return a table's caption; a table has only one, so that both languages stand in it."""
        pieces = [piece for each in self.words if (piece := each.heading(section))]
        self.pass_over(section.heading_end)
        if len(pieces) < 2:
            return "".join(element("caption", piece.words, self.language_of(piece)) for piece in pieces)
        spans = (element("span", piece.words, {"xml:lang": LANG_TAGS[piece.language]}) for piece in pieces)
        return element("caption", "".join(spans))

    def cells(self, tag: str, blocks: Iterable[Block], around: str) -> Iterator[str]:
        """Yield the cells of a row."""
        for block in blocks:
            before = self.gap(block.start)
            spans = {"colspan": block.column_span, "rowspan": block.row_span}
            values = {name: str(span) if span > 1 else "" for name, span in spans.items()}
            yield before + element(tag, self.block(block, around), values)

    def leaf(self, tag: str, pieces: Sequence[Piece | None], own: str, anchor: str = "") -> str:
        """Return words as an element, and what says the same in another language as an alternative to it."""
        there = [piece for piece in pieces if piece]
        if not there:
            return ""
        first, *others = there
        names = self.names(own, anchor) | self.language_of(first)
        return element(tag, first.words, names) + "".join(
            element(tag, piece.words, {"alternativeTo": f"#{own}"} | self.language_of(piece)) for piece in others
        )

    def names(self, own: str, anchor: str) -> dict[str, str]:
        """Return by what an element is known here, and by what in the whole archive."""
        return {"eId": own, "GUID": f"{self.own}#{anchor}" if anchor else ""}

    def language_of(self, piece: Piece) -> dict[str, str]:
        """Return the language of a piece, where it is not that of the whole."""
        return {} if piece.language is self.language else {"xml:lang": LANG_TAGS[piece.language]}

    def gap(self, start: int) -> str:
        """Return what stands before the words at this place: line ends, or what the language has between sentences."""
        between = self.policy.text[self.place : start] or self.joint
        self.place, self.joint = max(self.place, start), ""
        return between

    def pass_over(self, end: int) -> None:
        """Take the words up to this place as written."""
        if end > self.place:
            self.place, self.joint = end, LANGUAGES[self.language].word_space


def members(section: Section) -> list[Member]:
    """Return a section's blocks and children in the order of the text."""
    return sorted([*section.blocks, *section.children], key=lambda member: member.start)


def is_block(member: Member) -> bool:
    """Whether a block, or a table, which stands where blocks do."""
    return isinstance(member, Block) or member.kind is SectionKind.TABLE
