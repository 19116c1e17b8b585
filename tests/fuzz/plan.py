"""The data dictionary and a corpus → as many mutations as are wanted, spread over all fields of all files, by a seed."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.dictionary import Field, read_dictionary
from tests.fuzz.files import BYTES as BYTE_KINDS
from tests.fuzz.files import SETTINGS
from tests.fuzz.mutation import BYTES, SETTING, Mutation
from tests.fuzz.strategies import KINDS, Corpus, Target, is_of, make_target, read_values

Draw = tuple[str, str, Callable[[], st.SearchStrategy[Any]]]
"""The field, the kind, and what may be done: to a file as a whole the field is empty."""
AT_ONCE = 12
"""So many mutations are drawn together."""
AS_A_WHOLE = 6
"""A file as a whole counts as so many fields."""


def read_files(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a corpus."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def make_plan(dictionary: str, corpus: Corpus, count: int, number: int) -> list[Mutation]:
    """Return so many mutations: of every field in turn one more kind, until there are enough."""
    draws = list(islice(all_draws(dictionary, corpus, random.Random(number)), count))
    deeds: list[Any] = []
    for start in range(0, count, AT_ONCE):
        deeds += draw_some([make() for *_, make in draws[start : start + AT_ONCE]], number + start)
    named = zip(draws, deeds, strict=True)
    return [
        Mutation(i, at[0], field, kind, verb, at[1], value, at[2])
        for i, ((field, kind, _), (at, verb, value)) in enumerate(named, 1)
    ]


def all_draws(dictionary: str, corpus: Corpus, chance: random.Random) -> Iterator[Draw]:
    """Yield what may be done: in each round something else to every field, in an order that chance has made."""
    rows: list[list[Draw]] = []
    values = read_values(corpus)
    texts = tuple({text for value in values.values() for text in all_texts(value)})
    for file, fields in read_dictionary(dictionary).items():
        targets = make_targets(fields, values, tuple(sorted(texts)))
        rows += [[(t.field.name, kind, partial(make, t)) for kind, make in KINDS.items()] for t in targets]
        rows += split(
            [draw for name in corpus if is_of(name, file) for draw in whole_draws(name, corpus[name])], chance
        )
    for row in rows:
        chance.shuffle(row)
    turn = 0
    while rows:
        order = [row[turn % len(row)] for row in rows]
        chance.shuffle(order)
        yield from order
        turn += 1


def make_targets(fields: Sequence[Field], values: Mapping[str, Any], texts: tuple[str, ...]) -> list[Target]:
    """Return the fields of a file with what is known of them."""
    whole = {field.path[0]: field for field in fields if len(field.path) == 1}
    return [make_target(field, whole, values, texts) for field in fields]


def split(draws: list[Draw], chance: random.Random) -> list[list[Draw]]:
    """Return what may be done to a file as a whole as the rows of several fields, for there is much of it."""
    chance.shuffle(draws)
    return [draws[start::AS_A_WHOLE] for start in range(AS_A_WHOLE)] if draws else []


def all_texts(value: Any) -> Iterator[str]:
    """Yield every text within a value."""
    if isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from all_texts(item)
    elif value:
        yield str(value)


def whole_draws(name: str, data: bytes) -> Iterator[Draw]:
    """Yield what may be done to a file as a whole."""
    for kind, change in BYTE_KINDS.items():
        yield "", kind, partial(whole_deeds, name, BYTES, partial(change, data))
    for kind in SETTINGS:
        yield "", kind, partial(whole_deeds, name, SETTING, partial(st.just, kind))


def whole_deeds(name: str, verb: str, make: Callable[[], st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Return what may be done to a file as a whole, with what is to be known of it."""
    return make().map(lambda value: ((name, (), None), verb, value))


def draw_some(strategies: Sequence[st.SearchStrategy[Any]], number: int) -> list[Any]:
    """Return something of each strategy, always the same for a number; the very first is the plainest, and not taken."""
    drawn: list[Any] = []

    @seed(number)
    @settings(
        max_examples=2, phases=(Phase.generate,), database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.tuples(*strategies))
    def take(values: tuple[Any, ...]) -> None:
        drawn[:] = values

    take()
    return drawn
