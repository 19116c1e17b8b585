"""The words that readers see: each in both languages, used, and stored once, whichever program shows it."""

import re
from collections.abc import Iterator
from itertools import combinations
from types import ModuleType
from typing import Any

import pytest
from lxml import html

from scripts.carry.single import WORDS
from scripts.model.lookup import Lookup
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Certainty, EmendationKind, Language, Level, ResultKind, Rule, Script
from scripts.write.citing.records import RECORDS
from scripts.write.data.tables.tables import DATASETS
from scripts.write.pages.search import CHOICES, write_search_choices
from scripts.write.words import strings, strings_findings, strings_search
from tests.conftest import ROOT

CATALOGUE: tuple[ModuleType, ...] = (strings_findings, strings_search, strings)
ASSETS = ROOT / "docs/assets"
SCRIPTS = sorted(path for path in ASSETS.rglob("*.js") if re.search("[\u4e00-\u9fff]", path.read_text("utf-8")))
LITERAL_PATTERN = re.compile(r'"([^"\n]*)"|`([^`\n]*)`')
HAN_PATTERN = re.compile(r"[\u4e00-\u9fff]")
# 没有这个页面, 本馆没有您打开的这个地址。
RUN_PATTERN = re.compile(r"[\u4e00-\u9fff“”，。、：；（）]+")


def tables_of(module: ModuleType) -> Iterator[tuple[str, dict[Any, Bilingual]]]:
    for name, value in vars(module).items():
        if isinstance(value, dict) and value and all(isinstance(text, Bilingual) for text in value.values()):
            yield name, value


def bilinguals() -> dict[str, Bilingual]:
    """Return every text of the catalogue and every title of a table, each once, by the first of its names."""
    tables = [(name, table) for module in CATALOGUE for name, table in tables_of(module)]
    found = [(f"{name}[{key}]", text) for name, table in tables for key, text in table.items()]
    found += [(f"dataset {dataset.name}", dataset.title) for dataset in DATASETS]
    first = {id(text): key for key, text in reversed(found)}
    return {key: text for key, text in found if first[id(text)] == key}


