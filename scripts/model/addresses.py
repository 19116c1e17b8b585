"""Every kind of thing that has addresses, and which: what the register of addresses promises, and where it moved to.

The register (`corpus/addresses.txt`) has a line for each thing, such as `term quality-city`, and one for each form of
the addresses of a kind, such as `form term /terms/<term>/`. So an address is a form with the name of a thing in it:
`/terms/quality-city/`. It stands for the page in every language, but where it begins with that of one.

An id on a page is promised when another page, the search or a file of data leads to it, or the panel for citing hands
it out. Those to which only the contents of their own page lead (the letters of a list, the days of the log), and those
of forms and scripts, are not: their address is that of the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Entry(NamedTuple):
    """A line of the register: something that has addresses, or a form of addresses."""

    kind: str
    name: str
    """Of what belongs to two others, both with a slash between: `note jinan-2018/s2-1-p1-1`."""

    def __str__(self) -> str:
        """Return it as it stands in the register."""
        return f"{self.kind} {self.name}"


PAGE, FILE, PLACE, FORM, POLICY, EDITION, DOCUMENT = "page", "file", "place", "form", "policy", "edition", "document"
WHOLE = (PAGE, FILE, PLACE)
"""The kinds whose names are addresses themselves: single pages, files, and places on such pages."""
FORMS: dict[str, tuple[str, ...]] = {
    POLICY: (
        "/policies/<policy>/",
        *(f"/policies/<policy>/{view}/" for view in ("edits", "notes", "received", "history")),
        "/id/<policy>/",
        *(f"/id/<policy>/{name}" for name in ("id.json", "linkset.json")),
        *(f"/data/policies/<policy>{end}" for end in (".json", ".md", ".akn.xml", "/source.txt")),
        *(f"/data/citations/<policy>.{end}" for end in ("bib", "csl.json", "ris")),
        *(f"{tree}/policies/<policy>/<policy>.{end}" for tree in ("", "/en") for end in ("html", "epub")),
        "/policies/<policy>/#about-text",
        "/data/#<policy>",
    ),
    "translation": (
        "/policies/<policy>/parallel/",
        "/policies/<policy>/parallel/#lines",
        *(f"/data/policies/<policy>{end}" for end in (".en.md", ".en.akn.xml", ".parallel.akn.xml")),
        *(f"{tree}/policies/<policy>/<policy>-parallel.html" for tree in ("", "/en")),
    ),
    "original": ("/data/policies/<policy>/original.zip",),
    EDITION: ("/policies/<policy>/history/#edition-<number>",),
    "note": (
        "/policies/<policy>/notes/#note-<note>",
        "/policies/<policy>/#note-<note>",
        "/policies/<policy>/#spot-<note>",
        "/policies/<policy>/notes/#notes",
    ),
    "translator-note": (
        "/en/policies/<policy>/notes/#translation-<place>",
        "/en/policies/<policy>/#translated-<place>",
        "/policies/<policy>/parallel/#translation-<place>",
        "/en/policies/<policy>/notes/#translation-notes",
    ),
    "edits": ("/policies/<policy>/edits/#<rule>",),
    "term": ("/terms/<term>/",),
    "organisation": ("/organisations/<organisation>/",),
    "indicator": ("/indicators/<indicator>/",),
    "figures": ("/indicators/<indicator>/#<figures>",),
    "topic": ("/topics/<topic>/",),
    "treated": ("/topics/<topic>/#<policy>",),
    DOCUMENT: ("/documents/#<document>",),
    "table": (
        "/data/<table>.csv",
        "/data/<table>.csv-metadata.json",
        "/data/#<table>",
    ),
}
"""The forms of the addresses of each kind, the chief one first. It has all parts of the names."""
KINDS = (*WHOLE, *FORMS)
Moves = Mapping[Entry, Entry]
"""For each line of the register whose addresses are gone, the one that names their successors."""


def forms() -> Iterator[Entry]:
    """Yield every form as the register has it."""
    for kind, own in FORMS.items():
        yield from (Entry(FORM, f"{kind} {form}") for form in own)


def parts_of(form: str) -> list[str]:
    """Return what stands for names in a form, each once.

    >>> parts_of("/policies/<policy>/history/#edition-<number>")
    ['<policy>', '<number>']
    """
    pieces = form.split("<")[1:]
    return list(dict.fromkeys(f"<{piece.partition('>')[0]}>" for piece in pieces))


def address_of(entry: Entry, form: str) -> str:
    """Return the address of a thing in one of its forms.

    >>> address_of(Entry("edition", "jinan-2018/2"), "/policies/<policy>/history/#edition-<number>")
    '/policies/jinan-2018/history/#edition-2'
    """
    if entry.kind in WHOLE:
        return entry.name
    parts = parts_of(chief(entry.kind) or form)
    for part, name in zip(parts, entry.name.split("/", len(parts) - 1), strict=False):
        form = form.replace(part, name)
    return form


def chief(kind: str) -> str:
    """Return the form of the address to which other things of a kind are sent."""
    return FORMS[kind][0] if kind in FORMS else ""


def addresses_of(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield every address of these things, in the forms of today."""
    for entry in entries:
        for form in FORMS.get(entry.kind, ("",) if entry.kind in WHOLE else ()):
            yield address_of(entry, form)


