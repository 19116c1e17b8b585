"""One question answered with each tool that people open the data with, and the result, which is that of every tool.

The result is worked out here, from what the tables hold; a test runs every example and compares what it prints.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from string import Template

from xlsxwriter.utility import xl_col_to_name

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language, TargetKind
from scripts.write.data.database.views import VIEWS
from scripts.write.data.tables.targets import TARGETS, all_figures
from scripts.write.data.tables.texts import all_passages
from scripts.write.markup import markdown as md
from scripts.write.words.strings import STRINGS, pick, say

PANDAS = """
import pandas as pd

targets = pd.read_csv("targets.csv")
chosen = targets[(targets["kind"] == "target") & targets["repeats"].isna() & targets["year"].notna()]
counts = chosen.astype({"year": int}).groupby(["policy", "year"]).size()
print(counts.reset_index(name="targets").to_csv(index=False))
"""
R = """
targets <- read.csv("targets.csv", fileEncoding = "UTF-8-BOM", na.strings = "")
chosen <- subset(targets, kind == "target" & is.na(repeats) & !is.na(year))
counts <- aggregate(list(targets = chosen$kind), chosen[c("policy", "year")], length)
counts <- counts[order(counts$policy, counts$year), ]
write.csv(counts, quote = FALSE, row.names = FALSE)
"""
SQL = Template("""
SELECT policy, year, count(*) AS targets
FROM $table
WHERE kind = 'target' AND repeats IS NULL AND year IS NOT NULL
GROUP BY policy, year
ORDER BY policy, year;
""")
EXCEL = Template("""
=COUNTIFS(targets!$policy,"$id",targets!$year,$number,targets!$kind,"target",targets!$repeats,"")
""")
WORDS = Template("""
SELECT policy, count(*) AS passages
FROM passages
WHERE number IN (
  $pairs)
  AND instr(zh, '$word') > 0
GROUP BY policy
ORDER BY policy;
""")
PAIR = "SELECT number FROM pairs WHERE pair = '{}'"
SHORTEST = 4
"""A word that is looked for has at least so many characters, and so more than one pair."""

# `pair GLOB '{word}*'`, {word}; not 'word'
SPECIAL_PATTERN = re.compile(r"(`[^`]+`|\{\w+\})")

Counts = dict[tuple[str, int], int]


def write_examples(lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield the examples with their results; none where no figure has a year."""
    counts = count_targets(lookup)
    if not counts:
        return
    yield md.heading(2, md.escape(say("data-examples", language)), "examples")
    yield prose("data-examples-lead", language)
    yield code("text", render_counts(counts))
    yield from excel(counts, language)
    yield from example("pandas", "data-pandas", ("python", PANDAS), language)
    yield from example("R", "data-r", ("r", R), language)
    yield from example("SQLite", "data-sqlite", ("sql", SQL.substitute(table="targets")), language)
    yield from find_words(lookup, language)
    yield prose("data-views", language)
    yield views(language)
    yield from example("DuckDB", "data-duckdb", ("sql", SQL.substitute(table="'targets.csv'")), language)
    yield prose("data-parquet", language)


def count_targets(lookup: Lookup) -> Counts:
    """Return how many targets each policy sets for each year, those that only state another again left out."""
    counts = Counter(
        (figure.policy_id, figure.target.year)
        for figure in all_figures(lookup)
        if figure.target.kind is TargetKind.TARGET and figure.target.year and not figure.target.repeats
    )
    return {(policy, year): counts[policy, year] for policy, year in sorted(counts) if year}


def render_counts(counts: Counts) -> str:
    """Return the counts as every tool prints them."""
    return "\n".join(["policy,year,targets", *(f"{policy},{year},{n}" for (policy, year), n in counts.items())])


def excel(counts: Counts, language: Language) -> Iterator[str]:
    """Yield the example for Excel: the largest of the counts by a formula; then how CSV files open there."""
    (policy, year), count = max(counts.items(), key=lambda item: item[1])
    letters = {column.name: xl_col_to_name(index, col_abs=True) for index, column in enumerate(TARGETS.columns)}
    columns = {name: f"{letter}:{letter}" for name, letter in letters.items()}
    formula = EXCEL.substitute(columns, id=policy, number=year)
    yield md.heading(3, "Excel", "examples-excel")
    yield prose("data-excel", language, n=count)
    yield code("text", formula)
    yield prose("data-excel-csv", language)


def example(name: str, words: str, lines: tuple[str, str], language: Language) -> Iterator[str]:
    """Yield the example for a tool."""
    yield md.heading(3, name, f"examples-{name.lower()}")
    yield prose(words, language)
    yield code(*lines)


def find_words(lookup: Lookup, language: Language) -> Iterator[str]:
    """Yield the example that finds Chinese words by their pairs, and its result."""
    word = frequent_word(lookup)
    if not word:
        return
    pairs = dict.fromkeys(word[index : index + 2] for index in range(0, len(word) - 1, 2))
    query = WORDS.substitute(pairs="\n  INTERSECT ".join(map(PAIR.format, pairs)), word=word)
    found = Counter(passage.policy for _, passage in all_passages(lookup) if word in passage.zh)
    yield prose("data-sqlite-words", language, word=word)
    yield code("sql", query)
    yield prose("data-result", language)
    yield code("text", "\n".join(["policy,passages", *(f"{policy},{found[policy]}" for policy in sorted(found))]))
    yield prose("data-sqlite-single", language, character=word[0])


def frequent_word(lookup: Lookup) -> str:
    """Return the term of some length that the policies use most, without a character that SQL would need marked."""
    terms = lookup.archive.glossary.terms.values()
    counts = {term.zh: lookup.count_occurrences(term.id) for term in terms if len(term.zh) >= SHORTEST}
    plain = {word: count for word, count in counts.items() if count and "'" not in word}
    return max(plain, key=lambda word: plain[word], default="")


def views(language: Language) -> str:
    """Return the views of the database, with the question that each answers."""
    head = [md.html_cell("th", say(key, language), scope="col") for key in ("data-question", "data-view")]
    rows = []
    for view in VIEWS:
        question = md.html_cell("td", md.escape(pick(view.question, language)))
        rows.append(md.html_row([question, md.html_cell("td", md.escape(view.name), classes="name")]))
    return md.html_table(say("data-view", language), head, rows, classes="compact")


def prose(key: str, language: Language, **values: object) -> str:
    """Return a paragraph; what stands between backticks is code, and Chinese put in is marked on a page of another."""
    pieces = SPECIAL_PATTERN.split(pick(STRINGS[key], language))
    drawn = [special(piece, language, values) if index % 2 else md.escape(piece) for index, piece in enumerate(pieces)]
    return md.paragraph("".join(drawn))


def special(piece: str, language: Language, values: Mapping[str, object]) -> str:
    """Return code, or what is put in."""
    words = piece.format(**values)
    if piece.startswith("`"):
        return words
    is_foreign = not words.isascii() and language is not ORIGINAL
    return md.span(md.escape(words), lang=LANGUAGES[ORIGINAL].tag if is_foreign else "")


def code(kind: str, lines: str) -> str:
    """Return lines of code, or what they print."""
    return f"```{kind}\n{lines.strip()}\n```"
