"""The figures of a text that nobody described yet → a first draft of its `targets.yml`.

A row for each of which the glossary has no indicator: the archive cannot know by itself that this is as it should be.
"""

from collections.abc import Iterable

from scripts.model.archive import Target
from scripts.model.vocabulary import TargetAction
from scripts.write.corpus.new_policy_file import PROPOSED, quoted


def draft_targets(targets: Iterable[Target]) -> str:
    """Return `targets.yml`; with no rows where every figure has an indicator."""
    rows = [line for target in targets if target.indicator is None for line in draft_row(target)]
    if not rows:
        return "# What the rules get wrong or miss among this policy's figures. Fields: corpus/README.md.\n[]\n"
    lines = [
        "# The figures of which the glossary has no indicator. Fields: corpus/README.md. `confirm`: it is a figure, of",
        "# no indicator yet; to compare it with those of other policies, name it in corpus/glossary/indicators.yml and",
        "# drop the row. `drop` what is no figure, `mend` what was read wrongly.",
        f"{PROPOSED} by the rules: look at each row, then drop this line",
        *rows,
    ]
    return "\n".join(lines) + "\n"


def draft_row(target: Target) -> list[str]:
    """Return the row of a figure."""
    return [
        f"- action: {TargetAction.CONFIRM}",
        f"  anchor: {target.anchor}",
        f"  quote: {quoted(target.quote)}",
    ]
