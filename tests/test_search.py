"""The search: its data, the law of its folding, and its program in node on the real archive."""

import functools
import gzip
import itertools
import json
import random
import re
import shutil
import subprocess
from array import array
from pathlib import Path

import numpy as np
import opencc
import pytest

from scripts.link.shares import lookup_of
from scripts.model.archive import Archive
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import ResultKind
from scripts.read.corpus.corpus import Corpus
from scripts.text.folding import FUNCTION_WORDS, OTHER_READINGS, fold, words
from scripts.write.search import counted, grid, posting_lists, runs, share
from scripts.write.search.collections import FRAME, Collection, SearchSection, make_collections
from scripts.write.search.files import write_search
from scripts.write.search.grid import BLOCK_SECTIONS, Grid
from scripts.write.search.posting_lists import write_lists
from scripts.write.search.program import read_engine
from scripts.write.search.runs import Runs, run_lists
from scripts.write.search.segmenter import Segmenter
from scripts.write.search.share import GAP, Share, make_share
from scripts.write.search.texts import TEXT_SECTIONS
from scripts.write.search.utf16 import character_at, utf16_order
from tests.conftest import ROOT

LONGEST = 6


@pytest.fixture(scope="module")
def files(lookup: Lookup, shares: list[Share]) -> dict[str, str]:
    return search_files(lookup, shares)


def search_files(lookup: Lookup, shares: list[Share]) -> dict[str, str]:
    return dict(write_search(shares, lookup.archive.glossary.topics.values(), read_engine(ROOT)))


def run_node(*arguments: str, text: str = "") -> str:
    """Run node and return what it prints."""
    node = shutil.which("node")
    assert node, "node is needed: tests/browser/install says how to get it"
    result = subprocess.run([node, *arguments], cwd=ROOT, capture_output=True, check=False, text=True, input=text)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]
    return result.stdout


def chinese_texts(collections: list[Collection]) -> list[str]:
    return [text for c in collections for s in c.sections for text in section_texts(s)]


def section_texts(section: SearchSection) -> list[str]:
    return [name.zh for name in section.names] + [passage.text.zh for passage in section.passages]


NODE_TESTS = (
    *("laws", "engine", "phrases", "counts", "inflection", "server", "words", "drafts", "queries", "mistakes"),
    *("suggestions", "old", "meetings"),
)


@pytest.mark.parametrize("name", NODE_TESTS)
def test_the_program_holds_its_laws_in_node(docs: Path, name: str) -> None:
    assert "# fail 0" in run_node(f"tests/search/{name}.test.js")


