"""A text that nobody described yet → a first draft of its `policy.yml`; what was read from it is marked as proposed."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scripts.model.edits import Alignment
from scripts.model.glossary import Organisation
from scripts.model.places_in_text import PlaceFinder
from scripts.model.policy import Original, Policy
from scripts.model.said import Found, Where
from scripts.model.vocabulary import DocumentKind, Script

PROPOSED = "# proposed"
"""How a comment begins that the editor drops once the line is checked."""
SCRIPTS = {
    Script.HANT: "taken for written in Traditional characters; Hans if a machine made it of Simplified ones",
    Script.HANS: "turned back into Simplified characters; Hant if it was written in Traditional ones",
}
"""How a Traditional text was read, and what the editor can say instead."""
OPEN_KINDS = {
    "条例": DocumentKind.REGULATION,
    "规定": DocumentKind.RULES,
    "规则": DocumentKind.RULES,
    "细则": DocumentKind.RULES,
    "公告": DocumentKind.NOTICE,
    "通告": DocumentKind.NOTICE,
    "条例（试行）": DocumentKind.REGULATION,
    "规定（试行）": DocumentKind.RULES,
    "细则（试行）": DocumentKind.RULES,
    "办法（试行）": DocumentKind.MEASURES,
    "方案（试行）": DocumentKind.PLAN,
}
"""The likeliest kind of a document whose title ends so."""
PARTICULARS = (
    ("title", "标题", "title"),
    ("issuers", "发文机关", "issuers"),
    ("number", "发文字号", "number"),
    ("date", "日期", "date"),
)
"""What the text may say of itself, with its names."""


class Known(NamedTuple):
    """What is known besides the text."""

    policy_id: str
    address: str
    """From which a saved page was saved; empty where the file does not say."""
    today: str
    place: tuple[str, str]
    """The id of the place that issued it, empty where that is not certain, and why, in a line."""
    organisations: Mapping[str, Organisation]


def draft_metadata(policy: Policy, known: Known) -> str:
    """Return `policy.yml` with what the text says of itself; what it does not say stays empty."""
    said, lines = policy.said, SourceLines(policy)
    issuers = [(issuer.value, lines.ground(issuer)) for issuer in said.issuers] or [("", "")]
    number = f"number: {quoted(said.number.value)}{lines.ground(said.number)}" if said.number else ""
    rows = [
        "# Fields: corpus/README.md. Complete what is empty. Where a line ends with “proposed”, it was read from the",
        "# text: check it, then drop that comment. `python -m scripts check "
        + known.policy_id
        + "` says what is left.",
        f"id: {known.policy_id}",
        "title:",
        f"  zh: {quoted(said.title.value if said.title else None)}{lines.ground(said.title)}",
        '  en: ""',
        "issuers:",
        *(f"  - {{zh: {quoted(name)}, en: {quoted(english_of(name, known))}}}{where}" for name, where in issuers),
        number or "# number: as printed; leave the field out where none is known",
        f"date: {quoted(said.date.value if said.date else known.policy_id[-4:])}{lines.ground(said.date)}",
        place_row(known),
        *kind_rows(policy),
        *source_rows(policy, known),
        *identification_rows(policy),
        *found_rows(policy),
    ]
    return "\n".join(rows) + "\n"


class SourceLines:
    """Where in its source a text says something of itself."""

    def __init__(self, policy: Policy) -> None:
        self.source, self.alignment = policy.source.text, Alignment(policy.edits)

    def ground(self, found: Found | None) -> str:
        """Return the comment that says from which line something was read."""
        if found is None:
            return ""
        is_of_source = found.where is Where.SOURCE
        place = found.start if is_of_source else self.alignment.source_place(found.start, from_left=True)
        return f"  {PROPOSED}: line {self.source.count(chr(10), 0, place) + 1} of source.txt"


def english_of(name: str, known: Known) -> str:
    """Return the English of a body that the glossary has."""
    return next((body.name.en for body in known.organisations.values() if name in (body.name.zh, *body.forms)), "")


def place_row(known: Known) -> str:
    """Return the place that issued the policy; where that is not certain, what it could be."""
    own, remark = known.place
    return f"place: {own or quoted('')}  {PROPOSED}: {remark}"


def kind_rows(policy: Policy) -> Iterator[str]:
    """Yield of what kind the document is where its title leaves it open, as 条例 and 公告 do."""
    title = policy.said.title.value if policy.said.title else ""
    kind = next((kind for ending, kind in OPEN_KINDS.items() if title.endswith(ending)), None)
    if kind:
        yield f"kind: {kind}  {PROPOSED}: by the end of the title"


def source_rows(policy: Policy, known: Known) -> Iterator[str]:
    """Yield where the file came from, and what it is."""
    yield "source:"
    yield f"  url: {quoted(known.address)}" + (f"  {PROPOSED}: as the saved page says" if known.address else "")
    yield f"  # retrieved: {quoted(known.today)}, the day on which the page was copied"
    yield f"  sha256: {policy.source.sha256}"
    if policy.source.original:
        yield from original_rows(policy.source.original)


def original_rows(original: Original) -> Iterator[str]:
    """Yield what is on record of the file from which the text was extracted."""
    yield "  original:"
    yield f"    format: {original.format}"
    yield f"    sha256: {original.sha256}"
    yield f"    program: {quoted(original.program)}"
    if original.left_out:
        counts = ", ".join(f"{kind}: {count}" for kind, count in original.left_out)
        yield f"    left_out: {{{counts}}}"


def identification_rows(policy: Policy) -> Iterator[str]:
    """Yield how title, issuers, number and date are known: from the text itself, as far as it says them."""
    found = [(zh, en) for field, zh, en in PARTICULARS if getattr(policy.said, field)]
    is_whole = len(found) == len(PARTICULARS)
    yield "certainty: " + (f"certain  {PROPOSED}" if is_whole else "conjectural")
    if not found:
        yield from ("identification:", '  zh: ""', '  en: ""')
        return
    names = [en for _, en in found]
    english = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    yield f"identification:  {PROPOSED}"
    yield f"  zh: {quoted('、'.join(zh for zh, _ in found) + '见于文件本身。')}"
    verb = "are" if len(found) > 1 or names == ["issuers"] else "is"
    yield f"  en: {quoted(f'{english[0].upper()}{english[1:]} {verb} stated in the document itself.')}"


def found_rows(policy: Policy) -> Iterator[str]:
    """Yield what else the text says of itself, in the form of the field, or as a comment where it is no field."""
    said, places = policy.said, PlaceFinder(policy)

    def ground(start: int, end: int) -> str:
        return f"anchor: {places.anchor_near(start)}, quote: {quoted(policy.text[start:end])}"

    if policy.source.script is Script.HANT:
        yield f"# script: {policy.script}  # {SCRIPTS[policy.script]}"
    if said.period:
        years = f"from: {said.period.first}, until: {said.period.last}"
        yield f"period: {{{years}, {ground(said.period.start, said.period.end)}}}  {PROPOSED}"
    if said.in_force and said.in_force.value and said.in_force.where is Where.TEXT:
        since = f"from: {quoted(said.in_force.value)}"
        yield f"in_force: {{{since}, {ground(said.in_force.start, said.in_force.end)}}}  {PROPOSED}"
    for base in said.implements:
        yield f"# It rests on {base.value} ({places.anchor_near(base.start)}); nothing has to be done about it"


def quoted(text: str | None) -> str:
    """Return a text as a YAML scalar in quotes."""
    return json.dumps(text or "", ensure_ascii=False)
