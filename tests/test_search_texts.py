"""The words of sections as the search keeps them: every text comes back in the browser as it was, from the file it is in."""

import json
import random
import re

import pytest

from scripts.model.vocabulary import Language, ResultKind
from scripts.write.search import pieces, texts
from scripts.write.search.pieces import LONGEST_HAN, LONGEST_WORD, LOOKED_UP_PATTERN, PART_PATTERN, Pieces
from scripts.write.search.posting_lists import write_numbers
from scripts.write.search.share import Share, dump
from scripts.write.search.texts import Sample, Texts
from tests.test_search import run_node

LOAD = """
  const { vm, fs } = { vm: require("node:vm"), fs: require("node:fs") }
  const run = (part) => vm.runInThisContext(fs.readFileSync(`docs/assets/javascripts/search/${part}.js`, "utf8"))
  for (const part of ["data", "numbers", "postings", "packed", "sections"]) run(part)
  const asked = JSON.parse(fs.readFileSync(0))
"""
READ = """
  const read = new ArchivePacked.Pieces(JSON.parse(asked.content))
  const tried = (packed) => { try { return read.read(packed) } catch { return null } }
  console.log(JSON.stringify(asked.packed.map(tried)))
"""
BRING = """
  ArchiveSearchData.put("head", "1", { version: "1", ...asked.head })
  ArchiveSearchData.load = async (name) => ArchiveSearchData.put(name, "1", JSON.parse(asked.files[name]))
  const language = asked.language
  ArchiveSections.bring([...Array(asked.count).keys()], [language]).then((sections) =>
    console.log(JSON.stringify(sections.map((section) => [section[language].collection.path, section[language].anchor]))))
"""
SAMPLE = [
    "各区政府要加快农产品质量追溯体系建设，推动示范市场建设。" * 3,
    "District governments will build traceability for farm produce, and build model markets." * 3,
    "，。",
]
ANY = [
    "质",
    "量",
    "溯",
    "，",
    "\n",
    " ",
    "a",
    "Z",
    " build",
    "2025",
    "<b>&",
    '"',
    "\\",
    "\0",
    "é",
    "ﬀ",
    "𠮷",
    "\U0010fffd",
    "\ud83d",
    "\udc00",
    "\u2028",
]


