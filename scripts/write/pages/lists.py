"""Names of the glossary → the entries of a list, in groups, as `markup/lists.py` reads them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.model.languages import ORIGINAL
from scripts.model.policy import Bilingual
from scripts.model.vocabulary import Language
from scripts.text.pinyin import spell
from scripts.write.markup import markdown as md
from scripts.write.words.strings import OTHER, pick

# the first letter or digit of a name that may stand in quotation marks
START_PATTERN = re.compile(r"[^\W_]")
DIGITS = "0–9"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a list, with what is said of it there."""

    name: Bilingual
    address: str = ""
    """Of its page; without one, what `details` say folds away under its name."""
    use: int = 0
    """How often it is used: what a list goes by that begins with the most used."""
    spread: int = 0
    """In how many policies; 0 where the list does not say."""
    syllables: str = ""
    """Its pinyin, where that is known; else it is made."""
    forms: tuple[str, ...] = ()
    """Other names by which it is found."""
    text: str = ""
    """What else the list says of it, as Markdown."""
    anchor: str = ""
    details: tuple[tuple[str, str], ...] = ()

    @property
    def pinyin(self) -> str:
        """Return its syllables."""
        return self.syllables or spell(self.name.zh)


Group = tuple[str, str, list[Entry]]
"""The words of a heading, its anchor, and what stands below it; a list without groups has one without either."""


def sort_key(entry: Entry, language: Language) -> str:
    """Return what a list is ordered by: the pinyin, or the English from its first letter on."""
    if language is ORIGINAL:
        return entry.pinyin
    name = pick(entry.name, language).casefold()
    match = START_PATTERN.search(name)
    return name[match.start() :] if match else name


def by_letter(entries: Iterable[Entry], language: Language) -> Iterator[Group]:
    """Yield the entries by their first letters; those that begin with a digit stand first."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (sort_key(entry, language), entry.name.zh)):
        first = sort_key(entry, language)[:1].upper()
        groups[DIGITS if first.isdigit() else first].append(entry)
    for letter, here in groups.items():
        yield letter, f"letter-{letter[0].lower()}", here


def render_entries(groups: Iterable[Group], orders: str, language: Language, meanings: str = "") -> str:
    """Return a list with its tools.

    `orders` names the ways in which it can be ordered, its own first; `meanings` the script that has what the names
    mean, for readers who ask for it: of a long list it would be most of the page.
    """
    flags = f'orders="{orders}"' + (f" meanings={meanings}" if meanings else "")
    blocks = [f"/// entries {{{flags}}}"]
    for words, anchor, entries in groups:
        if anchor:
            blocks.append(md.heading(2, md.escape(words), anchor))
        lines: list[str] = []
        for entry in entries:
            lines.append(render_entry(entry, language))
            if entry.details:
                blocks += ["\n".join(lines), md.description_list(entry.details)]
                lines = []
        blocks.append("\n".join(lines))
    return "\n\n".join(block for block in (*blocks, "///") if block)


def render_entry(entry: Entry, language: Language) -> str:
    """Return the line of an entry."""
    own = pick(entry.name, language)
    name = md.escape(own[:1].upper() + own[1:] if entry.address and language is not ORIGINAL else own)
    forms = [form for form in entry.forms if form not in entry.name.zh]
    numbers = f"{entry.use}" + (f"/{entry.spread}" if entry.spread else "")
    fields = [
        md.link(name, entry.address) if entry.address else name,
        md.escape(pick(entry.name, OTHER[language])),
        numbers,
        md.escape(";".join((entry.pinyin, *forms))),
    ]
    if entry.text:
        fields.append(entry.text)
    return "- " + " | ".join(fields) + (f" {{#{entry.anchor}}}" if entry.anchor else "")
