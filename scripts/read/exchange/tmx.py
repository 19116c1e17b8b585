"""TMX 1.4 → the units of a policy that came back; those of other policies are there for tools to remember.

A unit of ours is called `jinan-2018#s1-1`. One that a tool called otherwise is known by its Chinese.
"""

from scripts.model.exchange import Refused, Returned, ReturnedFile
from scripts.read.exchange.xliff import INLINE
from scripts.read.exchange.xml_file import Element, InlineCodeError, children, words_of

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tmx(root: Element, policy_id: str) -> ReturnedFile:
    """Return the units of a file that may be of a policy."""
    units: list[Returned] = []
    refused: list[Refused] = []
    foreign = 0
    for unit in root.iter("{*}tu"):
        policy, mark, anchor = unit.get("tuid", "").partition("#")
        if mark and policy != policy_id:
            foreign += 1
            continue
        try:
            units += [Returned(unit.sourceline or 0, anchor, *words)] if all(words := both(unit)) else []
        except InlineCodeError as error:
            refused.append(Refused(unit.sourceline or 0, f"{anchor[:60]} {INLINE.format(code=error)}"))
    return ReturnedFile(tuple(units), tuple(refused), foreign=foreign)


def both(unit: Element) -> tuple[str, str]:
    """Return the Chinese and the English of a unit; each is empty where it is not there."""
    words = {"zh": "", "en": ""}
    for variant in children(unit, "tuv"):
        language = (variant.get(LANGUAGE) or variant.get("lang") or "").lower()[:2]
        segments = children(variant, "seg")
        if language in words and segments and not words[language]:
            words[language] = words_of(segments[0])
    return words["zh"], words["en"]
