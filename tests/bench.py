"""`make bench`: what reading and building cost, in seconds and megabytes, at 1×, 10× and 100× of the corpus.

Every figure comes from a process of its own, start of the interpreter included. Nothing here is a test: machines differ.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.check.english.pairs import check_pair
from scripts.commands.gather import link_corpus
from scripts.model.archive import Target
from scripts.model.policy import Policy
from scripts.read.corpus.corpus import read_corpus
from tests.seeded_faults import FAULTS, seed

ROOT = Path(__file__).resolve().parent.parent
LARGEST = ROOT / "corpus/policies/youxian-2023/source.txt"
COPIES = (1, 10, 100)
RUNS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """The best of some runs of a command."""

    seconds: float
    megabytes: float
    """The peak of its memory."""


def measure(arguments: list[str], folder: Path, runs: int = RUNS) -> Cost:
    """Return what a command costs at best."""
    return min((run(arguments, folder) for _ in range(runs)), key=lambda cost: cost.seconds)


def run(arguments: list[str], folder: Path) -> Cost:
    """Run a command once; its peak of memory is asked of the process itself."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{arguments} failed")
    return Cost(time.perf_counter() - start, usage.ru_maxrss / 1024)


def show(name: str, cost: Cost, size: int) -> None:
    """Print one row."""
    print(f"{name:32} {size:>12,} {cost.seconds:>9.2f} {cost.megabytes:>9.0f}")


def bench_convert(folder: Path) -> None:
    """Measure `convert` on the largest text, repeated."""
    data = LARGEST.read_bytes()
    for copies in COPIES:
        file = folder / "raw.txt"
        file.write_bytes((data + b"\n") * copies)
        show(f"convert, {copies}×", measure(["-m", "scripts", "convert", str(file)], ROOT), file.stat().st_size)


def bench_build(folder: Path) -> None:
    """Measure `build` on the corpus, every policy copied."""
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "corpus/glossary", folder / "corpus/glossary")
    for copies in COPIES:
        size = copy_policies(folder, copies)
        shutil.rmtree(folder / "docs", ignore_errors=True)
        show(f"build, {copies * 5} policies", measure(["-m", "scripts", "build"], folder, 1), size)


def copy_policies(folder: Path, copies: int) -> int:
    """Fill a corpus with copies of every policy under ids of their own, and return the bytes of their sources."""
    size = 0
    for policy in sorted((ROOT / "corpus/policies").iterdir()):
        for number in range(copies):
            place, year = policy.name.split("-")
            name = f"{place}{'-' + letters(number) if number else ''}-{year}"
            target = folder / "corpus/policies" / name
            if not target.exists():
                shutil.copytree(policy, target)
                metadata = (target / "policy.yml").read_text(encoding="utf-8")
                (target / "policy.yml").write_text(metadata.replace(policy.name, name), encoding="utf-8")
            size += (target / "source.txt").stat().st_size
    return size


def letters(number: int) -> str:
    """Return a number in letters, as ids hold no digits but the year's."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def bench_site(folder: Path) -> None:
    """Measure MkDocs on the built pages, and count what it makes."""
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(folder / "site")}
    cost = measure(["-m", "mkdocs", "build", "--strict", "--quiet"], ROOT, 1)
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    show("mkdocs, five policies", cost, size)
    pages = sum(1 for path in files if path.suffix == ".html")
    print(f"{'':32} {pages} pages, {len(files)} files")


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
    for kind in FAULTS:
        seeded = seed(archive, kind)
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
    print(f"\n{'':32} {'bytes':>12} {'seconds':>9} {'peak MB':>9}")
    with tempfile.TemporaryDirectory() as name:
        bench_convert(Path(name))
        bench_build(Path(name))
        bench_site(Path(name))


if __name__ == "__main__":
    main()
