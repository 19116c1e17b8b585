"""A policy's English, and what of the archive's stands in it too → TMX 1.4b, for the memory of a translator's tool.

First the policy's own units, named by their addresses; then what stands elsewhere of it, whole or by the sentence, and
the agreed words, by their sources.
"""

from collections.abc import Iterable, Iterator

from scripts.model.policy import Metadata
from scripts.write.data.exchange import TMX_END, TMX_HEAD, Passage, render_unit
from scripts.write.exchange.units import Unit
from scripts.write.words.addresses import policy_address


def render_policy_tmx(metadata: Metadata, units: Iterable[Unit]) -> bytes:
    """Return the file of a policy, in UTF-8."""
    return "".join(stream_units(metadata, units)).encode()


def stream_units(metadata: Metadata, units: Iterable[Unit]) -> Iterator[str]:
    """Yield the same in pieces."""
    yield TMX_HEAD
    remembered: dict[tuple[str, str], str] = {}
    for unit in units:
        if unit.en:
            address = policy_address(metadata.id, anchor=unit.anchor)
            passage = Passage(f"{metadata.id}#{unit.anchor}", unit.zh, unit.en, address)
            yield render_unit(passage, unit.note, unit.graded)
        for chinese, known in unit.known:
            remembered.setdefault((chinese, known.en), known.source)
        for agreed in unit.agreed:
            remembered.setdefault((agreed.zh, agreed.en), agreed.source.replace(":", "#"))
    for number, ((zh, en), source) in enumerate(remembered.items(), 1):
        yield render_unit(Passage(f"memory#{number}", zh, en, source))
    yield TMX_END
