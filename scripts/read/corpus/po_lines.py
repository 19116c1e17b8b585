"""The lines of a PO file, before a parser has them: only what an entry of the archive may have, in its order.

An entry is `msgctxt`, `msgid`, `msgstr`, each with the lines that go on with it; comments stand before it. Plurals,
escapes that nobody knows and words outside of entries are refused here, with their line, and so is what would cost
the parser its time: it joins the lines of a text one by one.
"""

import re
from dataclasses import dataclass

from scripts.problems import CorpusError

MOST_ENTRIES, MOST_LINES, LONGEST_LINE, LONGEST_ENTRY = 20_000, 2_000, 20_000, 100_000
"""So many entries a file may have, so many lines an entry, so many characters a line and an entry."""
WORDS = r'"(?:[^"\\]|\\[ntr"\\])*+"'
# msgctxt "s1-p1"; "and the rest of its English"; also behind the #~ of what was put aside, or the #| of former Chinese
KEYWORD_PATTERN = re.compile(rf"(?P<keyword>msgctxt|msgid|msgstr) {WORDS}\s*")
MORE_PATTERN = re.compile(rf"{WORDS}\s*")
MARK_PATTERN = re.compile(r"#[~|] ?")
FOLLOWS = {"": ("msgctxt", "msgid"), "msgctxt": ("msgid",), "msgid": ("msgstr",), "msgstr": ("msgctxt", "msgid")}
"""For each part of an entry, what may stand behind it."""


def check_lines(text: str, name: str) -> None:
    """Raise CorpusError, at its line, for the first that no file of the archive may have."""
    entries = Entries(name)
    lines = text.removesuffix("\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            refuse(name, number, f"has {len(line):,} characters on a line, and may have {LONGEST_LINE:,}; break it")
        entries.take(line, number)
    entries.end(len(lines))


@dataclass(slots=True)
class Entries:
    """The entries of a file so far."""

    name: str
    state: str = ""
    """The part of an entry that was begun last."""
    is_open: bool = False
    """Whether the line before belongs to that part, so that this one may go on with it."""
    count: int = 0
    lines: int = 0
    """Of the entry that was begun last."""
    length: int = 0

    def take(self, line: str, number: int) -> None:
        """Take up a line; raise CorpusError where it cannot stand there."""
        mark = MARK_PATTERN.match(line)
        words = line[mark.end() :] if mark else line
        if not words.strip() or words.startswith("#"):
            self.end(number)
        elif mark and mark[0].startswith("#|"):  # the former Chinese, which belongs to the entry below it
            if not (KEYWORD_PATTERN.fullmatch(words) or MORE_PATTERN.fullmatch(words)):
                refuse(self.name, number, "is no line of former Chinese; drop it")
        else:
            self.take_words(words, number)

    def end(self, number: int) -> None:
        """End an entry; raise CorpusError where it is not complete."""
        if self.state not in ("", "msgstr"):
            refuse(self.name, number, f"stops within an entry, behind its {self.state}; complete it")
        self.is_open = False

    def take_words(self, words: str, number: int) -> None:
        """Take up a line that begins a part of an entry, or goes on with it."""
        keyword = KEYWORD_PATTERN.fullmatch(words)
        if keyword:
            is_first = self.state in ("", "msgstr")
            self.state = next_state(self.state, keyword["keyword"], self.name, number)
            if is_first:
                self.count, self.lines, self.length = self.count + 1, 0, 0
        elif not (MORE_PATTERN.fullmatch(words) and self.is_open):
            refuse(self.name, number, say_what_is_wrong(words))
        self.is_open, self.lines, self.length = True, self.lines + 1, self.length + len(words)
        if self.count > MOST_ENTRIES or self.lines > MOST_LINES or self.length > LONGEST_ENTRY:
            what = f"has an entry of {self.lines:,} lines, or {self.count:,} entries, which is too much; shorten it"
            refuse(self.name, number, what)


def next_state(state: str, keyword: str, name: str, number: int) -> str:
    """Return the part of an entry that a keyword begins; raise CorpusError where it cannot stand there."""
    if keyword not in FOLLOWS[state]:
        refuse(name, number, f"has {keyword} where {' or '.join(FOLLOWS[state])} must stand; mend the entry")
    return keyword


def say_what_is_wrong(words: str) -> str:
    """Return what is wrong with a line that is none of an entry, and the remedy."""
    if words.startswith(("msgid_plural", "msgstr[")):
        return "has a plural form, which no text of the archive has; write msgid and msgstr"
    if MORE_PATTERN.fullmatch(words):
        return "goes on with no text; join it to the one that it belongs to, or drop it"
    if words.startswith(("msg", '"')):
        return r"is no text in quotation marks with \" and \\ and \n as its only escapes; mend it"
    return "is neither a comment nor a line of an entry; drop it, or put it in quotation marks"


def refuse(name: str, line: int, message: str) -> None:
    """Raise the CorpusError of a line."""
    raise CorpusError(name, message, line, "po")
