"""A policy's headings and blocks → XLIFF 2.1: a unit each, named by its anchor, with its state, notes and memory.

Core: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html; modules: `mtc` (translation candidates),
`gls` (agreed words). An attribute of our own keeps the fingerprint of the English, which tells, when the file comes
back, whether somebody changed it here meanwhile.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from scripts.model.grades import Graded, fingerprint, grade_text
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Grade, Language
from scripts.write.exchange.units import Unit
from scripts.write.words.addresses import policy_address
from scripts.write.words.place_labels import place_label

CORE = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES, GLOSSARY = "urn:oasis:names:tc:xliff:matches:2.0", "urn:oasis:names:tc:xliff:glossary:2.0"
OWN = "urn:quality-policy-archive:exchange"
NAMES = {None: CORE, "mtc": MATCHES, "gls": GLOSSARY, "archive": OWN}
SOURCE, TARGET = "zh-CN", "en-GB"
"""The languages, as the translation memory names them."""
STATES = {Grade.DRAFT: "initial", Grade.TRANSLATED: "translated", Grade.REVIEWED: "reviewed"}
SEGMENT = "1"
"""Every unit is exported as one segment, to which its candidates belong."""


def render_xliff(metadata: Metadata, units: Iterable[Unit]) -> bytes:
    """Return the file of a policy, in UTF-8."""
    values = {"version": "2.1", "srcLang": SOURCE, "trgLang": TARGET}
    root = etree.Element(f"{{{CORE}}}xliff", values, nsmap=NAMES)
    file = add(root, "file", id=metadata.id, original=policy_address(metadata.id))
    for unit in units:
        add_unit(file, unit)
    etree.indent(root)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def add_unit(file: etree._Element, unit: Unit) -> None:
    """Add a heading or block."""
    element = add(file, "unit", id=unit.anchor)
    element.set(f"{{{OWN}}}english", fingerprint(unit.en))
    if unit.known:
        add_matches(element, unit)
    if unit.agreed:
        add_agreed(element, unit)
    notes = add(element, "notes")
    for category, words in notes_of(unit):
        add(notes, "note", words, category=category)
    segment = add(element, "segment", id=SEGMENT, **state_of(unit.graded))
    add(segment, "source", unit.zh)
    if unit.en:
        add(segment, "target", unit.en)


def state_of(graded: Graded | None) -> dict[str, str]:
    """Return the state of a segment, and of a draft, whose it is."""
    if graded is None:
        return {"state": "initial"}
    state = {"state": STATES[graded.grade]}
    return state | {"subState": f"archive:{graded.by or 'draft'}"} if graded.grade is Grade.DRAFT else state


def notes_of(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield what a translator should know of a unit, each under its category."""
    places = [place_label(unit.anchor, language) for language in (Language.EN, Language.ZH)]
    yield "place", " · ".join(dict.fromkeys(filter(None, places))) or unit.anchor
    if unit.label:
        yield "number", unit.label
    if unit.graded:
        yield "grade", grade_text(unit.graded)
    if unit.former:
        yield "former-english", unit.former
    for words in (unit.note.en, unit.note.zh) if unit.note else ():
        if words:
            yield "translator", words


def add_matches(element: etree._Element, unit: Unit) -> None:
    """Add the translations that stand elsewhere; how alike they are, by the part of the Chinese that is the same."""
    matches = etree.SubElement(element, f"{{{MATCHES}}}matches")
    for chinese, known in unit.known:
        similarity = f"{100 * len(chinese) / max(1, len(unit.zh)):.1f}"
        values = {"ref": f"#{SEGMENT}", "origin": known.source, "similarity": similarity, "type": "tm"}
        match = etree.SubElement(matches, f"{{{MATCHES}}}match", values)
        add(match, "source", chinese)
        add(match, "target", known.en)


def add_agreed(element: etree._Element, unit: Unit) -> None:
    """Add the words on whose English the archive has agreed."""
    glossary = etree.SubElement(element, f"{{{GLOSSARY}}}glossary")
    for agreed in unit.agreed:
        entry = etree.SubElement(glossary, f"{{{GLOSSARY}}}glossEntry")
        etree.SubElement(entry, f"{{{GLOSSARY}}}term", source=agreed.source).text = agreed.zh
        etree.SubElement(entry, f"{{{GLOSSARY}}}translation").text = agreed.en


def add(parent: etree._Element, name: str, words: str | None = None, **values: str) -> etree._Element:
    """Add an element of the core and return it."""
    element = etree.SubElement(parent, f"{{{CORE}}}{name}", values)
    element.text = words
    return element
