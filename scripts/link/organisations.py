"""Bodies: where a text names them, and what its responsibility notes say of them.

A note stands in brackets at the end of a section's block. It says the roles in front of the bodies or behind them:

    （市农业局牵头，市委农办、市质监局等有关单位按职责分工分别负责）     one leads, the others are responsible
    （市农业局牵头，市财政局、市水务局配合）                          one leads, the others support it
    （牵头部门：省农委；责任部门：省水利厅；配合部门：省林业厅）          the same roles, said in front
    （市质监局、市工商局等按职责分工负责）                            all of them responsible
"""

import re
from collections.abc import Iterable, Iterator

from scripts.link.names import Names, Owners
from scripts.model.archive import Mention, Responsibility
from scripts.model.policy import Policy
from scripts.model.vocabulary import MentionKind, Role
from scripts.text.spans import Hit, Span, longest

ROLES = {
    **dict.fromkeys(("牵头", "主办"), Role.LEAD),
    **dict.fromkeys(("责任", "负责", "承办"), Role.RESPONSIBLE),
    **dict.fromkeys(("配合", "协办", "协助", "协同", "参与", "参加"), Role.SUPPORT),
}
"""What each word says of a body; of 牵头负责 and 负责牵头 the first that stands here decides."""
SAYING = "|".join(ROLES)
# 牵头部门：, 牵头责任单位:, 责任部门（单位）：
LABEL = rf"(?:主要|第一)?(?:{SAYING})(?:责任)?(?:部门|单位)(?:（(?:部门|单位)）)?[:：]"
# （市科技局、市质监局牵头，有关单位按职责分工分别负责）, with a bracket inside; at the end of a block
NOTE_PATTERN = re.compile(
    rf"（(?P<body>(?:[^（）\n]++|（[^（）\n]*+）)*+(?<=负责|牵头|主办|配合|协办|协助|参与|参加)"
    rf"|{LABEL}(?:[^（）\n]++|（[^（）\n]*+）)*+)）[。；]?$"
)
# 牵头部门： in front of bodies; 牵头, 牵头负责, 分别负责, 配合 behind them
SAID_PATTERN = re.compile(rf"(?P<label>{LABEL})|(?:{SAYING}){{1,2}}(?=[，；、。]|$)")
# not that in 各县（市、区）人民政府
SEPARATOR_PATTERN = re.compile("[、，；。](?![^（）]*）)")
# what is no body: 等有关单位按职责分工分别, 各有关单位, 等按照各自职责
FILLER_PATTERN = re.compile(
    r"(?:等|各)?(?:有关|相关)?(?:单位|部门)?(?:[按依](?:照|据)?(?:各自)?(?:工作)?职[责能](?:分工)?)?(?:分别|共同)?$"
)
# 各区县政府, 市直有关部门, 市直, 区县人民政府; not 市区域协作办
COLLECTIVE_PATTERN = re.compile(
    r"(?:全?[市省区县])?[直级]?(?:(?:各|有关|相关|其他).*)?|(?:区县|县区|市县|县市|区市)(?:人民政府|政府)|等"
)
# 全国总工会等, 市财政局等和各区县政府
AND_ALL_PATTERN = re.compile("等(?:[和及与以]{0,2}(?:各|有关|相关|其他).*)?$")


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
    [('市农业局', 'lead'), ('市质监局', 'responsible')]
    """
    start, labelled = 0, None
    for said in [*SAID_PATTERN.finditer(note), None]:
        is_label = said is not None and said["label"] is not None
        own = role_of(said[0]) if said and not is_label else labelled or Role.RESPONSIBLE
        stop = said.start() if said else len(note)
        yield from split_bodies(note[start:stop], offset + start, own)
        if said:
            start, labelled = said.end(), role_of(said[0]) if is_label else labelled


def role_of(words: str) -> Role:
    """Return the role that words such as 牵头部门： and 牵头负责 give.

    >>> str(role_of("牵头责任单位：")), str(role_of("负责牵头")), str(role_of("参与"))
    ('lead', 'lead', 'support')
    """
    return next(role for word, role in ROLES.items() if word in words)


def split_bodies(words: str, offset: int, role: Role) -> Iterator[tuple[int, int, Role]]:
    """Yield start, end and role of each name in an enumeration, collective phrases left out."""
    filler = FILLER_PATTERN.search(words)
    end = filler.start() if filler else len(words)
    start = 0
    for match in [*SEPARATOR_PATTERN.finditer(words, 0, end), None]:
        stop = match.start() if match else end
        first = start + words.startswith("由", start, stop)
        name = AND_ALL_PATTERN.sub("", words[first:stop])
        if name and not COLLECTIVE_PATTERN.fullmatch(name):
            yield offset + first, offset + first + len(name), role
        start = match.end() if match else end
