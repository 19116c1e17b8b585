"""Verdicts → what the command line prints of them: lines for people, a table of a manuscript, or values for JSON."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from scripts.model.vocabulary import Language
from scripts.verify.find.marks import Citing
from scripts.verify.match.alignment import find_differences
from scripts.verify.match.verdicts import Fault, Found, Kind, Verdict
from scripts.write.words.addresses import page_address, policy_address
from scripts.write.words.place_labels import place_label

LONGEST = 36
"""So many characters of a quotation stand in the table."""
FOUND_NAMES = {Kind.NOWHERE: "nearest", Kind.HELD: "stood"}
"""How the line is called that says where words stand, for verdicts by which they do not."""
DRAFT = "this English is a draft translation, which nobody has confirmed and which may change; do not cite it yet"
SHOWN_BLANKS = str.maketrans({" ": "␣", "\n": "↵", "\u3000": "␣", "\t": "␣"})
FAULTS: dict[Fault, Callable[[Verdict], str]] = {
    Fault.NO_POLICY: lambda verdict: f"the archive has no policy {policy_of(verdict)}",
    Fault.NO_ANCHOR: lambda verdict: (
        f"{policy_of(verdict)} has no place {anchor_of(verdict)}"
        + (f"; the nearest is {verdict.instead}" if verdict.instead else "")
    ),
    Fault.MOVED: lambda verdict: f"{anchor_of(verdict)} was moved: it is {verdict.instead} now",
}


def policy_of(verdict: Verdict) -> str:
    """Return the policy that is meant."""
    return verdict.address.policy if verdict.address else ""


def anchor_of(verdict: Verdict) -> str:
    """Return the anchor that is meant."""
    return verdict.address.anchor if verdict.address else ""


def render_verdict(verdict: Verdict) -> str:
    """Return a verdict as a few lines: what is said first, then why."""
    return "\n".join([headline(verdict), *(f"  {name:8} {words}" for name, words in reasons(verdict))])


def headline(verdict: Verdict) -> str:
    """Return the verdict in one line; of English that is a draft it says so."""
    is_draft = verdict.found is not None and verdict.found.is_draft
    return plain_headline(verdict) + (", in a draft translation" if is_draft else "")


def plain_headline(verdict: Verdict) -> str:
    """Return the verdict alone."""
    found = verdict.found
    if verdict.kind is Kind.HELD:
        return f"held in the edition of {edition_of(verdict)}"
    if verdict.kind is Kind.DIFFERS and found and not found.distance:
        return f"{verdict.kind} of script, width, punctuation or blanks alone"
    if verdict.kind is Kind.ELSEWHERE and found and not found.is_exact:
        return f"{verdict.kind}, with differences"
    return str(verdict.kind)


def edition_of(verdict: Verdict) -> str:
    """Return the date of the earlier edition in which words held; empty where they did in none."""
    return verdict.found.edition.date if verdict.found and verdict.found.edition else ""


def reasons(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield what a verdict rests on, each with its name."""
    if verdict.address:
        yield "cited", address_line(verdict)
    if verdict.fault:
        yield "address", FAULTS[verdict.fault](verdict)
    if verdict.found:
        yield from found_lines(verdict, verdict.found)


def address_line(verdict: Verdict) -> str:
    """Return the permanent address that is meant, and the place's name."""
    address = verdict.address
    if not address or verdict.fault in (Fault.NO_POLICY, Fault.NO_ANCHOR):
        return address.written if address else ""
    anchor = verdict.instead or address.anchor
    return " ".join(filter(None, (address.permanent(anchor), label(anchor))))


def found_lines(verdict: Verdict, found: Found) -> Iterator[tuple[str, str]]:
    """Yield where words stand, how alike they are, and how they differ."""
    others = f", and in {found.others} other places" if found.others else ""
    name = FOUND_NAMES.get(verdict.kind, "stands")
    yield name, f"{place_address(found)} {label(found.anchor)}{others}"
    if found.is_draft:
        yield "draft", DRAFT
    if found.distance:
        yield "alike", f"{int(found.likeness * 100)}%; {found.distance} of {found.size} characters differ"
    if not found.is_exact:
        for quoted, printed in zip(found.quoted, found.printed, strict=True):
            yield "quoted", mark_differences(quoted, printed)
        yield "", "(in braces: what is quoted → what the archive has)"


