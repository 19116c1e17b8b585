"""Every address that was ever published is on record, and leads somewhere: what takes one away is seen, and led on."""

import hashlib
import re
import subprocess
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from scripts.commands import publish as publish_module
from scripts.commands.check import check
from scripts.commands.corpus_problems import check_corpus
from scripts.commands.publish import Published
from scripts.commands.translations import update_translations
from scripts.model.vocabulary import Language
from scripts.problems import Problem
from scripts.read.corpus.corpus import read_corpus
from scripts.read.corpus.register_file import REDIRECTS, REGISTER
from scripts.site.host.moved import find_moves
from tests.conftest import CITY, DISTRICT, publish_anew, seal_anew

GLOSSARY, POLICIES = "corpus/glossary", "corpus/policies"
RENAMED = "moxiang-2030"
TOPIC, TERM, INDICATOR = "services", "lanting-jingpin", "local-standards"
RENAMED_INDICATOR = f"{INDICATOR}-set"
"""Which stands in the order of ids where it stood before."""


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Put something in the place of what stands in a file."""
    text = (project / name).read_text(encoding="utf-8")
    changed = re.sub(old, new, text, flags=re.MULTILINE | re.DOTALL)
    assert changed != text, name
    (project / name).write_text(changed, encoding="utf-8")


def redirect(project: Path, *lines: str) -> None:
    """Let the editors say what took the place of what is gone."""
    with (project / REDIRECTS).open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def rename_policy(project: Path) -> None:
    """Give a policy another id in every file, and in its folder's name."""
    for file in (project / "corpus").rglob("*.*"):
        if file.name != "addresses.txt":
            file.write_bytes(file.read_bytes().replace(CITY.encode(), RENAMED.encode()))
    (project / POLICIES / CITY).rename(project / POLICIES / RENAMED)


def drop_entry(project: Path, name: str, own: str) -> None:
    """Take an entry out of a file of the glossary."""
    edit(project, f"{GLOSSARY}/{name}", rf"^- id: {own}\n.*?(?=^- id: |\Z)", "")


def drop_topic(project: Path) -> None:
    """Take a topic out of the glossary, and out of what every policy says of topics."""
    drop_entry(project, "topics.yml", TOPIC)
    for folder in (CITY, DISTRICT):
        if f"{TOPIC}:" in (project / POLICIES / folder / "topics.yml").read_text(encoding="utf-8"):
            edit(project, f"{POLICIES}/{folder}/topics.yml", rf"^{TOPIC}:[^\n]*\n", "")
    edit(project, f"{GLOSSARY}/indicators.yml", f"topic: {TOPIC}$", "topic: products")


def rewrite_anchors(project: Path, *, change: Callable[[list[str]], list[str]]) -> None:
    """Change an anchors.txt."""
    file = project / POLICIES / CITY / "anchors.txt"
    lines = change(file.read_text(encoding="utf-8").splitlines())
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def change_register(project: Path, *, change: Callable[[list[str]], list[str]]) -> None:
    """Change the register."""
    lines = change((project / REGISTER).read_text(encoding="utf-8").splitlines())
    (project / REGISTER).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


OWN = {"address", "address-altered", "address-gone", "address-new", "redirect", "anchor-gone"}
"""The rules of addresses; what others find in the invented corpus is no matter here."""


def address_problems(project: Path) -> list[Problem]:
    return of_addresses(check(project))


def rules(project: Path) -> set[str]:
    return {problem.rule for problem in address_problems(project)}


def publish_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, list[str]], Published]:
    """Return a `publish` that only problems of addresses hinder."""
    monkeypatch.setattr(publish_module, "check_corpus", lambda corpus, root: of_addresses(check_corpus(corpus, root)))
    return publish_module.publish


def of_addresses(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.rule in OWN]


def swap(lines: list[str]) -> list[str]:
    return [lines[0], lines[2], lines[1], *lines[3:]]


def change_one(lines: list[str]) -> list[str]:
    return [line.replace(f"term {TERM}", "term lanting") for line in lines]


def lose_page(project: Path) -> None:
    """Let the project have pages written by hand, which are published, and lose one."""
    names = ("about", "about/others")
    for language, name in product(Language, names):
        (project / "docs" / language / name).mkdir(parents=True)
        (project / "docs" / language / name / "index.md").write_text("# A {#title}\n\n## B {#b}\n", encoding="utf-8")
    pages = [line for name in names for line in (f"page /{name}/", f"place /{name}/#b")]
    change_register(project, change=lambda lines: [*lines, *pages])
    seal_anew(project)
    assert rules(project) == set()
    for language in Language:
        (project / "docs" / language / "about/others/index.md").unlink()


def lead_nowhere(project: Path) -> None:
    drop_entry(project, "terms.yml", TERM)
    redirect(project, f"term {TERM} -> nowhere")


