"""`check`: every problem of the corpus, of the policies read from it, and of the built site.

Anchors that nobody published are a problem too: the pages offer every address for citing, so that what is not yet
permanent must not go online unnoticed. It is one line a policy, the last to be left, and its remedy is one command.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.check.site.few import few_of_each
from scripts.check.site.laws import check_site
from scripts.check.site.same import Trees, check_same, few_or_one
from scripts.commands.again import CONFIGURATION, check_settings, make_again, offer_same, read_settings
from scripts.commands.corpus_problems import check_corpus as check_corpus  # noqa: PLC0414 - which others take from here
from scripts.problems import Problem
from scripts.read.corpus.corpus import read_corpus

MADE = (
    ("docs", "`python -m scripts build`", ("corpus", "scripts")),
    ("site", "`python -m scripts.site`", ("corpus", "scripts", "overrides", "mkdocs.yml", "docs")),
)
"""What is made, by which command, and from what."""


def check(root: Path) -> list[Problem]:
    """Return every problem of the corpus, of the policies read from it, and of `root/site`, where that is built."""
    corpus = read_corpus(root)
    if not (root / "site").is_dir():
        return check_corpus(corpus)
    is_whole = not corpus.problems and (root / CONFIGURATION).is_file()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as pool:
        again = pool.submit(compare, root, Path(folder)) if is_whole else None
        problems = check_corpus(corpus)
        laws = list(check_site(root / "site"))
        return problems + list(few_of_each([*laws, *(again.result() if again else ())]))


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
