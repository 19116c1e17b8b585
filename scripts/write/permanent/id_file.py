"""A policy → its `id.json`: every address ever published, and where its words stand in the file as received."""

from typing import Any

from scripts.model.archive import Archive
from scripts.model.policy import Metadata, Policy
from scripts.model.vocabulary import Language
from scripts.write.data.json_text import Lines, dump, encode
from scripts.write.permanent.places import Place, find_places
from scripts.write.permanent.swhid import content_id, part_id
from scripts.write.words.addresses import page_address, permanent_address, policy_address
from scripts.write.words.place_labels import place_label


def source_bytes(policy: Policy) -> bytes:
    """Return the file as received."""
    return policy.source.text.encode(policy.source.encoding)


def source_address(policy_id: str) -> str:
    """Return where the archive publishes the file as received."""
    return page_address(f"data/policies/{policy_id}/source.txt")


def render_id_file(policy: Policy, metadata: Metadata, archive: Archive) -> str:
    """Return the file, with a place or a redirect a line."""
    source, whole = policy.source, content_id(source_bytes(policy))
    redirects = archive.redirects.get(metadata.id, {})
    value = {
        "policy": metadata.id,
        "id": permanent_address(metadata.id),
        "title": {"zh": metadata.title.zh, "en": metadata.title.en},
        "url": policy_address(metadata.id),
        "url_en": policy_address(metadata.id, Language.EN),
        "source": {
            "url": source_address(metadata.id),
            "swhid": whole,
            "sha256": source.sha256,
            "bytes": source.size,
            "encoding": source.encoding,
        },
        "places": Lines(
            lambda: ([encode(place_value(place, metadata.id, whole))] for place in find_places(policy, archive))
        ),
        "redirects": [
            {"anchor": old, "id": permanent_address(metadata.id, old), "to": new} for old, new in redirects.items()
        ],
    }
    return dump(value)


def place_value(place: Place, policy_id: str, whole: str) -> dict[str, Any]:
    """Return what the file says of a place."""
    anchor = place.anchor
    return {
        "anchor": anchor,
        "id": permanent_address(policy_id, anchor),
        "kind": place.kind,
        "name": {str(language): place_label(anchor, language) for language in Language},
        "title": {"zh": place.title.zh, "en": place.title.en} if place.title else None,
        "url": policy_address(policy_id, anchor=anchor),
        "url_en": policy_address(policy_id, Language.EN, anchor),
        "first_published": {"edition": place.since.number, "date": place.since.date} if place.since else None,
        "first_byte": place.first_byte,
        "last_byte": place.last_byte,
        "swhid": part_id(whole, place.first_byte, place.last_byte),
    }