@pytest.mark.parametrize(
    ("key", "text"), bilinguals().items(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_string_is_said_in_both_languages_with_the_same_values(key: str, text: Bilingual) -> None:
    assert text.zh
    assert text.en
    assert sorted(re.findall(r"{\w+}", text.zh)) == sorted(re.findall(r"{\w+}", text.en))
    assert not re.search(r"[\u4e00-\u9fff][,:;!?()]|[,:;!?()][\u4e00-\u9fff]", text.zh)
    assert not re.search(r"[\u4e00-\u9fff]", text.en)


def test_every_string_is_used() -> None:
    """By its key, or by a key made of a word of a vocabulary (`targets`)."""
    paths = [path for path in (ROOT / "scripts").rglob("*.py") if not path.name.startswith("strings")]
    paths += [path for path in (ROOT / "overrides").rglob("*.*") if path.suffix in (".html", ".py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    made = {f"{kind}s{end}" for kind in ("target", "baseline") for end in ("", "-line")}
    made |= {f"single-{word}" for word in WORDS} | {f"data-book-{language}" for language in Language}
    made |= {f"data-records-{ending}" for _, ending, _ in RECORDS}
    keys = [key for key in strings.STRINGS if key not in made]
    assert [key for key in keys if not re.search(rf"[\"']{re.escape(key)}[\"']", code)] == []
    programs = "\n".join(path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.js"))
    keys = [key for key in strings_search.PROGRAM_STRINGS if not key.startswith("kind-")]
    assert [key for key in keys if f'"{key}"' not in programs] == []


def test_no_two_texts_of_the_catalogue_are_the_same() -> None:
    pairs = combinations(bilinguals().items(), 2)
    assert [(a, b) for (a, first), (b, second) in pairs if first == second] == []


def literals(text: str) -> set[str]:
    """Return the Chinese literals of a script, with empty braces for what is put in."""
    found = (a or b for a, b in LITERAL_PATTERN.findall(re.sub(r"\$\{[^{}]*\}", "{}", text)))
    return {literal.rstrip("。") for literal in found if HAN_PATTERN.search(literal)}


def test_no_word_of_a_script_a_template_or_a_form_is_written_twice() -> None:
    """A word of four and more characters; of shorter ones two may be meant differently (术语: term, terms)."""
    page = (ROOT / "docs/zh/search/index.md").read_text("utf-8")
    places = {"the catalogue": {re.sub(r"{\w+}", "{}", text.zh).rstrip("。") for text in bilinguals().values()}}
    places |= {path.name: literals(path.read_text("utf-8")) for path in SCRIPTS}
    form = [line for line in page.partition("<noscript")[0].splitlines() if line.startswith("<")]
    places["search/index.md"] = {run for line in form for run in RUN_PATTERN.findall(line)}
    for path in (ROOT / "overrides").rglob("*.html"):
        places[path.name] = set(RUN_PATTERN.findall(path.read_text("utf-8")))
    assert len(SCRIPTS) >= 3
    for (first, words), (second, others) in combinations(places.items(), 2):
        assert {w for w in words & others if len(HAN_PATTERN.findall(w)) >= 4} == set(), (first, second)


def titles_of(language: str) -> dict[str, str]:
    pages = (ROOT / "docs" / language).rglob("index.md")
    found = ((path, re.search(r'^title: "?(.*?)"?$', path.read_text("utf-8"), re.MULTILINE)) for path in pages)
    return {path.relative_to(ROOT / "docs" / language).as_posix(): match[1] for path, match in found if match}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_navigation_calls_a_generated_page_by_its_title(language: str) -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    block = re.search(rf"- locale: {language}\n(.*?)(?=\n        - locale|\nhooks)", config, re.DOTALL)
    assert block
    named = {path: name for name, path in re.findall(r"- ([^:\n]+): (\S+\.md)", block[1])}
    titles = titles_of(language)
    generated = [path for path in named if path.split("/")[0] not in ("about", "index.md", "search")]
    assert len(generated) >= 7
    assert [(named[path], titles[path]) for path in generated if named[path] != titles[path]] == []


@pytest.mark.parametrize("language", Language)
def test_the_form_of_the_search_has_every_level_and_every_kind(language: Language, lookup: Lookup) -> None:
    (written,) = write_search_choices(lookup, language)
    path, text = written.path, str(written.draw())
    page = (ROOT / f"docs/{language}/search/index.md").read_text("utf-8")
    assert f'--8<-- "{language}/{path}"' in page
    assert "<select" not in page
    selects = {s.get("name"): s for s in html.fromstring(text).iter("select")}
    values = {name: [option.get("value") for option in select] for name, select in selects.items()}
    assert list(values) == [name for name, *_ in CHOICES]
    assert all(value[0] == "" for value in values.values())
    assert values["level"][1:] == list(Level)
    assert values["kind"][1:] == list(ResultKind)
    assert values["lang"][1:] == list(Language)
    for option in html.fromstring(text).iter("option"):
        assert option.text
        assert bool(HAN_PATTERN.search(option.text)) == (language is Language.ZH)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (strings.RULES, Rule),
        (strings.CERTAINTIES, Certainty),
        (strings.EMENDATION_KINDS, EmendationKind),
        (strings.LEVELS, Level),
        (strings.SCRIPTS, Script),
        (strings_search.LANGUAGE_CHOICES, Language),
        (strings_search.RESULT_KINDS, ResultKind),
        (strings_search.RESULT_KIND_CHOICES, ResultKind),
    ],
)
def test_every_word_of_a_vocabulary_has_a_name(table: dict[Any, Bilingual], words: Any) -> None:
    assert list(table) == list(words)
