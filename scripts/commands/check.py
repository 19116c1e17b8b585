"""`check`: every problem of the corpus, of the policies read from it, and of the built site.

Anchors that nobody published are a problem too: the pages offer every address for citing, so that what is not yet
permanent must not go online unnoticed. It is one line a policy, the last to be left, and its remedy is one command.
What has no English yet is none: it is told in a line a policy, and keeps nobody from anything.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.check.builds import check_builds
from scripts.check.site.few import few_of_each
from scripts.check.site.laws import CORPUS_RULES, check_site
from scripts.check.site.same import Trees, check_same, few_or_one
from scripts.commands.again import CONFIGURATION, PDF, check_settings, make_again, offer_same, read_settings
from scripts.commands.builds import read_builds
from scripts.commands.corpus_problems import check_sources
from scripts.commands.gather import link_corpus
from scripts.commands.translations import translation_states
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus, read_corpus

MADE = (
    ("docs", "`python -m scripts build`", ("corpus", "scripts")),
    ("site", "`python -m scripts.site`", ("corpus", "scripts", "overrides", "mkdocs.yml", "docs")),
)
"""What is made, by which command, and from what."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found."""

    problems: list[Problem]
    states: list[Problem]
    """A line for every policy whose English is not complete: for people to know, and no problem."""


def check(root: Path) -> list[Problem]:
    """Return every problem of the corpus, of the policies read from it, and of `root/site`, where that is built."""
    return check_all(root).problems


def check_all(root: Path) -> Checked:
    """Return these problems, and the state of the English."""
    corpus = read_corpus(root)
    return Checked(find_problems(root, corpus), translation_states(corpus))


def find_problems(root: Path, corpus: Corpus) -> list[Problem]:
    """Return every problem of the corpus and, where it is built, of the site."""
    if not (root / "site").is_dir():
        return [*check_sources(root, corpus, link_corpus(corpus)), *check_builds(read_builds(root))]
    is_whole = not corpus.problems and (root / CONFIGURATION).is_file()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as pool:
        again = pool.submit(compare, root, Path(folder)) if is_whole else None
        linked = link_corpus(corpus)
        problems = check_sources(root, corpus, linked)
        laws = list(check_site(root / "site", linked[0] if is_whole else None))
        compared = again.result() if again else []
        builds = [problem for problem in check_builds(read_builds(root)) if not again or problem.path.endswith(PDF)]
    if any(problem.rule == "outdated" for problem in compared):
        laws = [problem for problem in laws if problem.rule not in CORPUS_RULES]
    return problems + list(few_of_each([*laws, *compared, *builds]))


def compare(root: Path, folder: Path) -> list[Problem]:
    """Make docs/ and site/ anew in a folder, and return what of ours is not the same."""
    settings = read_settings(root)
    problems = [*check_settings(settings), *make_again(root, folder, settings)]
    if any(problem.rule == "render" for problem in problems):
        return problems
    offer_same(root / "site", folder / "site")
    for name, remedy, inputs in MADE:
        trees = Trees(folder / name, root / name, name, remedy)
        paths = {path: root / path for path in inputs}
        problems += few_or_one(check_same(trees), root / name, paths, remedy)
    return problems
