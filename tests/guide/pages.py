"""A page of the guide → the commands, with what they print, and the files that it has its reader write."""

import re
from typing import NamedTuple

# `corpus/policies/x-2031/policy.yml`： and a block of YAML; or a block of commands
BLOCK_PATTERN = re.compile(
    r"(?:^`(?P<file>corpus/[\w/.-]+)`[：:]\n\n)?^```(?P<kind>console|yaml)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
EXAMPLE_ID = "liuyang-2031"
"""The policy that the guide has its reader make, and that the archive does not have."""
PROMPT = "$ "
# the day on which the guide was run
DAY_PATTERN = re.compile(r"20\d\d-\d\d-\d\d(?=\"' was proposed: the day)")
DAY = "2026-11-30"


class Block(NamedTuple):
    """A block of the page."""

    file: str
    """What a block of YAML is the whole of; empty for a command."""
    text: str

    @property
    def command(self) -> list[str]:
        """Return the words of the command behind the prompt."""
        return self.text.partition("\n")[0].removeprefix(PROMPT).split()

    @property
    def output(self) -> str:
        """Return what the command prints."""
        return self.text.partition("\n")[2]


def read_blocks(page: str) -> list[Block]:
    """Return the blocks of a page in their order."""
    return [Block(match["file"] or "", match["text"]) for match in BLOCK_PATTERN.finditer(page)]


def with_output(block: Block, output: str) -> Block:
    """Return a block with what its command printed now."""
    return block._replace(text=block.text.partition("\n")[0] + "\n" + output)


def replace_blocks(page: str, blocks: list[Block]) -> str:
    """Return a page with other blocks in the places of its own."""
    remaining = iter(blocks)

    def draw(match: re.Match[str]) -> str:
        return match[0].replace(match["text"], next(remaining).text)

    return BLOCK_PATTERN.sub(draw, page)
