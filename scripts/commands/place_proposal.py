"""The text of a new policy → the place of places.yml that issued it, the entries that this needs, and an id for it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from scripts.model.policy import Bilingual, Place, Policy
from scripts.model.vocabulary import Level
from scripts.problems import CorpusError, on_one_line
from scripts.read.corpus.place_file import read_places
from scripts.read.places.find import FoundPlace, find_place
from scripts.text.division_names import english_name, ids
from scripts.text.divisions import LAST, Division, chain
from scripts.write.corpus.place_entries import with_places

PLACES = "corpus/glossary/places.yml"
RULE = "id"


class ProposedPlace(NamedTuple):
    """The place of a new policy, as far as its text says."""

    id: str
    """Of the entry of places.yml, once what is missing is added; empty where it is not certain."""
    missing: tuple[Place, ...]
    """The entries that places.yml lacks, each behind the one that it is in."""
    remark: str
    """Why it is this one, or which it could be, in a line."""
    year: int | None
    """In which the policy was issued; None where its text does not say."""


def propose_place(policy: Policy, policy_id: str, root: Path) -> ProposedPlace:
    """Return the place that issued a policy, and the entries that places.yml lacks for it; nothing is written.

    Where the text is not certain, a place of places.yml that the id begins with is taken.
    """
    places, file = read_places(root / PLACES, PLACES)
    found = find_place(policy, policy_id)
    year = None if found.year == LAST else found.year
    if found.division is None or file.problems:
        named = max((own for own in places if policy_id.startswith(f"{own}-")), key=len, default="")
        return ProposedPlace(named, (), f"{PLACES} has faults; mend it" if file.problems else explain(found), year)
    missing: dict[str, Place] = {}
    place_id = enter(found.division, found.year, places, missing)
    return ProposedPlace(place_id, tuple(missing.values()), explain(found), year)


def missing_entries(place: ProposedPlace, root: Path) -> dict[str, bytes]:
    """Return places.yml with the entries that it lacks, by its path; nothing where it lacks none."""
    text = (root / PLACES).read_text(encoding="utf-8") if place.missing else ""
    return {PLACES: with_places(text, place.missing).encode()} if place.missing else {}


def propose_id(policy: Policy, root: Path) -> str:
    """Return an id for a policy, of its place and year; raise CorpusError where that is not certain, or is taken."""
    place = propose_place(policy, "", root)
    if not place.id or place.year is None:
        unsure = "which place issued it" if not place.id else "in which year it was issued"
        message = f"is needed, for the text does not say for certain {unsure} ({place.remark}); give place and year"
        raise CorpusError("--id", f"{message}, such as --id jinan-2018", 0, RULE)
    policy_id = f"{place.id}-{place.year}"
    if (root / "corpus/policies" / policy_id).exists():
        message = f"is needed, for {policy_id} is there already; put the policy's subject into its id"
        raise CorpusError("--id", f"{message}, such as --id {place.id}-food-{place.year}", 0, RULE)
    return policy_id


def enter(division: Division, year: int, places: Mapping[str, Place], missing: dict[str, Place]) -> str:
    """Return the id of a division's entry; where there is none, it is added to what is missing, with all above it."""
    known = {**places, **missing}
    for own, place in known.items():
        if is_entry_of(place, division, year, known):
            return own
    _, *holders = chain(division, year)
    within = enter(holders[0], year, places, missing) if holders else None
    own = ids()[division]
    free = next(each for each in (own, f"{within}-{own}", f"{within}-{own}-other") if each not in {**places, **missing})
    name = Bilingual(division.name, english_name(division))
    missing[free] = Place(free, name, tuple(Level)[division.rank], within)
    return free


def is_entry_of(place: Place, division: Division, year: int, places: Mapping[str, Place]) -> bool:
    """Whether an entry is that of a division: it has its name, and is in what the division is in."""
    if place.name.zh != division.name:
        return False
    above = {holder.name for at in (year, division.since, division.until) for holder in chain(division, at)[1:]}
    within = places.get(place.within or "")
    return within is None or within.name.zh in above


def explain(found: FoundPlace) -> str:
    """Return in a line why a place was found, or which it could be.

    >>> explain(FoundPlace())
    'neither its title nor its issuers name a place'
    """
    if not found.divisions:
        return "neither its title nor its issuers name a place"
    named = "; ".join(describe(division, found.year) for division in found.divisions)
    zone = f", which holds {found.zone}" if found.zone else ""
    return on_one_line(f"{'' if found.division else 'one of '}{named}{zone}, by the {found.ground}: {found.words}")


def describe(division: Division, year: int) -> str:
    """Return the names of a division and of all that it is in: 四川省绵阳市游仙区."""
    above = [each.name for each in chain(division, year)][:-1]
    return "".join(reversed(above)) or division.name
