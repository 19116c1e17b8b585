"""The first rows of each table, with the columns that say most: what a reader sees before a download."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.text.characters import count_han
from scripts.write.data.tables.columns import Dataset, Value, written
from scripts.write.markup import markdown as md
from scripts.write.words.strings import pick

ROWS = 3
LONGEST = {Language.ZH: 30, Language.EN: 60}
"""So many characters of a text are shown."""
SHOWN: dict[str, str] = {
    "targets": "policy name+ written_* year kind",
    "indicators": "indicator name_* unit targets",
    "terms": "zh en occurrences",
    "occurrences": "policy anchor term text",
    "organisations": "policy anchor name_* role",
    "citations": "policy anchor title_* number",
    "topics": "topic name_* policy anchor",
    "policies": "policy title_* date place",
    "places": "place name_* level within",
    "organisation_list": "organisation name_* place",
    "document_list": "document title_* number date",
    "topic_list": "topic name_* description_*",
    "editions": "policy edition date what_*",
}
"""The columns of each table that are shown; `*` stands for the page's language, `+` for that of a translation."""


def preview(dataset: Dataset[Any], lookup: Lookup, language: Language) -> str:
    """Return the first rows of a table."""
    names = list(shown_columns(dataset, language))
    places = [[column.name for column in dataset.columns].index(name) for name in names]
    head = [md.html_cell("th", md.escape(name), scope="col") for name in names]
    rows = [
        md.html_row(
            [md.html_cell("td", render(row[place], name, language)) for place, name in zip(places, names, strict=True)]
        )
        for row in islice(dataset.rows(lookup), ROWS)
    ]
    return md.html_table(pick(dataset.title, language), head, rows, classes="compact listing preview")


def shown_columns(dataset: Dataset[Any], language: Language) -> Iterator[str]:
    """Yield the names of the columns that are shown."""
    for name in SHOWN[dataset.name].split():
        suffix = "" if language is ORIGINAL else f"_{language}"
        yield name.replace("+", suffix).replace("*", language)


def render(value: Value, column: str, language: Language) -> str:
    """Return a value as a cell shows it; what is not in the page's language is marked as such."""
    words = written(value)
    longest = LONGEST[language]
    if len(words) > longest:
        words = words[:longest].rstrip() + LANGUAGES[language].ellipsis
    own = ORIGINAL if count_han(words) else next((each for each in Language if column.endswith(each)), language)
    return md.span(md.escape(words), lang=LANGUAGES[own].tag if words and own is not language else "")
