"""The data page in both languages: every file with its size, the tables, what their columns hold, and examples."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from scripts.model.languages import LANGUAGES
from scripts.model.lookup import Lookup
from scripts.model.release import Release
from scripts.model.vocabulary import Language
from scripts.write.data.catalogue import measure, offer_table, offered
from scripts.write.data.package import filled
from scripts.write.data.tables.columns import Dataset
from scripts.write.data.tables.dictionary import describe
from scripts.write.data.tables.tables import TABLES
from scripts.write.data.tables.texts import TEXTS
from scripts.write.disk.page import Page
from scripts.write.markup import markdown as md
from scripts.write.pages.data.examples import prose, write_examples
from scripts.write.pages.data.previews import preview
from scripts.write.pages.policy_files import NEEDS, policy_files, say_size
from scripts.write.words.dates import say_date
from scripts.write.words.strings import pick, say


def write_data_page(
    lookup: Lookup, language: Language, find: Callable[[str], Path], release: Release
) -> Iterator[Page]:
    """Yield the data page; `find` leads to the files that it offers."""
    needs = tuple(dict.fromkeys([*NEEDS, *(need for dataset in TABLES for need in dataset.needs)]))
    writer = DataPage(lookup, language, find, release)
    yield Page("data/index.md", needs, writer.render, release.mark)


class DataPage:
    """Writes the data page of one language."""

    def __init__(self, lookup: Lookup, language: Language, find: Callable[[str], Path], release: Release) -> None:
        self.lookup, self.language, self.find, self.release = lookup, language, find, release
        self.writing = LANGUAGES[language]
        self.up = "../../data/" if self.writing.folder else ""
        """The way to the data, which lie once, under the first language."""
        self.say = partial(say, language=language)

    def render(self) -> str:
        """Return the page."""
        datasets = filled(self.lookup)
        rights = md.link(md.escape(self.say("data-rights")), "../about/index.md#rights")
        date = say_date(self.release.date, self.language)
        release = self.say("data-release", version=self.release.version, date=date)
        blocks = [
            f"# {self.say('data')} {md.attribute_list('title')}",
            md.paragraph(md.escape(self.say("data-lead")) + rights + self.writing.stop),
            md.heading(2, md.escape(self.say("data-downloads")), "downloads"),
            md.paragraph(md.escape(release)),
            self.downloads(),
            md.heading(3, md.escape(self.say("data-each-policy")), "others"),
            self.policy_files(),
            md.heading(2, md.escape(self.say("data-previews")), "tables"),
            md.paragraph(md.escape(self.say("data-previews-lead"))),
            *(block for dataset in datasets for block in self.preview(dataset)),
            md.heading(2, md.escape(self.say("data-dictionary-head")), "dictionary"),
            *(block for dataset in datasets for block in self.describe(dataset)),
            prose("data-texts", self.language),
            *(block for dataset in TEXTS for block in self.describe(dataset)),
            *write_examples(self.lookup, self.language),
        ]
        return md.page({"title": self.say("data"), "hide": ["navigation"]}, blocks)

    def downloads(self) -> str:
        """Return the table of all files."""
        head = [md.html_cell("th", self.say(key), scope="col") for key in ("data-file", "data-format", "data-size")]
        rows = []
        for offer in offered(self.find):
            size = say_size(measure(self.find(f"data/{offer.name}")).size, self.language)
            name = offer.name.rpartition("/")[2]
            words = pick(offer.words, self.language)
            words = md.span(md.escape(words[:1].upper() + words[1:]), classes="held")
            cells = [
                md.html_cell("th", f"{md.raw_link(name, f'{self.up}{offer.name}')} {words}", scope="row"),
                md.html_cell("td", offer.format),
                md.html_cell("td", size, classes="number"),
            ]
            rows.append(md.html_row(cells))
        return md.html_table(self.say("data-downloads"), head, rows, classes="compact")

    def policy_files(self) -> str:
        """Return the files of each policy, and what is made or published after this page, as a list."""
        lines = [f"- {md.escape(self.say('data-policy-files'))}"]
        lines += [f"    - {line}" for line in policy_files(self.lookup, self.language, self.find, self.up)]
        addresses = md.link("id.json", "../id/index.md#id-json")
        lines.append(f"- {addresses}{self.writing.colon}{md.escape(self.say('addresses-data'))}")
        others = [(f"archive-{language}.epub", f"data-book-{language}") for language in Language]
        for path, words in (*others, ("../llms.txt", "data-llms")):
            link = md.raw_link(path.rpartition("/")[2], self.up + path)
            lines.append(f"- {link}{self.writing.colon}{md.escape(self.say(words))}")
        return "\n".join(lines)

    def preview(self, dataset: Dataset[Any]) -> Iterator[str]:
        """Yield one table's heading, its download and its first rows."""
        yield md.heading(3, md.escape(pick(dataset.title, self.language)), dataset.name)
        file = offer_table(dataset).name
        rows = self.say("rows-count", n=f"{measure(self.find(f'data/{file}')).rows:,}")
        links = [
            md.raw_link(file, f"{self.up}{file}"),
            md.raw_link("CSVW", f"{self.up}{file}-metadata.json"),
        ]
        words = self.say("download") + self.writing.colon + self.writing.join(links) + self.writing.bracket(rows)
        yield md.paragraph(words)
        yield preview(dataset, self.lookup, self.language)

    def describe(self, dataset: Dataset[Any]) -> Iterator[str]:
        """Yield one table's heading and its columns."""
        title = pick(dataset.title, self.language)
        yield md.heading(3, f"{md.escape(title)}{self.writing.bracket(f'`{dataset.name}`')}", f"{dataset.name}-columns")
        head = [md.html_cell("th", self.say(key), scope="col") for key in ("column", "column-type", "meaning")]
        lines = []
        for _, column, refers in describe(dataset):
            table, _, key = refers.partition(".")
            meaning = pick(column.meaning, self.language)
            refer = self.say("data-refers", table=table, column=key) if refers else ""
            cells = [
                md.html_cell("th", md.escape(column.name), scope="row"),
                md.html_cell("td", column.type),
                md.html_cell("td", md.text(meaning + refer)),
            ]
            lines.append(md.html_row(cells))
        yield md.html_table(title + self.writing.bracket(dataset.name), head, lines, classes="columns")
