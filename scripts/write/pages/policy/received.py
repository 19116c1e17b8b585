"""A policy → the page that sets the file as received beside the edited text, paragraph by paragraph.

Nothing of the source is missing: the rows hold, in order, every character of it, and invisible ones as signs. What one
character replaced by another is counted, for in a text turned back from Traditional that is every third; every other
difference is marked as deleted or added, and leads to the reason.
"""

from collections import Counter
from collections.abc import Iterator

from scripts.link.inlines import InlineKind, note_inlines, settle
from scripts.model.archive import Archive
from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.places_in_text import note_ids
from scripts.model.policy import Edit, Metadata, Policy, Section
from scripts.model.received import Piece, Row, received_rows
from scripts.model.vocabulary import Language, Rule, Script
from scripts.write.markup import markdown as md
from scripts.write.pages.policy.head import describe_view
from scripts.write.pages.policy.modes import modes
from scripts.write.words.place_labels import english_label, place_label
from scripts.write.words.short_names import short_name
from scripts.write.words.strings import LANG_TAGS, RULES, SIGN_NAMES, pick, say

ZH_TAG, TRADITIONAL = LANG_TAGS[Language.ZH], "zh-Hant"
SIGNS = {
    "\n": "↵",
    "\r": "␍",
    " ": "␣",
    "\u00a0": "⍽",
    "\u2002": "◫",
    "\u2003": "▭",
    "\u3000": "⬚",
    "\t": "⇥",
}
"""What stands for each invisible character."""
OTHER_SIGN = "�"
COUNTED = {Rule.SCRIPT: "received-script", Rule.PUNCTUATION: "received-punctuation"}
"""Rules that change one character into another, each with the key of the words that say how often."""


def render_received_page(policy: Policy, metadata: Metadata, archive: Archive, language: Language) -> str:
    """Return the Markdown of the page of a policy as received and as edited."""
    title = pick(metadata.title, language)
    front_matter = {
        "title": md.escape_html(say("received-title", language, title=title)),
        "description": md.escape_html(describe_view("received-description", metadata, language)),
        "hide": ["navigation"],
        "layout": "wide",
        "modes": modes(metadata.id, "received", is_translated=archive.is_translated(metadata.id)),
        "search": {"exclude": True},
    }
    back = md.link(md.escape(title), "../index.md", lang=LANG_TAGS[language])
    writer = RowWriter(policy, language)
    blocks = [
        f"# {md.escape(say('mode-received', language))} {md.attribute_list('title')}",
        md.paragraph(back, classes="policy-other-title"),
        md.paragraph(md.escape(say("received-lead", language))),
        md.paragraph(md.escape(legend(policy, language)), classes="policy-condition"),
        head(language),
        *sections(policy, writer, archive.confirmed(metadata.id)),
    ]
    return md.page(front_matter, blocks)


def legend(policy: Policy, language: Language) -> str:
    """Return the line that says which sign stands for what, of those that are needed."""
    text = "".join(edit.before for edit in policy.edits) + "\n"
    used = [sign for char, sign in SIGNS.items() if char in text]
    if any(ord(char) < 32 and char not in SIGNS for char in text):
        used.append(OTHER_SIGN)
    space = LANGUAGES[language].word_space
    names = [f"{sign}{space}{pick(SIGN_NAMES[sign], language)}" for sign in used]
    return say("received-signs", language, signs=LANGUAGES[language].join(names))


def head(language: Language) -> str:
    """Return the names of both sides, each looking like its side."""
    sides = (("before", "received"), ("after", "received-edited"))
    names = "".join(f'<p class="received-{side}">{say(key, language)}</p>' for side, key in sides)
    return f'<div class="received"><div class="received-row received-head">{names}</div></div>'


def sections(policy: Policy, writer: "RowWriter", english: dict[str, str]) -> Iterator[str]:
    """Yield the rows, and before those of each part its heading, by which the page has contents."""
    heads = {section.anchor: section for section in policy.sections if section.start < section.heading_end}
    rows: list[str] = []
    for row in received_rows(policy):
        if row.anchor in heads:
            yield from writer.block(rows)
            rows, section = [], heads[row.anchor]
            yield md.heading(2, title_of(section, policy.text, english, writer.language), f"part-{row.anchor}")
        rows.append(writer.write(row))
    yield from writer.block(rows)


def title_of(section: Section, text: str, english: dict[str, str], language: Language) -> str:
    """Return the number and the title of a part in the page's language; in Chinese where there is no English."""
    if language is not ORIGINAL and section.anchor in english:
        return md.escape(english_label(section) + english[section.anchor])
    return md.span(md.escape(short_name(section, text)), lang=ZH_TAG if language is not ORIGINAL else "")


