"""The steps from the decoded source to the clean text, in their order; each yields changes to the text it is given."""

from collections.abc import Callable, Iterable, Sequence

from scripts.model.policy import LineRange
from scripts.model.vocabulary import Rule
from scripts.read.clean.contents import drop_contents
from scripts.read.clean.draft import Change, Draft
from scripts.read.clean.editors_lines import SPARING, Misfit, drop_lines, find_misfits, spare
from scripts.read.clean.layout import drop_controls, drop_layout, restore_newlines, tidy_spaces
from scripts.read.clean.markup import drop_markup
from scripts.read.clean.page_numbers import drop_page_numbers
from scripts.read.clean.punctuation import restore_glyphs, restore_punctuation
from scripts.read.clean.script import simplify
from scripts.read.clean.table_cells import set_cells_apart
from scripts.read.clean.web_page import drop_web_page
from scripts.read.clean.wrapped import join_wrapped_lines

Step = Callable[[str], Iterable[Change]]

STEPS: tuple[tuple[Rule, Step], ...] = (
    (Rule.CONTROL, drop_controls),
    (Rule.NEWLINE, restore_newlines),
    (Rule.CELL, set_cells_apart),
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


def clean(source: str, layout: Sequence[LineRange] = (), until: Rule | None = None) -> Draft:
    """Return the source after all steps, or those until one, with what the editors say of its lines."""
    draft = Draft(source, source)
    for rule, step in STEPS:
        changes = step(draft.text)
        draft = draft.apply(rule, spare(changes, draft, layout) if layout and rule in SPARING else changes)
        if layout and rule is Rule.LAYOUT:
            draft = draft.apply(Rule.LEFT_OUT, drop_lines(draft, layout))
        if rule is until:
            break
    return draft


def find_layout_misfits(source: str, layout: Sequence[LineRange]) -> tuple[Misfit, ...]:
    """Return the entries of `layout.yml` that do not fit a source; each of its lines is still one after these steps."""
    return tuple(find_misfits(source, layout, clean(source, until=Rule.CONTENTS))) if layout else ()
