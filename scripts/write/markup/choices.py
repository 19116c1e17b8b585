"""The parts of a form as HTML."""

from collections.abc import Iterable

from scripts.write.markup.markdown import escape_html


def choice(label: str, name: str, options: Iterable[tuple[str, str]], form: str) -> str:
    """Return a choice of the form with this id, and its label; options are values and words, the first is chosen."""
    listed = "".join(f'<option value="{escape_html(value)}">{escape_html(words)}</option>' for value, words in options)
    return f'<label>{escape_html(label)} <select name="{name}" form="{form}">{listed}</select></label>'