class RowWriter:
    """Writes the rows of one policy as HTML, for Markdown would take a source's blanks away."""

    def __init__(self, policy: Policy, language: Language) -> None:
        self.policy, self.language = policy, language
        self.ids = note_ids(policy)
        self.doubts = [i for i in settle(note_inlines(policy)) if i.kind is InlineKind.DOUBTFUL]
        self.source_lang = f' lang="{TRADITIONAL}"' if policy.source.script is Script.HANT else ""
        is_chinese = LANG_TAGS[language] == ZH_TAG
        self.after_lang = f' lang="{TRADITIONAL}"' if policy.script is Script.HANT else ""
        self.own_lang = "" if is_chinese else f' lang="{LANG_TAGS[language]}"'

    def block(self, rows: list[str]) -> Iterator[str]:
        """Yield rows as one block of HTML; nothing where there are none."""
        if rows:
            yield f'<div class="received" lang="{ZH_TAG}">{"".join(rows)}</div>'

    def write(self, row: Row) -> str:
        """Return a row: where it is, what was received, what we print."""
        received = "".join(map(self.received, row.pieces))
        before = f'<p class="received-before"{self.source_lang}>{received}</p>'
        if row.left_out:
            words = say("received-left-out", self.language, rule=pick(RULES[row.left_out], self.language))
            place = self.place(f"../edits/#{row.left_out}", words)
            return f'<div class="received-row">{place}{before}</div>'
        words = place_label(row.anchor, self.language) + self.counts(row)
        after = f'<p class="received-after"{self.after_lang}>{self.edited(row)}</p>'
        return (
            f'<div class="received-row" id="{row.anchor}">{self.place(f"../#{row.anchor}", words)}{before}{after}</div>'
        )

    def place(self, href: str, words: str) -> str:
        """Return the link that opens a row."""
        return f'<a class="received-place" href="{href}"{self.own_lang}>{md.escape_html(words)}</a>'

    def counts(self, row: Row) -> str:
        """Return how many characters of a row were changed one for one, behind the name of its place."""
        found = Counter(piece.edit.rule for piece in row.pieces if piece.edit and is_counted(piece.edit))
        said = [say(key, self.language, n=found[rule]) for rule, key in COUNTED.items() if found[rule]]
        writing = LANGUAGES[self.language]
        return writing.colon + writing.join(said) if said else ""

    def received(self, piece: Piece) -> str:
        """Return a piece as it was received."""
        if not piece.edit:
            words, blank = split_tail(piece.before)
            return md.escape_html(words) + self.signs(blank)
        if is_counted(piece.edit):
            return md.escape_html(piece.before)
        shown = self.visible(piece.before)
        if is_blank(piece.before) and is_blank(piece.after):
            return shown
        return self.change("del", f'<a href="{self.reason(piece.edit)}">{shown}</a>') if shown else ""

    def edited(self, row: Row) -> str:
        """Return what we print in the place of a row."""
        shown, place = "", row.start
        for piece in row.pieces:
            end = place + len(piece.after)
            if not piece.edit:
                shown += self.kept(place, end)
            elif is_counted(piece.edit) or is_blank(piece.after):
                shown += md.escape_html(piece.after)
            else:
                words = md.escape_html(piece.after)
                shown += self.change("ins", f'<a href="{self.reason(piece.edit)}">{words}</a>')
            place = end
        return shown.strip()

    def kept(self, start: int, end: int) -> str:
        """Return words that nobody changed, with the doubts of the editors as links to their notes."""
        text, shown, place = self.policy.text, "", start
        for doubt in self.doubts:
            if start <= doubt.start and doubt.end <= end:
                words = md.escape_html(text[doubt.start : doubt.end])
                shown += md.escape_html(text[place : doubt.start])
                shown += f'<a class="policy-doubtful" href="../#note-{doubt.target}">{words}</a>'
                place = doubt.end
        return shown + md.escape_html(text[place:end])

    def reason(self, edit: Edit) -> str:
        """Return the address at which it is said why something was changed."""
        if edit.emendation is not None:
            return f"../#note-{self.ids[edit.emendation]}"
        return f"../edits/#{edit.rule}"

    def change(self, tag: str, words: str) -> str:
        """Return words as deleted or added, which ears are told too."""
        said = say(f"change-{tag}", self.language)
        return f'<{tag}><span class="change-said"{self.own_lang}>{said}</span>{words}</{tag}>'

    def visible(self, text: str) -> str:
        """Return what was received with its invisible characters as signs."""
        pieces, run = [], ""
        for char in text:
            if is_blank(char):
                run += char
            else:
                pieces += [self.signs(run), md.escape_html(char)]
                run = ""
        return "".join(pieces) + self.signs(run)

    def signs(self, blank: str) -> str:
        """Return the signs of invisible characters, with their names for ears."""
        if not blank:
            return ""
        signs = "".join(SIGNS.get(char, OTHER_SIGN) for char in blank)
        names = [
            say("sign-count", self.language, name=pick(SIGN_NAMES[sign], self.language), n=count)
            for sign, count in Counter(signs).items()
        ]
        label = LANGUAGES[self.language].join(names)
        return f'<span class="sign" role="img" aria-label="{label}"{self.own_lang}>{signs}</span>'


def is_counted(edit: Edit) -> bool:
    """Whether an edit makes one visible thing of another, by a rule that does so everywhere."""
    return edit.rule in COUNTED and bool(edit.before.strip()) and bool(edit.after.strip())


def is_blank(text: str) -> bool:
    """Whether nothing of a text is visible."""
    return all(char.isspace() or ord(char) < 32 for char in text)


def split_tail(text: str) -> tuple[str, str]:
    """Return a text without the line end behind it, and that."""
    words = text.rstrip("\n")
    return words, text[len(words) :]
