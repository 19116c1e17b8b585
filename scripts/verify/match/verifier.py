"""An address and words quoted from it → the verdict.

1. Words that stand at the address hold: letter for letter, else with differences of script, width, punctuation, blanks.
2. Else, words that stood there in an earlier edition held in it.
3. Else, words that stand in another place stand elsewhere.
4. Else, if the words at the address are near enough to them, they hold with differences.
5. Else, if words elsewhere are very near, they stand elsewhere; if none are, nowhere.

Without an address, every place counts as the one that is meant.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from scripts.model.vocabulary import Language
from scripts.text.characters import HAN_PATTERN
from scripts.text.spans import Span
from scripts.verify.match.addresses import Address, read_address
from scripts.verify.match.exact import best_of, find_anywhere, find_here, policy_span
from scripts.verify.match.former import former_streams
from scripts.verify.match.grams import Grams, make_grams
from scripts.verify.match.nearest import find_nearest
from scripts.verify.match.quotation import Reading, read_quotation
from scripts.verify.match.texts import Stream, Texts
from scripts.verify.match.verdicts import Fault, Found, Kind, Verdict

NEAR_HERE = 0.75
"""So alike words at the address are the quotation's with differences; letters in 100 that are the same."""
NEAR_ELSEWHERE = 0.85
"""So alike words in another place are: of longer texts some are alike by chance."""


