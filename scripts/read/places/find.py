"""A policy that nobody described yet → the division that issued it, with the words from which that was read.

1. Its issuers name it; else its title; else the words of its id, where its text names the same place.
2. Of several divisions of one name (鼓楼区) each next ground leaves fewer: the year; the city that the title or an
   issuer names; that with which the text or the page around names them (南京市鼓楼区); what the number begins with;
   the city that the text names more than once; the id.
3. What is not certain stays open, with the candidates.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scripts.model.policy import Policy
from scripts.read.places.named import Named, read_named, stems
from scripts.text.division_names import ids, parts
from scripts.text.divisions import LAST, STATE, Division, chain

# 2031年|某市…, 关于印发|某市…, 关于公布《|某市…
OPENING_PATTERN = re.compile(r"(?:\d{4}年)?(?:关于)?(?:(?:印发|公布|转发|发布|批转|修改|废止))?[《〈“]?")
YEAR_PATTERN = re.compile(r"(?:19|20)\d\d")
MOST = 200_000
"""So many characters of a text are searched for names."""
ABBREVIATIONS = {
    "11": "京",
    "12": "津",
    "13": "冀",
    "14": "晋",
    "15": "蒙内",
    "21": "辽",
    "22": "吉",
    "23": "黑",
    "31": "沪",
    "32": "苏",
    "33": "浙",
    "34": "皖",
    "35": "闽",
    "36": "赣",
    "37": "鲁",
    "41": "豫",
    "42": "鄂",
    "43": "湘",
    "44": "粤",
    "45": "桂",
    "46": "琼",
    "50": "渝",
    "51": "川",
    "52": "黔贵",
    "53": "云滇",
    "54": "藏",
    "61": "陕",
    "62": "甘陇",
    "63": "青",
    "64": "宁",
    "65": "新",
}
"""With what the numbers of a province's documents begin, by the first digits of its code."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """The place that issued a policy, as far as its text says."""

    divisions: tuple[Division, ...] = ()
    """One where it is certain; several where it is one of them; none where nothing names it."""
    words: str = ""
    """The words from which it was read."""
    ground: str = ""
    """What they are: `issuer`, `title`, `id`."""
    zone: str = ""
    """The zone in it that issued the policy, which has no code of its own."""
    year: int = LAST
    """The year of the policy, where that is known."""

    @property
    def division(self) -> Division | None:
        """The division, where it is certain."""
        return self.divisions[0] if len(self.divisions) == 1 else None


def find_place(policy: Policy, policy_id: str = "") -> FoundPlace:
    """Return the place that issued a policy; the id, where one is given, decides where the text does not."""
    policy = policy.plain  # the names of the table are Simplified
    year = year_of(policy, policy_id)
    for ground, read in (("issuer", from_issuers), ("title", from_title)):
        named = read(policy)
        if named.divisions:
            left = narrow(named.divisions, policy, policy_id, year)
            return FoundPlace(left, named.words, ground, named.zone, year)
    return from_id(policy, policy_id, year)


def year_of(policy: Policy, policy_id: str) -> int:
    """Return the year of a policy: of its date, its number, or its id."""
    said = policy.said
    values = (said.date.value if said.date else "", said.number.value if said.number else "", policy_id)
    years = (int(match[0]) for value in values if (match := YEAR_PATTERN.search(value)))
    return next(years, LAST)


def from_issuers(policy: Policy) -> Named:
    """Return what the issuers name: what all mean that name one."""
    found = [named for issuer in policy.said.issuers if (named := read_named(issuer.value)).divisions]
    if not found:
        return Named()
    common = [each for each in found[0].divisions if all(each in other.divisions for other in found)]
    every = tuple(dict.fromkeys(each for named in found for each in named.divisions))
    return found[0]._replace(divisions=tuple(common) or every)


def from_title(policy: Policy) -> Named:
    """Return what the title names first; a name without 省 or 市 only where the text has it in full."""
    title = policy.said.title.value if policy.said.title else ""
    words = title[match.end() :] if (match := OPENING_PATTERN.match(title)) else title
    named = read_named(words)
    if named.divisions:
        return named
    for stem in (words[:length] for length in (4, 3, 2)):
        division = stems().get(stem)
        if division and division.name in text_of(policy):
            return Named((division,), stem)
    return Named()


def from_id(policy: Policy, policy_id: str, year: int) -> FoundPlace:
    """Return the place that the words of an id name, where the text names it too."""
    words, text = policy_id.rpartition("-")[0], text_of(policy)
    fitting = {each: own for each, own in ids().items() if f"{words}-".startswith(f"{own}-")}
    named = {each: own for each, own in fitting.items() if names(each, text)}
    longest = max(map(len, named.values()), default=0)
    left = tuple(each for each, own in named.items() if len(own) == longest)
    return FoundPlace(left, words if left else "", "id" if left else "", "", year)


def narrow(named: tuple[Division, ...], policy: Policy, policy_id: str, year: int) -> tuple[Division, ...]:
    """Return those of several divisions for which the most speaks; each ground leaves one at least."""
    said, text = policy.said, text_of(policy)
    head = " ".join((said.title.value if said.title else "", *(issuer.value for issuer in said.issuers)))
    number = said.number.value if said.number else ""
    of_one_name: tuple[Callable[[Division], bool], ...] = (
        lambda each: year == LAST or each.was_there(year),
        lambda each: any(names(holder, head) for holder in holders(each)),
        lambda each: any(f"{name}{each.name}" in text for holder in holders(each) for name in forms(holder)),
        lambda each: has_number(each, number),
        lambda each: any(times(policy, forms(holder)[-1]) > 1 for holder in holders(each)),
        lambda each: any(policy_id.startswith(f"{ids()[holder]}-") for holder in (each, *holders(each))),
        lambda each: not each.is_past,
    )
    is_one_name = len({each.name for each in named}) == 1
    for test in of_one_name if is_one_name else ():
        if len(named) > 1:
            named = tuple(filter(test, named)) or named
    return named


def text_of(policy: Policy) -> str:
    """Return what is searched for names: the beginning of the text, and of the page around it."""
    return f"{policy.text[:MOST]}\n{policy.source.text[:MOST]}"


def times(policy: Policy, name: str) -> int:
    """Return how often the text, or the page around, has a name."""
    return max(policy.text[:MOST].count(name), policy.source.text[:MOST].count(name))


def holders(division: Division) -> tuple[Division, ...]:
    """Return what a division is in, but for the state."""
    return tuple(each for each in chain(division)[1:] if each != STATE)


def forms(division: Division) -> tuple[str, ...]:
    """Return how texts name a division: in full, and a province or city also without 省 or 市."""
    stem = parts(division.name).stem
    return (division.name, stem) if len(stem) > 1 and division.rank < 3 else (division.name,)


def names(division: Division, words: str) -> bool:
    """Whether words name a division."""
    return any(form in words for form in forms(division))


def has_number(division: Division, number: str) -> bool:
    """Whether a document's number begins as those of a division, or of what it is in, do."""
    return any(number.startswith(tuple(openings(holder))) for holder in (division, *holders(division)))


def openings(division: Division) -> Iterable[str]:
    """Yield with what the numbers of a division's documents begin: a province's short name, or a city's first word."""
    if division.rank == 1:
        yield from ABBREVIATIONS.get(division.code[:2], "")
    if division.rank == 2:
        yield division.name[0]