def place_address(found: Found) -> str:
    """Return where words stand; of an earlier edition, where the page of editions has them."""
    if not found.edition:
        return policy_address(found.policy, found.language, found.anchor)
    page = page_address(f"policies/{found.policy}/history/", found.language)
    return f"{page}#edition-{found.edition.number + 1}-{found.anchor}"


def label(anchor: str) -> str:
    """Return what people call a place, in both languages; empty for a policy as a whole."""
    return f"({place_label(anchor, Language.ZH)}; {place_label(anchor, Language.EN)})" if anchor else ""


def mark_differences(quoted: str, printed: str) -> str:
    """Return a quotation with what the archive has instead, character by character.

    >>> mark_differences("质量 强省。", "质量强市。")
    '质量{␣→}强{省→市}。'
    """
    marked, place = "", 0
    for difference in find_differences(quoted, printed):
        marked += quoted[place : difference.start]
        marked += f"{{{show_blanks(difference.quoted)}→{show_blanks(difference.printed)}}}"
        place = difference.start + len(difference.quoted)
    return " ".join((marked + quoted[place:]).split())


def show_blanks(text: str) -> str:
    """Return a text whose blanks can be seen."""
    return text.translate(SHOWN_BLANKS)


def render_table(citings: Iterable[tuple[Citing, Verdict]]) -> str:
    """Return a line for each address and quotation of a manuscript, and how many there are of each verdict."""
    rows = [(citing.where, verdict) for citing, verdict in citings]
    lines = [
        f"{where:>14}  {'  ' if verdict.passes else '✗ '}{headline(verdict)}: {summary(verdict)}"
        for where, verdict in rows
    ]
    counts = Counter(str(verdict.kind) for _, verdict in rows)
    total = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())) or "none of the archive's"
    return "\n".join([*lines, f"{len(rows)} addresses and quotations: {total}"])


def summary(verdict: Verdict) -> str:
    """Return what a line of the table says beside the verdict."""
    address = verdict.address
    cited = f"{address.policy}{address.anchor and '#'}{address.anchor}" if address else ""
    words = f"“{shorten(verdict.quotation)}”" if verdict.quotation else ""
    parts = [" ".join(filter(None, (cited, words)))]
    if verdict.fault:
        parts.append(FAULTS[verdict.fault](verdict))
    if verdict.found and verdict.kind in (Kind.ELSEWHERE, Kind.NOWHERE):
        found = verdict.found
        alike = f" ({int(found.likeness * 100)}% alike)" if found.distance else ""
        parts.append(f"{'nearest' if alike else 'it stands'} at {found.policy}#{found.anchor}{alike}")
    if verdict.found and verdict.kind is Kind.DIFFERS:
        pairs = zip(verdict.found.quoted, verdict.found.printed, strict=True)
        parts += [mark_differences(quoted, printed) for quoted, printed in pairs]
    return "; ".join(parts)


def shorten(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def verdict_value(verdict: Verdict, where: str = "") -> dict[str, Any]:
    """Return a verdict as JSON has it."""
    address, found = verdict.address, verdict.found
    return {
        **({"where": where} if where else {}),
        "verdict": str(verdict.kind),
        "passes": verdict.passes,
        "address": address.written if address else None,
        "policy": address.policy if address else None,
        "anchor": address.anchor if address else None,
        "fault": str(verdict.fault) if verdict.fault else None,
        "instead": verdict.instead or None,
        "edition": edition_of(verdict) or None,
        "quotation": verdict.quotation or None,
        "found": found_value(found) if found else None,
    }


def found_value(found: Found) -> dict[str, Any]:
    """Return where words stand, as JSON has it."""
    return {
        "policy": found.policy,
        "anchor": found.anchor,
        "language": str(found.language),
        "place": {str(language): place_label(found.anchor, language) for language in Language},
        "url": place_address(found),
        "likeness": round(found.likeness, 4),
        "others": found.others,
        "draft": found.is_draft,
        "parts": [
            {
                "quoted": quoted,
                "printed": printed,
                "differences": [
                    {"start": difference.start, "quoted": difference.quoted, "printed": difference.printed}
                    for difference in find_differences(quoted, printed)
                ],
            }
            for quoted, printed in zip(found.quoted, found.printed, strict=True)
        ],
    }
