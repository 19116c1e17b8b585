"""Readings of a quotation → where their words stand, exactly or folded: at a place of a policy, or anywhere."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from scripts.text.spans import Span, find_all
from scripts.verify.match.letters import even, fold_words
from scripts.verify.match.quotation import Reading
from scripts.verify.match.texts import PolicyText, Stream
from scripts.verify.match.verdicts import Found

MOST = 100
"""So many places of the same words are looked at, and counted."""


def find_here(stream: Stream, span: Span, readings: Iterable[Reading]) -> Found | None:
    """Return where one of the readings stands at a span of a policy, or runs over its borders: exact ones first."""
    text, best = stream.text_at(span[0]), None
    for reading in readings:
        if not best or not (best.is_exact or reading.is_free):
            places = find_parts(stream, text, reading, span)
            best = best_of(chain(filter(None, [best]), (make_found(stream, text, reading, spans) for spans in places)))
    return best


def find_anywhere(stream: Stream, readings: Iterable[Reading], near: str) -> Found | None:
    """Return where one of the readings stands in any policy: exact ones first, then those of the policy `near`."""
    best = None
    for reading in readings:
        if best and (best.is_exact or reading.is_free):
            continue
        places = list(islice(find_all(stream.folded, max(reading.folded, key=len)), MOST))
        policies = dict.fromkeys(stream.text_at(place).policy for place in places)
        ordered = sorted(policies, key=lambda policy: policy != near)
        found = best_of(place for policy in ordered for place in found_in(stream, policy, reading))
        if found and (not best or found.is_exact):
            best = replace(found, others=len(places) - 1)
    return best


def found_in(stream: Stream, policy: str, reading: Reading) -> Iterator[Found]:
    """Yield every place of a policy at which a reading stands."""
    text = stream.by_policy[policy]
    for spans in find_parts(stream, text, reading, policy_span(stream, policy)):
        yield make_found(stream, text, reading, spans)


def policy_span(stream: Stream, policy: str) -> Span:
    """Return where a policy's words are in the stream."""
    text = stream.by_policy[policy]
    return text.start, text.end


def best_of(places: Iterable[Found]) -> Found | None:
    """Return the first place at which words stand letter for letter, else the first."""
    first = None
    for place in places:
        if place.is_exact:
            return place
        first = first or place
    return first


def find_parts(stream: Stream, text: PolicyText, reading: Reading, span: Span) -> Iterator[list[Span]]:
    """Yield the places of all parts in their order, the first of them at the span, or running over its borders."""
    first, *rest = reading.folded
    start = max(text.start, span[0] - len(first) + 1)
    end = min(text.end, span[1] + len(first) - 1)
    place = stream.folded.find(first, start, end)
    while place >= 0:
        spans = [(place, place + len(first))]
        for part in rest:
            low = stream.folded.find(part, spans[-1][1], text.end)
            if low < 0:
                return
            spans.append((low, low + len(part)))
        yield spans
        place = stream.folded.find(first, place + 1, end)


def make_found(stream: Stream, text: PolicyText, reading: Reading, spans: list[Span], distance: int = 0) -> Found:
    """Return what stands at these places of a policy, compared with the parts of a reading."""
    printed = tuple(
        text.words(span, *outer_signs(part)) if span[0] < span[1] else ""
        for span, part in zip(spans, reading.parts, strict=True)
    )
    is_exact = not distance and all(even(a) == even(b) for a, b in zip(reading.parts, printed, strict=True))
    anchor = text.unit_at(spans[0][0]).anchor
    is_draft = any(unit.is_draft for span in spans if span[0] < span[1] for unit in text.units_at(span))
    place, size = (text.policy, anchor, stream.language), max(reading.size, 1)
    return Found(*place, reading.parts, printed, is_exact, distance, size, is_draft=is_draft)


def outer_signs(part: str) -> tuple[str, str]:
    """Return the signs before the first word of a text, and those after the last.

    >>> outer_signs("“质量”强市。”")
    ('“', '。”')
    """
    start, end = 0, len(part)
    while start < end and not fold_words(part[start]):
        start += 1
    while end > start and not fold_words(part[end - 1]):
        end -= 1
    return part[:start], part[end:]
