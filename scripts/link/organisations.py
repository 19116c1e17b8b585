"""Bodies: where a text names them, and what its responsibility notes say of them.

A note stands in brackets at the end of a section's block and comes in four shapes:

    （市农业局牵头，市委农办、市质监局等有关单位按职责分工分别负责）     lead, then those that support
    （牵头部门：省农委；责任部门：省水利厅、省林业厅）                  the same, said in front
    （责任部门：省发改委、省工信厅）                                  responsible, no lead
    （市质监局、市工商局负责）                                       responsible, no lead
"""

import re
from collections.abc import Iterable, Iterator

from scripts.link.names import Names, Owners
from scripts.model.archive import Mention, Responsibility
from scripts.model.policy import Policy
from scripts.model.vocabulary import MentionKind, Role
from scripts.text.spans import Hit, Span, longest

# （市科技局、市质监局牵头，有关单位按职责分工分别负责）, with a bracket inside; at the end of a block
NOTE_PATTERN = re.compile(
    r"（(?P<body>(?:[^（）\n]++|（[^（）\n]*+）)*+(?<=负责|牵头|配合)"
    r"|(?:牵头|责任|配合)(?:部门|单位)[:：](?:[^（）\n]++|（[^（）\n]*+）)*+)）[。；]?$"
)
SAID_IN_FRONT_PATTERN = re.compile(r"(?P<role>牵头|责任|配合)(?:部门|单位)[:：](?P<bodies>[^；]*)")
LEAD_PATTERN = re.compile(r"(?P<bodies>.*?)牵头(?:负责)?(?:，|；|$)")
SEPARATOR_PATTERN = re.compile("[、，；]")
# what is no body: 等有关单位按职责分工分别负责, 各有关单位
FILLER_PATTERN = re.compile(
    r"(?:等|各)?(?:有关|相关)?(?:单位|部门)?(?:按(?:照)?职责分工)?(?:分别|共同)?(?:负责|配合|参与)?$"
)
COLLECTIVE_PATTERN = re.compile(r"(?:市|省|区|县)?(?:直)?(?:各|有关|相关).*|等")
ROLES = {"牵头": Role.LEAD, "责任": Role.SUPPORT, "配合": Role.SUPPORT}


def find_organisations(policy: Policy, names: Names, places: Iterable[Span], taken: Iterable[Span]) -> list[Mention]:
    """Return the places at which a policy names a body, in the order of the text and outside `taken`.

    `places` are those of all names in the text. Inside the name of a body of another place nothing is named:
    区市场监管局 is not the city's 市场监管局.
    """
    own = policy.metadata.id if policy.metadata else ""
    here = bodies_of(policy, names)
    forms = ((start, end, policy.text[start:end]) for start, end in places)
    hits = longest([Hit(start, end, here.get(form) or "") for start, end, form in forms if form in names.bodies], taken)
    return [
        Mention(own, hit.start, hit.end, MentionKind.ORGANISATION, hit.target, "form") for hit in hits if hit.target
    ]


def bodies_of(policy: Policy, names: Names) -> Owners:
    """Return the names of bodies as they hold in a policy."""
    return names.bodies_in(policy.metadata.place.id if policy.metadata else None)


def find_responsibilities(policy: Policy, names: Names) -> Iterator[Responsibility]:
    """Yield the bodies of every responsibility note of a policy, in the order of the text."""
    own = policy.metadata.id if policy.metadata else ""
    known = bodies_of(policy, names)
    for section in policy.walk():
        for block in section.blocks:
            match = NOTE_PATTERN.search(policy.text, block.start, block.end)
            for start, end, role in note_bodies(match["body"], match.start("body")) if match else ():
                name = policy.text[start:end]
                yield Responsibility(own, section.anchor, start, end, role, known.get(name), name, section.title)


def note_bodies(note: str, offset: int) -> Iterator[tuple[int, int, Role]]:
    """Yield start, end and role of each body that a note names.

    >>> note = "市农业局牵头，市质监局等有关单位按职责分工分别负责"
    >>> [(note[start:end], str(role)) for start, end, role in note_bodies(note, 0)]
    [('市农业局', 'lead'), ('市质监局', 'support')]
    """
    said_in_front = list(SAID_IN_FRONT_PATTERN.finditer(note))
    if said_in_front:
        has_lead = any(match["role"] == "牵头" for match in said_in_front)
        for match in said_in_front:
            role = ROLES[match["role"]] if has_lead else Role.RESPONSIBLE
            yield from split_bodies(match["bodies"], offset + match.start("bodies"), role)
        return
    lead = LEAD_PATTERN.match(note)
    if lead:
        yield from split_bodies(lead["bodies"], offset, Role.LEAD)
    start = lead.end() if lead else 0
    yield from split_bodies(note[start:], offset + start, Role.SUPPORT if lead else Role.RESPONSIBLE)


def split_bodies(words: str, offset: int, role: Role) -> Iterator[tuple[int, int, Role]]:
    """Yield start, end and role of each name in an enumeration, collective phrases left out."""
    filler = FILLER_PATTERN.search(words)
    end = filler.start() if filler else len(words)
    start = 0
    for match in [*SEPARATOR_PATTERN.finditer(words, 0, end), None]:
        stop = match.start() if match else end
        name = words[start:stop].removesuffix("等")
        if name and not COLLECTIVE_PATTERN.fullmatch(name):
            yield offset + start, offset + start + len(name), role
        start = match.end() if match else end