def lead_round(project: Path) -> None:
    for own in (TERM, "bihuan-guanli"):
        drop_entry(project, "terms.yml", own)
    redirect(project, f"term {TERM} -> bihuan-guanli", f"term bihuan-guanli -> {TERM}")


def rewrite_text(project: Path) -> None:
    """Take the last words out of a text, and out of all that speaks of them: anchors, translation, words on record."""
    folder, register = project / POLICIES / CITY, (project / REGISTER).read_bytes()
    data = b"\n".join((folder / "source.txt").read_bytes().splitlines()[:-1])
    (folder / "source.txt").write_bytes(data)
    edit(project, f"{POLICIES}/{CITY}/policy.yml", "sha256: [0-9a-f]*", f"sha256: {hashlib.sha256(data).hexdigest()}")
    update_translations(project)
    policy = read_corpus(project).folders[CITY].policy
    assert policy
    (folder / "anchors.txt").write_text("".join(f"{anchor}\n" for anchor in policy.anchors()), encoding="utf-8")
    publish_anew(folder)
    (project / REGISTER).write_bytes(register)


FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a policy renamed everywhere": (rename_policy, "address-gone"),
    "an entry of the glossary deleted": (lambda project: drop_entry(project, "terms.yml", TERM), "address-gone"),
    "a term with another id": (
        lambda project: edit(project, f"{GLOSSARY}/terms.yml", f"id: {TERM}", "id: lanting"),
        "address-gone",
    ),
    "an indicator renamed": (
        lambda project: edit(project, f"{GLOSSARY}/indicators.yml", f"id: {INDICATOR}", f"id: {RENAMED_INDICATOR}"),
        "address-gone",
    ),
    "a topic dropped": (drop_topic, "address-gone"),
    "a page written by hand removed": (lose_page, "address-gone"),
    "anchors.txt in another order": (lambda project: rewrite_anchors(project, change=swap), "address-altered"),
    "anchors.txt without its first line": (
        lambda project: rewrite_anchors(project, change=lambda lines: lines[1:]),
        "address-altered",
    ),
    "anchors.txt rewritten with its text": (rewrite_text, "address-altered"),
    "a line of the register removed": (
        lambda project: change_register(project, change=lambda lines: lines[:80] + lines[81:]),
        "address-altered",
    ),
    "a line of the register changed": (lambda project: change_register(project, change=change_one), "address-altered"),
    "two lines of the register exchanged": (lambda project: change_register(project, change=swap), "address-altered"),
    "a line of the register that nobody sealed": (
        lambda project: change_register(project, change=lambda lines: [*lines, "term another"]),
        "address-altered",
    ),
    "a line of the register that is none": (
        lambda project: change_register(project, change=lambda lines: [*lines, "no line"]),
        "address",
    ),
    "the register removed": (lambda project: (project / REGISTER).unlink(), "address-new"),
    "a redirect to nowhere": (lead_nowhere, "redirect"),
    "a redirect in a circle": (lead_round, "redirect"),
    "an old address that is there again": (
        lambda project: redirect(project, f"term {TERM} -> bihuan-guanli"),
        "redirect",
    ),
    "a redirect of what never was": (
        lambda project: redirect(project, "term never -> bihuan-guanli"),
        "redirect",
    ),
    "a line that is no redirect": (lambda project: redirect(project, f"term {TERM}"), "redirect"),
}
"""What is done to a project, and the rule that says so; none but the register sees it where a remedy is named below."""


def test_the_register_finds_nothing_where_nothing_is_wrong(project: Path) -> None:
    assert rules(project) == set()


@pytest.mark.parametrize("fault", FAULTS)
def test_what_takes_an_address_away_is_seen(project: Path, fault: str) -> None:
    spoil, rule = FAULTS[fault]
    spoil(project)
    found = [problem for problem in check(project) if problem.rule == rule]
    assert found
    assert all(problem.message.count(";") for problem in found)  # what is wrong; what to do


REMEDIES = {
    "a policy renamed everywhere": f"policy {CITY} -> {RENAMED}",
    "a term with another id": f"term {TERM} -> lanting",
    "an entry of the glossary deleted": f"term {TERM} -> page /terms/",
    "an indicator renamed": f"indicator {INDICATOR} -> {RENAMED_INDICATOR}",
    "a page written by hand removed": "page /about/others/ -> /about/",
}


@pytest.mark.parametrize("fault", REMEDIES)
def test_one_line_says_where_it_went_and_all_that_belongs_to_it_goes_along(project: Path, fault: str) -> None:
    FAULTS[fault][0](project)
    redirect(project, "# what went where", REMEDIES[fault])
    assert rules(project) <= {"address-new"}
    assert not any("is gone" in str(problem) for problem in check(project))


