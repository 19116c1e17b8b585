"""Every fact stands once: what a policy is and what treats which topic, in its own folder; generated folders, in one row."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.check.addresses import NOT_IN_REGISTER
from scripts.commands.build import build
from scripts.commands.check import check
from scripts.commands.gather import link_corpus
from scripts.link.shares import lookup_of
from scripts.model.glossary import Document
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Certainty, DocumentKind, Language
from scripts.problems import Problem
from scripts.read.corpus.corpus import Corpus, read_corpus
from scripts.read.corpus.document_file import OWN_FIELDS, unlisted_policies
from scripts.write import site
from scripts.write.disk.page import Page
from tests.conftest import publish_anew, run_scripts

DOCUMENTS = "corpus/glossary/documents.yml"
TITLE = "某市质量提升行动实施方案"


def policies_of(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "corpus/policies").iterdir())


def edit(file: Path, pattern: str, new: str) -> int:
    """Replace the first match and return the line on which it begins."""
    text = file.read_text(encoding="utf-8")
    match = re.search(pattern, text, re.MULTILINE)
    assert match
    file.write_text(text[: match.start()] + match.expand(new) + text[match.end() :], encoding="utf-8")
    return text.count("\n", 0, match.start()) + 1


def copy_policy(project: Path) -> str:
    """Add a policy as an editor would: a folder, and nothing beside it. Return its id."""
    first = project / "corpus/policies" / policies_of(project)[0]
    copy = first.with_name(first.name[:-4] + "1999")
    shutil.copytree(first, copy)
    edit(copy / "policy.yml", "^id: .*$", f"id: {copy.name}")
    edit(copy / "policy.yml", "^title: {zh: [^,]*", f"title: {{zh: {TITLE}")
    edit(copy / "policy.yml", r"^number: .*\n|(?=^date: )", "")  # two documents of one number would be neither
    publish_anew(copy)
    return copy.name


def test_a_policy_among_the_documents_is_what_its_own_file_says(corpus: Corpus) -> None:
    documents = corpus.archive.glossary.documents
    for policy in corpus.archive.policies:
        assert policy.metadata
        own, document = policy.metadata, documents[policy.metadata.id]
        assert document.policy == own.id
        assert (document.title, document.number, document.issuers) == (own.title, own.number, own.issuers)
        assert (document.date, document.date_note) == (own.date.value, own.date.note)
        assert (document.url, document.certainty) == (own.url, own.certainty)


@pytest.mark.parametrize("field", OWN_FIELDS)
def test_a_field_given_in_both_places_is_an_error_with_line_and_remedy(project: Path, field: str) -> None:
    line = edit(project / DOCUMENTS, r"^- policy: (.*)\n", rf"\g<0>  {field}: x\n") + 1
    message = f"{DOCUMENTS}:{line}: [document] `{field}` of "
    (shown,) = map(str, read_corpus(project).problems)
    assert message in shown
    assert "/policy.yml alone; drop it here" in shown


def test_an_entry_that_refers_to_no_policy_is_an_error_with_its_line(project: Path) -> None:
    line = edit(project / DOCUMENTS, "^- policy: .*$", "- policy: atlantis-1999")
    message = f"{DOCUMENTS}:{line}: [document] 'atlantis-1999' is no policy of the corpus; name one that is"
    assert message in run_scripts("build", cwd=project).stderr.decode()


def test_what_readers_must_know_of_a_policy_stands_on_the_page_of_documents(corpus: Corpus) -> None:
    (writer,) = [writer for folder, writer in site.WRITERS if folder == "documents"]
    for language, word in ((Language.ZH, "部分著录事项尚待核实"), (Language.EN, "have yet to be verified")):
        (page,) = writer(lookup_of(link_corpus(corpus)[0]), language)
        entries = str(page.draw()).split("\n- ")
        for policy in corpus.archive.policies:
            assert policy.metadata
            note = policy.metadata.date.note
            (entry,) = [entry for entry in entries if f"{{#{policy.metadata.id}}}" in entry]
            assert note is None or getattr(note, language) in entry
            assert (word in entry) == (policy.metadata.certainty is not Certainty.CERTAIN)


def test_a_copied_folder_is_a_policy_and_needs_no_other_file(project: Path) -> None:
    copy = copy_policy(project)
    before = {path: path.read_bytes() for path in (project / "corpus/glossary").iterdir()}
    assert sense(project) == []
    assert run_scripts("build", cwd=project).returncode == 0
    assert {path: path.read_bytes() for path in (project / "corpus/glossary").iterdir()} == before
    archive = read_corpus(project).archive
    document = archive.glossary.documents[copy]
    assert (document.title.zh, document.kind, document.forms) == (TITLE, DocumentKind.PLAN, ())
    assert all(copy in topic.sections for topic in archive.glossary.topics.values())
    assert copy in (project / "docs/en/topics/targets/index.md").read_text(encoding="utf-8")
    assert copy in (project / "docs/zh/documents/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某市水渠管理办法", DocumentKind.MEASURES),
        ("某市水渠应急预案", DocumentKind.PLAN),
        ("中华人民共和国某某法", DocumentKind.LAW),
        ("某市水渠条例", None),
    ],
)
def test_a_title_says_of_what_kind_a_document_is(corpus: Corpus, title: str, kind: DocumentKind | None) -> None:
    metadata = link_corpus(corpus)[0].policies[0].metadata
    assert metadata
    named = replace(metadata, title=replace(metadata.title, zh=title))
    found, *told = unlisted_policies((), {metadata.id: named})
    assert isinstance(found, Document)
    assert (None if told else found.kind) is kind


def test_a_title_that_leaves_the_kind_open_asks_for_it(project: Path) -> None:
    copy = copy_policy(project)
    edit(project / f"corpus/policies/{copy}/policy.yml", TITLE, "某市质量促进条例")
    publish_anew(project / "corpus/policies" / copy)
    (problem,) = sense(project)
    assert problem.path == f"corpus/policies/{copy}/policy.yml"
    assert "add `kind`, one of: law, regulation" in problem.message
    with (project / problem.path).open("a", encoding="utf-8") as file:
        file.write("kind: regulation\n")
    assert sense(project) == []


def sense(project: Path) -> list[Problem]:
    """Return every problem but that new addresses wait to be published, and that the copied text prints its own title."""
    return [problem for problem in check(project) if problem.rule not in (NOT_IN_REGISTER, "described")]


def found_in(project: Path, name: str) -> list[tuple[int, str, str]]:
    found = [problem for problem in check(project) if problem.path == name]
    return [(problem.line, problem.rule, problem.message) for problem in found]


def test_what_is_wrong_with_the_topics_of_a_policy_is_said_with_file_and_line(project: Path) -> None:
    name = f"corpus/policies/{policies_of(project)[0]}/topics.yml"
    file = project / name
    before = file.read_text(encoding="utf-8")
    gone = edit(file, "^targets: .*$", "targets: [s99-9]")
    assert [(line, "names s99-9 of" in message) for line, _, message in found_in(project, name)] == [(gone, True)]
    unknown = edit(file, "^targets: .*$", "poetry: [s1]")
    assert [(line, rule) for line, rule, _ in found_in(project, name)] == [(unknown, "topic"), (0, "topic")]
    assert [message for line, _, message in found_in(project, name) if "does not say of targets" in message]
    no_list = edit(file, "^poetry: .*$", "targets: s1")
    assert (no_list, "field", "`targets` must be a list of texts (`[…, …]`)") in found_in(project, name)
    for nothing in ("", "{}\n", "# not yet\n"):
        file.write_text(nothing, encoding="utf-8")
        ((_, _, message),) = found_in(project, name)
        assert "does not say of targets, products, " in message
    file.unlink()
    assert [line for line, _, _ in found_in(project, name)] == [0]
    file.write_text(before, encoding="utf-8")
    assert found_in(project, name) == []


def test_a_writer_that_yields_a_page_outside_the_generated_folders_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_elsewhere(_: Lookup, __: Language) -> Iterator[Page]:
        yield Page("elsewhere/index.md", (), lambda: "# here")

    monkeypatch.setattr(site, "WRITERS", (*site.WRITERS, ("elsewhere", write_elsewhere)))
    with pytest.raises(ValueError, match=r"docs/zh/elsewhere/index\.md is in no generated folder; .* WRITERS"):
        build(project)
    assert not (project / "docs").exists()


def test_problems_are_listed_in_the_same_order_whatever_the_hash_seed(whole_project: Path) -> None:
    project = whole_project
    spoil(project)
    environments = [os.environ | {"PYTHONHASHSEED": seed} for seed in "12"]
    command = [sys.executable, "-m", "scripts", "check"]
    outputs = [
        subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False).stdout
        for environment in environments
    ]
    rules = {line.partition("[")[2].partition("]")[0] for line in outputs[0].decode().splitlines()}
    assert rules >= SPOILT_RULES
    assert outputs[0] == outputs[1]


SPOILT_RULES = {"outdated", "anchor-gone", "anchor-new", "topic", "document", "form", "indicator"} | {
    *("language", "dead-link", "dead-anchor", "host", "id", "lang", "english-numbers", "english-terms"),
}
PAGE = (
    '<html lang="x"><body><article><h1 id="a">A</h1><h2 id="a">字</h2><h2 id="_1">B</h2></article>{links}</body></html>'
)


def spoil(project: Path) -> None:
    """Make many mistakes of many kinds, several of each."""
    first, second, *_ = policies_of(project)
    folder = project / "corpus/policies" / first
    po = (folder / "en.po").read_text(encoding="utf-8")
    (folder / "en.po").write_text(po.replace('msgctxt "s2-', 'msgctxt "s9-'), encoding="utf-8")
    other = project / "corpus/policies" / second / "en.po"
    head, _, entries = other.read_text(encoding="utf-8").partition("\n\n")
    entries = re.sub(r'^msgstr (?:".*"\n)+', 'msgstr "In 1234 of 5678 and 91011"\n', entries, flags=re.MULTILINE)
    other.write_text(f"{head}\n\n{entries}", encoding="utf-8")
    (folder / "anchors.txt").write_text("s80\ns81\ns82\ns82 -> s83\ns84 -> s85\n", encoding="utf-8")
    (folder / "topics.yml").write_text("poetry: [s1]\nprose: [s1]\ntargets: [s98, s99]\n", encoding="utf-8")
    for name, old, new in (
        ("documents.yml", "implements: [", "implements: [nothing, nowhere, "),
        ("organisations.yml", "forms: [", "forms: [无此机构, 也无此机构, "),
        ("indicators.yml", "aliases: [", "aliases: [无此指标, "),
    ):
        file = project / "corpus/glossary" / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with (project / "corpus/glossary/indicators.yml").open("a", encoding="utf-8") as indicators:
        for name in ("unused-a", "unused-b", "unused-c"):
            indicators.write(UNUSED.format(id=name))
    links = "".join(
        f'<a href="{name}">x</a><img src="//{name}.example/x.png">' for name in ("gone", "lost", "#b", "#c")
    )
    for path in ("index.html", "a/index.html", "b/index.html", "c/index.html", "en/d/index.html", "en/e/index.html"):
        page = project / "site" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE.format(links=links), encoding="utf-8")


UNUSED = """
- id: {id}
  name: {{zh: 无, en: none}}
  aliases: [{id}]
  definition: {{zh: 无, en: none}}
  direction: up
  topic: targets
  comparability: full
"""
