"""The figures of a text that nobody described yet → a first draft of its `targets.yml`.

A row for each of which the glossary has no indicator: the archive cannot know by itself that this is as it should be.
Behind the first row of each name stands the entry of an indicator for it, as a comment, in the form of
`corpus/glossary/indicators.yml`: its editor takes it there, or leaves it out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from scripts.model.archive import Target
from scripts.model.glossary import Topic
from scripts.model.vocabulary import Change, Comparability, Comparator, Direction, TargetAction
from scripts.text.pinyin import spell
from scripts.write.corpus.new_policy_file import PROPOSED, quoted

# 单位GDP能耗, 生产安全事故死亡人数, 投诉率; of these less is better
LESS_PATTERN = re.compile(
    "能耗|水耗|物耗|排放|事故|死亡|伤亡|投诉|不合格|不良|缺陷|浓度|时限|时间|成本|违法|失信|逾期|差距"
)
LONGEST_SLUG = 60
"""So many characters an id may have."""


def draft_targets(targets: Iterable[Target], topics: Mapping[str, Topic] | None = None) -> str:
    """Return `targets.yml`; with no rows where every figure has an indicator."""
    unknown = [target for target in targets if target.indicator is None]
    if not unknown:
        return "# What the rules get wrong or miss among this policy's figures. Fields: corpus/README.md.\n[]\n"
    lines = [
        "# The figures of which the glossary has no indicator. Fields: corpus/README.md. `confirm` what is one, `drop`",
        "# what is none, `mend` what was read wrongly. To compare it with other policies, take the entry below its row",
        "# to corpus/glossary/indicators.yml without `# `, write what is empty, and drop the row; else drop the entry.",
        f"{PROPOSED} by the rules: look at each row and entry, then drop this line",
        *draft_rows(unknown, topics or {}),
    ]
    return "\n".join(lines) + "\n"


def draft_rows(targets: Iterable[Target], topics: Mapping[str, Topic]) -> Iterator[str]:
    """Yield the rows of figures, the first of each name with the entry of an indicator."""
    drafted = set[str]()
    for target in targets:
        yield f"- action: {TargetAction.CONFIRM}"
        yield f"  anchor: {target.anchor}"
        yield f"  quote: {quoted(target.quote)}"
        name = target.name.strip()
        if name and target.value is not None and name not in drafted:
            drafted.add(name)
            yield from (f"# {line}" for line in draft_entry(target, name, topics))


def draft_entry(target: Target, name: str, topics: Mapping[str, Topic]) -> Iterator[str]:
    """Yield the entry of an indicator that a figure may be of; what only an editor can say of it is empty."""
    yield f"- id: {indicator_id(name)}"
    yield f"  name: {{zh: {quoted(name)}, en: {quoted('')}}}"
    yield f"  aliases: [{quoted(name)}]"
    yield f"  definition: {{zh: {quoted('')}, en: {quoted('')}}}"
    yield f"  unit: {quoted(target.unit) if target.unit else 'null'}"
    yield f"  direction: {direction_of(target)}"
    yield f"  topic: {topic_of(name, topics) or quoted('')}"
    yield f"  comparability: {Comparability.FULL}"


def indicator_id(name: str) -> str:
    """Return an id for a name: its syllables, of a long one as many as fit.

    >>> indicator_id("乡村旅游综合收入"), indicator_id("％")
    ('xiang-cun-lv-you-zong-he-shou-ru', 'TODO')
    """
    syllables = re.sub(r"[^a-z0-9]+", "-", spell(name)).strip("-")
    return syllables[:LONGEST_SLUG].rpartition("-")[0] if len(syllables) > LONGEST_SLUG else syllables or "TODO"


def direction_of(target: Target) -> Direction:
    """Return whether more or less is better, as the name, the bound and the change let one expect."""
    is_less = LESS_PATTERN.search(target.name) or target.change is Change.DECREASE
    is_bounded_above = target.comparator in (Comparator.AT_MOST, Comparator.BELOW)
    return Direction.DOWN if is_less or is_bounded_above else Direction.UP


def topic_of(name: str, topics: Mapping[str, Topic]) -> str:
    """Return the topic of which a name has a word; nothing where several are, or none."""
    found = [own for own, topic in topics.items() if any(word in name for word in topic.words)]
    return found[0] if len(found) == 1 else ""