def successor(entry: Entry, moves: Moves) -> Entry | None:
    """Return what took the place of a thing, itself where nothing did; None where the ways lead round in a circle.

    What belongs to a policy, or to another thing, goes with it.
    """
    seen = {entry}
    while (moved := moves.get(entry) or moved_along(entry, moves)) is not None:
        if moved in seen:
            return None
        seen.add(moved)
        entry = moved
    return entry


def moved_along(entry: Entry, moves: Moves) -> Entry | None:
    """Return a thing under the new name of what it belongs to; None where that kept its own."""
    for owner, (before, behind) in owners(entry):
        moved = moves.get(owner)
        if moved is not None and moved.kind == owner.kind:
            return Entry(entry.kind, before + moved.name + behind)
    return None


def owners(entry: Entry) -> Iterator[tuple[Entry, tuple[str, str]]]:
    """Yield what a thing may belong to, with what stands before and behind its name in the thing's.

    >>> list(owners(Entry("treated", "water/jinan-2018")))[1]
    (Entry(kind='policy', name='jinan-2018'), ('water/', ''))
    """
    if entry.kind == PLACE:
        path, sign, anchor = entry.name.partition("#")
        yield Entry(PAGE, path), ("", sign + anchor)
        return
    if entry.kind == DOCUMENT:  # policies are documents too
        yield Entry(POLICY, entry.name), ("", "")
        return
    parts = parts_of(chief(entry.kind))
    names = entry.name.split("/", len(parts) - 1) if parts else []
    for index, (part, name) in enumerate(zip(parts, names, strict=False)):
        before, behind = ("".join(f"{each}/" for each in names[:index]), names[index + 1 :])
        owner = Entry(part.strip("<>"), name)
        if owner != entry:
            yield owner, (before, "".join(f"/{each}" for each in behind))


def moved_addresses(register: Iterable[Entry], moves: Moves) -> dict[str, str]:
    """Return, for every address that the register has and that is gone, the one where it stands now."""
    entries = list(register)
    known: dict[str, list[str]] = {kind: [""] for kind in WHOLE}
    for entry in entries:
        if entry.kind == FORM:
            kind, _, form = entry.name.partition(" ")
            known.setdefault(kind, []).append(form)
    moved = {}
    for entry in entries if moves else ():
        now = successor(entry, moves)
        for form in known.get(entry.kind, ()) if now else ():
            old, new = address_of(entry, form), new_address(entry, form, now or entry, moves)
            if old != new:
                moved[old] = new
    return moved


def new_address(entry: Entry, form: str, now: Entry, moves: Moves) -> str:
    """Return where an address in a form of old stands now; that of another kind is its chief one."""
    if now.kind != entry.kind:
        return address_of(now, chief(now.kind))
    form_now = successor(Entry(FORM, f"{entry.kind} {form}"), moves)
    kind, _, own = form_now.name.partition(" ") if form_now else ("", "", form)
    return address_of(now if kind in ("", entry.kind) else Entry(kind, now.name), own)
