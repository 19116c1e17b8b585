"""A policy's text and its editions → the text as it was in each earlier edition, the latest first.

What an edition changed at a heading or block is undone; what is new with it is left out; what it took away, whose place
in the text is not known any more, stands at the end.
"""

from collections.abc import Iterator, Sequence

from scripts.model.editions import Change, Edition
from scripts.model.vocabulary import Language
from scripts.text.spans import Span
from scripts.verify.match.texts import PolicyText, Stream


def former_streams(
    text: PolicyText, editions: Sequence[Edition], language: Language
) -> Iterator[tuple[Edition, Stream]]:
    """Yield each earlier edition with the words that the policy had in it."""
    words = {unit.anchor: unit.text for unit in text.units}
    for older, newer in zip(reversed(editions[:-1]), reversed(editions[1:]), strict=True):
        changes = [change for change in newer.changes if change.language is language and change.anchor]
        for change in changes:
            words[change.anchor] = undo(words.get(change.anchor, ""), change)
        yield older, former_stream(text, words, language)


def undo(present: str, change: Change) -> str:
    """Return what stood at an address before a change; a heading keeps its number, which is no part of the change.

    >>> undo("（一）总体要求", Change("s1-1", Language.ZH, "总的要求", "总体要求"))
    '（一）总的要求'
    """
    if change.after and change.before and change.after in present:
        return present.replace(change.after, change.before, 1)
    return change.before


def former_stream(text: PolicyText, words: dict[str, str], language: Language) -> Stream:
    """Return a stream of one policy with these words, in the order of its present text."""
    stream, starts = Stream(language), {}
    former = PolicyText(text.policy, 0)
    for unit in text.units:
        starts[unit.start] = stream.size
        stream.add_unit(former, unit.anchor, words[unit.anchor])
    starts[text.end] = stream.size
    own = {unit.anchor for unit in text.units}
    for anchor in (anchor for anchor in words if anchor not in own):
        stream.add_unit(former, anchor, words[anchor])
    former.spans |= dict(moved_spans(text, starts, stream.size))
    stream.end_policy(former)
    stream.join()
    return stream


def moved_spans(text: PolicyText, starts: dict[int, int], end: int) -> Iterator[tuple[str, Span]]:
    """Yield where sections and blocks are, by where their first words now are, and those behind their last."""
    for anchor, (low, high) in text.spans.items():
        yield anchor, (starts.get(low, end), starts.get(high, end))