@pytest.mark.parametrize(
    "name", ["page /../out/", "page //host/", "file /a b", "term a/../../b", "place /a/#b c", "page x/"]
)
def test_a_line_that_could_become_anything_but_an_address_is_none(project: Path, name: str) -> None:
    """It becomes a file of the site, and a line for its host."""
    change_register(project, change=lambda lines: [*lines, name])
    seal_anew(project)
    redirect(project, f"{name} -> page /terms/", f"term {TERM} -> {name}")
    found = [problem.rule for problem in address_problems(project)]
    assert (found.count("address"), found.count("redirect")) == (1, 2)
    assert not any("out" in old + new or " " in old + new for old, new in find_moves(project).items())


def test_a_chain_of_redirects_leads_to_its_end(project: Path) -> None:
    for own in (TERM, "bihuan-guanli"):
        drop_entry(project, "terms.yml", own)
    redirect(project, f"term {TERM} -> bihuan-guanli", "term bihuan-guanli -> zhiliang-qiangshi")
    assert rules(project) == set()
    assert find_moves(project)[f"/en/terms/{TERM}/"] == "/en/terms/zhiliang-qiangshi/"


def test_a_form_of_addresses_moves_with_a_line(project: Path) -> None:
    edit(project, REGISTER, "^form term /terms/<term>/$", "form term /words/<term>/")
    seal_anew(project)
    assert "form term /words/<term>/ is gone" in "".join(map(str, check(project)))
    redirect(project, "form term /words/<term>/ -> /terms/<term>/")
    assert rules(project) <= {"address-new"}
    assert find_moves(project)[f"/words/{TERM}/"] == f"/terms/{TERM}/"


def test_publish_appends_and_a_second_time_writes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish = publish_of(monkeypatch)
    edit(project, f"{GLOSSARY}/terms.yml", rf"(- id: {TERM}\n.*?)(?=^- id: )", "")
    before = (project / REGISTER).read_bytes()
    redirect(project, f"term {TERM} -> page /terms/")
    drop = f"indicator {RENAMED_INDICATOR}"
    edit(project, f"{GLOSSARY}/indicators.yml", f"id: {INDICATOR}", f"id: {RENAMED_INDICATOR}")
    assert publish(project, [DISTRICT]).problems  # an indicator is gone without a word
    assert (project / REGISTER).read_bytes() == before
    redirect(project, f"indicator {INDICATOR} -> {RENAMED_INDICATOR}")
    assert publish(project, [DISTRICT]).addresses
    after = (project / REGISTER).read_bytes()
    assert after.startswith(before)
    assert drop.encode() in after.removeprefix(before)
    assert after.decode().splitlines()[-1].startswith("sealed ")
    assert publish(project, [DISTRICT]) == publish(project, [DISTRICT])
    assert (project / REGISTER).read_bytes() == after
    assert rules(project) == set()


def test_publish_of_one_policy_takes_up_no_other_but_all_that_belongs_to_none(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = publish_of(monkeypatch)
    lines = (project / REGISTER).read_text(encoding="utf-8").splitlines()
    own = [line for line in lines if CITY in line or DISTRICT in line]
    seal_anew(project, [*own, f"term {TERM}"])
    published = publish(project, [DISTRICT])
    assert published.problems == ()
    text = (project / REGISTER).read_text(encoding="utf-8")
    assert f"policy {DISTRICT}\n" in text
    assert f"term {TERM}\n" in text
    assert f"policy {CITY}\n" not in text
    (problem,) = address_problems(project)
    assert problem.rule == "address-new"
    assert f"policy {CITY}" in problem.message
    assert "python -m scripts publish" in problem.message


def commit(project: Path) -> None:
    for command in (
        ("init", "-q"),
        ("add", "corpus"),
        ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "A"),
    ):
        subprocess.run(["git", *command], cwd=project, check=True)


@pytest.mark.parametrize("name", [REGISTER, f"{POLICIES}/{CITY}/anchors.txt", f"{POLICIES}/{CITY}/former.jsonl"])
def test_what_was_released_stands_at_the_beginning_of_what_only_grows(project: Path, name: str) -> None:
    """Also where somebody made all seals anew, so that the files agree with one another."""
    commit(project)
    assert rules(project) == set()
    file = project / name
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([lines[1], lines[0], *lines[2:]]), encoding="utf-8")
    seal_anew(project)
    (problem,) = (each for each in check(project) if each.rule == "address-altered" and each.path == name)
    assert "only grows" in problem.message


def test_a_history_that_cannot_be_asked_says_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".git").mkdir()
    assert rules(project) == set()
    monkeypatch.setenv("PATH", "")
    assert rules(project) == set()


def test_the_anchors_of_a_policy_may_go_on_by_several_steps_but_in_no_circle(project: Path) -> None:
    rewrite_anchors(project, change=lambda lines: [*lines, "s8", "s9", "s8 -> s9", "s9 -> s1"])
    assert rules(project) == set()
    rewrite_anchors(project, change=lambda lines: [line.replace("s9 -> s1", "s9 -> s8") for line in lines])
    assert [problem.rule for problem in address_problems(project)] == ["anchor-gone"] * 2
