"""The written promise: its figures are right, its lines find the words, and a mirror is a valid bag that serves a library."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import bagit
import pytest

from scripts.carry import mirror as mirror_module
from scripts.carry.mirror import write_mirror
from scripts.problems import CorpusError
from scripts.read.corpus.corpus import Corpus
from tests.conftest import CITY, IDS, INVENTED, ROOT, SITE_URL, copy_project
from tests.test_bundle import STAMP
from tests.test_permanent import find_policy, printed_words


def promise(language: str) -> str:
    return (ROOT / f"docs/{language}/about/what-never-changes/index.md").read_text(encoding="utf-8")


def lines_that_find(language: str) -> str:
    (lines,) = re.findall(r"^```python\n(.*?)^```$", promise(language), re.MULTILINE | re.DOTALL)
    return str(lines)


def test_both_languages_promise_the_same() -> None:
    assert lines_that_find("zh") == lines_that_find("en")
    for pattern in (r"^#+ .*(\{#[\w-]+\})$", r"`(/[\w/<>.-]*)", r"(swh:\S+)`", r"`([\w.]+(?: [\w.-]+)*)`"):
        zh, en = (re.findall(pattern, promise(language), re.MULTILINE) for language in ("zh", "en"))
        assert sorted({re.sub("<编号>", "<id>", word) for word in zh}) == sorted(set(en)), pattern
    assert [len(re.findall(r"^\d\. ", promise(language), re.MULTILINE)) for language in ("zh", "en")] == [11, 11]


def test_the_example_is_the_swhid_of_its_place(site: Path) -> None:
    places = json.loads((site / "id/jinan-2018/id.json").read_text(encoding="utf-8"))["places"]
    (place,) = (place for place in places if place["anchor"] == "s1-1-p1")
    for language, name in (("zh", "济南市文件一（一）第1段"), ("en", "Part 1(1), para. 1 of the policy of Jinan")):
        assert f"`{place['swhid']}`" in promise(language)
        assert place["name"][language] in name
        assert name in promise(language)


@pytest.mark.parametrize("policy_id", IDS)
def test_anyone_can_find_the_words_with_the_lines_of_the_promise(
    corpus: Corpus, site: Path, policy_id: str, tmp_path: Path
) -> None:
    """With the published files alone, in one folder; a source file that is another is not taken for it."""
    for file in (f"id/{policy_id}/id.json", f"data/policies/{policy_id}.json", f"data/policies/{policy_id}/source.txt"):
        shutil.copy(site / file, tmp_path)
    policy, _ = find_policy(corpus.archive, policy_id)
    anchor = "s1-1-p1" if policy_id == "jinan-2018" else list(policy.anchors())[-1]
    lines = lines_that_find("en").replace("jinan-2018", policy_id).replace("s1-1-p1", anchor)
    command = [sys.executable, "-I", "-X", "utf8", "-c", lines]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.partition("As printed: ")[2].rstrip("\n") == printed_words(policy)[anchor]
    (tmp_path / "source.txt").write_bytes((tmp_path / "source.txt").read_bytes() + b" ")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0


@pytest.fixture
def project(site: Path, tmp_path: Path) -> Path:
    """A project with the invented corpus, and a part of the real site."""
    root = copy_project(tmp_path / "project", INVENTED / "corpus")
    for name in ("id", "policies/jinan-2018", "data/policies"):
        shutil.copytree(site / name, root / "site" / name)
    shutil.copy(site / "index.html", root / "site")
    return root


def test_a_mirror_is_a_bag_that_libraries_can_check(project: Path) -> None:
    made = write_mirror(project, STAMP)
    bag = bagit.Bag(str(made.path))
    bag.validate()
    assert (bag.version_info, bag.algorithms) == ((1, 0), ["sha256"])
    assert bag.info["External-Identifier"] == SITE_URL
    assert bag.info["Bagging-Date"] == "2031-05-06"
    assert bag.info["Payload-Oxum"] == f"{made.bytes}.{made.files}"
    assert len(bag.payload_entries()) == made.files
    command = ["sha256sum", "--quiet", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
    assert subprocess.run(command, cwd=made.path, capture_output=True, check=False).returncode == 0
    page = made.path / "data/site/id/jinan-2018/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    with pytest.raises(bagit.BagValidationError):
        bag.validate()


def test_a_mirror_holds_the_site_and_all_that_it_is_made_from(project: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    subprocess.run(["git", "add", "corpus", "scripts/problems.py"], cwd=project, check=True)
    (project / "corpus/scrap.txt").write_text("not of the project")
    held = write_mirror(project, STAMP).path
    for path in (project / "site").rglob("*.*"):
        assert (held / "data" / path.relative_to(project)).read_bytes() == path.read_bytes()
    source = f"corpus/policies/{CITY}/source.txt"
    assert (held / "data/project" / source).read_bytes() == (project / source).read_bytes()
    assert (held / "data/project/scripts/problems.py").is_file()
    assert not (held / "data/project/corpus/scrap.txt").exists()


def test_the_same_state_gives_the_same_mirror_and_takes_the_place_of_the_former(project: Path) -> None:
    first = prints(write_mirror(project, STAMP).path)
    stray = project / "dist/quality-policy-archive-1.2.3-mirror/stray"
    stray.touch()
    assert prints(write_mirror(project, STAMP).path) == first
    assert not stray.exists()


def prints(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_without_a_site_there_is_nothing_to_mirror(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="make mirror"):
        write_mirror(tmp_path, STAMP)


@pytest.mark.parametrize("name", ["政策.html", "100%.html"])
def test_a_mirror_refuses_names_that_a_manifest_cannot_say(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).touch()
    with pytest.raises(ValueError, match="ASCII"):
        list(mirror_module.contents(tmp_path))
