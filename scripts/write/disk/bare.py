"""A program or a style → the same without what only people read: a fifth of what a phone loads of it."""

import re

# a line of its own:  // why ; wherever it stands:  /** @type {string} */
PROGRAM_COMMENT_PATTERN = re.compile(r"^[ \t]*//[^\n]*\n|/\*\*.*?\*/[ \n]?", re.MULTILINE | re.DOTALL)
# /* ---- Colours ---- */
STYLE_COMMENT_PATTERN = re.compile(r"/\*.*?\*/", re.DOTALL)


def bare_program(text: str) -> str:
    r"""Return a script without comments of their own, types, indents and empty lines; every other line stays a line.

    No string of our programs goes over several lines, or holds what looks like a comment.

    >>> bare_program("// why\nlet a = 1 // one\n\n  let b = (/** @type {number} */ c) => c\n")
    'let a = 1 // one\nlet b = (c) => c\n'
    """
    return without_blanks(PROGRAM_COMMENT_PATTERN.sub("", text))


def bare_style(text: str) -> str:
    r"""Return a style without comments, indents and empty lines.

    >>> bare_style("/* Colours */\na {\n  color: #8c2a21; /* red */\n}\n")
    'a {\ncolor: #8c2a21;\n}\n'
    """
    return without_blanks(STYLE_COMMENT_PATTERN.sub("", text))


BARE = {".js": bare_program, ".css": bare_style}
"""What is made of a file, by its ending."""


def without_blanks(text: str) -> str:
    """Return a text without what its lines begin and end with, and without empty ones."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