class Verifier:
    """Compares quotations with the archive."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    @cached_property
    def grams(self) -> dict[Language, Grams]:
        """The grams of each stream, made when words first stand nowhere exactly."""
        return {language: make_grams(stream.folded, language) for language, stream in self.texts.streams.items()}

    def read_address(self, written: str) -> Address | None:
        """Return what an address names; None where it is none of the archive's."""
        return read_address(written, self.texts.knows)

    def check_address(self, address: Address) -> Verdict:
        """Return whether an address leads anywhere."""
        fault, instead = self.find_fault(address)
        kind = Kind.LEADS if fault in (None, Fault.MOVED) else Kind.LOST
        return Verdict(kind, address, fault=fault, instead=instead)

    def find_fault(self, address: Address) -> tuple[Fault | None, str]:
        """Return what is wrong with an address, and the anchor to use instead."""
        if not self.texts.knows(address.policy):
            return Fault.NO_POLICY, ""
        spans = self.texts.streams[Language.ZH].by_policy[address.policy].spans
        if not address.anchor or address.anchor in spans:
            return None, ""
        successor = self.successor(address)
        if successor in spans:
            return Fault.MOVED, successor
        return Fault.NO_ANCHOR, nearest_anchor(address.anchor, spans)

    def successor(self, address: Address) -> str:
        """Return the anchor that has taken the place of one that is gone."""
        redirects, anchor = self.texts.redirects.get(address.policy, {}), address.anchor
        for _ in redirects:
            anchor = redirects.get(anchor, anchor)
        return anchor

    def verify(self, address: Address | None, quotation: str) -> Verdict:
        """Return whether words stand at an address, or where else; where there are none, whether it leads anywhere."""
        readings = read_quotation(quotation)
        if not readings:
            if not address:
                raise ValueError("neither an address nor words")
            return self.check_address(address)
        fault, instead = self.find_fault(address) if address else (None, "")
        kind, found = self.find(address, instead if fault is Fault.MOVED else "", readings, fault)
        return Verdict(kind, address, quotation.strip(), found, fault, instead)

    def find(
        self, address: Address | None, moved: str, readings: list[Reading], fault: Fault | None
    ) -> tuple[Kind, Found | None]:
        """Return what is to be said of the words, and where they, or those nearest to them, stand."""
        streams = [self.texts.streams[language] for language in languages_of(readings[0])]
        spans = self.spans(streams, address, moved, fault)
        is_former = address is not None and address.is_former
        held = self.find_held(address, moved, readings) if spans and is_former else None
        here = best_of(filter(None, (find_here(stream, span, readings) for stream, span in spans)))
        if here and not held:
            return (Kind.HOLDS if here.is_exact else Kind.DIFFERS), here
        held = held or (self.find_held(address, moved, readings) if spans else None)
        if held:
            return Kind.HELD, held
        near = address.policy if address else ""
        elsewhere = best_of(filter(None, (find_anywhere(stream, readings, near) for stream in streams)))
        if elsewhere and not address:
            return (Kind.HOLDS if elsewhere.is_exact else Kind.DIFFERS), elsewhere
        if elsewhere:
            return Kind.ELSEWHERE, elsewhere
        return self.find_near(streams[0], spans, readings, address)

    def find_held(self, address: Address | None, moved: str, readings: list[Reading]) -> Found | None:
        """Return where the words stood at an address in an earlier edition, with its date."""
        editions = self.texts.editions.get(address.policy, ()) if address else ()
        if not address or len(editions) < 2:
            return None
        for language in languages_of(readings[0]):
            text = self.texts.streams[language].by_policy[address.policy]
            for edition, stream in former_streams(text, editions, language):
                found = find_here(stream, self.span_of(stream, address, moved), readings)
                if found:
                    return replace(found, edition=edition)
        return None

    def spans(
        self, streams: list[Stream], address: Address | None, moved: str, fault: Fault | None
    ) -> list[tuple[Stream, Span]]:
        """Return where the words of an address are in each stream; nowhere where it leads nowhere."""
        if not address or fault in (Fault.NO_POLICY, Fault.NO_ANCHOR):
            return []
        return [(stream, self.span_of(stream, address, moved)) for stream in streams]

    def find_near(
        self, stream: Stream, spans: list[tuple[Stream, Span]], readings: list[Reading], address: Address | None
    ) -> tuple[Kind, Found | None]:
        """Return what is to be said of words that stand nowhere as they are quoted, and the words nearest to them."""
        for own, span in spans:
            near = find_nearest(own, self.grams[own.language], self.around(own, span, readings), readings)
            if near and near.likeness >= NEAR_HERE:
                return Kind.DIFFERS, near
        nearest = find_nearest(stream, self.grams[stream.language], (0, len(stream.folded)), readings)
        if nearest and not address and nearest.likeness >= NEAR_HERE:
            return Kind.DIFFERS, nearest
        if nearest and nearest.likeness >= NEAR_ELSEWHERE:
            return Kind.ELSEWHERE, nearest
        return Kind.NOWHERE, nearest

    def span_of(self, stream: Stream, address: Address, moved: str) -> Span:
        """Return where the words of an address are in a stream."""
        anchor = moved or address.anchor
        if not anchor:
            return policy_span(stream, address.policy)
        return stream.by_policy[address.policy].spans[anchor]

    def around(self, stream: Stream, span: Span, readings: list[Reading]) -> Span:
        """Return a span with so much before and behind it as the words may run over its borders."""
        text, size = stream.text_at(span[0]), max(reading.size for reading in readings)
        return max(text.start, span[0] - size + 1), min(text.end, span[1] + size - 1)


def languages_of(reading: Reading) -> tuple[Language, Language]:
    """Return the languages in which words are looked up, the likelier first.

    >>> [str(languages_of(Reading((), (words,)))[0]) for words in ("质量iso9", "theword质量", "97%")]
    ['zh', 'en', 'en']
    """
    han = sum(bool(HAN_PATTERN.match(char)) for part in reading.folded for char in part)
    return (Language.ZH, Language.EN) if han and han * 3 >= reading.size else (Language.EN, Language.ZH)


def nearest_anchor(anchor: str, known: Iterable[str]) -> str:
    """Return the anchor that would hold one that is not there; empty where none would.

    >>> nearest_anchor("s2-9-p1", {"s2": 0, "s1": 0})
    's2'
    """
    return next((around for around in holders(anchor) if around in set(known)), "")


def holders(anchor: str) -> Iterator[str]:
    """Yield the anchors that would hold one, the innermost first."""
    steps = anchor.split("-")
    return ("-".join(steps[:length]) for length in range(len(steps) - 1, 0, -1))