def units_of(text: str) -> list[int]:
    """Return the code units of a text in UTF-16."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[place] | data[place + 1] << 8 for place in range(0, len(data), 2)]


def unpack(made: Pieces, packed: list[str]) -> list[list[int] | None]:
    """Return what the browser makes of packed texts, as code units; None where it says that one is damaged."""
    asked = {"content": made.content(), "packed": packed}
    read = json.loads(run_node("-e", LOAD + READ, text=json.dumps(asked)))
    return [None if text is None else units_of(text) for text in read]


def random_texts(chance: random.Random) -> list[str]:
    """Return texts of whatever a file can hold, and what nobody would write."""
    mixed = ["".join(chance.choices(ANY, k=chance.randrange(200))) for _ in range(60)]
    rare = ["".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(40))) for _ in range(40)]
    return ["", "质", *SAMPLE, *mixed, *rare, "".join(rare) * 3, "量" * 40_000]


def test_every_text_comes_back_as_it_was() -> None:
    chance = random.Random(20)
    tried = random_texts(chance)
    for sample, most in ((SAMPLE, 256), ([], 0), (tried, 40)):
        made = Pieces(sample, most)
        assert unpack(made, [made.pack(text) for text in tried]) == [units_of(text) for text in tried]


def test_what_cannot_be_made_shorter_comes_back_too() -> None:
    """More letters than have a byte, all as frequent: deflate leaves such bytes as they are."""
    letters = [chr(point) for point in range(0x4E00, 0x4E00 + 700)]
    made = Pieces(["，".join(letters)] * 3, 0)
    assert made.singles < 256
    chance = random.Random(20)
    tried = ["".join(chance.choices(made.pieces[: made.singles - 1], k=3000)), "".join(chance.choices(letters, k=3000))]
    assert unpack(made, [made.pack(text) for text in tried]) == [units_of(text) for text in tried]


def test_a_text_that_is_cut_off_is_told() -> None:
    made = Pieces(SAMPLE, 256)
    packed = made.pack(SAMPLE[0] + SAMPLE[1])
    assert unpack(made, [packed[:length] for length in range(0, len(packed) - 2, 3)]) == [None] * -(
        -(len(packed) - 2) // 3
    )


def test_pieces_are_of_the_language_and_not_whole_sentences() -> None:
    made = Pieces(SAMPLE * 9, 256)
    assert {" build", " governments"} <= set(made.pieces)
    assert all(len(piece) <= (LONGEST_HAN if piece > "\u3400" else LONGEST_WORD) for piece in made.pieces)
    assert len(made.pieces) == len(set(made.pieces))
    assert "\ud83d" not in Pieces(["\ud83d"] * 9, 256).pieces  # half a character, which no file can hold


@pytest.mark.parametrize("pattern", [PART_PATTERN, LOOKED_UP_PATTERN])
def test_the_parts_of_a_text_are_all_of_it(pattern: re.Pattern[str]) -> None:
    for text in random_texts(random.Random(21)):
        assert "".join(pattern.findall(text)) == text


def test_what_is_met_is_not_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Pieces(SAMPLE, 256)
    before = [made.encode(text) for text in SAMPLE]
    monkeypatch.setattr(pieces, "MOST_KEPT", 20)
    for number in range(100):
        made.encode(f"{chr(0x5000 + number) * 3} word{number} {'long' * number}")
    assert len(made.parts) <= 20 >= len(made.words)
    assert max(map(len, [*made.parts, *made.words])) <= pieces.LONGEST_KEPT
    assert [made.encode(text) for text in SAMPLE] == before


def made_up(sizes: list[int], policies: int) -> list[Share]:
    """Return shares of so many sections each; so many of them are policies."""
    shares = []
    for number, size in enumerate(sizes):
        share = Share(ResultKind.POLICY if number < policies else ResultKind.TERM, [])
        share.shown = {Language.EN: dump(["policy", f"p{number}/", "title", "place", "2018"])}
        share.texts = {Language.EN: [dump([f"s{i}", "Part", ["a name"], ["s1-p1", "Words."]])[1:] for i in range(size)]}
        shares.append(share)
    return shares


@pytest.mark.parametrize("together", [18, 20, 72])
def test_the_browser_knows_in_which_file_a_section_is(together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sample, "together", lambda _: together)
    chance = random.Random(together)
    sizes = [*(chance.choice([1, 7, 16, 17, 25, 72, 73, 140, 300]) for _ in range(30)), *([1] * 40), 0, 33, 16, 2]
    shares, sample = made_up(sizes, 30), Sample(Language.EN)
    list(texts.sampled(shares, [sample]))
    made = Texts(sample)
    files = dict([made.begin(), *(file for n, share in enumerate(shares) for file in made.add(share, n)), *made.end()])
    head = {"sections": write_numbers(sizes)[0], "policies": 30, "together": together}
    asked = {"head": head, "files": files, "language": "en", "count": sum(sizes)}
    brought = json.loads(run_node("-e", LOAD + BRING, text=json.dumps(asked)))
    assert brought == [[f"p{number}/", f"s{i}"] for number, size in enumerate(sizes) for i in range(size)]
    assert len(files) < sum(sizes) / 8


def test_a_sample_is_from_all_over_and_never_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(texts.SAMPLE_SIZES, Language.EN, 1000)
    sample = Sample(Language.EN)
    sample.add(f"{number:05}," for number in range(5000))
    assert sample.sections == 5000
    assert 400 < sample.size == sum(map(len, sample.texts)) <= 1000
    numbers = [int(text[:5]) for text in sample.texts]
    assert numbers == list(range(0, 5000, sample.step))