@pytest.fixture(scope="module")
def small_shards(lookup: Lookup, shares: list[Share], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the search as a large archive has them.

    Shards are so small that it is told what function words stand around others, and many characters are counted.
    """
    folder = tmp_path_factory.mktemp("shards")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(posting_lists, "SHARD_SIZE", 400)
        patched.setattr(counted, "FREQUENT", 200)
        for file, content in search_files(lookup, shares).items():
            (folder / file).write_text(content, encoding="utf-8")
    assert '"around":true' in (folder / "search.js").read_text(encoding="utf-8")
    assert "of the" in (folder / "runs.js").read_text(encoding="utf-8").split(",")
    return folder


@pytest.mark.parametrize("name", ["engine", "phrases", "counts", "counted"])
def test_the_program_holds_its_laws_with_many_shards(
    name: str, small_shards: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an archive of a thousand policies has them."""
    monkeypatch.setenv("SEARCH_DATA", str(small_shards))
    assert "# fail 0" in run_node(f"tests/search/{name}.test.js")


def test_every_section_and_passage_is_searched_once(corpus: Corpus, collections: list[Collection]) -> None:
    for policy, collection in zip(corpus.archive.policies, collections, strict=False):
        assert [section.anchor for section in collection.sections] == [section.anchor for section in policy.walk()]
        passages = {p.anchor: p.text.zh for section in collection.sections for p in section.passages}
        assert passages == {block.anchor: policy.text[block.start : block.end] for block in policy.blocks()}


def test_everything_that_readers_look_for_is_searched(lookup: Lookup, collections: list[Collection]) -> None:
    glossary = lookup.archive.glossary
    kinds: dict[str, int] = {}
    for collection in collections:
        kinds[collection.kind] = kinds.get(collection.kind, 0) + 1
    assert kinds == {
        "policy": len(lookup.policies),
        "term": len(glossary.terms),
        "indicator": len(glossary.indicators),
        "organisation": len(glossary.organisations),
        "document": len(glossary.documents),
        "topic": len(glossary.topics),
        "page": len(lookup.archive.pages) - len(FRAME),
    }
    pages = {page.address: page for page in lookup.archive.pages}
    assert {"", "about/", "about/how-to-cite/", "search/"} <= set(pages)
    assert not {collection.path for collection in collections} & set(FRAME)
    assert any("GB/T 7714" in p.zh for section in pages["about/how-to-cite/"].sections for p in section.paragraphs)


def test_the_data_are_the_same_bytes_twice_and_end_no_script_early(
    lookup: Lookup, shares: list[Share], files: dict[str, str]
) -> None:
    assert search_files(lookup, shares) == files
    versions = set()
    for name, content in files.items():
        if name in ("asking.js", "server.js"):  # programs, no data
            continue
        put = content[content.rindex("ArchiveSearchData.put(") :] if name == "search.js" else content
        versions.add(put.split('"')[3])
        assert "<" not in put
        assert "\u2028" not in content
    assert len(versions) == 1


@pytest.fixture(scope="module")
def invented_lookup(invented: Archive) -> Lookup:
    return lookup_of(invented)


@pytest.mark.parametrize("size", [50, 500])
def test_an_index_made_in_many_slices_is_the_same(
    invented_lookup: Lookup, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """As an archive of a thousand policies needs them, so that memory holds one slice; and where words are many."""
    monkeypatch.setattr(counted, "FREQUENT", 20)
    segmenter, collections = Segmenter(ROOT / ".cache"), list(make_collections(invented_lookup))
    shares = [make_share(collection, segmenter.cut) for collection in collections]
    whole = search_files(invented_lookup, shares)
    assert '"counted":"",' not in whole["search.js"]
    for module in (posting_lists, runs, grid):
        monkeypatch.setattr(module, "SLICE_SIZE", size)
    monkeypatch.setattr(share, "NARROW", 50)
    wide = [make_share(collection, segmenter.cut) for collection in collections]
    assert {each.row.typecode for each in shares} == {"H"} < {each.row.typecode for each in wide}
    assert search_files(invented_lookup, wide) == whole


def test_shards_come_in_the_order_in_which_javascript_compares_keys(files: dict[str, str]) -> None:
    for stream in ("zh", "en"):
        shards = [content for name, content in files.items() if re.fullmatch(rf"{stream}-\d+\.js", name)]
        keys = [key for shard in shards for key in json.loads(shard.split(",", 2)[2][:-2])[0].split(" ")]
        assert keys == sorted(keys, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        assert len(set(keys)) == len(keys) > 1000


def test_characters_beyond_the_first_plane_have_their_place() -> None:
    points = np.array([0x4E00, 0xE000, 0xFFFD, 0x10000, 0x20000, 0x10FFFF, 0xD7FF], dtype=np.uint32)
    places = [int(place) for place in utf16_order(points)]
    assert [ord(character_at(place)) for place in places] == list(map(int, points))
    by_place = [chr(point) for _, point in sorted(zip(places, map(int, points), strict=True))]
    assert by_place == sorted(by_place, key=lambda char: char.encode("utf-16-be"))


def test_a_query_needs_little(files: dict[str, str]) -> None:
    sizes = {name: len(gzip.compress(content.encode(), 9)) for name, content in files.items()}
    assert sizes["search.js"] < 40_000
    rest = [
        size
        for name, size in sizes.items()
        if name not in {"search.js", "asking.js", "filters.js", "words.js", "sounds.js"}
    ]
    assert max(rest) < 25_000


def test_a_folded_text_is_its_own_fold(collections: list[Collection]) -> None:
    for text in chinese_texts(collections):
        assert fold(fold(text)) == fold(text)


def test_the_browser_folds_as_python_does(collections: list[Collection], files: dict[str, str]) -> None:
    """On every character of the archive, and on every Traditional one whose Simplified form is in it."""
    texts = chinese_texts(collections)
    characters = {char for text in texts for char in text}
    forms = set(opencc.OpenCC("s2t").convert("\n".join(sorted(characters))))
    samples = sorted(characters | forms | {chr(point) for point in range(0xFF01, 0xFF5F)} | set("①㎡½℃Ⅳ〇○◯𠮷ｱ…"))
    english = [p.text.en for c in collections for s in c.sections for p in s.passages if p.text.en]
    script = """
        require("./tests/search/archive.js"); ArchiveSearch.open()
        const { texts, english } = JSON.parse(require("fs").readFileSync(0))
        console.log(JSON.stringify([texts.map((t) => ArchiveText.fold(t).text), english.map((t) => ArchiveText.words(t).map((w) => w.word))]))
    """
    asked = json.dumps({"texts": samples + texts, "english": english})
    folded, cut = json.loads(run_node("-e", script, text=asked))
    assert folded == [fold(text) for text in samples + texts]
    assert cut == [words(text) for text in english]


@pytest.fixture(scope="module")
def strings(collections: list[Collection]) -> set[str]:
    """Every string of up to six characters in the Chinese of the archive."""
    return {
        text[start : start + length].strip(".")
        for text in map(fold, chinese_texts(collections))
        for length in range(1, LONGEST + 1)
        for start in range(len(text) - length + 1)
    }


folded_once = functools.cache(fold)
"""Most strings are the same in two or all forms."""


@pytest.mark.parametrize("form", ["s2t", "s2tw", "s2hk"])
def test_every_string_in_traditional_is_the_same_string(strings: set[str], form: str) -> None:
    """So it finds the same, by the law of strings; else it stands nowhere as typed, and its other reading is the same."""
    han = sorted(string for string in strings if re.search("[\u4e00-\u9fff]", string))
    converted = opencc.OpenCC(form).convert("\n".join(han)).split("\n")
    other = str.maketrans(OTHER_READINGS)
    doubtful = []
    for string, traditional in zip(han, converted, strict=True):
        folded = folded_once(traditional)
        if folded != string:
            assert folded.translate(other) == string.translate(other), traditional
            doubtful += [folded] if folded in strings else []
    assert set(doubtful) <= {"著", "著力"}  # these stand in the archive as they are: what is typed is what is meant


def test_the_blocks_have_as_many_sections_on_both_sides() -> None:
    units = (ROOT / "docs/assets/javascripts/search/units.js").read_text(encoding="utf-8")
    sections = (ROOT / "docs/assets/javascripts/search/sections.js").read_text(encoding="utf-8")
    assert f"BLOCK = {BLOCK_SECTIONS}\n" in units
    assert f"TOGETHER = {TEXT_SECTIONS} //" in sections


def test_the_themes_own_search_is_not_published(site: Path) -> None:
    assert list(site.rglob("search_index.*")) == []
    assert not (site / "assets/javascripts/search").exists()


def test_runs_say_what_function_words_stand_around_every_other_word() -> None:
    """On made rows, some with more function words than are told."""
    chance = random.Random(20)
    words = ["of", "the", "and", "food", "drug", GAP]
    row = [GAP, *chance.choices(words, [4, 4, 2, 3, 1, 1], k=3000), *["the"] * 20, "food", *["of"] * 9, GAP]
    names = [GAP, *sorted(set(row) - {GAP})]
    runs = Runs(np.array([names.index(word) for word in row], dtype=np.uint32), names)
    for place, word in enumerate(row):
        if word in {"food", "drug"}:
            before = list(itertools.takewhile(FUNCTION_WORDS.__contains__, reversed(row[:place])))[::-1]
            after = list(itertools.takewhile(FUNCTION_WORDS.__contains__, row[place + 1 :]))
            assert runs.texts[runs.before[place]].split() == (["*", *before[-8:]] if len(before) > 8 else before)
            assert runs.texts[runs.after[place]].split() == ([*after[:8], "*"] if len(after) > 8 else after)


def test_lists_and_runs_are_read_as_they_were_written(docs: Path) -> None:
    """Of one position and of many, near each other and far apart."""
    chance = random.Random(21)
    lists = [sorted(chance.sample(range(1 << chance.randint(3, 30)), chance.randint(1, 7))) for _ in range(300)]
    lists += [list(range(500)), [0], [(1 << 31) - 2], sorted(chance.sample(range(1 << 22), 5000))]
    begins = np.cumsum([0, *map(len, lists[:-1])])
    written = list(write_lists(np.concatenate([np.array(each) for each in lists]), begins))
    runs = [[chance.choice([0, 0, 1, 40, 999]) for _ in each] for each in lists]
    sides = list(run_lists(np.concatenate([np.array(each, dtype=np.uint32) for each in runs]), begins))
    script = """
        require("./tests/search/archive.js")
        const read = (text) => [...ArchiveNumbers.readPositions(text)]
        const side = (text) => { const [own, codes] = text.split(","); const all = [...ArchiveNumbers.readNumbers(own)]; return codes ? [...ArchiveNumbers.readCodes(codes)].map((n) => all[n]) : all }
        const [lists, sides] = JSON.parse(require("fs").readFileSync(0))
        console.log(JSON.stringify([lists.map(read), sides.map(side)]))
    """
    positions, told = json.loads(run_node("-e", script, text=json.dumps([written, sides])))
    assert positions == lists
    for own, read in zip(runs, told, strict=True):
        assert read == own or (len(read) == 1 and set(own) == set(read))


def test_units_lie_in_cells_of_their_own_in_the_order_of_sections() -> None:
    chance = random.Random(22)
    made = Grid()
    for _ in range(200):
        names, passages = chance.randint(1, 4), chance.randint(0, 5)
        units = [chance.choice([0, 1, 7, 8, 40, 300]) for _ in range(3 * (names + passages))]
        one = Share(ResultKind.POLICY, [])
        one.names, one.passages = array("I", [names]), array("I", [passages])
        one.lengths = array("I", units)
        made.add(one)
    laid = made.lay()
    zh, en = laid.addresses_zh(), laid.addresses_en()
    assert all(np.diff(addresses).min() > 0 for addresses in (zh, en))
    own, quoted = zh[: len(zh) - laid.around.sum()], zh[len(zh) - laid.around.sum() :]
    assert quoted[0] >= laid.starts[-1] * laid.cell.zh > own[-1]
    for addresses, lengths, size in ((own, laid.zh, laid.cell.zh), (en, laid.en, laid.cell.en)):
        held = np.searchsorted(laid.starts, addresses // size, side="right") - 1
        assert np.bincount(held, minlength=len(lengths)).tolist() == (lengths + (lengths > 0)).tolist()
