"""The blocks of a text that say what it is: its head, who signs the notice and the text, the first paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from scripts.model.policy import Block, Policy, Section
from scripts.model.vocabulary import BlockKind, SectionKind
from scripts.read.structure.bodies import is_body
from scripts.read.structure.titles import ORDER_PATTERN

HEAD_BLOCKS, FIRST_BLOCKS, FIRST_OF_BODY = 60, 6, 2
"""So many blocks a head has at most; so many of the preamble, and of the text, say on what it rests."""
# what a long line of the text has: …。…, …，现通告如下：; and what ends a short one
SENTENCE_PATTERN, LEAD_PATTERN = re.compile("[。；]|：$"), re.compile("[^，\n]*，.*：")
ENDED_PATTERN = re.compile("[。；]$")
SENTENCE_LENGTH, SHORTEST_PARAGRAPH = 40, 16


@dataclass(frozen=True, slots=True)
class Parts:
    """The blocks of a text that say what it is."""

    head: tuple[Block, ...]
    """Those before its first sentence."""
    notice_foot: tuple[Block, ...]
    """Those of who signs the notice that issues the text, and when."""
    foot: tuple[Block, ...]
    """Those that close the first document."""
    first: tuple[Block, ...]
    """The first paragraphs."""


def parts_of(policy: Policy) -> Parts:
    """Return the blocks of the head, of the feet, and the first paragraphs."""
    preamble = next((section for section in policy.sections if section.kind is SectionKind.PREAMBLE), None)
    blocks = preamble.blocks if preamble else ()
    end = next((i for i, block in enumerate(islice(blocks, HEAD_BLOCKS)) if is_text(policy.text, block)), HEAD_BLOCKS)
    closing = next((section for section in policy.sections if section.kind is SectionKind.CLOSING), None)
    return Parts(
        tuple(blocks[:end]),
        signed(policy.text, blocks, end),
        tuple(closing.blocks) if closing else (),
        tuple(first_paragraphs(policy, preamble)),
    )


def first_paragraphs(policy: Policy, preamble: Section | None) -> Iterator[Block]:
    """Yield the paragraphs that can say on what the text rests: those of the preamble, and the first two below it."""
    yield from islice(paragraphs(preamble.blocks if preamble else ()), FIRST_BLOCKS)
    after = (block for section in policy.walk() if section is not preamble for block in section.blocks)
    start = preamble.end if preamble else 0
    yield from islice(paragraphs(block for block in after if block.start >= start), FIRST_OF_BODY)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield those of these blocks that are paragraphs, and not so short that they are lines of a page."""
    return (b for b in blocks if b.kind is BlockKind.PARAGRAPH and b.end - b.start >= SHORTEST_PARAGRAPH)


def signed(text: str, blocks: Sequence[Block], start: int = 0) -> tuple[Block, ...]:
    """Return the first date among these blocks from a place on, and above it the bodies that sign."""
    index = next(
        (start + i for i, block in enumerate(islice(blocks, start, None)) if block.kind is BlockKind.DATE), None
    )
    if index is None:
        return ()
    first = index
    while first > start and signs(text, blocks[first - 1]):
        first -= 1
    return tuple(blocks[first : index + 1])


def signs(text: str, block: Block) -> bool:
    """Whether a block is the line of one who signs."""
    return block.kind is BlockKind.SIGNATURE or is_body(text[block.start : block.end])


def is_text(text: str, block: Block) -> bool:
    """Whether a block of the preamble is the document's own text, and the head ends before it."""
    if block.kind is BlockKind.SALUTATION:
        return True
    span = (block.start, block.end)
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if block.end - block.start < SENTENCE_LENGTH:
        return ENDED_PATTERN.search(text, *span) is not None
    return bool(SENTENCE_PATTERN.search(text, *span) or LEAD_PATTERN.match(text, *span))


def find_order(text: str, parts: Parts) -> Block | None:
    """Return the line that says whose order a text is: what it puts into force bears the title."""
    return next((block for block in parts.head if ORDER_PATTERN.fullmatch(text, block.start, block.end)), None)
