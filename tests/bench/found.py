"""What is found in the policies, how well the rules alone do against the editors, and the checks against seeded faults."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts.check.english.pairs import check_pair
from scripts.commands.gather import link_corpus
from scripts.model.archive import Target
from scripts.model.policy import Policy
from scripts.read.corpus.corpus import read_corpus
from tests.seeded_faults import FAULTS, all_pairs, seed

ROOT = Path(__file__).resolve().parent.parent.parent


def policy_rows() -> Iterator[str]:
    """Yield, for each policy, the nodes of its tree by kind and the characters of its source by what became of them."""
    for policy in read_corpus(ROOT).archive.policies:
        kinds = Counter(str(section.kind) for section in policy.walk())
        kinds.update(str(block.kind) for block in policy.blocks())
        yield f"{policy.metadata.id if policy.metadata else ''}: " + ", ".join(
            f"{n} {kind}" for kind, n in sorted(kinds.items())
        )
        yield "  " + characters(policy)


def characters(policy: Policy) -> str:
    """Return what became of the characters of the source: the numbers add up to it."""
    total = len(policy.source.text)
    dropped: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for edit in policy.edits:
        (changed if edit.after else dropped)[str(edit.rule)] += len(edit.before)
    kept = total - sum(dropped.values()) - sum(changed.values())
    parts = [
        f"kept {kept}",
        *(f"dropped by {r} {n}" for r, n in dropped.items()),
        *(f"changed by {r} {n}" for r, n in changed.items()),
    ]
    return f"source {total} = " + " + ".join(parts)


def finding_rows() -> Iterator[str]:
    """Yield what was found and translated, and how the rules and the checks do."""
    archive = link_corpus(read_corpus(ROOT))[0]
    for policy_id, findings in archive.findings.items():
        rules, edited = findings.rule_targets, findings.targets
        hits = sum(1 for target in edited if any(is_same(rule, target) for rule in rules))
        full = sum(1 for target in edited if any(is_same(rule, target) and says_same(rule, target) for rule in rules))
        mentions = Counter(str(mention.kind) for mention in findings.mentions)
        resolved = sum(1 for row in findings.responsibilities if row.organisation)
        related = sum(len(items) for items in findings.related.values())
        english = len(archive.english[policy_id])
        yield (
            f"{policy_id}: {len(edited)} targets; rules alone: {len(rules)} found, precision {hits / len(rules):.2f}, recall "
            f"{hits / len(edited):.2f}, all fields right {full}; {dict(mentions)}; {resolved} of "
            f"{len(findings.responsibilities)} responsible bodies resolved; {related} related items; {english} entries translated"
        )
    pairs = all_pairs(archive)
    for kind in FAULTS:
        seeded = seed(pairs, kind)
        found = sum(1 for pair in seeded if any(True for _ in check_pair(pair)))
        yield f"seeded faults, {kind}: {found} of {len(seeded)} found"


def is_same(rule: Target, edited: Target) -> bool:
    """Whether a rule's figure is the one that the editors have."""
    return (
        rule.anchor == edited.anchor
        and rule.value == edited.value
        and rule.start < edited.end
        and edited.start < rule.end
    )


def says_same(rule: Target, edited: Target) -> bool:
    """Whether they agree in every field."""
    fields = ("name", "comparator", "value_max", "unit", "year", "kind")
    return all(getattr(rule, field) == getattr(edited, field) for field in fields)


def main() -> None:
    """Print every figure."""
    print("\n".join(policy_rows()))
    print("\n".join(finding_rows()))
