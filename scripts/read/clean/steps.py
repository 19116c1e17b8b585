"""The steps from the decoded source to the clean text, in their order; each yields changes to the text it is given."""

from collections.abc import Callable, Iterable

from scripts.model.vocabulary import Rule
from scripts.read.clean.contents import drop_contents
from scripts.read.clean.draft import Change, Draft
from scripts.read.clean.layout import drop_controls, drop_layout, restore_newlines, tidy_spaces
from scripts.read.clean.markup import drop_markup
from scripts.read.clean.page_numbers import drop_page_numbers
from scripts.read.clean.punctuation import restore_glyphs, restore_punctuation
from scripts.read.clean.script import simplify
from scripts.read.clean.web_page import drop_web_page
from scripts.read.clean.wrapped import join_wrapped_lines

Step = Callable[[str], Iterable[Change]]

STEPS: tuple[tuple[Rule, Step], ...] = (
    (Rule.CONTROL, drop_controls),
    (Rule.NEWLINE, restore_newlines),
    (Rule.LAYOUT, drop_layout),
    (Rule.SCRIPT, simplify),
    (Rule.MARKUP, drop_markup),
    (Rule.WEB_PAGE, drop_web_page),
    (Rule.PAGE_NUMBER, drop_page_numbers),
    (Rule.CONTENTS, drop_contents),
    (Rule.SPACE, tidy_spaces),
    (Rule.PUNCTUATION, restore_punctuation),
    (Rule.WRAPPED_LINE, join_wrapped_lines),
    (Rule.GLYPH, restore_glyphs),
)


def clean(source: str) -> Draft:
    """Return the source after all steps that need no editor."""
    draft = Draft(source, source)
    for rule, step in STEPS:
        draft = draft.apply(rule, step(draft.text))
    return draft
