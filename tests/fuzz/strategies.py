"""A field of the data dictionary → strategies of what may be done to it, one for each kind of fault."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.fuzz import hostile
from tests.fuzz.dictionary import ANY, EACH, Field
from tests.fuzz.forms import Place, Raw, read_value
from tests.fuzz.mutation import ADD, DROP, PUT, places_of, value_at

Corpus = Mapping[str, bytes]
"""The bytes of each file, by its path below the corpus."""
Around = tuple[Place, Any] | None
At = tuple[str, Place, Around]
"""A file, a place in it, and what has to be put in around it first, where it is not there."""
Deed = tuple[At, str, Any]
"""Where, the verb and the value."""
Deeds = st.SearchStrategy[Deed]
UNKNOWN = ("nonsense", "note", "Id", "title ", "zh-Hant", "__class__", "1", "<<", "?", "标题", "x" * 1_000)
PIECES = st.sampled_from(["whole", "front", "middle", "end", "twice"])


@dataclass(frozen=True, slots=True)
class Target:
    """A field of the dictionary in the files that have it."""

    field: Field
    places: tuple[At, ...]
    """Each place of the field; where no file has it, where it would be."""
    here: tuple[Any, ...]
    """The values that stand at these places, and the examples."""
    elsewhere: tuple[Any, ...]
    """Values of all other fields."""

    @property
    def text(self) -> str:
        """An example that is a text; of a field that holds others, any."""
        return next((value for value in self.here if isinstance(value, str) and value), "质量")


def make_target(
    field: Field, whole: Mapping[str, Field], values: Mapping[str, Any], elsewhere: tuple[Any, ...]
) -> Target:
    """Return a field with all that is known of it in a corpus, whose files have these values.

    `whole` are the fields of records, by their names, with the examples that hold this one.
    """
    files = [name for name in values if is_of(name, field.file)]
    places = [(name, place) for name in files for place in all_places(values[name], field)]
    here = tuple(value_at(values[name], place) for name, place in places)
    present = tuple((name, place, None) for name, place in places)
    missing = () if present else tuple(wanted_place(name, values[name], field, whole) for name in files)
    return Target(field, present or missing, (*here, *field.examples), elsewhere)


def is_of(name: str, pattern: str) -> bool:
    """Whether a file is one of those that the dictionary describes by this name."""
    before, sign, after = pattern.partition("<id>")
    return name == pattern if not sign else name.startswith(before) and name.endswith(after)


def all_places(value: Any, field: Field) -> list[Place]:
    """Return the places of a field in a file."""
    if isinstance(value, list):
        return [(index, *place) for index, record in enumerate(value) for place in places_of(record, field.path)]
    return list(places_of(value, field.path))


def wanted_place(name: str, value: Any, field: Field, whole: Mapping[str, Field]) -> At:
    """Return where a field would be that a file has not, and the example that holds it."""
    record: Place = (max(len(value) - 1, 0),) if isinstance(value, list) else ()
    path: Place = tuple(0 if step == EACH else "targets" if step == ANY else step for step in field.path)
    example = next((e for e in whole[field.path[0]].examples if any(places_of({path[0]: e}, field.path))), "x")
    return name, (*record, *path), ((*record, path[0]), example)


def read_values(corpus: Corpus) -> dict[str, Any]:
    """Return the values of all files."""
    return {name: read_value(name, data) for name, data in corpus.items()}


def put(target: Target, values: st.SearchStrategy[Any]) -> Deeds:
    """Put a value in the place of the field's."""
    return st.builds(lambda at, value: (at, PUT, value), st.sampled_from(target.places), values)


def raw(target: Target, texts: tuple[str, ...]) -> Deeds:
    """Put text as it is in the place of the field's value."""
    return put(target, st.sampled_from(texts).map(Raw))


def hostile_texts(kind: str) -> Callable[[Target], Deeds]:
    """Return the strategy that puts texts of a kind into the values of a field."""

    def deeds(target: Target) -> Deeds:
        bad = st.sampled_from(hostile.TEXTS[kind])
        if kind in (*hostile.WHOLE, "long"):
            return put(target, bad)
        texts = st.sampled_from([value for value in target.here if isinstance(value, str)] or [target.text])
        return put(target, st.builds(join, texts, bad, PIECES))

    return deeds


def join(text: str, bad: str, piece: str) -> str:
    """Return a text with a bad one put into it."""
    middle = len(text) // 2
    forms = {"whole": bad, "front": bad + text, "end": text + bad, "middle": text[:middle] + bad + text[middle:]}
    return forms.get(piece) or text[:middle] + bad + text[middle:] + bad


def drop(target: Target) -> Deeds:
    """Leave the field out."""
    return st.sampled_from(target.places).map(lambda at: (at, DROP, None))


def add(target: Target, keys: st.SearchStrategy[str | None]) -> Deeds:
    """Put a field beside, which may have the name of this one."""
    values = st.sampled_from([target.text, "x", "1", "[a]", "{zh: 甲, en: a}", ""])

    def deed(at: At, key: str | None, value: str) -> Deed:
        last = at[1][-1]
        return (at, ADD, (key if key is not None else last, value)) if isinstance(last, str) else (at, ADD, value)

    return st.builds(deed, st.sampled_from(target.places), keys, values)


def shapes(target: Target) -> Deeds:
    """Put values of every shape there is."""
    texts = st.sampled_from([target.text, "", "x", "zh"])
    keys = st.sampled_from(["zh", "en", "id", "x", target.field.path[-1]])
    return put(
        target,
        st.recursive(texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)),
    )


def known(values: Callable[[Target], tuple[Any, ...]]) -> Callable[[Target], Deeds]:
    """Return the strategy that puts values that stand somewhere in the corpus."""
    return lambda target: put(target, st.sampled_from(values(target) or ("x",)))


KINDS: dict[str, Callable[[Target], Deeds]] = {
    "missing": drop,
    "empty": lambda target: put(target, st.just("")),
    "null": lambda target: raw(target, ("null", "~", "", "Null")),
    "other type": lambda target: raw(target, hostile.OTHER_TYPES),
    "other shape": shapes,
    "value of another entry": known(lambda target: target.here),
    "value of another field": known(lambda target: target.elsewhere),
    "unknown field": lambda target: add(target, st.sampled_from(UNKNOWN)),
    "field twice": lambda target: add(target, st.none()),
    "deep": lambda target: raw(target, hostile.DEEP),
    "yaml": lambda target: raw(target, hostile.YAML),
    "any text": lambda target: put(target, st.text(max_size=40)),
    **{kind: hostile_texts(kind) for kind in hostile.TEXTS},
}
"""What can be done to a field, by kind. What a new field is, the dictionary says, and no other line."""
