"""How English begins and ends, as its Chinese does: a sentence with a capital and a stop, a heading without a stop."""

import re
from collections.abc import Iterator

from scripts.check.english.parts import Pair

STOPS = {"。": ".", "：": ":", "？": "?", "；": ";", "！": "."}
# what a text may begin with before its first letter: “ ( 1.
BEGINNING_PATTERN = re.compile(r"[“(\[]*(?:\d+\. )?[“(\[]*([A-Za-z])")
CLOSING = "”’）)》」"


def check_end(pair: Pair) -> Iterator[str]:
    """The English ends with the stop that answers that of the Chinese, or with none where that has none."""
    last, own = pair.zh.rstrip(CLOSING)[-1:], pair.en.rstrip(CLOSING)[-1:]
    wanted = STOPS.get(last, "")
    if wanted and own != wanted:
        yield f"the Chinese ends with {last}, the English with {own!r}; end it with {wanted!r}"
    if not wanted and pair.en[-1:] in ".:;?!," and not pair.en.endswith(("Ltd.", "etc.", "Co.")):
        yield f"the English ends with {pair.en[-1:]!r}, the Chinese with no stop; take it out"


def check_beginning(pair: Pair) -> Iterator[str]:
    """The English begins with a capital."""
    match = BEGINNING_PATTERN.match(pair.en)
    if match and match[1].islower():
        yield f"“{pair.en[:20]}” begins with a small letter; write a capital"
