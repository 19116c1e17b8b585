"""Readings of a quotation → the words nearest to them where they stand nowhere: at a place of a policy, or anywhere."""

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from scripts.text.spans import Span
from scripts.verify.match.alignment import Part, nearest_part
from scripts.verify.match.exact import make_found
from scripts.verify.match.grams import Grams
from scripts.verify.match.quotation import Reading
from scripts.verify.match.texts import PolicyText, Stream
from scripts.verify.match.verdicts import Found

SHORT = 4000
"""A span of so many characters is compared as a whole; in longer ones the windows that share most with the words."""
COMPARED = 4
"""Of all windows, so many are compared to the character."""
FURTHER = 3000
"""So far behind a part the next is looked for."""


def find_nearest(stream: Stream, grams: Grams, span: Span, readings: Iterable[Reading]) -> Found | None:
    """Return the words of a span of the stream that are nearest to one of the readings; None where it has no words."""
    best = None
    for reading in readings:
        found = nearest_of(stream, grams, span, reading)
        if found and (not best or found.likeness > best.likeness):
            best = found
    return best


def nearest_of(stream: Stream, grams: Grams, span: Span, reading: Reading) -> Found | None:
    """Return the words nearest to a reading: those nearest to its longest part, and around them those to the others."""
    lead = max(range(len(reading.folded)), key=lambda number: len(reading.folded[number]))
    part = nearest_in(stream, grams, span, reading.folded[lead])
    if not part:
        return None
    text = stream.text_at(part.start)
    parts = {lead: part}
    for number in range(lead + 1, len(reading.folded)):
        low = parts[number - 1].end
        parts[number] = compare(stream, reading.folded[number], (low, min(low + FURTHER, text.end)))
    for number in reversed(range(lead)):
        high = parts[number + 1].start
        parts[number] = compare(stream, reading.folded[number], (max(high - FURTHER, text.start), high))
    spans = [(parts[number].start, parts[number].end) for number in range(len(parts))]
    return make_found(stream, text, reading, spans, sum(part.distance for part in parts.values()))


def nearest_in(stream: Stream, grams: Grams, span: Span, words: str) -> Part | None:
    """Return the part of a span that is nearest to words, of equal ones the first."""
    windows = [span] if span[1] - span[0] <= SHORT else best_windows(stream, words, grams.windows(words, span))
    parts = [compare(stream, words, window) for window in windows for window in within_policy(stream, window, words)]
    return min(parts, key=lambda part: (part.distance, part.start), default=None)


def best_windows(stream: Stream, words: str, windows: Iterator[Span]) -> list[Span]:
    """Return the windows that are most like the words."""
    scored = [(fuzz.partial_ratio(words, stream.folded[low:high]), low, high) for low, high in windows]
    return [(low, high) for _, low, high in sorted(scored, key=lambda row: (-row[0], row[1]))[:COMPARED]]


def within_policy(stream: Stream, window: Span, words: str) -> Iterator[Span]:
    """Yield what a window has of the policy in its middle, if anything."""
    text = middle_text(stream, window)
    low, high = max(window[0], text.start), min(window[1], text.end)
    if low < high and words:
        yield low, high


def middle_text(stream: Stream, window: Span) -> PolicyText:
    """Return the policy that has the middle of a window."""
    return stream.text_at((window[0] + window[1]) // 2)


def compare(stream: Stream, words: str, span: Span) -> Part:
    """Return the part of a span of the stream that is nearest to words."""
    part = nearest_part(words, stream.folded[span[0] : span[1]])
    return Part(span[0] + part.start, span[0] + part.end, part.distance)
