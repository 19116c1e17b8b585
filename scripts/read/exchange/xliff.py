"""XLIFF 2.0 and 2.1, and XLIFF 1.2 → the units that came back.

A unit that a tool cut into segments is put together again, in the order of its targets. The state is that of the least
of its segments. XLIFF 2: https://docs.oasis-open.org/xliff/xliff-core/v2.1/; 1.2: .../xliff/v1.2/os/xliff-core.html.
"""

from collections.abc import Callable, Iterator

from scripts.model.exchange import Refused, Returned, ReturnedFile
from scripts.model.grades import lowest
from scripts.model.vocabulary import Grade
from scripts.problems import CorpusError
from scripts.read.exchange.xml_file import RULE, Element, InlineCodeError, children, words_of

BASE = "{urn:quality-policy-archive:exchange}english"
"""The attribute of a unit with the fingerprint of the English that it was exported with."""
STATES_2 = {"translated": Grade.TRANSLATED, "reviewed": Grade.REVIEWED, "final": Grade.REVIEWED}
"""States of a segment; any other, and none, is its first state."""
STATES_1 = {
    **dict.fromkeys(("final", "signed-off"), Grade.REVIEWED),
    **dict.fromkeys(("translated", "needs-review-translation", "needs-review-l10n"), Grade.TRANSLATED),
    **dict.fromkeys(("needs-review-adaptation", "x-translated"), Grade.TRANSLATED),
    **dict.fromkeys(("new", "needs-translation", "needs-adaptation", "needs-l10n"), Grade.DRAFT),
}
"""States of a target in XLIFF 1.2."""
INLINE = "has <{code}> in its text, which stands for nothing here; write the English without such codes"
PARTLY = "is translated in part only; translate its other segments too"
Unit = Returned | Refused | None


def read_xliff(root: Element, name: str) -> ReturnedFile:
    """Return the units of a file; raise CorpusError where it is of another version."""
    version = root.get("version", "")
    if version not in ("1.2", "2.0", "2.1", "2.2"):
        raise CorpusError(name, f"is XLIFF {version[:9]!r}; export it as XLIFF 2.1, 2.0 or 1.2", 0, RULE)
    read = read_unit_2 if version.startswith("2") else read_unit_1
    names = "unit" if version.startswith("2") else "trans-unit"
    files = children(root, "file")
    units = [unit for file in files for each in file.iter(f"{{*}}{names}") if (unit := read_safely(read, each))]
    returned = tuple(unit for unit in units if isinstance(unit, Returned))
    refused = tuple(unit for unit in units if isinstance(unit, Refused))
    return ReturnedFile(returned, refused, next((policy_of(file) for file in files), ""))


def policy_of(file: Element) -> str:
    """Return the policy of which a file says that it is: `.../policies/jinan-2018/` or `jinan-2018`."""
    original = file.get("original") or file.get("id") or ""
    return str(original).rstrip("/").rpartition("/")[2]


def read_safely(read: Callable[[Element], Unit], unit: Element) -> Unit:
    """Return a unit, or why it cannot be taken."""
    try:
        return read(unit)
    except InlineCodeError as error:
        return Refused(unit.sourceline or 0, f"{unit.get('id', '')[:60]} {INLINE.format(code=error)}")


def read_unit_2(unit: Element) -> Unit:
    """Return a unit of XLIFF 2; nothing of one without English."""
    parts = children(unit, "segment", "ignorable")
    sources = [words_of(source) for part in parts for source in children(part, "source")]
    segments = children(unit, "segment")
    targets = [(order_of(part, place), words) for place, part in enumerate(parts, 1) for words in targets_of(part)]
    translated = [part for part in segments if any(targets_of(part))]
    anchor, line = unit.get("id", ""), unit.sourceline or 0
    if not translated:
        return None
    if len(translated) < len(segments):
        return Refused(line, f"{anchor[:60]} {PARTLY}")
    english = " ".join(words for _, words in sorted(targets, key=lambda target: target[0]) if words)
    grade = lowest(STATES_2.get(part.get("state", ""), Grade.DRAFT) for part in segments)
    return Returned(line, anchor, "".join(sources), english, grade, unit.get(BASE, ""))


def targets_of(part: Element) -> Iterator[str]:
    """Yield the English of a segment, where it has any."""
    for target in children(part, "target"):
        if words := words_of(target):
            yield words


def order_of(part: Element, place: int) -> int:
    """Return the place at which the English of a segment stands, where that is another than the Chinese has."""
    for target in children(part, "target"):
        if (order := target.get("order", "")).isdecimal() and len(order) < len("1000000"):
            return int(order)
    return place


def read_unit_1(unit: Element) -> Unit:
    """Return a unit of XLIFF 1.2; nothing of one without English."""
    sources, targets = children(unit, "source"), children(unit, "target")
    english = words_of(targets[0]) if targets else ""
    if not sources or not english:
        return None
    grade = STATES_1.get(targets[0].get("state", ""))
    if unit.get("approved") == "yes":
        grade = Grade.REVIEWED
    anchor = unit.get("resname") or unit.get("id", "")
    return Returned(unit.sourceline or 0, anchor, words_of(sources[0]), english, grade, unit.get(BASE, ""))
