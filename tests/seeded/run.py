"""`python -m tests.bench checks`: every seed is tried, and counted; `site/` must have been built."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.seeded import report
from tests.seeded.again import made_once
from tests.seeded.catalogue import SEEDS
from tests.seeded.copies import SpoiltProject
from tests.seeded.measure import Examination, Verdict
from tests.seeded.remembered import answers_remembered
from tests.seeded.seeds import Seed

WRITTEN = ("corpus", "docs", "overrides", "scripts", "mkdocs.yml", "pyproject.toml", "requirements.txt", "LICENSE")
PARTS = {"site": (*WRITTEN, "site", "build/docs.json", "build/site.json"), "corpus": WRITTEN}
"""What a check may read of a project; without the site, for that would differ from a corpus that is spoilt."""


def main(root: Path, match: str, keep: Path | None, *, is_thorough: bool) -> None:
    """Try the seeds whose subject, family or name holds a text, and print the table and what is missed."""
    seeds = [seed for seed in SEEDS if match in f"{seed.subject}: {seed.family}: {seed.name} ({seed.group})"]
    verdicts: list[Verdict] = []
    os.environ.pop("REPORT_ADDRESS", None)  # which the tests set: what is made anew has that of the site that is there
    for subject, parts in PARTS.items():
        own = [seed for seed in seeds if seed.subject == subject]
        folder = Path(tempfile.mkdtemp(dir=root / "build"))  # on the disk of the project, so that links are possible
        try:
            with made_once(folder / "again"), answers_remembered():
                for verdict in try_seeds(SpoiltProject(root, folder / "project", parts), own, is_thorough=is_thorough):
                    verdicts.append(verdict)
                    if keep:
                        report.write(report.caught(verdicts), keep)
        finally:
            shutil.rmtree(folder)
    now, before = report.caught(verdicts), report.read(report.BEFORE)
    print("\n".join(["", *report.render(now, before), "", *report.missed(verdicts)]))
    print(f"\n{report.count(seeds, now)} of {len(seeds)} caught")


def try_seeds(project: SpoiltProject, seeds: list[Seed], *, is_thorough: bool) -> Iterator[Verdict]:
    """Yield a verdict on each of some seeds of one subject."""
    if seeds:
        yield from Examination(project, seeds[0].subject, say, is_thorough=is_thorough).measure(seeds)


def say(line: str) -> None:
    """Say at once what came of a seed."""
    print(line, flush=True)
