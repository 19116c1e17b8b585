"""The translation and the glossary in the formats that translators exchange: TMX 1.4b and TBX-Basic.

TMX 1.4b: https://www.gala-global.org/tmx-14b; one unit a heading or block, its id the policy and the anchor.
TBX-Basic (ISO 30042:2019, DCA style): one concept a term, its Chinese forms and English variants as terms.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from scripts.model.archive import Archive
from scripts.model.grades import Graded
from scripts.model.kinds import has_heading
from scripts.model.policy import Bilingual, Policy
from scripts.write.words.addresses import page_address, policy_address

XML = "{http://www.w3.org/XML/1998/namespace}"
TBX = "urn:iso:std:iso:30042:ed-2"
SOURCE = "Quality Policy Archive: terms of Chinese quality policy; definitions without a source are the editors' own"
STATUS = ("preferredTerm-admn-sts", "admittedTerm-admn-sts")
"""Of the first term of a language, and of the others."""


TMX_HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    '  <header creationtool="quality-policy-archive" creationtoolversion="1" segtype="block" o-tmf="po" adminlang="en"'
    ' srclang="zh-CN" datatype="plaintext"/>\n  <body>\n'
)
TMX_END = "  </body>\n</tmx>\n"


def render_tmx(units: Iterable[str]) -> Iterator[str]:
    """Yield the translation memory of all policies, by the units of each."""
    yield TMX_HEAD
    yield from units
    yield TMX_END


def render_units(policy: Policy, policy_id: str, archive: Archive) -> str:
    """Return every aligned heading and block of a policy as units of a translation memory."""
    english, grades = archive.english.get(policy_id, {}), archive.grades.get(policy_id, {})
    notes = archive.translator_notes.get(policy_id, {})
    places = [(s.anchor, s.title) for s in policy.walk() if has_heading(s)]
    places += [(block.anchor, policy.text[block.start : block.end]) for block in policy.blocks()]
    units = []
    for anchor, chinese in places:
        if anchor in english:
            address = policy_address(policy_id, anchor=anchor)
            passage = Passage(f"{policy_id}#{anchor}", chinese, english[anchor], address)
            units.append(render_unit(passage, notes.get(anchor), grades.get(anchor)))
    return "".join(units)


class Passage(NamedTuple):
    """Words in both languages, by the name of their unit, with their address or where they were taken from."""

    name: str
    zh: str
    en: str
    address: str


def render_unit(passage: Passage, note: Bilingual | None = None, graded: Graded | None = None) -> str:
    """Return a passage as a unit of a translation memory, with its grade and the translator's note on it."""
    unit = etree.Element("tu", tuid=passage.name)
    for name, value in (("x-url", passage.address), *grade_properties(graded)):
        if value:
            etree.SubElement(unit, "prop", type=name).text = value
    for language, words in notes_of(note):
        etree.SubElement(unit, "note", {f"{XML}lang": language}).text = words
    for language, words in (("zh-CN", passage.zh), ("en-GB", passage.en)):
        variant = etree.SubElement(unit, "tuv", {f"{XML}lang": language})
        etree.SubElement(variant, "seg").text = words
    etree.indent(unit, level=2)
    return f"    {etree.tostring(unit, encoding='unicode')}\n"


def grade_properties(graded: Graded | None) -> Iterator[tuple[str, str]]:
    """Yield how far the English has come, who says so, and since when."""
    if graded:
        yield "x-grade", graded.grade
        yield "x-grade-by", graded.by or ""
        yield "x-grade-date", graded.date


def notes_of(note: Bilingual | None) -> Iterator[tuple[str, str]]:
    """Yield the translator's note on a place, language by language."""
    if note:
        yield "en-GB", note.en
        if note.zh:
            yield "zh-CN", note.zh


def render_tbx(archive: Archive) -> str:
    """Return the glossary's terms."""
    tbx = etree.Element(f"{{{TBX}}}tbx", {"style": "dca", "type": "TBX-Basic", f"{XML}lang": "en"}, nsmap={None: TBX})
    source = add(add(add(tbx, "tbxHeader"), "fileDesc"), "sourceDesc")
    add(source, "p", SOURCE)
    body = add(add(tbx, "text"), "body")
    for term in archive.glossary.terms.values():
        concept = add(body, "conceptEntry", id=f"term-{term.id}")
        address = page_address(f"terms/{term.id}/")
        add(concept, "xref", address, type="externalCrossReference", target=address)
        add_language(concept, "zh-CN", (term.zh, *term.forms), term.meaning.zh)
        add_language(concept, "en", (term.en, *term.en_variants), term.meaning.en)
    return render_xml(tbx)


def render_tbx_2(archive: Archive) -> str:
    """Return the glossary's terms in version 2 (ISO 30042:2008, `martif`), which most tools read, as one term a group.

    Readers of this version take the first term of a language; the others follow it.
    """
    martif = etree.Element("martif", {"type": "TBX", f"{XML}lang": "en"})
    header = etree.SubElement(martif, "martifHeader")
    source = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    etree.SubElement(source, "p").text = SOURCE
    etree.SubElement(etree.SubElement(header, "encodingDesc"), "p", type="XCSURI").text = "TBXXCS.xcs"
    body = etree.SubElement(etree.SubElement(martif, "text"), "body")
    for term in archive.glossary.terms.values():
        entry = etree.SubElement(body, "termEntry", id=f"term-{term.id}")
        address = page_address(f"terms/{term.id}/")
        etree.SubElement(entry, "xref", type="externalCrossReference", target=address).text = address
        languages = (
            ("zh-CN", (term.zh, *term.forms), term.meaning.zh),
            ("en", (term.en, *term.en_variants), term.meaning.en),
        )
        for language, words, meaning in languages:
            section = etree.SubElement(entry, "langSet", {f"{XML}lang": language})
            group = etree.SubElement(section, "descripGrp")
            etree.SubElement(group, "descrip", type="definition").text = meaning
            for index, word in enumerate(words):
                tig = etree.SubElement(section, "tig")
                etree.SubElement(tig, "term").text = word
                etree.SubElement(tig, "termNote", type="administrativeStatus").text = STATUS[index > 0]
    return render_xml(martif)


def add(parent: etree._Element, name: str, words: str | None = None, **attributes: str) -> etree._Element:
    """Add an element of TBX and return it."""
    element = etree.SubElement(parent, f"{{{TBX}}}{name}", attributes)
    element.text = words
    return element


def add_language(concept: etree._Element, language: str, words: tuple[str, ...], meaning: str) -> None:
    """Add the definition and the terms of one language to a concept, the preferred term first."""
    section = add(concept, "langSec")
    section.set(f"{XML}lang", language)
    add(add(section, "descripGrp"), "descrip", meaning, type="definition")
    for index, word in enumerate(words):
        entry = add(section, "termSec")
        add(entry, "term", word)
        add(entry, "termNote", STATUS[index > 0], type="administrativeStatus")


def render_xml(root: etree._Element, doctype: str | None = None) -> str:
    """Return an element as a document in UTF-8."""
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True, doctype=doctype)
    return data.decode()
